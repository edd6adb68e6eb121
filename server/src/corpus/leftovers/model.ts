import type { Article } from '../../text/article';
import { EXPECTED, NONE, PAGE, SIGN_NAMES, type Sign, type Telling } from './signs';
import { CONFIDENCE, WEIGHTS } from './weights';

/** The weights of all signs at their numbers, and where the sum begins. Log odds. */
export interface Weights {
  readonly bias: number;
  readonly of: Float64Array;
}

/** What blocks are weighed by, twice. */
export interface Model {
  /** For a block by what it says itself. */
  readonly alone: Weights;
  /** For a block with all that is known of those around it. */
  readonly together: Weights;
}

/** A model of a table of weights by name; the entry without a name is where the sum begins. */
export function modelOf(table: ReadonlyMap<string, readonly [alone: number, together: number]>): Model {
  const column = (n: 0 | 1): Weights => ({
    bias: table.get('')?.[n] ?? 0,
    of: Float64Array.from(SIGN_NAMES, (name, sign) => table.get(name)?.[n] ?? EXPECTED[sign]),
  });
  return { alone: column(0), together: column(1) };
}

let shipped: Model | undefined;
/** The model that is shipped; made when it is first asked for, when all signs have their numbers. */
export function shippedModel(): Model {
  shipped ??= modelOf(WEIGHTS);
  return shipped;
}

/** Log odds that a block with these signs is a leftover. */
export function weigh(signs: ArrayLike<Sign>, { bias, of }: Weights): number {
  let sum = bias;
  for (let i = 0; i < signs.length; i++) sum += of[signs[i]];
  return sum;
}

/** From these log odds on a block is reported: as one with a sign that tells what it is, and as one that shape and place alone speak for. */
export const REPORTED = { told: 0, shape: 0.5 } as const;

/**
 * Whether a block is reported as a leftover. Some sign must tell what it is; on a page, before, between and after its paragraphs, shape and
 * place alone do, but not in Arabic and Persian: what is known of their pages is known from one outlet, where captions, quotations set apart
 * and subheads look the same. Where there are no paragraphs, short lines are captions in a gallery.
 */
export function isReported(odds: number, tells: boolean, language: Article['language'], level: number, zone: number): boolean {
  if (tells) return odds >= REPORTED.told;
  return language === 'other' && level === PAGE && zone !== NONE && odds >= REPORTED.shape;
}

/** How often blocks with such log odds were leftovers, as was counted on outlets that the weights weren't learned from. */
export function confidenceOf(tells: boolean, odds: number): number {
  let confidence = 0.5;
  for (const [from, share] of tells ? CONFIDENCE.told : CONFIDENCE.shape) if (odds >= from) confidence = share;
  return confidence;
}

/** What a leftover is: of what its signs tell, the weightiest. That a line recurs says less of what it is than its own words do, where they are known. */
export function weightiest(tellings: readonly Telling[], { of }: Weights): Telling | undefined {
  const speaks = tellings.some(({ told }) => told.phrase !== undefined);
  let best: Telling | undefined;
  for (const telling of tellings) {
    if (speaks && telling.kind === 'repeated') continue;
    if (!best || of[telling.sign] > of[best.sign]) best = telling;
  }
  return best;
}
