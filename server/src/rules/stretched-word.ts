import { SHORT_PARAGRAPH_WORDS } from '../corpus/leftovers/shape';
import { type Article, blockWords } from '../text/article';
import { TATWEEL } from '../text/characters';
import { protectedText } from '../text/protected';
import { stretchedWords } from '../text/stretching';
import { Holds } from './holdings';
import { type Place, recurring } from './recurring';
import { rule } from './rule';
import page from './stretched-word.md';

/** Words stretched by tatweel to fill a line, where the source doesn't do so throughout. One finding an article. */
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
  needs: Holds.TATWEEL,

  *check(article, { judgement, leftovers }) {
    const { text, words } = article;
    const habit = judgement?.style.get(article.source)?.stretching.way ?? null;
    if (habit === 'stretched') return;
    const places: Place[] = [];
    for (const w of stretchedWords(article)) {
      const [start, end] = [words.start[w], words.end[w]];
      if (leftovers.covers(start, end) || isOnPurpose(article, start, end)) continue;
      places.push({ start, end, text: text.slice(start, end).replaceAll(SIGN, ''), safe: isInProse(article, start) });
    }
    if (places.length === 0) return;
    const [first] = places;
    const problem = recurring(places, { kind: 'stretched-word' }, { written: text.slice(first.start, first.end), word: first.text });
    const isJustified = places.filter(({ safe }) => safe).length >= JUSTIFIED;
    yield isJustified && habit === 'plain' ? problem : { ...problem, severity: 'info' };
  },
});

const SIGN = String.fromCharCode(TATWEEL);

/** So many words of its paragraphs tell of a text that was set to the width of a column; fewer may be slips or ornaments. */
const JUSTIFIED = 3;

/** Verse is justified so, and scripture sets marks on it. */
function isOnPurpose(article: Article, start: number, end: number): boolean {
  const kind = protectedText(article).kindOf(start, end);
  return kind === 'verse' || kind === 'scripture';
}

/** Whether the block that holds `at` is long enough for a paragraph. */
function isInProse(article: Article, at: number): boolean {
  const { blocks } = article;
  let low = 0;
  let high = blocks.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks.end[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low < blocks.count && blockWords(article, low) >= SHORT_PARAGRAPH_WORDS;
}
