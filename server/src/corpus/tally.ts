import { keyOf } from '../text/hash';

/** Keys, high and low half each, in the order in which each came first; (0, 0) is none. */
export function distinct(keys: Uint32Array): Uint32Array {
  const seen = new Set<number>();
  const found = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i += 2) {
    const key = keyOf(keys[i], keys[i + 1]);
    if (key === 0 || seen.has(key)) continue;
    found[2 * seen.size] = keys[i];
    found[2 * seen.size + 1] = keys[i + 1];
    seen.add(key);
  }
  return found.slice(0, 2 * seen.size);
}

/**
 * Counts by 64-bit key, in typed arrays: what the corpus keeps per line and per word of a source. A key whose count
 * returns to 0 answers like one never seen. The key (0, 0) is not for use: it marks what is free.
 */
export class Tally {
  private keys: Uint32Array;
  private values: Int32Array;
  private used = 0;
  private mask: number;

  constructor() {
    const size = 64;
    this.keys = new Uint32Array(size * 2);
    this.values = new Int32Array(size);
    this.mask = size - 1;
  }

  /** Places for keys. */
  get room(): number {
    return this.values.length;
  }

  /** The count of a key, 0 where it was never added. */
  get(high: number, low: number): number {
    const slot = this.find(high, low);
    return slot < 0 ? 0 : this.values[slot];
  }

  /** Adds `delta` to the count of a key and returns the new count. */
  add(high: number, low: number, delta: number): number {
    if (this.used * 2 > this.mask) this.grow();
    const { keys, mask } = this;
    let slot = (high ^ Math.imul(low, 0x9e3779b1)) & mask;
    for (;;) {
      const h = keys[2 * slot];
      const l = keys[2 * slot + 1];
      if (h === high && l === low) break;
      if (h === 0 && l === 0) {
        keys[2 * slot] = high;
        keys[2 * slot + 1] = low;
        this.used++;
        break;
      }
      slot = (slot + 1) & mask;
    }
    this.values[slot] += delta;
    return this.values[slot];
  }

  /** The keys counted at least `minimum` times, with their counts, in the order of keys: high, low, count, high, low, count … */
  atLeast(minimum: number): Uint32Array {
    const slots: number[] = [];
    for (let slot = 0; slot <= this.mask; slot++) if (this.values[slot] >= minimum) slots.push(slot);
    slots.sort((a, b) => this.keys[2 * a] - this.keys[2 * b] || this.keys[2 * a + 1] - this.keys[2 * b + 1]);
    const found = new Uint32Array(3 * slots.length);
    slots.forEach((slot, i) => {
      found.set([this.keys[2 * slot], this.keys[2 * slot + 1], this.values[slot]], 3 * i);
    });
    return found;
  }

  private find(high: number, low: number): number {
    let slot = (high ^ Math.imul(low, 0x9e3779b1)) & this.mask;
    for (;;) {
      const [h, l] = [this.keys[2 * slot], this.keys[2 * slot + 1]];
      if (h === high && l === low) return slot;
      if (h === 0 && l === 0) return -1;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Makes room, first by letting go of the keys that count nothing any more. */
  private grow(): void {
    const { keys, values } = this;
    let alive = 0;
    for (let slot = 0; slot < values.length; slot++) if (values[slot] !== 0) alive++;
    const size = alive * 4 > values.length ? values.length * 2 : values.length;
    this.keys = new Uint32Array(size * 2);
    this.values = new Int32Array(size);
    this.mask = size - 1;
    this.used = 0;
    for (let slot = 0; slot < values.length; slot++) {
      if (values[slot] !== 0) this.add(keys[2 * slot], keys[2 * slot + 1], values[slot]);
    }
  }
}
