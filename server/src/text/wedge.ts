import { CLASS, Class, FULL_STOP, HEH, TANWIN, TATWEEL, UNJOINED } from './characters';

/** Signs that are put into words to get them past filters. Hyphens, slashes and commas stand between words of their own: بيروتـ-رويترز. */
const WEDGES = '.*_•·@~+';

/** So many letters of a word after و or ال make it a word of its own: والحرب and الرياض, but وت and الية end other words. */
const OWN_WORD = 3;
/** UTF-16 units that are looked at to tell. */
const LONGEST_LOOK = 20;

/**
 * Where the word goes on if the signs from `at` on are wedged into it, after a tatweel: الإرهـ.اب. 0 if they aren't: after a
 * letter or a tanwin that ends a word (أهلاًـ.وسهلا), before another word (دمشقـ.الرياض), and after the Hijri sign of a year
 * that runs into the next sentence, `1436هـ.ودعت`.
 */
export function wedge(text: string, wordFrom: number, at: number): number {
  let next = at;
  while (next < text.length && next - at < 2 && WEDGES.includes(text[next])) next++;
  if (next === at) return 0;
  const signsEnd = next;
  while (text.charCodeAt(next) === TATWEEL) next++;
  if (CLASS[text.charCodeAt(next)] !== Class.ARABIC) return 0;
  let last = at - 1;
  while (last > wordFrom && CLASS[text.charCodeAt(last)] !== Class.ARABIC && !TANWIN.has(text.charCodeAt(last))) last--;
  if (UNJOINED.has(text.charCodeAt(last)) || TANWIN.has(text.charCodeAt(last))) return 0;
  // ج.م.ع and the like: single letters with stops are an abbreviation, and a prefix of one letter is no half of a word.
  const left = text.slice(wordFrom, at).replace(MARKS_AND_SIGNS, '').length;
  if (left <= 2 && CLASS[text.charCodeAt(next + 1)] !== Class.ARABIC && CLASS[text.charCodeAt(next + 1)] !== Class.MARK) return 0;
  if (left === 1 && PREFIXES.includes(text[wordFrom]) && next === signsEnd) return 0;
  // No word begins with a tatweel: after one, the word goes on.
  if (next === signsEnd && beginsWord(text.slice(wordFrom, at), text.slice(next, next + LONGEST_LOOK))) return 0;
  if (text.charCodeAt(wordFrom) === HEH && at - wordFrom === 2) {
    let before = wordFrom - 1;
    while (before >= 0 && (CLASS[text.charCodeAt(before)] === Class.BLANK || ')('.includes(text[before]))) before--;
    if (before < 0 || CLASS[text.charCodeAt(before)] === Class.DIGIT || text.charCodeAt(before) === FULL_STOP) return 0;
  }
  return next;
}

/** One-letter words that are written in one piece with the next. */
const PREFIXES = 'ولبكف';

/** The article of a word, with what is written in one piece with it. */
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)/;
const MARKS_AND_SIGNS = /[^\p{L}]|\u0640/gu;

/** How many letters a piece of a word has without its article, harakat and tatweel. */
export const lettersOf = (piece: string): number => piece.replace(MARKS_AND_SIGNS, '').replace(ARTICLE, '').length;

/** Whether a piece of text, which a sign parts from `before`, begins with ال or و as a word of its own. */
function beginsWord(before: string, piece: string): boolean {
  const word = /^[\p{L}\p{M}]*/u.exec(piece)![0].replace(MARKS_AND_SIGNS, '');
  if (word.startsWith('ال')) return word.length >= 2 + OWN_WORD;
  // صـ.واريخ is one word: too little stands before the sign to be another.
  return word.startsWith('و') && word.length >= 1 + OWN_WORD && lettersOf(before) >= OWN_WORD;
}
