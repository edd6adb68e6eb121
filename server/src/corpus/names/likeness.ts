import { ALEF, CODES, encodeWord, LAM, PLAIN, TEH, YEH } from './alphabet';
import { eachOrdinaryWord } from './background';
import type { Lexicon } from './lexicon';
import table from './name-trigrams.json';

const EDGE = 0;
const SIZE = CODES * CODES * CODES;
const at = (a: number, b: number, c: number): number => (a * CODES + b) * CODES + c;

/** Smoothing: observations that a pair of letters adds to what the letter before lets expect. */
const WEIGHT = 8;

/** Log of how often a trigram follows its first two letters in names; learned when first asked for, as most threads never judge. */
let names: Float32Array | null = null;

function learnNames(): Float32Array {
  const counts = new Float32Array(SIZE);
  for (const [letters, count] of Object.entries(table.trigrams as Record<string, number>)) {
    const codes = [...letters].map((letter) => (letter === '^' || letter === '$' ? EDGE : (encodeWord(letter)[0] ?? -1)));
    if (codes.every((code, i) => code > 0 || (code === EDGE && (i === 0 ? letters[0] === '^' : letters[i] === '$')))) {
      counts[at(codes[0], codes[1], codes[2])] += count;
    }
  }
  return conditional(counts);
}

/** Natural log of P(third letter | first two), smoothed by P(third | second) and P(third). */
function conditional(counts: Float32Array): Float32Array {
  const pairs = new Float32Array(CODES * CODES);
  const pairTotals = new Float32Array(CODES);
  const singles = new Float32Array(CODES);
  let total = 0;
  for (let a = 0; a < CODES; a++)
    for (let b = 0; b < CODES; b++)
      for (let c = 0; c < CODES; c++) {
        const count = counts[at(a, b, c)];
        if (count === 0) continue;
        pairs[b * CODES + c] += count;
        pairTotals[b] += count;
        singles[c] += count;
        total += count;
      }
  const logs = new Float32Array(SIZE);
  for (let a = 0; a < CODES; a++)
    for (let b = 0; b < CODES; b++) {
      let sum = 0;
      for (let c = 0; c < CODES; c++) sum += counts[at(a, b, c)];
      for (let c = 0; c < CODES; c++) {
        const single = (singles[c] + 1) / (total + CODES);
        const pair = (pairs[b * CODES + c] + WEIGHT * single) / (pairTotals[b] + WEIGHT);
        logs[at(a, b, c)] = Math.log((counts[at(a, b, c)] + WEIGHT * pair) / (sum + WEIGHT));
      }
    }
  return logs;
}

/** A word tells ordinary words by what it does: it stands with ال and without, as masculine and feminine of a verb. */
function learnOrdinary(lexicon: Lexicon): Float32Array {
  const counts = lexicon.isSmall ? backgroundWords().slice() : new Float32Array(SIZE);
  const { starts, codes } = lexicon.spellings;
  for (let id = 1; id < lexicon.base.length; id++) {
    const [from, to] = [starts[id], starts[id + 1]];
    if (lexicon.base[id] !== id || to - from < 4 || lexicon.mass[id] === 0) continue;
    if (codes[from] === ALEF && codes[from + 1] === LAM) {
      if (to - from > 4 && lexicon.find(0, from + 2, to) !== 0) {
        add(counts, codes, from, to);
        add(counts, codes, from + 2, to);
      }
    } else if (codes[from] === YEH && lexicon.find(TEH, from + 1, to) !== 0) {
      add(counts, codes, from, to);
      counts[at(EDGE, TEH, PLAIN[codes[from + 1]])]++;
    }
  }
  // Counts enter in steps, so that an edit rarely moves a score.
  for (let i = 0; i < SIZE; i++) if (counts[i] > 4) counts[i] = 2 ** (Math.round(2 * Math.log2(counts[i])) / 2);
  return conditional(counts);
}

let background: Float32Array | null = null;

/** The trigrams of the ordinary words of the background. */
function backgroundWords(): Float32Array {
  if (background) return background;
  const counts = new Float32Array(SIZE);
  eachOrdinaryWord((codes, length) => add(counts, codes, 0, length));
  background = counts;
  return counts;
}

function add(counts: Float32Array, codes: Uint8Array, from: number, to: number): void {
  let [a, b] = [EDGE, PLAIN[codes[from]]];
  for (let i = from + 1; i <= to; i++) {
    const c = i === to ? EDGE : PLAIN[codes[i]];
    counts[at(a, b, c)]++;
    [a, b] = [b, c];
  }
}

/** How much a word is spelt like a foreign name rather than like an ordinary word. */
export class Likeness {
  private readonly odds: Float32Array;

  constructor(lexicon: Lexicon) {
    const ordinary = learnOrdinary(lexicon);
    names ??= learnNames();
    this.odds = names.map((log, i) => log - ordinary[i]);
  }

  /** Log-odds of the letters from `from` to `to`. */
  of(codes: Uint8Array, from: number, to: number): number {
    return along(this.odds, codes, from, to);
  }

  /** Log-likelihood of these letters in a name. */
  likelihood(codes: Uint8Array, from: number, to: number): number {
    return along(names!, codes, from, to);
  }
}

/** The sum of a table of trigrams over a word. */
function along(table: Float32Array, codes: Uint8Array, from: number, to: number): number {
  let [a, b] = [EDGE, PLAIN[codes[from]]];
  let sum = 0;
  for (let i = from + 1; i <= to; i++) {
    const c = i === to ? EDGE : PLAIN[codes[i]];
    sum += table[at(a, b, c)];
    [a, b] = [b, c];
  }
  return sum;
}
