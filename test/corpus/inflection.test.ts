import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeWord } from '../../server/src/corpus/names/alphabet';
import { isInflection } from '../../server/src/corpus/names/inflection';

const part = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((word) => Uint8Array.from(encodeWord(word)));
  return isInflection(one, 0, one.length, other, 0, other.length);
};

test('pronouns of the first person are endings of a particle, with the dots of the ي and without', () => {
  assert.ok(part('ولكنى', 'ولكنني'));
  assert.ok(part('ولكني', 'ولكننى'));
  assert.ok(part('لكنى', 'لكنني'));
  assert.ok(!part('شتاينمير', 'شتاينماير'));
});
