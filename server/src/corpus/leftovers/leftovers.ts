import type { Article } from '../../text/article';
import type { Judgement } from '../evidence';
import { judgeBlocks } from './blocks';
import { shapesOf } from './shape';
import { findSpans } from './spans';

/** What the configuration and people's decisions add to the phrases. Plain data. */
export interface Phrases {
  /** Whole lines that are leftovers in this corpus, in plain words. */
  readonly extra: readonly string[];
  /** The same as they were written. */
  readonly written?: readonly string[];
  /** Lines that people decided to drop, by the key of their words (`blockKey`). */
  readonly decided: ReadonlyMap<number, readonly DroppedLine[]>;
}

/** The number of a phrase of the configuration, beside lines of decisions, which count from 1. */
export const phraseNumber = (place: number): number => -1 - place;

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
  /** What people wrote that made it one: lines of decisions, or a phrase of the configuration (`phraseNumber`). */
  readonly decisions?: readonly number[];
}

/** A leftover whose run isn't known yet. */
export type Unnumbered = Omit<Leftover, 'block'>;

/** The leftovers of one article. */
export interface Leftovers {
  /** In reading order, not overlapping. */
  readonly all: readonly Leftover[];
  /** Whether everything from `start` to `end` stands in a leftover that isn't a note. */
  covers(start: number, end: number): boolean;
}

/**
 * What the site put into an article. Without a judgement only what the article itself shows is found; with it also what
 * recurs in the source and what is another article's headline.
 */
export function findLeftovers(article: Article, judgement: Judgement | null, phrases: Phrases): Leftovers {
  const shapes = shapesOf(article);
  const { found, headline } = judgeBlocks(article, shapes, judgement, phrases);
  return new Found(number(article.text, join(found, findSpans(article, shapes, headline, judgement), article.text)));
}

/**
 * Both in reading order, without the spans that overlap a block, or a span before them. What the site glued to the front of a note
 * leaves the note behind it.
 */
function join(blocks: readonly Unnumbered[], spans: readonly Unnumbered[], text: string): Unnumbered[] {
  const joined: Unnumbered[] = [];
  let next = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    while (next < blocks.length && blocks[next].start < span.end) {
      const block = blocks[next++];
      const isFront = block.note && !span.note && block.start === span.start && span.end < block.end;
      if (isFront) joined.push(span, { ...block, start: block.end - text.slice(span.end, block.end).trimStart().length });
      else joined.push(block);
    }
    const before = joined.at(-1);
    if (!before || before.end <= span.start) joined.push(span);
  }
  while (next < blocks.length) joined.push(blocks[next++]);
  return joined;
}

/** Whether nothing that is seen stands from `start` to `end`. */
const isBlank = (text: string, start: number, end: number): boolean => text.slice(start, end).trim() === '';

/** Leftovers parted by blanks alone are one run. */
function number(text: string, found: readonly Unnumbered[]): Leftover[] {
  let block = -1;
  return found.map((leftover, i) => {
    const before = found[i - 1];
    if (!before || before.note !== leftover.note || !isBlank(text, before.end, leftover.start)) block++;
    const { start, end, kind, confidence, evidence, note, decisions } = leftover;
    return decisions ? { start, end, kind, confidence, evidence, note, block, decisions } : { start, end, kind, confidence, evidence, note, block };
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
