import { workerData } from 'node:worker_threads';
import { facets, type Watch } from '../corpus/evidence';
import { rules } from '../rules/index';

/** What a run spends its time on: steps of the engine, and what facets and rules take of them. */
export type Part = Step | `${'evidence' | 'judgement'} of ${keyof typeof facets}` | `rule ${string}`;

/**
 * `evidence` is all that is done to gather it beside what the facets take, `findings` all that is done to an article for
 * its report beside reading it, finding its leftovers and what the rules take.
 */
type Step = 'reading' | 'scan' | 'evidence' | 'leftovers' | 'findings';

const FACETS = Object.keys(facets) as (keyof typeof facets)[];

const PARTS: readonly Part[] = [
  ...(['reading', 'scan', 'evidence'] as const),
  ...FACETS.map((name) => `evidence of ${name}` as const),
  ...FACETS.map((name) => `judgement of ${name}` as const),
  ...(['leftovers', 'findings'] as const),
  ...rules.map(({ id }) => `rule ${id}` as const),
];
const PLACES = new Map(PARTS.map((part, place) => [part, place]));

/** Milliseconds by part, a row for each thread; none while nothing is timed. */
const rows: Float64Array[] = [];
/** The row of this thread. */
let own: Float64Array | null = null;
/** Milliseconds that the parts within the present one took. */
let within = 0;

/** From now on the run is timed, in this thread and in those that begin after it. */
export function startStopwatch(): void {
  own ??= newRow();
}

/** What a new thread of the run needs in order to be timed; undefined while nothing is. */
export const stopwatchRow = (): Float64Array | undefined => (own ? newRow() : undefined);

/** Milliseconds by part, of all threads together, in the order of `PARTS`. They go by the clock: on a busy machine a thread waits within them. */
export function readStopwatch(): (readonly [part: string, milliseconds: number])[] {
  return PARTS.map((part, place) => [part, rows.reduce((sum, row) => sum + row[place], 0)]);
}

/** Does some work and, while the run is timed, notes what it took, without the parts within it. */
export function timed<Result>(part: Part, work: () => Result): Result {
  if (!own) return work();
  const outer = within;
  within = 0;
  const begin = performance.now();
  try {
    return work();
  } finally {
    const took = performance.now() - begin;
    own[PLACES.get(part)!] += took - within;
    within = outer + took;
  }
}

function newRow(): Float64Array {
  const row = new Float64Array(new SharedArrayBuffer(8 * PARTS.length));
  rows.push(row);
  return row;
}

/** Times what facets do. They know no clock themselves. */
export const watchFacets: Watch = (facet, step, work) => (own ? timed(`${step} of ${facet}`, work) : work());

/** What a rule finds, in time that is noted as the rule's: all at once then, else as it is asked for. */
export const timedRule = <Problem>(id: string, found: Iterable<Problem>): Iterable<Problem> => (own ? timed(`rule ${id}`, () => [...found]) : found);

// A thread of the pool finds its row behind the pool's own data.
if (Array.isArray(workerData) && workerData[1] instanceof Float64Array) own = workerData[1];
