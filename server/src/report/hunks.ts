/** Lines `oldStart` up to `oldEnd` of a text that became lines `newStart` up to `newEnd` of another. 0-based. */
export interface Change {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Lines that are looked at on both sides for where two texts agree again: fixes change lines in place or take a few out. */
const NEAR = 8;

/** The lines of a text, each with its line feed. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * What changed between two texts, by lines, in order; not always the least, but in time that grows with their length. Fixes leave the
 * order of lines as it is, so the texts are read side by side: where they differ, first near by for a line that both go on with, then
 * for the next line that stands once in the rest.
 */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = [];
  const places = new Map<string, number>();
  after.forEach((line, at) => void places.set(line, places.has(line) ? -1 : at));
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      i++;
      j++;
      continue;
    }
    const [oldEnd, newEnd] = nextCommon(before, after, i, j, places);
    const last = changes.at(-1);
    if (last?.oldEnd === i && last.newEnd === j) changes[changes.length - 1] = { ...last, oldEnd, newEnd };
    else changes.push({ oldStart: i, oldEnd, newStart: j, newEnd });
    [i, j] = [oldEnd, newEnd];
  }
  return changes;
}

/** Where two texts that differ at `i` and `j` go on alike; both ends where they don't. */
function nextCommon(
  before: readonly string[],
  after: readonly string[],
  i: number,
  j: number,
  places: ReadonlyMap<string, number>,
): [number, number] {
  for (let distance = 1; distance <= 2 * NEAR; distance++) {
    for (let inOld = Math.max(0, distance - NEAR); inOld <= Math.min(NEAR, distance); inOld++) {
      const [a, b] = [i + inOld, j + distance - inOld];
      if (a < before.length && b < after.length && before[a] === after[b]) return [a, b];
    }
  }
  for (let a = i; a < before.length; a++) {
    const b = places.get(before[a]) ?? -1;
    if (b >= j) return [a, b];
  }
  return [before.length, after.length];
}
