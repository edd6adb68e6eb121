import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbersOf } from '../../server/src/report/visible';

test('where two texts look alike, their characters are told by number', () => {
  assert.equal(numbersOf('ا\u0654كد', 'أكد'), 'U+0627 U+0654 → U+0623');
  assert.equal(numbersOf('مر\u064E\u0651', 'مر\u0651\u064E'), 'U+064E U+0651 → U+0651 U+064E');
  assert.equal(numbersOf(' \u064B', ''), 'U+0020 U+064B → ∅');
  assert.equal(numbersOf('\uFEFB', 'لا'), 'U+FEFB → U+0644 U+0627');
});

test('where an eye sees the difference, they are not', () => {
  for (const [before, after] of [
    ['اكد', 'أكد'],
    ['نع\u200Bم', 'نعم'],
    ['نعـم', 'نعم'],
  ])
    assert.equal(numbersOf(before, after), null);
});
