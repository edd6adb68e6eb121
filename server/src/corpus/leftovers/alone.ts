import type { Article } from '../../text/article';
import { CLASS, Class } from '../../text/characters';
import { ACCOUNT, CONTACT_START, EMAIL, isAnnounced, isContact, LINK } from './contacts';
import { Lists, leadingCue, listsOf, mayBegin, menuEntries, type Phrase, pictureCredits, wholePhrase } from './lexicon';
import { isMarkup } from './markup';
import { isPictureCredit, isTimestamp } from './notes';
import { END_MARK } from './phrases';
import { plain } from './plain';
import { type Shape, shapeOf } from './shape';
import { own, type Sign, type Telling } from './signs';
import { Has, unitsOf } from './units';

/** Blocks longer than this are no menu entry, button or label; only repetition can make them leftovers. */
export const LABEL_WORDS = 14;
/** The same in UTF-16 units. */
const LABEL_LENGTH = 300;
/** A block's first word ends within so many UTF-16 units, or begins no phrase. */
const FIRST_WORD = 24;
/** A cue with what it announces is no longer than this. */
const CUE_WORDS = 60;
/** A cue ends within so many UTF-16 units. */
const CUE_LENGTH = 60;
/** A block of markup alone is no longer than this, in UTF-16 units. */
const MARKUP_LENGTH = 1200;

/** Short enough for a label: no longer block is read with regular expressions. */
export const isLabel = ({ words, start, end }: Shape): boolean => words <= LABEL_WORDS && end - start <= LABEL_LENGTH;

/** A block as it is read by itself, before anything is known of those around it. */
export interface Reading {
  /** Short enough for a label, and not of signs alone. */
  readonly label: boolean;
  /** Which characters it has (`unitsOf`); 0 for what is too long to be a label. */
  readonly units: number;
  /** Which lists its plain words may stand in (`listsOf`); 0 for what is too long to be a label. */
  readonly lists: number;
  /** What it says of itself: the first of their families (`own`). */
  readonly signs: readonly Sign[];
  /** What the telling ones of these signs tell. */
  readonly tellings: readonly Telling[];
  /** What is a phrase of interfaces, whole or at its start. */
  readonly phrase: Phrase | undefined;
}

const NOTHING: readonly never[] = [];
const LONG: Reading = { label: false, units: 0, lists: 0, signs: NOTHING, tellings: NOTHING, phrase: undefined };

const MARKUP = own('markup', 'certain');
const LINK_ALONE = own('link', true);
const MAIL = own('mail', true);
const CONTACT = own('contact', true);
const CONTACT_FIRST = own('contact first', true);
const ACCOUNT_ALONE = own('account', true);
const BREADCRUMB_SIGN = own('breadcrumb', true);
const END = own('end mark', true);
const STRING = own('string', true);
const STRING_WORD = own('string of a word', true);
const STRING_FIRST = own('string first', true);
const PHRASE = own('phrase', true);
const WORD = own('word', true);
const MENU = own('menu', true);
const CUE = own('cue', true);
const CUE_WORD = own('cue word', true);
export const PLACEHOLDER_SIGN = own('placeholder', true);
/** Numbers, times and pictures by themselves tell nothing, but what stands beside them may. */
export const NUMBER = own('number', false);
export const TIME = own('time', false);
export const PICTURE = own('credit of a picture', false);

/** `Home > News > Ports`: the way to the page, from the site's first. */
const BREADCRUMB = /^[^<>›«»\n]{2,30}(?:\s[>›»]\s[^<>›«»\n]{2,30})+$/;
/** What renderers of pages write for a picture, a button or a frame: `[logo]`, `(BUTTON)`, `IFRAME: …`. */
const PLACEHOLDER = /^(?:(?:\[[^\]\n]*\]|\(BUTTON\))\s*)+|^IFRAME:/;

/** The first of a block that is too long for a label. */
const PLACEHOLDER_ALONE = /^\[[^\]\s]{8,}(?:\]|$)/;

