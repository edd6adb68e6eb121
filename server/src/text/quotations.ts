import type { Article } from './article';
import { CLASS, Class, HEH, TATWEEL } from './characters';

/** Marks that open and close one another. */
export const Family = { GUILLEMETS: 0, CURLY: 1, SINGLE: 2, STRAIGHT: 3 } as const;

/** What a mark does: it opens a quotation, closes one, or is none. */
export const Role = { OPENS: 1, CLOSES: -1, NEITHER: 0 } as const;
export type Role = (typeof Role)[keyof typeof Role];

/** A quotation mark with what it is and what stands around it. */
export interface Mark {
  /** UTF-16 offset. */
  readonly offset: number;
  readonly glyph: string;
  readonly family: number;
  /** What the glyph does in the usual order of its family; NEITHER where both ends look alike. */
  readonly usual: Role;
  /** What the place asks for: 2 surely opens, 1 rather opens, 0 can't be told, -1 rather closes, -2 surely closes. */
  readonly lean: number;
  /** Touches the mark before it. */
  readonly touches: boolean;
  /** How many marks touch one another here, this one among them. */
  readonly run: number;
  /** Blank or edge on both sides, as arrows stand. */
  readonly floats: boolean;
  /** Nothing stands before it in its block but other marks. */
  readonly opensBlock: boolean;
  /** Digits right before it, as before the sign of inches or seconds; 0 for none. */
  readonly digits: number;
  /** Between two letters of a script that abbreviates so (Hebrew). */
  readonly inWord: boolean;
}

export const DOUBLE_PRIME = '″';
export const LOW_MARK = '„';

const GLYPHS: Readonly<Record<string, readonly [family: number, usual: Role]>> = {
  '«': [Family.GUILLEMETS, Role.OPENS],
  '»': [Family.GUILLEMETS, Role.CLOSES],
  '“': [Family.CURLY, Role.OPENS],
  '”': [Family.CURLY, Role.CLOSES],
  [LOW_MARK]: [Family.CURLY, Role.OPENS],
  '‟': [Family.CURLY, Role.OPENS],
  '‹': [Family.SINGLE, Role.OPENS],
  '›': [Family.SINGLE, Role.CLOSES],
  '"': [Family.STRAIGHT, Role.NEITHER],
  [DOUBLE_PRIME]: [Family.STRAIGHT, Role.NEITHER],
};

