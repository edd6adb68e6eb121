import type { Article } from '../../text/article';
import { backOverBlanks, isLetter } from '../../text/characters';
import { runKey } from '../../text/hash';
import { AFTER_BREAK } from '../../text/scan';
import { closingPiece, PIECE_WORDS } from '../closings';
import type { Judgement } from '../evidence';
import { HEADLINE_WORDS } from '../headline';
import { OPENING } from '../lines';
import { announcementAt } from './announcements';
import { Begins, LONG_CUE_WORDS, mayBeginWith } from './beginnings';
import { buttonsAt } from './buttons';
import { captionsWithin } from './captions';
import type { Unnumbered } from './leftovers';
import { agencies, leadingCue } from './lexicon';
import { CUT_TAG, TAG } from './markup';
import { plain } from './plain';
import { findPrefixes } from './prefixes';
import { PARAGRAPH_WORDS, type Shape } from './shape';
import { addressAfter, isAfterStop, SIGNED, signaturesWithin } from './signatures';

type Span = Unnumbered;

/** Counted on the development set as in `blocks.ts`. */
const SURE = { markup: 0.9, cutMarkup: 0.85, headline: 0.92, cue: 0.9, endMark: 0.96, credit: 0.9, closing: 0.85 } as const;

/** Only the last lines of an article hold what a site appends; related headlines inside paragraphs are sought everywhere. */
const TAIL_BLOCKS = 3;

/** Leftovers inside a line: markup, headlines glued to a sentence, end marks, credits. */
export function findSpans(article: Article, shapes: readonly Shape[], headline: number, judgement: Judgement | null): Span[] {
  const spans: Span[] = [];
  markup(article.text, spans);
  captionsWithin(article, shapes, spans);
  findPrefixes(article, shapes, judgement, spans);
  insertions(article, shapes, judgement, spans);
  const last = shapes.findLastIndex(({ paragraph }) => paragraph);
  for (let b = Math.max(1, last - TAIL_BLOCKS + 1); b < shapes.length; b++) {
    if (!shapes[b].paragraph) continue;
    gluedHeadline(article, shapes, b, headline, judgement, spans);
    if (b === last) trailingCue(article, b, spans);
    closingByline(article, shapes, headline, b, spans);
  }
  if (article.text.includes(SIGNED))
    for (let b = 1; b < shapes.length; b++) if (shapes[b].paragraph) signaturesWithin(article.text, shapes[b], spans);
  if (last >= 0) tail(article.text, shapes[last], spans);
  // With what was glued on a short paragraph doesn't end with its stop.
  const closing = shapes.findLastIndex(({ words }) => words * 2 >= PARAGRAPH_WORDS);
  if (closing > last && closing > 0) trailingCue(article, closing, spans);
  if (closing > 0 && !spans.some(({ end }) => end === shapes[closing].end)) {
    addressAfter(article.text, shapes[closing], spans);
    recurringClosing(article, closing, judgement, spans);
  }
  return spans;
}

/** What the site set between the sentences of paragraphs: announcements of other stories, and buttons. */
function insertions(article: Article, shapes: readonly Shape[], judgement: Judgement | null, spans: Span[]): void {
  const { words, blocks } = article;
  for (let b = 1; b < shapes.length; b++) {
    if (!shapes[b].paragraph) continue;
    const last = blocks.firstWord[b + 1];
    for (let w = blocks.firstWord[b]; w < last; w++) {
      if ((words.kind[w] & AFTER_BREAK) === 0) continue;
      const begins = mayBeginWith(words, w);
      if (begins === 0) continue;
      const found =
        ((begins & Begins.RELATED) !== 0 && announcementAt(article, shapes[b], b, w, judgement)) || buttonsAt(article, shapes[b], w, last);
      if (!found) continue;
      spans.push(found);
      while (w + 1 < last && words.start[w + 1] < found.end) w++;
    }
  }
}

/** Markup in running text, which may be what the text speaks of; less surely so what was cut off from a tag. */
const TAGS = new RegExp(TAG, 'gi');
const CUT_TAGS = new RegExp(CUT_TAG, 'gi');

