/** Characters that show nothing, or change how what stands around them is shown: controls, format characters, odd blanks. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]|(?! )\p{Zs}/gu;
/** Controls, and the marks that turn the direction of text. */
const DANGEROUS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** The same without the isolates that messages themselves set. */
const DANGEROUS_IN_MESSAGE = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]/gu;

const escapeOf = (character: string): string => `\\u{${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}}`;

/** Text that somebody should see every character of. Line ends show as one sign. */
export const visible = (text: string): string => text.replace(/\r\n|\r|\n/g, '↵').replace(UNSEEN, escapeOf);

/** Text that surrounds what matters: in one line, without what could disturb a terminal. */
export const plain = (text: string): string => text.replace(/\s+/gu, ' ').replace(DANGEROUS, '');

/** A message or a name, fit for a terminal. */
export const harmless = (text: string): string => text.replace(DANGEROUS_IN_MESSAGE, escapeOf);