const told = (sign: Sign, kind: string, told: Telling['told']): Pick<Reading, 'signs' | 'tellings'> => ({
  signs: [sign],
  tellings: [{ sign, kind, told }],
});
const MARKUP_READING: Reading = { ...LONG, ...told(MARKUP, 'markup', { markup: true }) };
const CONTACT_READING: Reading = { ...LONG, ...told(CONTACT_FIRST, 'contact', { contact: true }) };
const PLACEHOLDER_READING: Reading = { ...LONG, ...told(PLACEHOLDER_SIGN, 'markup', { markup: true }) };

/** What block `b` says of itself; `isLast` if nothing but labels comes after it. */
export function readBlock({ text }: Article, shape: Shape, b: number, isLast: boolean): Reading {
  const { start, end, words, stopped } = shape;
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  // A tag, or the end of an address that was broken off.
  const mayBeMarkup = first === LESS || first === BANG || last === GREATER || (last === PARENTHESIS && CLASS[first] !== Class.ARABIC);
  if (mayBeMarkup && words <= CUE_WORDS && end - start <= MARKUP_LENGTH && isMarkup(text.slice(start, end))) return MARKUP_READING;
  if (isLabel(shape)) return readLabel(text, shape, b, isLast);
  if (first === BRACKET && PLACEHOLDER_ALONE.test(text.slice(start, Math.min(end, start + MARKUP_LENGTH)))) return PLACEHOLDER_READING;
  if (words > CUE_WORDS) return LONG;
  if (b > 0 && isLast && CONTACT_START.test(text.slice(start, Math.min(end, start + LABEL_LENGTH)))) return CONTACT_READING;
  if (b === 0 || (stopped && !isLast) || (listsOf(text, start, Math.min(end, start + FIRST_WORD)) & Lists.BEGINS) === 0) return LONG;
  const cue = readCue(text, shape);
  return cue ? { ...LONG, ...cue } : LONG;
}

/** Whether block `b` by itself says that the page put it there; `isLast` as for `readBlock`. */
export const readsAsPage = (article: Article, b: number, isLast = false): boolean =>
  readBlock(article, shapeOf(article, b), b, isLast).tellings.length > 0;

/** Whether a block says of itself that it is no headline: the page put it there, or it is a time. */
export const isNoHeadline = ({ tellings, signs }: Reading): boolean => tellings.length > 0 || signs.includes(TIME);

/** The same of block `b`. */
export const readsAsNoHeadline = (article: Article, b: number): boolean => isNoHeadline(readBlock(article, shapeOf(article, b), b, false));