function markup(text: string, spans: Span[]): void {
  for (const [pattern, sign, confidence] of [
    [TAGS, '<', SURE.markup],
    [CUT_TAGS, '/>', SURE.cutMarkup],
  ] as const) {
    if (!text.includes(sign) && !(pattern === TAGS && text.includes('!['))) continue;
    for (const match of text.matchAll(pattern)) {
      spans.push({ start: match.index, end: match.index + match[0].length, kind: 'markup', confidence, evidence: { markup: true }, note: false });
    }
  }
}

/** A headline, the article's own or another's, that was glued to the end of a paragraph; a cue before it goes with it. */
function gluedHeadline(article: Article, shapes: readonly Shape[], b: number, headline: number, judgement: Judgement | null, spans: Span[]): void {
  const { words, blocks, text } = article;
  // Headlines end without a full stop, and nearly all sentences with one.
  if (text[shapes[b].end - 1] === '.') return;
  const own = ownHeadline(article, shapes, headline);
  const end = blocks.firstWord[b + 1];
  // Whatever followed the headline would be lost with it: only one that ends where the paragraph does is glued on.
  for (let w = Math.max(blocks.firstWord[b] + 1, end - HEADLINE_WORDS.most); w + OPENING <= end; w++) {
    const opening = runKey(words, w, w + OPENING);
    const isOwn = own?.opening === opening && own.words === end - w && own.key === runKey(words, w, end);
    const known = isOwn || judgement?.lines.openings.get(opening)?.some(([count, key]) => count === end - w && key === runKey(words, w, end));
    if (!known) continue;
    const start = cueBefore(text, shapes[b].start, words.start[w]);
    // A headline that is quoted or named in a sentence stands after a word of that sentence.
    if (start === words.start[w] && !isAfterStop(text, start)) continue;
    spans.push({
      start,
      end: shapes[b].end,
      kind: isOwn ? 'repeated-headline' : 'related-headline',
      confidence: SURE.headline,
      evidence: { words: end - w, own: isOwn },
      note: false,
    });
    return;
  }
}

/** Words from the end of the last paragraph within which a cue is sought. */
const TRAILING_WORDS = 120;

/** A list of tags has no more words than this. */
const TAG_WORDS = 12;

/** A cue after the end of a sentence, or run together with the next word, down to the end of the article's last paragraph, where no sentence follows it. */
function trailingCue({ words, blocks, text }: Article, b: number, spans: Span[]): void {
  const first = Math.max(blocks.firstWord[b] + 1, blocks.firstWord[b + 1] - TRAILING_WORDS);
  for (let w = first; w < blocks.firstWord[b + 1]; w++) {
    const begins = mayBeginWith(words, w);
    if ((begins & Begins.CUE) === 0) continue;
    const start = words.start[w];
    const isParted = (words.kind[w] & AFTER_BREAK) !== 0 && isAfterStop(text, start);
    if (!isParted && (begins & Begins.LONG_CUE) === 0) continue;
    const cue = leadingCue(plain(text, start, Math.min(blocks.end[b], start + 80)));
    if (!cue) continue;
    const isGlued = cue.phrase.words >= LONG_CUE_WORDS && isLetter(text.charCodeAt(endOfPlain(text, start, blocks.end[b], cue.text)));
    if (!isParted && !isGlued) continue;
    const rest = text.slice(start, blocks.end[b]);
    // One word alone may begin a sentence; before a list of tags at the very end it doesn't.
    if ((cue.phrase.words < 2 && (cue.phrase.kind !== 'tags' || w + TAG_WORDS < blocks.firstWord[b + 1])) || /\p{L}{2}\.(?:\s|$)/u.test(rest))
      continue;
    spans.push({ start, end: blocks.end[b], kind: cue.phrase.kind, confidence: SURE.cue, evidence: { phrase: cue.text }, note: false });
    return;
  }
}

/** Where the text from `start` on ends that is `words` in plain form; `end` where it isn't. */
function endOfPlain(text: string, start: number, end: number, words: string): number {
  for (let at = start + words.length; at < Math.min(end, start + 3 * words.length); at++) if (plain(text, start, at) === words) return at;
  return end;
}

