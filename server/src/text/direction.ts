import type { Article } from './article';
import {
  ARABIC_LETTER_MARK,
  backOverBlanks,
  CLASS,
  Class,
  FIRST_STRONG_ISOLATE,
  isBlankUnit,
  LEFT_TO_RIGHT_EMBEDDING,
  LEFT_TO_RIGHT_ISOLATE,
  LEFT_TO_RIGHT_MARK,
  LEFT_TO_RIGHT_OVERRIDE,
  overBlanks,
  POP_DIRECTIONAL_FORMATTING,
  POP_DIRECTIONAL_ISOLATE,
  RIGHT_TO_LEFT_EMBEDDING,
  RIGHT_TO_LEFT_ISOLATE,
  RIGHT_TO_LEFT_MARK,
  RIGHT_TO_LEFT_OVERRIDE,
} from './characters';

/** Embeddings, overrides and what ends them: they come in pairs, so one finding tells of all of them. */
export const isFormatting = (code: number): boolean => code >= LEFT_TO_RIGHT_EMBEDDING && code <= RIGHT_TO_LEFT_OVERRIDE;

/** Offsets of embeddings, overrides and their ends. */
export interface Controls {
  /** They do nothing: around nothing, or around letters that run in the same direction anyway, or ends that end nothing in their line. */
  readonly idle: ReadonlySet<number>;
  /** The other half of their pair is out of reach: to take one without the other would turn what stands behind them. */
  readonly halved: ReadonlySet<number>;
}

/** Pairs the embeddings and overrides of an article with their ends; `isOut` says which of them are out of reach. */
export function readControls({ text, unseen, lineStarts }: Article, isOut: (at: number) => boolean): Controls {
  const idle = new Set<number>();
  const halved = new Set<number>();
  let line = 0;
  let open: number[] = [];
  for (const at of unseen) {
    const code = text.charCodeAt(at);
    if (!isFormatting(code)) continue;
    if (line + 1 < lineStarts.length && lineStarts[line + 1] <= at) open = [];
    while (line + 1 < lineStarts.length && lineStarts[line + 1] <= at) line++;
    if (code !== POP_DIRECTIONAL_FORMATTING) open.push(at);
    else {
      const start = open.pop();
      if (start === undefined) idle.add(at);
      else if (isOut(start) !== isOut(at)) halved.add(start).add(at);
      else if (runsAnyway(text, start, at)) idle.add(start).add(at);
    }
  }
  return { idle, halved };
}

/** Whether the control at `start` forces on what stands before `end` the direction that its letters have, and nothing but letters and single blanks stands there. */
function runsAnyway(text: string, start: number, end: number): boolean {
  if (end === start + 1) return true;
  const code = text.charCodeAt(start);
  const strong = code === LEFT_TO_RIGHT_EMBEDDING || code === LEFT_TO_RIGHT_OVERRIDE ? Class.LATIN : Class.ARABIC;
  let isLetter = false;
  for (let at = start + 1; at < end; at++) {
    const is = CLASS[text.charCodeAt(at)];
    if (is !== strong && !(isLetter && (is === Class.MARK || is === Class.BLANK))) return false;
    isLetter = is !== Class.BLANK;
  }
  return isLetter && (strong === Class.LATIN || !meetsNumber(text, end));
}

/** Units after a mark of direction within which a letter must tell the direction as the mark does. */
const NEAR = 12;

/**
 * Whether a mark of direction says what the letter that it touches says by itself (Unicode Standard Annex 9): text is shown the same
 * without it. Numbers are shown otherwise after an Arabic letter than after a mark, and between two letters a blank may have been lost.
 */
export function isRedundant(text: string, at: number, code: number): boolean {
  const strong = code === RIGHT_TO_LEFT_MARK || code === ARABIC_LETTER_MARK ? Class.ARABIC : code === LEFT_TO_RIGHT_MARK ? Class.LATIN : -1;
  const before = CLASS[text.charCodeAt(at - 1)] === strong;
  const after = CLASS[text.charCodeAt(at + 1)] === strong;
  if (before === after) return false;
  return after || strong === Class.LATIN || !meetsNumber(text, at);
}

/** Whether a number may follow what stands at `at` before any letter does. */
function meetsNumber(text: string, at: number): boolean {
  for (let next = at + 1; next < text.length; next++) {
    const is = CLASS[text.charCodeAt(next)];
    if (is === Class.LINE_END || (is >= Class.ARABIC && is <= Class.LETTER)) return false;
    if (is === Class.DIGIT || next - at > NEAR) return true;
  }
  return false;
}

/** Controls that turn what follows until one of `ENDS`. */
const OPENS: ReadonlySet<number> = new Set([
  LEFT_TO_RIGHT_EMBEDDING,
  RIGHT_TO_LEFT_EMBEDDING,
  LEFT_TO_RIGHT_OVERRIDE,
  RIGHT_TO_LEFT_OVERRIDE,
  LEFT_TO_RIGHT_ISOLATE,
  RIGHT_TO_LEFT_ISOLATE,
  FIRST_STRONG_ISOLATE.charCodeAt(0),
]);
const ENDS: ReadonlySet<number> = new Set([POP_DIRECTIONAL_FORMATTING, POP_DIRECTIONAL_ISOLATE.charCodeAt(0)]);
const DIRECTION_MARKS: ReadonlySet<number> = new Set([LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, ARABIC_LETTER_MARK]);

/**
 * A range of a text with the controls of direction before and after it, blanks aside, that are nothing without it: the other halves of
 * those within it, and a mark of direction behind its last word.
 */
export function withControls(text: string, from: number, to: number): readonly [start: number, end: number] {
  let start = from;
  let end = to;
  /** Controls within that nothing ends there, and ends of none there. */
  let open = 0;
  let ends = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (OPENS.has(code)) open++;
    else if (!ENDS.has(code)) continue;
    else if (open > 0) open--;
    else ends++;
  }
  const before = (): number => backOverBlanks(text, start) - 1;
  const behind = (): number => overBlanks(text, end);
  for (; ends > 0 && OPENS.has(text.charCodeAt(before())); ends--) start = before();
  for (; open > 0 && ENDS.has(text.charCodeAt(behind())); open--) end = behind() + 1;
  // A title's controls may stand around it all.
  while (OPENS.has(text.charCodeAt(before())) && ENDS.has(text.charCodeAt(behind()))) {
    start = before();
    end = behind() + 1;
  }
  if (DIRECTION_MARKS.has(text.charCodeAt(end)) && (end + 1 >= text.length || isBlankUnit(text, end + 1))) end++;
  return [start, end];
}
