import type { Leftovers } from '../corpus/leftovers/leftovers';
import { type Article, nearestLineEnd } from '../text/article';
import { FOLD } from '../text/characters';
import { SCRIPT_BITS, Script } from '../text/scan';
import page from './glued-word.md';
import { Holds } from './holdings';
import { type Fix, type Problem, rule } from './rule';

/** Letters of a word that isn't the sign of a unit or an era: 5كم, 1436هـ, 2015م. */
const OWN_WORD = 3;
/** Words that stand before a number and never run into one for a name's sake, as in كوفيد19. */
const BEFORE_NUMBER: ReadonlySet<string> = new Set(
  'عام سنة العام شهر يوم الساعة من إلى الى في على عن بنسبة نحو حوالي منذ بين خلال قبل بعد قيمتها بقيمة بلغ بلغت ومن وفي'.split(' '),
);
/** An article with what stands before it, which joins a word of another script: الـCNN. */
const ARTICLE = /^[وفبكل]*ا?لـ*$/;
/** The corpus writes the two words side by side so often: nobody means one word. */
const OFTEN = 10;

/** Two words, a number and a word, or words of two scripts, that stand without a blank between them. */
export const gluedWord = rule({
  id: 'glued-word',
  group: 'typography',
  severity: 'warning',
  summary: 'Two words, or a number and a word, are written as one.',
  page,
  messages: {
    words: '{written} is two words: {first} and {second}.',
    apart: 'A blank is missing between {first} and {second}.',
    apartOften: {
      by: 'others',
      one: 'A blank is missing between {first} and {second}, and at one more number or foreign word of the article.',
      other: 'A blank is missing between {first} and {second}, and at {others} more numbers or foreign words of the article.',
    },
    blank: 'Put a blank between them',
    blankAll: 'Put blanks at all {count} places',
    paragraph: 'Start a new line between them',
  },
  options: {},

  *check(article, { facts, leftovers }) {
    if (article.language !== 'ar') return;
    let block = 0;
    for (const { start, end, misspelling, protection } of facts.misspelt) {
      if (misspelling.kind !== 'glued') continue;
      while (block + 1 < article.blocks.count && article.blocks.start[block + 1] <= start) block++;
      const at = offsetOf(article.text, start, misspelling.at);
      // Words that never stand side by side are often the end of a caption or a headline, and the beginning of what follows.
      const isBreak = misspelling.together === 0 && isAtHead(article, block, start);
      const fixes = [blankAt(at, misspelling.together >= OFTEN && !protection), breakAt(article, at)];
      if (isBreak) fixes.reverse();
      const [first, second] = [article.text.slice(start, at), article.text.slice(at, end)];
      yield { start, end, message: 'words', slots: { written: first + second, first, second }, fixes, data: { kind: 'words' } };
    }
    if ((facts.holds & Holds.TOUCHING) !== 0) yield* gluedScripts(article, facts.joints, leftovers);
  },
});

/** A caption or a headline has so many words at most. */
const LONGEST_HEADLINE = 14;

/** Whether no more words stand before `offset` in block `b` than a caption or a headline has. */
function isAtHead({ blocks, words }: Article, b: number, offset: number): boolean {
  const last = blocks.firstWord[b] + LONGEST_HEADLINE;
  return last >= blocks.firstWord[b + 1] || words.start[last] >= offset;
}

const blankAt = (at: number, safe: boolean): Fix => ({ title: 'blank', safe, edits: [{ start: at, end: at, text: ' ' }] });

const breakAt = (article: Article, at: number): Fix => {
  const lineEnd = nearestLineEnd(article, at);
  return { title: 'paragraph', safe: false, edits: [{ start: at, end: at, text: lineEnd + lineEnd }] };
};

/** The offset behind so many letters of the word that starts at `start`, with the harakat and tatweel that belong to them. */
function offsetOf(text: string, start: number, letters: number): number {
  let at = start;
  for (let seen = 0; seen < letters || FOLD[text.charCodeAt(at)] === 0; at++) if (FOLD[text.charCodeAt(at)] !== 0) seen++;
  return at;
}

/** Numbers that a word follows without a blank, common words that a number follows so, and words of two scripts. One finding an article. */
function* gluedScripts({ text, words }: Article, joints: Uint32Array, leftovers: Leftovers): Iterable<Problem> {
  const places: number[] = [];
  let first = 0;
  for (let j = 0; j + 1 < joints.length; j++) {
    const w = joints[j] + 1;
    const at = words.start[w];
    if (words.end[w - 1] !== at || !isGlued(text, words, w) || leftovers.covers(words.start[w - 1], words.end[w])) continue;
    if (places.length === 0) first = w;
    places.push(at);
  }
  if (places.length === 0) return;
  const [start, at, end] = [words.start[first - 1], words.start[first], words.end[first]];
  const count = places.length;
  yield {
    start,
    end,
    message: count === 1 ? 'apart' : 'apartOften',
    slots: { first: text.slice(start, at), second: text.slice(at, end), others: count - 1 },
    fixes: [
      {
        title: count === 1 ? 'blank' : 'blankAll',
        slots: { count },
        safe: true,
        edits: places.map((place) => ({ start: place, end: place, text: ' ' })),
      },
    ],
    data: { kind: 'scripts', count, places },
  };
}

/** Whether word `w` and the one right before it, of another script, are two: a number and its unit are one, and so are an article and a name. */
function isGlued(text: string, { start, end, kind }: Article['words'], w: number): boolean {
  const [before, after] = [kind[w - 1] & SCRIPT_BITS, kind[w] & SCRIPT_BITS];
  if (before === Script.ARABIC) {
    const first = text.slice(start[w - 1], end[w - 1]);
    if (after === Script.NUMBER) return BEFORE_NUMBER.has(first);
    return after === Script.LATIN && isWord(text, start[w - 1], end[w - 1]) && !ARTICLE.test(first) && isWord(text, start[w], end[w]);
  }
  if (after !== Script.ARABIC || !isWord(text, start[w], end[w]) || hidesLetter(text, { start, end, kind }, w - 1)) return false;
  return before === Script.NUMBER || (before === Script.LATIN && isWord(text, start[w - 1], end[w - 1]));
}

/** Whether word `n` is a single digit within a word, where it may hide a letter: الم7رقة. */
function hidesLetter(text: string, { start, end, kind }: Pick<Article['words'], 'start' | 'end' | 'kind'>, n: number): boolean {
  if (n === 0 || end[n] - start[n] !== 1 || end[n - 1] !== start[n] || (kind[n - 1] & SCRIPT_BITS) !== Script.ARABIC) return false;
  return !BEFORE_NUMBER.has(text.slice(start[n - 1], end[n - 1]));
}

function isWord(text: string, start: number, end: number): boolean {
  let letters = 0;
  for (let i = start; i < end; i++) if (FOLD[text.charCodeAt(i)] !== 0) letters++;
  return letters >= OWN_WORD;
}
