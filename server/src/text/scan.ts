import {
  CARRIAGE_RETURN,
  CLASS,
  Class,
  EXPANSIONS,
  FOLD,
  FULL_STOP,
  HEH,
  isLetter,
  LEFT_BRACE,
  LINE_FEED,
  MAY_QUOTE,
  ODD,
  Odd,
  RIGHT_BRACE,
  TANWIN,
  TATWEEL,
  UNJOINED,
  UNSEEN,
} from './characters';

/** The low bits of `Words.kind`. */
export const Script = { ARABIC: 1, LATIN: 2, CYRILLIC: 3, OTHER: 4, NUMBER: 5 } as const;
export const SCRIPT_BITS = 7;
/** Something other than blanks and quotation marks stands between this word and the one before: no context crosses it. */
export const AFTER_BREAK = 8;
/** A stop or another sign was put inside the word, after a tatweel: المعـ.ركة. */
export const OBFUSCATED = 16;

/** Words and numbers in reading order, one entry each in every array. Offsets are UTF-16 units of the article's text. */
export interface Words {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** 64 bits a word, high half first: equal for words that fold alike (`FOLD`); all numbers share one. */
  readonly hash: Uint32Array;
  readonly kind: Uint8Array;
}

/** Pieces of lines: a line, or what runs of blanks (`GAP`) cut it into. Never empty; without the blanks at both ends. */
export interface Blocks {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** The 0-based line. */
  readonly line: Uint32Array;
  /** Words of the block: from `firstWord[b]` up to `firstWord[b + 1]`; one entry more than blocks. */
  readonly firstWord: Uint32Array;
  /** 64 bits a block, high half first: equal where the words are, whatever stands between them and whatever the numbers. */
  readonly hash: Uint32Array;
}

export interface Scan {
  /** Where each line starts; lines end at \n, \r\n or \r. */
  readonly lineStarts: Uint32Array;
  readonly words: Words;
  readonly blocks: Blocks;
  /** Offsets of quotation marks, and of what may be one (`MAY_QUOTE`). */
  readonly quotes: Uint32Array;
  /** Offsets of characters nobody sees (`UNSEEN`). */
  readonly unseen: Uint32Array;
  /**
   * Offsets of what some rule asks about (`ODD` says which question), of marks that stand where few do, and of letters that follow one
   * of another script without anything between; in the order of the text.
   */
  readonly odd: Uint32Array;
}

/**
 * Blanks in a row that part two blocks. Pages flattened to text leave 7 to 30 of them between paragraphs and menu
 * entries (counted on 3,845 such files); typists leave up to 3 after a stop.
 */
const GAP = 5;

export const SEED_HIGH = 0x811c9dc5;
export const SEED_LOW = 0x9e3779b9;
const NUMBER_HIGH = 0x6e756d62;
const NUMBER_LOW = 0x65723030;

export const stepHigh = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
export const stepLow = (hash: number, unit: number): number => Math.imul((hash << 5) ^ (hash >>> 27) ^ unit, 0x85ebca6b);

/** Spreads the bits of a hash that grew unit by unit (the finaliser of MurmurHash3, public domain). */
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The hash that `scan` gives a word: high and low half. */
export function hashWord(word: string): [high: number, low: number] {
  let high = SEED_HIGH;
  let low = SEED_LOW;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const fold = FOLD[code];
    const units = fold === 0 ? (EXPANSIONS.get(code) ?? '') : String.fromCharCode(fold);
    for (let k = 0; k < units.length; k++) {
      high = stepHigh(high, units.charCodeAt(k));
      low = stepLow(low, units.charCodeAt(k));
    }
  }
  return [finish(high), finish(low)];
}

/** The letters that a word is compared by: folded, without harakat, tatweel and signs inside. */
export function foldWord(text: string, start = 0, end = text.length): string {
  let folded = '';
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const fold = FOLD[code];
    if (fold !== 0) folded += String.fromCharCode(fold);
    else folded += EXPANSIONS.get(code) ?? '';
  }
  return folded;
}

/** A 64-bit hash as one number of 53 bits, for `Map` and `Set`. */
export const keyOf = (high: number, low: number): number => high * 0x200000 + (low >>> 11);

