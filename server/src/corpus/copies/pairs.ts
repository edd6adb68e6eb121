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

/** A text's number takes so many bits beside the 32 of a hash, of the 53 that a number has. */
const TEXTS = 2 ** 21;

/**
 * Compares texts by their sketches. What takes time is linear in the shingles of all sketches: those that stand in one
 * text alone are dropped by a bitmap, the others sorted, and each is counted against at most `MOST` texts.
 */
export class Comparison {
  private readonly levels: number;
  /** Shingles of a text in a sample of a level, each once, those in crowds left out: at `text * levels + level`. */
  private readonly own: Int32Array;
  /** Of each text, shingles in crowds. */
  private readonly crowds: Int32Array;
  /** The texts of each shingle that several have, one shingle after another. */
  private readonly members: number[] = [];
  /** Where each of these shingles begins in `members`, and where the last one ends. */
  private readonly begins: number[] = [0];

  constructor(private readonly sketches: readonly Sketch[]) {
    this.levels = sketches.reduce((most, { level }) => Math.max(most, level + 1), 1);
    this.own = new Int32Array(sketches.length * this.levels);
    this.crowds = new Int32Array(sketches.length);
    sketches.forEach(({ shingles }, text) => {
      for (const hash of shingles) this.count(text, hash, 1);
    });
    this.group(recurring(sketches));
  }

  /** Whether a text is mostly made of what stands in more than `MOST` texts, which aren't compared. */
  isCrowded = (text: number): boolean => this.crowds[text] > Math.max(LEAST, this.own[text * this.levels + this.sketches[text].level]);

  /** By text, the others that hold at least `HALF` of it, in the order of their numbers. */
  shares(): Share[][] {
    const { members, begins, sketches } = this;
    const held = this.held();
    const shared = new Int32Array(sketches.length);
    return sketches.map(({ level }, text) => {
      const others: number[] = [];
      for (let h = held.begins[text]; h < held.begins[text + 1]; h++) {
        const shingle = held.shingles[h];
        for (let m = begins[shingle]; m < begins[shingle + 1]; m++) if (shared[members[m]]++ === 0) others.push(members[m]);
      }
      const found: Share[] = [];
      for (const other of others.sort((a, b) => a - b)) {
        const of = this.own[text * this.levels + Math.max(level, sketches[other].level)];
        const share = shared[other] / of;
        shared[other] = 0;
        if (other !== text && of >= LEAST && share >= HALF) found.push({ other, share });
      }
      return found;
    });
  }

  /** Counts a shingle of a text in every sample that holds it. */
  private count(text: number, hash: number, delta: number): void {
    for (let level = this.sketches[text].level; level < this.levels && hash < 2 ** (32 - level); level++) {
      this.own[text * this.levels + level] += delta;
    }
  }

  /** Notes which texts have a shingle in common. `sorted` are shingles with the numbers of their texts. */
  private group(sorted: Float64Array): void {
    const { members, begins } = this;
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      const hash = Math.floor(sorted[from] / TEXTS);
      const first = members.length;
      for (; to < sorted.length && Math.floor(sorted[to] / TEXTS) === hash; to++) {
        const text = sorted[to] % TEXTS;
        if (to > from && sorted[to] === sorted[to - 1]) this.count(text, hash, -1);
        else members.push(text);
      }
      const size = members.length - first;
      if (size > 1 && size <= MOST) begins.push(members.length);
      else {
        for (const text of size > 1 ? members.slice(first) : []) {
          this.count(text, hash, -1);
          this.crowds[text]++;
        }
        members.length = first;
      }
    }
  }

  /** The shingles that each text has in common with others, text after text: the other way round than `members`. */
  private held(): { readonly begins: Uint32Array; readonly shingles: Uint32Array } {
    const { members, begins, sketches } = this;
    const ends = new Uint32Array(sketches.length + 1);
    for (const text of members) ends[text + 1]++;
    for (let text = 0; text < sketches.length; text++) ends[text + 1] += ends[text];
    const shingles = new Uint32Array(members.length);
    const next = ends.slice();
    for (let shingle = 0; shingle + 1 < begins.length; shingle++) {
      for (let m = begins[shingle]; m < begins[shingle + 1]; m++) shingles[next[members[m]]++] = shingle;
    }
    return { begins: ends, shingles };
  }
}

/** The shingles that come more than once, and a few that don't, each with the number of its text, sorted. */
function recurring(sketches: readonly Sketch[]): Float64Array {
  const total = sketches.reduce((sum, { shingles }) => sum + shingles.length, 0);
  const bits = Math.max(5, Math.ceil(Math.log2(BITS * total + 1)));
  const mask = 2 ** Math.min(bits, 31) - 1;
  const once = new Uint32Array((mask + 1) / 32);
  const twice = new Uint32Array((mask + 1) / 32);
  for (const { shingles } of sketches) {
    for (const hash of shingles) {
      const [at, bit] = [(hash & mask) >>> 5, 1 << (hash & 31)];
      if (once[at] & bit) twice[at] |= bit;
      else once[at] |= bit;
    }
  }
  let length = 0;
  const found = new Float64Array(total);
  sketches.forEach(({ shingles }, text) => {
    for (const hash of shingles) {
      if (twice[(hash & mask) >>> 5] & (1 << (hash & 31))) found[length++] = hash * TEXTS + text;
    }
  });
  return found.subarray(0, length).sort();
}

/** Bits of the map for each shingle: of eight shingles that come once, one is kept by chance. */
const BITS = 8;
