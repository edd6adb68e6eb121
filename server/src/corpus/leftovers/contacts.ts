import { contactWords } from './lexicon';
import { plain } from './plain';

/** A writer's address or account, with directions after it. */
export const CONTACT_START = /^(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:twitter|تويتر|facebook|فيسبوك)\s*:|[tx]\s*:\s*@)/i;
/** Whether the line above leads to the address that begins here: it ends with a colon, or with a word for an address. */
export function isAnnounced(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LINK_WORD), start).trimEnd();
  return before.endsWith(':') || LINK_WORDS.test(before);
}

/** UTF-16 units in which the word before an address stands. */
const LINK_WORD = 24;
const LINK_WORDS = /(?:^|[\sوبل])(?:الرابط|رابط|الموقع|العنوان|الرابط التالي|الموقع التالي|link|website|address)$/i;

/** An address alone. */
export const LINK = /^(?:https?:\/\/|www\.)\S+$/i;
/** An address of mail, wherever it stands. */
export const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** An account alone. */
export const ACCOUNT = /^(?:@\w{3,}|\w{3,}@)$/;
const NAMED_ACCOUNT = /@\w{3,}|\w{3,}@(?!\w)/;
const TELEPHONE = /\+?\d[\d\s()/-]{5,}\d/;
/** What stands before an account or a number that is a contact: years, sums and book numbers are no telephone numbers. */
const LABELLED =
  /^(?:twitter|facebook|instagram|telegram|whatsapp|x|tel|telephone|phone|fax|mobile|تويتر|فيسبوك|انستغرام|انستجرام|تلغرام|تيليغرام|واتساب|هاتف|الهاتف|تلفون|ت|جوال|الجوال|فاكس|الفاكس|موبايل)[\s.:]/i;

/** Digits of a box or a telephone; fewer number anything. */
const CONTACT_NUMBER = /\p{Nd}{3}/u;

/** `ص.ب 354 الرمز البريدي 11411`: numbers, and what they are called in a contact. */
function isListOfNumbers(written: string): boolean {
  const words = plain(written)
    .split(' ')
    .filter((word) => word !== '#');
  return words.length > 1 && CONTACT_NUMBER.test(written) && words.every((word) => contactWords.has(word));
}

/** `hasAt` if an at sign stands in it. An address alone or with a short label; an account or a number with the label that makes it one. */
export function isContact(written: string, hasAt: boolean): boolean {
  if (!hasAt && isListOfNumbers(written)) return true;
  const sign = hasAt && EMAIL.test(written) ? EMAIL : LABELLED.test(written) ? (NAMED_ACCOUNT.test(written) ? NAMED_ACCOUNT : TELEPHONE) : null;
  if (!sign?.test(written)) return false;
  return (written.replace(sign, ' ').match(/\p{L}+/gu)?.length ?? 0) <= 4;
}
