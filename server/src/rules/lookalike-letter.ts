import type { Article } from '../text/article';
import { CLASS, Class, ODD, Odd, PERSIAN_LETTERS } from '../text/characters';
import { Holds } from './holdings';
import page from './lookalike-letter.md';
import { type Place, recurring } from './recurring';
import { type Problem, rule } from './rule';

/** Letters of another alphabet within a word, which look like its own. */
export const lookalikeLetter = rule({
  id: 'lookalike-letter',
  group: 'characters',
  severity: 'warning',
  summary: 'A letter of another alphabet stands in a word.',
  page,
  messages: {
    once: '{written} holds {letter} of another alphabet; the word is {word}.',
    often: {
      by: 'others',
      one: '{written} holds {letter} of another alphabet, and so does one more word of the article; the word is {word}.',
      other: '{written} holds {letter} of another alphabet, and so do {others} more words of the article; the word is {word}.',
    },
    write: 'Write {word}',
    writeAll: 'Write the letters of the right alphabet in all {count} words',
  },
  options: {},
  needs: Holds.PERSIAN | Holds.MIXED_SCRIPTS,

  *check(article, { leftovers }) {
    const { text, odd } = article;
    const arabic: Place[] = [];
    let end = 0;
    for (const at of odd) {
      if (at < end) continue;
      const question = ODD[text.charCodeAt(at)];
      if (question === Odd.PERSIAN && article.language === 'ar') {
        const start = wordStart(text, at, isOfArabicWord);
        end = wordEnd(text, at, isOfArabicWord);
        if (leftovers.covers(start, end)) continue;
        const written = text.slice(start, end);
        if (FOREIGN.test(written) || isAnnounced(text, start)) continue;
        arabic.push({ start, end, text: inArabic(written), safe: isClear(written) && !isBracketed(text, start) });
      } else if (question === Odd.NONE && isWesternLetter(text.charCodeAt(at)) && isWesternLetter(text.charCodeAt(at - 1))) {
        const start = wordStart(text, at, isWesternLetter);
        end = wordEnd(text, at, isWesternLetter);
        if (leftovers.covers(start, end)) continue;
        const problem = ofMixedWord(text, start, end);
        if (problem) yield problem;
      }
    }
    if (arabic.length === 0 || isForeign(article, arabic.length)) return;
    const [first] = arabic;
    const written = text.slice(first.start, first.end);
    yield recurring(arabic, { kind: 'persian' }, { written, letter: PERSIAN.exec(written)![0], word: first.text });
  },
});

/** From `at` to the start of its word, so far as `isOf` says. */
function wordStart(text: string, at: number, isOf: (code: number) => boolean): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_WORD && isOf(text.charCodeAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, at: number, isOf: (code: number) => boolean): number {
  let end = at + 1;
  while (end < text.length && end - at < LONGEST_WORD && isOf(text.charCodeAt(end))) end++;
  return end;
}

const LONGEST_WORD = 64;

const isOfArabicWord = (code: number): boolean => CLASS[code] === Class.ARABIC || CLASS[code] === Class.MARK || CLASS[code] === Class.TATWEEL;
const isWesternLetter = (code: number): boolean => CLASS[code] === Class.LATIN || CLASS[code] === Class.CYRILLIC;

const PERSIAN = new RegExp(`[${Object.keys(PERSIAN_LETTERS).join('')}]`);
const ALL_PERSIAN = new RegExp(PERSIAN, 'g');
/** A word with any other letter of the script, but for the forms of Arabic ones, is a word of another language that is written in it. */
const FOREIGN = new RegExp(
  `(?![\\u0621-\\u063A\\u0641-\\u064A\\u0671\\uFB50-\\uFDFF\\uFE70-\\uFEFC${Object.keys(PERSIAN_LETTERS).join('')}])(?=\\p{L})\\p{Script=Arabic}`,
  'u',
);

/** Words before a name in another language of Arabic script: the articles of an encyclopedia give many. */
const LANGUAGES = /(?:بال|اللغة ال|باسم ال)(?:فارسي|[أا]ردي|[أا]ردو|كردي|بشتو|سندي|بنجابي|أوزبكي|[أآ]ذري|أويغوري|كشميري|طاجيكي)/;
/** UTF-16 units before a word within which its language is named, or a bracket opened. */
const BEFORE = 60;

const isAnnounced = (text: string, start: number): boolean => LANGUAGES.test(text.slice(Math.max(0, start - BEFORE), start));

