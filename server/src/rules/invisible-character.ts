import { type Article, nearestLineEnd } from '../text/article';
import {
  ARABIC_LETTER_MARK,
  BYTE_ORDER_MARK,
  CLASS,
  Class,
  DIRECTIONAL,
  FIRST_STRONG_ISOLATE,
  HEH,
  IDEOGRAPHIC_SPACE,
  LEFT_TO_RIGHT_EMBEDDING,
  LEFT_TO_RIGHT_ISOLATE,
  LEFT_TO_RIGHT_MARK,
  LEFT_TO_RIGHT_OVERRIDE,
  LINE_BREAKS,
  LINE_SEPARATOR,
  NARROW_NO_BREAK_SPACE,
  NEXT_LINE,
  NO_BREAK_SPACE,
  PARAGRAPH_SEPARATOR,
  POP_DIRECTIONAL_FORMATTING,
  POP_DIRECTIONAL_ISOLATE,
  RIGHT_TO_LEFT_EMBEDDING,
  RIGHT_TO_LEFT_ISOLATE,
  RIGHT_TO_LEFT_MARK,
  RIGHT_TO_LEFT_OVERRIDE,
  SOFT_HYPHEN,
  UNJOINED,
  WORD_JOINER,
  ZERO_WIDTH_JOINER,
  ZERO_WIDTH_NON_JOINER,
  ZERO_WIDTH_SPACE,
} from '../text/characters';
import { isFormatting, isRedundant, readControls } from '../text/direction';
import { Holds } from './holdings';
import page from './invisible-character.md';
import { type Edit, type Fix, rule } from './rule';

/** Unicode's names, in lower case but for proper names, of what scraped text really holds. */
const NAMES: Readonly<Record<number, string>> = {
  [NO_BREAK_SPACE]: 'no-break space',
  [SOFT_HYPHEN]: 'soft hyphen',
  [ARABIC_LETTER_MARK]: 'Arabic letter mark',
  [ZERO_WIDTH_SPACE]: 'zero width space',
  [ZERO_WIDTH_NON_JOINER]: 'zero width non-joiner',
  [ZERO_WIDTH_JOINER]: 'zero width joiner',
  [LEFT_TO_RIGHT_MARK]: 'left-to-right mark',
  [RIGHT_TO_LEFT_MARK]: 'right-to-left mark',
  [NEXT_LINE]: 'next line',
  [LINE_SEPARATOR]: 'line separator',
  [PARAGRAPH_SEPARATOR]: 'paragraph separator',
  [LEFT_TO_RIGHT_EMBEDDING]: 'left-to-right embedding',
  [RIGHT_TO_LEFT_EMBEDDING]: 'right-to-left embedding',
  [POP_DIRECTIONAL_FORMATTING]: 'pop directional formatting',
  [LEFT_TO_RIGHT_OVERRIDE]: 'left-to-right override',
  [RIGHT_TO_LEFT_OVERRIDE]: 'right-to-left override',
  [NARROW_NO_BREAK_SPACE]: 'narrow no-break space',
  [WORD_JOINER]: 'word joiner',
  [LEFT_TO_RIGHT_ISOLATE]: 'left-to-right isolate',
  [RIGHT_TO_LEFT_ISOLATE]: 'right-to-left isolate',
  [FIRST_STRONG_ISOLATE.charCodeAt(0)]: 'first strong isolate',
  [POP_DIRECTIONAL_ISOLATE.charCodeAt(0)]: 'pop directional isolate',
  [BYTE_ORDER_MARK]: 'byte order mark',
  0: 'null character',
};

/** What others are called. */
const OTHER_BLANK = 'blank of another width';
const OTHER_CONTROL = 'control character';

const startSentence = (name: string): string => `${/^[AEIOU]/i.test(name) ? 'An' : 'A'} ${name}`;

