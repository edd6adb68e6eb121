import type { Article } from './article';
import { backOverBlanks, CLASS, Class, FULL_STOP, HEH, isStop, TATWEEL } from './characters';
import { endsSentence } from './sentence';

/** Marks that open and close one another. Braces quote scripture, and in headlines; apostrophes quote within quotations. */
export const Family = { GUILLEMETS: 0, CURLY: 1, SINGLE: 2, STRAIGHT: 3, BRACES: 4, APOSTROPHES: 5 } as const;

/** What a mark does: it opens a quotation, closes one, or is none. */
export const Role = { OPENS: 1, CLOSES: -1, NEITHER: 0 } as const;
export type Role = (typeof Role)[keyof typeof Role];

/** A quotation mark with what it is and what stands around it. */
export interface Mark extends Glyph {
  /** UTF-16 offset. */
  readonly offset: number;
  /**
   * What the place asks for: 1 rather opens, 2 surely opens, 3 the same without a doubt, for a sign or prefix stands glued
   * before it; the same below 0 for what closes; 0 can't be told.
   */
  readonly lean: number;
  /** Touches the mark before it. */
  readonly touches: boolean;
  /** How many marks touch one another here, this one among them. */
  readonly run: number;
  /** What stands before and after the run of marks that it belongs to (`Side`). */
  readonly before: number;
  readonly after: number;
  /** Blank or edge on both sides, as arrows stand, and not in a sentence. */
  readonly floats: boolean;
  /** Nothing stands before it in its block but other marks. */
  readonly opensBlock: boolean;
  /** Digits right before it, as before the sign of inches or seconds; 0 for none. */
  readonly digits: number;
  /** How many sentences end in its block before it. */
  readonly sentence: number;
  /** Between two letters of a script that abbreviates so (Hebrew). */
  readonly inWord: boolean;
}

/** Marks that don't do what others of their family do: the sign of inches and seconds, and the low mark that opens in German. */
export const DOUBLE_PRIME = '″';
export const LOW_MARK = '„';

/** A mark's shape and what it is for. */
export interface Glyph {
  readonly glyph: string;
  readonly family: number;
  /** What the glyph does in the usual order of its family; NEITHER where both ends look alike. */
  readonly usual: Role;
}

const GLYPHS: readonly Glyph[] = (
  [
    ['«', Family.GUILLEMETS, Role.OPENS],
    ['»', Family.GUILLEMETS, Role.CLOSES],
    ['“', Family.CURLY, Role.OPENS],
    ['”', Family.CURLY, Role.CLOSES],
    [LOW_MARK, Family.CURLY, Role.OPENS],
    ['‟', Family.CURLY, Role.OPENS],
    ['‹', Family.SINGLE, Role.OPENS],
    ['›', Family.SINGLE, Role.CLOSES],
    ['"', Family.STRAIGHT, Role.NEITHER],
    [DOUBLE_PRIME, Family.STRAIGHT, Role.NEITHER],
    ['{', Family.BRACES, Role.OPENS],
    ['}', Family.BRACES, Role.CLOSES],
    ['‘', Family.APOSTROPHES, Role.OPENS],
    ['’', Family.APOSTROPHES, Role.CLOSES],
    ["'", Family.APOSTROPHES, Role.NEITHER],
  ] as const
).map(([glyph, family, usual]) => ({ glyph, family, usual }));
/** By character: the number of its glyph. Marks are looked up again and again, so they are looked up in an array. */
const GLYPH_AT = new Uint8Array(0x10000);
GLYPHS.forEach(({ glyph }, n) => {
  GLYPH_AT[glyph.charCodeAt(0)] = n;
});

/** The glyph of the mark at `offset`, which must be one. */
export const glyphAt = (text: string, offset: number): Glyph => GLYPHS[GLYPH_AT[text.charCodeAt(offset)]];