/** Whether the word stands in brackets or quotation marks, as titles and names of other languages do. */
const isBracketed = (text: string, start: number): boolean => /[([«“"][^)\]»”"]*$/.test(text.slice(Math.max(0, start - BEFORE), start));

/** Short words that end in ي; other words without an article mostly end in ى where a Persian letter stands there: علی, حتی, جری. */
const DOTTED = /^[وف]?(?:في|لي|بي|هي|أي|حي|كي|لكي|التي|الذي|الثاني|يلي|حوالي|التالي|الماضي)$/;
/** Words with an article mostly end in the ي of a relation; these don't. */
const DOTLESS =
  /^(?:[وفبك]?ال|و?لل)(?:أولى|أخرى|كبرى|صغرى|عظمى|قصوى|وسطى|يمنى|يسرى|جرحى|قتلى|مرضى|أسرى|موتى|ذكرى|مدى|هدى|قوى|مستوى|محتوى|مستشفى|مبنى|معنى|ملهى|مقهى|مرمى|أقصى|أعلى|أدنى|منتدى|دعوى|شكوى|فتوى|شورى)$/;

const WITH_ARTICLE = /^(?:[وفبك]?ال..|و?لل.)/;

/** The same word in Arabic letters: ی at the end may be ى or ي. */
function inArabic(written: string): string {
  const stem = /^(.*)[یے]([\p{M}]*)$/u.exec(written);
  const plain = (part: string): string => part.replace(ALL_PERSIAN, (letter) => PERSIAN_LETTERS[letter]);
  if (!stem) return plain(written);
  const start = plain(stem[1]);
  const bare = start.replace(/\p{M}/gu, '');
  const isDotted = WITH_ARTICLE.test(bare) ? !DOTLESS.test(`${bare}ى`) : DOTTED.test(`${bare}ي`);
  return start + (isDotted ? 'ي' : 'ى') + stem[2];
}

/** At the end of a word ی may be ى, and a heh may be ة. */
const isClear = (written: string): boolean => !/[یےہھە]\p{M}*$/u.test(written);

/** Where words of another language stand in such number, those without letters of their own are of it too. */
const FOREIGN_SHARE = 0.25;

/** Whether the article, or much of it, is in another language of Arabic script than Arabic. */
function isForeign({ text, words }: Article, found: number): boolean {
  let foreign = 0;
  for (let w = 0; w < words.count; w++) if (FOREIGN.test(text.slice(words.start[w], words.end[w]))) foreign++;
  return foreign > FOREIGN_SHARE * found && foreign > 2;
}

/** Latin letters and the Cyrillic ones that look like them, as they stand in the fonts of newspapers. */
const TWINS = [
  'AА',
  'BВ',
  'EЕ',
  'KК',
  'MМ',
  'HН',
  'OО',
  'PР',
  'CС',
  'TТ',
  'XХ',
  'YУ',
  'aа',
  'eе',
  'oо',
  'pр',
  'cс',
  'yу',
  'xх',
  'iі',
  'IІ',
  'jј',
  'JЈ',
  'sѕ',
  'SЅ',
  'ëё',
  'ËЁ',
  'ïї',
  'ÏЇ',
] as const;
const TO_CYRILLIC = new Map(TWINS.map(([latin, cyrillic]) => [latin, cyrillic]));
const TO_LATIN = new Map(TWINS.map(([latin, cyrillic]) => [cyrillic, latin]));

/** A word of Latin and Cyrillic letters, all of which one of the two alphabets can write. */
function ofMixedWord(text: string, start: number, end: number): Problem | null {
  const written = text.slice(start, end);
  const letters = [...written];
  const isLatin = letters.map((letter) => CLASS[letter.charCodeAt(0)] === Class.LATIN);
  const latin = isLatin.filter(Boolean).length;
  const inCyrillic = letters.map((letter, i) => (isLatin[i] ? TO_CYRILLIC.get(letter) : letter));
  const inLatin = letters.map((letter, i) => (isLatin[i] ? letter : TO_LATIN.get(letter)));
  const canCyrillic = !inCyrillic.includes(undefined);
  const canLatin = !inLatin.includes(undefined);
  if (!canCyrillic && !canLatin) return null;
  const toCyrillic = canCyrillic && (!canLatin || latin * 2 <= letters.length);
  const word = (toCyrillic ? inCyrillic : inLatin).join('');
  const strangers = toCyrillic ? latin : letters.length - latin;
  const switches = isLatin.filter((is, i) => i > 0 && is !== isLatin[i - 1]).length;
  // An acronym takes the endings of its sentence: SMSе, VIPам.
  if (switches === 1 && strangers > 1 && strangers < letters.length - 1 && /^\p{Lu}+\p{Ll}+$/u.test(written)) return null;
  if (switches === 1 && /^\p{Lu}{2,}\p{Ll}+$/u.test(written)) return null;
  const letter = letters.find((_, i) => isLatin[i] === toCyrillic)!;
  const safe = letters.length >= SURE_LENGTH && strangers * 2 < letters.length && !(canCyrillic && canLatin);
  const place: Place = { start, end, text: word, safe };
  return recurring([place], { kind: toCyrillic ? 'latin' : 'cyrillic' }, { written, letter, word });
}

/** A shorter mixed word may be a sign of its own. */
const SURE_LENGTH = 4;
