import { type Article, blockWords } from '../text/article';
import { backOverBlanks } from '../text/characters';
import { endsSentence } from '../text/sentence';
import type { Leftovers } from './leftovers/leftovers';
import { isParagraph, PARAGRAPH_WORDS, SHORT_PARAGRAPH_WORDS } from './leftovers/shape';

/** A block of the article's own text: without leftovers and notes at its end. Offsets are UTF-16 units. */
export interface OwnBlock {
  /** Its number among the article's blocks. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  /** A sentence ends where it does. */
  readonly stopped: boolean;
}

/** What of an article is no leftover and no note, in reading order. */
export function ownBlocks({ text, blocks, words }: Article, { all }: Leftovers): OwnBlock[] {
  const own: OwnBlock[] = [];
  let next = 0;
  for (let b = 0; b < blocks.count; b++) {
    const start = blocks.start[b];
    let end = blocks.end[b];
    while (next < all.length && all[next].end <= start) next++;
    // What stands in the middle of a block leaves its end as it is; what reaches to the end is cut off.
    let last = next;
    while (last < all.length && all[last].end < end) last++;
    if (last < all.length && all[last].start < end) end = all[last].start;
    end = backOverBlanks(text, end, start);
    if (end <= start) continue;
    let beyond = blocks.firstWord[b + 1];
    while (beyond > blocks.firstWord[b] && words.end[beyond - 1] > end) beyond--;
    own.push({ block: b, start, end, words: beyond - blocks.firstWord[b], stopped: endsSentence(text, start, end) });
  }
  return own;
}

/** Whether a block is running text: long, or half as long and a whole sentence. */
export const isProse = ({ words, stopped }: OwnBlock): boolean => isParagraph(words, stopped);

/** The same of block `b`, whoever put it there. */
export const isProseBlock = (article: Article, b: number): boolean => blockWords(article, b) >= SHORT_PARAGRAPH_WORDS && isOfSentences(article, b);

/** Whether block `b` is of sentences: long, or ended as one. Headlines, labels and menus aren't. */
export const isOfSentences = (article: Article, b: number): boolean =>
  blockWords(article, b) >= PARAGRAPH_WORDS || endsSentence(article.text, article.blocks.start[b], article.blocks.end[b]);
