import type { Article } from '../text/article';
import { CLASS, Class, HEH, ODD, Odd, TATWEEL } from '../text/characters';
import { foldWord, hashWord, keyOf } from '../text/hash';
import { protectedText } from '../text/protected';
import { OBFUSCATED, SCRIPT_BITS, Script, type Words } from '../text/scan';
import { lettersOf } from '../text/wedge';
import { Holds, LEAST_SPELLED } from './holdings';
import page from './obfuscated-word.md';
import { type Problem, rule } from './rule';

/** Two halves of so many letters, the article aside, may be two words that a sign parts: دمشقـ.سانا. */
const OWN_WORD = 4;

/** A sign with no tatweel after it: what follows could begin a word. The tatweel before it is part of the first half. */
const SIGN = /[^\p{L}\p{M}\p{Cf}]+(?=\p{L})(?!\u0640)/u;

/** Whether the halves around a sign are so short that they can't be words of their own. */
function isOneWord(written: string): boolean {
  const halves = written.split(SIGN).map(lettersOf);
  return halves.every((half, i) => i === 0 || half < OWN_WORD || halves[i - 1] < OWN_WORD);
}

/** Words that were broken by a sign to get past filters. The scan joins them; here they are reported. */
export const obfuscatedWord = rule({
  id: 'obfuscated-word',
  group: 'characters',
  severity: 'warning',
  summary: 'A word was broken by a sign to get past filters.',
  page,
  messages: {
    broken: '{written} is {word} with signs put into it.',
    starred: '{written} has a sign inside that hides a word, perhaps {word}.',
    split: '{written} is {word}, which the article writes elsewhere.',
    spelled: '{written} is {word} with a blank or a sign after every letter.',
    parted: '{written} is {word} with a blank between two tatweels.',
    write: 'Write {word}',
  },
  options: {},
  needs: Holds.OBFUSCATED | Holds.STAR | Holds.TATWEEL | Holds.SPELLED | Holds.DOTTED | Holds.TOUCHING,

  *check(article, { facts: { holds, joints } }) {
    if ((holds & Holds.OBFUSCATED) !== 0) yield* broken(article);
    if ((holds & Holds.STAR) !== 0) yield* starred(article);
    if ((holds & Holds.TATWEEL) !== 0) yield* parted(article);
    if ((holds & Holds.SPELLED) !== 0) yield* spelled(article);
    if ((holds & (Holds.DOTTED | Holds.TOUCHING)) !== 0) yield* split(article, joints);
  },
});

/** Words whose halves the scan joined. */
function* broken({ text, words }: Article): Iterable<Problem> {
  for (let w = 0; w < words.count; w++) {
    if ((words.kind[w] & OBFUSCATED) === 0) continue;
    const [start, end] = [words.start[w], words.end[w]];
    const written = text.slice(start, end);
    const word = written.replace(/[^\p{L}\p{M}]|\u0640/gu, '');
    yield {
      start,
      end,
      message: 'broken',
      slots: { written, word },
      fixes: [{ title: 'write', slots: { word }, safe: isOneWord(written), edits: [{ start, end, text: word }] }],
      data: { kind: 'obfuscated-word', word: foldWord(word) },
    };
  }
}

const ENDS_WORD = 'ةىء';
const LONGEST = 32;

/** Words with a star or a dot of a list inside and no tatweel before it. It may stand for a letter, so taking it out is never safe. */
function* starred(article: Article): Iterable<Problem> {
  const { text, odd } = article;
  for (const at of odd) {
    if (ODD[text.charCodeAt(at)] !== Odd.STAR || !isArabic(text, at - 1) || !isArabic(text, at + 1) || ENDS_WORD.includes(text[at - 1])) continue;
    let start = at;
    while (start > 0 && at - start < LONGEST && isOfWord(text, start - 1)) start--;
    let end = at + 1;
    while (end < text.length && end - at < LONGEST && isOfWord(text, end)) end++;
    // Stars between words, or rows of them, part sentences and the verses of scripture.
    if (ODD[text.charCodeAt(start - 1)] === Odd.STAR || ODD[text.charCodeAt(end)] === Odd.STAR) continue;
    const halves = [lettersOf(text.slice(start, at)), lettersOf(text.slice(at + 1, end))];
    if (Math.min(...halves) > SHORT_HALF || protectedText(article).kindOf(start, end) === 'scripture') continue;
    yield hidden(text, start, end, 'starred');
  }
}

/** A half of no more letters is seldom a word of its own. */
const SHORT_HALF = 2;

const isArabic = (text: string, at: number): boolean => CLASS[text.charCodeAt(at)] === Class.ARABIC;
const isOfWord = (text: string, at: number): boolean => isArabic(text, at) || CLASS[text.charCodeAt(at)] === Class.MARK;

