import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digitValue } from '../../server/src/text/characters';

test('digits of the three sets are worth what they say, and nothing else is a digit', () => {
  assert.deepEqual(
    [...'07٠٣٩۰۸'].map((digit) => digitValue(digit.charCodeAt(0))),
    [0, 7, 0, 3, 9, 0, 8],
  );
  assert.equal(digitValue('ا'.charCodeAt(0)), -1);
});
