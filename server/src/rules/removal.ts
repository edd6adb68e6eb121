import { type Article, lineEnd } from '../text/article';
import { CLASS, Class } from '../text/characters';
import { positionAt } from '../text/position';
import type { Edit } from './rule';

/**
 * The edit that takes the text from `start` to `end` out without leaving a hole: lines that hold nothing else go with the
 * blank lines after them (at the end of the text with those before them), a piece of a line goes with the blanks on one
 * side. Whether the text ends with a line end stays as it was.
 */
export function removal(article: Article, start: number, end: number): Edit {
  const { text, lineStarts } = article;
  const lineStart = lineStarts[positionAt(article, start).line];
  const lastLine = positionAt(article, end).line;
  const lineStop = lineEnd(article, lastLine);
  const opens = isBlank(text, lineStart, start);
  const closes = isBlank(text, end, lineStop);
  if (!opens) return { start: closes ? backOverBlanks(text, start) : start, end: closes ? lineStop : overBlanks(text, end), text: '' };
  if (!closes) return { start: lineStart, end: overBlanks(text, end), text: '' };
  let next = lastLine + 1;
  while (next < lineStarts.length && isBlank(text, lineStarts[next], lineEnd(article, next))) next++;
  if (next < lineStarts.length) return { start: lineStart, end: lineStarts[next], text: '' };
  let previous = positionAt(article, start).line - 1;
  while (previous >= 0 && isBlank(text, lineStarts[previous], lineEnd(article, previous))) previous--;
  return { start: previous < 0 ? 0 : lineEnd(article, previous), end: lineStop, text: '' };
}

const isBlankUnit = (text: string, at: number): boolean => CLASS[text.charCodeAt(at)] === Class.BLANK || CLASS[text.charCodeAt(at)] === Class.HIDDEN;

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isBlankUnit(text, i)) return false;
  return true;
}

function overBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && CLASS[text.charCodeAt(at)] === Class.BLANK) at++;
  return at;
}

function backOverBlanks(text: string, from: number): number {
  let at = from;
  while (at > 0 && CLASS[text.charCodeAt(at - 1)] === Class.BLANK) at--;
  return at;
}
