import type { Article } from '../text/article';
import { CLASS, Class, HEH, ODD, Odd, TATWEEL } from '../text/characters';
import { protectedText } from '../text/protected';
import { lettersOf, OBFUSCATED } from '../text/scan';
import { type Place, recurring } from './recurring';
import { rule } from './rule';
import page from './stretched-word.md';

/** Words stretched by tatweel to fill a line. One finding an article. */
export const stretchedWord = rule({
  id: 'stretched-word',
  group: 'characters',
  severity: 'warning',
  summary: 'A word is stretched by tatweel.',
  page,
  messages: {
    once: '{written} is {word} stretched to fill a line.',
    often: {
      by: 'others',
      one: '{written} is {word} stretched to fill a line; so is one more word of the article.',
      other: '{written} is {word} stretched to fill a line; so are {others} more words of the article.',
    },
    write: 'Write {word}',
    writeAll: 'Write all {count} words without tatweel',
  },
  options: {},

  *check(article, { leftovers }) {
    const { text, odd, words } = article;
    const places: Place[] = [];
    let w = 0;
    for (const at of odd) {
      if (ODD[text.charCodeAt(at)] !== Odd.TATWEEL) continue;
      while (w < words.count && words.end[w] <= at) w++;
      if (w === words.count) break;
      const [start, end] = [words.start[w], words.end[w]];
      if (start > at || places.at(-1)?.start === start || (words.kind[w] & OBFUSCATED) !== 0 || !isStretched(article, start, end)) continue;
      if (leftovers.covers(start, end) || isOnPurpose(article, start, end)) continue;
      places.push({ start, end, text: text.slice(start, end).replaceAll(SIGN, ''), safe: isInProse(article, start) });
    }
    if (places.length === 0) return;
    const [first] = places;
    const problem = recurring(places, { kind: 'stretched-word' }, { written: text.slice(first.start, first.end), word: first.text });
    yield places.filter(({ safe }) => safe).length >= JUSTIFIED ? problem : { ...problem, severity: 'info' };
  },
});

const SIGN = String.fromCharCode(TATWEEL);

/** So many words of its paragraphs tell of a text that was set to the width of a column; fewer may be slips or ornaments. */
const JUSTIFIED = 3;

/** What a tatweel may carry before the word it belongs to: و ف ب ل ك س, the article, and both. */
const CARRIED = /^[وف]?[بلكس]?(?:ال|لل)?\u0640+/;

/** A tatweel that makes room for the mark beside it, or bears it. */
const FOR_MARKS = /\p{M}\u0640+|\u0640+(?=\p{M})/gu;

/** Whether a tatweel stands within the word, between two letters of it, for no mark's sake. */
function isStretched({ text }: Article, start: number, end: number): boolean {
  const written = text
    .slice(start, end)
    .replace(FOR_MARKS, '')
    .replace(/[\p{M}\p{Cf}]/gu, '');
  if (text.charCodeAt(start) === HEH && CLASS[text.charCodeAt(start - 1)] !== Class.ARABIC && written[1] === SIGN) return false;
  const rest = written.replace(CARRIED, '');
  return lettersOf(written) >= 2 && /\p{L}\u0640+\p{L}/u.test(rest === written ? written : ` ${rest}`);
}

/** Verse is justified so, and scripture sets marks on it. */
function isOnPurpose(article: Article, start: number, end: number): boolean {
  const kind = protectedText(article).kindOf(start, end);
  return kind === 'verse' || kind === 'scripture';
}

/** A line of so many words is no headline, signature or ornament. */
const PROSE_WORDS = 12;

function isInProse({ blocks }: Article, at: number): boolean {
  let low = 0;
  let high = blocks.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks.end[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low < blocks.count && blocks.firstWord[low + 1] - blocks.firstWord[low] >= PROSE_WORDS;
}
