import type { Article } from '../text/article';
import {
  BYTE_ORDER_MARK,
  CLASS,
  Class,
  HEH,
  IDEOGRAPHIC_SPACE,
  isLetter,
  LINE_SEPARATOR,
  NARROW_NO_BREAK_SPACE,
  NO_BREAK_SPACE,
  PARAGRAPH_SEPARATOR,
  SOFT_HYPHEN,
  ZERO_WIDTH_JOINER,
  ZERO_WIDTH_NON_JOINER,
  ZERO_WIDTH_SPACE,
} from '../text/characters';
import page from './invisible-character.md';
import { type Edit, type Fix, rule } from './rule';

/** Unicode's names, in lower case but for proper names, of what scraped text really holds. */
const NAMES: Readonly<Record<number, string>> = {
  [NO_BREAK_SPACE]: 'no-break space',
  [SOFT_HYPHEN]: 'soft hyphen',
  1564: 'Arabic letter mark',
  [ZERO_WIDTH_SPACE]: 'zero width space',
  [ZERO_WIDTH_NON_JOINER]: 'zero width non-joiner',
  [ZERO_WIDTH_JOINER]: 'zero width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  [LINE_SEPARATOR]: 'line separator',
  [PARAGRAPH_SEPARATOR]: 'paragraph separator',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'pop directional formatting',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  [NARROW_NO_BREAK_SPACE]: 'narrow no-break space',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'pop directional isolate',
  [BYTE_ORDER_MARK]: 'byte order mark',
  0: 'null character',
};

/** What others are called. */
const OTHER_BLANK = 'blank of another width';
const OTHER_CONTROL = 'control character';

const startSentence = (name: string): string => `${/^[AEIOU]/i.test(name) ? 'An' : 'A'} ${name}`;

const number = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** Marks, embeddings, overrides and isolates: they change the order in which text is shown, and nothing else. */
const isDirectional = (code: number): boolean =>
  code === 0x61c || code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);

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
    remove: 'Remove it',
    removeAll: 'Remove all {count}',
    blank: 'Write a plain blank',
    blankAll: 'Write plain blanks for all {count}',
    line: 'Start a new line',
    lineAll: 'Start new lines at all {count}',
    ...Object.fromEntries([...Object.values(NAMES), OTHER_BLANK, OTHER_CONTROL].map((name) => [name, startSentence(name)])),
  },
  options: {},

  *check(article, { leftovers }) {
    const { text } = article;
    const places = new Map<number, number[]>();
    for (const at of article.unseen) {
      const code = text.charCodeAt(at);
      if (isRight(article, at, code) || leftovers.covers(at, at + 1)) continue;
      const known = places.get(code);
      if (known) known.push(at);
      else places.set(code, [at]);
    }
    for (const [code, all] of places) {
      const count = all.length;
      const name = NAMES[code] ?? (CLASS[code] === Class.BLANK ? OTHER_BLANK : OTHER_CONTROL);
      yield {
        start: all[0],
        end: all[0] + 1,
        message: count === 1 ? 'once' : 'often',
        slots: { name: { key: name }, code: number(code), others: count - 1 },
        fixes: fixesOf(text, code, all),
        data: { kind: 'invisible-character', character: number(code), name, count, places: all },
      };
    }
  },
});

/** The safe places first, then all of them where some are in doubt. */
function fixesOf(text: string, code: number, places: readonly number[]): Fix[] {
  const safe = places.filter((at) => isSafe(text, at, code));
  const fixes: Fix[] = [];
  if (safe.length > 0) fixes.push(fixOf(code, safe, true));
  if (safe.length < places.length) fixes.push(fixOf(code, places, false));
  return fixes;
}

function fixOf(code: number, places: readonly number[], safe: boolean): Fix {
  const what = code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR ? 'line' : CLASS[code] === Class.BLANK ? 'blank' : 'remove';
  const replacement = { line: '\n', blank: ' ', remove: '' }[what];
  const edits: Edit[] = places.map((at) => ({ start: at, end: at + 1, text: replacement }));
  return { title: places.length === 1 ? what : `${what}All`, slots: { count: places.length }, safe, edits };
}

/**
 * A blank may become a plain one. What takes no room may go, unless it could stand for a letter or a blank that was lost
 * (a control or a zero width space between two letters) or orders what is shown.
 */
function isSafe(text: string, at: number, code: number): boolean {
  if (code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR) return false;
  if (CLASS[code] === Class.BLANK || code === SOFT_HYPHEN || code === BYTE_ORDER_MARK) return true;
  if (isDirectional(code)) return false;
  return !(isLetterAt(text, at - 1) && isLetterAt(text, at + 1));
}

const isLetterAt = (text: string, at: number): boolean => at >= 0 && at < text.length && isLetter(text.charCodeAt(at));

/** Whether the language that stands there writes it so. */
function isRight({ text, language }: Article, at: number, code: number): boolean {
  const before = CLASS[text.charCodeAt(at - 1)];
  const after = CLASS[text.charCodeAt(at + 1)];
  if (code === ZERO_WIDTH_NON_JOINER || code === ZERO_WIDTH_JOINER) {
    // Persian and Indic spelling; the Hijri sign as heh and joiner; parts of an emoji.
    if (language === 'fa' && before === Class.ARABIC) return true;
    if (before === Class.LETTER || before === Class.MARK || before === Class.OTHER) return true;
    return code === ZERO_WIDTH_JOINER && text.charCodeAt(at - 1) === HEH;
  }
  if (code === ZERO_WIDTH_SPACE) return before === Class.LETTER && after === Class.LETTER;
  if (code === IDEOGRAPHIC_SPACE) return language === 'other';
  if (code === NO_BREAK_SPACE || code === NARROW_NO_BREAK_SPACE) {
    const number = before === Class.DIGIT && (after === Class.DIGIT || '%‰٪°'.includes(text[at + 1] ?? ' '));
    if (number || language !== 'other') return number;
    // French sets blanks inside guillemets and before high marks, many languages after numbers and initials.
    return before !== Class.BLANK && after !== Class.BLANK && (before === Class.DIGIT || isSign(before) || isSign(after));
  }
  return false;
}

const isSign = (is: number | undefined): boolean => is === Class.QUOTE || is === Class.PUNCTUATION || is === Class.OTHER;