/** The key of the words `from` to `to`, which equals that of a block of these words. Makes no arrays: it's asked for every word. */
export function runKey({ hash }: Words, from: number, to: number): number {
  hashRun(hash, from, to);
  return keyOf(hashHigh, hashLow);
}

/** The result of `hashRun` and `hashSigns`. */
let hashHigh = 0;
let hashLow = 0;

/** Combines the hashes of the words `from` to `to`, in order, into one of a run of words. */
function hashRun(hash: Uint32Array, from: number, to: number): void {
  let high = SEED_HIGH;
  let low = SEED_LOW;
  for (let w = from; w < to; w++) {
    high = stepHigh(high, hash[2 * w]);
    low = stepLow(low, hash[2 * w + 1]);
  }
  hashHigh = finish(high);
  hashLow = finish(low);
}

/** Grows to the longest article seen, so that a scan allocates only what it returns. */
class Column {
  values = new Uint32Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Uint32Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }
}

/** Moves what columns hold into one piece of memory: an array of its own for each costs the collector more than the scan. */
function take(columns: readonly Column[]): Uint32Array[] {
  let length = 0;
  for (const column of columns) length += column.length;
  const memory = new ArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT);
  let at = 0;
  return columns.map(({ values, length }) => {
    const part = new Uint32Array(memory, at, length);
    for (let i = 0; i < length; i++) part[i] = values[i];
    at += part.byteLength;
    return part;
  });
}

const lineStarts = new Column();
const wordStart = new Column();
const wordEnd = new Column();
const wordHash = new Column();
const wordKind = new Column();
const blockStart = new Column();
const blockEnd = new Column();
const blockLine = new Column();
const blockWord = new Column();
const blockHash = new Column();
const quotes = new Column();
const unseen = new Column();
const odd = new Column();
const columns = [wordStart, wordEnd, wordHash, blockWord, blockStart, blockEnd, blockLine, blockHash, lineStarts, quotes, unseen, odd];

const SCRIPT_OF = new Uint8Array(16);
SCRIPT_OF[Class.ARABIC] = Script.ARABIC;
SCRIPT_OF[Class.LATIN] = Script.LATIN;
SCRIPT_OF[Class.CYRILLIC] = Script.CYRILLIC;
SCRIPT_OF[Class.LETTER] = Script.OTHER;
SCRIPT_OF[Class.DIGIT] = Script.NUMBER;

/** Signs that are put into words to get them past filters. Hyphens, slashes and commas stand between words of their own: بيروتـ-رويترز. */
const WEDGES = '.*_•·@~+';

/** So many letters of a word after و or ال make it a word of its own: والحرب and الرياض, but وت and الية end other words. */
const OWN_WORD = 3;
/** UTF-16 units that are looked at to tell. */
const LONGEST_LOOK = 20;

/**
 * Where the word goes on if the signs from `at` on are wedged into it, after a tatweel: الإرهـ.اب. 0 if they aren't: after a
 * letter or a tanwin that ends a word (أهلاًـ.وسهلا), before another word (دمشقـ.الرياض), and after the Hijri sign of a year
 * that runs into the next sentence, `1436هـ.ودعت`.
 */
function wedge(text: string, wordFrom: number, at: number): number {
  let next = at;
  while (next < text.length && next - at < 2 && WEDGES.includes(text[next])) next++;
  if (next === at) return 0;
  const signsEnd = next;
  while (text.charCodeAt(next) === TATWEEL) next++;
  if (CLASS[text.charCodeAt(next)] !== Class.ARABIC) return 0;
  let last = at - 1;
  while (last > wordFrom && CLASS[text.charCodeAt(last)] !== Class.ARABIC && !TANWIN.has(text.charCodeAt(last))) last--;
  if (UNJOINED.has(text.charCodeAt(last)) || TANWIN.has(text.charCodeAt(last))) return 0;
  // ج.م.ع and the like: single letters with stops are an abbreviation, and a prefix of one letter is no half of a word.
  const left = text.slice(wordFrom, at).replace(MARKS_AND_SIGNS, '').length;
  if (left <= 2 && CLASS[text.charCodeAt(next + 1)] !== Class.ARABIC && CLASS[text.charCodeAt(next + 1)] !== Class.MARK) return 0;
  if (left === 1 && PREFIXES.includes(text[wordFrom]) && next === signsEnd) return 0;
  // No word begins with a tatweel: after one, the word goes on.
  if (next === signsEnd && beginsWord(text.slice(wordFrom, at), text.slice(next, next + LONGEST_LOOK))) return 0;
  if (text.charCodeAt(wordFrom) === HEH && at - wordFrom === 2) {
    let before = wordFrom - 1;
    while (before >= 0 && (CLASS[text.charCodeAt(before)] === Class.BLANK || ')('.includes(text[before]))) before--;
    if (before < 0 || CLASS[text.charCodeAt(before)] === Class.DIGIT || text.charCodeAt(before) === FULL_STOP) return 0;
  }
  return next;
}

