import { countUsage, Family, forEachQuotingBlock, glyphAt, readLeans, USAGE_LENGTH, type Usage, usageOf } from '../text/quotations';
import type { Facet } from './facet';

/**
 * In which order a source writes the two marks of a family: `usual` “…”, `turned` ”…“ (the order that the Unicode CLDR
 * gives for Arabic), `same` one mark on both sides, null where it can't be told.
 */
export type Order = 'usual' | 'turned' | 'same' | null;

export interface SourceStyle {
  readonly guillemets: Order;
  readonly curly: Order;
}

/** By source; a source that isn't there has shown no style. */
export type StyleJudgement = ReadonlyMap<string, SourceStyle>;

/** Marks whose place tells what they do; from so many on a source's habit is one. */
const HABIT = 12;
/** The share of its marks by which a source keeps to a habit. Newspapers that often turn marks were seen to keep to 96 % and more. */
const KEPT = 0.75;
/** One mark on both sides is a house style only where hardly anything else is written. */
const KEPT_SAME = 0.9;

function orderOf({ firstOpens, firstCloses, secondOpens, secondCloses }: Usage): Order {
  const all = firstOpens + firstCloses + secondOpens + secondCloses;
  if (all < HABIT) return null;
  for (const [opens, closes] of [
    [firstOpens, firstCloses],
    [secondOpens, secondCloses],
  ]) {
    if (opens + closes >= KEPT_SAME * all && Math.min(opens, closes) >= 0.3 * all) return 'same';
  }
  if (firstOpens + secondCloses >= KEPT * all) return 'usual';
  return secondOpens + firstCloses >= KEPT * all ? 'turned' : null;
}

/** The number of a block and what its marks tell: `USAGE_LENGTH` counts. */
const ROW = 1 + USAGE_LENGTH;

/** Which convention of quotation marks each source follows. The sum holds the counts of each source, a block's once. */
export const style: Facet<Uint32Array, Map<number, Float64Array>, StyleJudgement> = {
  version: 2,

  collect(article, _vocabulary, leftovers) {
    const { start, end } = article.blocks;
    if (article.quotes.length === 0) return new Uint32Array(0);
    const rows: number[] = [];
    const leans = new Int8Array(article.quotes.length);
    const counts = new Uint32Array(USAGE_LENGTH);
    forEachQuotingBlock(article, (b, from, to) => {
      if (leftovers.covers(start[b], end[b])) return;
      counts.fill(0);
      readLeans(article, from, to, start[b], end[b], leans);
      for (let q = from; q < to; q++) countUsage(glyphAt(article.text, article.quotes[q]), leans[q], counts);
      if (counts.some((count) => count > 0)) rows.push(b, ...counts);
    });
    return Uint32Array.from(rows);
  },

  empty: () => new Map(),

  add(sum, piece, { source, votes, sign }) {
    const counts = sum.get(source) ?? new Float64Array(USAGE_LENGTH);
    sum.set(source, counts);
    for (let at = 0; at < piece.length; at += ROW) {
      if (votes[piece[at]] === 0) continue;
      for (let k = 0; k < USAGE_LENGTH; k++) counts[k] += sign * piece[at + 1 + k];
    }
  },

  judge(sum, { sources, present }) {
    const judged = new Map<string, SourceStyle>();
    for (const number of present) {
      const counts = sum.get(number);
      if (!counts) continue;
      const guillemets = orderOf(usageOf(counts, Family.GUILLEMETS));
      const curly = orderOf(usageOf(counts, Family.CURLY));
      if (guillemets || curly) judged.set(sources[number], { guillemets, curly });
    }
    return judged;
  },
};