/** Orders of the alphabet, whose letters are listed and spell nothing. */
const ALPHABETS = ['ابجدهوزحطيكلمنسعفصقرشتثخذضظغ', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي', 'أبجدهوزحطيكلمن', 'أبتثجحخدذرز'];

/** Words with a blank inside and a tatweel on both sides of it: no word begins with a tatweel, so it goes on. */
function* parted({ text, odd }: Article): Iterable<Problem> {
  for (const at of odd) {
    if (text.charCodeAt(at) !== TATWEEL || text[at + 1] !== ' ' || text.charCodeAt(at + 2) !== TATWEEL) continue;
    let [start, end] = [at, at + 3];
    while (start > 0 && at - start < LONGEST && isStretched(text, start - 1)) start--;
    while (end < text.length && end - at < LONGEST && isStretched(text, end)) end++;
    if (lettersOf(text.slice(start, at)) > 0 && lettersOf(text.slice(at + 2, end)) > 0 && !isHijri(text, start, at))
      yield hidden(text, start, end, 'parted');
  }
}

const isStretched = (text: string, at: number): boolean => isOfWord(text, at) || text.charCodeAt(at) === TATWEEL;
/** هـ after a year is a word of its own. */
const isHijri = (text: string, start: number, at: number): boolean => at - start === 1 && text.charCodeAt(start) === HEH;

/** Words written letter by letter with blanks or signs between: ا ل ق ت ل, ا.ل.ق.ت.ل. */
function* spelled({ text, words }: Article): Iterable<Problem> {
  for (let w = 0; w < words.count; w++) {
    if (words.end[w] - words.start[w] !== 1 || (words.kind[w] & SCRIPT_BITS) !== Script.ARABIC) continue;
    const first = w;
    while (w + 1 < words.count && words.end[w + 1] - words.start[w + 1] === 1 && isNextLetter(text, words.start[w + 1])) w++;
    // Fewer single letters in a row are the name of an agency: those have three or four.
    if (w - first + 1 < LEAST_SPELLED) continue;
    const [start, end] = [words.start[first], words.end[w]];
    const word = lettersIn(text.slice(start, end));
    if (!ALPHABETS.some((alphabet) => alphabet.includes(word))) yield hidden(text, start, end, 'spelled');
  }
}

/** What parts the letters of a word that is spelled. */
const BETWEEN = ' .-_*';
const isNextLetter = (text: string, at: number): boolean => isArabic(text, at) && BETWEEN.includes(text[at - 1]) && isArabic(text, at - 2);

/** Letters that writers in Latin letters have digits for, by their look. */
const DIGIT_LETTERS: Readonly<Record<string, string>> = { 2: 'ءأؤئ', 3: 'ع', 4: 'شذ', 5: 'خ', 6: 'ط', 7: 'ح', 8: 'قغ', 9: 'صق' };
/** A shorter word may come about by chance where a stop lost its blank. */
const SHORTEST = 4;

/** Words with a stop inside, or a digit for a letter, which the article also writes as they are. Elsewhere the sign may end a sentence. */
function* split({ text, words }: Article, joints: Uint32Array): Iterable<Problem> {
  let known: ReadonlyMap<number, number> | null = null;
  for (let j = 0; j + 1 < joints.length; j++) {
    const w = joints[j];
    const end = words.end[w];
    const gap = words.start[w + 1] - end;
    if (gap > 1 || (gap === 1 && text[end] !== '.') || !isScript(words, w, Script.ARABIC)) continue;
    const isDigit = gap === 0 && isScript(words, w + 1, Script.NUMBER) && words.end[w + 1] === end + 1;
    const last = isDigit ? w + 2 : w + 1;
    if (last >= words.count || (!isDigit && gap === 0) || !isScript(words, last, Script.ARABIC) || words.start[last] !== end + 1) continue;
    const [start, stop] = [words.start[w], words.end[last]];
    // A chain of stops is an abbreviation or an address.
    if (text[start - 1] === '.' || (text[stop] === '.' && isArabic(text, stop + 1))) continue;
    known ??= countsOf(words);
    for (const letter of isDigit ? (DIGIT_LETTERS[text[end]] ?? '') : ['']) {
      const word = text.slice(start, end) + letter + text.slice(end + 1, stop);
      if (lettersIn(word).length < SHORTEST || !known.has(keyOf(...hashWord(word)))) continue;
      // Two words of the article that a stop parts are two words.
      if (countOf(known, words, w) > 1 && countOf(known, words, last) > 1) continue;
      yield hidden(text, start, stop, 'split', word);
      break;
    }
  }
}

const isScript = (words: Words, w: number, script: number): boolean => (words.kind[w] & SCRIPT_BITS) === script;

/** How often the article has each word, by key. */
function countsOf(words: Words): Map<number, number> {
  const counts = new Map<number, number>();
  for (let w = 0; w < words.count; w++) {
    const key = keyOf(words.hash[2 * w], words.hash[2 * w + 1]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const countOf = (counts: ReadonlyMap<number, number>, { hash }: Words, w: number): number => counts.get(keyOf(hash[2 * w], hash[2 * w + 1])) ?? 0;

const TATWEELS = /\u0640/g;
const lettersIn = (written: string): string => written.replace(/[^\p{L}\p{M}]/gu, '');

function hidden(
  text: string,
  start: number,
  end: number,
  message: 'starred' | 'spelled' | 'split' | 'parted',
  word = lettersIn(text.slice(start, end)).replaceAll(TATWEELS, ''),
): Problem {
  const written = text.slice(start, end);
  const fixes = [{ title: 'write', slots: { word }, safe: false, edits: [{ start, end, text: word }] }];
  return { start, end, message, slots: { written, word }, fixes, data: { kind: message, word: foldWord(word) } };
}
