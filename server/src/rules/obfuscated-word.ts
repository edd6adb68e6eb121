import type { Article } from '../text/article';
import { CLASS, Class, ODD, Odd } from '../text/characters';
import { protectedText } from '../text/protected';
import { foldWord, lettersOf, OBFUSCATED, SCRIPT_BITS, Script } from '../text/scan';
import page from './obfuscated-word.md';
import { type Problem, rule } from './rule';

/** Two halves of so many letters, the article aside, may be two words that a sign parts: دمشقـ.سانا. */
const OWN_WORD = 4;

/** A sign with no tatweel after it: what follows could begin a word. The tatweel before it is part of the first half. */
const SIGN = /[^\p{L}\p{M}\p{Cf}]+(?=\p{L})(?!\u0640)/u;

/** Whether the halves around a sign are so short that they can't be words of their own. */
function isOneWord(written: string): boolean {
  const halves = written.split(SIGN).map(lettersOf);
  return halves.every((half, i) => i === 0 || half < OWN_WORD || halves[i - 1] < OWN_WORD);
}

/** Words that were broken by a sign to get past filters. The scan joins them; here they are reported. */
export const obfuscatedWord = rule({
  id: 'obfuscated-word',
  group: 'characters',
  severity: 'warning',
  summary: 'A word was broken by a sign to get past filters.',
  page,
  messages: {
    broken: '{written} is {word} with signs put into it.',
    starred: '{written} has a sign inside that hides a word, perhaps {word}.',
    spelled: '{written} is {word} with a blank after every letter.',
    write: 'Write {word}',
  },
  options: {},

  *check(article) {
    const { text, words } = article;
    for (let w = 0; w < words.count; w++) {
      if ((words.kind[w] & OBFUSCATED) === 0) continue;
      const [start, end] = [words.start[w], words.end[w]];
      const written = text.slice(start, end);
      const word = written.replace(/[^\p{L}\p{M}]|\u0640/gu, '');
      yield {
        start,
        end,
        message: 'broken',
        slots: { written, word },
        fixes: [{ title: 'write', slots: { word }, safe: isOneWord(written), edits: [{ start, end, text: word }] }],
        data: { kind: 'obfuscated-word', word: foldWord(word) },
      };
    }
    yield* starred(article);
    yield* spelled(article);
  },
});

const ENDS_WORD = 'ةىء';
const LONGEST = 32;

/** Words with a star or a dot of a list inside and no tatweel before it. It may stand for a letter, so taking it out is never safe. */
function* starred(article: Article): Iterable<Problem> {
  const { text, odd } = article;
  for (const at of odd) {
    if (ODD[text.charCodeAt(at)] !== Odd.STAR || !isArabic(text, at - 1) || !isArabic(text, at + 1) || ENDS_WORD.includes(text[at - 1])) continue;
    let start = at;
    while (start > 0 && at - start < LONGEST && isOfWord(text, start - 1)) start--;
    let end = at + 1;
    while (end < text.length && end - at < LONGEST && isOfWord(text, end)) end++;
    // Stars between words, or rows of them, part sentences and the verses of scripture.
    if (ODD[text.charCodeAt(start - 1)] === Odd.STAR || ODD[text.charCodeAt(end)] === Odd.STAR) continue;
    const halves = [lettersOf(text.slice(start, at)), lettersOf(text.slice(at + 1, end))];
    if (Math.min(...halves) > SHORT_HALF || protectedText(article).kindOf(start, end) === 'scripture') continue;
    yield hidden(text, start, end, 'starred');
  }
}

/** A half of no more letters is seldom a word of its own. */
const SHORT_HALF = 2;

const isArabic = (text: string, at: number): boolean => CLASS[text.charCodeAt(at)] === Class.ARABIC;
const isOfWord = (text: string, at: number): boolean => isArabic(text, at) || CLASS[text.charCodeAt(at)] === Class.MARK;

/** So many single letters in a row are no name of an agency: those have three or four. */
const SPELLED = 5;
/** Orders of the alphabet, whose letters are listed and spell nothing. */
const ALPHABETS = ['ابجدهوزحطيكلمنسعفصقرشتثخذضظغ', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي', 'أبجدهوزحطيكلمن', 'أبتثجحخدذرز'];

/** Words written letter by letter with blanks between: ا ل ق ت ل. */
function* spelled({ text, words }: Article): Iterable<Problem> {
  for (let w = 0; w < words.count; w++) {
    if (words.end[w] - words.start[w] !== 1 || (words.kind[w] & SCRIPT_BITS) !== Script.ARABIC) continue;
    const first = w;
    while (w + 1 < words.count && words.end[w + 1] - words.start[w + 1] === 1 && isNextLetter(text, words.start[w + 1])) w++;
    if (w - first + 1 < SPELLED) continue;
    const [start, end] = [words.start[first], words.end[w]];
    const word = text.slice(start, end).replaceAll(' ', '');
    if (!ALPHABETS.some((alphabet) => alphabet.includes(word))) yield hidden(text, start, end, 'spelled');
  }
}

const isNextLetter = (text: string, at: number): boolean => isArabic(text, at) && text[at - 1] === ' ' && isArabic(text, at - 2);

function hidden(text: string, start: number, end: number, message: 'starred' | 'spelled'): Problem {
  const written = text.slice(start, end);
  const word = written.replace(/[^\p{L}\p{M}]/gu, '');
  const fixes = [{ title: 'write', slots: { word }, safe: false, edits: [{ start, end, text: word }] }];
  return { start, end, message, slots: { written, word }, fixes, data: { kind: message, word: foldWord(word) } };
}
