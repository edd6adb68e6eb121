import { CLASS, Class, EXPANSIONS, FOLD, HOUSE_LETTERS } from '../../text/characters';

const PLAIN = FOLD.map((code) => (code === 0 ? 0 : (HOUSE_LETTERS[String.fromCharCode(code)]?.charCodeAt(0) ?? code)));

/**
 * What phrase lists compare: folded words parted by single blanks, one spelling for all seats of hamza, `#` for a number,
 * no other signs. At most `limit` units of the result are made.
 *
 * `plain('  قراءة 3 دقائق.')` is `قراءه # دقايق`.
 */
export function plain(text: string, start = 0, end = text.length, limit = 1000): string {
  let result = '';
  let pending = false;
  for (let i = start; i < end && result.length < limit; i++) {
    const code = text.charCodeAt(i);
    const is = CLASS[code];
    if (is >= Class.ARABIC && is <= Class.LETTER) {
      if (pending && result !== '') result += ' ';
      pending = false;
      const unit = PLAIN[code];
      result += unit === 0 ? (EXPANSIONS.get(code) ?? '') : String.fromCharCode(unit);
    } else if (is === Class.DIGIT) {
      if (pending && result !== '') result += ' ';
      if (!result.endsWith('#') || pending) result += '#';
      pending = false;
    } else if (is === Class.BLANK || is === Class.LINE_END || is === Class.PUNCTUATION || is === Class.OTHER) {
      if (code !== APOSTROPHE && code !== CLOSING_APOSTROPHE) pending = true;
    }
  }
  return result;
}

const APOSTROPHE = "'".charCodeAt(0);
const CLOSING_APOSTROPHE = '’'.charCodeAt(0);
