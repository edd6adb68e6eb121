import type { Heard } from '../facet';
import type { Piece } from '../names/witnesses';
import type { Words } from './words';

/** Where a word stands: its neighbours, 0 where something parts them. */
export interface Neighbours {
  readonly left: number;
  readonly right: number;
}

/** Word numbers are below this; two of them make one exact number. */
const PAIR = 2 ** 26;
const FILTER_BITS = 20;
const FILTER_MASK = (1 << FILTER_BITS) - 1;

/** A pair must stand so often to tell anything. */
const ATTESTED = 2;

/**
 * Which words stand side by side. What is asked about is said beforehand (`watch`, then `expect`), so that two passes over
 * the corpus count the few pairs that matter and hold no others. A block of the same words counts once.
 */
export class Company {
  private readonly watched: Uint8Array;
  private readonly places = new Map<number, Neighbours[]>();
  private readonly pairs = new Map<number, number>();
  private readonly filter = new Uint32Array(1 << (FILTER_BITS - 5));
  /** Blocks that are new, three entries each: the text, and where the block begins and ends in it. */
  private readonly fresh: Uint32Array;
  private readonly texts: readonly Piece[];
  private total = 0;

  constructor(
    private readonly words: Words,
    heard: Heard,
  ) {
    this.watched = new Uint8Array(words.size + 1);
    this.texts = [...heard.texts()];
    this.fresh = freshBlocks(this.texts);
  }

  /** The places of `word` will be asked for. */
  watch(word: number): void {
    this.watched[word] = 1;
  }

  /** First pass: finds the places of the watched words. */
  find(): void {
    for (let b = 0; b < this.fresh.length; b += 3) {
      const { words } = this.texts[this.fresh[b]];
      const [from, to] = [this.fresh[b + 1], this.fresh[b + 2]];
      for (let i = from; i < to; i++) {
        if (this.watched[words[i]] !== 1) continue;
        const place = { left: i > from ? words[i - 1] : 0, right: i + 1 < to ? words[i + 1] : 0 };
        const known = this.places.get(words[i]);
        if (known) known.push(place);
        else this.places.set(words[i], [place]);
      }
    }
  }

  placesOf = (word: number): readonly Neighbours[] => this.places.get(word) ?? [];

  /** The pair `a` `b` will be asked for. */
  expect(a: number, b: number): void {
    if (a === 0 || b === 0) return;
    this.pairs.set(a * PAIR + b, 0);
    const bit = slot(a, b);
    this.filter[bit >>> 5] |= 1 << (bit & 31);
  }

  /** Second pass: counts the expected pairs. */
  count(): void {
    const { pairs, filter } = this;
    for (let b = 0; b < this.fresh.length; b += 3) {
      const { words } = this.texts[this.fresh[b]];
      const [from, to] = [this.fresh[b + 1], this.fresh[b + 2]];
      this.total += to - from;
      for (let i = from + 1; i < to; i++) {
        const bit = slot(words[i - 1], words[i]);
        if ((filter[bit >>> 5] & (1 << (bit & 31))) === 0) continue;
        const key = words[i - 1] * PAIR + words[i];
        const known = pairs.get(key);
        if (known !== undefined) pairs.set(key, known + 1);
      }
    }
  }

  /** How often `a` stands before `b`. */
  together = (a: number, b: number): number => this.pairs.get(a * PAIR + b) ?? 0;

  /** Nats by which `a` before `b` is likelier than chance; 0 where they hardly ever stand so. */
  bond(a: number, b: number): number {
    const together = a === 0 || b === 0 ? 0 : this.together(a, b);
    if (together < ATTESTED) return 0;
    return Math.max(0, Math.log((together * this.total) / (this.words.count(a) * this.words.count(b))));
  }
}

const slot = (a: number, b: number): number => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) & FILTER_MASK;

/** Each block of words once, however many articles hold it. */
function freshBlocks(texts: readonly Piece[]): Uint32Array {
  const seen = new Set<number>();
  const found: number[] = [];
  texts.forEach(({ words, blocks }, text) => {
    let from = 0;
    for (const to of blocks) {
      if (to > from) {
        const size = seen.size;
        if (seen.add(openingKey(words, from, to)).size > size) found.push(text, from, to);
      }
      from = to;
    }
  });
  return Uint32Array.from(found);
}

/** Copies of a block begin with the same words and are as long. */
const OPENING = 12;

function openingKey(words: Uint32Array, from: number, to: number): number {
  let high = to - from;
  let low = ~high;
  for (let i = from; i < to && i < from + OPENING; i++) {
    high = Math.imul(high ^ words[i], 0x01000193);
    low = Math.imul((low << 5) ^ (low >>> 27) ^ words[i], 0x85ebca6b);
  }
  return (high >>> 0) * 0x200000 + (low >>> 11);
}
