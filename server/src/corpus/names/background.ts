import { hashFolded } from '../../text/hash';
import table from './background.json';

/**
 * What is known of Arabic before a corpus is read: how often its common words occur in the news. A small corpus holds few forms of any
 * word, so that أردت looks like a foreign name there; beside these words it does not. A large corpus knows by itself.
 */

/** By how often they occur. */
type Levels = readonly (readonly [count: number, words: readonly string[]])[];
const read = (words: Readonly<Record<string, string>>): Levels =>
  Object.entries(words).map(([count, own]) => [Number(count), own.split(' ')] as const);
/** Words that a large corpus knows for ordinary ones, by their letters and the forms that they take. */
export const ordinaryWords = (): Levels => read(table.ordinary);

/** Words of the texts that were counted, rare ones and all. */
export const BACKGROUND_TOTAL = table.total;

/** Corpora of so many words do without: the least power of two (`coarse`) that is half of what was counted. */
export const ENOUGH_WORDS = 2 ** 21;

/** A slot holds both halves of a hash, the count, and what kind of word it is: `ORDINARY_WORD`, or the number of its name in the table, or neither. */
const SLOTS = 1 << 16;
const MASK = SLOTS - 1;
const WIDTH = 4;
const ORDINARY_WORD = 1;
const FIRST_NAME = 2;

let slots: Uint32Array | null = null;

/** Made when first asked for, as most threads never judge. */
function fill(): Uint32Array {
  const filled = new Uint32Array(WIDTH * SLOTS);
  const kinds = new Map<string, number>();
  table.names.forEach((spellings, i) => {
    for (const word of spellings.split(' ')) kinds.set(word, FIRST_NAME + i);
  });
  for (const levels of [table.ordinary, table.other]) {
    for (const [count, words] of read(levels)) {
      for (const word of words) {
        const [high, low] = hashFolded(word);
        let slot = high & MASK;
        while (filled[WIDTH * slot + 2] !== 0) slot = (slot + 1) & MASK;
        const at = WIDTH * slot;
        filled[at] = high;
        filled[at + 1] = low;
        filled[at + 2] = count;
        filled[at + 3] = levels === table.ordinary ? ORDINARY_WORD : (kinds.get(word) ?? 0);
      }
    }
  }
  return filled;
}

/** Where the word of this hash stands in `slots`; a free slot where it is rare. */
function placeOf(high: number, low: number): number {
  slots ??= fill();
  for (let slot = high & MASK; ; slot = (slot + 1) & MASK) {
    const at = WIDTH * slot;
    if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at;
  }
}

/** How often the word of this hash occurs in the background; 0 where it is rare. */
export const backgroundCount = (high: number, low: number): number => slotAt(placeOf(high, low) + 2);

/** Whether the word of this hash is known for an ordinary one. */
export const isOrdinary = (high: number, low: number): boolean => slotAt(placeOf(high, low) + 3) === ORDINARY_WORD;

/** The number of the name that the word of this hash is known to be one of several spellings of; 0 where it is of none. */
export function nameNumber(high: number, low: number): number {
  const kind = slotAt(placeOf(high, low) + 3);
  return kind < FIRST_NAME ? 0 : kind;
}

const slotAt = (at: number): number => slots![at];
