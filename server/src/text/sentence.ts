import { CLASS, Class, isStop } from './characters';

/** A credit in brackets, such as (وكالات), is no longer than this, in UTF-16 units. */
const REMARK = 40;
/** The longest character reference of HTML that may stand behind a stop, such as &quot; or &#8221;. */
const LONGEST_REFERENCE = 8;

const isClosing = (text: string, at: number): boolean => CLASS[text.charCodeAt(at)] === Class.QUOTE || text[at] === ')' || text[at] === ']';

/**
 * Whether a sentence ends where the text from `start` to `end` does (UTF-16 offsets): closing marks, one of them written as
 * a character reference, and a short remark in brackets may follow the stop.
 */
export function endsSentence(text: string, start: number, end: number): boolean {
  if (isStopped(text, start, end)) return true;
  const last = text[end - 1];
  if (last !== ';' && last !== ')') return false;
  const opening = last === ';' ? '&' : '(';
  const from = Math.max(start + 1, end - (last === ';' ? LONGEST_REFERENCE : REMARK));
  for (let at = end - 2; at >= from; at--) if (text[at] === opening) return isStopped(text, start, at);
  return false;
}

/** Whether nothing but blanks and closing marks stands between the last stop and `end`. */
function isStopped(text: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && (isClosing(text, last) || CLASS[text.charCodeAt(last)] === Class.BLANK)) last--;
  return isStop(text.charCodeAt(last));
}
