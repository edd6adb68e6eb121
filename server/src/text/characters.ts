/**
 * The characters that article text is made of, by name and by class.
 *
 * Classes come from the Unicode general categories of the running engine, refined by the few that a checker of
 * Arabic text must tell apart: tatweel, quotation marks, sentence ends, characters nobody sees.
 */

export const TATWEEL = 0x0640;
export const ALEF = 0x0627;
export const LAM = 0x0644;
export const HEH = 0x0647;
export const TEH_MARBUTA = 0x0629;
export const ALEF_MAKSURA = 0x0649;
export const YEH = 0x064a;
export const FATHATAN = 0x064b;
export const FULL_STOP = 0x2e;
export const LEFT_BRACE = 0x7b;
export const RIGHT_BRACE = 0x7d;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const NO_BREAK_SPACE = 0xa0;
export const NARROW_NO_BREAK_SPACE = 0x202f;
export const ZERO_WIDTH_NON_JOINER = 0x200c;
export const ZERO_WIDTH_JOINER = 0x200d;
export const BYTE_ORDER_MARK = 0xfeff;
export const ZERO_WIDTH_SPACE = 0x200b;
export const WORD_JOINER = 0x2060;
export const SOFT_HYPHEN = 0xad;
export const NEXT_LINE = 0x85;
export const LINE_SEPARATOR = 0x2028;
export const PARAGRAPH_SEPARATOR = 0x2029;
export const ARABIC_LETTER_MARK = 0x61c;
export const LEFT_TO_RIGHT_MARK = 0x200e;
export const RIGHT_TO_LEFT_MARK = 0x200f;
export const LEFT_TO_RIGHT_EMBEDDING = 0x202a;
export const RIGHT_TO_LEFT_EMBEDDING = 0x202b;
export const POP_DIRECTIONAL_FORMATTING = 0x202c;
export const LEFT_TO_RIGHT_OVERRIDE = 0x202d;
export const RIGHT_TO_LEFT_OVERRIDE = 0x202e;
export const LEFT_TO_RIGHT_ISOLATE = 0x2066;
export const RIGHT_TO_LEFT_ISOLATE = 0x2067;
export const IDEOGRAPHIC_SPACE = 0x3000;
/** Isolates a run of unknown direction inside a message. */
export const FIRST_STRONG_ISOLATE = '\u2068';
export const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** Marks, embeddings, overrides and isolates: they change the order in which text is shown, and nothing else. */
export const DIRECTIONAL: ReadonlySet<number> = new Set([
  ARABIC_LETTER_MARK,
  LEFT_TO_RIGHT_MARK,
  RIGHT_TO_LEFT_MARK,
  LEFT_TO_RIGHT_EMBEDDING,
  RIGHT_TO_LEFT_EMBEDDING,
  POP_DIRECTIONAL_FORMATTING,
  LEFT_TO_RIGHT_OVERRIDE,
  RIGHT_TO_LEFT_OVERRIDE,
  LEFT_TO_RIGHT_ISOLATE,
  RIGHT_TO_LEFT_ISOLATE,
  FIRST_STRONG_ISOLATE.charCodeAt(0),
  POP_DIRECTIONAL_ISOLATE.charCodeAt(0),
]);

/** Characters beside line feed and carriage return that begin a new line where they are shown. The scan takes them for blanks. */
export const LINE_BREAKS: ReadonlySet<number> = new Set([NEXT_LINE, LINE_SEPARATOR, PARAGRAPH_SEPARATOR]);

/** Letters that are not joined to the next one: a tatweel after them stretches nothing. */
export const UNJOINED: ReadonlySet<number> = new Set([...'اأإآٱدذرزژوؤةىء'].map((letter) => letter.charCodeAt(0)));

/** Letters that each house writes in its own way, and the ones they are compared by: hamza seats, ى for ي, ه for ة. */
export const HOUSE_LETTERS: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه' };

/** The marks that end an indefinite word: fathatan, dammatan, kasratan. */
export const TANWIN: ReadonlySet<number> = new Set([FATHATAN, 0x64c, 0x64d]);

/** What a UTF-16 unit is to the scanner. The values index no table; only their names matter. */
export const Class = {
  OTHER: 0,
  BLANK: 1,
  LINE_END: 2,
  ARABIC: 3,
  LATIN: 4,
  CYRILLIC: 5,
  LETTER: 6,
  DIGIT: 7,
  /** Combining marks, harakat among them. */
  MARK: 8,
  TATWEEL: 9,
  QUOTE: 10,
  PUNCTUATION: 11,
  /** Takes no room and shows nothing: format and control characters. */
  HIDDEN: 12,
} as const;

