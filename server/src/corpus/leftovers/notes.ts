import { agencies, dateWords } from './lexicon';
import { plain } from './plain';
import type { Shape } from './shape';
import type { Level, Zone } from './signs';
import { Has } from './units';

/** A line of names and places has no more words than this. */
const BYLINE_WORDS = 7;
/** A line that names its source has no more. */
const CREDIT_WORDS = 6;

/** Words that stand before a writer's name, in plain words. */
const BY = /^(?:بقلم|كتب|كتبت|اعداد|تحرير|ترجمه|حوار|تصوير|حاوره|by|par|por|von|di|av|door|tekst|автор|przez) /;
const SOURCE = /^(?:المصدر|مصدر|المصادر|source|sources|منبع|quelle|kaynak|fuente|fonte|источник|джерело) /;
/** Two names with a sign between them, or one with a colon after it. */
const PARTED = /\p{L}\s*(?:[-–—ـ|/:،]\s*\p{L}|:\s*$)/u;

/** Whether a label, in plain words, is of nothing but numbers and words of dates and hours. */
export function isTimestamp(label: string): boolean {
  if (!label.includes('#')) return false;
  const words = label.split(' ');
  return words.length > 1 && words.every((word) => word.startsWith('#') || dateWords.has(word));
}

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
  return level === 'page' && !BY.test(label) ? undefined : originOf(written);
}

/** What parts the names in a line that tells where a story comes from; a tatweel has a blank on one side at least. */
const PARTING = /\s*[-–—|/:،,]+\s*|\s+ـ+\s*|ـ+\s+/;
/** Between names and places alone; a comma parts clauses too. */
const STRONG = /[-–—ـ|/:]/;
/** A part of such a line has no more words. */
const PART_WORDS = 4;
/** Words that stand in no name of a person or place, in plain words; `على` is written like a given name there. */
const NO_NAME = new Set('في من الي عن كما هي هو هم لا ما هذا هذه ذلك انت انا نحن قد ثم او بين بعد قبل مع كل كان قال قالت يقول'.split(' '));
/** What somebody did for the story, before the name or alone. */
const ROLE = /^(?:بقلم|كتب|كتبت|اعداد|تصوير|عدسه|ترجمه|حاوره|حاورها|حاورته)(?: |$)/;
/** What a piece is, alone before the name. */
const GENRE = /^(?:كتابه|تحرير|ترجمه|حوار|رصد|تحليل|متابعه|تقرير|تحقيق|استطلاع|قراءه|شعر)(?: و(?:تصوير|تحرير|حوار|رصد|متابعه|اعداد))?$/;
/** What an office of a paper or an agency begins with. */
const DESK = /^(?:ال)?(?:قسم|مكتب|وكاله|قناه|تلفزيون|اذاعه|مراسل|مراسلو)(?: |$)/;
/** What names of places of several words begin with, and no name of a person does; and some whose first word may be a given name. */
const PLACE =
  /^(?:مكه|مدينه|محافظه|جزيره|مخيم|وادي|راس|بيت|دار|تل|رام|كفر|عين|دير|شرم|حفر|خميس|جبل|شمال|جنوب|شرق|غرب|وسط|سان|سانت|سانتا|نيو|بورت|كوالا|لوس|ريو|ساو|هونغ|هونج|اديس|بوينس|كيب)(?: |$)|^(?:اسلام اباد|ابو ظبي|ام القيوين|بور سعيد|بور سودان|ديار بكر)$|^ال\S+ ال\S+$/;

/** Whether a plain line begins with what somebody did: a picture has its maker beside the story's writer. */
export const namesMaker = (label: string): boolean => ROLE.test(label);

/** Letters spoken one by one, as agencies are called: أ ف ب. */
const isInitials = (words: readonly string[]): boolean =>
  words.length > 1 && words.every(({ length }) => length <= 3) && words.some(({ length }) => length < 3);

/**
 * Whether a line of names and places tells who wrote the story, be it with the place, or where it comes from alone: the place, the paper,
 * the agency. `undefined` for what is a sentence, a quotation, or a term with its explanation.
 */
export function originOf(written: string): 'byline' | 'dateline' | undefined {
  const line = written.replace(/[\s:،,]+$/, '').trim();
  const parts = line.split(PARTING).map((part) => plain(part));
  const words = parts.map((part) => part.split(' '));
  if (words.some((part) => part[0] === '' || part.length > PART_WORDS || part.some((word) => NO_NAME.has(word)))) return undefined;
  if (parts.some((part) => ROLE.test(part) || GENRE.test(part) || BY.test(`${part} `))) return 'byline';
  const agency = parts.map((part, i) => agencies.has(part) || DESK.test(part) || isInitials(words[i]));
  const colon = line.indexOf(':');
  if (!agency.includes(true) && (parts.length < 2 || !STRONG.test(line) || /[!؟?…\p{Nd}]|\.$|\.\./u.test(line) || colon !== line.lastIndexOf(':')))
    return undefined;
  // Before a colon stand the places.
  const places = colon < 0 ? 0 : line.slice(0, colon).split(PARTING).length;
  const persons = parts.filter((part, i) => i >= places && words[i].length > 1 && !agency[i] && !PLACE.test(part));
  // Beside an agency one name is the place's.
  return persons.length > (parts.length === 2 && agency.includes(true) ? 1 : 0) ? 'byline' : 'dateline';
}
