import { foldWord, hashWord } from '../text/scan';

/**
 * The distinct words of a corpus, folded (`foldWord`), each with a number from 1 on. The letters stand in one pool, so
 * that half a million words cost no half million strings.
 */
export class Vocabulary {
  private slots = new Uint32Array(1 << 12);
  private hashes = new Uint32Array(1 << 12);
  private ends = new Uint32Array(1 << 11);
  private pool = new Uint16Array(1 << 14);
  /** The highest number given; word numbers run from 1 to it. */
  size = 0;

  /** The number of the word with this hash, whose spelling stands at `start` to `end` of `text`; given now where it is new. */
  intern(high: number, low: number, text: string, start: number, end: number): number {
    const found = this.lookUp(high, low);
    if (found > 0) return found;
    const word = foldWord(text, start, end);
    return this.append(-found - 1, high, low, word);
  }

  /** The number of a word, 0 where the corpus doesn't hold it. */
  find(word: string): number {
    const [high, low] = hashWord(word);
    return Math.max(0, this.lookUp(high, low));
  }

  /** The folded spelling of word `id`. */
  word(id: number): string {
    let word = '';
    for (let i = this.ends[id - 1]; i < this.ends[id]; i++) word += String.fromCharCode(this.pool[i]);
    return word;
  }

  /** Where each of `other`'s words stands here: `map[id there]` is the id here; new words are taken in. */
  adopt(other: Vocabulary): Uint32Array {
    const map = new Uint32Array(other.size + 1);
    for (let id = 1; id <= other.size; id++) {
      const [high, low] = [other.hashes[2 * id], other.hashes[2 * id + 1]];
      const found = this.lookUp(high, low);
      map[id] = found > 0 ? found : this.append(-found - 1, high, low, other.word(id));
    }
    return map;
  }

  /** Plain arrays that `Vocabulary.decode` reads, for other threads and for the disk. */
  encode(): { hashes: Uint32Array; ends: Uint32Array; pool: Uint16Array } {
    return {
      hashes: this.hashes.slice(0, 2 * (this.size + 1)),
      ends: this.ends.slice(0, this.size + 1),
      pool: this.pool.slice(0, this.ends[this.size]),
    };
  }

  static decode({ hashes, ends, pool }: ReturnType<Vocabulary['encode']>): Vocabulary {
    const vocabulary = new Vocabulary();
    Object.assign(vocabulary, { hashes, ends, pool, size: ends.length - 1 });
    let slots = vocabulary.slots.length;
    while (slots < 2 * ends.length) slots *= 2;
    vocabulary.rehash(slots);
    return vocabulary;
  }

  /** The id, or the free slot as -slot - 1. */
  private lookUp(high: number, low: number): number {
    const mask = this.slots.length - 1;
    let slot = high & mask;
    for (;;) {
      const id = this.slots[slot];
      if (id === 0) return -slot - 1;
      if (this.hashes[2 * id] === high && this.hashes[2 * id + 1] === low) return id;
      slot = (slot + 1) & mask;
    }
  }

  private append(slot: number, high: number, low: number, word: string): number {
    const id = ++this.size;
    if (2 * id + 1 >= this.hashes.length) this.hashes = enlarge(this.hashes, Uint32Array);
    if (id >= this.ends.length) this.ends = enlarge(this.ends, Uint32Array);
    let at = this.ends[id - 1];
    while (at + word.length > this.pool.length) this.pool = enlarge(this.pool, Uint16Array);
    for (let i = 0; i < word.length; i++) this.pool[at++] = word.charCodeAt(i);
    this.ends[id] = at;
    this.hashes[2 * id] = high;
    this.hashes[2 * id + 1] = low;
    this.slots[slot] = id;
    if (2 * id > this.slots.length) this.rehash(this.slots.length * 2);
    return id;
  }

  private rehash(size: number): void {
    this.slots = new Uint32Array(size);
    const mask = size - 1;
    for (let id = 1; id <= this.size; id++) {
      let slot = this.hashes[2 * id] & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id;
    }
  }
}

function enlarge<A extends Uint32Array | Uint16Array>(array: A, Type: new (length: number) => A): A {
  const larger = new Type(array.length * 2);
  larger.set(array);
  return larger;
}
