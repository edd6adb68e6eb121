import { CLASS, Class, TANWIN, TATWEEL } from '../text/characters';
import page from './displaced-mark.md';
import { Holds } from './holdings';
import { type Fix, type Problem, rule } from './rule';

const FATHA = 0x64e;
const KASRA = 0x650;
const SHADDA = 0x651;
const SUKUN = 0x652;
const HAMZA_BELOW = 'إ';

/** From fathatan to sukun: the marks of Arabic spelling. */
const isHaraka = (code: number): boolean => code >= 0x64b && code <= SUKUN;
/** All of them but shadda, which goes with any of the others; of these a letter bears one. */
const isVowel = (code: number): boolean => isHaraka(code) && code !== SHADDA;

/** Short vowels typed twice stand for the mark of an indefinite word: fatha, damma and kasra, three places before it. */
const tanwinOf = (vowel: number): string => String.fromCharCode(vowel - 3);
const isShortVowel = (code: number): boolean => code >= FATHA && code <= KASRA;

/** Harakat that no letter bears: doubled, two on one letter, beside their word, on the one letter that excludes them. */
export const displacedMark = rule({
  id: 'displaced-mark',
  group: 'characters',
  severity: 'warning',
  summary: 'A diacritic stands where no letter can bear it.',
  page,
  messages: {
    doubled: '{mark} stands twice on one letter.',
    two: 'One letter bears both {first} and {second}.',
    parted: 'A blank parts {mark} from its word.',
    loose: '{mark} stands on no letter.',
    below: '{letter} is read with a kasra: {mark} can’t stand on it.',
    garbled: 'Several diacritics of this word stand where no letter can bear them.',
    write: 'Write {word}',
    remove: 'Remove it',
  },
  options: {},
  needs: Holds.STRAY_MARK,

  *check({ text, odd }, { leftovers }) {
    let done = 0;
    let waiting: Problem | null = null;
    for (const at of odd) {
      if (at < done || CLASS[text.charCodeAt(at)] !== Class.MARK || !isHaraka(text.charCodeAt(at))) continue;
      let start = at;
      while (start > done && at - start < LONGEST && isHaraka(text.charCodeAt(start - 1))) start--;
      let end = at + 1;
      while (end - start < LONGEST && isHaraka(text.charCodeAt(end))) end++;
      done = end;
      if (leftovers.covers(start, end)) continue;
      const problem = problemOf(text, start, end);
      if (!problem) continue;
      if (waiting && isWithinWord(text, waiting.end, start)) waiting = { start: waiting.start, end, message: 'garbled', severity: 'info' };
      else {
        if (waiting) yield tell(waiting);
        waiting = problem;
      }
    }
    if (waiting) yield tell(waiting);
  },
});

const tell = (problem: Problem): Problem => ({ ...problem, data: { kind: problem.message } });

/** Whether nothing but letters and marks stand between two places that are near one another. */
function isWithinWord(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST) return false;
  for (let at = from; at < to; at++) if (CLASS[text.charCodeAt(at)] < Class.ARABIC || CLASS[text.charCodeAt(at)] > Class.TATWEEL) return false;
  return true;
}

/** Marks in a row, and units between two marks of a word, that are looked at together. */
const LONGEST = 16;

/** What is wrong with the marks from `start` to `end`. */
function problemOf(text: string, start: number, end: number): Problem | null {
  const before = CLASS[text.charCodeAt(start - 1)];
  if (before !== Class.ARABIC && before !== Class.TATWEEL) return before === Class.MARK ? null : loose(text, start, end);
  const marks = text.slice(start, end);
  const different = [...new Set(marks)].join('');
  if (different.length < marks.length) return doubled(text, start, end, different);
  const vowels = [...marks].filter((mark) => isVowel(mark.charCodeAt(0)));
  if (vowels.length > 1)
    return { start, end, message: 'two', severity: 'info', slots: { first: onCarrier(vowels[0]), second: onCarrier(vowels[1]) } };
  if (text[start - 1] === HAMZA_BELOW && vowels.length === 1 && vowels[0].charCodeAt(0) !== KASRA) {
    const fixes: Fix[] = [{ title: 'remove', safe: false, edits: [{ start, end, text: '' }] }];
    return { start: start - 1, end, message: 'below', slots: { letter: HAMZA_BELOW, mark: onCarrier(vowels[0]) }, fixes };
  }
  return null;
}

