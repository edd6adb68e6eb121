import { agencies, BY, dateWords, pictureAgencies } from './lexicon';
import { originOf } from './origins';
import { plain } from './plain';
import type { Shape } from './shape';
import type { Level, Zone } from './signs';
import { Has } from './units';

/** A line of names and places has no more words than this. */
const BYLINE_WORDS = 7;
/** A line that names its source has no more. */
const CREDIT_WORDS = 6;

const SOURCE = /^(?:المصدر|مصدر|المصادر|source|sources|منبع|quelle|kaynak|fuente|fonte|источник|джерело) /;
/** Two names with a sign between them, or one with a colon after it. */
const PARTED = /\p{L}\s*(?:[-–—ـ|/:،]\s*\p{L}|:\s*$)/u;

/** Whether a label, in plain words, is of nothing but numbers and words of dates and hours. */
export function isTimestamp(label: string): boolean {
  if (!label.includes('#')) return false;
  const words = label.split(' ');
  return words.length > 1 && words.every((word) => word.startsWith('#') || dateWords.has(word));
}

/** A name between the slashes of a credit has no more words. */
const MAKER_WORDS = 4;

/** `Name/AGENCY`: who took a picture and who sold it, names in capitals with slashes between, one of them an agency's. */
export function isPictureCredit(written: string): boolean {
  const names = written.split(/\s*\/\s*|\s+via\s+/);
  if (names.length < 2 || !names.every((name) => CAPITAL_FIRST.test(name) || isPictureAgency(plain(name)))) return false;
  return names.some((name) => isPictureAgency(plain(name))) && names.every((name) => name.split(' ').length <= MAKER_WORDS);
}

const CAPITAL_FIRST = /^\p{Lu}/u;
const isPictureAgency = (name: string): boolean => agencies.has(name) || pictureAgencies.has(name);

/** `city - agency`, `name - city`, `by …`: short, without a stop, with a sign between its two parts or an agency's name. */
export function isByline(label: string, written: string, { words, stopped }: Shape, units: number): boolean {
  if (words > BYLINE_WORDS || words < 1 || (stopped && !written.endsWith('.'))) return false;
  if (agencies.has(label) || BY.test(label)) return true;
  return words >= 2 && (units & (Has.DASH | Has.PIPE | Has.SLASH | Has.COLON) || written.includes('،') ? PARTED.test(written) : false);
}

/** What some editors keep: who wrote the story, where it comes from, when it was published. `undefined` where a label is none of them. */
export function noteOf(label: string, written: string, shape: Shape, units: number, zone: Zone, level: Level): string | undefined {
  if (isTimestamp(label)) return 'timestamp';
  if (shape.words <= CREDIT_WORDS && SOURCE.test(label)) return 'credit';
  if (agencies.has(label)) return 'credit';
  if (zone !== 'head' || !isByline(label, written, shape, units)) return undefined;
  // On a whole page two words with a sign between them are anything.
  return level === 'page' && !BY.test(label) ? undefined : originOf(written)?.kind;
}