/** The byline once more, behind the last sentence. */
function closingByline(article: Article, shapes: readonly Shape[], headline: number, b: number, spans: Span[]): void {
  const byline = shapes[headline + 1];
  if (headline < 0 || headline + 1 >= b || byline.paragraph || byline.words < 2) return;
  const first = closingPiece(article, b);
  const last = article.blocks.firstWord[b + 1];
  if (first < 0 || last - first !== byline.words || runKey(article.words, first, last) !== byline.key) return;
  const [start, end] = [article.words.start[first], article.blocks.end[b]];
  spans.push({ start, end, kind: 'repeated-byline', confidence: SURE.headline, evidence: { line: byline.line + 1 }, note: false });
}

function ownHeadline(article: Article, shapes: readonly Shape[], b: number): { opening: number; key: number; words: number } | null {
  if (b < 0 || shapes[b].words < OPENING) return null;
  const from = article.blocks.firstWord[b];
  return { opening: runKey(article.words, from, from + OPENING), key: shapes[b].key, words: shapes[b].words };
}

/** Where a cue starts that ends right before `at`, or `at`. */
function cueBefore(text: string, from: number, at: number): number {
  const window = Math.max(from, at - 60);
  for (let start = window; start < at; start++) {
    const boundary = start === from || (!isLetter(text.charCodeAt(start - 1)) && isLetter(text.charCodeAt(start)));
    if (!boundary || !isLetter(text.charCodeAt(start))) continue;
    const cue = leadingCue(plain(text, start, at));
    if (cue && (start === from || isAfterStop(text, start))) return start;
  }
  return at;
}

/** So many articles of a source, and a share of them, end their last paragraph with a piece that begins alike. One word needs more than several do. */
const RECURRING = { articles: 3, share: 0.01, word: { articles: 6, share: 0.04 } } as const;

/** What follows the last sentence, where the pieces of many articles of the source begin with the same words. */
function recurringClosing(article: Article, b: number, judgement: Judgement | null, spans: Span[]): void {
  const lines = judgement?.lines.sources.get(article.source);
  if (!lines || lines.closings.size === 0) return;
  const first = closingPiece(article, b);
  if (first < 0) return;
  for (let words = PIECE_WORDS; words > 0; words--) {
    if (first + words > article.blocks.firstWord[b + 1]) continue;
    const articles = lines.closings.get(runKey(article.words, first, first + words)) ?? 0;
    const { articles: least, share } = words === 1 ? RECURRING.word : RECURRING;
    if (articles < least || articles < share * lines.articles) continue;
    spans.push({
      start: article.words.start[first],
      end: article.blocks.end[b],
      kind: 'repeated',
      confidence: SURE.closing,
      evidence: { articles, of: lines.articles, zone: 'tail', words },
      note: false,
    });
    return;
  }
}

/** What agencies put behind the last sentence. */
const END_MARK = /\s*(\/\/\s*انته[ىي]\s*\/\/|(?<=[.؟!”»")\s])\s*NNNN|\b\d{1,2}:\d{2} ت م)\s*$/;
/** What such a mark ends with. */
const END_MARK_LAST = new Set(['/', 'N', 'م']);
const CREDIT = /[(（]\s*([^()\d]{2,30}?)\s*[)）]$/;

function tail(text: string, { start, end }: Shape, spans: Span[]): void {
  const from = Math.max(start, end - 60);
  const written = text.slice(from, end);
  const mark = END_MARK_LAST.has(text[backOverBlanks(text, end, start) - 1]) ? END_MARK.exec(written) : null;
  if (mark) {
    const at = from + mark.index + mark[0].indexOf(mark[1]);
    if (at > start)
      spans.push({ start: at, end: at + mark[1].length, kind: 'end-mark', confidence: SURE.endMark, evidence: { sign: mark[1] }, note: false });
    return;
  }
  const credit = CREDIT.exec(written);
  if (credit?.[1].split(/[\s،,/–-]*[،,/–-][\s]*|\s+و(?=[\p{L}])/u).every((name) => agencies.has(plain(name)))) {
    const at = from + credit.index;
    if (at > start) spans.push({ start: at, end, kind: 'credit', confidence: SURE.credit, evidence: { agency: credit[1] }, note: true });
  }
}
