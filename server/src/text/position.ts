import type { Article } from './article';

/** A place as the doors speak of it: line and UTF-16 unit, both counted from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The line and character of a UTF-16 offset. */
export function positionAt({ lineStarts }: Pick<Article, 'lineStarts'>, offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - lineStarts[low] };
}