/** One-letter words that are written in one piece with the next. */
const PREFIXES = 'ولبكف';

/** The article of a word, with what is written in one piece with it. */
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)/;
const MARKS_AND_SIGNS = /[^\p{L}]|\u0640/gu;

/** How many letters a piece of a word has without its article, harakat and tatweel. */
export const lettersOf = (piece: string): number => piece.replace(MARKS_AND_SIGNS, '').replace(ARTICLE, '').length;

/** Whether a piece of text, which a sign parts from `before`, begins with ال or و as a word of its own. */
function beginsWord(before: string, piece: string): boolean {
  const word = /^[\p{L}\p{M}]*/u.exec(piece)![0].replace(MARKS_AND_SIGNS, '');
  if (word.startsWith('ال')) return word.length >= 2 + OWN_WORD;
  // صـ.واريخ is one word: too little stands before the sign to be another.
  return word.startsWith('و') && word.length >= 1 + OWN_WORD && lettersOf(before) >= OWN_WORD;
}

/** Reads a text once, unit by unit, and notes everything that rules and evidence ask for. */
export function scan(text: string): Scan {
  for (const column of columns) column.length = 0;
  wordKind.length = 0;
  lineStarts.push(0);
  const length = text.length;
  let line = 0;
  let inBlock = false;
  let blanks = 0;
  let lastVisible = 0;
  let broken = true;
  let i = 0;

  const closeBlock = (): void => {
    if (!inBlock) return;
    inBlock = false;
    blockEnd.push(lastVisible);
  };

  while (i < length) {
    const code = text.charCodeAt(i);
    const is = CLASS[code];
    if (UNSEEN[code] === 1) unseen.push(i);
    if (is === Class.BLANK) {
      if (++blanks === GAP) {
        closeBlock();
        broken = true;
      }
      i++;
      continue;
    }
    if (is === Class.LINE_END) {
      closeBlock();
      if (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) === LINE_FEED) i++;
      i++;
      lineStarts.push(i);
      line++;
      blanks = 0;
      broken = true;
      continue;
    }
    if (is === Class.HIDDEN) {
      i++;
      continue;
    }
    blanks = 0;
    if (!inBlock) {
      inBlock = true;
      blockStart.push(i);
      blockLine.push(line);
      blockWord.push(wordStart.length);
    }
    if (is >= Class.ARABIC && is <= Class.DIGIT) {
      const from = i;
      let high = SEED_HIGH;
      let low = SEED_LOW;
      let kind = SCRIPT_OF[is];
      if (is === Class.DIGIT) {
        do i++;
        while (i < length && CLASS[text.charCodeAt(i)] === Class.DIGIT);
        high = NUMBER_HIGH;
        low = NUMBER_LOW;
      } else {
        let afterTatweel = false;
        let unit = code;
        let unitIs: number = is;
        for (;;) {
          if (unitIs === is) {
            const fold = FOLD[unit];
            // Ordinary letters are compared by themselves.
            if (fold !== unit && ODD[unit] !== Odd.NONE) odd.push(i);
            if (fold !== 0) {
              high = stepHigh(high, fold);
              low = stepLow(low, fold);
            } else {
              const expansion = EXPANSIONS.get(unit) ?? '';
              for (let k = 0; k < expansion.length; k++) {
                high = stepHigh(high, expansion.charCodeAt(k));
                low = stepLow(low, expansion.charCodeAt(k));
              }
            }
            afterTatweel = false;
          } else if (unitIs === Class.TATWEEL) {
            if (!afterTatweel) odd.push(i);
            afterTatweel = true;
          } else if (unitIs === Class.MARK) {
            // Harakat belong to their letter and are not compared.
            if (ODD[unit] !== Odd.NONE || (is === Class.ARABIC && isOddlyPlaced(text, i))) odd.push(i);
          } else if (unitIs === Class.HIDDEN && isInsideWord(text, i, is)) {
            unseen.push(i);
          } else {
            const next = afterTatweel ? wedge(text, from, i) : 0;
            if (next === 0) {
              if (unitIs >= Class.ARABIC && unitIs <= Class.LETTER && ODD[unit] === Odd.NONE) odd.push(i);
              break;
            }
            kind |= OBFUSCATED;
            i = next - 1;
            afterTatweel = false;
          }
          if (++i === length) break;
          unit = text.charCodeAt(i);
          unitIs = CLASS[unit];
        }
        high = finish(high);
        low = finish(low);
      }
      if (broken) kind |= AFTER_BREAK;
      // A number breaks the context on both sides.
      broken = is === Class.DIGIT;
      wordStart.push(from);
      wordEnd.push(i);
      wordHash.push(high);
      wordHash.push(low);
      wordKind.push(kind);
      lastVisible = i;
      continue;
    }
    if (ODD[code] !== Odd.NONE || is === Class.MARK) odd.push(i);
    if (is === Class.QUOTE) quotes.push(i);
    else if (is !== Class.TATWEEL) {
      broken = true;
      if (is === Class.PUNCTUATION && MAY_QUOTE.has(code) && !isApostrophe(text, i)) quotes.push(i);
    }
    i++;
    lastVisible = i;
  }
  closeBlock();
  blockWord.push(wordStart.length);

  for (let b = 0; b < blockStart.length; b++) {
    const [from, to] = [blockWord.values[b], blockWord.values[b + 1]];
    if (from < to) hashRun(wordHash.values, from, to);
    else hashSigns(text, blockStart.values[b], blockEnd.values[b]);
    blockHash.push(hashHigh);
    blockHash.push(hashLow);
  }
  const [start, end, hash, firstWord, blockStarts, blockEnds, lines, blockHashes, starts, quoteOffsets, unseenOffsets, oddOffsets] = take(columns);
  const kind = wordKind.values.subarray(0, wordKind.length);
  return {
    lineStarts: starts,
    words: { count: start.length, start, end, hash, kind: new Uint8Array(kind) },
    blocks: { count: blockStarts.length, start: blockStarts, end: blockEnds, line: lines, firstWord, hash: blockHashes },
    quotes: quoteOffsets,
    unseen: unseenOffsets,
    odd: oddOffsets,
  };
}

