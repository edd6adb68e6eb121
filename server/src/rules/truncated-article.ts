import type { Leftovers } from '../corpus/leftovers/leftovers';
import { plain } from '../corpus/leftovers/plain';
import { PARAGRAPH_WORDS } from '../corpus/leftovers/shape';
import { isProse, type OwnBlock } from '../corpus/prose';
import type { Article } from '../text/article';
import { CLASS, Class, isStop } from '../text/characters';
import { foldWord } from '../text/hash';
import { SCRIPT_BITS, Script } from '../text/scan';
import { CONTINUED, OPEN_WORDS } from './continued';
import { type Problem, rule, type Severity } from './rule';
import page from './truncated-article.md';

/** What stands behind the ellipsis of a text that goes on elsewhere is no longer than this, in UTF-16 units. */
const LONGEST_CUE = 40;
const ELLIPSIS = /(?:…|\.{2,})[\s[\]()<>«»"]*$/u;
const CUT = /[[(]\s*(?:…|\.{3})\s*[\])]$|[[(]\s*\+\s*\d+ \w+\s*[\])]$/u;
/** Signs that want something after them. A comma does too, but typists put it where a stop belongs; doubled commas close letters. */
const OPEN_SIGN = /^[:(«“[{]$/;
const COMMA = /^[،,؛]$/;
/** What stands behind the last stop and is shorter, in words, is a signature or a caption. */
const SIGNATURE = 8;

/** Articles that go on where they were scraped from: with a link to the rest, or an end in mid-sentence. */
export const truncatedArticle = rule({
  id: 'truncated-article',
  group: 'file',
  severity: 'warning',
  summary: 'An article breaks off before its end.',
  page,
  readsLeftovers: true,
  kinds: {
    continued: 'The article breaks off here: {text} led to the rest.',
    unfinished: 'The article breaks off in mid-sentence, after {text}.',
    unstopped: 'The last sentence has no end: nothing stands after {text}.',
  },
  options: {},

  *check(article, { facts, judgement, leftovers }) {
    const own = facts.own;
    const last = own.at(-1);
    if (!last) return;
    const endsSentences = judgement?.profile.get(article.source)?.endsSentences ?? false;
    const whole = last.stopped || leadsToLink(article, last, leftovers);
    const problem = continued(article, own) ?? (whole || !own.some(isProse) ? undefined : unfinished(article, last, endsSentences));
    if (problem) yield problem;
  },
});

/** Whether the address that the last words speak of stands alone in the line below. */
function leadsToLink({ blocks }: Article, { block }: OwnBlock, leftovers: Leftovers): boolean {
  const below = blocks.start[block + 1];
  return leftovers.all.some(({ start, kind }) => start === below && kind === 'link');
}

/** `...المزيد`, `[…]`, `[+2100 chars]`: in the last line, or a line below it. */
function continued({ text, blocks }: Article, own: readonly OwnBlock[]): Problem | undefined {
  const last = own[own.length - 1];
  const lineEnd = blocks.end[last.block];
  const tail = text.slice(Math.max(last.start, lineEnd - LONGEST_CUE), lineEnd);
  const cut = CUT.exec(tail);
  if (cut) return continuedAt(text, lineEnd - cut[0].length, lineEnd);
  const dots = Math.max(tail.lastIndexOf('…'), tail.lastIndexOf('..') + 1);
  if (dots > 0 && CONTINUED.has(plain(tail, dots + 1))) return continuedAt(text, lineEnd - tail.length + backOverDots(tail, dots), lineEnd);
  // A line of its own may be known for a leftover, or not.
  const below = last.block + 1;
  if (below < blocks.count && isCue(text, blocks.start[below], blocks.end[below])) {
    return ELLIPSIS.test(ending(text.slice(last.start, last.end))) ? continuedAt(text, blocks.start[below], blocks.end[below]) : undefined;
  }
  const above = own.at(-2);
  if (!above || !isCue(text, last.start, last.end) || !ELLIPSIS.test(ending(text.slice(above.start, above.end)))) return undefined;
  return continuedAt(text, last.start, last.end);
}

const ending = (text: string): string => text.slice(-LONGEST_CUE);
const isCue = (text: string, start: number, end: number): boolean => end - start <= LONGEST_CUE && CONTINUED.has(plain(text, start, end));

function backOverDots(text: string, at: number): number {
  let first = at;
  while (first > 0 && '.…'.includes(text[first - 1])) first--;
  return first;
}

const continuedAt = (text: string, start: number, end: number): Problem => ({
  start,
  end,
  message: 'continued',
  slots: { text: text.slice(start, end) },
  data: { kind: 'continued' },
});

/**
 * A paragraph whose last word or sign wants something after it: a word in any source, a sign, such as the colon of a list that was
 * lost, surely only where nearly all articles of the source end with a sentence. There one that ends with none is unusual.
 */
function unfinished({ text, words, blocks }: Article, { block, start, end, words: count }: OwnBlock, endsSentences: boolean): Problem | undefined {
  const word = blocks.firstWord[block] + count - 1;
  const from = words.start[word];
  const found = (kind: 'unfinished' | 'unstopped', severity?: Severity): Problem => ({
    start: from,
    end,
    message: kind,
    slots: { text: text.slice(from, end) },
    ...(severity && { severity }),
    data: { kind },
  });
  const isNumberOrAddress =
    (words.kind[word] & SCRIPT_BITS) === Script.NUMBER || ADDRESS.test(text.slice(Math.max(start, from - LONGEST_CUE), words.end[word]));
  if (isNumberOrAddress) return undefined;
  if (words.end[word] === end) {
    if (OPEN_WORDS.has(foldWord(text, from, end))) return found('unfinished');
    return endsSentences && count >= PARAGRAPH_WORDS && tailWords(text, words, word) >= SIGNATURE ? found('unstopped', 'info') : undefined;
  }
  const sign = text.slice(words.end[word], end).trim();
  if (count < PARAGRAPH_WORDS) return undefined;
  if (OPEN_SIGN.test(sign)) return endsSentences ? found('unfinished') : found('unfinished', 'info');
  return COMMA.test(sign) ? found('unstopped', 'info') : undefined;
}

/** An address, an account or a tag up to its end: they end as they like. */
const ADDRESS = /[#@/_\\.][^\s]*$/u;

/** Words from the last stop up to `word`, or `SIGNATURE` where there are more. */
function tailWords(text: string, words: Article['words'], word: number): number {
  let count = 1;
  while (count < SIGNATURE && word - count >= 0 && !hasStop(text, words.end[word - count], words.start[word - count + 1])) count++;
  return count;
}

function hasStop(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isStop(text.charCodeAt(at)) || CLASS[text.charCodeAt(at)] === Class.LINE_END) return true;
  return false;
}
