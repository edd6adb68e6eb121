import { closest, distance } from 'fastest-levenshtein';
import type { Phrase } from '../rules/phrase';
import { phrase } from './message';

/** `; did you mean WORD?` for a word that is like one of those known, else nothing, as what fills a slot. */
export function nearest(word: string, known: readonly string[]): Phrase | '' {
  if (known.length === 0) return '';
  const right = closest(word, known);
  return distance(word, right) <= slipsIn(word) ? phrase('did-you-mean', { word: right }) : '';
}

/** Letters that may be wrong in a word: up to half of them, and none in a word of two letters, which are another word then. */
const slipsIn = ({ length }: string): number => (length < 3 ? 0 : length < 4 ? 1 : Math.max(2, length / 2));
