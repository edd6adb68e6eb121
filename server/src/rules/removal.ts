import { type Article, lineEnd, nearestLineEnd } from '../text/article';
import { backOverBlanks, isBlankUnit, overBlanks } from '../text/characters';
import { withControls } from '../text/direction';
import { positionAt } from '../text/position';
import type { Edit } from './rule';

/**
 * The edit that takes the text from `start` to `end` out without leaving a hole: lines that hold nothing else go with the
 * blank lines after them if others stand before (at the end of the text with those before them), a piece of a line leaves one blank
 * where there was one on either side, or where two words would meet. Whether the text ends with a line end stays as it was.
 */
export function removal(article: Article, from: number, to: number): Edit {
  const { text, lineStarts } = article;
  const [start, end] = withControls(text, from, to);
  const lineStart = lineStarts[positionAt(article, start).line];
  const lastLine = positionAt(article, end).line;
  const lineStop = lineEnd(article, lastLine);
  const opens = isBlank(text, lineStart, start);
  const closes = isBlank(text, end, lineStop);
  if (!opens) return closes ? { start: backOverBlanks(text, start), end: lineStop, text: '' } : within(article, start, end);
  if (!closes) return { start: lineStart, end: overBlanks(text, end), text: '' };
  let next = lastLine + 1;
  while (next < lineStarts.length && isBlank(text, lineStarts[next], lineEnd(article, next))) next++;
  const first = positionAt(article, start).line;
  const parted = first === 0 || isBlank(text, lineStarts[first - 1], lineEnd(article, first - 1));
  // Where no blank line stands before, the one after goes on parting what is left.
  if (next < lineStarts.length) return { start: lineStart, end: lineStarts[parted ? next : lastLine + 1], text: '' };
  let previous = first - 1;
  while (previous >= 0 && isBlank(text, lineStarts[previous], lineEnd(article, previous))) previous--;
  return { start: previous < 0 ? 0 : lineEnd(article, previous), end: lineStop, text: '' };
}

/** Elements that stand within words or sentences; all others part paragraphs or lines. */
const INLINE = /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u)\b/i;
const ELEMENT = /^<\/?[a-z]/i;

/**
 * A piece from the middle of a line. An element that parts lines leaves the end of a line behind; of anything else one blank is
 * left where one stood on either side or where two words would meet, and none within a word.
 */
function within(article: Article, start: number, end: number): Edit {
  const { text } = article;
  const removed = text.slice(start, Math.min(end, start + LONGEST_NAME));
  if (ELEMENT.test(removed) && !INLINE.test(removed)) {
    return { start: backOverBlanks(text, start), end: overBlanks(text, end), text: nearestLineEnd(article, start) };
  }
  if (isBlankUnit(text, start - 1)) return { start, end: overBlanks(text, end), text: '' };
  return { start, end, text: isBlankUnit(text, end) || INLINE.test(removed) ? '' : ' ' };
}

/** Longer than any element's name with its bracket. */
const LONGEST_NAME = 14;

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isBlankUnit(text, i)) return false;
  return true;
}
