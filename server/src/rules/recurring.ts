import type { Slots } from './phrase';
import type { Edit, Fix, Problem } from './rule';

/** A place of a fault and what is to stand there. */
export interface Place extends Edit {
  /** No reader could want the old text here. */
  readonly safe: boolean;
}

/**
 * A fault that recurs through an article, as one problem at its first place: a message for `once` or `often` (slot `others`), a fix of
 * the safe places and, where some are in doubt, one of all (`write` with slot `word`, what is written there, or `writeAll` with slot `count`). `places` are in the order of the text.
 */
export function recurring(places: readonly Place[], data: Readonly<Record<string, unknown>>, slots: Slots = {}): Problem {
  const count = places.length;
  const safe = places.filter((place) => place.safe);
  const fixes: Fix[] = [];
  if (safe.length > 0) fixes.push(fixOf(safe, true, slots));
  if (safe.length < count) fixes.push(fixOf(places, false, slots));
  return {
    start: places[0].start,
    end: places[0].end,
    message: count === 1 ? 'once' : 'often',
    slots: { ...slots, others: count - 1 },
    fixes,
    data: { ...data, count, places: places.map(({ start }) => start) },
  };
}

function fixOf(places: readonly Place[], safe: boolean, slots: Slots): Fix {
  const edits = places.map(({ start, end, text }) => ({ start, end, text }));
  return { title: places.length === 1 ? 'write' : 'writeAll', slots: { ...slots, count: places.length, word: places[0].text }, safe, edits };
}
