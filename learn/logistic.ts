import { type Weights, weigh } from '../server/src/corpus/leftovers/model';

/** One block: the numbers of its signs, whether it is a leftover, and how much it counts. */
export interface Example {
  readonly signs: Uint16Array;
  readonly leftover: boolean;
  readonly weight: number;
}

/** How far weights may go from what is expected of them, where something is and where nothing is: the variances of their normal priors. */
const VARIANCE = { expected: 1, open: 8 } as const;
const ROUNDS = 300;
const STEP = 0.1;

/**
 * The weights that make the labels most likely, each drawn to its `expected` value: logistic regression, by gradient ascent with steps
 * as in Kingma and Ba 2015 (Adam), over all examples at once, so that the same examples give the same weights.
 */
export function fit(examples: readonly Example[], expected: readonly number[]): Weights {
  const size = expected.length;
  // The bias comes last.
  const values = Float64Array.from([...expected, 0]);
  const of = values.subarray(0, size);
  const mean = new Float64Array(size + 1);
  const square = new Float64Array(size + 1);
  const gradient = new Float64Array(size + 1);
  for (let round = 1; round <= ROUNDS; round++) {
    gradient[size] = 0;
    for (let i = 0; i < size; i++) gradient[i] = (expected[i] - of[i]) / (expected[i] === 0 ? VARIANCE.open : VARIANCE.expected);
    for (const { signs, leftover, weight } of examples) {
      const error = weight * ((leftover ? 1 : 0) - 1 / (1 + Math.exp(-weigh(signs, { bias: values[size], of }))));
      gradient[size] += error;
      for (const sign of signs) gradient[sign] += error;
    }
    const step = (STEP * Math.sqrt(1 - 0.999 ** round)) / (1 - 0.9 ** round) / (1 + (3 * round) / ROUNDS);
    for (let i = 0; i <= size; i++) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
      square[i] = 0.999 * square[i] + 0.001 * gradient[i] ** 2;
      values[i] += (step * mean[i]) / (Math.sqrt(square[i]) + 1e-8);
    }
  }
  return { bias: values[size], of };
}

/** Blocks that are counted together at least, so that a step is more than chance. */
const POOL = 50;

/** Steps of a rising curve from log odds to the share of leftovers, by pooling neighbours that fall (isotonic regression). */
export function calibrate(scored: readonly { odds: number; leftover: boolean }[], from: number): [odds: number, share: number][] {
  const pools: { odds: number; hits: number; count: number }[] = [];
  for (const { odds, leftover } of [...scored].filter((s) => s.odds >= from).sort((a, b) => a.odds - b.odds)) {
    const last = pools.at(-1);
    if (last && last.count < POOL) {
      last.hits += leftover ? 1 : 0;
      last.count++;
    } else pools.push({ odds, hits: leftover ? 1 : 0, count: 1 });
    for (let i = pools.length - 1; i > 0 && pools[i].count >= POOL && pools[i].hits / pools[i].count <= pools[i - 1].hits / pools[i - 1].count; i--) {
      const { hits, count } = pools.pop()!;
      pools[i - 1].hits += hits;
      pools[i - 1].count += count;
    }
  }
  const steps: [number, number][] = [];
  for (const { odds, hits, count } of pools) {
    const share = Math.floor((100 * (hits + 1)) / (count + 2)) / 100;
    if (steps.length === 0 || share > steps.at(-1)![1]) steps.push([Math.round(odds * 10) / 10, share]);
  }
  return steps;
}
