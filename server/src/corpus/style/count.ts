import { type Article, blockWords } from '../../text/article';
import { CLASS, Class, FULL_STOP, isLetter, TATWEEL } from '../../text/characters';
import { Family, glyphAt, readLeans } from '../../text/quotations';
import { AFTER_BREAK, SCRIPT_BITS, Script } from '../../text/scan';
import { countUsage } from '../../text/usage';
import { SHORT_PARAGRAPH_WORDS } from '../leftovers/shape';
import { counterOf } from './habits';
import { counterOfWord, mayTell } from './words';

/** The counters of a sign that tells a habit: of which sign it is, and of what stands on one side of it; -1 where that tells nothing. */
interface Sign {
  readonly character: string;
  readonly is: number;
  readonly before: Beside;
  readonly after: Beside;
}

interface Beside {
  readonly tight: number;
  readonly blank: number;
}

const ways = (name: 'beforeComma' | 'afterComma' | 'beforeQuestionMark' | 'beforeColon' | 'beforeStop' | 'afterStop'): Beside => ({
  tight: counterOf(name, 'tight'),
  blank: counterOf(name, 'blank'),
});
const NOTHING: Beside = { tight: -1, blank: -1 };

const SIGNS: readonly Sign[] = [
  { character: '،', is: counterOf('comma', 'arabic'), before: ways('beforeComma'), after: ways('afterComma') },
  { character: ',', is: counterOf('comma', 'latin'), before: ways('beforeComma'), after: ways('afterComma') },
  { character: '؛', is: counterOf('semicolon', 'arabic'), before: NOTHING, after: NOTHING },
  { character: ';', is: counterOf('semicolon', 'latin'), before: NOTHING, after: NOTHING },
  { character: '؟', is: counterOf('questionMark', 'arabic'), before: ways('beforeQuestionMark'), after: NOTHING },
  { character: '?', is: counterOf('questionMark', 'latin'), before: ways('beforeQuestionMark'), after: NOTHING },
  { character: ':', is: -1, before: ways('beforeColon'), after: NOTHING },
  { character: '.', is: -1, before: ways('beforeStop'), after: ways('afterStop') },
];

const ELLIPSIS = '…'.charCodeAt(0);
const TWO_DOTS = counterOf('ellipsis', 'two');
const THREE_DOTS = counterOf('ellipsis', 'three');
const ELLIPSIS_SIGN = counterOf('ellipsis', 'sign');

const DASHES = [
  ['-', counterOf('dash', 'hyphen')],
  ['–', counterOf('dash', 'en')],
  ['—', counterOf('dash', 'em')],
  [String.fromCharCode(TATWEEL), counterOf('dash', 'tatweel')],
] as const;

/** By character: 1 + its number among the signs. Text is full of signs, so they are looked up in arrays. */
const SIGN_AT = new Uint8Array(0x10000);
SIGNS.forEach(({ character }, n) => {
  SIGN_AT[character.charCodeAt(0)] = 1 + n;
});
/** By character: the counter of a dash, 0 for what is none. */
const DASH_AT = new Uint8Array(0x10000);
for (const [character, counter] of DASHES) DASH_AT[character.charCodeAt(0)] = counter;

/** The first digit of each set and its counter. */
const DIGIT_SETS = [
  { zero: '0'.charCodeAt(0), counter: counterOf('digits', 'western') },
  { zero: '٠'.charCodeAt(0), counter: counterOf('digits', 'arabic') },
  { zero: '۰'.charCodeAt(0), counter: counterOf('digits', 'persian') },
] as const;

/** By family: the counter of its marks, -1 for those that no house keeps to. */
const FAMILIES: number[] = Object.values(Family).map(() => -1);
FAMILIES[Family.GUILLEMETS] = counterOf('quotationMarks', 'guillemets');
FAMILIES[Family.CURLY] = counterOf('quotationMarks', 'curly');
FAMILIES[Family.STRAIGHT] = counterOf('quotationMarks', 'straight');

/** Words on both sides of a stop from this length on aren't letters of an abbreviation (إن.بي.سي). */
const NO_LETTER_NAME = 4;

/** Adds what the marks number `from` up to `to` of block `b` tell. `leans` is for use here and as long as the article's marks. */
export function countMarks(article: Article, b: number, from: number, to: number, leans: Int8Array, counters: Uint32Array): void {
  const { text, quotes, blocks } = article;
  readLeans(article, from, to, blocks.start[b], blocks.end[b], leans);
  for (let q = from; q < to; q++) {
    const glyph = glyphAt(text, quotes[q]);
    countUsage(glyph, leans[q], counters);
    const counter = FAMILIES[glyph.family];
    if (counter >= 0) counters[counter]++;
  }
}

