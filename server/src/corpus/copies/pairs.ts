import type { Sketch } from './sketch';

/** How much of one text stands in another. */
export interface Share {
  /** Number of the other text. */
  readonly other: number;
  /** The share of this text's shingles that stand in the other, 0 to 1. */
  readonly share: number;
}

/** A text of which less stands in another is no copy of it. */
export const HALF = 0.5;

/**
 * A shingle in more texts tells nothing of two of them: it is a formula, or the site's. Of half a million shared shingles
 * in 17,120 articles 38 stood in more than 100, all of them lines of pages; no article had more than 16 near copies.
 */
export const MOST = 100;

/** A text with fewer shingles in its sample isn't compared: what one of two tells is chance. */
const LEAST = 4;

/**
 * Compares texts by their sketches. What takes time is linear in the shingles of all sketches: those that stand in one
 * text alone are dropped by a bitmap, and each of the others is counted against at most `MOST` texts.
 */
export class Comparison {
  /** Shingles that several texts have, by number, text after text; and where those of each text begin. */
  private readonly held: Uint32Array;
  private readonly heldFrom: Uint32Array;
  /** The texts that have each of these shingles, shingle after shingle; and where those of each begin. None for one in a crowd. */
  private readonly members: Uint32Array;
  private readonly membersFrom: Uint32Array;
  /** By text, the shingles of its sketch that don't count: in a crowd, or there before. */
  private readonly taken = new Map<number, number[]>();
  /** Of each text, shingles in crowds. */
  private readonly crowds: Uint32Array;
  /** Sizes of samples of a coarser level than their text's. */
  private readonly sizes = new Map<number, number>();

  constructor(private readonly sketches: readonly Sketch[]) {
    this.crowds = new Uint32Array(sketches.length);
    const { shingles, numbers, from, count } = recurring(sketches);
    const last = new Int32Array(count).fill(-1);
    const sizes = new Uint32Array(count);
    let length = 0;
    this.heldFrom = new Uint32Array(sketches.length + 1);
    for (let text = 0; text < sketches.length; text++) {
      for (let at = from[text]; at < from[text + 1]; at++) {
        const number = numbers[at];
        if (last[number] === text) this.take(text, shingles[at]);
        else {
          last[number] = text;
          sizes[number]++;
          shingles[length] = shingles[at];
          numbers[length++] = number;
        }
      }
      this.heldFrom[text + 1] = length;
    }
    this.held = numbers.subarray(0, length);
    this.membersFrom = new Uint32Array(count + 1);
    for (let number = 0; number < count; number++) {
      const size = sizes[number];
      this.membersFrom[number + 1] = this.membersFrom[number] + (size > 1 && size <= MOST ? size : 0);
    }
    this.members = new Uint32Array(this.membersFrom[count]);
    const next = this.membersFrom.slice(0, count);
    for (let text = 0; text < sketches.length; text++) {
      for (let at = this.heldFrom[text]; at < this.heldFrom[text + 1]; at++) {
        const number = this.held[at];
        if (sizes[number] > MOST) {
          this.take(text, shingles[at]);
          this.crowds[text]++;
        } else if (sizes[number] > 1) this.members[next[number]++] = text;
      }
    }
  }

  /** Whether a text is mostly made of what stands in more than `MOST` texts, which aren't compared. */
  isCrowded = (text: number): boolean => this.crowds[text] > Math.max(LEAST, this.size(text, this.sketches[text].level));

  /** By text, the others that hold at least `HALF` of it, in the order of their numbers. */
  shares(): Share[][] {
    const { held, heldFrom, members, membersFrom, sketches } = this;
    const shared = new Uint32Array(sketches.length);
    return sketches.map(({ level }, text) => {
      const others: number[] = [];
      for (let at = heldFrom[text]; at < heldFrom[text + 1]; at++) {
        for (let m = membersFrom[held[at]]; m < membersFrom[held[at] + 1]; m++) if (shared[members[m]]++ === 0) others.push(members[m]);
      }
      const found: Share[] = [];
      for (const other of others.sort((a, b) => a - b)) {
        const count = shared[other];
        shared[other] = 0;
        if (other === text || count < HALF * LEAST) continue;
        const size = this.size(text, Math.max(level, sketches[other].level));
        if (size >= LEAST && count >= HALF * size) found.push({ other, share: count / size });
      }
      return found;
    });
  }