/** A mark by itself can't be read: it's shown on a tatweel. */
const onCarrier = (mark: string): string => String.fromCharCode(TATWEEL) + mark;

function doubled(text: string, start: number, end: number, different: string): Problem {
  const twice = [...text.slice(start, end)].find((mark, i, all) => all.indexOf(mark) < i)!;
  const slots = { mark: onCarrier(twice) };
  const fixTo = (marks: string, safe: boolean): Fix => ({
    title: 'write',
    slots: { word: text[start - 1] + marks },
    safe,
    edits: [{ start, end, text: marks }],
  });
  // At the end of a word two short vowels may have been typed for the mark of an indefinite one: بيتََ
  const endsWord = CLASS[text.charCodeAt(end)] !== Class.ARABIC || (isFinalLetter(text, end) && twice.charCodeAt(0) === FATHA);
  if (!isShortVowel(twice.charCodeAt(0)) || !endsWord) return { start, end, message: 'doubled', slots, fixes: [fixTo(different, true)] };
  const tanwin = different.replace(twice, tanwinOf(twice.charCodeAt(0)));
  return { start, end, message: 'doubled', slots, fixes: [fixTo(tanwin, false), fixTo(different, false)] };
}

/** Alef and ى after the mark of an indefinite word. */
const isFinalLetter = (text: string, at: number): boolean => 'اى'.includes(text[at]) && CLASS[text.charCodeAt(at + 1)] !== Class.ARABIC;

/** Marks behind a blank, a sign or at the start of a line. */
function loose(text: string, start: number, end: number): Problem | null {
  let blanks = start;
  while (blanks > 0 && CLASS[text.charCodeAt(blanks - 1)] === Class.BLANK && start - blanks < LONGEST) blanks--;
  const afterLetter = CLASS[text.charCodeAt(end)] === Class.ARABIC;
  const beforeLetter = blanks < start && CLASS[text.charCodeAt(blanks - 1)] === Class.ARABIC;
  const marks = text.slice(start, end);
  // A mark that is spoken of stands alone, in brackets or quotation marks, or between blanks after its name.
  const isTanwin = TANWIN.has(text.charCodeAt(start));
  if (!afterLetter && !(beforeLetter && isTanwin)) return null;
  const slots = { mark: onCarrier(marks) };
  if (beforeLetter && (isTanwin || !bearsMark(text, end))) {
    // No word begins with tanwin, and the next letter has a mark or can't have one: it belongs to the word before the blank.
    const written = marks + (afterLetter ? text.slice(blanks, start) : '');
    const word = text[blanks - 1] + marks;
    return {
      start,
      end,
      message: 'parted',
      slots,
      fixes: [{ title: 'write', slots: { word }, safe: isTanwin, edits: [{ start: blanks, end, text: written }] }],
    };
  }
  // What was meant for a letter can't be a mark that only ends words.
  if (isTanwin) return { start, end, message: 'loose', slots, fixes: [{ title: 'remove', safe: false, edits: [{ start, end, text: '' }] }] };
  const next = text[end] + marks;
  return {
    start,
    end,
    message: 'loose',
    slots,
    fixes: [{ title: 'write', slots: { word: next }, safe: false, edits: [{ start, end: end + 1, text: next }] }],
  };
}

/** Whether the letter at `at` could do with a mark: it has none, and isn't the alef of the article. */
const bearsMark = (text: string, at: number): boolean => CLASS[text.charCodeAt(at + 1)] !== Class.MARK && !text.startsWith('ال', at);
