/** Characters that show nothing, or change how what stands around them is shown: controls, format characters, odd blanks. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]|(?! )\p{Zs}/gu;
/** Controls, and the marks that turn the direction of text. */
const DANGEROUS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** The same without the isolates that messages themselves set. */
const DANGEROUS_IN_MESSAGE = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]/gu;

const digitsOf = (character: string): string => character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');

const escapeOf = (character: string): string => `\\u{${digitsOf(character)}}`;

/** Text that somebody should see every character of. Line ends show as one sign. */
export const visible = (text: string): string => text.replace(/\r\n|\r|\n/g, '↵').replace(UNSEEN, escapeOf);

/** Text that surrounds what matters: in one line, without what could disturb a terminal. */
export const plain = (text: string): string => text.replace(/\s+/gu, ' ').replace(DANGEROUS, '');

/** A message or a name, fit for a terminal. */
export const harmless = (text: string): string => text.replace(DANGEROUS_IN_MESSAGE, escapeOf);

/** What is left of a text for an eye that sees no diacritics, no pieces or shapes of letters and no blanks at the ends. */
const looks = (text: string): string => visible(text).normalize('NFKC').replace(/\p{M}/gu, '').trim();

/**
 * Where two texts look alike, the characters in which they differ, by number: `U+0627 U+0654 → U+0623`, with ∅ for none. Null where an eye
 * sees the difference. Unseen characters need none of it, for `visible` writes them out.
 */
export function numbersOf(before: string, after: string): string | null {
  if (looks(before) !== looks(after)) return null;
  const [a, b] = [[...before], [...after]];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const numbers = (characters: readonly string[]): string =>
    characters
      .slice(start, characters.length - end)
      .map((character) => `U+${digitsOf(character)}`)
      .join(' ') || '∅';
  return `${numbers(a)} → ${numbers(b)}`;
}
