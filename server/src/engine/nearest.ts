import { closest, distance } from 'fastest-levenshtein';
import type { Phrase } from '../rules/phrase';
import { phrase } from './message';

/** `; did you mean WORD?` for a word that is like one of those known, else nothing, as what fills a slot. */
export function nearest(word: string, known: readonly string[]): Phrase | '' {
  if (known.length === 0) return '';
  const right = closest(word, known);
  return distance(word, right) <= Math.max(2, word.length / 2) ? phrase('did-you-mean', { word: right }) : '';
}
