import { SHORT_PARAGRAPH_WORDS } from '../corpus/leftovers/shape';
import { isProseBlock } from '../corpus/prose';
import { type Article, blockWords, nearestLineEnd } from '../text/article';
import { CLASS, Class } from '../text/characters';
import { endsSentence } from '../text/sentence';
import page from './lost-paragraph.md';
import { type Edit, type Fix, rule } from './rule';

/**
 * A line that lost its paragraphs holds at least so many whole ones with a run of blanks behind each, or one among so many
 * pieces. Of 17,120 raw articles, those of pages flattened into one line hold eight runs of blanks and more, all others
 * but five hold three at most: verse, lists and credits.
 */
const PARAGRAPHS = 3;
const PIECES = 9;

/** The runs of blanks, as edits that put line ends in their place, of the lines where paragraphs were lost; and those of them that part no sentence. */
function breaksOf(article: Article): { all: Edit[]; sure: Edit[] } {
  const { text, blocks } = article;
  const all: Edit[] = [];
  const sure: Edit[] = [];
  for (let first = 0; first < blocks.count; ) {
    let next = first + 1;
    while (next < blocks.count && blocks.line[next] === blocks.line[first]) next++;
    if (next - first <= PARAGRAPHS) {
      first = next;
      continue;
    }
    const lost = next - first >= PIECES ? paragraphsIn(article, first, next) > 0 : paragraphsIn(article, first, next - 1) >= PARAGRAPHS;
    if (lost) {
      const end = nearestLineEnd(article, blocks.start[first]);
      let paragraph = first;
      while (paragraph < next && !isProseBlock(article, paragraph)) paragraph++;
      for (let b = first; b + 1 < next; b++) {
        const edit = { ...longestRun(text, blocks.end[b], blocks.start[b + 1]), text: end + end };
        all.push(edit);
        if (!runsOn(article, b, paragraph)) sure.push(edit);
      }
    }
    first = next;
  }
  return { all, sure };
}

/**
 * Whether a sentence may go on behind the run of blanks after a block, where a link stood perhaps: nothing ends it there. Above the text, from its
 * `first` paragraph on, the pieces are those of the page, and all but long ones end where they end.
 */
function runsOn(article: Article, b: number, first: number): boolean {
  const { text, blocks } = article;
  const end = blocks.end[b];
  return (b >= first || blockWords(article, b) >= SHORT_PARAGRAPH_WORDS) && text[end - 1] !== ':' && !endsSentence(text, blocks.start[b], end);
}

/** The longest run of blanks between two blocks: marks of direction, which nobody sees, may stand before or behind it. */
function longestRun(text: string, from: number, to: number): { start: number; end: number } {
  let longest = { start: from, end: from };
  for (let at = from, start = from; at < to; at++) {
    if (CLASS[text.charCodeAt(at)] !== Class.BLANK) start = at + 1;
    else if (at + 1 - start > longest.end - longest.start) longest = { start, end: at + 1 };
  }
  return longest;
}

/** How many of the blocks from `first` up to `next` are paragraphs; no more than `PARAGRAPHS` are counted. */
function paragraphsIn(article: Article, first: number, next: number): number {
  let count = 0;
  for (let b = first; b < next && count < PARAGRAPHS; b++) if (isProseBlock(article, b)) count++;
  return count;
}

/** Whether a line holds more blocks than `PARAGRAPHS`. Without a run of blanks every line is one block, so few do. */
function hasLineOfSeveral({ blocks }: Article): boolean {
  for (let b = PARAGRAPHS; b < blocks.count; b++) if (blocks.line[b] === blocks.line[b - PARAGRAPHS]) return true;
  return false;
}

/** Pages that were flattened into a line, with runs of blanks where paragraphs ended. */
export const lostParagraph = rule({
  id: 'lost-paragraph',
  group: 'file',
  severity: 'warning',
  summary: 'Paragraphs ran into one line, with runs of blanks between them.',
  page,
  readsLeftovers: true,
  messages: {
    lost: {
      by: 'count',
      one: 'A run of blanks stands here where a paragraph ended.',
      other: '{count} runs of blanks stand where paragraphs ended; this is the first.',
    },
    part: 'Put line ends back',
    partAll: 'Put line ends back, within sentences too',
  },
  options: {},

  *check(article) {
    if (!hasLineOfSeveral(article)) return;
    const { all, sure } = breaksOf(article);
    if (all.length === 0) return;
    const [{ start, end }] = all;
    const count = all.length;
    const fixes: Fix[] = [];
    if (sure.length > 0) fixes.push({ title: 'part', safe: true, edits: sure });
    if (sure.length < count) fixes.push({ title: 'partAll', safe: false, edits: all });
    yield { start, end, message: 'lost', slots: { count }, fixes, data: { kind: 'lost-paragraph', count } };
  },
});
