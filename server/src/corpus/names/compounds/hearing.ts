import type { Lexicon } from '../lexicon';
import { isNew, nextAsked, type Piece } from '../witnesses';
import type { Candidate, Wanted } from './candidates';

/** What the articles tell of one way to write a name. Blocks of the same words count once a source. */
export interface Way {
  /** Occurrences and articles by source. */
  readonly sources: Map<string, [count: number, articles: number]>;
  /** Occurrences by the word right before and right after it. */
  readonly before: Map<number, number>;
  readonly after: Map<number, number>;
}

/** A candidate and what is told of it, in one piece and in two. */
export interface Heard extends Wanted {
  readonly ways: readonly [joined: Way, apart: Way];
}

const way = (): Way => ({ sources: new Map(), before: new Map(), after: new Map() });

const PAIR = 2 ** 26;
const pairKey = (first: number, second: number): number => first * PAIR + second;

/** Bits of a filter of pairs, of which most that stand side by side are none. */
const FILTER_BITS = 20;
const slotOf = (first: number, second: number): number =>
  ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - FILTER_BITS)) & ((1 << FILTER_BITS) - 1);

/** The candidates whose parts stand side by side. Copies count, as this only narrows them down. */
export function standingApart<C extends Candidate>(pieces: readonly Piece[], candidates: readonly C[], { base, size }: Lexicon): C[] {
  const filter = new Uint8Array(1 << FILTER_BITS);
  const isFirst = new Uint8Array(size + 1);
  for (const { first, second } of candidates) {
    filter[slotOf(first, second)] = 1;
    isFirst[first] = 1;
  }
  isFirst[0] = 0;
  const asked = new Uint8Array(size + 1);
  for (let id = 1; id <= size; id++) asked[id] = isFirst[base[id]];
  const found = new Set<number>();
  for (const { words, blocks } of pieces) {
    let from = 0;
    for (const to of blocks) {
      for (let i = nextAsked(words, from, to - 1, asked); i < to - 1; i = nextAsked(words, i + 1, to - 1, asked)) {
        const first = base[words[i]];
        if (filter[slotOf(first, words[i + 1])] === 0) continue;
        found.add(pairKey(first, words[i + 1]));
      }
      from = to;
    }
  }
  return candidates.filter(({ first, second }) => found.has(pairKey(first, second)));
}

const NONE: readonly Heard[] = [];

/** Goes once through all articles and hears of the candidates. */
export function hearCompounds(pieces: readonly Piece[], candidates: readonly Wanted[], { base, size }: Lexicon): Heard[] {
  const heard = candidates.map((candidate): Heard => ({ ...candidate, ways: [way(), way()] }));
  const [whole, parted] = [new Map<number, Heard[]>(), new Map<number, Heard>()];
  const isPart = new Uint8Array(size + 1);
  for (const each of heard) {
    whole.set(each.joined, [...(whole.get(each.joined) ?? []), each]);
    isPart[each.joined] = 1;
    if (each.first === 0 || each.second === 0) continue;
    parted.set(pairKey(each.first, each.second), each);
    isPart[each.first] = 1;
  }
  // No word: something stands between two.
  isPart[0] = 0;
  const asked = new Uint8Array(size + 1);
  for (let id = 1; id <= size; id++) asked[id] = isPart[base[id]];
  const seen = new Set<number>();
  const seeds = new Map<string, number>();
  const lastArticle = new Map<Way, number>();
  let articles = 0;
  for (const { source, words, blocks } of pieces) {
    const article = ++articles;
    const seed = seeds.get(source) ?? seeds.size + 1;
    seeds.set(source, seed);
    let from = 0;
    for (const to of blocks) {
      let i = nextAsked(words, from, to, asked);
      // Most blocks hold none of the words.
      if (i < to) {
        let fresh: boolean | null = null;
        const note = (told: Way, at: number, length: number): void => {
          fresh ??= isNew(seen, seed, words, from, to);
          if (!fresh) return;
          const count = told.sources.get(source) ?? [0, 0];
          told.sources.set(source, count);
          count[0]++;
          if (lastArticle.get(told) !== article) count[1]++;
          lastArticle.set(told, article);
          if (at > from && words[at - 1] !== 0) increase(told.before, base[words[at - 1]]);
          if (at + length < to && words[at + length] !== 0) increase(told.after, base[words[at + length]]);
        };
        for (; i < to; i = nextAsked(words, i + 1, to, asked)) {
          const word = base[words[i]];
          const pair = i + 1 < to ? parted.get(pairKey(word, words[i + 1])) : undefined;
          for (const { ways } of whole.get(word) ?? NONE) note(ways[0], i, 1);
          if (pair) note(pair.ways[1], i, 2);
        }
      }
      from = to;
    }
  }
  return heard;
}

function increase(tally: Map<number, number>, word: number): void {
  tally.set(word, (tally.get(word) ?? 0) + 1);
}

/** How often a way is taken. */
export function timesOf({ sources }: Way): number {
  let times = 0;
  for (const [count] of sources.values()) times += count;
  return times;
}
