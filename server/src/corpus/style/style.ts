import type { Article } from '../../text/article';
import { stretchedWords } from '../../text/stretching';
import type { Facet } from '../facet';
import { isOfSentences } from '../prose';
import { countMarks, countStretching, countWords } from './count';
import { COUNTERS, type SourceStyle, styleOf } from './habits';

/** The house style by source; a source that isn't there has no articles. */
export type StyleJudgement = ReadonlyMap<string, SourceStyle>;

/** The counters of each source, by number. */
export type StyleSum = Map<number, Float64Array>;

/** In an entry of a row: the bits above are the counter, those below its count. */
const COUNT_BITS = 24;
const MOST = 2 ** COUNT_BITS - 1;

/** Calls `visit` for each block of sentences with what it shows; `counters` are only lent. What stands in headlines and in menus is set in ways of its own. */
function forEachBlock(article: Article, visit: (block: number, counters: Uint32Array) => void): void {
  const { blocks, quotes, language } = article;
  const counters = new Uint32Array(COUNTERS);
  const leans = new Int8Array(quotes.length);
  const stretched = language === 'other' ? [] : stretchedWords(article);
  let quote = 0;
  let stretch = 0;
  for (let b = 0; b < blocks.count; b++) {
    const firstQuote = quote;
    while (quote < quotes.length && quotes[quote] < blocks.end[b]) quote++;
    const firstStretch = stretch;
    while (stretch < stretched.length && stretched[stretch] < blocks.firstWord[b + 1]) stretch++;
    if (!isOfSentences(article, b)) continue;
    counters.fill(0);
    if (quote > firstQuote) countMarks(article, b, firstQuote, quote, leans, counters);
    // The habits beside quotation marks are those of Arabic script.
    if (language !== 'other') {
      countWords(article, b, counters);
      countStretching(article, b, stretch > firstStretch, counters);
    }
    visit(b, counters);
  }
}

/**
 * The house style of each source. A piece holds a row for each block that shows something: the block, how many entries
 * follow, and the entries. The sum holds the counters of each source, a block's once.
 */
export const style: Facet<Uint32Array, StyleSum, StyleJudgement> = {
  collect(article) {
    const rows: number[] = [];
    forEachBlock(article, (b, counters) => {
      const head = rows.length;
      for (let k = 0; k < COUNTERS; k++) {
        if (counters[k] === 0) continue;
        if (rows.length === head) rows.push(b, 0);
        rows.push(((k << COUNT_BITS) | Math.min(MOST, counters[k])) >>> 0);
        rows[head + 1]++;
      }
    });
    return Uint32Array.from(rows);
  },

  empty: () => new Map(),

  add(sum, piece, { source, votes, sign }) {
    const counters = sum.get(source) ?? new Float64Array(COUNTERS);
    sum.set(source, counters);
    for (let at = 0; at < piece.length; ) {
      const weight = sign * votes[piece[at]];
      const end = at + 2 + piece[at + 1];
      for (at += 2; at < end; at++) counters[piece[at] >>> COUNT_BITS] += weight * (piece[at] & MOST);
    }
  },

  judge: (sum, { sources, present }) => new Map(present.map((number) => [sources[number], styleOf(sum.get(number)!)])),
};
