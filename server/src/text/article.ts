import { keyOf } from './hash';
import { positionAt } from './position';
import { SCRIPT_BITS, type Scan, Script, scan } from './scan';

/** Why the bytes of a file are no text. */
export interface Fault {
  readonly kind: 'windows-1256' | 'utf-16' | 'binary' | 'truncated' | 'lone-surrogate' | 'encoding' | 'unreadable';
  /** What it looks like, or what the system said. */
  readonly detail: string;
  /** The first byte that can't be read, `0xE6`, where that is all that can be said. */
  readonly byte?: { readonly value: string; readonly offset: number };
  /** 0-based line of the first byte that can't be read. */
  readonly line: number;
}

/** What one file says. Immutable: everything derived hangs on it or is computed again. */
export interface Article extends Scan {
  /** The path within the corpus, joined with `/`. */
  readonly id: string;
  /** The outlet that published it. */
  readonly source: string;
  /** Decoded, without byte order mark. */
  readonly text: string;
  /** Why the file couldn't be read as text, null where it could; `text` is empty otherwise. */
  readonly fault: Fault | null;
  /** The language as far as rules must know it: grammar of names differs. */
  readonly language: 'ar' | 'fa' | 'other';
}

/** By character: 1 for those that are asked about. */
function tableOf(letters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const letter of letters) table[letter.charCodeAt(0)] = 1;
  return table;
}

/** Letters of Persian (and Urdu) that Arabic doesn't write, but in foreign names now and then. */
const PERSIAN_LETTERS = tableOf('پچژگکی');
/** Arabic prose has almost none of them, Persian prose 10 % and more; the clean development texts part anywhere between 2 % and 8 %. */
const PERSIAN_SHARE = 0.04;
/** Letters that Persian hardly writes, on whatever keyboard: Arabic that is typed on a Persian one is full of them still. */
const ARABIC_LETTERS = tableOf('ةىأإ');
/** So many UTF-16 units tell the language as surely as the whole article. */
const SAMPLE = 1500;

function languageOf(text: string, { words }: Scan): Article['language'] {
  let arabic = 0;
  let letters = 0;
  let others = 0;
  for (let w = 0; w < words.count; w++) {
    const script = words.kind[w] & SCRIPT_BITS;
    if (script === Script.ARABIC) {
      arabic++;
      letters += words.end[w] - words.start[w];
    } else if (script !== Script.NUMBER) others++;
  }
  if (others >= arabic) return 'other';
  const end = Math.min(text.length, SAMPLE);
  const persian = countOf(PERSIAN_LETTERS, text, end);
  return persian > PERSIAN_SHARE * Math.min(letters, end) && persian > countOf(ARABIC_LETTERS, text, end) ? 'fa' : 'ar';
}

function countOf(table: Uint8Array, text: string, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at++) count += table[text.charCodeAt(at)];
  return count;
}

/** Reads `text` into an article. `text` must not begin with a byte order mark. */
export const createArticle = (id: string, source: string, text: string): Article => articleOf(id, source, text, null);

/** An article whose file holds no readable text. */
export const createFaultyArticle = (id: string, source: string, fault: Fault): Article => articleOf(id, source, '', fault);

/** All articles are built here, field by field: functions that see them all in one shape are compiled once. */
function articleOf(id: string, source: string, text: string, fault: Fault | null): Article {
  const scanned = scan(text);
  const { lineStarts, words, blocks, quotes, unseen, odd } = scanned;
  return { id, source, text, fault, language: languageOf(text, scanned), lineStarts, words, blocks, quotes, unseen, odd };
}

/** The text of block `b`. */
export const blockText = (article: Article, b: number): string => article.text.slice(article.blocks.start[b], article.blocks.end[b]);

/** The key of block `b`; for a block with words the `runKey` of all its words. */
export const blockKey = ({ blocks }: Article, b: number): number => keyOf(blocks.hash[2 * b], blocks.hash[2 * b + 1]);

/** How many words (numbers included) block `b` holds. */
export const blockWords = ({ blocks }: Article, b: number): number => blocks.firstWord[b + 1] - blocks.firstWord[b];

/** The line end (\n, \r\n or \r) that stands nearest to `offset`; \n where the article has a single line. */
export function nearestLineEnd(article: Article, offset: number): string {
  const { text, lineStarts } = article;
  if (lineStarts.length === 1) return '\n';
  const line = positionAt(article, offset).line;
  const own = line + 1 < lineStarts.length ? lineEnd(article, line) : Number.POSITIVE_INFINITY;
  const isOwn = line === 0 || own - offset <= offset - lineStarts[line];
  const ended = isOwn ? line : line - 1;
  return text.slice(lineEnd(article, ended), lineStarts[ended + 1]);
}

/** Where line `line` ends, without its terminator. */
export function lineEnd({ text, lineStarts }: Article, line: number): number {
  if (line + 1 === lineStarts.length) return text.length;
  let end = lineStarts[line + 1] - 1;
  if (end > lineStarts[line] && text[end] === '\n' && text[end - 1] === '\r') end--;
  return end;
}
