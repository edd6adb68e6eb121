import { type Article, blockKey, blockWords } from '../text/article';
import { runKey } from '../text/hash';
import { AFTER_BREAK } from '../text/scan';
import { shapeOf } from './leftovers/shape';

/** A headline has at least this many words, and at most so many: beyond lie kickers and paragraphs. */
export const HEADLINE_WORDS = { least: 3, most: 30 } as const;

/** Lines of a menu, at most, that stand between a page's title and its headline. */
export const MENU_LINES = 40;

/**
 * Whether block `b` is a page's title, of which the headline in block `below` is the end, or the beginning. Names of site and section stand
 * before the headline and are many words; behind it, the name of the site is few.
 */
export function isTitleOf(article: Article, b: number, below: number): boolean {
  const from = article.blocks.firstWord[b];
  const end = article.blocks.firstWord[b + 1];
  const words = blockWords(article, below);
  if (end - from < 4 || words < HEADLINE_WORDS.least || words >= end - from) return false;
  const key = blockKey(article, below);
  if (isParted(article, end - words) && runKey(article.words, end - words, end) === key) return true;
  return 2 * words >= end - from && isParted(article, from + words) && runKey(article.words, from, from + words) === key;
}

/** Whether a sign stands before a word, as titles have between their parts: a headline may begin or end with the words of a caption, too. */
const isParted = ({ words }: Article, word: number): boolean => (words.kind[word] & AFTER_BREAK) !== 0;

/** Whether block `b` is the title of a page whose headline stands below, beyond a menu perhaps. */
export function isPageTitle(article: Article, b: number): boolean {
  for (let below = b + 1; below < Math.min(article.blocks.count, b + MENU_LINES); below++) if (isTitleOf(article, b, below)) return true;
  return false;
}

/**
 * The block that is an article's headline: the first of its blocks with enough words that the site didn't put there. -1 if
 * that one is a paragraph already. `words` are the numbers of words of the blocks.
 */
export function findHeadline(words: readonly number[], isLeftover: (block: number) => boolean): number {
  const first = words.findIndex((count, b) => count >= HEADLINE_WORDS.least && !isLeftover(b));
  return first >= 0 && words[first] <= HEADLINE_WORDS.most ? first : -1;
}

/** What a line ends with that leads to the next, or ends a sentence; a headline may ask. */
const NO_HEADLINE_END = '.:،؛,;';

/**
 * Whether what is read first below the first block, which the site may have put there, may be the headline. Where none does, what stands first is the
 * headline, be it a phrase of interfaces: a page of letters is called «Write to us».
 */
export function isTitled(article: Article, isLeftover: (block: number) => boolean): boolean {
  for (let b = 1; b < article.blocks.count; b++) {
    const { paragraph, words, end } = shapeOf(article, b);
    if (words < HEADLINE_WORDS.least || isLeftover(b)) continue;
    return !paragraph && words <= HEADLINE_WORDS.most && !NO_HEADLINE_END.includes(article.text[end - 1]);
  }
  return false;
}
