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

/** Words that ask wherever they stand in a sentence of Arabic, and those that do at its beginning only: elsewhere ما denies, and من is "from". */
const ASKING = /(?<![\p{L}\p{M}])[وف]?(?:هل|ماذا|لماذا|بماذا|كيف|متى|أين|أليس|أليست|ألم|ألا)(?![\p{L}\p{M}])/u;
const ASKING_FIRST = /^[^\p{L}]*[وف]?(?:ما|من|أي|أية|كم|لمن|بم|عم)(?![\p{L}\p{M}])/u;
/** Nobody asks in more UTF-16 units. */
const LONGEST_QUESTION = 600;

/** Whether the sentence asks whose words end at `end` (UTF-16 offset). */
export function asks(text: string, end: number): boolean {
  const first = Math.max(0, end - LONGEST_QUESTION);
  let from = end;
  while (from > first && !isStop(text.charCodeAt(from - 1)) && CLASS[text.charCodeAt(from - 1)] !== Class.LINE_END) from--;
  const sentence = text.slice(from, end);
  return ASKING.test(sentence) || ASKING_FIRST.test(sentence);
}
