import type { Reading } from '../text/pairing';
import { Family, type Mark, Role, Side } from '../text/quotations';
import page from './doubled-quote.md';
import { Holds } from './holdings';
import { isBalanced, isTwin, type Lone, replaceMark } from './quotes';
import { type Problem, rule } from './rule';

/** A quotation mark that stands twice where it should stand once. */
export const doubledQuote = rule({
  id: 'doubled-quote',
  group: 'quotes',
  severity: 'warning',
  summary: 'A quotation mark stands twice.',
  page,
  messages: {
    doubled: '{mark} stands twice where it should stand once.',
    remove: 'Remove {mark}',
    removeBoth: 'Write the marks once',
  },
  options: {},
  needs: Holds.QUOTE,

  *check(_article, { facts: { quotations } }) {
    const problems = quotations.lone.filter(isTwin).map((lone) => {
      const mark = lone.reading.marks[lone.m];
      return problem(mark, 'remove', quotesSentence(lone), [mark]);
    });
    for (const reading of quotations.readings) {
      for (const [outer, inner] of doubledPairs(reading)) problems.push(problem(outer, 'removeBoth', isBalanced(reading), [outer, inner]));
    }
    yield* problems.sort((a, b) => a.start - b.start);
  },
});

/**
 * Whether the mark is all that is wrong in its block, and the quotation that it opens twice goes on to the end of a sentence: if
 * a close were missing, the mark would still be too many. Elsewhere a quotation around this one may have lost its other end.
 */
function quotesSentence({ reading: { marks, roles, partners }, m }: Lone): boolean {
  if (roles[m] !== Role.OPENS || roles.some((role, other) => other !== m && role !== Role.NEITHER && partners[other] < 0)) return false;
  const twin = marks[m + 1]?.touches ? m + 1 : m - 1;
  const close = marks[partners[twin]];
  return close !== undefined && (close.after === Side.EDGE || close.after === Side.SIGN);
}

/** The outer marks of quotations that are marked twice at both ends. */
function* doubledPairs({ marks, partners }: Reading): Iterable<readonly [opening: Mark, closing: Mark]> {
  for (let first = 0; first < marks.length; first++) {
    const last = partners[first];
    if (last <= first) continue;
    const [opening, closing] = [marks[first], marks[last]];
    // ‹‹…›› and ''…'' stand for «…» and "…" where a typist has no other marks; {{…}} for scripture.
    if (opening.family !== Family.GUILLEMETS && opening.family !== Family.CURLY && opening.family !== Family.STRAIGHT) continue;
    const isWithin = partners[first + 1] === last - 1 && last - 1 > first + 1 && marks[first + 1].touches && closing.touches;
    if (isWithin && marks[first + 1].glyph === opening.glyph && marks[last - 1].glyph === closing.glyph) yield [opening, closing];
  }
}

function problem({ offset, glyph }: Mark, title: string, safe: boolean, gone: readonly Mark[]): Problem {
  return {
    start: offset,
    end: offset + 1,
    message: 'doubled',
    slots: { mark: glyph },
    fixes: [{ title, slots: { mark: glyph }, safe, edits: gone.map((mark) => replaceMark(mark, '')) }],
    data: { kind: 'doubled' },
  };
}
