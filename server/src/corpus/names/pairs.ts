import { ALEF, differingLetters, differingVowels, LAM, NATIVE, PLAIN, readSounds, SOUND, sounds, WAW, YEH } from './alphabet';
import { isBrokenPlural, isFuture, isInflection, isPronounAdded } from './inflection';
import { isProclitic, type Lexicon, SHORTEST } from './lexicon';
import type { Likeness } from './likeness';
import { compare, type Difference, MOST_FOR_LENGTH } from './odds';
import type { Paradigms } from './paradigm';

/** Two spellings that may be one name, by what their letters and their words' forms tell. */
export interface Pair {
  /** Word numbers, the one with more occurrences first; ties by letters. */
  readonly head: number;
  readonly other: number;
  readonly difference: Difference;
  /** Log-odds that the two are foreign names, by their letters. */
  readonly likeness: number;
  /** Log-odds that the two are foreign names, by the forms that they don't take. */
  readonly paradigm: number;
  /** One of the two is a second way to read its words (`Lexicon.other`). */
  readonly reading: boolean;
}

/** Letters and forms must reach this, so that neighbours and articles, which can add ten, are asked at all. */
const ASK = -1;
/** Letters that say this little are not made up for by company. */
const LEAST_ODDS = -2.95;
/** What forms can add. */
const MOST_PARADIGM = 2;
/** Likeness and paradigm together that tell names from words; where hamza alone differs, which in words is the house's choice, rather so. */
const NAMES = 0;
const LIKELY_NAMES = 2;
export const LEAST_PARADIGM = -2.2;
/** A final ه is a pronoun (إيجاد, إيجاده) but in names (رينيه): it asks for so much; and in a small corpus, which knows few forms of a word (باسم, باسمه), so much likeness, too. */
const CLEAR_PARADIGM = 0.5;
const CLEAR_LIKENESS = 1.5;
/** Words less like names than this, or two words on average, are not compared. */
const LEAST_LIKENESS = -1.5;
export const LEAST_ALIKE = -0.8;
/** Rests that stand nowhere alone are many, so they must look more like a name. */
const LEAST_LIKENESS_OF_REST = 0;
/** What is whole though its rest is a word (بنظير, لفني) tends to look like that word. */
const LEAST_LIKENESS_OF_WHOLE = -1.7;
/** In words of so few letters two other vowels make another name. */
const SHORT = 5;
const MOST_EDITS = 3;
/** A letter that foreign names hardly have makes a native name, in which another vowel is another name: سالم, سليم. */
const NATIVE_COST = 6.5;

/** Words that may be names, a column for each thing that comparing asks of them; in the order of their sound keys. */
export interface Candidates {
  readonly ids: Uint32Array;
  readonly keys: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly likely: Float64Array;
  readonly vowels: Uint32Array;
  readonly letters: Uint32Array;
  /** Second ways to read words (`Lexicon.other`). */
  readonly readings: Uint8Array;
  readonly natives: Uint8Array;
}

/** Why two words are not weighed as one name. */
export type Obstacle = 'sounds' | 'vowels' | 'ordinary' | 'letters' | 'inflection' | 'proclitic' | 'forms' | 'pronoun' | 'known';

/** Finds the words that may be names: those with a sound key that look like one. */
export function candidatesOf(lexicon: Lexicon, likeness: Likeness): Candidates {
  const { codes, keys: known } = lexicon.spellings;
  const ids: number[] = [];
  const keys: number[] = [];
  const likely: number[] = [];
  const consider = (id: number, key: number, least: number): void => {
    const value = key === 0 ? -Infinity : likenessOf(likeness, codes, lexicon.start(id), lexicon.end(id));
    if (value < least || lexicon.isOrdinary(id)) return;
    ids.push(id);
    keys.push(key);
    likely.push(value);
  };
  const rests = new Set<number>();
  for (let id = 1; id <= lexicon.size; id++) {
    if (lexicon.counts[id] <= 0 || lexicon.end(id) - lexicon.start(id) < SHORTEST) continue;
    if (lexicon.base[id] === id) consider(id, known[id], LEAST_LIKENESS);
    const other = lexicon.other[id];
    if (other === 0 || rests.has(other)) continue;
    rests.add(other);
    readSounds(codes, lexicon.start(other), lexicon.end(other));
    consider(other, sounds.key, leastLikeness(other, lexicon));
  }
  return inColumns(ids, keys, likely, lexicon);
}

