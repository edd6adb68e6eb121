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
  /** Both ways to write it. */
  readonly forms: readonly [joined: string, apart: string];
}

/** Letters of the shortest name, and of its parts. */
const SHORTEST = 5;
const SHORTEST_PART = 2;
const SHORTEST_SECOND = 3;
/** Less often in one piece, a foreign name is two words whose blank slipped (`glued-word`). */
const CHOSEN = 4;
/** Parts commoner than this share of all words, and than so many, are words of the language. */
const COMMON = { share: 2e-4, count: 60 };
const BARE = new Uint8Array(0);

/** Whether a word, by number, is one that stands beside anybody. */
export const isCommon = (word: number, { mass }: Lexicon, total: number): boolean => mass[word] > Math.max(COMMON.count, COMMON.share * total);

/** All words that may be names of two words in one piece. `total` is how many words the corpus holds. */
export function candidatesOf(lexicon: Lexicon, total: number): Candidate[] {
  const { base, counts, size } = lexicon;
  const arabic = new Set(FIRST_PARTS.map(lexicon.idOf));
  const particles = new Set(PARTICLES.map(lexicon.idOf));
  const found: Candidate[] = [];
  const take = (joined: number, first: number, second: number, made: Candidate['made']): void => {
    found.push({ joined, first, second, made, forms: [lexicon.word(joined), `${lexicon.word(first)} ${lexicon.word(second)}`] });
  };
  for (let joined = 1; joined <= size; joined++) {
    if (counts[joined] <= 0 || base[joined] !== joined) continue;
    const [from, to] = [lexicon.start(joined), lexicon.end(joined)];
    if (to - from < SHORTEST) continue;
    const isChosen = counts[joined] >= CHOSEN;
    lexicon.readStem([], from, to);
    for (let length = SHORTEST_PART; length <= to - from - SHORTEST_PART; length++) {
      const first = lexicon.among(length, BARE);
      if (first === 0 || base[first] !== first || (!isChosen && !arabic.has(first))) continue;
      const second = lexicon.find(0, from + length, to);
      if (second === 0) continue;
      const isLong = to - from - length >= SHORTEST_SECOND;
      if (isLong && arabic.has(first) && areParts(lexicon.word(first), lexicon.word(second))) take(joined, first, second, 'arabic');
      else if (isChosen && base[second] === second && !isCommon(second, lexicon, total)) {
        if (particles.has(first)) take(joined, first, second, 'particle');
        else if (!isCommon(first, lexicon, total)) take(joined, first, second, 'foreign');
      }
    }
  }
  return found;
}

/** The names that people want in two pieces, or say are one in both. */
export function wantedOf({ one, prefer }: NameWishes, lexicon: Lexicon): Candidate[] {
  const found = new Map<string, Candidate>();
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
