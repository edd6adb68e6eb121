import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/engine/fix';
import { compose } from '../../server/src/lsp/compose';
import type { Edit } from '../../server/src/rules/rule';

const letters = fc.string({ unit: fc.constantFrom('ا', 'ب', ' ', '\n', 'x', '😀'), maxLength: 12 });

/** Edits of a text that don't overlap, by where they begin and end as shares of it. */
function place(text: string, wanted: readonly { from: number; length: number; text: string }[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const { from, length, text: written } of [...wanted].sort((a, b) => a.from - b.from)) {
    const start = Math.max(at, Math.floor(from * text.length));
    const end = Math.min(text.length, start + length);
    if (start > text.length || (edits.length > 0 && start === edits[edits.length - 1].end)) continue;
    edits.push({ start, end, text: written });
    at = end + 1;
  }
  return edits;
}

const round = fc.array(fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(4), text: letters }), { maxLength: 5 });

test('rounds of edits become one set that gives the same text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('ا', 'ب', ' ', '\n', 'x', '😀'), maxLength: 60 }),
      fc.array(round, { maxLength: 4 }),
      (text, wanted) => {
        let fixed = text;
        const rounds = wanted.map((shares) => {
          const edits = place(fixed, shares);
          fixed = applyEdits(fixed, edits);
          return edits;
        });
        const composed = compose(text, rounds);
        assert.equal(applyEdits(text, composed), fixed);
        for (const [i, { start, end, text: written }] of composed.entries()) {
          assert.ok(i === 0 || composed[i - 1].end <= start);
          assert.notEqual(text.slice(start, end), written);
        }
      },
    ),
    { seed: 4, numRuns: 500 },
  );
});

test('an edit that writes most of what stood there says only what is new', () => {
  assert.deepEqual(compose('abcdef', [[{ start: 0, end: 6, text: 'abXdef' }]]), [{ start: 2, end: 3, text: 'X' }]);
  assert.deepEqual(compose('abc', [[{ start: 0, end: 3, text: 'abc' }]]), []);
  assert.deepEqual(compose('abc', [[{ start: 1, end: 2, text: 'X' }], [{ start: 1, end: 2, text: 'b' }]]), []);
});