/** Letters that bear a vowel of their own kind, if any: hamza under alef, madda. */
const FULL_LETTERS: ReadonlySet<number> = new Set([...'إآ'].map((letter) => letter.charCodeAt(0)));

/** A mark of Arabic behind another mark, behind no letter, or on a letter that bears few. */
function isOddlyPlaced(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return CLASS[before] !== Class.ARABIC || FULL_LETTERS.has(before);
}

/** More hidden characters in a row part words. */
const MOST_HIDDEN = 8;

/** A hidden character between two letters of one script is inside their word. */
function isInsideWord(text: string, at: number, script: number): boolean {
  let next = at + 1;
  while (next < text.length && next - at <= MOST_HIDDEN && CLASS[text.charCodeAt(next)] === Class.HIDDEN) next++;
  return CLASS[text.charCodeAt(next)] === script;
}

/** Whether what may quote belongs to a word: don’t, l'eau, ‘Abd. */
function isApostrophe(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === LEFT_BRACE || code === RIGHT_BRACE) return false;
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)];
  return CLASS[before] === Class.LATIN || CLASS[after] === Class.LATIN || (isLetter(before) && isLetter(after));
}

function hashSigns(text: string, start: number, end: number): void {
  let high = SEED_HIGH;
  let low = SEED_LOW;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (CLASS[code] === Class.BLANK) continue;
    high = stepHigh(high, code);
    low = stepLow(low, code);
  }
  hashHigh = finish(high);
  hashLow = finish(low);
}
