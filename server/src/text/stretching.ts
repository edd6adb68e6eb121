import type { Article } from './article';
import { CLASS, Class, HEH, ODD, Odd, TATWEEL } from './characters';
import { OBFUSCATED } from './scan';
import { lettersOf } from './wedge';

/** The numbers of the words that tatweel stretches, in order; each once. What hides a word (`OBFUSCATED`) isn't among them. */
export function stretchedWords({ text, odd, words }: Article): number[] {
  const found: number[] = [];
  let w = 0;
  let last = -1;
  for (let k = 0; k < odd.length; k++) {
    const at = odd[k];
    if (ODD[text.charCodeAt(at)] !== Odd.TATWEEL) continue;
    while (w < words.count && words.end[w] <= at) w++;
    if (w === words.count) break;
    if (w === last || words.start[w] > at || (words.kind[w] & OBFUSCATED) !== 0 || !isStretched(text, words.start[w], words.end[w])) continue;
    last = w;
    found.push(w);
  }
  return found;
}

const SIGN = String.fromCharCode(TATWEEL);

/** What a tatweel may carry before the word it belongs to: و ف ب ل ك س, the article, and both. */
const CARRIED = /^[وف]?[بلكس]?(?:ال|لل)?\u0640+/;

/** A tatweel that makes room for the mark beside it, or bears it. */
const FOR_MARKS = /\p{M}\u0640+|\u0640+(?=\p{M})/gu;

/** Whether a tatweel stands within the word, between two letters of it, for no mark's sake. */
function isStretched(text: string, start: number, end: number): boolean {
  const written = text
    .slice(start, end)
    .replace(FOR_MARKS, '')
    .replace(/[\p{M}\p{Cf}]/gu, '');
  if (text.charCodeAt(start) === HEH && CLASS[text.charCodeAt(start - 1)] !== Class.ARABIC && written[1] === SIGN) return false;
  const rest = written.replace(CARRIED, '');
  return lettersOf(written) >= 2 && /\p{L}\u0640+\p{L}/u.test(rest === written ? written : ` ${rest}`);
}
