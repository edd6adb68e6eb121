import { finish, SEED_HIGH, SEED_LOW, stepHigh, stepLow } from '../../text/hash';
import { LETTERS, UNITS } from './alphabet';
import table from './background.json';
import { LONGEST } from './spellings';

/**
 * What is known of Arabic before a corpus is read: how often its common words occur in the news. A small corpus holds few forms of any
 * word, so that أردت looks like a foreign name there; beside these words it does not. A large corpus knows by itself.
 */

/**
 * The letters of the table by code (`LETTERS`), in Buckwalter's transliteration with PJRVG for پچژڤگ: it keeps the bundle in one byte a letter.
 */
const BUCKWALTER = "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYyPJRVG";

const codeOf = new Uint8Array(0x80);
for (let i = 0; i < LETTERS.length; i++) codeOf[BUCKWALTER.charCodeAt(i)] = i + 1;

/** A word as the table has it. */
export const transliterate = (word: string): string => Array.from(word, (letter) => BUCKWALTER[LETTERS.indexOf(letter)]).join('');

/** The letter codes of the word that `eachWord` is at. */
const letters = new Uint8Array(LONGEST + 1);

/** Calls `take` for each of some words of the table; its letter codes stand in `letters`, `length` of them. */
function eachWord(words: string, take: (length: number) => void): void {
  let length = 0;
  for (let i = 0; i <= words.length; i++) {
    const code = i < words.length ? codeOf[words.charCodeAt(i)] : 0;
    if (code > 0) letters[length++] = code;
    else {
      take(length);
      length = 0;
    }
  }
}

/** Calls `take` with the letter codes, from 0 to `length`, of each word that a large corpus knows for an ordinary one, by its letters and the forms that it takes. */
export function eachOrdinaryWord(take: (codes: Uint8Array, length: number) => void): void {
  for (const words of Object.values(table.ordinary)) eachWord(words, (length) => take(letters, length));
}

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
  const enter = (words: string, count: number, kind: number): void =>
    eachWord(words, (length) => {
      let high = SEED_HIGH;
      let low = SEED_LOW;
      for (let i = 0; i < length; i++) {
        const unit = UNITS[letters[i]];
        high = stepHigh(high, unit);
        low = stepLow(low, unit);
      }
      high = finish(high);
      low = finish(low);
      const at = placeIn(filled, high, low);
      filled[at] = high;
      filled[at + 1] = low;
      filled[at + 2] ||= count;
      filled[at + 3] = kind;
    });
  for (const [count, words] of Object.entries(table.ordinary)) enter(words, Number(count), ORDINARY_WORD);
  for (const [count, words] of Object.entries(table.other)) enter(words, Number(count), 0);
  table.names.forEach((spellings, i) => {
    enter(spellings, 0, FIRST_NAME + i);
  });
  return filled;
}

/** Where the word of this hash stands in `slots`; a free slot where it is rare. */
function placeIn(slots: Uint32Array, high: number, low: number): number {
  for (let slot = high & MASK; ; slot = (slot + 1) & MASK) {
    const at = WIDTH * slot;
    if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at;
  }
}

function placeOf(high: number, low: number): number {
  slots ??= fill();
  return placeIn(slots, high, low);
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
