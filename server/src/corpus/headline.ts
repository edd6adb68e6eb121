/** A headline has at least this many words, and at most so many: beyond lie kickers and paragraphs. */
export const HEADLINE_WORDS = { least: 3, most: 30 } as const;

/**
 * The block that is an article's headline: the first of its blocks with enough words that the site didn't put there. -1 if
 * that one is a paragraph already. `words` are the numbers of words of the blocks.
 */
export function findHeadline(words: readonly number[], isLeftover: (block: number) => boolean): number {
  const first = words.findIndex((count, b) => count >= HEADLINE_WORDS.least && !isLeftover(b));
  return first >= 0 && words[first] <= HEADLINE_WORDS.most ? first : -1;
}
