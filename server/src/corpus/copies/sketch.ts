import type { Article } from '../../text/article';
import { finish, SEED_HIGH, SEED_LOW, stepHigh } from '../../text/hash';
import { SCRIPT_BITS, Script } from '../../text/scan';

/** What an article is compared by: a sample of its shingles, which are all runs of `SHINGLE` words. */
export interface Sketch {
  readonly source: string;
  /** 64 bits, high half first: equal for texts of the same words, whatever stands between these. */
  readonly digest: Uint32Array;
  /** The sample holds the shingles whose hash ends with so many zero bits: 1 in 2 ** level. Coarser samples lie within finer ones. */
  readonly level: number;
  /** Hashes of these shingles, in reading order; one that recurs in the article recurs here. */
  readonly shingles: Uint32Array;
}

/** Words of a shingle. Fewer are common phrases, more miss texts that were edited. */
export const SHINGLE = 8;

/**
 * An article of more words keeps a half of its shingles, a quarter … so that as many to half as many are left. Of 3,900 pairs
 * among 17,120 articles that share half of their shingles, samples of this size find 99.5 %, and are right in 99.4 %; with half the size both are 98.5 %.
 */
const LARGEST = 512;

/** By what the rolling hash is multiplied at each word, and what that makes over a whole shingle. */
const FACTOR = 0x9e3779b1;
const OLDEST = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, FACTOR), 1);

/** How many halvings bring so many shingles down to a sample. */
const levelOf = (words: number): number => (words <= LARGEST ? 0 : Math.ceil(Math.log2(words / LARGEST)));

const DIGIT_BITS = 0xf;

/** A number by its digits, in whatever script they are written: to the scan all numbers are one word. */
function hashNumber(text: string, start: number, end: number): number {
  let hash = SEED_HIGH;
  for (let i = start; i < end; i++) hash = stepHigh(hash, text.charCodeAt(i) & DIGIT_BITS);
  return finish(hash);
}

/** The values of the last `SHINGLE` words, the present one among them: a ring. */
const ring = new Int32Array(SHINGLE);
let kept = new Uint32Array(1 << 12);

/** The sketch of an article, its leftovers included: they aren't known yet. Null where it is shorter than a shingle. */
export function sketchOf({ source, text, words }: Article): Sketch | null {
  if (kept.length < words.count) kept = new Uint32Array(2 * words.count);
  const sample = kept;
  const level = levelOf(words.count);
  const others = 2 ** level - 1;
  const { start, kind, hash: hashes } = words;
  let [high, low] = [SEED_HIGH, SEED_LOW];
  let [count, length, rolling] = [0, 0, 0];
  for (let w = 0; w < words.count; w++) {
    const isNumber = (kind[w] & SCRIPT_BITS) === Script.NUMBER;
    const value = isNumber ? hashNumber(text, start[w], words.end[w]) | 0 : hashes[2 * w] | 0;
    high = Math.imul(high ^ value, FACTOR);
    low = (Math.imul(low, FACTOR) + (isNumber ? value : hashes[2 * w + 1])) | 0;
    const place = count++ % SHINGLE;
    rolling = (Math.imul(rolling, FACTOR) + value - (count > SHINGLE ? Math.imul(ring[place], OLDEST) : 0)) | 0;
    ring[place] = value;
    if (count < SHINGLE) continue;
    const hash = finish(rolling);
    if ((hash & others) === 0) sample[length++] = hash;
  }
  if (count < SHINGLE) return null;
  return { source, digest: Uint32Array.of(finish(high), finish(low)), level, shingles: sample.slice(0, length) };
}