/** Places above the sound key in the number that candidates are sorted by; more than there are words. */
const PLACES = 2 ** 21;

function inColumns(ids: readonly number[], keys: readonly number[], likely: readonly number[], lexicon: Lexicon): Candidates {
  const { codes } = lexicon.spellings;
  const order = Float64Array.from(keys, (key, i) => key * PLACES + i).sort();
  const count = ids.length;
  const columns = {
    ids: new Uint32Array(count),
    keys: new Uint32Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    likely: new Float64Array(count),
    vowels: new Uint32Array(count),
    letters: new Uint32Array(count),
    readings: new Uint8Array(count),
    natives: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    // A remainder of such numbers takes long.
    const place = order[i] - Math.floor(order[i] / PLACES) * PLACES;
    const id = ids[place];
    const [start, end] = [lexicon.start(id), lexicon.end(id)];
    readSounds(codes, start, end);
    columns.ids[i] = id;
    columns.keys[i] = keys[place];
    columns.starts[i] = start;
    columns.ends[i] = end;
    columns.likely[i] = likely[place];
    columns.vowels[i] = sounds.vowels;
    columns.letters[i] = sounds.letters;
    columns.readings[i] = isReading(lexicon, id) ? 1 : 0;
    columns.natives[i] = isNative(codes, start, end) ? 1 : 0;
  }
  return columns;
}

/** Letters overlap in trigrams, so their odds count for less than they sum up to, and for a long word not without bound. */
export const likenessOf = (likeness: Likeness, codes: Uint8Array, from: number, to: number): number =>
  Math.max(-4, Math.min(4, 0.5 * likeness.of(codes, from, to)));

/** The pairs with those that stand `beside` a name (`besideOf`), which ask for less. */
export function withBeside(pairs: readonly Pair[], beside: ReadonlySet<number>, lexicon: Lexicon, likeness: Likeness, paradigms: Paradigms): Pair[] {
  const all = new Map(pairs.map((pair) => [pairKey(pair.head, pair.other), pair]));
  for (const key of beside) {
    const pair = weigh(Math.floor(key / PLACES), key % PLACES, true, lexicon, likeness, paradigms);
    if (typeof pair !== 'string') all.set(key, pair);
  }
  return [...all.values()];
}

/** One number for two word numbers, whatever their order. */
export const pairKey = (a: number, b: number): number => Math.min(a, b) * PLACES + Math.max(a, b);

/** The pairs of candidates of one sound key that letters and forms don't part. */
export function pairsOf(candidates: Candidates, lexicon: Lexicon, paradigms: Paradigms): Pair[] {
  const { keys } = candidates;
  const pairs: Pair[] = [];
  for (let from = 0, to = 0; from < keys.length; from = to) {
    while (to < keys.length && keys[to] === keys[from]) to++;
    for (let i = from; i < to; i++) {
      for (let k = nextAlike(candidates, i, i + 1, to); k < to; k = nextAlike(candidates, i, k + 1, to)) {
        if (areWords(candidates, i, k, lexicon, paradigms)) continue;
        const pair = pairOf(candidates, i, k, false, lexicon, paradigms);
        if (typeof pair !== 'string') pairs.push(pair);
      }
    }
  }
  return pairs;
}

/** What the forms of both spellings say: the head is commoner, so they tell more of it. */
const ofBoth = (head: number, other: number): number => (2 * head + other) / 3;

/** Whether the forms that two candidates take part them, whatever the letters say: `pairOf` would come to the same, but later. */
function areWords({ ids, likely }: Candidates, i: number, k: number, lexicon: Lexicon, paradigms: Paradigms): boolean {
  const [head, other] = inOrder(lexicon, ids[i], ids[k]);
  if (paradigms.areKin(head, other)) return false;
  const paradigm = ofBoth(paradigms.alone(head), paradigms.alone(other));
  return paradigm < LEAST_PARADIGM || (likely[i] + likely[k]) / 2 + paradigm < NAMES;
}

