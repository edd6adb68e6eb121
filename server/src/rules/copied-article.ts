import { type Copied, LISTED } from '../corpus/copies/copies';
import { HALF, MOST } from '../corpus/copies/pairs';
import type { Leftovers } from '../corpus/leftovers/leftovers';
import type { Article } from '../text/article';
import page from './copied-article.md';
import { type Context, type Problem, rule } from './rule';

/** Share of the article's words that the site put there. */
function siteShare({ words }: Article, { all }: Leftovers): number {
  let count = 0;
  let w = 0;
  for (const { start, end, note } of all) {
    while (w < words.count && words.start[w] < start) w++;
    for (; w < words.count && words.start[w] < end; w++) if (!note) count++;
  }
  return count / words.count;
}

/** The copies that aren't made of the site's words: these can't be half of what is shared, or half of the rest is shared too. */
function ownCopies({ others, count, crowded }: Copied, site: number): Copied {
  const own = others.filter(({ share, same }) => same || HALF * share > site || share - site >= HALF * (1 - site));
  return { others: own, count: count - (others.length - own.length), crowded };
}

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
    const { others, count, crowded } = ownCopies(copied, siteShare(article, leftovers));
    if (others.length === 0 && !crowded) return;
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
