import type { Article } from '../text/article';
import { blockWords } from '../text/article';
import { keyOf, runKey } from '../text/scan';
import type { Facet } from './facet';
import { findHeadline } from './headline';
import type { Leftovers } from './leftovers/leftovers';

/** Words by which a headline is recognised where it starts in mid-line. */
export const OPENING = 4;

/** A headline: the key of its first `OPENING` words (0 where it has fewer), of all its words, and how many. */
interface Headline {
  readonly opening: number;
  readonly key: number;
  readonly words: number;
}

export interface SourceLines {
  readonly articles: number;
  /** Articles that hold a block, by block key, where they are at least two. */
  readonly repeated: ReadonlyMap<number, number>;
}

export interface LinesJudgement {
  readonly sources: ReadonlyMap<string, SourceLines>;
  /** Articles that have this headline, by key. */
  readonly headlines: ReadonlyMap<number, number>;
  /** Headlines that start with these words: number of words and key of each. */
  readonly openings: ReadonlyMap<number, readonly (readonly [words: number, key: number])[]>;
}

/** The key of block `b`; for a block with words the `runKey` of all its words. */
export const blockKey = ({ blocks }: Article, b: number): number => keyOf(blocks.hash[2 * b], blocks.hash[2 * b + 1]);

/** The block that is the article's headline, -1 where there is none. */
export function headlineBlock(article: Article, leftovers: Leftovers): number {
  const { blocks } = article;
  const words = Array.from({ length: blocks.count }, (_, b) => blockWords(article, b));
  return findHeadline(words, (b) => leftovers.covers(blocks.start[b], blocks.end[b]));
}

/** How often lines recur in a source, and which lines are headlines. */
export const lines: Facet<Headline | null, Map<number, { headline: Headline; articles: number }>, LinesJudgement> = {
  version: 1,

  collect(article, _vocabulary, leftovers) {
    const b = headlineBlock(article, leftovers);
    if (b < 0) return null;
    const from = article.blocks.firstWord[b];
    const words = blockWords(article, b);
    return { opening: words < OPENING ? 0 : runKey(article.words, from, from + OPENING), key: blockKey(article, b), words };
  },

  empty: () => new Map(),

  add(sum, headline, { sign }) {
    if (!headline) return;
    const entry = sum.get(headline.key) ?? { headline, articles: 0 };
    entry.articles += sign;
    if (entry.articles === 0) sum.delete(headline.key);
    else sum.set(headline.key, entry);
  },

  judge(sum, corpus) {
    const sources = new Map<string, SourceLines>();
    for (const number of corpus.present) {
      const found = corpus.blocks[number].atLeast(2);
      const repeated = new Map<number, number>();
      for (let i = 0; i < found.length; i += 3) repeated.set(keyOf(found[i], found[i + 1]), found[i + 2]);
      sources.set(corpus.sources[number], { articles: corpus.articles[number], repeated });
    }
    const headlines = new Map<number, number>();
    const openings = new Map<number, [number, number][]>();
    for (const key of Float64Array.from(sum.keys()).sort()) {
      const { headline, articles } = sum.get(key)!;
      headlines.set(key, articles);
      if (headline.opening === 0) continue;
      const known = openings.get(headline.opening);
      if (known) known.push([headline.words, key]);
      else openings.set(headline.opening, [[headline.words, key]]);
    }
    for (const candidates of openings.values()) candidates.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    return { sources, headlines, openings };
  },
};