/** The next candidate from place `from` on that may be compared with the one at `i`, or else `to`. Most aren't, so this must be quick. */
function nextAlike(candidates: Candidates, i: number, from: number, to: number): number {
  const { likely } = candidates;
  let k = from;
  while (k < to && ((likely[i] + likely[k]) / 2 < LEAST_ALIKE || !maySound(candidates, i, k))) k++;
  return k;
}

/** Whether two candidates, by their places, are so near in length, vowels and letters that comparing them may be worth it. */
function maySound({ starts, ends, vowels, letters, readings }: Candidates, i: number, k: number): boolean {
  const [n, m] = [ends[i] - starts[i], ends[k] - starts[k]];
  if (n - m > 2 || m - n > 2) return false;
  const otherVowels = differingVowels(vowels[i], vowels[k]);
  if (otherVowels > (n <= SHORT || m <= SHORT ? 1 : 2) || otherVowels + differingLetters(letters[i], letters[k]) > 2) return false;
  return (readings[i] & readings[k]) === 0;
}

/**
 * Weighs two words that may be names, by number, though they be no candidates: the pair, or the first thing that speaks against it.
 * What stands `beside` a name may look and be inflected like an ordinary word.
 */
export function weigh(a: number, b: number, beside: boolean, lexicon: Lexicon, likeness: Likeness, paradigms: Paradigms): Pair | Obstacle {
  const { codes } = lexicon.spellings;
  const keyed = [a, b].map((id) => {
    readSounds(codes, lexicon.start(id), lexicon.end(id));
    return sounds.key;
  });
  const likely = [a, b].map((id) => likenessOf(likeness, codes, lexicon.start(id), lexicon.end(id)));
  const candidates = inColumns([a, b], keyed, likely, lexicon);
  if (keyed[0] !== keyed[1] || keyed[0] === 0) return 'sounds';
  const alike = (likely[0] + likely[1]) / 2;
  if (!beside && (lexicon.isOrdinary(a) || lexicon.isOrdinary(b))) return 'ordinary';
  if (!beside && (alike < LEAST_ALIKE || likely.some((value, i) => value < leastLikeness([a, b][i], lexicon)))) return 'ordinary';
  if (!maySound(candidates, 0, 1)) return 'vowels';
  return pairOf(candidates, 0, 1, beside, lexicon, paradigms);
}

const leastLikeness = (id: number, lexicon: Lexicon): number =>
  id > lexicon.size ? LEAST_LIKENESS_OF_REST : lexicon.base[id] === id ? LEAST_LIKENESS : LEAST_LIKENESS_OF_WHOLE;

