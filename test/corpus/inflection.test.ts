import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeWord } from '../../server/src/corpus/names/alphabet';
import { isInflection } from '../../server/src/corpus/names/inflection';

const part = (a: string, b: string): boolean =>
  isInflection(Uint8Array.from([...encodeWord(a), ...encodeWord(b)]), 0, a.length, a.length, a.length + b.length);

test('pronouns of the first person are endings of a particle, with the dots of the ي and without', () => {
  assert.ok(part('ولكنى', 'ولكنني'));
  assert.ok(part('ولكني', 'ولكننى'));
  assert.ok(part('لكنى', 'لكنني'));
  assert.ok(!part('شتاينمير', 'شتاينماير'));
});
