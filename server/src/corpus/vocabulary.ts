import { EXPANSIONS, FOLD } from '../text/characters';
import { foldWord, hashWord, keyOf } from '../text/hash';

/** A vocabulary as plain arrays. */
export interface EncodedVocabulary {
  readonly hashes: Uint32Array;
  /** Where each word ends in `pool`, by number; 0 for number 0. */
  readonly ends: Uint32Array;
  readonly pool: Uint16Array;
}

/** Most words have fewer letters: these are folded without making a string. */
const SHORT = 32;
const letters = new Uint16Array(SHORT);

/**
 * The distinct words of a corpus, folded (`foldWord`), each with a number from 1 on. The letters stand in one pool, so
 * that half a million words cost no half million strings.
 */
export class Vocabulary {
  /** Numbers of words by the lowest bits of their high hash, 0 where a slot is free. Common words come early, so what a look-up compares lies close together. */
  private slots = new Uint32Array(1 << 12);
  private mask = (1 << 12) - 1;
  /** By number, high and low half. */
  private hashes = new Uint32Array(1 << 12);
  private ends = new Uint32Array(1 << 11);
  private pool = new Uint16Array(1 << 14);
  /** The highest number given; word numbers run from 1 to it. */
  size = 0;

  /** The number of the word with this hash, whose spelling stands at `start` to `end` of `text`; given now where it is new. */
  intern(high: number, low: number, text: string, start: number, end: number): number {
    const found = this.lookUp(high, low);
    if (found > 0) return found;
    let length = 0;
    for (let i = start; i < end && length < SHORT; i++) {
      const code = text.charCodeAt(i);
      if (FOLD[code] !== 0) letters[length++] = FOLD[code];
      else if (EXPANSIONS.has(code)) length = SHORT;
    }
    if (length === SHORT) return this.take(-found - 1, high, low, foldWord(text, start, end));
    const id = this.append(-found - 1, high, low, length);
    for (let i = 0, at = this.ends[id - 1]; i < length; i++) this.pool[at++] = letters[i];
    return id;
  }

  private take(slot: number, high: number, low: number, word: string): number {
    const id = this.append(slot, high, low, word.length);
    for (let i = 0, at = this.ends[id - 1]; i < word.length; i++) this.pool[at++] = word.charCodeAt(i);
    return id;
  }

  /** The number of a word, 0 where the corpus doesn't hold it. */
  find(word: string): number {
    const [high, low] = hashWord(word);
    return Math.max(0, this.lookUp(high, low));
  }

  /** The number of the word with this hash, 0 where the corpus doesn't hold it. */
  findHash(high: number, low: number): number {
    return Math.max(0, this.lookUp(high, low));
  }

  /** The high half of the hash of word `id`, and the low one. */
  high(id: number): number {
    return this.hashes[2 * id];
  }
  low(id: number): number {
    return this.hashes[2 * id + 1];
  }

  /** The key (`keyOf`) of the hash of word `id`. */
  key(id: number): number {
    return keyOf(this.hashes[2 * id], this.hashes[2 * id + 1]);
  }

  /** The units of word `id`, a view that the next new word may outdate. */
  units(id: number): Uint16Array {
    return this.pool.subarray(this.ends[id - 1], this.ends[id]);
  }

  /** The folded spelling of word `id`. */
  word(id: number): string {
    let word = '';
    for (let i = this.ends[id - 1]; i < this.ends[id]; i++) word += String.fromCharCode(this.pool[i]);
    return word;
  }

  /** Where each word of another, encoded one stands here: `map[id there]` is the id here; new words are taken in. */
  adopt({ hashes, ends, pool }: EncodedVocabulary): Uint32Array {
    const map = new Uint32Array(ends.length);
    for (let id = 1; id < ends.length; id++) {
      const [high, low] = [hashes[2 * id], hashes[2 * id + 1]];
      const found = this.lookUp(high, low);
      map[id] = found > 0 ? found : this.append(-found - 1, high, low, ends[id] - ends[id - 1]);
      if (found <= 0) this.pool.set(pool.subarray(ends[id - 1], ends[id]), this.ends[map[id] - 1]);
    }
    return map;
  }

  /** For other threads and for the disk; `adopt` reads it. */
  encode(): EncodedVocabulary {
    return {
      hashes: this.hashes.slice(0, 2 * (this.size + 1)),
      ends: this.ends.slice(0, this.size + 1),
      pool: this.pool.slice(0, this.ends[this.size]),
    };
  }

  /** The id, or the free slot as -slot - 1. */
  private lookUp(high: number, low: number): number {
    const { slots, hashes, mask } = this;
    for (let slot = high & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot];
      if (id === 0) return -slot - 1;
      if (hashes[2 * id] === high && hashes[2 * id + 1] === low) return id;
    }
  }

  /** Gives a word of `length` letters a number and a place in the pool, where the caller writes it. */
  private append(slot: number, high: number, low: number, length: number): number {
    const id = ++this.size;
    if (2 * id + 1 >= this.hashes.length) this.hashes = enlarge(this.hashes, Uint32Array);
    if (id >= this.ends.length) this.ends = enlarge(this.ends, Uint32Array);
    const end = this.ends[id - 1] + length;
    while (end > this.pool.length) this.pool = enlarge(this.pool, Uint16Array);
    this.ends[id] = end;
    this.hashes[2 * id] = high;
    this.hashes[2 * id + 1] = low;
    this.slots[slot] = id;
    if (2 * id > this.mask) this.rehash();
    return id;
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let id = 1; id <= this.size; id++) {
      let slot = this.hashes[2 * id] & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = id;
    }
  }
}

function enlarge<A extends Uint32Array | Uint16Array>(array: A, Type: new (length: number) => A): A {
  const larger = new Type(array.length * 2);
  larger.set(array);
  return larger;
}
