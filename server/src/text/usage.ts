import { Family, type Glyph, LOW_MARK, Role } from './quotations';

/** How often each of the two glyphs of a family surely opens and surely closes. */
export interface Usage {
  readonly firstOpens: number;
  readonly firstCloses: number;
  readonly secondOpens: number;
  readonly secondCloses: number;
}

/** Families whose order is a matter of convention; `Usage` is counted for them, four numbers each. */
export const USAGE_LENGTH = 8;

/** Adds to `counts` (four numbers for guillemets, four for curly marks, in the order of `Usage`) what a mark tells. */
export function countUsage({ family, usual, glyph }: Glyph, lean: number, counts: Uint32Array): void {
  if (family > Family.CURLY || (lean < 2 && lean > -2) || glyph === LOW_MARK) return;
  counts[4 * family + (usual === Role.OPENS ? 0 : 2) + (lean > 0 ? 0 : 1)]++;
}

/** The usage of a family in such counts. */
export const usageOf = (counts: ArrayLike<number>, family: number): Usage => ({
  firstOpens: counts[4 * family],
  firstCloses: counts[4 * family + 1],
  secondOpens: counts[4 * family + 2],
  secondCloses: counts[4 * family + 3],
});
