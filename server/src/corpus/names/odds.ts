import { CODES, LETTERS, NATIVE, PLAIN, SOUND } from './alphabet';
import table from './letter-odds.json';

/** Log-odds are relative to this: of two names one letter apart, so many (natural log) are one name. The mean of the table. */
const BASE = -5.8;
/** Virtual observations at the backed-off value; letters seen less often than this lean on it. */
const PRIOR = 0.5;

const FIRST = 0;
const INNER = 1;
const LAST = 2;
const PLACES = '^.$';

/** Odds that a pair is one name though this letter stands in one word only, by letter and place. */
const gap = new Float32Array(CODES * 3);
/** The same where the letter is doubled in one word. */
const doubled = new Float32Array(CODES * 3);
/** The same where one letter stands for another, by both and place. */
const swap = new Float32Array(CODES * CODES * 3);

const vowels = new Uint8Array(CODES);
for (let code = 1; code < CODES; code++) vowels[code] = SOUND[code] === 0 ? 1 : 0;

type Entry = readonly [value: number, same: number, different: number];
const entries = table.odds as unknown as Readonly<Record<string, Entry>>;

/** Log-odds of an operation, drawn to `fallback` where the table has seen it seldom. */
function smooth(key: string, fallback: number): number {
  const [, same, different] = entries[key] ?? [0, 0, 0];
  return Math.log((same + PRIOR) / (different + PRIOR / Math.exp(fallback + BASE))) - BASE;
}

// What is expected before anything was seen: consonants are neither lost nor exchanged, but within a class now and then.
const GAP_FALLBACK = { vowel: 0, consonant: -2 };
const SWAP_FALLBACK = { plain: 3, vowels: -0.5, sound: 1, other: -3 };

for (let a = 1; a < CODES; a++) {
  for (let place = FIRST; place <= LAST; place++) {
    const at = PLACES[place];
    gap[a * 3 + place] = smooth(`d${LETTERS[a - 1]}${at}`, vowels[a] ? GAP_FALLBACK.vowel : GAP_FALLBACK.consonant);
    doubled[a * 3 + place] = smooth(`d${LETTERS[a - 1]}2${at}`, 1);
    for (let b = 1; b < CODES; b++) {
      if (a === b) continue;
      const [low, high] = [LETTERS[a - 1], LETTERS[b - 1]].sort();
      let fallback = SWAP_FALLBACK.other;
      if (PLAIN[a] === PLAIN[b]) fallback = SWAP_FALLBACK.plain;
      else if (vowels[a] && vowels[b]) fallback = SWAP_FALLBACK.vowels;
      else if (SOUND[a] === SOUND[b] && SOUND[a] > 0) fallback = SWAP_FALLBACK.sound - NATIVE[a] - NATIVE[b];
      swap[(a * CODES + b) * 3 + place] = smooth(`s${low}${high}${at}`, fallback);
    }
  }
}
const TRANSPOSED = entries.tr[0];

/** A second difference costs this, a third more: two changes are rarely one slip or one habit. */
const FURTHER = 1.6;
/** Nats a letter that a longer word is worth: at 8 letters a vowel more or less is one name in 60 of 100, at 5 in 15. */
const PER_LETTER = 0.8;
const LEAST_FOR_LENGTH = -3;
export const MOST_FOR_LENGTH = 2;
const USUAL_LENGTH = 6.5;
const HOPELESS = -100;

/** What the letters of two spellings tell. */
export interface Difference {
  /** Log-odds that the two are one name, for the letters alone. */
  readonly odds: number;
  readonly edits: number;
  /** Differences beyond hamza seats, ى for ي and ة for ه. */
  readonly real: number;
  /** Differences that no hearing explains: letters swapped, a consonant lost or put in. */
  readonly slips: number;
}

