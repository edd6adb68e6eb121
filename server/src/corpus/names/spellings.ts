import type { Vocabulary } from '../vocabulary';
import { codeOf, readSounds, sounds } from './alphabet';

/** Longer words are no names: they are glued together. */
export const LONGEST = 20;

/** The letter codes of all words of a vocabulary. Grows with it; a word's letters never change. */
export class Spellings {
  /** Letters of word `id` stand in `codes` from `starts[id]` to `starts[id + 1]`; none where it isn't all Arabic letters. */
  starts = new Uint32Array(1 << 12);
  codes = new Uint8Array(1 << 15);
  /** What `readSounds` says of each word. */
  keys = new Uint32Array(1 << 12);
  vowels = new Uint32Array(1 << 12);
  private known = 0;

  /** Takes in the words that are new since the last time. */
  follow(vocabulary: Vocabulary): void {
    const size = vocabulary.size;
    if (size + 2 > this.starts.length) {
      this.starts = grown(this.starts, size + 2);
      this.keys = grown(this.keys, size + 2);
      this.vowels = grown(this.vowels, size + 2);
    }
    let at = this.starts[this.known + 1];
    for (let id = this.known + 1; id <= size; id++) {
      const units = vocabulary.units(id);
      if (at + units.length > this.codes.length) this.codes = grown(this.codes, at + units.length);
      const start = at;
      for (let i = 0; i < units.length; i++) {
        const code = codeOf(units[i]);
        if (code === 0 || units.length > LONGEST) {
          at = start;
          break;
        }
        this.codes[at++] = code;
      }
      this.starts[id + 1] = at;
      readSounds(this.codes, start, at);
      this.keys[id] = sounds.key;
      this.vowels[id] = sounds.vowels;
    }
    this.known = size;
  }
}

function grown<A extends Uint32Array | Uint8Array>(array: A, atLeast: number): A {
  const larger = new (array.constructor as new (length: number) => A)(Math.max(atLeast, array.length * 2));
  larger.set(array);
  return larger;
}
