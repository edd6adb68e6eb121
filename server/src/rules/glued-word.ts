import { type Article, nearestLineEnd } from '../text/article';
import { FOLD } from '../text/characters';
import { SCRIPT_BITS, Script } from '../text/scan';
import page from './glued-word.md';
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
    blank: 'Put a blank between them',
    paragraph: 'Start a new line between them',
  },
  options: {},

  *check(article, { facts }) {
    if (article.language !== 'ar') return;
    for (const { start, end, misspelling, protection } of facts.misspelt) {
      if (misspelling.kind !== 'glued') continue;
      const at = offsetOf(article.text, start, misspelling.at);
      // Words that never stand side by side are often the end of a caption or a headline, and the beginning of what follows.
      const isBreak = misspelling.together === 0;
      const fixes = [blankAt(at, misspelling.together >= OFTEN && !protection), breakAt(article, at)];
      if (isBreak) fixes.reverse();
      yield problem(article, 'words', start, at, end, fixes);
    }
    yield* gluedScripts(article);
  },
});

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

function problem({ text }: Article, kind: 'words' | 'number' | 'script', start: number, at: number, end: number, fixes: readonly Fix[]): Problem {
  const parts = { first: text.slice(start, at), second: text.slice(at, end) };
  const said = kind === 'words' ? { message: 'words', slots: { ...parts, written: text.slice(start, end) } } : { message: 'apart', slots: parts };
  return { start, end, ...said, fixes, data: { kind } };
}

/** Numbers that a word follows without a blank, common words that a number follows so, and words of two scripts. */
function* gluedScripts(article: Article): Iterable<Problem> {
  const { text, words } = article;
  for (let w = 1; w < words.count; w++) {
    const at = words.start[w];
    if (words.end[w - 1] !== at) continue;
    const before = words.kind[w - 1] & SCRIPT_BITS;
    const after = words.kind[w] & SCRIPT_BITS;
    const [start, end] = [words.start[w - 1], words.end[w]];
    const isGlued =
      before === Script.ARABIC
        ? after === Script.NUMBER
          ? BEFORE_NUMBER.has(text.slice(start, at))
          : after === Script.LATIN && isWord(text, start, at) && !ARTICLE.test(text.slice(start, at)) && isWord(text, at, end)
        : after === Script.ARABIC && isWord(text, at, end) && (before === Script.NUMBER || (before === Script.LATIN && isWord(text, start, at)));
    const kind = before === Script.NUMBER || after === Script.NUMBER ? 'number' : 'script';
    if (isGlued) yield problem(article, kind, start, at, end, [blankAt(at, true)]);
  }
}

function isWord(text: string, start: number, end: number): boolean {
  let letters = 0;
  for (let i = start; i < end; i++) if (FOLD[text.charCodeAt(i)] !== 0) letters++;
  return letters >= OWN_WORD;
}
