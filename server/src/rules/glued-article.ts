import { HEADLINE_WORDS } from '../corpus/headline';
import { plain } from '../corpus/leftovers/plain';
import { PARAGRAPH_WORDS } from '../corpus/leftovers/shape';
import { type Article, blockKey, blockText, blockWords } from '../text/article';
import { CLASS, Class } from '../text/characters';
import { endsSentence } from '../text/sentence';
import page from './glued-article.md';
import { type Problem, rule } from './rule';

/** What agencies write under the last line of a message, as `plain` has it. */
const END_MARKS: ReadonlySet<string> = new Set(['انتهي', 'انتهي الخبر', 'انتهاي خبر', 'انتهاي پيام', 'nnnn']);
/** An end mark is no longer than this, in UTF-16 units. */
const LONGEST_MARK = 24;

/** Lines with bylines and places between a headline and the text below it. */
const MOST_LINES = 3;
/** A line that recurs in so many articles of a source, with a dash or a colon in it, is where its stories say who and whence. */
const RECURRING = 5;
const DATELINE = /\s[-–—ـ]\s|:$/u;
/** Names of places and writers, in words. */
const LONGEST_DATELINE = 8;

type Kind = 'other-article' | 'end-mark' | 'dateline';

/** Files that hold several articles, one after another. */
export const gluedArticle = rule({
  id: 'glued-article',
  group: 'file',
  severity: 'warning',
  summary: 'Several articles were glued into one.',
  page,
  readsLeftovers: true,
  kinds: {
    'other-article': 'Here begins another article, which the corpus has on its own: {text}.',
    'end-mark': 'An agency’s message ends above this line, and another begins: {text}.',
    dateline: 'Another article seems to begin here, with a headline and a dateline of its own: {text}.',
  },
  options: {},

  *check(article, { facts, judgement }) {
    const { blocks } = article;
    const lines = judgement?.lines;
    const repeated = lines?.sources.get(article.source)?.repeated;
    // A page's description stands above the headline and is none of its text.
    const first = facts.own.find(({ words }) => words >= PARAGRAPH_WORDS)?.block ?? blocks.count;
    for (let b = first + 1; b + 1 < blocks.count; b++) {
      const words = blockWords(article, b);
      if (words < HEADLINE_WORDS.least || words >= PARAGRAPH_WORDS) continue;
      const text = textBelow(article, b);
      if (text < 0) continue;
      const isOther = (): boolean =>
        lines !== undefined &&
        repeated !== undefined &&
        lines.headlines.has(blockKey(article, b)) &&
        isOthers(article, text, repeated) &&
        !isOthers(article, first, repeated);
      const kind: Kind | null = followsEnd(article, b)
        ? 'end-mark'
        : isOther()
          ? 'other-article'
          : repeated && hasDateline(article, b, text, repeated)
            ? 'dateline'
            : null;
      if (kind) yield problemAt(article, b, kind);
    }
  },
});

function problemAt({ text, blocks }: Article, b: number, kind: Kind): Problem {
  const [start, end] = [blocks.start[b], blocks.end[b]];
  const problem = { start, end, message: kind, slots: { text: text.slice(start, end) }, data: { kind } };
  return kind === 'dateline' ? { ...problem, severity: 'info' } : problem;
}

/** The paragraph that stands below a headline, a few short lines between them; -1 where none does. */
function textBelow(article: Article, headline: number): number {
  const last = Math.min(article.blocks.count - 1, headline + 1 + MOST_LINES);
  for (let b = headline + 1; b <= last; b++) if (blockWords(article, b) >= PARAGRAPH_WORDS) return b;
  return -1;
}

/** Whether another article of the source has a paragraph too. */
const isOthers = (article: Article, b: number, repeated: ReadonlyMap<number, number>): boolean => repeated.has(blockKey(article, b));

function followsEnd({ text, blocks }: Article, b: number): boolean {
  const [start, end] = [blocks.start[b - 1], blocks.end[b - 1]];
  return end - start <= LONGEST_MARK && END_MARKS.has(plain(text, start, end));
}

/** Whether block `b` follows a paragraph's end as a headline does, and a dateline of the source stands below it and one below the article's own headline. */
function hasDateline(article: Article, b: number, text: number, repeated: ReadonlyMap<number, number>): boolean {
  const { blocks } = article;
  if (text !== b + 2 || !isDateline(article, b + 1, repeated) || !isDateline(article, 1, repeated)) return false;
  const isQuote = CLASS[article.text.charCodeAt(blocks.start[b])] === Class.QUOTE;
  const ends = (block: number): boolean => endsSentence(article.text, blocks.start[block], blocks.end[block]);
  return !isQuote && !ends(b) && blockWords(article, b - 1) >= PARAGRAPH_WORDS && ends(b - 1);
}

function isDateline(article: Article, b: number, repeated: ReadonlyMap<number, number>): boolean {
  const words = blockWords(article, b);
  return words > 1 && words <= LONGEST_DATELINE && (repeated.get(blockKey(article, b)) ?? 0) >= RECURRING && DATELINE.test(blockText(article, b));
}