  private take(text: number, hash: number): void {
    const known = this.taken.get(text);
    if (known) known.push(hash);
    else this.taken.set(text, [hash]);
  }

  /** How many shingles of a text count in a sample of a level, which is its own or a coarser one. */
  private size(text: number, level: number): number {
    const { shingles, level: own } = this.sketches[text];
    const taken = this.taken.get(text) ?? [];
    if (level === own) return shingles.length - taken.length;
    const key = text * LEVELS + level;
    const known = this.sizes.get(key);
    if (known !== undefined) return known;
    const size = inSample(shingles, level) - inSample(taken, level);
    this.sizes.set(key, size);
    return size;
  }
}

/** More than any level. */
const LEVELS = 32;

function inSample(shingles: ArrayLike<number>, level: number): number {
  const others = 2 ** level - 1;
  let size = 0;
  for (let i = 0; i < shingles.length; i++) if ((shingles[i] & others) === 0) size++;
  return size;
}

/** Places of the map for each shingle: of five shingles that come once, one shares its place and is kept by chance. */
const PLACES = 4;

/**
 * The shingles that come more than once, and a few that don't, text after text, with a number each that equal ones share:
 * those of a text begin at `from[text]`; `count` numbers are given.
 */
function recurring(sketches: readonly Sketch[]): { shingles: Uint32Array; numbers: Uint32Array; from: Uint32Array; count: number } {
  const total = sketches.reduce((sum, { shingles }) => sum + shingles.length, 0);
  const bits = Math.min(31, Math.max(2, Math.ceil(Math.log2(PLACES * total + 1))));
  // The last bits of hashes are the same in coarse samples, so the first ones choose the place. Four places to a byte: 0, 1, or 2 for several.
  const shift = 32 - bits;
  const map = new Uint8Array(2 ** (bits - 2));
  let again = 0;
  for (let text = 0; text < sketches.length; text++) {
    const { shingles } = sketches[text];
    for (let i = 0; i < shingles.length; i++) {
      const place = shingles[i] >>> shift;
      const at = (place & 3) << 1;
      const byte = map[place >>> 2];
      const seen = (byte >>> at) & 3;
      if (seen < 2) map[place >>> 2] = byte + (1 << at);
      if (seen > 0) again++;
    }
  }
  // Whatever came to its place first isn't counted yet: no more than has come after.
  const shingles = new Uint32Array(2 * again);
  const from = new Uint32Array(sketches.length + 1);
  let length = 0;
  for (let text = 0; text < sketches.length; text++) {
    const own = sketches[text].shingles;
    for (let i = 0; i < own.length; i++) {
      const place = own[i] >>> shift;
      if (((map[place >>> 2] >>> ((place & 3) << 1)) & 2) !== 0) shingles[length++] = own[i];
    }
    from[text + 1] = length;
  }
  return { ...numbered(shingles.subarray(0, length)), from };
}

/** Gives equal hashes the same number, from 0 on. */
function numbered(shingles: Uint32Array): { shingles: Uint32Array; numbers: Uint32Array; count: number } {
  const bits = Math.max(1, Math.ceil(Math.log2(2 * shingles.length + 1)));
  const mask = 2 ** bits - 1;
  /** Numbers, counted from 1; 0 is free. */
  const slots = new Uint32Array(mask + 1);
  const hashes = new Uint32Array(shingles.length);
  const numbers = new Uint32Array(shingles.length);
  let count = 0;
  for (let i = 0; i < shingles.length; i++) {
    const hash = shingles[i];
    let slot = (hash >>> (32 - bits)) & mask;
    while (slots[slot] !== 0 && hashes[slots[slot] - 1] !== hash) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      hashes[count] = hash;
      slots[slot] = ++count;
    }
    numbers[i] = slots[slot] - 1;
  }
  return { shingles, numbers, count };
}
