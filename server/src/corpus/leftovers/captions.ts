import type { Article } from '../../text/article';
import { CLASS, Class, isStop } from '../../text/characters';
import type { Unnumbered } from './leftovers';
import {
  agencies,
  CAPTION_MOMENT,
  CAPTION_START,
  continues,
  dateWords,
  outletWords,
  pictureAgencies,
  sourceContinuations,
  stretchesOfTime,
} from './lexicon';
import { plain } from './plain';
import type { Shape } from './shape';

/** A caption has no more words than this; 95 % of the development set's have fewer. */
const CAPTION_WORDS = 14;
/** How sure a caption is one: of 116 lines and spans that look so in 17,120 articles, all read, 115 were. */
export const CAPTION = 0.95;

/** Whether a line before or after the text, given in plain words too, says what a picture shows. */
export function isCaption(label: string, { words, stopped }: Shape): boolean {
  if (stopped || words > CAPTION_WORDS || words < 2) return false;
  if (CAPTION_START.test(label)) return true;
  const moment = CAPTION_MOMENT.exec(label);
  // «During the year» and «by way of» are said of anything.
  return (
    moment !== null &&
    !stretchesOfTime.has(moment[1].replace(/^ال/, '')) &&
    !moment[1].startsWith('#') &&
    !dateWords.has(moment[1]) &&
    !label.includes('من خلال')
  );
}

/** The name in brackets behind a caption has no more UTF-16 units than this, the caption no more than that. */
const CREDIT_LENGTH = 30;
const CAPTION_LENGTH = 160;

/**
 * Captions in the middle of paragraphs: after the stop of a sentence and a wider gap, without a stop of their own, and with the
 * picture's agency in brackets behind them.
 */
export function captionsWithin({ text }: Article, shapes: readonly Shape[], spans: Unnumbered[]): void {
  let b = 0;
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    while (b < shapes.length && shapes[b].end <= open) b++;
    if (b === shapes.length) return;
    if (!shapes[b].paragraph || !isBlank(text, open - 1)) continue;
    let end = open + 1;
    while (end < open + CREDIT_LENGTH && text[end] !== ')') end++;
    end++;
    if (text[end - 1] !== ')' || end >= shapes[b].end || !isBlank(text, end)) continue;
    const start = captionStart(text, shapes[b].start, open);
    if (start <= shapes[b].start) continue;
    const name = text.slice(open + 1, end - 1);
    const agency = plain(name);
    if ((!pictureAgencies.has(agency) && !agencies.has(agency)) || isSource(text, start, open, end)) continue;
    spans.push({ start, end, kind: 'caption', confidence: CAPTION, evidence: { agency: name }, note: true });
  }
}

/** Whether the name between `open` and `end` is the source of a sentence that starts at `start`: `نقلت وكالة الأنباء (رويترز) عن`. */
function isSource(text: string, start: number, open: number, end: number): boolean {
  const before = plain(text, start, open).split(' ');
  const [after] = plain(text, end, end + FIRST_WORD).split(' ');
  return (
    continues(before[0]) ||
    sourceContinuations.has(after) ||
    before.slice(-3).some((word) => outletWords.has(word.replace(/^(?:ال|لل)/, '')) || /انباء$/.test(word))
  );
}

/** UTF-16 units that hold the first word of what follows. */
const FIRST_WORD = 24;

const isBlank = (text: string, at: number): boolean => CLASS[text.charCodeAt(at)] === Class.BLANK;

/** Where a caption before `open` starts: behind two blanks after a stop, with no stop in between; -1 where there is none. */
function captionStart(text: string, start: number, open: number): number {
  for (let at = open - 2; at > start && open - at < CAPTION_LENGTH; at--) {
    if (isStop(text.charCodeAt(at))) return -1;
    if (!isBlank(text, at - 1) || isBlank(text, at)) continue;
    let gap = at - 1;
    while (gap > start && isBlank(text, gap - 1)) gap--;
    let stop = gap - 1;
    while (stop > start && CLASS[text.charCodeAt(stop)] === Class.QUOTE) stop--;
    if (isStop(text.charCodeAt(stop))) return at - gap >= 2 ? at : -1;
  }
  return -1;
}
