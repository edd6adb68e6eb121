import { CLASS, Class, EXPANSIONS, FOLD, HOUSE_LETTERS } from '../../text/characters';

const PLAIN = FOLD.map((code) => (code === 0 ? 0 : (HOUSE_LETTERS[String.fromCharCode(code)]?.charCodeAt(0) ?? code)));

/**
 * What phrase lists compare: folded words parted by single blanks, one spelling for all seats of hamza, `#` for a number,
 * no other signs. At most `limit` units of the result are made.
 *
 * `plain('  قراءة 3 دقائق.')` is `قراءه # دقايق`.
 */
export function plain(text: string, start = 0, end = text.length, limit = 1000): string {
  let result = '';
  let pending = false;
  for (let i = start; i < end && result.length < limit; i++) {
    const code = text.charCodeAt(i);
    const is = CLASS[code];
    if (is >= Class.ARABIC && is <= Class.LETTER) {
      if (pending && result !== '') result += ' ';
      pending = false;
      const unit = PLAIN[code];
      result += unit === 0 ? (EXPANSIONS.get(code) ?? '') : String.fromCharCode(unit);
    } else if (is === Class.DIGIT) {
      if (pending && result !== '') result += ' ';
      if (!result.endsWith('#') || pending) result += '#';
      pending = false;
    } else if (is === Class.BLANK || is === Class.LINE_END || is === Class.PUNCTUATION || is === Class.OTHER) {
      if (code !== APOSTROPHE && code !== CLOSING_APOSTROPHE) pending = true;
    }
  }
  return result;
}

const APOSTROPHE = "'".charCodeAt(0);
const CLOSING_APOSTROPHE = '’'.charCodeAt(0);

/** How many slots a table of words has (`slotOf`): a power of two, far more than there are words in it. */
export const SLOTS = 1 << 15;
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, FNV_PRIME);
const slot = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);
/** Of the hash of Fowler, Noll and Vo (FNV-1a, 32 bits). */
const FNV_PRIME = 0x01000193;
const FNV_SEED = 0x811c9dc5;
const NUMBER = '#'.charCodeAt(0);
const NUMBER_SLOT = slot(step(FNV_SEED, NUMBER));

/** Where a table of words has a plain word; another may share its slot. */
export function slotOf(word: string): number {
  let hash = FNV_SEED;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return slot(hash);
}

/** What `table` holds in the slots of the plain words that `plain` would make of a text, without making them: of the first, of any, and of all; what begins with a number is held to be one, too. */
export function lookUp(table: Uint8Array, text: string, start: number, end: number): { first: number; any: number; all: number; words: number } {
  let hash = FNV_SEED;
  let before = 0;
  let pending = false;
  let isNumber = false;
  found.first = 0;
  found.any = 0;
  found.all = 0xff;
  found.words = 0;
  for (let i = start; i <= end; i++) {
    const code = text.charCodeAt(i);
    const is = i === end ? Class.LINE_END : CLASS[code];
    const isLetter = is >= Class.ARABIC && is <= Class.LETTER;
    if (!isLetter && is !== Class.DIGIT) {
      const parts = is === Class.BLANK || is === Class.LINE_END || is === Class.PUNCTUATION || is === Class.OTHER;
      if (parts && code !== APOSTROPHE && code !== CLOSING_APOSTROPHE) pending = true;
      if (i < end) continue;
    }
    if (pending && before !== 0) {
      const held = table[slot(hash)] | (isNumber ? table[NUMBER_SLOT] : 0);
      if (found.words++ === 0) found.first = held;
      found.any |= held;
      found.all &= held;
      hash = FNV_SEED;
      before = 0;
    }
    pending = false;
    if (before === 0) isNumber = !isLetter;
    if (i === end) break;
    if (isLetter && PLAIN[code] === 0) {
      for (const unit of EXPANSIONS.get(code) ?? '') {
        before = unit.charCodeAt(0);
        hash = step(hash, before);
      }
    } else if (isLetter || before !== NUMBER) {
      before = isLetter ? PLAIN[code] : NUMBER;
      hash = step(hash, before);
    }
  }
  return found;
}
/** The one answer of `lookUp`, read before the next is asked for. */
const found = { first: 0, any: 0, all: 0, words: 0 };
