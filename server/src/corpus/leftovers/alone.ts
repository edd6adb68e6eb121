import type { Article } from '../../text/article';
import { ACCOUNT, CONTACT_START, EMAIL, isContact, LINK } from './contacts';
import { leadingCue, mayBegin, menuEntries, type Phrase, pictureCredits, wholePhrase } from './lexicon';
import { isMarkup } from './markup';
import { isTimestamp } from './notes';
import { END_MARK } from './phrases';
import { plain } from './plain';
import type { Shape } from './shape';
import type { Sign } from './signs';
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
  /** The block in plain words; empty for what is too long to be a label. */
  readonly label: string;
  /** Which characters it has (`unitsOf`); 0 for what is too long to be a label. */
  readonly units: number;
  /** What it says of itself. */
  readonly signs: Sign[];
  /** What is a phrase of interfaces, whole or at its start. */
  readonly phrase?: Phrase;
}

const NO_SIGNS: Sign[] = [];
const LONG: Reading = { label: '', units: 0, signs: NO_SIGNS };

const MARKUP: Sign = { name: 'markup', kind: 'markup', told: { markup: true } };
const LINK_ALONE: Sign = { name: 'link', kind: 'link', told: { link: true } };
const MAIL: Sign = { name: 'mail', kind: 'contact', told: { contact: true } };
const CONTACT: Sign = { name: 'contact', kind: 'contact', told: { contact: true } };
const CONTACT_FIRST: Sign = { name: 'contact first', kind: 'contact', told: { contact: true } };
const BREADCRUMB_SIGN: Sign = { name: 'breadcrumb', kind: 'navigation', told: { breadcrumb: true } };
const ACCOUNT_ALONE: Sign = { name: 'account', kind: 'contact', told: { contact: true } };
const TIME: Sign = { name: 'time' };
const IMAGE: Sign = { name: 'placeholder', kind: 'markup', told: { markup: true } };
const NUMBER: Sign = { name: 'number' };
const PICTURE: Sign = { name: 'credit of a picture' };

/** `Home > News > Ports`: the way to the page, from the site's first. */
const BREADCRUMB = /^[^<>›«»\n]{2,30}(?:\s[>›»]\s[^<>›«»\n]{2,30})+$/;
/** What renderers of pages write for a picture, a button or a frame: `[logo]`, `(BUTTON)`, `IFRAME: …`. */
const PLACEHOLDER = /^(?:(?:\[[^\]\n]*\]|\(BUTTON\))\s*)+|^IFRAME:/;

/** The first of a block that is too long for a label. */
const PLACEHOLDER_ALONE = /^\[[^\]\s]{8,}(?:\]|$)/;

/** What block `b` says of itself; `isLast` if nothing but labels comes after it. */
export function readBlock({ text }: Article, shape: Shape, b: number, isLast: boolean): Reading {
  const { start, end, words, stopped } = shape;
  const short = isLabel(shape);
  const first = text.charCodeAt(start);
  const isTag = first === LESS || first === BANG || text.charCodeAt(end - 1) === GREATER;
  if (isTag && words <= CUE_WORDS && end - start <= MARKUP_LENGTH && isMarkup(text.slice(start, end)))
    return { label: '', units: 0, signs: [MARKUP] };
  if (!short) {
    if (first === BRACKET && PLACEHOLDER_ALONE.test(text.slice(start, Math.min(end, start + MARKUP_LENGTH))))
      return { label: '', units: 0, signs: [IMAGE] };
    if (words > CUE_WORDS) return LONG;
    if (b > 0 && isLast && CONTACT_START.test(text.slice(start, Math.min(end, start + LABEL_LENGTH)))) return { ...LONG, signs: [CONTACT_FIRST] };
    return stopped && !isLast ? LONG : readCue(text, shape, b, LONG);
  }
  const units = unitsOf(text, start, end);
  const label = plain(text, start, end);
  const signs: Sign[] = [];
  const written = units === 0 ? '' : text.slice(start, end);
  if (units & (Has.BRACKET | Has.COLON) && PLACEHOLDER.test(written)) signs.push(IMAGE);
  if (units & Has.ANGLE && BREADCRUMB.test(written)) signs.push(BREADCRUMB_SIGN);
  if (END_MARK.test(written || text.slice(start, end))) signs.push({ name: 'end mark', kind: 'end-mark', told: { sign: text.slice(start, end) } });
  if (units & (Has.SLASH | Has.DOT) && LINK.test(written)) signs.push(LINK_ALONE);
  else if (units & (Has.AT | Has.DIGIT) && b > 0) {
    if (isLast && CONTACT_START.test(written)) signs.push(CONTACT_FIRST);
    if (units & Has.AT && ACCOUNT.test(written)) signs.push(ACCOUNT_ALONE);
    else if (isContact(written)) signs.push(units & Has.AT && EMAIL.test(written) ? MAIL : CONTACT);
  }
  if (units & Has.DIGIT) {
    if (words === 1 && NUMBER_ALONE.test(written)) signs.push(NUMBER);
    else if (isTimestamp(label)) signs.push(TIME);
  }
  if (units & Has.COLON && namesPicture(written)) signs.push(PICTURE);
  const reading = { label, units, signs };
  const blank = label.indexOf(' ');
  if (!mayBegin(blank < 0 ? label : label.slice(0, blank))) return reading;
  const phrase = wholePhrase(label);
  if (phrase) {
    signs.push({
      name: phrase.string ? (phrase.words > 1 ? 'string' : 'string of a word') : phrase.words > 1 ? 'phrase' : 'word',
      kind: phrase.kind,
      told: { phrase: label },
    });
    return { ...reading, phrase };
  }
  const entries = menuEntries(text.slice(start, end));
  if (entries.length > 1) {
    signs.push({ name: 'menu', kind: entries[0].kind, told: { phrases: entries.length } });
    return { ...reading, phrase: entries[0] };
  }
  return readCue(text, shape, b, reading);
}

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
const BANG = '!'.charCodeAt(0);
const NUMBER_ALONE = /^\p{Nd}{1,7}$/u;

/** `reading` with the cue that the block begins with, if it does. A headline begins with none. */
function readCue(text: string, { start, end, words }: Shape, b: number, reading: Reading): Reading {
  if (b === 0 || words > CUE_WORDS) return reading;
  const plainStart = reading.label === '' ? plain(text, start, Math.min(end, start + FIRST_WORD)) : reading.label;
  const blank = plainStart.indexOf(' ');
  if (!mayBegin(blank < 0 ? plainStart : plainStart.slice(0, blank))) return reading;
  const cue = leadingCue(plain(text, start, end, CUE_LENGTH));
  if (!cue) return reading;
  const sign: Sign = {
    name: cue.phrase.string ? 'string first' : cue.phrase.words > 1 ? 'cue' : 'cue word',
    kind: cue.phrase.kind,
    told: { phrase: cue.text, goesOn: true },
  };
  return { ...reading, signs: [...reading.signs, sign], phrase: cue.phrase };
}
