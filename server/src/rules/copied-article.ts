import { LISTED } from '../corpus/copies/copies';
import { MOST } from '../corpus/copies/pairs';
import type { Article } from '../text/article';
import page from './copied-article.md';
import { type Context, type Problem, rule } from './rule';

/** Articles of which half or more stands in another article too. */
export const copiedArticle = rule({
  id: 'copied-article',
  group: 'duplicates',
  severity: 'warning',
  summary: 'The article, or most of it, stands in the corpus once more.',
  page,
  messages: {
    again: 'This article stands word for word in {article}.',
    first: 'This article stands word for word in {article} too.',
    firstOfMany: {
      by: 'rest',
      one: 'This article stands word for word in {article} too, and one more article holds half of it or more.',
      other: 'This article stands word for word in {article} too, and {rest} more articles hold half of it or more.',
    },
    near: '{percent} % of this article stands in {article} too.',
    nearMany: {
      by: 'rest',
      one: '{percent} % of this article stands in {article} too, and one more article holds half of it or more.',
      other: '{percent} % of this article stands in {article} too, and {rest} more articles hold half of it or more.',
    },
    crowded: 'Most of this article stands in more than {most} others; which of them are copies was not compared.',
  },
  options: {},

  *check(article: Article, { judgement, leftovers }: Context<object>): Generator<Problem> {
    const copied = judgement?.copies.get(article.id);
    if (!copied) return;
    const { blocks } = article;
    const b = blocks.start.findIndex((start, n) => !leftovers.covers(start, blocks.end[n]));
    if (b < 0) return;
    const { others, count, crowded } = copied;
    const place = { start: blocks.start[b], end: blocks.end[b] };
    const data = { others, count, ...(count > others.length && { listed: LISTED }), ...(crowded && { crowded: MOST }) };
    if (others.length === 0) {
      yield { ...place, message: 'crowded', slots: { most: MOST }, severity: 'info', data: { kind: 'crowded', ...data } };
      return;
    }
    // The first of several that one outlet has is the one to stay.
    const first = others.find(({ same, source, article: other }) => same && source === article.source && other < article.id);
    const { article: other, share, same } = first ?? others[0];
    yield {
      ...place,
      message: first ? 'again' : count > 1 ? (same ? 'firstOfMany' : 'nearMany') : same ? 'first' : 'near',
      slots: { article: other, rest: count - 1, percent: Math.round(100 * share) },
      severity: first ? 'warning' : 'info',
      data: { kind: same ? 'same' : 'near', share, ...data },
    };
  },
});
