import type { Article } from '../text/article';
import { CLASS, Class } from '../text/characters';
import { foldWord } from '../text/hash';
import { protectedText } from '../text/protected';
import { SCRIPT_BITS, Script } from '../text/scan';
import { Holds } from './holdings';
import page from './repeated-word.md';
import { type Problem, rule } from './rule';

/** Words that link others: nothing can be meant by two of them. Not من, which beside مَن is another word, nor هو هو, بين بين. */
const LINKS: ReadonlySet<string> = new Set(
  `في على إلى الى عن مع منذ خلال حتى عند لدى ضد نحو التي الذي الذين اللذين اللتين هذا هذه ذلك تلك قد لقد أو ثم حيث كما لأن لكن ولكن بأن
  وأن فإن وفي وعلى ومن وقد وكان وكانت كانت كان عدم وعن وإلى التى الذى فى علي لن لم أن`.split(/\s+/),
);
/** Definite words that are said twice on purpose. */
const EMPHATIC: ReadonlySet<string> = new Set('الكثير القليل الله السلام النصر الصبر الصلاة الأول'.split(' '));
/** Shorter words with ال are names of letters and of singers. */
const DEFINITE = 6;
/** Names of foreign letters and what else has so few letters: سي إن إن. */
const LETTER_NAME = 3;

/** A word that stands twice in a row. */
export const repeatedWord = rule({
  id: 'repeated-word',
  group: 'typography',
  severity: 'warning',
  summary: 'A word stands twice in a row.',
  page,
  messages: {
    repeated: '{word} stands twice in a row.',
    remove: 'Remove one of them',
  },
  options: {},
  needs: Holds.REPEATED,

  *check(article) {
    if (article.language !== 'ar') return;
    const { words, blocks } = article;
    let block = 0;
    for (let w = 1; w < words.count; w++) {
      if (words.hash[2 * w] !== words.hash[2 * w - 2] || words.hash[2 * w + 1] !== words.hash[2 * w - 1]) continue;
      if ((words.kind[w] & SCRIPT_BITS) !== Script.ARABIC) continue;
      while (blocks.firstWord[block + 1] <= w) block++;
      if (blocks.firstWord[block] < w) yield* judge(article, w, blocks.firstWord[block], blocks.firstWord[block + 1]);
    }
  },
});

/** Judges word `w`, which is the same as the one before, in a block of the words `first` to `last`. */
function* judge(article: Article, w: number, first: number, last: number): Iterable<Problem> {
  const { text, words } = article;
  const [start, end] = [words.start[w], words.end[w]];
  const before = words.end[w - 1];
  // With other harakat it's another word: من مَن.
  if (start - before !== 1 || CLASS[text.charCodeAt(before)] !== Class.BLANK) return;
  if (text.slice(words.start[w - 1], before) !== text.slice(start, end)) return;
  if ((w - 1 > first && isSame(article, w - 1, w - 2)) || (w + 1 < last && isSame(article, w, w + 1))) return;
  const word = foldWord(text, start, end);
  const isLink = LINKS.has(word);
  if (!isLink && !(isDefinite(word) && isDescribed(article, w, first, last))) return;
  // ولي ولي العهد and سي إن إن: part of a phrase, or of a row of letters.
  if (
    isLink &&
    w - 1 > first &&
    word.length < LETTER_NAME &&
    words.end[w - 2] - words.start[w - 2] < LETTER_NAME &&
    !LINKS.has(foldWord(text, words.start[w - 2], words.end[w - 2]))
  )
    return;
  const protection = protectedText(article).kindOf(start, end);
  if (protection) return;
  yield {
    start: words.start[w - 1],
    end,
    message: 'repeated',
    slots: { word: text.slice(start, end) },
    fixes: [{ title: 'remove', safe: isLink, edits: [{ start: before, end, text: '' }] }],
    data: { kind: 'repeated-word', word },
  };
}

/** A word with ال that isn't an adjective of a place, which may relate it to itself: العلاقات العربية العربية. */
const isDefinite = (word: string): boolean =>
  /^(?:ال|لل|بال|وال)/.test(word) && word.length >= DEFINITE && !/(?:ي|ية)$/.test(word) && !EMPHATIC.has(word);

/** Whether the next word describes it and something stands before: البدار البدار! and ليس من الصبر الصبر على الظلم are meant so. */
function isDescribed({ text, words }: Article, w: number, first: number, last: number): boolean {
  if (w - 1 <= first || w + 1 >= last) return false;
  const [end, next] = [words.end[w], words.start[w + 1]];
  return next - end === 1 && CLASS[text.charCodeAt(end)] === Class.BLANK && text.startsWith('ال', next);
}

const isSame = ({ words }: Article, a: number, b: number): boolean =>
  words.hash[2 * a] === words.hash[2 * b] && words.hash[2 * a + 1] === words.hash[2 * b + 1];