/** Letters between the first and the last difference, at most. */
const MOST = 12;
const WIDTH = MOST + 2;
/** Letters that one spelling may run ahead of the other. */
const BAND = 2;
const best = new Float32Array(WIDTH * WIDTH);
const step = new Uint8Array(WIDTH * WIDTH);
/** What it costs to put in each letter of the second word. */
const additions = new Float32Array(WIDTH);
const MATCH = 0;
const SWAP = 1;
const DROP = 2;
const ADD = 3;
const CROSS = 4;

/**
 * The likeliest way from one spelling to the other; null where the odds are below `least`. Words are letter codes from
 * `aFrom` to `aTo` and `bFrom` to `bTo`.
 */
export function compare(a: Uint8Array, aFrom: number, aTo: number, b: Uint8Array, bFrom: number, bTo: number, least: number): Difference | null {
  const [n, m] = [aTo - aFrom, bTo - bFrom];
  let same = 0;
  while (same < n && same < m && a[aFrom + same] === b[bFrom + same]) same++;
  let tail = 0;
  while (tail < n - same && tail < m - same && a[aTo - 1 - tail] === b[bTo - 1 - tail]) tail++;
  // The letters between are few, or the two are no spellings of one name.
  const [rows, columns] = [n - same - tail, m - same - tail];
  if (rows > MOST || columns > MOST) return null;
  if (rows + columns === 1) return compareOne(rows === 1 ? a : b, rows === 1 ? aFrom : bFrom, same, Math.max(n, m), least);
  if (rows === 1 && columns === 1) {
    const exchanged = compareExchanged(a, aFrom, n, b, bFrom, m, same, least);
    if (exchanged !== undefined) return exchanged;
  }
  for (let j = 1; j <= columns; j++) additions[j] = lone(b, bFrom, same + j - 1, m) - FURTHER;
  best[0] = 0;
  for (let i = 0; i <= rows; i++) {
    const from = Math.max(0, i - BAND);
    const to = Math.min(columns, i + BAND);
    if (from > 0) best[i * WIDTH + from - 1] = HOPELESS;
    if (to < columns) best[i * WIDTH + to + 1] = HOPELESS;
    const p = same + i - 1;
    const x = i > 0 ? a[aFrom + p] : 0;
    const omission = i > 0 ? lone(a, aFrom, p, n) - FURTHER : 0;
    for (let j = from; j <= to; j++) {
      if (i === 0 && j === 0) continue;
      const here = i * WIDTH + j;
      let value = HOPELESS;
      let how = MATCH;
      const q = same + j - 1;
      const y = j > 0 ? b[bFrom + q] : 0;
      if (i > 0 && j > 0) {
        const place = p === 0 && q === 0 ? FIRST : p === n - 1 && q === m - 1 ? LAST : INNER;
        value = best[here - WIDTH - 1] + (x === y ? 0 : swap[(x * CODES + y) * 3 + place] - FURTHER);
        how = x === y ? MATCH : SWAP;
        if (i > 1 && j > 1 && x !== y && x === b[bFrom + q - 1] && y === a[aFrom + p - 1]) {
          const crossed = best[here - 2 * WIDTH - 2] + TRANSPOSED - FURTHER;
          if (crossed > value) {
            value = crossed;
            how = CROSS;
          }
        }
      }
      if (i > 0) {
        const dropped = best[here - WIDTH] + omission;
        if (dropped > value) {
          value = dropped;
          how = DROP;
        }
      }
      if (j > 0) {
        const added = best[here - 1] + additions[j];
        if (added > value) {
          value = added;
          how = ADD;
        }
      }
      best[here] = value;
      step[here] = how;
    }
  }
  if (best[rows * WIDTH + columns] + FURTHER + Math.max(0, forLength(Math.min(n, m))) < least) return null;
  return retrace(a, aFrom + same, rows, b, bFrom + same, columns, same > 0 ? a[aFrom + same - 1] : 0, Math.min(n, m));
}

