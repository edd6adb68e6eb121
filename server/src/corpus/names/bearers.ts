import { nameKey } from './judgement';
import type { Lexicon } from './lexicon';
import type { Witnesses } from './witnesses';

/**
 * A given name is shared: ديفيد كاميرون may be written دافيد in a translator's slip, but the footballer دافيد سيلفا is another man.
 * So where a name stands before family names, each place is compared with the family names that the other spelling stands before.
 */

/** A word belongs to a name if it stands right after it so often, twice at least: بوتين after فلاديمير, but no verb. */
const OWN_SHARE = 0.05;
/** A word rarer than this share of all words may be a family name too; what is commoner follows anybody. */
const TELLING = 2e-4;
/** In a small corpus no word is common. */
const COMMON = 60;
/** A name is a given name where so many of the words after it belong to it, and are of more than one bearer. */
const GIVEN_SHARE = 0.25;
const BEARERS = 2;
/** Words that occur less often say nothing by standing after a name. */
const KNOWN = 4;

/**
 * For each of the spellings `ids` of one name the keys (`nameKey`), sorted, of words that stand right after it and may be family names;
 * null where the name is no given name. `total` are the words of the corpus.
 */
export function bearersOf(ids: readonly number[], witnesses: Witnesses, lexicon: Lexicon, total: number): number[][] | null {
  const tally = new Map<number, number>();
  let all = 0;
  for (const id of ids) {
    for (const word of witnesses.bySpelling.get(id)!.rights.words) {
      tally.set(word, (tally.get(word) ?? 0) + 1);
      all++;
    }
  }
  const isOwn = (word: number): boolean => tally.get(word)! > 1 && lexicon.mass[word] >= KNOWN && tally.get(word)! >= OWN_SHARE * lexicon.mass[word];
  const own = [...tally.keys()].filter(isOwn);
  const owned = own.reduce((sum, word) => sum + tally.get(word)!, 0);
  if (own.length < BEARERS || owned < GIVEN_SHARE * all) return null;
  const mayBe = (word: number): boolean => lexicon.mass[word] <= TELLING * total || isOwn(word);
  return ids.map((id) => {
    const found = new Set(witnesses.bySpelling.get(id)!.rights.words);
    return [...found]
      .filter(mayBe)
      .map((word) => nameKey(lexicon.spell(word)))
      .sort((a, b) => a - b);
  });
}

/**
 * For each of the spellings `ids` of one name the keys, sorted, of telling words right before and right after it: whom it names shows by them,
 * as two firms or two men may share a name that is spelt in two ways.
 */
export function companionsOf(ids: readonly number[], witnesses: Witnesses, lexicon: Lexicon, total: number): [before: number[], after: number[]][] {
  const most = Math.max(COMMON, TELLING * total);
  const keysOf = (words: Uint32Array): number[] =>
    [...new Set(words)]
      .filter((word) => lexicon.mass[word] <= most)
      .map((word) => nameKey(lexicon.spell(word)))
      .sort((a, b) => a - b);
  return ids.map((id) => {
    const { lefts, rights } = witnesses.bySpelling.get(id)!;
    return [keysOf(lefts.words), keysOf(rights.words)];
  });
}
