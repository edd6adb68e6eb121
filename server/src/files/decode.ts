import { isUtf8, transcode } from 'node:buffer';
import { analyse } from 'chardet';
import type { Term } from '../engine/words.en';
import type { Fault } from '../text/article';

/** What the bytes of a file say. */
export type Decoded = { readonly text: string; readonly mark: boolean } | { readonly fault: Fault };

/** Reads bytes as UTF-8; `mark` says whether a byte order mark stood before `text`. Other bytes are a fault, never guessed text. */
export function decode(bytes: Uint8Array): Decoded {
  if (!isUtf8(bytes)) return { fault: diagnose(bytes) };
  // UTF-16 of plain letters and some binary formats are valid UTF-8 too, but hold a NUL sooner or later.
  if (bytes.includes(0)) {
    const kind = looksUtf16(bytes) ?? looksBinary(bytes);
    if (kind) return { fault: { ...kind, line: 0 } };
  }
  // By way of UTF-16, which is four times as fast as any decoder that the engine has for letters beyond Latin.
  const text = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  return text.startsWith('\uFEFF') ? { text: text.slice(1), mark: true } : { text, mark: false };
}

type Kind = Pick<Fault, 'kind' | 'detail' | 'byte'>;

/** Bytes that are looked at to tell what a file is. */
const SAMPLE = 0x10000;

/** What bytes that aren't UTF-8 look like. */
function diagnose(bytes: Uint8Array): Fault {
  const whole = looksUtf16(bytes) ?? looksBinary(bytes);
  if (whole) return { ...whole, line: 0 };
  const { first, sequences, broken, surrogates } = readSequences(bytes);
  return { ...kindOf(bytes, first, sequences, broken, surrogates), line: lineAt(bytes, first) };
}

function kindOf(bytes: Uint8Array, first: number, sequences: number, broken: number, surrogates: number): Kind {
  const value = `0x${bytes[first].toString(16).toUpperCase().padStart(2, '0')}`;
  const byte = { detail: `byte ${value} at offset ${first}`, byte: { value, offset: first } };
  // What holds no character of UTF-8 but ASCII was never UTF-8, even where its only odd byte is the last.
  if (surrogates > 0 && surrogates === broken) return { kind: 'lone-surrogate', ...byte };
  if (sequences > 0 && broken === 1 && isCutOff(bytes, first)) return { kind: 'truncated', ...byte };
  if (sequences > broken) return { kind: 'encoding', ...byte };
  const [guess] = analyse(bytes.subarray(0, SAMPLE));
  if (guess?.name === 'windows-1256') return { kind: 'windows-1256', detail: 'Windows-1256' };
  return { kind: 'encoding', ...(guess && !/^UTF|^ASCII/.test(guess.name) ? { detail: guess.name } : byte) };
}

/** Marks that begin a file in UTF-16; the UTF-32 one begins with the same two bytes. */
const MARKS: readonly (readonly [bytes: readonly number[], kind: Kind])[] = [
  [[0xff, 0xfe, 0, 0], { kind: 'encoding', detail: 'UTF-32LE' }],
  [[0, 0, 0xfe, 0xff], { kind: 'encoding', detail: 'UTF-32BE' }],
  [[0xff, 0xfe], { kind: 'utf-16', detail: 'UTF-16LE' }],
  [[0xfe, 0xff], { kind: 'utf-16', detail: 'UTF-16BE' }],
];

/** Units of text in the scripts of news have a high byte up to 0x06, that of Arabic; letters of text have few low bytes like that. */
const HIGH_BYTE = 0x06;

