import type { Reading } from './alone';
import type { Shape } from './shape';
import { byLevel, MIXED, PAGE, type Sign, TEXT } from './signs';

/** Blocks of one text with no more than so many others between them stand twice in one place, as a caption or a teaser does. */
const NEAR = 3;
/**
 * So many lines that only pages have, and a share of all, make a page. Of the development set's article parts of pages 17 of 20 have them, of its
 * articles that came without their page none.
 */
const LINES = { least: 3, share: 0.05 } as const;

/** How an article looks as a whole. */
export interface Page {
  /** Of `LEVELS`. */
  readonly level: number;
  /** Per block, how its text stands in the article (`ONCE` and the following). */
  readonly again: Uint8Array;
}

/** A block's text stands once; a second time further on or further up; it stood a little above already; it stands three times and more. */
export const ONCE = 0;
export const NEAR_BY = 1;
export const ANYWHERE = 2;
export const THRICE = 3;

export function readPage(shapes: readonly Shape[], readings: readonly Reading[]): Page {
  const again = new Uint8Array(shapes.length);
  let lines = 0;
  const near = readRepeats(shapes, again);
  for (let b = 0; b < shapes.length; b++) {
    const { signs, tellings } = readings[b];
    if (near[b] === 1) lines++;
    else if (signs.length > 0) {
      // What an author or an agency adds is no page's.
      let added = 0;
      for (const { kind } of tellings) if (kind === 'contact' || kind === 'end-mark') added++;
      if (signs.length > added) lines++;
    }
  }
  const level = lines === 0 ? TEXT : lines >= LINES.least && lines >= LINES.share * shapes.length ? PAGE : MIXED;
  return { level, again };
}

/** What stands so many times in one text is the page's. */
const OFTEN = 3;

/** Fills in how often blocks stand again, and tells of each whether the same stood near above: of what stands often, too. */
function readRepeats(shapes: readonly Shape[], again: Uint8Array): Uint8Array {
  const near = new Uint8Array(shapes.length);
  const last = new Map<number, number>();
  const times = new Map<number, number>();
  shapes.forEach(({ key, words }, b) => {
    if (words < 2) return;
    const before = last.get(key);
    last.set(key, b);
    if (before === undefined) return;
    if (b - before <= NEAR) near[b] = 1;
    again[b] = near[b] === 1 ? NEAR_BY : ANYWHERE;
    again[before] ||= ANYWHERE;
    times.set(key, (times.get(key) ?? 1) + 1);
  });
  if (times.size > 0)
    shapes.forEach(({ key }, b) => {
      if ((times.get(key) ?? 0) >= OFTEN) again[b] = THRICE;
    });
  return near;
}

/** Keys of lines that stand twice with text between, but the headline's: the second time right above a paragraph, as subheads stand. */
export function findSubheads(shapes: readonly Shape[], again: Uint8Array, headline: number | undefined): Set<number> {
  const subheads = new Set<number>();
  /** By key, how many paragraphs stand above its first place. */
  const first = new Map<number, number>();
  let paragraphs = 0;
  shapes.forEach(({ paragraph, key }, b) => {
    if (paragraph) paragraphs++;
    else if (again[b] !== ONCE && key !== headline) {
      const above = first.get(key);
      if (above === undefined) first.set(key, paragraphs);
      else if (above < paragraphs && shapes[b + 1]?.paragraph) subheads.add(key);
    }
  });
  return subheads;
}

/** What a short line costs in the sum below, in words. */
const SHORT_LINE = 12;
/** No paragraph brings more, so that one long one doesn't make up for a whole menu. */
const LONGEST = 60;

/** The stretch of blocks with the most running text and the fewest short lines, its first block and the one after the last: the largest sum of words in paragraphs less a price for each short line (Finn, Kushmerick and Smyth 2001 do so with tags). */
export function coreOf(shapes: readonly Shape[]): [number, number] {
  let best = 0;
  let core: [number, number] = [0, shapes.length];
  let sum = 0;
  let from = 0;
  shapes.forEach(({ paragraph, words }, b) => {
    if (sum <= 0) {
      sum = 0;
      from = b;
    }
    sum += paragraph ? Math.min(words, LONGEST) : -SHORT_LINE;
    if (sum > best) {
      best = sum;
      core = [from, b + 1];
    }
  });
  return core;
}

const SIZES = [1, 2, 4, 7, 11, 15, 24] as const;
const SIZE_NAMES = ['no words', '1 word', '2 or 3 words', '4 to 6 words', '7 to 10 words', '11 to 14 words', '15 to 23 words', '24 words or more'];
const SIZE_SIGNS = SIZE_NAMES.map((size) => [byLevel(`${size}, open`), byLevel(`${size}, stopped`)] as const);

/** How long a block is and whether it ends as a sentence does. */
export function sizeSign({ words: own, chain, stopped }: Shape, level: number): Sign {
  const words = chain ?? own;
  let size = 0;
  while (size < SIZES.length && words >= SIZES[size]) size++;
  return SIZE_SIGNS[size][stopped ? 1 : 0] + level;
}
