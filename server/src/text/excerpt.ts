import { CARRIAGE_RETURN, LINE_FEED } from './characters';

const isLeading = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isTrailing = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** The offset nearest to `at`, at or before it, that parts no character and no \r\n in two. All offsets are UTF-16 units. */
function wholeBefore(text: string, at: number): number {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return (isLeading(before) && isTrailing(after)) || (before === CARRIAGE_RETURN && after === LINE_FEED) ? at - 1 : at;
}

/** The first `limit` UTF-16 units of a text, or one less where that would cut a character in two. */
export const beginning = (text: string, limit: number): string => text.slice(0, wholeBefore(text, limit));

/** The last `limit` UTF-16 units of a text, or one less where that would cut a character in two. */
export function ending(text: string, limit: number): string {
  const at = Math.max(0, text.length - limit);
  return text.slice(wholeBefore(text, at) === at ? at : at + 1);
}

/** A text in one line of at most `limit` UTF-16 units: line ends become blanks, and what is too long ends in an ellipsis. */
export function shorten(text: string, limit: number): string {
  const shown = text.length > 2 * limit ? beginning(text, 2 * limit) : text;
  const line = shown.replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, ' ');
  return line.length <= limit && shown === text ? line : `${beginning(line, limit - 1).trimEnd()}…`;
}
