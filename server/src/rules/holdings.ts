import type { Article } from '../text/article';
import { CLASS, Class, ODD, Odd } from '../text/characters';
import { AFTER_BREAK, OBFUSCATED, SCRIPT_BITS, Script } from '../text/scan';

/** What an article may hold, a bit each. Few articles hold much of it: a rule says what it needs (`Rule.needs`) and isn't asked where none of it stands. */
export const Holds = {
  /** Every article. */
  ANYTHING: 1 << Odd.NONE,
  FORM: 1 << Odd.FORM,
  PERSIAN: 1 << Odd.PERSIAN,
  TATWEEL: 1 << Odd.TATWEEL,
  MARK: 1 << Odd.MARK,
  AMPERSAND: 1 << Odd.AMPERSAND,
  MISREAD: 1 << Odd.MISREAD,
  LOST: 1 << Odd.LOST,
  AT: 1 << Odd.AT,
  STAR: 1 << Odd.STAR,
  /** A mark of Arabic that stands where few do. */
  STRAY_MARK: 1 << 16,
  /** A letter right behind one of another script. */
  MIXED_SCRIPTS: 1 << 17,
  QUOTE: 1 << 18,
  UNSEEN: 1 << 19,
  NUMBER: 1 << 20,
  /** A word with signs inside, as the scan knows them. */
  OBFUSCATED: 1 << 21,
  /** A word, or a number, right behind another. */
  TOUCHING: 1 << 22,
  /** A stop and nothing else between two words. */
  DOTTED: 1 << 23,
  /** Words of a single letter, several of them. */
  SPELLED: 1 << 24,
  /** A word, or a number, behind one of the same letters. */
  REPEATED: 1 << 25,
  FAULT: 1 << 26,
} as const;

/** Fewer words of a single letter spell no word. */
export const LEAST_SPELLED = 5;

/** What an article holds, and where its words aren't simply parted by a blank. */
export interface Holdings {
  /** Bits of `Holds`. */
  readonly bits: number;
  /** The words that more than one blank or quotation mark parts from the next, or less than one; all numbers and the last word are among them. */
  readonly joints: Uint32Array;
}

/** Looks once at what the scan noted, so that most rules needn't. It sees every word, so it asks no more of one than it must. */
export function holdingsOf(article: Article): Holdings {
  const { count, start, end, hash, kind } = article.words;
  const joints = new Uint32Array(count);
  if (count === 0) return { bits: bitsOfSigns(article), joints };
  let found = 0;
  let bits = 0;
  let single = 0;
  let kinds = 0;
  let lastEnd = end[0];
  let lastKind = 0;
  let lastLow = 0;
  for (let w = 0; w < count; w++) {
    const from = start[w];
    const is = kind[w];
    const low = hash[2 * w + 1];
    const gap = from - lastEnd;
    if (w > 0 && (gap !== 1 || (is & AFTER_BREAK) !== 0)) {
      joints[found++] = w - 1;
      if (gap === 0) bits |= Holds.TOUCHING;
      else if (gap === 1 && article.text[lastEnd] === '.') bits |= Holds.DOTTED;
      if ((lastKind & SCRIPT_BITS) === Script.NUMBER) bits |= Holds.NUMBER;
    }
    if (low === lastLow) bits |= Holds.REPEATED;
    lastEnd = end[w];
    if (lastEnd - from === 1) single++;
    kinds |= is;
    lastKind = is;
    lastLow = low;
  }
  joints[found++] = count - 1;
  if ((lastKind & SCRIPT_BITS) === Script.NUMBER) bits |= Holds.NUMBER;
  if ((kinds & OBFUSCATED) !== 0) bits |= Holds.OBFUSCATED;
  if (single >= LEAST_SPELLED) bits |= Holds.SPELLED;
  return { bits: bits | bitsOfSigns(article), joints: joints.subarray(0, found) };
}

function bitsOfSigns({ text, odd, quotes, unseen, fault }: Article): number {
  let bits = Holds.ANYTHING;
  for (let k = 0; k < odd.length; k++) {
    const code = text.charCodeAt(odd[k]);
    const question = ODD[code];
    bits |= question !== Odd.NONE ? 1 << question : CLASS[code] === Class.MARK ? Holds.STRAY_MARK : Holds.MIXED_SCRIPTS;
  }
  if (quotes.length > 0) bits |= Holds.QUOTE;
  if (unseen.length > 0) bits |= Holds.UNSEEN;
  if (fault) bits |= Holds.FAULT;
  return bits;
}
