import type { Lexicon } from './lexicon';
import type { Pair } from './pairs';

/** What an article tells about names: its words in reading order. */
export interface Piece {
  readonly source: string;
  /** Word numbers; 0 where something other than blanks and quotation marks stands between two words. */
  readonly words: Uint32Array;
  /** Where each block ends in `words`. */
  readonly blocks: Uint32Array;
}

/** Occurrences and articles of one spelling in one source. */
export interface Count {
  count: number;
  articles: number;
  /** Articles that hold it, those too whose blocks all stood elsewhere before. */
  holding: number;
}

/** What the articles tell of one spelling. Blocks of the same words count once a source. */
export interface Witness {
  readonly sources: Map<string, Count>;
  /** The words before and after it, in their order. */
  readonly lefts: Neighbours;
  readonly rights: Neighbours;
}

/** What the articles tell of the spellings that are asked about, by word number. */
export interface Witnesses {
  readonly articles: number;
  /** Names of the sources, by the number that `Neighbours` gives them. */
  readonly sources: readonly string[];
  readonly bySpelling: ReadonlyMap<number, Witness>;
  /** Per pair, by its place in the list: articles that hold both. */
  readonly together: Uint32Array;
  /** The articles that hold one of the words that were listened for, in their order. */
  readonly holders: readonly Piece[];
}

/** What is asked of a word: whom it stands with; where it stands. */
const ASKED = 1;
const LISTENED = 2;

/** Neighbours of one spelling that are kept: enough to know its company. */
const MOST_NEIGHBOURS = 5_000;

/** The words on one side of a spelling, in their order, and by place the number of the source (`Witnesses.sources`) that set it there. */
export interface Neighbours {
  readonly words: Uint32Array;
  readonly sources: Uint32Array;
}

/** Notes neighbours as they come, and then gathers them by spelling: many thousand small arrays would take longer than all else. */
class Notes {
  private entries = new Uint32Array(3 << 16);
  private length = 0;

  add(slot: number, word: number, source: number): void {
    if (this.length + 3 > this.entries.length) {
      const larger = new Uint32Array(this.entries.length * 2);
      larger.set(this.entries);
      this.entries = larger;
    }
    this.entries[this.length] = slot;
    this.entries[this.length + 1] = word;
    this.entries[this.length + 2] = source;
    this.length += 3;
  }

  /** The neighbours of each of `count` slots. */
  gather(count: number): Neighbours[] {
    const { entries, length } = this;
    const starts = new Uint32Array(count + 1);
    for (let i = 0; i < length; i += 3) starts[entries[i] + 1]++;
    for (let slot = 0; slot < count; slot++) starts[slot + 1] += starts[slot];
    const next = starts.slice();
    const words = new Uint32Array(length / 3);
    const sources = new Uint32Array(length / 3);
    for (let i = 0; i < length; i += 3) {
      const at = next[entries[i]]++;
      words[at] = entries[i + 1];
      sources[at] = entries[i + 2];
    }
    return Array.from({ length: count }, (_, slot) => {
      const to = Math.min(starts[slot + 1], starts[slot] + MOST_NEIGHBOURS);
      return { words: words.subarray(starts[slot], to), sources: sources.subarray(starts[slot], to) };
    });
  }
}

