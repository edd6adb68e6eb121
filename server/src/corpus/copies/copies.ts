import { keyOf } from '../../text/hash';
import type { Facet } from '../facet';
import { Comparison } from './pairs';
import { type Sketch, sketchOf } from './sketch';

/** An article that holds what another one says. */
export interface Copy {
  readonly article: string;
  readonly source: string;
  /** The share of the other's shingles that stand in this one, two decimals. */
  readonly share: number;
  /** The two say the same, word for word. */
  readonly same: boolean;
}

/** What the corpus holds of an article elsewhere. */
export interface Copied {
  /** Largest share first, those of the same words before all, then by id; no more than `LISTED`. */
  readonly others: readonly Copy[];
  /** How many there are. */
  readonly count: number;
  /** Most of it stands in so many articles that they weren't compared. */
  readonly crowded: boolean;
}

/** By id, the articles of which at least half stands in another one. */
export type CopiesJudgement = ReadonlyMap<string, Copied>;

/** Copies of an article that are named. */
export const LISTED = 20;

/**
 * Which articles are copies of others. It only tells: copies count in other evidence as all articles do, by their blocks,
 * once a source.
 */
export const copies: Facet<Sketch | null, null, CopiesJudgement> = {
  collect: sketchOf,

  empty: () => null,

  add() {},

  judge(_sum, _corpus, pieces) {
    const texts = distinctTexts(pieces);
    const comparison = new Comparison(texts.map(({ sketch }) => sketch));
    const shares = comparison.shares();
    const judged: [string, Copied][] = [];
    texts.forEach(({ articles }, text) => {
      const crowded = comparison.isCrowded(text);
      if (articles.length === 1 && shares[text].length === 0 && !crowded) return;
      const near = shares[text].flatMap(({ other, share }) => texts[other].articles.map((copy) => copyOf(copy, share, false)));
      near.sort((a, b) => b.share - a.share || (a.article < b.article ? -1 : 1));
      const same = articles.slice(0, LISTED + 1).map((copy) => copyOf(copy, 1, true));
      for (const [id] of articles) {
        const others = [...same.filter(({ article }) => article !== id), ...near].slice(0, LISTED);
        judged.push([id, { others, count: articles.length - 1 + near.length, crowded }]);
      }
    });
    return new Map(judged.sort(([a], [b]) => (a < b ? -1 : 1)));
  },
};

type ArticleCopy = readonly [id: string, source: string];

const copyOf = ([article, source]: ArticleCopy, share: number, same: boolean): Copy => ({
  article,
  source,
  share: Math.round(100 * share) / 100,
  same,
});

/** The texts of the corpus, each once, with the articles that have it, in the order of ids. */
function distinctTexts(pieces: Iterable<readonly [string, Sketch | null]>): { sketch: Sketch; articles: ArticleCopy[] }[] {
  const texts = new Map<number, { sketch: Sketch; articles: ArticleCopy[] }>();
  for (const [id, sketch] of pieces) {
    if (!sketch) continue;
    const key = keyOf(sketch.digest[0], sketch.digest[1]);
    const known = texts.get(key);
    if (known) known.articles.push([id, sketch.source]);
    else texts.set(key, { sketch, articles: [[id, sketch.source]] });
  }
  return [...texts.values()];
}
