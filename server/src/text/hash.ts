import { CLASS, Class, EXPANSIONS, FOLD } from './characters';
import type { Words } from './scan';

/** The two halves of a hash before its first unit. */
export const SEED_HIGH = 0x811c9dc5 | 0;
export const SEED_LOW = 0x9e3779b9 | 0;
/** The hash of every number. */
export const NUMBER_HIGH = 0x6e756d62;
export const NUMBER_LOW = 0x65723030;

/** The two halves of a hash, one unit further. */
export const stepHigh = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
export const stepLow = (hash: number, unit: number): number => Math.imul((hash << 5) ^ (hash >>> 27) ^ unit, 0x85ebca6b);

/** Spreads the bits of a hash that grew unit by unit (the finaliser of MurmurHash3, public domain). */
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The letters that a word is compared by: folded, without harakat, tatweel and signs inside. */
export function foldWord(text: string, start = 0, end = text.length): string {
  let folded = '';
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const fold = FOLD[code];
    if (fold !== 0) folded += String.fromCharCode(fold);
    else folded += EXPANSIONS.get(code) ?? '';
  }
  return folded;
}

/** The hash that `scan` gives a word: high and low half. */
export function hashWord(word: string): [high: number, low: number] {
  const folded = foldWord(word);
  let high = SEED_HIGH;
  let low = SEED_LOW;
  for (let i = 0; i < folded.length; i++) {
    high = stepHigh(high, folded.charCodeAt(i));
    low = stepLow(low, folded.charCodeAt(i));
  }
  return [finish(high), finish(low)];
}

/** A name as names are compared: its words folded, a blank between two. */
export const foldName = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => foldWord(word))
    .join(' ');

/** A 64-bit hash as one number of 53 bits, for `Map` and `Set`. */
export const keyOf = (high: number, low: number): number => high * 0x200000 + (low >>> 11);

/** The key of the words `from` to `to`, which equals that of a block of these words. Makes no arrays: it's asked for every word. */
export function runKey({ hash }: Words, from: number, to: number): number {
  hashRun(hash, from, to);
  return keyOf(hashHigh, hashLow);
}

/** The two halves that the last `hashRun` or `hashSigns` came to: an array for each would cost more than the hash. */
export let hashHigh = 0;
export let hashLow = 0;

/** Combines the hashes of the words `from` to `to`, in order, into one of a run of words. */
export function hashRun(hash: Uint32Array, from: number, to: number): void {
  let high = SEED_HIGH;
  let low = SEED_LOW;
  for (let w = from; w < to; w++) {
    high = stepHigh(high, hash[2 * w]);
    low = stepLow(low, hash[2 * w + 1]);
  }
  hashHigh = finish(high);
  hashLow = finish(low);
}

/** Hashes a piece of a text without any word: its units but for blanks. */
export function hashSigns(text: string, start: number, end: number): void {
  let high = SEED_HIGH;
  let low = SEED_LOW;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (CLASS[code] === Class.BLANK) continue;
    high = stepHigh(high, code);
    low = stepLow(low, code);
  }
  hashHigh = finish(high);
  hashLow = finish(low);
}
