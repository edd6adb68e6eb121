import type { Article } from '../text/article';
import { ALEF, CLASS, Class } from '../text/characters';
import { DOUBLE_PRIME, Family, type Mark, Role, Side } from '../text/quotations';
import page from './detached-quote.md';
import { Holds } from './holdings';
import { isBalanced, isTurned } from './quotes';
import { type Edit, type Fix, type Problem, rule } from './rule';

/** A blank between a quotation mark and the words that it quotes, and none where it should be. */
export const detachedQuote = rule({
  id: 'detached-quote',
  group: 'quotes',
  severity: 'warning',
  summary: 'A blank stands on the wrong side of a quotation mark.',
  page,
  messages: {
    opening: '{mark} opens a quotation, but clings to the word before it.',
    closing: '{mark} closes a quotation, but clings to the word after it.',
    move: 'Move the blank to the other side',
  },
  options: {},
  needs: Holds.QUOTE,

  *check(article, { facts: { quotations } }) {
    const { readings, conventions } = quotations;
    for (const reading of readings) {
      const { marks, roles, partners } = reading;
      // Where a mark has no partner it can't be told what the others do.
      if (!isBalanced(reading)) continue;
      for (let m = 0; m < marks.length; m++) {
        const [mark, other] = [marks[m], marks[partners[m]]];
        // What differs from its partner, is turned, or no quotation mark at all, is told of by other rules.
        if (!other || other.family !== mark.family || mark.run > 1 || mark.glyph === DOUBLE_PRIME || isTurned(mark, roles[m], conventions)) continue;
        if (!clings(mark, roles[m]) || isTanwin(article.text, mark, other)) continue;
        // Straight marks with others between them may be a quotation that was never opened, and one that was never closed.
        if (mark.family === Family.STRAIGHT && Math.abs(partners[m] - m) > 1) continue;
        yield problem(article, mark, roles[m] === Role.OPENS);
      }
    }
  },
});

/** Whether a mark is parted from what it quotes, and from what it doesn't quote isn't. */
const clings = ({ before, after }: Mark, role: Role): boolean =>
  role === Role.OPENS ? before === Side.WORD && after === Side.BLANK : before === Side.BLANK && after === Side.WORD;

/** Two straight marks after alef, يوما" كاملا", stand for the tanwin that shares their key. */
const isTanwin = (text: string, mark: Mark, other: Mark): boolean =>
  [mark, other].every(({ family, offset }) => family === Family.STRAIGHT && text.charCodeAt(offset - 1) === ALEF);

function problem({ text }: Article, { offset, glyph }: Mark, opens: boolean): Problem {
  const [from, to] = opens ? [offset + 1, blanksEnd(text, offset + 1, 1)] : [blanksEnd(text, offset - 1, -1) + 1, offset];
  const place = opens ? offset : offset + 1;
  const edits: Edit[] = [
    { start: from, end: to, text: '' },
    { start: place, end: place, text: ' ' },
  ];
  const fix: Fix = { title: 'move', safe: true, edits: opens ? edits.reverse() : edits };
  const kind = opens ? 'opening' : 'closing';
  return { start: offset, end: offset + 1, message: kind, slots: { mark: glyph }, fixes: [fix], data: { kind: `detached-${kind}` } };
}

/** The first place from `at` on, forwards or backwards, where no blank stands. */
function blanksEnd(text: string, at: number, step: 1 | -1): number {
  let end = at;
  while (CLASS[text.charCodeAt(end)] === Class.BLANK) end += step;
  return end;
}
