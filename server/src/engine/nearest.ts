import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean WORD?` for a word that is like one of those known, else nothing. */
export function nearest(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const right = closest(word, known);
  return distance(word, right) <= Math.max(2, word.length / 2) ? `; did you mean ${right}?` : '';
}