/** Goes once through all articles, hears what they tell of the spellings of `pairs`, and notes those that hold `listened`, word numbers. */
export function hear(pieces: readonly Piece[], pairs: readonly Pair[], lexicon: Lexicon, listened: readonly number[]): Witnesses {
  const slots = new Map<number, number>();
  const slotOf = (id: number): number => {
    const slot = slots.get(id) ?? slots.size;
    slots.set(id, slot);
    return slot;
  };
  const ends = pairs.map(({ head, other }) => [slotOf(head), slotOf(other)] as const);
  const counts: Map<string, Count>[] = Array.from(slots, () => new Map());
  const [lefts, rights] = [new Notes(), new Notes()];
  /** Per slot of the rarer spelling: its pairs. */
  const partners: number[][] = counts.map(() => []);
  ends.forEach(([, other], number) => {
    partners[other].push(number);
  });
  // By word number: whether it is asked for at all, which most words aren't; one more than the slot of the spelling that a word is read as, and of that which it may be read as.
  const first = new Uint32Array(lexicon.size + 1);
  const second = new Uint32Array(lexicon.size + 1);
  const asked = new Uint8Array(lexicon.size + 1);
  const slotBy = new Uint32Array(lexicon.limit);
  for (const [id, slot] of slots) slotBy[id] = slot + 1;
  for (let id = 1; id <= lexicon.size; id++) {
    first[id] = slotBy[lexicon.base[id]];
    if (lexicon.other[id] !== 0) second[id] = slotBy[lexicon.other[id]];
    if (first[id] + second[id] > 0) asked[id] = ASKED;
    if (listened.includes(lexicon.base[id])) asked[id] |= LISTENED;
  }
  const { base } = lexicon;
  const together = new Uint32Array(pairs.length);
  const seenIn = new Uint32Array(counts.length);
  const counted = new Uint32Array(counts.length);
  const seenBlocks = new Set<number>();
  const seeds = new Map<string, number>();
  const held: number[] = [];
  let articles = 0;
  const holders: Piece[] = [];
  for (const piece of pieces) {
    const { source, words, blocks } = piece;
    articles++;
    const seed = seeds.get(source) ?? seeds.size + 1;
    seeds.set(source, seed);
    held.length = 0;
    let from = 0;
    let heard = 0;
    for (let b = 0; b < blocks.length; b++) {
      const to = blocks[b];
      let fresh = -1;
      for (let i = nextAsked(words, from, to, asked); i < to; i = nextAsked(words, i + 1, to, asked)) {
        const word = words[i];
        heard |= asked[word];
        for (let slot = first[word] || second[word]; slot > 0; slot = slot === first[word] && second[word] !== slot ? second[word] : 0) {
          const at = slot - 1;
          if (seenIn[at] !== articles) {
            seenIn[at] = articles;
            held.push(at);
          }
          if (fresh < 0) fresh = isNew(seenBlocks, seed, words, from, to) ? 1 : 0;
          if (fresh === 0) continue;
          counted[at]++;
          if (i > from && words[i - 1] !== 0) lefts.add(at, base[words[i - 1]], seed - 1);
          if (i + 1 < to && words[i + 1] !== 0) rights.add(at, base[words[i + 1]], seed - 1);
        }
      }
      from = to;
    }
    if ((heard & LISTENED) !== 0) holders.push(piece);
    for (const at of held) {
      const count = counts[at].get(source) ?? { count: 0, articles: 0, holding: 0 };
      counts[at].set(source, count);
      count.count += counted[at];
      count.holding++;
      counted[at] = 0;
      for (const number of partners[at]) if (seenIn[ends[number][0]] === articles) together[number]++;
    }
  }
  // Copies hold a spelling without counting for it.
  for (const bySource of counts) for (const count of bySource.values()) count.articles = Math.min(count.holding, count.count);
  const [before, after] = [lefts.gather(counts.length), rights.gather(counts.length)];
  const bySpelling = new Map<number, Witness>();
  for (const [id, slot] of slots) bySpelling.set(id, { sources: counts[slot], lefts: before[slot], rights: after[slot] });
  return { articles, sources: [...seeds.keys()], bySpelling, together, holders };
}

/** The next place from `from` on that holds a word which is asked for, or else `to`. Nearly all the time is spent here: most words are not. */
export function nextAsked(words: Uint32Array, from: number, to: number, asked: Uint8Array): number {
  let i = from;
  while (i < to && asked[words[i]] === 0) i++;
  return i;
}

/** Whether a block of these words was not met in this source before. */
export function isNew(seen: Set<number>, seed: number, words: Uint32Array, from: number, to: number): boolean {
  let high = seed;
  let low = ~seed;
  for (let i = from; i < to; i++) {
    high = Math.imul(high ^ words[i], 0x01000193);
    low = Math.imul((low << 5) ^ (low >>> 27) ^ words[i], 0x85ebca6b);
  }
  const key = (high >>> 0) * 0x200000 + (low >>> 11);
  const size = seen.size;
  return seen.add(key).size > size;
}
