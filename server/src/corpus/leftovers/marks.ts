import { CLASS, Class, isStop } from '../../text/characters';
import type { Reading } from './alone';
import type { Shape } from './shape';
import { byLevel, type Level, type Sign } from './signs';
import { Has } from './units';

const MARKS: readonly (readonly [number, ReturnType<typeof byLevel>])[] = [
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
const QUESTION = byLevel('question');

/** What the signs in and around a label look like. */
export function readMarks(text: string, { start, end, stopped }: Shape, { units }: Reading, level: Level, signs: Sign[]): void {
  if (units !== 0) for (const [bit, sign] of MARKS) if (units & bit) signs.push(sign[level]);
  if (CLASS[text.charCodeAt(start)] === Class.QUOTE) signs.push(QUOTE_FIRST[level]);
  else if ('-–—'.includes(text[start])) signs.push(DASH_FIRST[level]);
  if (text[end - 1] === ':') signs.push(COLON_LAST[level]);
  else if (stopped && text[end - 1] !== '.' && isStop(text.charCodeAt(end - 1))) signs.push(QUESTION[level]);
}
