import type { Leftovers } from '../corpus/leftovers/leftovers';
import type { HabitName, SourceStyle } from '../corpus/style/habits';
import type { Article } from '../text/article';
import { CLASS, Class, isLetter } from '../text/characters';
import { hashWord, keyOf } from '../text/hash';
import { SCRIPT_BITS, Script } from '../text/scan';

/** The marks within sentences that each house sets in its own way; those of both scripts are one. */
export const MARKS = ['comma', 'stop', 'colon', 'semicolon', 'question', 'exclamation'] as const;
/** One of `MARKS`. */
export type MarkName = (typeof MARKS)[number];

/** What messages call them: a sign such as a full stop can't be read in the middle of a sentence. */
export const MARK_WORDS: Readonly<Record<MarkName, string>> = {
  comma: 'comma',
  stop: 'full stop',
  colon: 'colon',
  semicolon: 'semicolon',
  question: 'question mark',
  exclamation: 'exclamation mark',
};

/** The habits of a source that marks follow, by what is asked about a mark; where none stands, a source has none. */
const HABIT_OF = {
  before: { comma: 'beforeComma', stop: 'beforeStop', colon: 'beforeColon', question: 'beforeQuestionMark' },
  after: { comma: 'afterComma', stop: 'afterStop' },
  script: { comma: 'comma', semicolon: 'semicolon', question: 'questionMark' },
} as const satisfies Readonly<Record<string, Partial<Record<MarkName, HabitName>>>>;

/** The way of a source with what stands before a mark or after it, or with its script; null where it has none. */
export function wayOf(asked: keyof typeof HABIT_OF, name: MarkName, house: SourceStyle | null): string | null {
  const habits: Partial<Record<MarkName, HabitName>> = HABIT_OF[asked];
  const habit = habits[name];
  return habit && house ? house[habit].way : null;
}

/** An article keeps to one way where so many times more of its marks, or numbers, go that way. */
const KEPT = 3;

/** Whether an article keeps to the way of `most`, beside `others` that go another. */
export const keepsTo = (most: number, others: number): boolean => most >= KEPT * others;

/** How an article sets one mark. Offsets of marks, in reading order. */
export interface MarkUse {
  readonly name: MarkName;
  /** A letter follows without a blank, and so many have a blank after them. */
  readonly glued: number[];
  spaced: number;
  /** A blank stands before it, and so many follow their word. */
  readonly loose: number[];
  tight: number;
  /** The blank stands before it and not after it: it was typed on the wrong side. */
  readonly displaced: number[];
  /** The mark of the Latin script after an Arabic word, and so many of the Arabic script. */
  readonly latin: number[];
  arabic: number;
  /** Within a word, or right before one: what is left of a letter that a program couldn't write, as in Fran?aise. */
  readonly within: number[];
}

const SIGNS: Readonly<Record<MarkName, string>> = { comma: '،,', stop: '.۔', colon: ':', semicolon: '؛;', question: '؟?', exclamation: '!' };
/** By character: 1 + the number of its mark among `MARKS`, 0 for what is none. */
const MARK_AT = new Uint8Array(0x10000);
MARKS.forEach((name, n) => {
  for (const sign of SIGNS[name]) MARK_AT[sign.charCodeAt(0)] = 1 + n;
});
const LATIN = ',;?';
const ARABIC = '،؛؟';

/** What may stand before a mark in place of a word: the end of a quotation or of brackets. */
const CLOSING: ReadonlySet<number> = new Set([...')]»”"%'].map((sign) => sign.charCodeAt(0)));
/** Words around a stop that are shorter may be letters of an abbreviation, إن.بي.سي, or a title: د.محمد. One of two must be longer. */
const LETTER_NAME = 3;
const OWN_WORD = 4;
/** Words after the dot of an address. */
const DOMAINS: ReadonlySet<string> = new Set(['كوم', 'نت', 'أورغ', 'اورج', 'أورج', 'السعودية', 'امارات']);

const nothing = (name: MarkName): MarkUse => ({ name, glued: [], spaced: 0, loose: [], tight: 0, displaced: [], latin: [], arabic: 0, within: [] });

/** How an article sets the marks that follow its Arabic words and its numbers: those that it sets in several ways, in the order of `MARKS`. */
export function readMarkHabits(article: Article, joints: Uint32Array, leftovers: Leftovers): readonly MarkUse[] {
  if (article.language !== 'ar') return [];
  const { text, words, blocks } = article;
  const habits: (MarkUse | undefined)[] = [undefined, undefined, undefined, undefined, undefined, undefined];
  const wordsOf = new WordSet(article);
  let b = 0;
  for (let j = 0; j < joints.length; j++) {
    const w = joints[j];
    const script = words.kind[w] & SCRIPT_BITS;
    if (script !== Script.ARABIC && script !== Script.NUMBER) continue;
    while (blocks.firstWord[b + 1] <= w) b++;
    const end = words.end[w];
    const next = w + 1 < blocks.firstWord[b + 1] ? words.start[w + 1] : blocks.end[b];
    for (let at = end; at < next; at++) {
      const mark = MARK_AT[text.charCodeAt(at)];
      if (mark === 0 || leftovers.covers(at, at + 1)) continue;
      habits[mark - 1] ??= nothing(MARKS[mark - 1]);
      readMark(article, at, w, b, habits[mark - 1]!, wordsOf);
    }
  }
  return habits.filter((use) => use !== undefined && isUneven(use)) as MarkUse[];
}

