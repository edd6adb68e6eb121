import { ALEF_MAKSURA, TEH_MARBUTA, UNJOINED } from '../../text/characters';
import { openName } from '../names/compounds/parts';
import type { Company } from './company';
import type { Words } from './words';

/** A rare word that reads as two: `at` letters belong to the first. */
export interface Join {
  readonly rare: number;
  readonly first: number;
  readonly second: number;
  readonly at: number;
  /** The first part ends in a letter that stands nowhere but at the end of a word. */
  readonly isPlain: boolean;
}

/** What two glued words are: `at` letters belong to the first; `together` is how often the corpus writes them side by side. */
export interface Parting {
  readonly at: number;
  readonly together: number;
}

/** More of one are a spelling that people choose: عبدالله. */
const RARE = 3;
/** Parts must stand so often by themselves. After a letter that ends words, once is enough. */
const KNOWN = 30;
const SHORTEST = 5;
const LONGEST = 40;
/** Letters of the parts. Shorter ones are proclitics and endings as often as words: لايمكن, وقتلا. */
const FIRST = 4;
const SECOND = 4;
/** Letters of a word after one that ends words: below are endings that slipped. */
const SHORTEST_PART = 3;
const OPENS_WORD = new Set([...'اأإآ'].map((letter) => letter.charCodeAt(0)));
/** Short words that are glued to others all the same, and aren't the end of any. */
const SHORT_WORDS: ReadonlySet<string> = new Set(['من', 'إلى', 'الى', 'على', 'عن', 'في']);
/** All rare words that two known ones make up. */
export function findJoins(words: Words): Join[] {
  const joins: Join[] = [];
  for (let rare = 1; rare <= words.size; rare++) {
    const count = words.count(rare);
    if (count === 0 || count > RARE) continue;
    const letters = words.letters(rare);
    const length = letters.length;
    if (length < SHORTEST || length > LONGEST) continue;
    for (let at = SHORTEST_PART; at <= length - 2; at++) {
      const last = letters[at - 1];
      const isPlain = last === TEH_MARBUTA || last === ALEF_MAKSURA;
      if (!isPlain && at < FIRST) continue;
      if (!isPlain && !UNJOINED.has(last) && !OPENS_WORD.has(letters[at])) continue;
      const first = words.find(letters, 0, at);
      if (first === 0 || (!isPlain && words.count(first) < KNOWN)) continue;
      const second = words.find(letters, at, length);
      if (second === 0 || second === rare) continue;
      if (isPlain ? length - at < SHORTEST_PART : words.count(second) < KNOWN) continue;
      if (length - at < SECOND && !isPlain && !SHORT_WORDS.has(words.word(second))) continue;
      joins.push({ rare, first, second, at, isPlain });
    }
  }
  return joins;
}

/** Asks how often the parts stand side by side, and for the neighbours of the whole. */
export function watchJoins(joins: readonly Join[], company: Company): void {
  for (const { rare, first, second } of joins) {
    company.watch(rare);
    company.expect(first, second);
  }
}

/** Asks whether the parts stand beside the same neighbours. */
export function expectJoins(joins: readonly Join[], company: Company): void {
  for (const { rare, first, second } of joins) {
    for (const { left, right } of company.placesOf(rare)) {
      company.expect(left, first);
      company.expect(second, right);
    }
  }
}

/** Nats that the bonds between the parts, and of the parts with the neighbours, make together. */
const SURE = 6;
/** How many times as often the two stand side by side. */
const COMMONER = 3;
/** A long word that has relatives is a word: مستوردون. */
const MOST_RELATIVES = 0;

/** The words that are two, by number. */
export function judgeJoins(joins: readonly Join[], words: Words, company: Company): Map<number, Parting> {
  const found = new Map<number, Parting & { score: number }>();
  for (const { rare, first, second, at, isPlain } of joins) {
    const together = company.together(first, second);
    if (!isPlain) {
      // Houses write names in one piece: عبدالله, أبومازن.
      if (openName(words.word(first), words.word(second))) continue;
      // Side by side they stand more often than in one piece, or they are a name: يوروستار.
      if (company.bond(first, second) === 0 || together < COMMONER * words.count(rare)) continue;
    }
    const score = company.bond(first, second) + sides(rare, first, second, company);
    if (!isPlain && score < SURE) continue;
    const known = found.get(rare);
    if (known && known.score >= score) continue;
    if (!isPlain && words.relatives(words.word(rare), '') > MOST_RELATIVES) continue;
    found.set(rare, { at, together, score });
  }
  return found;
}

function sides(rare: number, first: number, second: number, company: Company): number {
  const places = company.placesOf(rare);
  let sum = 0;
  for (const { left, right } of places) sum += company.bond(left, first) + company.bond(second, right);
  return places.length === 0 ? 0 : sum / places.length;
}
