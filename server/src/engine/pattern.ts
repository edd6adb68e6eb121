import { plain } from '../corpus/leftovers/plain';
import type { Article } from '../text/article';
import type { Finding } from './finding';

/** Stands for all that differs, and in no text of a site. A decision about a pattern is written with it, and with a blank between. */
const REST = '{…}';
const OPEN_END = ` ${REST}`;
const OPEN_START = `${REST} `;

/** Whether a text, of a decision or in a table, speaks of all findings that begin or end so. */
export const isPattern = (text: string): boolean => text === REST || text.endsWith(OPEN_END) || text.startsWith(OPEN_START);

/**
 * What a leftover has in common with others that differ in all else: the cue that an announcement begins with, `اقرأ أيضاً {…}`, or the agency
 * behind a caption in the text, `{…} (رويترز)`, or what leads to a date, `آخر تحديث {…}`: days and hours differ from article to article, and whoever
 * decides about one decides about all. Null where it is no more than its cue, or has none.
 */
export function patternOf({ text }: Pick<Article, 'text'>, { start, end, data }: Pick<Finding, 'start' | 'end' | 'data'>): string | null {
  const evidence = data.evidence as Readonly<Record<string, unknown>> | undefined;
  if (typeof evidence?.agency === 'string' && data.kind === 'caption') return `${OPEN_START}(${evidence.agency})`;
  if (data.kind === 'timestamp') return `${LABEL.exec(text.slice(start, end))?.[0].trim() ?? ''}${OPEN_END}`.trim();
  if (typeof evidence?.phrase !== 'string' || evidence.configured) return null;
  const written = text.slice(start, end);
  const to = endOf(written, evidence.phrase);
  return to > 0 && LETTER.test(written.slice(to)) ? written.slice(0, to).replace(NO_LETTERS, '') + OPEN_END : null;
}

/** What stands before the colon that leads to a date. */
const LABEL = /^[^\p{Nd}:]*\p{L}[^\p{Nd}:]*(?=:)/u;
const LETTER = /[\p{L}\p{Nd}]/u;
const NO_LETTERS = /^[^\p{L}\p{Nd}]+/u;
const MARK = /\p{M}/u;

/** Where a cue, given in plain words, ends in the text that begins with it; 0 where it doesn't. */
function endOf(written: string, cue: string): number {
  for (let end = cue.length; end <= Math.min(written.length, 3 * cue.length); end++) {
    if (plain(written, 0, end) === cue && !MARK.test(written[end] ?? '')) return end;
  }
  return 0;
}

/** What is compared of a pattern: which end of it is open, and its words. */
export const patternKey = (pattern: string): string => `${pattern.startsWith(OPEN_START) ? REST : ''}${plain(pattern)}${OPEN_END}`;