const isUneven = ({ glued, loose, displaced, latin, within }: MarkUse): boolean =>
  glued.length + loose.length + displaced.length + latin.length + within.length > 0;

/** Notes how the mark at `at` is set, which follows word `w` of block `b`. */
function readMark({ text, words, blocks }: Article, at: number, w: number, b: number, use: MarkUse, wordsOf: WordSet): void {
  const { name } = use;
  const blockEnd = blocks.end[b];
  const before = text.charCodeAt(at - 1);
  const after = at + 1 < blockEnd ? text.charCodeAt(at + 1) : 0;
  // It ends a character's number in the source of a page: &#34;.
  if (name === 'semicolon' && text[words.start[w] - 1] === '#') return;
  // Dots in a row, and ؟! are a mark of their own.
  if (MARK_AT[before] !== 0 || MARK_AT[after] !== 0) return;
  if (text[at] === '?' && isLetter(after)) {
    if (CLASS[before] === Class.BLANK || (CLASS[before] === Class.ARABIC && CLASS[after] === Class.ARABIC)) use.within.push(at);
    return;
  }
  const isArabic = (words.kind[w] & SCRIPT_BITS) === Script.ARABIC;
  const next = w + 1 < blocks.firstWord[b + 1] ? w + 1 : -1;
  const follows = next >= 0 && words.start[next] === at + 1 && (words.kind[next] & SCRIPT_BITS) === Script.ARABIC;
  const isLoose =
    CLASS[before] === Class.BLANK &&
    at - 1 > blocks.start[b] &&
    (isLetter(text.charCodeAt(at - 2)) || isNumber(text, at - 2) || CLOSING.has(text.charCodeAt(at - 2)));
  const isTight = at === words.end[w] || CLOSING.has(before);
  if (name === 'stop' && isAbbreviation({ text, words }, w, next, at)) return;
  // Commas of dates and of lists of numbers follow the number: الأحد, 9 مايو, 2010.
  const isBesideNumber = !isArabic || (next >= 0 && (words.kind[next] & SCRIPT_BITS) === Script.NUMBER);
  if (!isBesideNumber && LATIN.includes(text[at]) && (isTight || isLoose)) use.latin.push(at);
  else if (ARABIC.includes(text[at])) use.arabic++;
  if (isLoose) {
    // A colon or a stop before a word may be of another kind: .نت, :).
    if (follows && name !== 'colon') use.displaced.push(at);
    else if (after === 0 || CLASS[after] === Class.BLANK) use.loose.push(at);
    return;
  }
  if (!isTight) return;
  use.tight++;
  // A stop within a word of the article hides it from filters.
  if (follows && name === 'stop' && wordsOf.has(text.slice(words.start[w], at) + text.slice(at + 1, words.end[next]))) return;
  if (follows) use.glued.push(at);
  else if (after !== 0 && CLASS[after] === Class.BLANK) use.spaced++;
}

/** The words of an article, gathered when somebody first asks. */
class WordSet {
  private keys: Set<number> | null = null;

  constructor(private readonly article: Article) {}

  has(word: string): boolean {
    if (!this.keys) {
      const { count, hash } = this.article.words;
      this.keys = new Set();
      for (let w = 0; w < count; w++) this.keys.add(keyOf(hash[2 * w], hash[2 * w + 1]));
    }
    return this.keys.has(keyOf(...hashWord(word)));
  }
}

const isNumber = (text: string, at: number): boolean => CLASS[text.charCodeAt(at)] === Class.DIGIT;

/** Whether the stop at `at` between word `w` and word `next` (-1 for none) abbreviates, or is part of an address. */
function isAbbreviation({ text, words }: Pick<Article, 'text' | 'words'>, w: number, next: number, at: number): boolean {
  const length = words.end[w] - words.start[w];
  if ((words.kind[w] & SCRIPT_BITS) === Script.ARABIC && length < LETTER_NAME) return true;
  if (next < 0 || words.start[next] !== at + 1) return false;
  const nextLength = words.end[next] - words.start[next];
  if (nextLength < LETTER_NAME || Math.max(length, nextLength) < OWN_WORD) return true;
  return DOMAINS.has(text.slice(words.start[next], words.end[next]));
}