function looksUtf16(bytes: Uint8Array): Kind | null {
  for (const [mark, kind] of MARKS) if (mark.length <= bytes.length && mark.every((byte, i) => bytes[i] === byte)) return kind;
  const units = Math.min(bytes.length, SAMPLE) >> 1;
  const high = [0, 0];
  const zeros = [0, 0];
  for (let i = 0; i < 2 * units; i++) {
    if (bytes[i] <= HIGH_BYTE) high[i & 1]++;
    if (bytes[i] === 0) zeros[i & 1]++;
  }
  if (units < 2) return null;
  if (zeros[1] > 0 && high[1] > 0.9 * units && high[0] < 0.1 * units) return { kind: 'utf-16', detail: 'UTF-16LE' };
  if (zeros[0] > 0 && high[0] > 0.9 * units && high[1] < 0.1 * units) return { kind: 'utf-16', detail: 'UTF-16BE' };
  return null;
}

/** Control bytes that texts hold: tab, line ends, form feed, and the escape of terminal colours. */
const TEXT_CONTROLS = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b];
const FIRST_PRINTABLE = 0x20;

/** How formats begin that people put among texts. */
const SIGNATURES: readonly (readonly [start: string, name: Term])[] = [
  ['PK\x03\x04', 'ZIP archive or office document'],
  ['%PDF-', 'PDF document'],
  ['\x1f\x8b', 'gzip archive'],
  ['\x89PNG', 'PNG image'],
  ['\xff\xd8\xff', 'JPEG image'],
  ['GIF8', 'GIF image'],
  ['\xd0\xcf\x11\xe0', 'office document'],
];

/** A text may hold a few control characters; a fiftieth of them and more than a handful is no text. */
function looksBinary(bytes: Uint8Array): Kind | null {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) if (byte < FIRST_PRINTABLE && !TEXT_CONTROLS.includes(byte)) controls++;
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const signature = SIGNATURES.find(([known]) => start.startsWith(known));
  if (signature) return { kind: 'binary', detail: signature[1] };
  return controls > 4 && controls > sample.length / 50 ? { kind: 'binary', detail: 'binary data' satisfies Term } : null;
}

/** Length of the UTF-8 sequence that a byte begins, 0 where it begins none. */
const sequenceLength = (byte: number): number => {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
};

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Whether a second byte is right after the first: no overlong forms, no surrogates, nothing past the last code point. */
const fits = (lead: number, second: number): boolean =>
  isContinuation(second) &&
  (lead !== 0xe0 || second >= 0xa0) &&
  (lead !== 0xed || second < 0xa0) &&
  (lead !== 0xf0 || second >= 0x90) &&
  (lead !== 0xf4 || second < 0x90);

/** The first bad byte, characters of several bytes that are right, sequences that are not, and how many of these are surrogates. */
function readSequences(bytes: Uint8Array): { first: number; sequences: number; broken: number; surrogates: number } {
  let first = -1;
  let sequences = 0;
  let broken = 0;
  let surrogates = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes[i]);
    if (length === 1) {
      i++;
      continue;
    }
    let end = i + 1;
    if (length > 0 && fits(bytes[i], bytes[end])) while (end < i + length && isContinuation(bytes[end])) end++;
    if (end === i + length) {
      sequences++;
      i = end;
      continue;
    }
    if (first < 0) first = i;
    broken++;
    if (isSurrogate(bytes, i)) {
      surrogates++;
      end = i + 3;
    }
    i = end;
  }
  return { first, sequences, broken, surrogates };
}

const isSurrogate = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xed && bytes[at + 1] >= 0xa0 && isContinuation(bytes[at + 1]) && isContinuation(bytes[at + 2]);

/** Whether the file ends within the sequence that begins at `at`. */
const isCutOff = (bytes: Uint8Array, at: number): boolean =>
  at + sequenceLength(bytes[at]) > bytes.length && bytes.subarray(at + 1).every(isContinuation);

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** 0-based line of a byte. */
function lineAt(bytes: Uint8Array, at: number): number {
  let line = 0;
  for (let i = 0; i < at; i++) {
    if (bytes[i] === LINE_FEED || (bytes[i] === CARRIAGE_RETURN && bytes[i + 1] !== LINE_FEED)) line++;
  }
  return line;
}
