import { type Article, blockKey, blockWords } from '../text/article';
import { keyOf, runKey } from '../text/hash';
import { closingKeys } from './closings';
import type { Facet } from './facet';
import { findHeadline, isPageTitle } from './headline';
import { readsAsNoHeadline, readsAsPage } from './leftovers/alone';
import type { Leftovers } from './leftovers/leftovers';
import { SHORT_PARAGRAPH_WORDS } from './leftovers/shape';
import { prefixKeys } from './prefixes';
import { isProseBlock } from './prose';
import { distinct, Tally } from './tally';

/** Words by which a headline is recognised where it starts in mid-line. */
export const OPENING = 4;

/** A headline: the key of its first `OPENING` words (0 where it has fewer), of all its words, and how many. */
interface Headline {
  readonly opening: number;
  readonly key: number;
  readonly words: number;
}

/** What recurs in the articles of a source. */
export interface SourceLines {
  readonly articles: number;
  /** Articles that hold a block, by block key, where they are at least two. */
  readonly repeated: ReadonlyMap<number, number>;
  /** Articles whose last paragraphs go on behind their last stop with these words, by `runKey`, where they are at least three. */
  readonly closings: ReadonlyMap<number, number>;
  /** Articles that begin a line of theirs, or their text, with these words (`prefixKeys`), where they are at least two. */
  readonly prefixes: ReadonlyMap<number, number>;
}

/** What an article tells: its blocks, its headline, how its last paragraphs go on behind their last stop (`closingKeys`), what it begins with (`prefixKeys`). */
interface Piece {
  /** Hashes of the blocks, high and low half each; each once. */
  readonly blocks: Uint32Array;
  readonly headline: Headline | null;
  readonly closings: Float64Array;
  readonly prefixes: Float64Array;
}

interface Sum {
  /** In how many articles each block stands, by number of the source. */
  readonly blocks: Map<number, Tally>;
  readonly headlines: Map<number, { headline: Headline; articles: number }>;
  /** Articles by closing key, by number of the source. */
  readonly closings: Map<number, Map<number, number>>;
  /** The same of prefixes. */
  readonly prefixes: Map<number, Map<number, number>>;
}

/** Fewer articles than this are chance. */
const LEAST_CLOSINGS = 3;
const LEAST_PREFIXES = 2;

/** What recurs in the corpus: by source, and headlines of all. */
export interface LinesJudgement {
  readonly sources: ReadonlyMap<string, SourceLines>;
  /** Articles that have this headline, by key. */
  readonly headlines: ReadonlyMap<number, number>;
  /** Headlines that start with these words: number of words and key of each. */
  readonly openings: ReadonlyMap<number, readonly (readonly [words: number, key: number])[]>;
}

/** The block that is the article's headline, -1 where there is none. */
export function headlineBlock(article: Article, leftovers: Leftovers): number {
  const { blocks } = article;
  return findHeadline(wordCounts(article), (b) => leftovers.covers(blocks.start[b], blocks.end[b]) || readsAsNoHeadline(article, b));
}

const wordCounts = (article: Article): number[] => Array.from({ length: article.blocks.count }, (_, b) => blockWords(article, b));

/** The headline, as far as the article by itself tells: below what says that it is a page's, and below its title. */
function headlineOf(article: Article): Headline | null {
  const b = findHeadline(wordCounts(article), (b) => readsAsPage(article, b) || isPageTitle(article, b));
  if (b < 0) return null;
  const from = article.blocks.firstWord[b];
  const words = blockWords(article, b);
  return { opening: words < OPENING ? 0 : runKey(article.words, from, from + OPENING), key: blockKey(article, b), words };
}

/** Adds to a count; one that returns to 0 leaves no trace. */
function count(counts: Map<number, number>, key: number, sign: number): void {
  const value = (counts.get(key) ?? 0) + sign;
  if (value === 0) counts.delete(key);
  else counts.set(key, value);
}

/** Adds to the counts of a source. */
function countIn(sums: Map<number, Map<number, number>>, source: number, keys: Float64Array, sign: number): void {
  if (keys.length === 0) return;
  const own = sums.get(source) ?? new Map<number, number>();
  sums.set(source, own);
  for (const key of keys) count(own, key, sign);
}

/** The counts that are large enough, in the order of the keys. */
function atLeast(counts: ReadonlyMap<number, number> | undefined, least: number): Map<number, number> {
  const found = new Map<number, number>();
  for (const key of counts ? Float64Array.from(counts.keys()).sort() : []) if (counts!.get(key)! >= least) found.set(key, counts!.get(key)!);
  return found;
}

/** How often lines recur in a source, how its articles close, and which lines are headlines. */
export const lines: Facet<Piece, Sum, LinesJudgement> = {
  collect(article) {
    return {
      blocks: distinct(article.blocks.hash),
      headline: headlineOf(article),
      closings: closingKeys(article, (b) => blockWords(article, b) >= SHORT_PARAGRAPH_WORDS),
      prefixes: prefixKeys(article, (b) => isProseBlock(article, b)),
    };
  },

  empty: () => ({ blocks: new Map(), headlines: new Map(), closings: new Map(), prefixes: new Map() }),

  add({ blocks, headlines, closings, prefixes }, piece, { source, sign }) {
    const counts = blocks.get(source) ?? new Tally();
    blocks.set(source, counts);
    for (let i = 0; i < piece.blocks.length; i += 2) counts.add(piece.blocks[i], piece.blocks[i + 1], sign);
    countIn(closings, source, piece.closings, sign);
    countIn(prefixes, source, piece.prefixes, sign);
    const { headline } = piece;
    if (!headline) return;
    const entry = headlines.get(headline.key) ?? { headline, articles: 0 };
    entry.articles += sign;
    if (entry.articles === 0) headlines.delete(headline.key);
    else headlines.set(headline.key, entry);
  },

  judge(sum, corpus) {
    const sources = new Map<string, SourceLines>();
    for (const number of corpus.present) {
      const found = sum.blocks.get(number)!.atLeast(2);
      const repeated = new Map<number, number>();
      for (let i = 0; i < found.length; i += 3) repeated.set(keyOf(found[i], found[i + 1]), found[i + 2]);
      const closings = atLeast(sum.closings.get(number), LEAST_CLOSINGS);
      const prefixes = atLeast(sum.prefixes.get(number), LEAST_PREFIXES);
      sources.set(corpus.sources[number], { articles: corpus.articles[number], repeated, closings, prefixes });
    }
    const headlines = new Map<number, number>();
    const openings = new Map<number, [number, number][]>();
    for (const key of Float64Array.from(sum.headlines.keys()).sort()) {
      const { headline, articles } = sum.headlines.get(key)!;
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
