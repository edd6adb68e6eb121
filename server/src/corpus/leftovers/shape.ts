import { type Article, blockKey } from '../../text/article';
import { SCRIPT_BITS, Script } from '../../text/scan';
import { endsSentence } from '../../text/sentence';

/** What a block looks like, whoever wrote it. */
export interface Shape {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly words: number;
  /** Ends with a full stop, a question or exclamation mark, or an ellipsis, a closing mark after it aside. */
  readonly stopped: boolean;
  /** Running text: long, or a whole sentence. */
  readonly paragraph: boolean;
  readonly key: number;
  /** Goes on with the sentence of the block before: it begins as none does, and that one has no stop. */
  readonly goesOn: boolean;
  readonly chain?: number;
}

/** A paragraph is this long, or half as long and ends with a stop. Headlines of the development set are shorter, but 2 %. */
export const PARAGRAPH_WORDS = 24;
/** A line of so many words that is a whole sentence is a paragraph already; headlines, signatures and ornaments are mostly shorter. */
export const SHORT_PARAGRAPH_WORDS = PARAGRAPH_WORDS / 2;

/** Letters that make a word where a script writes none apart (Han, kana, Thai): about what a word of theirs has. */
const UNPARTED_WORD = 2;
/** Words of other scripts are shorter than so many letters on average, by far. */
const UNPARTED_LENGTH = 9;

/** The shapes of an article's blocks. */
export function shapesOf(article: Article): Shape[] {
  const { text, blocks, language } = article;
  const cased = language === 'other';
  const shapes: Shape[] = new Array(blocks.count);
  for (let b = 0; b < blocks.count; b++) {
    const goesOn = cased && b > 0 && !shapes[b - 1].stopped && text[blocks.end[b - 1] - 1] !== ':' && beginsWithin(text, blocks.start[b]);
    shapes[b] = shapeOf(article, b, goesOn);
  }
  return cased ? joinBroken(shapes) : shapes;
}

/** The shape of block `b` by itself; `goesOn` if the one before runs into it. */
export function shapeOf(article: Article, b: number, goesOn = false): Shape {
  const { text, blocks } = article;
  const stopped = endsSentence(text, blocks.start[b], blocks.end[b]);
  const words = wordsOf(article, b);
  const paragraph = isParagraph(words, stopped);
  return { start: blocks.start[b], end: blocks.end[b], line: blocks.line[b], words, stopped, paragraph, key: blockKey(article, b), goesOn };
}

/** Whether so many words are a paragraph: running text. */
export const isParagraph = (words: number, stopped: boolean): boolean => words >= PARAGRAPH_WORDS || (stopped && words >= SHORT_PARAGRAPH_WORDS);

/** The same with blocks that share a sentence read as the paragraph they are together. */
function joinBroken(shapes: Shape[]): Shape[] {
  const linked = shapes.map(({ goesOn }, b) => goesOn || (b > 0 && shapes[b + 1]?.goesOn && !shapes[b - 1].stopped && shapes[b].words <= 6));
  for (let b = 1; b < shapes.length; b++) {
    if (!linked[b]) continue;
    let end = b;
    let words = shapes[b - 1].words;
    for (; end < shapes.length && linked[end]; end++) words += shapes[end].words;
    const { stopped } = shapes[end - 1];
    if (isParagraph(words, stopped)) for (let k = b - 1; k < end; k++) shapes[k] = { ...shapes[k], paragraph: true, chain: words, stopped };
    b = end;
  }
  return shapes;
}

/** Whether what begins here begins as no sentence does: with a small letter, or a sign that closes. */
function beginsWithin(text: string, start: number): boolean {
  const first = text[start];
  if (',;.)'.includes(first)) return /^[,;.)]\s+\p{L}/u.test(text.slice(start, start + 6));
  return first !== first.toUpperCase();
}

/** How many words a block holds, or about how many where its script doesn't part them. */
function wordsOf({ words, blocks }: Article, b: number): number {
  const from = blocks.firstWord[b];
  const count = blocks.firstWord[b + 1] - from;
  if (count === 0 || (words.kind[from] & SCRIPT_BITS) !== Script.OTHER) return count;
  const length = blocks.end[b] - blocks.start[b];
  return length >= UNPARTED_LENGTH * count ? Math.round(length / UNPARTED_WORD) : count;
}

/** How the paragraphs of an article stand. */
export interface Layout {
  /** They end with stops, so that a line without one stands out. */
  readonly stops: boolean;
  /** Lines from the start of a block to that of the next, mostly. */
  readonly gap: number;
  /** Blanks before most paragraphs. */
  readonly margin: number;
}

/** Blanks, at most, that stand before a block in its line: what stands further in stands after another block. */
const WIDEST_MARGIN = 12;

/** UTF-16 units before a block in its line. */
export const marginOf = ({ lineStarts }: Article, { start, line }: Shape): number => Math.min(start - lineStarts[line], WIDEST_MARGIN);

/** Share of an article's paragraphs that must end with a stop, so that a line without one stands out among them. */
const STOPS_SHARE = 0.7;

/** How the paragraphs of an article stand, given the shapes of its blocks. */
export function layoutOf(article: Article, shapes: readonly Shape[]): Layout {
  let paragraphs = 0;
  let stopped = 0;
  const gaps = new Map<number, number>();
  const margins = new Map<number, number>();
  const count = (counts: Map<number, number>, value: number): unknown => counts.set(value, (counts.get(value) ?? 0) + 1);
  shapes.forEach((shape, b) => {
    if (shape.words >= PARAGRAPH_WORDS) {
      paragraphs++;
      if (shape.stopped) stopped++;
    }
    if (shape.paragraph) count(margins, marginOf(article, shape));
    if (b > 0) count(gaps, shape.line - shapes[b - 1].line);
  });
  return { stops: stopped >= STOPS_SHARE * paragraphs, gap: commonest(gaps), margin: commonest(margins) };
}

/** The commonest value, the larger of two that are equally frequent; 0 where there is none. */
const commonest = (counts: ReadonlyMap<number, number>): number => [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
