import { ALEF, CODES, encodeWord, LAM } from '../alphabet';
import { commonFrom } from '../company';
import type { Lexicon } from '../lexicon';
import type { NameWishes } from '../wishes';
import { areParts, FIRST_PARTS, PARTICLES } from './parts';

/** A word that reads as two which the corpus holds, too: word numbers, 0 where people speak of a word that it lacks. */
export interface Candidate {
  readonly joined: number;
  readonly first: number;
  readonly second: number;
  /** `arabic`: its parts are those of an Arabic name. `particle`: the first part is one of `PARTICLES`. `decided`: people say that it is a name. */
  readonly made: 'arabic' | 'particle' | 'foreign' | 'decided';
}

/** A candidate that people speak of, and both ways to write it. */
export interface Wanted extends Candidate {
  readonly forms: readonly [joined: string, apart: string];
}

/** Letters of the shortest parts: one is a proclitic or an initial, and two at the end may be a pronoun (أبوهم). */
const SHORTEST_FIRST = 2;
const SHORTEST_SECOND = 3;
const BARE = new Uint8Array(0);

/** Whether a word, by number, is one that stands beside anybody. */
export const isCommon = (word: number, { usual }: Lexicon, total: number): boolean => usual[word] > commonFrom(total);

/** All words that may be names of two words in one piece. `total` is how many words the corpus holds. */
export function candidatesOf(lexicon: Lexicon, total: number): Candidate[] {
  const { base, counts, size } = lexicon;
  const { codes } = lexicon.spellings;
  const arabic = new Set(FIRST_PARTS.map(lexicon.idOf));
  const opens = new Uint8Array(CODES);
  for (const part of FIRST_PARTS) opens[encodeWord(part)[0]] = 1;
  const particles = new Set(PARTICLES.map(lexicon.idOf));
  const found: Candidate[] = [];
  for (let joined = 1; joined <= size; joined++) {
    if (counts[joined] <= 0 || base[joined] !== joined) continue;
    const [from, to] = [lexicon.start(joined), lexicon.end(joined)];
    if (to - from < SHORTEST_FIRST + SHORTEST_SECOND) continue;
    // What begins with ال and isn't an Arabic name is an ordinary word, and what stands once alone in one piece two words whose blank slipped.
    const mayBeForeign = counts[joined] > 1 && !(codes[from] === ALEF && codes[from + 1] === LAM);
    if (!mayBeForeign && !opens[codes[from]]) continue;
    lexicon.readStem([], from, to);
    for (let length = SHORTEST_FIRST; length <= to - from - SHORTEST_SECOND; length++) {
      const first = lexicon.among(length, BARE);
      if (first === 0 || base[first] !== first) continue;
      const isArabic = arabic.has(first);
      if (!isArabic && (!mayBeForeign || (isCommon(first, lexicon, total) && !particles.has(first)))) continue;
      const second = lexicon.find(0, from + length, to);
      if (second === 0) continue;
      if (isArabic && areParts(lexicon.word(first), lexicon.word(second))) found.push({ joined, first, second, made: 'arabic' });
      else if (mayBeForeign && base[second] === second && !isCommon(second, lexicon, total)) {
        if (particles.has(first)) found.push({ joined, first, second, made: 'particle' });
        else if (!isCommon(first, lexicon, total)) found.push({ joined, first, second, made: 'foreign' });
      }
    }
  }
  return found;
}

/** The names that people want in two pieces, or say are one in both. */
export function wantedOf({ one, prefer }: NameWishes, lexicon: Lexicon): Wanted[] {
  const found = new Map<string, Wanted>();
  const idOf = (word: string): number => (lexicon.counts[lexicon.idOf(word)] > 0 ? lexicon.idOf(word) : 0);
  const want = (apart: string): void => {
    const words = apart.split(' ');
    if (words.length !== 2) return;
    const [joined, first, second] = [words.join(''), ...words].map(idOf);
    found.set(apart, { joined, first, second, made: 'decided', forms: [words.join(''), apart] });
  };
  for (const apart of prefer) want(apart);
  for (const { names, preferred } of one) {
    const all = preferred === undefined ? names : [...names, preferred];
    for (const apart of all) if (apart.includes(' ') && all.includes(apart.replace(' ', ''))) want(apart);
  }
  return [...found.values()];
}
