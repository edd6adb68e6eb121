import type { Article } from '../text/article';
import { CLASS, Class } from '../text/characters';
import { SCRIPT_BITS, Script } from '../text/scan';
import page from './exposed-telephone.md';
import { Holds } from './holdings';
import { rule } from './rule';

/** Digits of the longest number in the world (ITU-T E.164), and two for the prefix 00. */
const MOST_DIGITS = 17;
/** Digits of the shortest mobile numbers (Lebanon, the Gulf). */
const FEWEST_DIGITS = 8;

/**
 * Mobile numbers as they are dialled within Arab countries: 05 (Saudi Arabia, the Emirates, Palestine, Algeria), 06 and 07 (Morocco,
 * Algeria, Jordan), 07 with one digit more (Iraq), 09 (Syria, Sudan, Libya), 010 to 015 (Egypt).
 */
const MOBILE = /^(?:0[5679]\d{8}|07\d{9}|01[0125]\d{8})$/;
/** With the sign or the prefix of a call abroad, and the code of a country. */
const ABROAD = /^(?:\+|00)[1-9]\d{8,13}$/;
/** Numbers that all callers share: 800, 900, 920 after the code of a country or the sign. */
const OFFICE = /^(?:(?:\+|00)\d{2,3}|0)?(?:800|900|920|600)\d+$/;

/** What stands before the number of somebody's own telephone. */
const OWN = /(?:جوال|موبايل|محمول|نقال|خلوي|واتس ?[اآ]ب|whats ?app|mobile|cell(?:phone)?)[^\p{L}\d]{0,4}(?:\p{L}{1,12}[^\p{L}\d]{0,4}){0,2}$/iu;
/** What stands before numbers that aren't for calling. */
const NO_CALL = /(?:حساب|[آا]يبان|iban|ترخيص|سجل|هوية|صك|قرار|معاملة|رقم القضية|فاكس|fax|isbn|ردمك)[^\d]{0,24}$/iu;
const LABEL_UNITS = 40;

/** A number by which a person can be called. */
export const exposedTelephone = rule({
  id: 'exposed-telephone',
  group: 'privacy',
  severity: 'info',
  summary: 'The telephone number of a person stands in the text.',
  page,
  messages: {
    found: '{number} seems to be the telephone number of a person.',
    mask: 'Write {masked}',
  },
  options: {},
  needs: Holds.NUMBER,

  *check(article, { facts: { joints } }) {
    const { text, words } = article;
    let last = -1;
    for (let j = 0; j < joints.length; j++) {
      const w = joints[j];
      if (w <= last || (words.kind[w] & SCRIPT_BITS) !== Script.NUMBER) continue;
      last = lastOf(article, w);
      const end = words.end[last];
      if (end - words.start[w] + 1 < FEWEST_DIGITS) continue;
      const start = text[words.start[w] - 1] === '+' ? words.start[w] - 1 : words.start[w];
      if (end - start < FEWEST_DIGITS || isPartOfMore(text, start, end) || !isTelephone(article, start, end)) continue;
      const written = text.slice(start, end);
      const masked = mask(written);
      const fixes = [{ title: 'mask', slots: { masked }, safe: false, edits: [{ start, end, text: masked }] }];
      yield { start, end, message: 'found', slots: { number: written }, fixes, data: { kind: 'telephone' } };
    }
  },
});

/** The last of the groups of digits that a blank or a hyphen parts. */
function lastOf({ text, words }: Article, first: number): number {
  let last = first;
  let digits = words.end[first] - words.start[first];
  while (last + 1 < words.count && (words.kind[last + 1] & SCRIPT_BITS) === Script.NUMBER) {
    const gap = words.start[last + 1] - words.end[last];
    digits += words.end[last + 1] - words.start[last + 1];
    if (gap !== 1 || digits > MOST_DIGITS || !' -\u{A0}'.includes(text[words.end[last]])) break;
    last++;
  }
  return last;
}

/** Dates, sums, scores, addresses and codes go on beyond their digits. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const next = CLASS[text.charCodeAt(end + 1)];
  return isOfCode(before) || CLASS[after] === Class.LATIN || (SIGNS.includes(text[end] ?? ' ') && next === Class.DIGIT) || text[end] === '%';
}

/** What joins digits into dates, sums and codes. */
const SIGNS = './,-:_=٫٬';
/** What stands before one of them. */
const LEADS = '$€£#./,_=٫٬';
const isOfCode = (code: number): boolean => CLASS[code] === Class.LATIN || LEADS.includes(String.fromCharCode(code));

function isTelephone({ text, language }: Article, start: number, end: number): boolean {
  const number = digitsOf(text, start, end);
  const before = text.slice(Math.max(0, start - LABEL_UNITS), start);
  if (OFFICE.test(number) || NO_CALL.test(before)) return false;
  return (language === 'ar' && MOBILE.test(number)) || ABROAD.test(number) || OWN.test(before);
}

/** The number in ASCII digits, without what parts them. */
const digitsOf = (text: string, start: number, end: number): string =>
  text
    .slice(start, end)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[^\d+]/g, '');

/** Two digits that tell what kind of number it was stay. */
const mask = (written: string): string => {
  let digits = 0;
  return written.replace(/\p{Nd}/gu, (digit) => (++digits <= 2 ? digit : '×'));
};
