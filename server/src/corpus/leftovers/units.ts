import { CLASS, Class, FULL_STOP } from '../../text/characters';

/** What kinds of characters a short block has: bits of a mask. Most patterns need one that most blocks don't have. */
export const Has = {
  DIGIT: 1,
  AT: 2,
  SLASH: 4,
  PIPE: 8,
  ANGLE: 16,
  COLON: 32,
  DASH: 64,
  BRACKET: 128,
  CLOCK: 256,
  GLUED: 512,
  BULLET: 1024,
  DOT: 2048,
} as const;

const BITS: Readonly<Record<string, number>> = {
  '@': Has.AT,
  '/': Has.SLASH,
  '\\': Has.SLASH,
  '|': Has.PIPE,
  '•': Has.PIPE,
  '·': Has.PIPE,
  '>': Has.ANGLE,
  '<': Has.ANGLE,
  '›': Has.ANGLE,
  '»': Has.ANGLE,
  ':': Has.COLON,
  '：': Has.COLON,
  '-': Has.DASH,
  '–': Has.DASH,
  '—': Has.DASH,
  ـ: Has.DASH,
  '[': Has.BRACKET,
  '(': Has.BRACKET,
};
const BIT_OF = new Uint16Array(0x10000);
for (const [unit, bit] of Object.entries(BITS)) BIT_OF[unit.charCodeAt(0)] = bit;
const COLON = ':'.charCodeAt(0);
const BULLETS = '•*▪■●◦‣►▶→';

const isCapital = (code: number): boolean => {
  const unit = String.fromCharCode(code);
  return unit !== unit.toLowerCase();
};

/** The mask of `text` from `start` to `end`. */
export function unitsOf(text: string, start: number, end: number): number {
  let mask = BULLETS.includes(text[start]) ? Has.BULLET : 0;
  let before = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const is = CLASS[code];
    if (is === Class.DIGIT) {
      mask |= Has.DIGIT;
      if (before === COLON && CLASS[text.charCodeAt(i - 2)] === Class.DIGIT) mask |= Has.CLOCK;
    } else if (is === Class.LATIN || is === Class.CYRILLIC) {
      // A capital right after a small letter, `ShareTweet`: two words of a page that lost what parted them.
      if (CLASS[before] === is && isCapital(code) && !isCapital(before)) mask |= Has.GLUED;
    } else if (code === FULL_STOP) mask |= Has.DOT;
    else mask |= BIT_OF[code];
    before = code;
  }
  return mask;
}
