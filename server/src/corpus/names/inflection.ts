import { ALEF, CODES, encodeWord, HEH, PLAIN, SOUND, WAW, YEH } from './alphabet';
import { SHORTEST } from './lexicon';

/** Differences that Arabic grammar makes: the two words are forms of one word, or two names, and no spellings. */

/** Whether one word is the other with a ه after it. */
export function isPronounAdded(codes: Uint8Array, aFrom: number, aTo: number, bFrom: number, bTo: number): boolean {
  const [n, m] = [aTo - aFrom, bTo - bFrom];
  if (Math.abs(n - m) !== 1) return false;
  if ((n > m ? codes[aTo - 1] : codes[bTo - 1]) !== HEH) return false;
  for (let i = 0; i < Math.min(n, m); i++) if (PLAIN[codes[aFrom + i]] !== PLAIN[codes[bFrom + i]]) return false;
  return true;
}

/** What a verb of the future begins with: سيلاقي, which takes a ه for whom it is done to. */
const FUTURE = encodeWord('سي');

export const isFuture = (codes: Uint8Array, from: number): boolean => codes[from] === FUTURE[0] && codes[from + 1] === FUTURE[1];

/** Endings that a word takes or leaves, and that stand for one another: another form of it. */
const ENDINGS = ['ي', 'ية', 'ين', 'ون', 'ات', 'ان', 'ها', 'هم', 'نا', 'وا', 'ت', 'ته', 'تها', 'يا', 'و', 'تي', 'ا', 'ة'];
/** Those that it takes or leaves alone; they may make another name, too (روبرت, روبرتو). */
const ADDED = [...ENDINGS, 'ك', 'وس', 'ز', 'س', 'ني', 'يه'];
/** Those that only stand for others, as the two of the first person do (لكنني, لكني), with or without the dots of the ي. */
const SWAPPED = [...ENDINGS, 'ه', 'اء', 'اً', 'يين', 'يون', 'يات', 'هات', 'اتي', 'ني', 'نى', 'ى'];
const isAdded = new Set(ADDED.map((ending) => packed(encodeWord(ending))));
const isSwapped = new Set(SWAPPED.map((ending) => packed(encodeWord(ending))));
const VERBAL = new Set(encodeWord('يتنأسا'));
/** Letters of one sound at a word's end are spellings after all: ة for ه, ا for ة. */
const SAME_END = new Set(encodeWord('ةها'));

function packed(codes: ArrayLike<number>): number {
  let value = 0;
  for (let i = 0; i < codes.length; i++) value = value * CODES + codes[i];
  return value;
}

/** A hamza in the word takes its seat from the case: آباؤنا, آبائنا. */
const SEATS = new Set(encodeWord('ؤئء'));

function isCase(codes: Uint8Array, aFrom: number, aTo: number, bFrom: number, bTo: number): boolean {
  let [a, b] = [aTo - 1, bTo - 1];
  while (a > aFrom && b > bFrom && codes[a] === codes[b]) [a, b] = [a - 1, b - 1];
  return a < aTo - 1 && codes[a] !== codes[b] && SEATS.has(codes[a]) && SEATS.has(codes[b]);
}

/** Whether the words part only in a grammatical ending, or in the prefix of a verb. */
export function isInflection(codes: Uint8Array, aFrom: number, aTo: number, bFrom: number, bTo: number): boolean {
  if (isCase(codes, aFrom, aTo, bFrom, bTo)) return true;
  let same = 0;
  while (aFrom + same < aTo && bFrom + same < bTo && PLAIN[codes[aFrom + same]] === PLAIN[codes[bFrom + same]]) same++;
  // ويجري, وجرى.
  if (same === 1 && codes[aFrom] === WAW) return isInflection(codes, aFrom + 1, aTo, bFrom + 1, bTo);
  // يعلن, أعلن; يجري, جرى.
  if (same === 0 && (codes[aFrom] === YEH) !== (codes[bFrom] === YEH) && Math.abs(aTo - aFrom - bTo + bFrom) === 1) return true;
  if (same === 0) return (codes[aFrom] === YEH || codes[bFrom] === YEH) && VERBAL.has(codes[aFrom]) && VERBAL.has(codes[bFrom]);
  const [a, b] = [aTo - aFrom - same, bTo - bFrom - same];
  if (same < SHORTEST - 1 || a > 3 || b > 3) return false;
  const [aEnd, bEnd] = [packed(codes.subarray(aTo - a, aTo)), packed(codes.subarray(bTo - b, bTo))];
  if (a === 0 || b === 0) return isAdded.has(a === 0 ? bEnd : aEnd);
  // But روسيا, روسية.
  if (a === 1 && b === 1 && SAME_END.has(aEnd) && SAME_END.has(bEnd)) return codes[aTo - 2] === YEH;
  return isSwapped.has(aEnd) && isSwapped.has(bEnd);
}

/** Letters of the plurals that put ا after the second letter of a noun and ي before its last. */
const PLURAL = 6;

/** Whether one word is the plural of the other, made by an ا inside it: أكسيد, أكاسيد; صندوق, صناديق. */
export function isBrokenPlural(codes: Uint8Array, aFrom: number, aTo: number, bFrom: number, bTo: number): boolean {
  const [n, m] = [aTo - aFrom, bTo - bFrom];
  if (n > m) return isBrokenPlural(codes, bFrom, bTo, aFrom, aTo);
  if (m !== PLURAL || n !== PLURAL - 1 || codes[bFrom + 2] !== ALEF || codes[bFrom + 4] !== YEH || SOUND[codes[aFrom + 3]] !== 0) return false;
  const isSame = (a: number, b: number): boolean => PLAIN[codes[aFrom + a]] === PLAIN[codes[bFrom + b]] && (a === 0 || SOUND[codes[aFrom + a]] !== 0);
  return isSame(0, 0) && isSame(1, 1) && isSame(2, 3) && isSame(4, 5);
}