/** Braces and apostrophes quote now and then. */
export const MAY_QUOTE: ReadonlySet<number> = new Set([..."{}‘’'"].map((sign) => sign.charCodeAt(0)));

/**
 * What the units of each class are, by Unicode. A unit of several is what the last of them says. Half characters have no class.
 * Some format characters are drawn, around the digits behind them: signs of numbers, of years and of the end of a verse
 * (Unicode: Prepended_Concatenation_Mark).
 */
const UNITS: readonly (readonly [is: number, units: RegExp])[] = [
  [Class.HIDDEN, /[\p{Cf}\p{Cc}]+/gu],
  [Class.OTHER, /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2]+/gu],
  [Class.PUNCTUATION, /\p{P}+/gu],
  [Class.DIGIT, /\p{Nd}+/gu],
  [Class.MARK, /\p{M}+/gu],
  [Class.BLANK, /[\p{Z}\t\v\f\u0085]+/gu],
  [Class.LETTER, /\p{L}+/gu],
  [Class.ARABIC, /(?:(?=\p{L})\p{Script=Arabic})+/gu],
  [Class.LATIN, /(?:(?=\p{L})\p{Script=Latin})+/gu],
  [Class.CYRILLIC, /(?:(?=\p{L})\p{Script=Cyrillic})+/gu],
  [Class.QUOTE, /["«»“”„‟″‹›]+/gu],
  [Class.TATWEEL, /\u0640/gu],
  [Class.LINE_END, /[\n\r]+/gu],
];

/** Blanks and controls that every text may hold. */
const PLAIN = ' \t\n\r';

/** The class of each UTF-16 unit. */
export const CLASS = new Uint8Array(0x10000);

/** 1 for each unit that a reader can't see or can't tell from a plain blank. */
export const UNSEEN = new Uint8Array(0x10000);

/**
 * Why a unit is worth a second look, by the question that some rule asks about it. Text has few of them, so the scan notes where they
 * stand (`Scan.odd`) and no rule has to go over the text again.
 */
export const Odd = {
  NONE: 0,
  /** Shapes of letters that fonts choose by themselves, ligatures, letters of full width. */
  FORM: 1,
  /** Letters of Persian and Urdu that look like Arabic ones. */
  PERSIAN: 2,
  /** Joins letters, or stretches a word. Of several in a row the first is noted. */
  TATWEEL: 3,
  /** A mark that many letters can't bear, or that is one character with its letter. Others are noted only where they stand oddly. */
  MARK: 4,
  /** Begins the name or number of a character in a page's source. */
  AMPERSAND: 5,
  /** Frequent where text was read in a wrong encoding, rare elsewhere. */
  MISREAD: 6,
  /** Stands for what was lost, or is half of a character. */
  LOST: 7,
  /** Part of an address. */
  AT: 8,
  /** Encloses scripture. */
  BRACE: 9,
  /** Put into words to hide them. */
  STAR: 10,
} as const;

/** The question about each unit, a value of `Odd`. */
export const ODD = new Uint8Array(0x10000);

/** Letters of Persian and Urdu, and the Arabic ones that readers take them for. At the end of a word the first may stand for ى too. */
export const PERSIAN_LETTERS: Readonly<Record<string, string>> = { ی: 'ي', ک: 'ك', ہ: 'ه', ھ: 'ه', ە: 'ه', ے: 'ي' };

/** Opens and closes scripture in Arabic order; many texts have them the other way round. */
export const ORNATE_BRACES = '\u{FD3F}\u{FD3E}';

/**
 * What texts in UTF-8 are full of once they are read as Windows-1252 (lead bytes of two-byte characters, the euro sign of a
 * quotation mark's second byte) or Windows-1256 (the section sign, which is the second byte of alef), and Arabic in Windows-1256
 * when it is read as Windows-1252 (alef and lam).
 */
const MISREAD = 'ÃÂÅÄØÙÚÛÐÑÇ€§';

/**
 * The unit that stands for a letter where spelling is compared: lower case, Arabic yeh and kaf for the Persian ones,
 * plain letters for presentation forms. 0 where the unit folds to nothing (harakat, tatweel) or to several (`EXPANSIONS`).
 */
export const FOLD = new Uint16Array(0x10000);

/** Ligatures of the presentation forms, such as lam with alef, and what they are written with. */
export const EXPANSIONS = new Map<number, string>();

function foldOf(code: number): string {
  const character = String.fromCharCode(code);
  const plain = code >= 0xfb00 ? character.normalize('NFKC') : character;
  const folded = PERSIAN_LETTERS[plain] ?? plain;
  return code < 0x370 || (code >= 0x400 && code < 0x530) ? folded.toLowerCase() : folded;
}

/** The units on either side of the half characters, as one text each. */
const PLANE = [
  [0, 0xd800],
  [0xe000, 0x10000],
].map(([first, end]) => ({
  first,
  text: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(new Uint16Array(end - first).map((_, n) => first + n)),
}));

for (const [is, units] of UNITS) {
  for (const { first, text } of PLANE) {
    for (const { 0: run, index } of text.matchAll(units)) CLASS.fill(is, first + index, first + index + run.length);
  }
}
for (let code = 0; code < 0x10000; code++) {
  const is = CLASS[code];
  if (is === Class.HIDDEN || (is === Class.BLANK && !PLAIN.includes(String.fromCharCode(code)))) UNSEEN[code] = 1;
  if (is < Class.ARABIC || is > Class.LETTER) continue;
  // Nothing between folds to anything else: to ask for each would cost start-up.
  const folded = code >= 0x700 && code < 0xfb00 ? '' : foldOf(code);
  if (folded === '') FOLD[code] = code;
  else if (folded.length === 1) FOLD[code] = folded.charCodeAt(0);
  else EXPANSIONS.set(code, folded.replace(/\P{L}/gu, ''));
}

/** Notes a question about each unit from `first` to `last`. */
function ask(question: number, first: number, last: number): void {
  for (let code = first; code <= last; code++) ODD[code] = question;
}
const askOf = (question: number, characters: string): void => {
  for (const character of characters) ODD[character.charCodeAt(0)] = question;
};

// Letters among the presentation forms of Latin and Arabic, and the ASCII characters of full width. Ligatures of whole words, such as
// the name of God, are used on purpose, and so are the ornate braces among them.
ask(Odd.FORM, 0xfb00, 0xfb06);
ask(Odd.FORM, 0xfb50, 0xfd3d);
ask(Odd.FORM, 0xfe70, 0xfefc);
ask(Odd.FORM, 0xff01, 0xff5e);
askOf(Odd.PERSIAN, Object.keys(PERSIAN_LETTERS).join(''));
askOf(Odd.TATWEEL, String.fromCharCode(TATWEEL));
// Combining accents of Latin and Cyrillic that have letters of their own, and the Arabic madda and hamzas.
ask(Odd.MARK, 0x300, 0x328);
ask(Odd.MARK, 0x653, 0x655);
askOf(Odd.AMPERSAND, '&');
askOf(Odd.MISREAD, MISREAD);
ask(Odd.LOST, 0xd800, 0xdfff);
askOf(Odd.LOST, '\u{FFFD}');
askOf(Odd.AT, '@');
askOf(Odd.BRACE, `{}${ORNATE_BRACES}`);
askOf(Odd.STAR, '*•');

/** Whether a unit is a letter of any script. */
export const isLetter = (code: number): boolean => {
  const is = CLASS[code];
  return is >= Class.ARABIC && is <= Class.LETTER;
};

/** The zeros of the sets of digits that articles are written in: European, Arabic, Persian. */
export const ZEROS: readonly number[] = [...'0٠۰'].map((digit) => digit.charCodeAt(0));

/** What a digit of one of these sets is worth; -1 for any other unit. */
export function digitValue(code: number): number {
  const zero = ZEROS.find((each) => code >= each && code < each + 10);
  return zero === undefined ? -1 : code - zero;
}

/** Whether a blank stands at an offset of a text, or what nobody sees. */
export const isBlankUnit = (text: string, at: number): boolean => {
  const is = CLASS[text.charCodeAt(at)];
  return is === Class.BLANK || is === Class.HIDDEN;
};

/** Where the blanks begin that stand before `at` of a text, from `from` on (UTF-16 offsets); `at` itself where none do. */
export function backOverBlanks(text: string, at: number, from = 0): number {
  let begin = at;
  while (begin > from && CLASS[text.charCodeAt(begin - 1)] === Class.BLANK) begin--;
  return begin;
}

/** Where the blanks end that begin at `at` of a text (a UTF-16 offset); `at` itself where none do. */
export function overBlanks(text: string, at: number): number {
  let end = at;
  while (end < text.length && CLASS[text.charCodeAt(end)] === Class.BLANK) end++;
  return end;
}

/** Whether a unit ends a sentence: full stops, question and exclamation marks, the ellipsis. */
export const isStop = (code: number): boolean => STOPS.has(code);
const STOPS = new Set([...'.!?؟…۔。！？'].map((sign) => sign.charCodeAt(0)));