function pairOf(candidates: Candidates, i: number, k: number, beside: boolean, lexicon: Lexicon, paradigms: Paradigms): Pair | Obstacle {
  const { ids, starts, ends, likely, readings, natives } = candidates;
  const { codes } = lexicon.spellings;
  const [aFrom, aTo, bFrom, bTo] = [starts[i], ends[i], starts[k], ends[k]];
  const floor = beside ? 0 : Number.NEGATIVE_INFINITY;
  const alike = Math.max(floor, (likely[i] + likely[k]) / 2);
  const least = Math.max(LEAST_ODDS, ASK - alike - MOST_PARADIGM);
  const cost = !beside && natives[i] + natives[k] > 0 && !isPlainAlike(codes, aFrom, aTo, bFrom, bTo) ? NATIVE_COST : 0;
  const difference = compare(codes, aFrom, aTo, codes, bFrom, bTo, least + cost);
  if (!difference || difference.edits > MOST_EDITS) return 'letters';
  const odds = difference.odds - cost;
  if (odds < least) return 'letters';
  if (lexicon.areKnownApart(ids[i], ids[k])) return 'known';
  if (isInflection(codes, aFrom, aTo, bFrom, bTo)) return 'inflection';
  if (isBrokenPlural(codes, aFrom, aTo, bFrom, bTo)) return 'inflection';
  if (isProcliticAdded(codes, aFrom, aTo, bFrom, bTo, difference) || isProcliticAdded(codes, bFrom, bTo, aFrom, aTo, difference)) return 'proclitic';
  const [head, other] = inOrder(lexicon, ids[i], ids[k]);
  if (isSameProclitic(lexicon, head, other)) return 'proclitic';
  const bare = paradigms.odds(head, other);
  const ofHead = Math.max(floor, bare);
  if (odds + alike + ofBoth(ofHead, MOST_PARADIGM) < ASK) return 'forms';
  const bareOther = paradigms.odds(other, head);
  // Of two that stand beside a name one may look like an ordinary word, but not both.
  if (beside && Math.max(bare, bareOther) < NAMES) return 'forms';
  const paradigm = ofBoth(ofHead, Math.max(floor, bareOther));
  if (paradigm < LEAST_PARADIGM || alike + paradigm < (difference.real > 0 ? NAMES : LIKELY_NAMES) || odds + alike + paradigm < ASK) return 'forms';
  const mayInflect = paradigm < CLEAR_PARADIGM || (lexicon.isSmall && alike < CLEAR_LIKENESS) || (isFuture(codes, aFrom) && isFuture(codes, bFrom));
  if (mayInflect && isPronounAdded(codes, aFrom, aTo, bFrom, bTo)) return 'pronoun';
  return { head, other, difference: { ...difference, odds }, likeness: alike, paradigm, reading: readings[i] + readings[k] > 0 };
}

/** Whether two words are the same but for hamza seats, ى for ي and ة for ه. */
function isPlainAlike(codes: Uint8Array, aFrom: number, aTo: number, bFrom: number, bTo: number): boolean {
  if (aTo - aFrom !== bTo - bFrom) return false;
  for (let a = aFrom, b = bFrom; a < aTo; a++, b++) if (PLAIN[codes[a]] !== PLAIN[codes[b]]) return false;
  return true;
}

/** Whether a number stands for a second way to read words. */
const isReading = (lexicon: Lexicon, id: number): boolean => id > lexicon.size || lexicon.base[id] !== id;

/** ولافروف and ولافرف are compared as لافروف and لافرف; and no word with its own rest. */
function isSameProclitic(lexicon: Lexicon, a: number, b: number): boolean {
  const { codes } = lexicon.spellings;
  if (a <= lexicon.size && b <= lexicon.size && (lexicon.base[a] === b || lexicon.base[b] === a)) return true;
  if (a > lexicon.size || b > lexicon.size) return lexicon.other[a] === b || lexicon.other[b] === a;
  const [split, whole] = lexicon.base[a] !== a ? [a, b] : [b, a];
  return lexicon.base[split] !== split && lexicon.other[whole] !== 0 && codes[lexicon.start(a)] === codes[lexicon.start(b)];
}

/** Whether the first word is the second with a proclitic before it, whatever else they differ in. */
function isProcliticAdded(codes: Uint8Array, from: number, to: number, bFrom: number, bTo: number, difference: Difference): boolean {
  if (!isProclitic(codes[from])) return false;
  // وولف may be written ولف, but ووايزمان is وايزمان; no other letter is doubled at the beginning of a name.
  if (codes[from] === codes[bFrom] && (codes[from + 1] !== codes[from] || (codes[from] === WAW && SOUND[codes[bFrom + 1]] !== 0))) return false;
  const without = compare(codes, from + 1, to, codes, bFrom, bTo, difference.odds - MOST_FOR_LENGTH);
  return without !== null && without.edits < difference.edits;
}

/** The commoner first; ties by letters. */
function inOrder(lexicon: Lexicon, a: number, b: number): [head: number, other: number] {
  const more = lexicon.weight(a) - lexicon.weight(b);
  return more > 0 || (more === 0 && lexicon.compare(a, b) < 0) ? [a, b] : [b, a];
}

/** Whether a word has a letter of native names, or stands with ال. */
function isNative(codes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (NATIVE[codes[i]] === 1) return true;
  return codes[from] === ALEF && codes[from + 1] === LAM && codes[from + 2] !== YEH;
}
