import { closest, distance } from 'fastest-levenshtein';
import type { Phrase } from '../rules/phrase';
import { phrase } from './message';

/** `; did you mean WORD?` for a word that is like one of those known, or the beginning of one alone, else nothing, as what fills a slot. */
export function nearest(word: string, known: readonly string[]): Phrase | '' {
  if (known.length === 0 || word === '') return '';
  const longer = known.filter((other) => other.startsWith(word));
  const right = longer.length === 1 ? longer[0] : closest(word, known);
  return longer.length === 1 || isSlip(word, right) ? phrase('did-you-mean', { word: right }) : '';
}

/** Whether one word may be meant by the other: up to half of its letters may be wrong, but a word of two letters with a wrong one is another word. */
const isSlip = (word: string, right: string): boolean =>
  word.length < 3 ? right.startsWith(word) || word.startsWith(right) : distance(word, right) <= Math.max(word.length < 4 ? 1 : 2, word.length / 2);
