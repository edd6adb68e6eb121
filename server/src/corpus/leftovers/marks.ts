import { CLASS, Class, isStop } from '../../text/characters';
import type { Reading } from './alone';
import type { Shape } from './shape';
import { byLevel, type Sign, type Signs, telltale } from './signs';
import { Has } from './units';

const MARKS: readonly (readonly [bit: number, sign: Sign])[] = [
  [Has.BULLET, byLevel('bullet')],
  [Has.PIPE, byLevel('bars')],
  [Has.GLUED, byLevel('words run together')],
  [Has.CLOCK, byLevel('hour')],
  [Has.DIGIT, byLevel('digits')],
  [Has.AT, byLevel('at sign')],
  [Has.SLASH, byLevel('slash')],
];
const COLON_LAST = byLevel('colon last');
const QUOTE_FIRST = byLevel('quotation mark first');
const DASH_FIRST = byLevel('dash first');
/** A stop, and then who made the picture, in brackets. */
const CREDITED = /[.!?”"]\s*\(\s*\p{Lu}[^()]{1,50}\)$/u;
const CREDIT_LAST = telltale('page: brackets after the stop');
const ARROW_LAST = telltale('page: arrow last');
const ELLIPSIS = telltale('page: ellipsis');
const COPYRIGHT = telltale('page: copyright sign');
const CAPITALS = telltale('page: capitals');
const WIDE = telltale('page: wide blanks');
const QUESTION = byLevel('question');

/** What the signs in and around a label look like. */
export function readMarks(text: string, { start, end, stopped }: Shape, { units }: Reading, level: number, signs: Signs): void {
  if (units !== 0) for (const [bit, sign] of MARKS) if (units & bit) signs.add(sign + level);
  if (CLASS[text.charCodeAt(start)] === Class.QUOTE) signs.add(QUOTE_FIRST + level);
  else if ('-–—'.includes(text[start])) signs.add(DASH_FIRST + level);
  if (text[end - 1] === ':') signs.add(COLON_LAST + level);
  else if (stopped && text[end - 1] !== '.' && isStop(text.charCodeAt(end - 1))) signs.add(QUESTION + level);
}

/** The name in brackets behind a caption is no longer than this, in UTF-16 units. */
const CREDIT_LENGTH = 60;
/** Longer blocks are no labels or captions of a page. */
const LINE_LENGTH = 600;
/** Capitals in a row that are no initials. */
const SHOUT = 3;

/** Whether a block ends with a stop and, in brackets, a name: a caption and who made the picture. */
export const endsWithCredit = (text: string, { start, end }: Pick<Shape, 'start' | 'end'>): boolean =>
  text[end - 1] === ')' && CREDITED.test(text.slice(Math.max(start, end - CREDIT_LENGTH), end));

/** Adds what only lines of pages look like, in scripts with capitals. */
export function readPageMarks(text: string, { start, end }: Shape, { units }: Reading, signs: Signs): void {
  const last = text[end - 1];
  if (endsWithCredit(text, { start, end })) signs.add(CREDIT_LAST);
  else if (units & Has.ANGLE && '»›>→'.includes(last)) signs.add(ARROW_LAST);
  else if (last === '…' || text.endsWith('...', end)) signs.add(ELLIPSIS);
  if (end - start >= LINE_LENGTH) return;
  const written = text.slice(start, end);
  if (written.includes('©')) signs.add(COPYRIGHT);
  if (written === written.toUpperCase() && CAPITALS_IN_A_ROW.test(written)) signs.add(CAPITALS);
  if (WIDE_BLANKS.test(written)) signs.add(WIDE);
}
const CAPITALS_IN_A_ROW = new RegExp(`\\p{Lu}{${SHOUT}}`, 'u');
const WIDE_BLANKS = /\S\s{2,}\S/;
