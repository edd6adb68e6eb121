import type { Judgement } from '../corpus/evidence';
import { nameOf } from '../corpus/names/judgement';
import { type Misspelling, misspellingOf } from '../corpus/spelling/spelling';
import type { Article } from '../text/article';
import { type Protection, protectedText } from '../text/protected';
import { OBFUSCATED, SCRIPT_BITS, Script } from '../text/scan';

/** A word of the article that the corpus finds misspelt. Offsets are UTF-16 units. */
export interface Misspelt {
  readonly start: number;
  readonly end: number;
  readonly misspelling: Misspelling;
  /** Whose words these are; null where they are the writer's own. */
  readonly protection: Protection | null;
}

/** The misspelt words of an article. What stands in scripture or verse isn't ours to judge, and names are judged elsewhere. */
export function misspeltWords(article: Article, judgement: Judgement): Misspelt[] {
  const found: Misspelt[] = [];
  const { words } = article;
  if (article.language !== 'ar') return found;
  for (let w = 0; w < words.count; w++) {
    const misspelling = misspellingOf(judgement.spelling, words.hash[2 * w], words.hash[2 * w + 1]);
    if (!misspelling || (words.kind[w] & SCRIPT_BITS) !== Script.ARABIC || (words.kind[w] & OBFUSCATED) !== 0) continue;
    if (misspelling.kind !== 'hamza' && nameOf(judgement.names, words.hash[2 * w], words.hash[2 * w + 1])) continue;
    const [start, end] = [words.start[w], words.end[w]];
    const protection = protectedText(article).kindOf(start, end);
    if (protection !== 'scripture' && protection !== 'verse') found.push({ start, end, misspelling, protection });
  }
  return found;
}
