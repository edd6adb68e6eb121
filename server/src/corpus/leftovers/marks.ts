import { CLASS, Class, isStop } from '../../text/characters';
import type { Reading } from './alone';
import type { Shape } from './shape';
import { byLevel, type Sign, type Signs, TEXT } from './signs';
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
const CREDIT_LAST = byLevel('brackets after the stop');
const ARROW_LAST = byLevel('arrow last');
const ELLIPSIS = byLevel('ellipsis');
const COPYRIGHT = byLevel('copyright sign');
const CAPITALS = byLevel('capitals');
const WIDE = byLevel('wide blanks');
const QUESTION = byLevel('question');

/** What the signs in and around a label look like. */
export function readMarks(text: string, { start, end, stopped }: Shape, { units }: Reading, level: number, signs: Signs): void {
  if (units !== 0) for (const [bit, sign] of MARKS) if (units & bit) signs.add(sign + level);
  if (CLASS[text.charCodeAt(start)] === Class.QUOTE) signs.add(QUOTE_FIRST + level);
  else if ('-–—'.includes(text[start])) signs.add(DASH_FIRST + level);
  const last = text[end - 1];
  if (level !== TEXT) {
    if (last === ')' && CREDITED.test(text.slice(Math.max(start, end - 60), end))) signs.add(CREDIT_LAST + level);
    else if ('»›>→'.includes(last) && units & Has.ANGLE) signs.add(ARROW_LAST + level);
    else if (last === '…' || text.endsWith('...', end)) signs.add(ELLIPSIS + level);
    if (end - start < 600) {
      const written = text.slice(start, end);
      if (written.includes('©')) signs.add(COPYRIGHT + level);
      if (units !== 0 || end - start < 300) {
        if (written === written.toUpperCase() && /\p{Lu}{3}/u.test(written)) signs.add(CAPITALS + level);
      }
      if (/\S\s{2,}\S/.test(written)) signs.add(WIDE + level);
    }
  }
  if (text[end - 1] === ':') signs.add(COLON_LAST + level);
  else if (stopped && text[end - 1] !== '.' && isStop(text.charCodeAt(end - 1))) signs.add(QUESTION + level);
}
