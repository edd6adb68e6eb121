import type { Article } from '../text/article';
import { CLASS, Class, isStop } from '../text/characters';
import { runKey } from '../text/hash';

/** A piece is known by so many of its first words, and by fewer. */
export const PIECE_WORDS = 3;
/** What a site appends in the line of the last sentence has no more words than this. */
const LONGEST_PIECE = 60;

/**
 * The first word of what stands behind the last stop of block `b`, -1 where the block ends with its stop or has none. Sentences end
 * with stops; tag lists, links and invitations that a site glues on don't.
 */
export function closingPiece({ text, words, blocks }: Article, b: number): number {
  const from = blocks.firstWord[b];
  const end = blocks.firstWord[b + 1];
  if (end - from < 2 || endsWithStop(text, words.end[end - 1], blocks.end[b])) return -1;
  for (let w = end - 1; w > from && end - w <= LONGEST_PIECE; w--) {
    if (endsWithStop(text, words.end[w - 1], words.start[w]) && CLASS[text.charCodeAt(words.start[w] - 1)] === Class.BLANK) return w;
  }
  return -1;
}

/** Whether a stop stands between two words, or after the last. */
function endsWithStop(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isStop(text.charCodeAt(i))) return true;
  return false;
}

/** The keys of the first words of an article's closing pieces: of one, of two and of three, in its last two paragraphs. */
export function closingKeys(article: Article, paragraph: (b: number) => boolean): Float64Array {
  const keys = new Set<number>();
  const { blocks, words } = article;
  let seen = 0;
  for (let b = blocks.count - 1; b > 0 && seen < 2; b--) {
    if (!paragraph(b)) continue;
    seen++;
    const first = closingPiece(article, b);
    if (first < 0) continue;
    for (let count = 1; count <= PIECE_WORDS && first + count <= blocks.firstWord[b + 1]; count++) keys.add(runKey(words, first, first + count));
  }
  return Float64Array.from(keys);
}
