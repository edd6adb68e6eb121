import { hashWord, keyOf } from '../../text/hash';
import type { Facet } from '../facet';
import { Company } from './company';
import { findSilentAlefs } from './hamza';
import { expectJoins, findJoins, judgeJoins, watchJoins } from './joins';
import { expectSlips, findSlips, judgeSlips, watchSlips } from './slips';
import { Words } from './words';

/** What is wrong with a word. */
export type Misspelling =
  /** A letter slipped; the neighbours say which word was meant. `score`: how loudly, in nats. */
  | { readonly kind: 'slip'; readonly word: string; readonly score: number }
  /** A hamza on an alef that has none. `sure`: the corpus writes it so, too. */
  | { readonly kind: 'hamza'; readonly word: string; readonly sure: boolean }
  /** ي at the end of a word that ends in ى. */
  | { readonly kind: 'yeh'; readonly word: string }
  /** Two words in one; `at` letters belong to the first, and `together` is how often the corpus writes them side by side. */
  | { readonly kind: 'glued'; readonly at: number; readonly together: number };

/** What the corpus decided about spellings. */
export interface SpellingJudgement {
  /** By the key of the folded word. */
  readonly words: ReadonlyMap<number, Misspelling>;
  /** A bit per `FILTER_BITS` lowest bits of a word's high hash: set where some word of `words` has them. */
  readonly filter: Uint32Array;
}

const FILTER_BITS = 17;
const FILTER_MASK = (1 << FILTER_BITS) - 1;

/** What is wrong with the word of this hash; most words are right, which costs one look at the filter. */
export function misspellingOf({ words, filter }: SpellingJudgement, high: number, low: number): Misspelling | undefined {
  const bit = high & FILTER_MASK;
  return (filter[bit >>> 5] & (1 << (bit & 31))) === 0 ? undefined : words.get(keyOf(high, low));
}

/**
 * Which words of the corpus are misspelt, as the corpus itself tells. It hears nothing of its own: words are counted where names are heard.
 */
export const spelling: Facet<null, null, SpellingJudgement> = {
  collect: () => null,
  empty: () => null,
  add: () => {},

  judge(_sum, { vocabulary, heard }) {
    const words = new Words(vocabulary, heard);
    const company = new Company(words, heard);
    const slips = findSlips(words);
    const joins = findJoins(words);
    watchSlips(slips, company);
    watchJoins(joins, company);
    company.find();
    expectSlips(slips, company);
    expectJoins(joins, company);
    company.count();

    const found = new Map<string, Misspelling>();
    for (const [id, { word, score, isYeh }] of judgeSlips(slips, words, company)) {
      found.set(words.word(id), isYeh ? { kind: 'yeh', word } : { kind: 'slip', word, score });
    }
    for (const [id, { at, together }] of judgeJoins(joins, words, company)) found.set(words.word(id), { kind: 'glued', at, together });
    for (const [id, word, sure] of findSilentAlefs(words)) found.set(words.word(id), { kind: 'hamza', word, sure });
    return index(found);
  },
};

/** In the order of the keys, whatever the numbers of the words. */
function index(found: ReadonlyMap<string, Misspelling>): SpellingJudgement {
  const filter = new Uint32Array(1 << (FILTER_BITS - 5));
  const keyed: [number, Misspelling][] = [];
  for (const [word, misspelling] of found) {
    const [high, low] = hashWord(word);
    const bit = high & FILTER_MASK;
    filter[bit >>> 5] |= 1 << (bit & 31);
    keyed.push([keyOf(high, low), misspelling]);
  }
  return { words: new Map(keyed.sort(([a], [b]) => a - b)), filter };
}
