import type { Article } from '../text/article';
import { type Convention, markFor } from '../text/pairing';
import { Family, glyphAt, Role } from '../text/quotations';
import { Holds } from './holdings';
import type { Quotations } from './quotes';
import { rule } from './rule';
import page from './unusual-quote.md';

/** The kind of marks that a way of the habit means. */
const FAMILIES = { guillemets: Family.GUILLEMETS, curly: Family.CURLY, straight: Family.STRAIGHT } as const;

/** Quotations in marks of another kind than the source keeps to. One finding an article. */
export const unusualQuote = rule({
  id: 'unusual-quote',
  group: 'quotes',
  severity: 'info',
  summary: 'A quotation is marked otherwise than its source marks quotations.',
  page,
  messages: {
    once: 'A quotation is marked with {mark} here; its source writes {usual}.',
    often: {
      by: 'others',
      one: 'This quotation and one more of the article are not marked as their source does it, with {usual}.',
      other: 'This quotation and {others} more of the article are not marked as their source does it, with {usual}.',
    },
    write: 'Write {usual}',
    writeAll: 'Write {usual} for all',
  },
  options: {},
  needs: Holds.QUOTE,

  *check(article, { facts, leftovers }) {
    const way = facts.house?.quotationMarks.way;
    if (!way) return;
    const { quotations } = facts;
    const family = FAMILIES[way];
    const { conventions } = quotations;
    const found: Pair[] = [];
    for (const [opening, closing] of outerPairs(article, quotations)) {
      const own = glyphAt(article.text, opening).family;
      // Braces mark scripture, single marks quote within quotations.
      if (own === family || (own !== Family.GUILLEMETS && own !== Family.CURLY && own !== Family.STRAIGHT)) continue;
      if (own === glyphAt(article.text, closing).family && !leftovers.covers(opening, opening + 1)) found.push([opening, closing]);
    }
    if (found.length === 0) return;
    found.sort((a, b) => a[0] - b[0]);
    const [opening, closing] = found[0];
    const slots = { mark: article.text[opening] + article.text[closing], usual: usualPair(family, conventions) };
    const edits = found.flatMap(([start, end]) => [
      { start, end: start + 1, text: markFor(family, Role.OPENS, conventions) },
      { start: end, end: end + 1, text: markFor(family, Role.CLOSES, conventions) },
    ]);
    const count = found.length;
    yield {
      start: opening,
      end: opening + 1,
      message: count === 1 ? 'once' : 'often',
      slots: { ...slots, others: count - 1 },
      fixes: [{ title: count === 1 ? 'write' : 'writeAll', slots, safe: false, edits }],
      data: { kind: 'unusual-quote', count, places: found.map(([start]) => start) },
    };
  },
});

type Pair = readonly [opening: number, closing: number];

const usualPair = (family: number, conventions: readonly Convention[]): string =>
  markFor(family, Role.OPENS, conventions) + markFor(family, Role.CLOSES, conventions);

/** The offsets of the marks of each quotation that stands in no other. */
function* outerPairs({ quotes }: Article, { plain, readings }: Quotations): Iterable<Pair> {
  for (const [from, to] of plain) for (let q = from; q < to; q += 2) yield [quotes[q], quotes[q + 1]];
  for (const { marks, partners } of readings) {
    let beyond = 0;
    for (let m = 0; m < marks.length; m++) {
      if (m < beyond || partners[m] <= m) continue;
      beyond = partners[m];
      yield [marks[m].offset, marks[beyond].offset];
    }
  }
}
