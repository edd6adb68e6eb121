import { markFor, type Reading } from '../text/pairing';
import { DOUBLE_PRIME, Family, Role } from '../text/quotations';
import { Holds } from './holdings';
import page from './mixed-quote.md';
import { isBalanced, type Quotations } from './quotes';
import { type Problem, rule } from './rule';

/** One quotation whose two ends are marks of different kinds. */
export const mixedQuote = rule({
  id: 'mixed-quote',
  group: 'quotes',
  severity: 'warning',
  summary: 'A quotation opens with a mark of one kind and closes with one of another.',
  page,
  messages: {
    mixed: 'The quotation opens with {opening} and closes with {closing}.',
    open: 'Open with {mark}',
    close: 'Close with {mark}',
  },
  options: {},
  needs: Holds.QUOTE,

  *check(_article, { facts: { quotations } }) {
    for (const reading of quotations.readings) yield* mixedPairs(reading, quotations);
  },
});

function mixedPairs(reading: Reading, { conventions, marks: counts }: Quotations): Problem[] {
  const { marks, partners } = reading;
  const problems: Problem[] = [];
  for (let first = 0; first < marks.length; first++) {
    const last = partners[first];
    if (last <= first) continue;
    const [opening, closing] = [marks[first], marks[last]];
    if (opening.family === closing.family || closing.glyph === DOUBLE_PRIME) continue;
    // The kind that the article hardly writes is the slip; else the close, which was typed later.
    const opens = counts[closing.family] > 2 * counts[opening.family];
    const [wrong, right] = opens ? [opening, closing] : [closing, opening];
    // Apostrophes have two forms, one of them with both ends alike.
    const isPlain = right.family === Family.APOSTROPHES && right.usual === Role.NEITHER;
    const mark = isPlain ? right.glyph : markFor(right.family, opens ? Role.OPENS : Role.CLOSES, conventions);
    const [start, end] = extentOf(reading, opens ? first : last);
    // Where the kind stands once more, the other end may be the slip.
    const hardlyWritten = counts[wrong.family] === end - start && counts[right.family] >= 3;
    const safe = hardlyWritten && isBalanced(reading) && opening.lean >= 2 && closing.lean <= -2;
    problems.push({
      start,
      end,
      message: 'mixed',
      slots: { opening: opening.glyph, closing: closing.glyph },
      fixes: [{ title: opens ? 'open' : 'close', slots: { mark }, safe, edits: [{ start, end, text: mark }] }],
      data: { kind: 'mixed' },
    });
  }
  return problems.sort((a, b) => a.start - b.start);
}

/** From where to where a mark stands: two apostrophes make up one. */
function extentOf({ marks, partners }: Reading, m: number): readonly [start: number, end: number] {
  const { offset, family, glyph } = marks[m];
  const isTwin = (other: number, at: number): boolean =>
    family === Family.APOSTROPHES && partners[other] === -1 && marks[other].glyph === glyph && marks[other].offset === at;
  return [isTwin(m - 1, offset - 1) ? offset - 1 : offset, isTwin(m + 1, offset + 1) ? offset + 2 : offset + 1];
}
