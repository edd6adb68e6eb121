import {
  CARRIAGE_RETURN,
  CLASS,
  Class,
  EXPANSIONS,
  FOLD,
  isLetter,
  LEFT_BRACE,
  LINE_FEED,
  MAY_QUOTE,
  ODD,
  Odd,
  RIGHT_BRACE,
  TATWEEL,
  UNSEEN,
} from './characters';
import { finish, hashHigh, hashLow, hashRun, hashSigns, NUMBER_HIGH, NUMBER_LOW, SEED_HIGH, SEED_LOW, stepHigh, stepLow } from './hash';
import { wedge } from './wedge';

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

/** All that one scan notes of a text. */
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

/** Grows to the longest article seen, so that a scan allocates only what it returns. */
class Column {
  values = new Uint32Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) this.reserve(this.length + 1);
    this.values[this.length++] = value;
  }
  /** Its values, with room for so many. */
  reserve(room: number): Uint32Array {
    if (this.values.length < room) {
      const grown = new Uint32Array(2 * room);
      grown.set(this.values);
      this.values = grown;
    }
    return this.values;
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

/** The units of the text under the scan, and a NUL behind them, which is no part of any word. Grows to the longest text seen. */
let units = new Uint16Array(1 << 14);

function unitsOf(text: string): Uint16Array {
  if (units.length <= text.length) units = new Uint16Array(2 * text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  units[text.length] = 0;
  return units;
}

/** Letters that hash to what they fold to and raise no question: the class in the upper half, the fold in the lower. 0 for all else. */
const PLAIN = new Uint32Array(0x10000);
for (let code = 0; code < PLAIN.length; code++) {
  const fold = FOLD[code];
  if (isLetter(code) && fold !== 0 && (fold === code || ODD[code] === Odd.NONE)) PLAIN[code] = (CLASS[code] << 16) | fold;
}

/** Reads a text once, unit by unit, and notes everything that rules and evidence ask for. What is rare has a function of its own: this loop is hot. */
export function scan(text: string): Scan {
  for (const column of columns) column.length = 0;
  lineStarts.push(0);
  const length = text.length;
  const units = unitsOf(text);
  // Words are parted by something, mostly.
  let room = (length >> 1) + 1;
  let starts = wordStart.reserve(room);
  let ends = wordEnd.reserve(room);
  let hashes = wordHash.reserve(2 * room);
  let kinds = wordKind.reserve(room);
  let word = 0;
  let line = 0;
  let inBlock = false;
  let blanks = 0;
  let lastVisible = 0;
  let broken = true;
  let i = 0;

  while (i < length) {
    const code = units[i];
    const is = CLASS[code];
    if (is === Class.BLANK) {
      if (UNSEEN[code] === 1) unseen.push(i);
      i++;
      if (++blanks !== GAP) continue;
    } else if (is === Class.LINE_END) {
      if (code === CARRIAGE_RETURN && units[i + 1] === LINE_FEED) i++;
      lineStarts.push(++i);
      line++;
      blanks = 0;
    } else if (is === Class.HIDDEN) {
      if (UNSEEN[code] === 1) unseen.push(i);
      i++;
      continue;
    } else {
      blanks = 0;
      if (!inBlock) {
        inBlock = true;
        blockStart.push(i);
        blockLine.push(line);
        blockWord.push(word);
      }
      if (is < Class.ARABIC || is > Class.DIGIT) {
        if (noteSign(text, i, code, is)) broken = true;
        lastVisible = ++i;
        continue;
      }
      const from = i;
      let high = NUMBER_HIGH;
      let low = NUMBER_LOW;
      let kind = broken ? SCRIPT_OF[is] | AFTER_BREAK : SCRIPT_OF[is];
      if (is === Class.DIGIT) {
        do i++;
        while (CLASS[units[i]] === Class.DIGIT);
        // A number breaks the context on both sides.
        broken = true;
      } else {
        broken = false;
        high = SEED_HIGH;
        low = SEED_LOW;
        for (;;) {
          let plain = PLAIN[units[i]];
          while (plain >>> 16 === is) {
            high = stepHigh(high, plain & 0xffff);
            low = stepLow(low, plain & 0xffff);
            plain = PLAIN[units[++i]];
          }
          const unit = units[i];
          const unitIs = CLASS[unit];
          if (unitIs === Class.BLANK || unitIs === Class.LINE_END) break;
          if (unitIs === is) {
            if (ODD[unit] !== Odd.NONE) odd.push(i);
            if (FOLD[unit] !== 0) {
              high = stepHigh(high, FOLD[unit]);
              low = stepLow(low, FOLD[unit]);
            } else {
              for (const letter of EXPANSIONS.get(unit) ?? '') {
                high = stepHigh(high, letter.charCodeAt(0));
                low = stepLow(low, letter.charCodeAt(0));
              }
            }
            i++;
          } else {
            const next = within(text, from, i, unit, is);
            if (next === 0) break;
            if (next < 0) kind |= OBFUSCATED;
            i = Math.abs(next) | 0;
          }
        }
        high = finish(high);
        low = finish(low);
      }
      if (word === room) {
        room = length;
        starts = wordStart.reserve(room);
        ends = wordEnd.reserve(room);
        hashes = wordHash.reserve(2 * room);
        kinds = wordKind.reserve(room);
      }
      starts[word] = from;
      ends[word] = i;
      hashes[2 * word] = high;
      hashes[2 * word + 1] = low;
      kinds[word++] = kind;
      lastVisible = i;
      continue;
    }
    // A line end, or a gap.
    if (inBlock) blockEnd.push(lastVisible);
    inBlock = false;
    broken = true;
  }
  if (inBlock) blockEnd.push(lastVisible);
  wordStart.length = word;
  wordEnd.length = word;
  wordHash.length = 2 * word;
  blockWord.push(word);

  for (let b = 0; b < blockStart.length; b++) {
    const [from, to] = [blockWord.values[b], blockWord.values[b + 1]];
    if (from < to) hashRun(wordHash.values, from, to);
    else hashSigns(text, blockStart.values[b], blockEnd.values[b]);
    blockHash.push(hashHigh);
    blockHash.push(hashLow);
  }
  const [start, end, hash, firstWord, blockStarts, blockEnds, lines, blockHashes, lineOffsets, quoteOffsets, unseenOffsets, oddOffsets] =
    take(columns);
  return {
    lineStarts: lineOffsets,
    words: { count: word, start, end, hash, kind: new Uint8Array(kinds.subarray(0, word)) },
    blocks: { count: blockStarts.length, start: blockStarts, end: blockEnds, line: lines, firstWord, hash: blockHashes },
    quotes: quoteOffsets,
    unseen: unseenOffsets,
    odd: oddOffsets,
  };
}

/** Notes a sign outside words; whether no context crosses it. */
function noteSign(text: string, at: number, code: number, is: number): boolean {
  if (ODD[code] !== Odd.NONE || is === Class.MARK) odd.push(at);
  if (is === Class.TATWEEL) return false;
  if (is === Class.QUOTE) {
    quotes.push(at);
    return false;
  }
  if (is === Class.PUNCTUATION && MAY_QUOTE.has(code) && !isApostrophe(text, at)) quotes.push(at);
  return true;
}

/**
 * Where a word of a script goes on after a unit that is no letter of it, 0 where it ends there. Negative after signs that
 * were put into it. Harakat belong to their letter and are not compared.
 */
function within(text: string, from: number, at: number, unit: number, script: number): number {
  const is = CLASS[unit];
  if (is === Class.TATWEEL) {
    if (!followsTatweel(text, from, at)) odd.push(at);
    return at + 1;
  }
  if (is === Class.MARK) {
    if (ODD[unit] !== Odd.NONE || (script === Class.ARABIC && isOddlyPlaced(text, at))) odd.push(at);
    return at + 1;
  }
  if (is === Class.HIDDEN && isInsideWord(text, at, script)) {
    unseen.push(at);
    return at + 1;
  }
  const next = followsTatweel(text, from, at) ? wedge(text, from, at) : 0;
  if (next === 0 && isLetter(unit) && ODD[unit] === Odd.NONE) odd.push(at);
  return -next;
}

/** Whether the last of a word that is no mark is a tatweel. */
function followsTatweel(text: string, from: number, at: number): boolean {
  let last = at - 1;
  while (last > from && (CLASS[text.charCodeAt(last)] === Class.MARK || CLASS[text.charCodeAt(last)] === Class.HIDDEN)) last--;
  return text.charCodeAt(last) === TATWEEL;
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
