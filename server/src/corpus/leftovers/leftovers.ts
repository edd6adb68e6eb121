import type { Article } from '../../text/article';
import { CLASS, Class, isStop } from '../../text/characters';
import type { Judgement } from '../evidence';
import { blockKey } from '../lines';
import { judgeBlocks } from './blocks';
import { findSpans } from './spans';

/** What the configuration and people's decisions add to the phrases. Plain data. */
export interface Phrases {
  /** Whole lines that are leftovers in this corpus, in plain words. */
  readonly extra: readonly string[];
  /** Lines that people decided to drop, by the key of their words (`blockKey`). */
  readonly decided: ReadonlyMap<number, readonly DroppedLine[]>;
}

/** A line that goes, in one source or, with null, in all. */
export interface DroppedLine {
  readonly source: string | null;
  /** The line of the decision. */
  readonly line: number;
}

/** A piece of text that the site put there. Offsets are UTF-16 units. */
export interface Leftover {
  readonly start: number;
  readonly end: number;
  /** What it is: a key of `KINDS`, or what shape and place make it. */
  readonly kind: string;
  /** Probability that an editor would take it out, as counted on the development set for this kind of evidence. */
  readonly confidence: number;
  /** What speaks for it, in numbers where there are any. */
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Some editors keep it: bylines, datelines, credits, timestamps, captions. */
  readonly note: boolean;
  /** Number of its run within the article: leftovers with nothing but blank lines between them share one. */
  readonly block: number;
  /** The lines of the decisions that made it one. */
  readonly decisions?: readonly number[];
}

/** The leftovers of one article. */
export interface Leftovers {
  /** In reading order, not overlapping. */
  readonly all: readonly Leftover[];
  /** Whether everything from `start` to `end` stands in a leftover that isn't a note. */
  covers(start: number, end: number): boolean;
}

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
}

/** A paragraph is this long, or half as long and ends with a stop. Headlines of the development set are shorter, but 2 %. */
export const PARAGRAPH_WORDS = 24;

/** Reads the shapes of an article's blocks. */
function shapesOf(article: Article): Shape[] {
  const { text, blocks } = article;
  const shapes: Shape[] = [];
  for (let b = 0; b < blocks.count; b++) {
    const stopped = endsSentence(text, blocks.start[b], blocks.end[b]);
    const words = blocks.firstWord[b + 1] - blocks.firstWord[b];
    const paragraph = words >= PARAGRAPH_WORDS || (stopped && words * 2 >= PARAGRAPH_WORDS);
    shapes.push({ start: blocks.start[b], end: blocks.end[b], line: blocks.line[b], words, stopped, paragraph, key: blockKey(article, b) });
  }
  return shapes;
}

/** Whether a sentence ends where the block does; closing marks and a short remark in brackets may follow the stop. */
function endsSentence(text: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && isClosing(text, last)) last--;
  if (isStop(text.charCodeAt(last))) return true;
  const bracket = text[end - 1] === ')' ? text.lastIndexOf('(', end) : -1;
  if (bracket <= start || end - bracket > REMARK) return false;
  last = bracket - 1;
  while (last > start && (isClosing(text, last) || CLASS[text.charCodeAt(last)] === Class.BLANK)) last--;
  return isStop(text.charCodeAt(last));
}

/** A credit in brackets, such as (وكالات), is no longer than this. */
const REMARK = 40;
const isClosing = (text: string, at: number): boolean => CLASS[text.charCodeAt(at)] === Class.QUOTE || text[at] === ')' || text[at] === ']';

/**
 * What the site put into an article. Without a judgement only what the article itself shows is found; with it also what
 * recurs in the source and what is another article's headline.
 */
export function findLeftovers(article: Article, judgement: Judgement | null, phrases: Phrases): Leftovers {
  const shapes = shapesOf(article);
  const { found, headline } = judgeBlocks(article, shapes, judgement, phrases);
  for (const span of findSpans(article, shapes, headline, judgement)) {
    if (!found.some(({ start, end }) => span.start < end && start < span.end)) found.push(span);
  }
  found.sort((a, b) => a.start - b.start);
  return new Found(number(article.text, found));
}

/** Leftovers parted by blanks alone are one run. */
function number(text: string, found: readonly Omit<Leftover, 'block'>[]): Leftover[] {
  let block = -1;
  return found.map((leftover, i) => {
    const before = found[i - 1];
    if (!before || before.note !== leftover.note || text.slice(before.end, leftover.start).trim() !== '') block++;
    return { ...leftover, block };
  });
}

class Found implements Leftovers {
  /** Those that aren't notes, in reading order. */
  private readonly silent: readonly Leftover[];

  constructor(readonly all: readonly Leftover[]) {
    this.silent = all.filter(({ note }) => !note);
  }

  covers(start: number, end: number): boolean {
    // The last that begins at or before `start` is the only one that can hold it: they don't overlap.
    let low = 0;
    let high = this.silent.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.silent[middle].start <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && end <= this.silent[low - 1].end;
  }
}
