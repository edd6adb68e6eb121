import { type Article, blockWords } from '../text/article';
import { CLASS, Class } from '../text/characters';
import { runKey } from '../text/hash';
import { SCRIPT_BITS, Script } from '../text/scan';

/** What an article or its text begins with, and a sign parts from the rest. */
export interface Prefix {
  /** The first word, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** UTF-16 offset behind the sign. */
  readonly end: number;
  /** A dash parts it, as papers set the place before the text; else a bar, or a change of script. */
  readonly dash: boolean;
}

/** A prefix has no more words. */
const PREFIX_WORDS = 4;
/** Blocks from the top in which one is sought: headline, byline, and the first paragraph. */
const BLOCKS = 6;

/** Counts the articles that begin their text with words and a dash, be they what they may. No key of words is so small. */
export const DASH_HABIT = 1;

/** What block `b` begins with; null where nothing parts its first words from the rest. */
export function prefixOf({ text, words, blocks }: Article, b: number): Prefix | null {
  const from = blocks.firstWord[b];
  const last = Math.min(blocks.firstWord[b + 1] - 1, from + PREFIX_WORDS);
  for (let w = from; w < last; w++) {
    const next = words.start[w + 1];
    let dash = false;
    let bar = false;
    let blank = false;
    for (let i = words.end[w]; i < next; i++) {
      const code = text.charCodeAt(i);
      if (DASHES.has(code)) dash = true;
      else if (code === BAR) bar = true;
      else if (CLASS[code] === Class.BLANK) blank = true;
      else if (code !== OPENING && code !== CLOSING) return null;
    }
    if (dash || bar) return blank && dash !== bar ? { from, to: w + 1, end: next, dash } : null;
    if (isLatin(words.kind[w]) && (words.kind[w + 1] & SCRIPT_BITS) === Script.ARABIC && isLatin(words.kind[from]))
      return blank ? { from, to: w + 1, end: next, dash: false } : null;
  }
  return null;
}

const isLatin = (kind: number): boolean => (kind & SCRIPT_BITS) === Script.LATIN;
const DASHES = new Set([...'-–—'].map((sign) => sign.charCodeAt(0)));
const BAR = '|'.charCodeAt(0);
const OPENING = '('.charCodeAt(0);
const CLOSING = ')'.charCodeAt(0);

/** The blocks that may begin with a prefix of the source: those below the headline, down to the first paragraph. */
export function* headBlocks(article: Article, isParagraph: (b: number) => boolean): Generator<number> {
  for (let b = 0; b < Math.min(article.blocks.count, BLOCKS); b++) {
    if (blockWords(article, b) > 1) yield b;
    if (isParagraph(b)) return;
  }
}

/** The keys of what an article begins with, one a block, and of the habit where its text does with a dash. */
export function prefixKeys(article: Article, isParagraph: (b: number) => boolean): Float64Array {
  const keys = new Set<number>();
  for (const b of headBlocks(article, isParagraph)) {
    const prefix = prefixOf(article, b);
    if (!prefix) continue;
    keys.add(runKey(article.words, prefix.from, prefix.to));
    if (prefix.dash && isParagraph(b)) keys.add(DASH_HABIT);
  }
  return Float64Array.from(keys);
}