const number = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** Characters that nobody sees, or that look like a plain blank and are none. One finding a character and article. */
export const invisibleCharacter = rule({
  id: 'invisible-character',
  group: 'characters',
  severity: 'warning',
  summary: 'A character that nobody sees stands in the text.',
  page,
  messages: {
    once: '{name} ({code}) stands here unseen.',
    often: {
      by: 'others',
      one: '{name} ({code}) stands unseen here and at one more place of the article.',
      other: '{name} ({code}) stands unseen here and at {others} more places of the article.',
    },
    formatting: {
      by: 'others',
      one: '{name} ({code}) stands unseen here, and one more control of direction in the article.',
      other: '{name} ({code}) stands unseen here, and {others} more controls of direction in the article.',
    },
    remove: 'Remove it',
    removeAll: 'Remove all {count}',
    removeSome: 'Remove {count} of {all}',
    blank: 'Write a plain blank',
    blankAll: 'Write plain blanks for all {count}',
    line: 'Start a new line',
    lineAll: 'Start new lines at all {count}',
    ...Object.fromEntries([...Object.values(NAMES), OTHER_BLANK, OTHER_CONTROL].map((name) => [name, startSentence(name)])),
  },
  options: {},
  needs: Holds.UNSEEN,

  *check(article, { leftovers }) {
    const { text } = article;
    const places = new Map<number, number[]>();
    const { idle, halved } = readControls(article, (at) => leftovers.covers(at, at + 1));
    for (const at of article.unseen) {
      const code = text.charCodeAt(at);
      if (isRight(article, at, code) || halved.has(at) || leftovers.covers(at, at + 1)) continue;
      const key = isFormatting(code) ? POP_DIRECTIONAL_FORMATTING : code;
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
    for (const all of places.values()) {
      const count = all.length;
      const code = text.charCodeAt(all[0]);
      const isMixed = all.some((at) => text.charCodeAt(at) !== code);
      const name = NAMES[code] ?? (CLASS[code] === Class.BLANK ? OTHER_BLANK : OTHER_CONTROL);
      yield {
        start: all[0],
        end: all[0] + 1,
        message: count === 1 ? 'once' : isMixed ? 'formatting' : 'often',
        slots: { name: { key: name }, code: number(code), others: count - 1 },
        fixes: fixesOf(article, code, all, idle),
        data: { kind: 'invisible-character', character: number(code), name, count, places: all },
      };
    }
  },
});

/** The safe places first, then all of them where some are in doubt. */
function fixesOf(article: Article, code: number, places: readonly number[], idle: ReadonlySet<number>): Fix[] {
  const safe = places.filter((at) => idle.has(at) || isSafe(article.text, at, code));
  const fixes: Fix[] = [];
  if (safe.length > 0) fixes.push(fixOf(article, code, safe, true, places.length));
  if (safe.length < places.length) fixes.push(fixOf(article, code, places, false, places.length));
  return fixes;
}

/** The fix at some of the places, of which there are `all`. */
function fixOf(article: Article, code: number, places: readonly number[], safe: boolean, all: number): Fix {
  const what = LINE_BREAKS.has(code) ? 'line' : CLASS[code] === Class.BLANK ? 'blank' : 'remove';
  const written = (at: number): string => (what === 'line' ? nearestLineEnd(article, at) : what === 'blank' ? ' ' : '');
  const edits: Edit[] = places.map((at) => ({ start: at, end: at + 1, text: written(at) }));
  const count = places.length;
  return { title: count < all ? `${what}Some` : all === 1 ? what : `${what}All`, slots: { count, all }, safe, edits };
}

/**
 * A blank may become a plain one. What takes no room may go, unless it orders what is shown or could stand for what was
 * lost: a control or a zero width space for a letter, a sign or a blank (never safe but beside a blank), the others for
 * a blank between two words or numbers.
 */
function isSafe(text: string, at: number, code: number): boolean {
  if (LINE_BREAKS.has(code)) return false;
  if (DIRECTIONAL.has(code)) return isRedundant(text, at, code);
  if (CLASS[code] === Class.BLANK) return true;
  const before = visibleClass(text, at, -1);
  const after = visibleClass(text, at, 1);
  // A soft hyphen breaks a word, a byte order mark joins one; neither stands within a number.
  if (code === SOFT_HYPHEN || code === BYTE_ORDER_MARK) return before !== Class.DIGIT || after !== Class.DIGIT;
  // Of a run without end, only so much of it would be near enough to a blank each time.
  if (code === ZERO_WIDTH_SPACE || CONTROL.test(text[at]))
    return (isEmpty(before) && after !== Class.HIDDEN) || (isEmpty(after) && before !== Class.HIDDEN);
  return !(isOfWord(before) && isOfWord(after));
}

const CONTROL = /\p{Cc}/u;

/** Hidden characters in a row that are looked past; behind more of them anything may have been lost. */
const FARTHEST = 8;

/** The class of the nearest character that isn't hidden; that of a line end beyond the text. */
function visibleClass(text: string, from: number, step: 1 | -1): number {
  let at = from + step;
  while (at >= 0 && at < text.length && Math.abs(at - from) <= FARTHEST && CLASS[text.charCodeAt(at)] === Class.HIDDEN) at += step;
  return at >= 0 && at < text.length ? CLASS[text.charCodeAt(at)] : Class.LINE_END;
}

const isEmpty = (is: number): boolean => is === Class.BLANK || is === Class.LINE_END;

const isOfWord = (is: number): boolean => is >= Class.ARABIC && is <= Class.TATWEEL;

/** Whether the language that stands there writes it so. */
function isRight({ text, language }: Article, at: number, code: number): boolean {
  const before = CLASS[text.charCodeAt(at - 1)];
  const after = CLASS[text.charCodeAt(at + 1)];
  if (code === ZERO_WIDTH_NON_JOINER || code === ZERO_WIDTH_JOINER) {
    // Persian and Indic spelling; parts of an emoji.
    if (language === 'fa' && before === Class.ARABIC) return true;
    if (before === Class.LETTER || before === Class.MARK || before === Class.OTHER) return true;
    return code === ZERO_WIDTH_JOINER && showsForm(text, at - 1);
  }
  if (code === ZERO_WIDTH_SPACE) return before === Class.LETTER && after === Class.LETTER;
  if (code === IDEOGRAPHIC_SPACE) return language === 'other';
  if (code === NO_BREAK_SPACE || code === NARROW_NO_BREAK_SPACE) {
    if (keepsNumber(before, after) || (before === Class.DIGIT && '%‰٪°'.includes(text[at + 1] ?? ' '))) return true;
    if (language !== 'other') return false;
    // French sets blanks inside guillemets and before high marks, many languages after numbers and initials.
    return before !== Class.BLANK && after !== Class.BLANK && (before === Class.DIGIT || isSign(before) || isSign(after));
  }
  return false;
}

/** Whether a blank between the two keeps a number on one line with its other half, with what it counts, or with what it numbers. */
const keepsNumber = (before: number, after: number): boolean =>
  (before === Class.DIGIT && (after === Class.DIGIT || isLetterClass(after))) || (after === Class.DIGIT && isLetterClass(before));

const isLetterClass = (is: number): boolean => is >= Class.ARABIC && is <= Class.LETTER;

/** Whether a joiner shows a letter as it stands before another: the Hijri sign, or a letter by itself, such as a prefix before a quotation. */
const showsForm = (text: string, letter: number): boolean =>
  text.charCodeAt(letter) === HEH ||
  (CLASS[text.charCodeAt(letter)] === Class.ARABIC && !UNJOINED.has(text.charCodeAt(letter)) && !isOfWord(CLASS[text.charCodeAt(letter - 1)]));

const isSign = (is: number | undefined): boolean => is === Class.QUOTE || is === Class.PUNCTUATION || is === Class.OTHER;
