import { type Article, lineEnd } from '../text/article';
import { CLASS, Class, EXPANSIONS, FOLD } from '../text/characters';
import { finish, foldWord, keyOf, SEED_HIGH, SEED_LOW, stepHigh, stepLow } from '../text/hash';
import { positionAt } from '../text/position';
import { SCRIPT_BITS, Script } from '../text/scan';
import type { Finding } from './finding';

/** What a finding is recognised by in another article, or in the next scrape of its own: no position, no name of a file. */
export interface Fingerprint {
  readonly rule: string;
  /** The finding's text (`foldText`). */
  readonly text: string;
  /** Two folded words on each side, within the block; a word that the finding cuts counts with the rest of it. */
  readonly before: string;
  readonly after: string;
}

/** Words that are taken on each side. */
const CONTEXT = 2;

/** Text of more units than this is told by its beginning and a hash of the whole: a finding may be as long as its article. */
const LONGEST = 200;
const BEGINNING = 120;

/** What a finding of an article is recognised by: its rule, its text, and the words around it in its block. */
export function fingerprintOf(article: Article, finding: Pick<Finding, 'rule' | 'start' | 'end'>): Fingerprint {
  return { rule: finding.rule, text: foldText(article.text, finding.start, finding.end), ...contextOf(article, finding) };
}

/**
 * Text as fingerprints compare it: letters folded as in `foldWord`, a `#` for each number, runs of blanks as one, all
 * other signs kept. Where that leaves nothing, as of a lone character that nobody sees, the text itself. What is folded already
 * stays as it is, so that a decision is found by what stands in it.
 */
export function foldText(text: string, start = 0, end = text.length): string {
  const length = foldUnits(text, start, end);
  if (length === 0) return text.slice(start, end);
  let folded = '';
  for (let i = 0; i < Math.min(length, LONGEST); i++) folded += String.fromCharCode(units[i]);
  if (length <= LONGEST) return folded;
  const hash = hashUnits(length, SEED_HIGH, SEED_LOW).map(inLetters);
  return `${folded.slice(0, BEGINNING)}… ${hash.join('')}`;
}

/** Half a hash in letters, as digits would be folded when a decision is read again. */
const inLetters = (half: number): string =>
  Array.from({ length: 8 }, (_, i) => String.fromCharCode(FIRST_LETTER + ((half >>> (28 - 4 * i)) & 15))).join('');

const FIRST_LETTER = 'a'.charCodeAt(0);

/** The key of a rule's finding by its text, which is the `ruleKey` of what `foldText` makes of it; most findings need no string for that. */
export function findingKey(rule: string, text: string, start: number, end: number): number {
  const length = foldUnits(text, start, end);
  return length === 0 || length > LONGEST ? ruleKey(rule, foldText(text, start, end)) : keyOfUnits(rule, length);
}

/** The key of a rule and a folded text. */
export function ruleKey(rule: string, folded: string): number {
  reserve(folded.length);
  for (let i = 0; i < folded.length; i++) units[i] = folded.charCodeAt(i);
  return keyOfUnits(rule, folded.length);
}

function keyOfUnits(rule: string, length: number): number {
  let high = SEED_HIGH;
  let low = SEED_LOW;
  for (let i = 0; i < rule.length; i++) {
    high = stepHigh(high, rule.charCodeAt(i));
    low = stepLow(low, rule.charCodeAt(i));
  }
  return keyOf(...hashUnits(length, high, low));
}

let units = new Uint16Array(1 << 12);

function reserve(length: number): void {
  if (units.length < length) units = new Uint16Array(2 * length);
}

function hashUnits(length: number, high: number, low: number): [high: number, low: number] {
  for (let i = 0; i < length; i++) {
    high = stepHigh(high, units[i]);
    low = stepLow(low, units[i]);
  }
  return [finish(high), finish(low)];
}

/** Folds text into `units` and returns how many there are. */
function foldUnits(text: string, start: number, end: number): number {
  // A ligature is written with up to 18 letters.
  reserve(18 * (end - start));
  let length = 0;
  let number = false;
  let blank = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const is = CLASS[code];
    if (is === Class.BLANK || is === Class.LINE_END) {
      blank = true;
      continue;
    }
    if (is === Class.MARK || is === Class.TATWEEL || is === Class.HIDDEN) continue;
    if (is === Class.DIGIT && number && !blank) continue;
    if (blank && length > 0) units[length++] = SPACE;
    blank = false;
    number = is === Class.DIGIT;
    if (number) units[length++] = NUMBER;
    else if (is < Class.ARABIC || is > Class.LETTER) units[length++] = code;
    else if (FOLD[code] !== 0) units[length++] = FOLD[code];
    else for (const letter of EXPANSIONS.get(code) ?? '') units[length++] = letter.charCodeAt(0);
  }
  return length;
}

const SPACE = 0x20;
/** Stands for any number. */
const NUMBER = '#'.charCodeAt(0);

/**
 * The words on both sides of a finding, as far as its block goes: in a page that was flattened into a line they are the same
 * after line ends were put back, or the menu beside them was taken out.
 */
export function contextOf(article: Article, { start, end }: Pick<Finding, 'start' | 'end'>): Pick<Fingerprint, 'before' | 'after'> {
  const { text, words } = article;
  const from = blockStart(article, start);
  const to = blockEnd(article, end);
  const next = firstFrom(words.start, start);
  const before: string[] = [];
  for (let w = next - 1; w >= 0 && words.start[w] >= from && before.length < CONTEXT; w--) {
    before.unshift(fold(words.kind[w], text, words.start[w], Math.min(words.end[w], start)));
  }
  const after: string[] = [];
  for (let w = Math.max(0, next - 1); w < words.count && words.start[w] < to && after.length < CONTEXT; w++) {
    if (words.end[w] > end) after.push(fold(words.kind[w], text, Math.max(words.start[w], end), words.end[w]));
  }
  return { before: before.join(' '), after: after.join(' ') };
}

/** Where the block begins that an offset stands in or behind, within its line. */
function blockStart(article: Article, at: number): number {
  const { lineStarts, blocks } = article;
  const next = firstFrom(blocks.start, at + 1);
  return Math.max(lineStarts[positionAt(article, at).line], next > 0 ? blocks.start[next - 1] : 0);
}

/** Where the block ends that an offset stands in or before, within its line. */
function blockEnd(article: Article, at: number): number {
  const { blocks } = article;
  const own = firstFrom(blocks.end, at);
  const end = lineEnd(article, positionAt(article, at).line);
  return own < blocks.count ? Math.min(end, blocks.end[own]) : end;
}

const fold = (kind: number, text: string, start: number, end: number): string =>
  (kind & SCRIPT_BITS) === Script.NUMBER ? String.fromCharCode(NUMBER) : foldWord(text, start, end);

/** The place of the first value in an ascending array that is at least `limit`. */
function firstFrom(ascending: Uint32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