/** Adds what words, numbers and signs of block `b` tell. */
export function countWords({ text, words, blocks }: Article, b: number, counters: Uint32Array): void {
  const { start, end, hash, kind } = words;
  const last = blocks.firstWord[b + 1] - 1;
  const blockEnd = blocks.end[b];
  for (let w = blocks.firstWord[b]; w <= last; w++) {
    const script = kind[w] & SCRIPT_BITS;
    const from = end[w];
    if (script === Script.ARABIC) {
      if (mayTell(hash[2 * w + 1])) {
        const counter = counterOfWord(hash[2 * w], hash[2 * w + 1], text, from);
        if (counter >= 0) counters[counter]++;
      }
      const to = w < last ? start[w + 1] : blockEnd;
      // Most words are parted by a blank and nothing else.
      if (to - from === 1 && w < last && (kind[w + 1] & AFTER_BREAK) === 0) continue;
      const isAbbreviation = from - start[w] < NO_LETTER_NAME || (w < last && end[w + 1] - to < NO_LETTER_NAME);
      countSigns(text, from, to, blockEnd, isAbbreviation, counters);
    } else if (script === Script.NUMBER) countNumber(text, start[w], from, counters);
  }
}

const PLAIN = counterOf('stretching', 'plain');
const STRETCHED = counterOf('stretching', 'stretched');

/** Adds whether block `b` holds stretched words, if it is a paragraph: a headline may be set in its own way. */
export function countStretching(article: Article, b: number, isStretched: boolean, counters: Uint32Array): void {
  if (blockWords(article, b) >= SHORT_PARAGRAPH_WORDS) counters[isStretched ? STRETCHED : PLAIN]++;
}

function countNumber(text: string, start: number, end: number, counters: Uint32Array): void {
  // F-16, 4K
  if ((start > 0 && CLASS[text.charCodeAt(start - 1)] === Class.LATIN) || CLASS[text.charCodeAt(end)] === Class.LATIN) return;
  const digit = text.charCodeAt(start);
  for (const { zero, counter } of DIGIT_SETS) if (digit >= zero && digit < zero + 10) counters[counter]++;
}

/** Adds what the signs between `from` and `to` tell, which follow an Arabic word. */
function countSigns(text: string, from: number, to: number, blockEnd: number, isAbbreviation: boolean, counters: Uint32Array): void {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (CLASS[unit] === Class.BLANK) continue;
    const before = text.charCodeAt(at - 1);
    if (unit === FULL_STOP && (text.charCodeAt(at + 1) === FULL_STOP || before === FULL_STOP)) {
      if (before === FULL_STOP) continue;
      counters[text.charCodeAt(at + 2) === FULL_STOP ? THREE_DOTS : TWO_DOTS]++;
      continue;
    }
    if (unit === ELLIPSIS) counters[ELLIPSIS_SIGN]++;
    if (DASH_AT[unit] !== 0) {
      if (isFree(text, at, blockEnd, unit)) counters[DASH_AT[unit]]++;
      continue;
    }
    if (SIGN_AT[unit] === 0) continue;
    const { is, before: beside, after: behind } = SIGNS[SIGN_AT[unit] - 1];
    if (is >= 0) counters[is]++;
    if (beside.tight >= 0) {
      if (CLASS[before] === Class.BLANK) counters[beside.blank]++;
      else if (at === from || CLASS[before] === Class.QUOTE) counters[beside.tight]++;
    }
    if (behind.tight >= 0 && at + 1 < blockEnd) {
      const after = text.charCodeAt(at + 1);
      if (CLASS[after] === Class.BLANK) counters[behind.blank]++;
      else if (isLetter(after) && !(unit === FULL_STOP && isAbbreviation)) counters[behind.tight]++;
    }
  }
}

/** Whether a dash stands between words, not within one: a blank on one side at least, on both for a tatweel. */
function isFree(text: string, at: number, blockEnd: number, unit: number): boolean {
  const before = CLASS[text.charCodeAt(at - 1)] === Class.BLANK;
  const after = at + 1 >= blockEnd || CLASS[text.charCodeAt(at + 1)] === Class.BLANK;
  return unit === TATWEEL ? before && after : before || after;
}
