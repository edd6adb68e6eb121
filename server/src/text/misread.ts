import { CLASS, Class } from './characters';

/** A stretch of text that was read in a wrong encoding, and what it says. Offsets are UTF-16 units. */
export interface Misread {
  readonly start: number;
  readonly end: number;
  readonly meant: string;
}

/** The byte of each character of a one-byte encoding that isn't ASCII. */
type Bytes = ReadonlyMap<number, number>;

/** What Windows-1252 has from 0x80 to 0x9F (WHATWG Encoding Standard), written out: some engines take it for Latin-1. */
const WESTERN = '€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ';

const westernOf = (byte: number): string => WESTERN[byte - 0x80] ?? String.fromCharCode(byte);

const decoder = new TextDecoder('windows-1256');
const arabicOf = (byte: number): string => decoder.decode(Uint8Array.of(byte));

function bytesOf(characterOf: (byte: number) => string): Bytes {
  const bytes = new Map<number, number>();
  for (let byte = 0x80; byte < 0x100; byte++) bytes.set(characterOf(byte).charCodeAt(0), byte);
  return bytes;
}

let western: Bytes | null = null;
let arabic: Bytes | null = null;

/** The stretches of a text in UTF-8 that was read as Windows-1252 (Ø§Ù„) or as Windows-1256 (ط§ظ„), or of one in Windows-1256 that was read as Windows-1252 (Çá). */
export function findMisread(text: string): Misread[] {
  western ??= bytesOf(westernOf);
  arabic ??= bytesOf(arabicOf);
  const found: Misread[] = [];
  for (let at = 0; at < text.length; ) {
    const stretch = text.charCodeAt(at) < 0x80 ? null : (utf8At(text, at, western) ?? utf8At(text, at, arabic) ?? arabicAt(text, at));
    if (stretch) found.push(stretch);
    at = stretch ? stretch.end : at + 1;
  }
  return found;
}

/** The first bytes of the two-byte characters that stand alone among letters of ASCII (é in café) and of those that don't: Arabic, Cyrillic. */
const LONELY = [0xc2, 0xc3] as const;

/** Characters of UTF-8 from `at` on, each of whose bytes was read as a character. */
function utf8At(text: string, at: number, bytes: Bytes): Misread | null {
  let meant = '';
  let characters = 0;
  let end = at;
  for (;;) {
    const lead = bytes.get(text.charCodeAt(end));
    if (lead === undefined || lead < 0xc2 || lead > 0xf4) break;
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let point = lead & (0x7f >> length);
    let k = 1;
    for (; k < length; k++) {
      const byte = bytes.get(text.charCodeAt(end + k));
      if (byte === undefined || byte > 0xbf) break;
      point = (point << 6) | (byte & 0x3f);
    }
    if (k < length || point > 0x10ffff || !isOfText(point)) break;
    meant += String.fromCodePoint(point);
    characters++;
    end += length;
  }
  if (characters === 0) return null;
  if (characters === 1 && end - at === 2) {
    // By itself it may be chance: a capital before a closing mark.
    const lead = bytes.get(text.charCodeAt(at))!;
    const second = CLASS[text.charCodeAt(at + 1)];
    if (bytes !== western || !LONELY.includes(lead as 0xc2) || second === Class.QUOTE || second === Class.LATIN) return null;
  }
  return { start: at, end, meant };
}

/** Whether articles are written with it: a letter, mark, digit or sign, but no control and nothing unassigned. */
const isOfText = (point: number): boolean => /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200B-\u200F\uFEFF]/u.test(String.fromCodePoint(point));

/** So many letters in a row no Latin word has but plain ones. */
const SHORTEST = 4;

/** A word of Arabic in Windows-1256 that was read as Windows-1252, with the words that follow it. */
function arabicAt(text: string, at: number): Misread | null {
  if (CLASS[text.charCodeAt(at)] !== Class.LATIN) return null;
  let end = at;
  let meant = '';
  while (end < text.length && text.charCodeAt(end) >= 0x80) {
    const byte = western!.get(text.charCodeAt(end));
    if (byte === undefined) break;
    meant += arabicOf(byte);
    end++;
  }
  return end - at >= SHORTEST && /^[\u0621-\u0652\u060C\u061B\u061F]+$/.test(meant) ? { start: at, end, meant } : null;
}