function readLabel(text: string, shape: Shape, b: number, isLast: boolean): Reading {
  const { start, end, words, stopped } = shape;
  const units = unitsOf(text, start, end);
  const lists = listsOf(text, start, end);
  const label = (lists & Lists.WORDS) !== 0;
  const begins = (lists & Lists.BEGINS) !== 0;
  // Most labels say nothing: no piece of text is made of them.
  if (units === 0 && !begins && !mayEnd(text, start)) return label ? (lists === Lists.WORDS ? PLAIN_LABEL : { ...PLAIN_LABEL, lists }) : LONG;
  const signs: Sign[] = [];
  const tellings: Telling[] = [];
  const tell = (sign: Sign, kind: string, told: Telling['told']): void => {
    signs.push(sign);
    tellings.push({ sign, kind, told });
  };
  const written = text.slice(start, end);
  if ('[(I'.includes(written[0]) && PLACEHOLDER.test(written)) tell(PLACEHOLDER_SIGN, 'markup', { markup: true });
  if (units & Has.ANGLE && BREADCRUMB.test(written)) tell(BREADCRUMB_SIGN, 'navigation', { breadcrumb: true });
  if ((units & Has.SLASH || written.startsWith('-') || mayEnd(text, start)) && END_MARK.test(written)) tell(END, 'end-mark', { sign: written });
  if (units & (Has.SLASH | Has.DOT) && LINK.test(written) && !isAnnounced(text, start)) tell(LINK_ALONE, 'link', { link: true });
  else if (units & (Has.AT | Has.DIGIT) && b > 0) {
    const contact = { contact: true };
    if (isLast && CONTACT_START.test(written)) tell(CONTACT_FIRST, 'contact', contact);
    if (units & Has.AT && ACCOUNT.test(written)) tell(ACCOUNT_ALONE, 'contact', contact);
    else if (isContact(written, (units & Has.AT) !== 0)) tell(units & Has.AT && EMAIL.test(written) ? MAIL : CONTACT, 'contact', contact);
  }
  const plainly = lists & Lists.DATE || begins ? plain(text, start, end) : '';
  if (units & Has.DIGIT) {
    if (words === 1 && NUMBER_ALONE.test(written)) signs.push(NUMBER);
    else if (lists & Lists.DATE && isTimestamp(plainly)) signs.push(TIME);
  }
  if (units & Has.COLON && lists & Lists.PICTURE && namesPicture(written)) signs.push(PICTURE);
  else if (units & Has.SLASH && !stopped && isPictureCredit(written)) signs.push(PICTURE);
  const reading = { label, units, lists, signs, tellings };
  if (!begins || !mayBegin(firstWord(plainly))) return { ...reading, phrase: undefined };
  const phrase = wholePhrase(plainly);
  if (phrase) {
    tell(phrase.string ? (phrase.words > 1 ? STRING : STRING_WORD) : phrase.words > 1 ? PHRASE : WORD, phrase.kind, { phrase: plainly });
    return { ...reading, phrase };
  }
  const entries = menuEntries(written);
  if (entries.length > 1) {
    tell(MENU, entries[0].kind, { phrases: entries.length });
    return { ...reading, phrase: entries[0] };
  }
  const cue = b === 0 ? undefined : readCue(text, shape);
  if (!cue) return { ...reading, phrase: undefined };
  return { ...reading, signs: [...signs, ...cue.signs], tellings: [...tellings, ...cue.tellings], phrase: cue.phrase };
}

const PLAIN_LABEL: Reading = { ...LONG, label: true, lists: Lists.WORDS };
/** Whether an end mark without a slash or a dash may stand here. */
const mayEnd = (text: string, start: number): boolean => text.startsWith('انته', start) || text.startsWith('n', start) || text.startsWith('N', start);

const firstWord = (words: string): string => {
  const blank = words.indexOf(' ');
  return blank < 0 ? words : words.slice(0, blank);
};

/** Whether a word for pictures or their makers stands before a colon. */
function namesPicture(written: string): boolean {
  for (let at = written.search(COLON); at >= 0; ) {
    const before = written.slice(Math.max(0, at - FIRST_WORD), at).trim();
    if (pictureCredits.has(plain(before.slice(before.lastIndexOf(' ') + 1)))) return true;
    const next = written.slice(at + 1).search(COLON);
    at = next < 0 ? -1 : at + 1 + next;
  }
  return false;
}

const COLON = /[:：]/;
const LESS = '<'.charCodeAt(0);
const BRACKET = '['.charCodeAt(0);
const GREATER = '>'.charCodeAt(0);
const PARENTHESIS = ')'.charCodeAt(0);
const BANG = '!'.charCodeAt(0);
const NUMBER_ALONE = /^\p{Nd}{1,7}$/u;

/** The cue that a block begins with, if it does. A headline begins with none. */
function readCue(text: string, { start, end, words }: Shape): Pick<Reading, 'signs' | 'tellings' | 'phrase'> | undefined {
  if (words > CUE_WORDS) return undefined;
  const cue = leadingCue(plain(text, start, end, CUE_LENGTH));
  if (!cue) return undefined;
  const { phrase } = cue;
  const sign = phrase.string ? STRING_FIRST : phrase.words > 1 ? CUE : CUE_WORD;
  return { ...told(sign, phrase.kind, { phrase: cue.text, goesOn: true }), phrase };
}