/** By family: the mark that opens and the mark that closes in the usual order. */
export const PAIRS: readonly (readonly [opening: string, closing: string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['‹', '›'],
  ['"', '"'],
  ['{', '}'],
  ['‘', '’'],
];

const codes = (signs: string): ReadonlySet<number> => new Set([...signs].map((sign) => sign.charCodeAt(0)));

/** Signs after which a mark opens and signs before which it closes, where nothing parts them. */
const BEFORE_OPENING = codes('([{-–—:/=*•|<');
const BEFORE_CLOSING = codes(')]}.,،؛;:!?؟۔%-–—/>');
const SENTENCE_SIGNS = codes('.,،؛!?؟۔');
const COLON = 0x3a;
const ELLIPSIS = 0x2026;

/** What Arabic writes in one piece with the next word, and so right before its opening mark. */
const PROCLITICS = new Set('و ف ب ل ك س ول وب وك فل فب فك ال لل وال فال بال كال ولل فلل وبال فبال وكال'.split(' '));
const LONGEST_PROCLITIC = 4;

const isBlank = (text: string, at: number): boolean => CLASS[text.charCodeAt(at)] === Class.BLANK;
const isHidden = (text: string, at: number): boolean => CLASS[text.charCodeAt(at)] === Class.HIDDEN;
const isWordUnit = (is: number): boolean => (is >= Class.ARABIC && is <= Class.LETTER) || is === Class.MARK || is === Class.TATWEEL;

/** Whether what ends at `end` (exclusive) is a proclitic, or is stretched by a tatweel to be joined to the mark. */
function endsInProclitic(text: string, start: number, end: number): boolean {
  let from = end;
  while (from > start && end - from <= LONGEST_PROCLITIC + 1 && isWordUnit(CLASS[text.charCodeAt(from - 1)])) from--;
  const before = from > start ? CLASS[text.charCodeAt(from - 1)] : Class.BLANK;
  if (text.charCodeAt(end - 1) === TATWEEL) {
    // The Hijri sign is no prefix: عام 1436هـ
    return !(end - from === 2 && text.charCodeAt(from) === HEH);
  }
  return before !== Class.QUOTE && !isWordUnit(before) && PROCLITICS.has(text.slice(from, end));
}

/** What stands beside a mark. */
export const Side = { EDGE: 0, BLANK: 1, SIGN: 2, PROCLITIC: 3, WORD: 4, DOTS: 5 } as const;

/** What stands before a run of marks that starts at `from`. */
function sideBefore(text: string, start: number, from: number): number {
  let at = from - 1;
  while (at >= start && isHidden(text, at)) at--;
  if (at < start) return Side.EDGE;
  if (isBlank(text, at)) return Side.BLANK;
  if (BEFORE_OPENING.has(text.charCodeAt(at))) return Side.SIGN;
  return endsInProclitic(text, start, at + 1) ? Side.PROCLITIC : Side.WORD;
}

/** What stands after a run of marks that ends at `to` (exclusive). */
function sideAfter(text: string, end: number, to: number): number {
  let at = to;
  while (at < end && isHidden(text, at)) at++;
  if (at >= end) return Side.EDGE;
  if (isBlank(text, at)) return Side.BLANK;
  const code = text.charCodeAt(at);
  if (code === ELLIPSIS || (code === FULL_STOP && text.charCodeAt(at + 1) === FULL_STOP)) {
    // Dots that a blank follows end a sentence; glued to a word they may begin a quotation.
    do at++;
    while (at < end && text.charCodeAt(at) === FULL_STOP);
    return at >= end || isBlank(text, at) ? Side.SIGN : Side.DOTS;
  }
  return BEFORE_CLOSING.has(code) ? Side.SIGN : Side.WORD;
}

/** Whether nothing but blanks parts `from` from a colon. */
function followsColon(text: string, start: number, from: number): boolean {
  let at = from - 1;
  while (at >= start && (isBlank(text, at) || isHidden(text, at))) at--;
  return at >= start && text.charCodeAt(at) === COLON;
}

/** How many sentences end between `start` and `end`: a stop, with or without marks behind it, and a blank. */
function sentenceEnds(text: string, start: number, end: number): number {
  let ends = 0;
  for (let at = start; at + 1 < end; at++) if (isStop(text.charCodeAt(at)) && isBlank(text, at + 1)) ends++;
  return ends;
}

/**
 * Whether a line ends beyond the blanks from `at` on. In pages flattened to text a run of blanks may part two paragraphs or
 * two halves of one, and so tells no more than any blank.
 */
function endsLine(text: string, at: number, step: 1 | -1): boolean {
  let beyond = at;
  while (isBlank(text, beyond) || isHidden(text, beyond)) beyond += step;
  return beyond < 0 || beyond >= text.length || CLASS[text.charCodeAt(beyond)] === Class.LINE_END;
}

/** A mark with blanks or signs on both sides: what stands beyond the blanks may tell. */
function leanOfLoose(text: string, start: number, end: number, from: number, to: number, before: number, after: number): number {
  if (before === Side.PROCLITIC) return 0;
  if (before === Side.SIGN) return after === Side.SIGN ? 0 : 1;
  // What a colon announces may begin with dots.
  if (after === Side.SIGN) return before === Side.BLANK && followsColon(text, start, from) ? 1 : -1;
  if (before === Side.EDGE) return after !== Side.EDGE && endsLine(text, start - 1, -1) ? 1 : 0;
  if (after === Side.EDGE && endsLine(text, end, 1)) return -1;
  if (followsColon(text, start, from)) return 1;
  let at = to;
  while (at < end && (isBlank(text, at) || isHidden(text, at))) at++;
  return at < end && SENTENCE_SIGNS.has(text.charCodeAt(at)) ? -1 : 0;
}

function digitsBefore(text: string, start: number, from: number): number {
  let at = from;
  while (at > start && CLASS[text.charCodeAt(at - 1)] === Class.DIGIT) at--;
  return from - at;
}

/** What the surroundings say about a run of marks that touch: they share them, for they nest or one of them is too many. */
function leanOfRun(text: string, start: number, end: number, before: number, after: number, first: number, beyond: number): number {
  const outside = before !== Side.WORD;
  if (after === Side.WORD) return !outside ? 0 : before >= Side.SIGN || (before === Side.BLANK && followsColon(text, start, first)) ? 3 : 2;
  if (!outside) return after === Side.DOTS ? -1 : after === Side.SIGN ? -3 : -2;
  return after === Side.DOTS ? 1 : leanOfLoose(text, start, end, first, beyond, before, after);
}

/** Where the run of touching marks ends that starts with mark number `q`; marks from number `to` on aren't looked at. */
function runEnd(quotes: Uint32Array, q: number, to: number): number {
  let next = q + 1;
  while (next < to && quotes[next] === quotes[next - 1] + 1) next++;
  return next;
}

/** Fills `leans[from]` up to `leans[to]` with the lean (`Mark.lean`) of those marks, which stand in the text between `start` and `end`. */
export function readLeans({ text, quotes }: Article, from: number, to: number, start: number, end: number, leans: Int8Array): void {
  for (let q = from; q < to; ) {
    const next = runEnd(quotes, q, to);
    const first = quotes[q];
    const beyond = quotes[next - 1] + 1;
    const lean = leanOfRun(text, start, end, sideBefore(text, start, first), sideAfter(text, end, beyond), first, beyond);
    while (q < next) leans[q++] = lean;
  }
}

/** The marks among `article.quotes[from]` up to `article.quotes[to]`, which stand in the text between `start` and `end`. */
export function readMarks({ text, quotes }: Article, from: number, to: number, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  const isSentence = endsSentence(text, start, end);
  let sentence = 0;
  let counted = start;
  for (let q = from; q < to; ) {
    const next = runEnd(quotes, q, to);
    const [first, beyond] = [quotes[q], quotes[next - 1] + 1];
    const before = sideBefore(text, start, first);
    const after = sideAfter(text, end, beyond);
    const lean = leanOfRun(text, start, end, before, after, first, beyond);
    const run = beyond - first;
    // A stop right before the mark belongs to what the mark may close.
    const upTo = backOverBlanks(text, first, counted);
    sentence += sentenceEnds(text, counted, upTo);
    counted = Math.max(counted, upTo - 1);
    const opensBlock = before === Side.EDGE;
    const floats = before <= Side.BLANK && after <= Side.BLANK && (opensBlock || !isSentence);
    const digits = digitsBefore(text, start, first);
    const inWord = CLASS[text.charCodeAt(first - 1)] === Class.LETTER && CLASS[text.charCodeAt(beyond)] === Class.LETTER;
    for (; q < next; q++) {
      const offset = quotes[q];
      const { glyph, family, usual } = glyphAt(text, offset);
      marks.push({ glyph, family, usual, offset, lean, touches: offset > first, run, before, after, floats, opensBlock, digits, sentence, inWord });
    }
  }
  return marks;
}

/** Calls `visit` for each block that holds marks, in reading order. `from` and `to` number the marks in `article.quotes`. */
export function forEachQuotingBlock(article: Article, visit: (block: number, from: number, to: number) => void): void {
  const { quotes, blocks } = article;
  let b = 0;
  for (let q = 0; q < quotes.length; ) {
    while (b < blocks.count && blocks.end[b] <= quotes[q]) b++;
    if (b === blocks.count) return;
    let next = q;
    while (next < quotes.length && quotes[next] < blocks.end[b]) next++;
    visit(b, q, next);
    q = next;
  }
}
