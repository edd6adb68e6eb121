import { HEADLINE_WORDS } from '../corpus/headline';
import { isProse, type OwnBlock, ownBlocks } from '../corpus/prose';
import page from './empty-article.md';
import { rule } from './rule';

/** Verse, lists and captions of more lines than these are what an article may consist of. */
const MOST_LINES = 3;
/** So many words beside the headline are a short piece of news, wherever they stand. */
const MOST_WORDS = 15;
/** A whole sentence of so many words is a text, though a short one. */
const SENTENCE_WORDS = 5;
/** So many UTF-16 units are a text in scripts that don't part words. */
const MOST_LENGTH = 120;

const isText = (block: OwnBlock): boolean =>
  isProse(block) || block.end - block.start > MOST_LENGTH || (block.stopped && block.words >= SENTENCE_WORDS);

/** Articles whose text was lost: nothing in them, or nothing but a headline with its byline, or what the site put around it. */
export const emptyArticle = rule({
  id: 'empty-article',
  group: 'file',
  severity: 'warning',
  summary: 'An article holds no text.',
  page,
  readsLeftovers: true,
  hasKinds: true,
  messages: {
    empty: 'The file is empty.',
    blank: 'The file holds blanks and line ends alone.',
    leftovers: 'The article holds nothing but what the site put there.',
    headline: 'The article holds a headline and no text.',
  },
  options: {},

  *check(article, { leftovers, judgement }) {
    const { text, blocks, fault } = article;
    if (fault) return;
    if (blocks.count === 0) {
      const kind = text === '' ? 'empty' : 'blank';
      yield { start: 0, end: 0, message: kind, data: { kind } };
      return;
    }
    const [headline, ...rest] = ownBlocks(article, leftovers);
    if (!headline) {
      yield { start: blocks.start[0], end: blocks.end[0], message: 'leftovers', data: { kind: 'leftovers' } };
      return;
    }
    if (rest.length > MOST_LINES || rest.some(isText) || rest.reduce((sum, { words }) => sum + words, 0) > MOST_WORDS) return;
    // A headline may be a sentence; without anything below it, a sentence may be the text.
    if (headline.words > HEADLINE_WORDS.most || headline.end - headline.start > 2 * MOST_LENGTH || (rest.length === 0 && headline.stopped)) return;
    // A corpus of headlines is no fault: only where the other articles of the source hold a text was one lost.
    if (!judgement) return;
    const usual = judgement.profile.get(article.source)?.holdsText ?? false;
    yield { start: headline.start, end: headline.end, message: 'headline', ...(!usual && { severity: 'info' }), data: { kind: 'headline' } };
  },
});
