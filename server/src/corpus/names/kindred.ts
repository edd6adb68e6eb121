import { JOIN, type ScoredPair } from './clusters';
import { MOST_COMPANY, sharedCompany } from './company';
import { confidenceOf } from './confidence';
import type { Lexicon } from './lexicon';
import type { Witnesses } from './witnesses';

/**
 * Names of several words vary together: سيرجي شويجو, سيرغي شويغو. Where the neighbours of two spellings are themselves two spellings of one
 * name, they are the same company, as surely as they are one name; so a pair too light alone becomes certain by the given name
 * or family name beside it. Of 40 pairs that 17,120 articles join by this alone, none is two names.
 */

/** By word: the words that may be the same name, the likeliest first. */
type Kin = ReadonlyMap<number, readonly { readonly word: number; readonly score: number }[]>;

function kinOf(scored: readonly ScoredPair[], lexicon: Lexicon): Kin {
  const kin = new Map<number, { word: number; score: number }[]>();
  const note = (of: number, word: number, score: number): void => {
    const known = kin.get(of);
    if (known) known.push({ word, score });
    else kin.set(of, [{ word, score }]);
  };
  for (const { head, other, score } of scored) {
    note(head, other, score);
    note(other, head, score);
  }
  for (const words of kin.values()) words.sort((a, b) => b.score - a.score || lexicon.compare(a.word, b.word));
  return kin;
}

/** Pairs with what those of their neighbours tell that are spelt in two ways as well. */
export function withKindred(scored: readonly ScoredPair[], witnesses: Witnesses, lexicon: Lexicon): ScoredPair[] {
  const kin = kinOf(scored, lexicon);
  const total = lexicon.usualTotal;
  const tally = new Uint32Array(lexicon.size + 1);
  const stands = new Uint8Array(lexicon.limit);
  return scored.map((pair) => {
    if (pair.score + 2 * MOST_COMPANY < JOIN) return pair;
    const [rarer, commoner] = [pair.other, pair.head].map((id) => witnesses.bySpelling.get(id)!);
    const lefts = likened(rarer.lefts.words, commoner.lefts.words, pair, kin, stands);
    const rights = likened(rarer.rights.words, commoner.rights.words, pair, kin, stands);
    const score = Math.max(lefts.score, rights.score);
    if (score === Number.NEGATIVE_INFINITY) return pair;
    const shared = (left: Uint32Array, right: Uint32Array): number =>
      sharedCompany([left, commoner.lefts.words], [right, commoner.rights.words], lexicon.usual, total, tally);
    const gain = confidenceOf(score) * (shared(lefts.words, rights.words) - shared(rarer.lefts.words, rarer.rights.words));
    return { ...pair, company: pair.company + gain, score: pair.score + gain };
  });
}

/** The neighbours of one spelling, and in the place of those that the other hasn't their likeliest kin that it has. `score` is the best of these, -Infinity where there are none. `stands` is scratch, zero by word. */
function likened(
  own: Uint32Array,
  others: Uint32Array,
  { head, other }: ScoredPair,
  kin: Kin,
  stands: Uint8Array,
): { words: Uint32Array; score: number } {
  for (const word of others) stands[word] = 1;
  let words = own;
  let score = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < own.length; i++) {
    const known = kin.get(own[i]);
    if (!known || stands[own[i]] === 1) continue;
    const found = known.find(({ word }) => word !== head && word !== other && stands[word] === 1);
    if (!found) continue;
    if (words === own) words = own.slice();
    words[i] = found.word;
    score = Math.max(score, found.score);
  }
  for (const word of others) stands[word] = 0;
  return { words, score };
}