/** By family: the mark that opens and the mark that closes in the usual order. */
export const PAIRS: readonly (readonly [opening: string, closing: string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['‹', '›'],
  ['"', '"'],
];

/** Signs after which a mark opens and signs before which it closes, where nothing parts them. */
const BEFORE_OPENING = '([{-–—:/=*•|<';
const BEFORE_CLOSING = ')]}.,،؛;:!?؟۔%-–—/>';
const SENTENCE_SIGNS = '.,،؛!?؟۔';
const COLON = ':';

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

const Side = { EDGE: 0, BLANK: 1, SIGN: 2, PROCLITIC: 3, WORD: 4, DOTS: 5 } as const;

/** What stands before a run of marks that starts at `from`. */
function sideBefore(text: string, start: number, from: number): number {
  let at = from - 1;
  while (at >= start && isHidden(text, at)) at--;
  if (at < start) return Side.EDGE;
  if (isBlank(text, at)) return Side.BLANK;
  if (BEFORE_OPENING.includes(text[at])) return Side.SIGN;
  return endsInProclitic(text, start, at + 1) ? Side.PROCLITIC : Side.WORD;
}

/** What stands after a run of marks that ends at `to` (exclusive). */
function sideAfter(text: string, end: number, to: number): number {
  let at = to;
  while (at < end && isHidden(text, at)) at++;
  if (at >= end) return Side.EDGE;
  if (isBlank(text, at)) return Side.BLANK;
  if (text[at] === '…' || (text[at] === '.' && text[at + 1] === '.')) return Side.DOTS;
  return BEFORE_CLOSING.includes(text[at]) ? Side.SIGN : Side.WORD;
}

/** A mark with blanks or signs on both sides: what stands beyond the blanks may tell. */
function leanOfLoose(text: string, start: number, end: number, from: number, to: number, before: number, after: number): number {
  if (before === Side.PROCLITIC) return 0;
  if (before === Side.SIGN) return after === Side.SIGN ? 0 : 1;
  if (after === Side.SIGN) return -1;
  if (before === Side.EDGE) return after === Side.EDGE ? 0 : 1;
  if (after === Side.EDGE) return -1;
  let at = from - 1;
  while (at >= start && (isBlank(text, at) || isHidden(text, at))) at--;
  if (text[at] === COLON) return 1;
  at = to;
  while (at < end && (isBlank(text, at) || isHidden(text, at))) at++;
  return at < end && SENTENCE_SIGNS.includes(text[at]) ? -1 : 0;
}

function digitsBefore(text: string, start: number, from: number): number {
  let at = from;
  while (at > start && CLASS[text.charCodeAt(at - 1)] === Class.DIGIT) at--;
  return from - at;
}

/** The marks among `article.quotes[from]` up to `article.quotes[to]`, which stand in the text between `start` and `end`. */
export function readMarks({ text, quotes }: Article, from: number, to: number, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  for (let q = from; q < to; ) {
    // Marks that touch share their surroundings: they nest, or one of them is too many.
    let next = q + 1;
    while (next < to && quotes[next] === quotes[next - 1] + 1) next++;
    const [first, beyond] = [quotes[q], quotes[next - 1] + 1];
    const before = sideBefore(text, start, first);
    const after = sideAfter(text, end, beyond);
    const outside = before !== Side.WORD;
    const inside = after === Side.WORD;
    let lean = 0;
    if (outside && inside) lean = 2;
    else if (!outside && !inside) lean = after === Side.DOTS ? -1 : -2;
    else if (outside && after === Side.DOTS) lean = 1;
    else if (outside) lean = leanOfLoose(text, start, end, first, beyond, before, after);
    const floats = before <= Side.BLANK && after <= Side.BLANK;
    const opensBlock = before === Side.EDGE;
    const digits = digitsBefore(text, start, first);
    const inWord = CLASS[text.charCodeAt(first - 1)] === Class.LETTER && CLASS[text.charCodeAt(beyond)] === Class.LETTER;
    for (; q < next; q++) {
      const offset = quotes[q];
      const [family, usual] = GLYPHS[text[offset]];
      marks.push({
        offset,
        glyph: text[offset],
        family,
        usual,
        lean,
        touches: offset > first,
        run: beyond - first,
        floats,
        opensBlock,
        digits,
        inWord,
      });
    }
  }
  return marks;
}

/** How often each of the two glyphs of a family surely opens and surely closes. */
export interface Usage {
  readonly firstOpens: number;
  readonly firstCloses: number;
  readonly secondOpens: number;
  readonly secondCloses: number;
}

/** Families whose order is a matter of convention; `Usage` is counted for them, four numbers each. */
export const USAGE_LENGTH = 8;

/** Adds to `counts` (four numbers for guillemets, four for curly marks, in the order of `Usage`) what the marks tell. */
export function countUsage(marks: readonly Mark[], counts: Uint32Array, at = 0): void {
  for (const { family, usual, lean, glyph } of marks) {
    if (family > Family.CURLY || (lean !== 2 && lean !== -2) || glyph === LOW_MARK) continue;
    counts[at + 4 * family + (usual === Role.OPENS ? 0 : 2) + (lean > 0 ? 0 : 1)]++;
  }
}

export const usageOf = (counts: ArrayLike<number>, family: number): Usage => ({
  firstOpens: counts[4 * family],
  firstCloses: counts[4 * family + 1],
  secondOpens: counts[4 * family + 2],
  secondCloses: counts[4 * family + 3],
});

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
