import { HEADLINE_WORDS } from '../corpus/headline';
import { isProse, type OwnBlock } from '../corpus/prose';
import type { Article } from '../text/article';
import { SCRIPT_BITS, Script } from '../text/scan';
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

/** The share of its words from which on numbers make a line a time or a date: half of the words of `06:47, 10 May 2009` and more, none of most headlines. */
const STAMP = 0.3;

const isStamp = ({ words, blocks }: Article, { block, end }: OwnBlock): boolean => {
  let numbers = 0;
  let all = 0;
  for (let w = blocks.firstWord[block]; w < blocks.firstWord[block + 1] && words.end[w] <= end; w++, all++) {
    if ((words.kind[w] & SCRIPT_BITS) === Script.NUMBER) numbers++;
  }
  return numbers >= STAMP * all;
};

/** Articles whose text was lost: nothing in them, or nothing but a headline with its byline, or what the site put around it. */
export const emptyArticle = rule({
  id: 'empty-article',
  group: 'file',
  severity: 'warning',
  summary: 'An article holds no text.',
  page,
  readsLeftovers: true,
  kinds: {
    empty: 'The file is empty.',
    blank: 'The file holds blanks and line ends alone.',
    leftovers: 'The article holds nothing but what the site put there.',
    headline: 'The article holds a headline and no text.',
  },
  options: {},

  *check(article, { facts, judgement }) {
    const { text, blocks, fault } = article;
    if (fault) return;
    if (blocks.count === 0) {
      const kind = text === '' ? 'empty' : 'blank';
      yield { start: 0, end: 0, message: kind, data: { kind } };
      return;
    }
    const { own } = facts;
    // Nearly every article has lines enough.
    if (own.length > MOST_LINES + 1) return;
    const headline = own.find((block) => !isStamp(article, block)) ?? own[0];
    const rest = own.filter((block) => block !== headline);
    if (!headline) {
      yield { start: blocks.start[0], end: blocks.end[0], message: 'leftovers', data: { kind: 'leftovers' } };
      return;
    }
    if (rest.some(isText) || rest.reduce((sum, { words }) => sum + words, 0) > MOST_WORDS) return;
    // A headline may be a sentence; without anything below it, a sentence may be the text.
    if (headline.words > HEADLINE_WORDS.most || headline.end - headline.start > 2 * MOST_LENGTH || (rest.length === 0 && headline.stopped)) return;
    // A corpus of headlines is no fault: only where the other articles of the source hold a text was one lost.
    if (!judgement) return;
    const usual = judgement.profile.get(article.source)?.holdsText ?? false;
    yield { start: headline.start, end: headline.end, message: 'headline', ...(!usual && { severity: 'info' }), data: { kind: 'headline' } };
  },
});