/** As `compare`, where letter `i` of the longer word, of `length`, is all that the other one lacks: nearly half of all pairs. */
function compareOne(codes: Uint8Array, from: number, i: number, length: number, least: number): Difference | null {
  const value = Math.fround(lone(codes, from, i, length) - FURTHER) + FURTHER;
  const longer = forLength(length - 1);
  if (value + Math.max(0, longer) < least) return null;
  const isDoubled = i > 0 && codes[from + i] === codes[from + i - 1];
  return { odds: value + longer, edits: 1, real: 1, slips: vowels[codes[from + i]] || isDoubled ? 0 : 1 };
}

/** As `compare`, where the words part in letter `i` alone; undefined where it is likelier that one letter was lost and the other put in. */
function compareExchanged(
  a: Uint8Array,
  aFrom: number,
  n: number,
  b: Uint8Array,
  bFrom: number,
  m: number,
  i: number,
  least: number,
): Difference | null | undefined {
  const [x, y] = [a[aFrom + i], b[bFrom + i]];
  const place = i === 0 ? FIRST : i === n - 1 ? LAST : INNER;
  const value = swap[(x * CODES + y) * 3 + place] - FURTHER;
  const [omission, addition] = [lone(a, aFrom, i, n) - FURTHER, lone(b, bFrom, i, m) - FURTHER];
  if (Math.fround(addition) + omission > value || Math.fround(omission) + Math.fround(addition) > value) return undefined;
  const rounded = Math.fround(value) + FURTHER;
  const forWord = forLength(n);
  if (rounded + Math.max(0, forWord) < least) return null;
  const real = PLAIN[x] !== PLAIN[y] ? 1 : 0;
  return { odds: rounded + (real === 0 ? 0 : forWord), edits: 1, real, slips: SOUND[x] !== SOUND[y] ? 1 : 0 };
}

/** What the length of the shorter word is worth where letters differ. */
const forLength = (length: number): number => Math.max(LEAST_FOR_LENGTH, Math.min(MOST_FOR_LENGTH, PER_LETTER * (length - USUAL_LENGTH)));

/** The odds of letter `i` of a word of `length` standing in this word alone. */
function lone(codes: Uint8Array, from: number, i: number, length: number): number {
  const code = codes[from + i];
  const place = i === 0 ? FIRST : i === length - 1 ? LAST : INNER;
  const twice = (i > 0 && codes[from + i - 1] === code) || (i + 1 < length && codes[from + i + 1] === code);
  return (twice ? doubled : gap)[code * 3 + place];
}

/** Goes the best way back and counts what was done. `before` is the letter before both rests. */
function retrace(
  a: Uint8Array,
  aFrom: number,
  rows: number,
  b: Uint8Array,
  bFrom: number,
  columns: number,
  before: number,
  length: number,
): Difference {
  let edits = 0;
  let real = 0;
  let slips = 0;
  let [i, j] = [rows, columns];
  while (i > 0 || j > 0) {
    const how = step[i * WIDTH + j];
    if (how !== MATCH) edits++;
    if (how === SWAP) {
      if (PLAIN[a[aFrom + i - 1]] !== PLAIN[b[bFrom + j - 1]]) real++;
      if (SOUND[a[aFrom + i - 1]] !== SOUND[b[bFrom + j - 1]]) slips++;
    } else if (how === CROSS) {
      real++;
      slips++;
    } else if (how !== MATCH) {
      real++;
      const code = how === DROP ? a[aFrom + i - 1] : b[bFrom + j - 1];
      const first = how === DROP ? i === 1 : j === 1;
      const last = first ? before : how === DROP ? a[aFrom + i - 2] : b[bFrom + j - 2];
      if (!vowels[code] && code !== last) slips++;
    }
    const steps = how === CROSS ? 2 : 1;
    if (how !== ADD) i -= steps;
    if (how !== DROP) j -= steps;
  }
  const longer = real === 0 ? 0 : forLength(length);
  const odds = best[rows * WIDTH + columns] + (edits > 0 ? FURTHER : 0) - (edits > 2 ? FURTHER : 0) + longer;
  return { odds, edits, real, slips };
}
