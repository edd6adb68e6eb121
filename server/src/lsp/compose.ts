import type { Edit } from '../rules/rule';

/** A piece of a text that edits made: what stood in the first text from `start` to `end`, or what an edit wrote. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

const lengthOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.end - piece.start);

const cut = (piece: Piece, from: number, to: number): Piece =>
  'text' in piece ? { text: piece.text.slice(from, to) } : { start: piece.start + from, end: piece.start + to };

/**
 * Rounds of edits, each on the text that the one before it left, as one set of edits of the first text, in reading order.
 * The edits of a round don't overlap.
 */
export function compose(text: string, rounds: readonly (readonly Edit[])[]): Edit[] {
  let pieces: Piece[] = [{ start: 0, end: text.length }];
  for (const round of rounds) pieces = apply(pieces, round);
  const edits: Edit[] = [];
  let at = 0;
  let written = '';
  const close = (end: number): void => {
    const edit = trim(text, { start: at, end, text: written });
    if (edit.start < edit.end || edit.text !== '') edits.push(edit);
    written = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) written += piece.text;
    else {
      close(piece.start);
      at = piece.end;
    }
  }
  close(text.length);
  return edits;
}

/** Applies edits of the text that the pieces are. */
function apply(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  let p = 0;
  /** Units of `pieces[p]` that are done with. */
  let used = 0;
  let at = 0;
  const advance = (to: number, keep: boolean): void => {
    while (at < to) {
      const step = Math.min(to - at, lengthOf(pieces[p]) - used);
      if (keep && step > 0) result.push(cut(pieces[p], used, used + step));
      at += step;
      used += step;
      if (used === lengthOf(pieces[p])) {
        p++;
        used = 0;
      }
    }
  };
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) continue;
    advance(start, true);
    advance(end, false);
    if (text !== '') result.push({ text });
  }
  const whole = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  advance(whole, true);
  return result;
}

/** Without what an edit writes just as it was, at its ends. Characters outside the basic plane aren't torn apart. */
function trim(old: string, { start, end, text }: Edit): Edit {
  let from = 0;
  let rest = 0;
  const most = Math.min(end - start, text.length);
  while (from < most && old[start + from] === text[from]) from++;
  if (from > 0 && isHigh(text.charCodeAt(from - 1))) from--;
  while (rest < most - from && old[end - 1 - rest] === text[text.length - 1 - rest]) rest++;
  if (rest > 0 && isLow(text.charCodeAt(text.length - rest))) rest--;
  return { start: start + from, end: end - rest, text: text.slice(from, text.length - rest) };
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
