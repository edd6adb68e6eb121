import { PARAGRAPH_WORDS } from '../corpus/leftovers/shape';
import { type Article, blockWords, nearestLineEnd } from '../text/article';
import { shorten } from '../text/excerpt';
import { removal } from './removal';
import type { Context, Problem } from './rule';

/** A caption has so many words at least and at most, the one that lost its blank among them. */
const WORDS = [2, 14] as const;
/** UTF-16 units of a caption that a message shows. */
const SHOWN = 60;
/** How sure such a piece is a caption: of 28 in 17,120 articles, all read, 27 were; so few promise no more. */
const CONFIDENCE = 0.9;

/** Anything that a sentence has, and the words under a picture haven't. */
const SIGNS = /[.!؟?…:،,؛;«»"“”()\p{Nd}]/u;
/** What goes on with a sentence, glued or not: the article (but verbs that begin like it), and words that join. */
const GOES_ON =
  /^(?:ال(?!تقى|تقت|تقيا|تحق|تزم|تهم)|لل|(?:[وفبل]?(?:في|من|على|عن|إلى|الى|أن|ان|إن|التي|الذي|الذين|مع|بعد|قبل|كما|هو|هي|غير|أو|او|ما|لا))(?![\p{L}])|[بلك]\p{L})/u;
/** No caption ends with these. Behind a letter that joins no other one, it was the typist who missed the blank. */
const JOINS = /^(?:[وفبل]?(?:في|من|على|عن|إلى|الى|أن|ان|إن|حتى|لدى|متى|سوى))$|[اأإآدذرزوؤء]$/u;

/**
 * The caption that a page ran into the first words of the text: words without a sign, up to one that the corpus knows as two, the second
 * of which doesn't go on with them.
 */
export function* gluedCaption(article: Article, { facts, leftovers }: Context<object>): Generator<Problem> {
  const { text, blocks, words } = article;
  if (article.language !== 'ar' || facts.misspelt.length === 0) return;
  let b = 1;
  while (b < blocks.count && (blockWords(article, b) < PARAGRAPH_WORDS || leftovers.covers(blocks.start[b], blocks.end[b]))) b++;
  if (b >= blocks.count) return;
  const start = blocks.start[b];
  const from = blocks.firstWord[b];
  const glued = facts.misspelt.find((word) => word.start >= start && word.misspelling.kind === 'glued');
  if (glued?.misspelling.kind !== 'glued' || glued.start >= blocks.end[b]) return;
  let w = from;
  while (words.start[w] < glued.start) w++;
  if (w - from + 1 < WORDS[0] || w - from + 1 > WORDS[1]) return;
  const at = glued.start + glued.misspelling.at;
  if (SIGNS.test(text.slice(start, at)) || GOES_ON.test(text.slice(at, glued.end)) || JOINS.test(text.slice(glued.start, at))) return;
  const end = nearestLineEnd(article, at);
  yield {
    start,
    end: at,
    message: 'caption',
    slots: { text: shorten(text.slice(start, at), SHOWN) },
    fixes: [
      { title: 'part', safe: false, edits: [{ start: at, end: at, text: end + end }] },
      { title: 'remove', safe: false, edits: [removal(article, start, at)] },
    ],
    data: { kind: 'caption', confidence: CONFIDENCE, evidence: { glued: true } },
  };
}
