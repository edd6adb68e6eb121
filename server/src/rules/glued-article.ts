import { HEADLINE_WORDS } from '../corpus/headline';
import { PARAGRAPH_WORDS } from '../corpus/leftovers/leftovers';
import { plain } from '../corpus/leftovers/plain';
import { blockKey } from '../corpus/lines';
import type { Article } from '../text/article';
import { blockWords } from '../text/article';
import page from './glued-article.md';
import { type Context, type Problem, rule } from './rule';

/** What agencies write under the last line of a message, as `plain` has it. */
const END_MARKS: ReadonlySet<string> = new Set(['انتهي', 'انتهي الخبر', 'انتهاي خبر', 'انتهاي پيام', 'nnnn']);
/** An end mark is no longer than this, in UTF-16 units. */
const LONGEST_MARK = 24;

/** Files that hold several articles, one after another. */
export const gluedArticle = rule({
  id: 'glued-article',
  group: 'file',
  severity: 'warning',
  summary: 'Several articles were glued into one.',
  page,
  readsLeftovers: true,
  hasKinds: true,
  messages: {
    'other-article': 'Here begins another article, which the corpus has on its own: {text}.',
    'end-mark': 'An agency’s message ends above this line, and another begins: {text}.',
  },
  options: {},

  *check(article, context) {
    const { blocks } = article;
    let text = -1;
    for (let b = 0; b + 1 < blocks.count; b++) {
      const words = blockWords(article, b);
      if (words >= PARAGRAPH_WORDS) {
        if (text < 0) text = b;
        continue;
      }
      // What stands below a headline that is another article's is that article's first paragraph.
      if (text < 0 || words < HEADLINE_WORDS.least || blockWords(article, b + 1) < PARAGRAPH_WORDS) continue;
      const kind = isOtherArticle(article, text, b, context) ? 'other-article' : followsEnd(article, b) ? 'end-mark' : null;
      if (kind) yield problemAt(article, b, kind);
    }
  },
});

function problemAt({ text, blocks }: Article, b: number, kind: string): Problem {
  const [start, end] = [blocks.start[b], blocks.end[b]];
  return { start, end, message: kind, slots: { text: text.slice(start, end) }, data: { kind } };
}

/** Whether block `b` is the headline of another article of the source, and the paragraph below it is that article's, while the text began with one of its own. */
function isOtherArticle(article: Article, text: number, b: number, { judgement }: Context<object>): boolean {
  if (!judgement) return false;
  const { headlines, sources } = judgement.lines;
  const repeated = sources.get(article.source)?.repeated;
  return headlines.has(blockKey(article, b)) && (repeated?.has(blockKey(article, b + 1)) ?? false) && !repeated?.has(blockKey(article, text));
}

function followsEnd({ text, blocks }: Article, b: number): boolean {
  const [start, end] = [blocks.start[b - 1], blocks.end[b - 1]];
  return end - start <= LONGEST_MARK && END_MARKS.has(plain(text, start, end));
}
