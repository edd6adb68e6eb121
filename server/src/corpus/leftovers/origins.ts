import { agencies } from './lexicon';
import { plain } from './plain';

/** Words that stand before a writer's name, in plain words. */
export const BY = /^(?:بقلم|كتب|كتبت|اعداد|تحرير|ترجمه|حوار|تصوير|حاوره|by|par|por|von|di|av|door|tekst|автор|przez) /;

/** What parts the names in a line that tells where a story comes from; a tatweel has a blank on one side at least. */
const PARTING = /(?:\s*[-–—|/:،,])+\s*|\s+ـ+\s*|ـ+\s+/;
/** Between names and places alone; a comma parts clauses too. */
const STRONG = /[-–—ـ|/:]/;
/** A part of such a line has no more words. */
const PART_WORDS = 4;
/** Words that stand in no name of a person or place, in plain words; `على` is written like a given name there. */
const NO_NAME = new Set('في من الي عن كما هي هو هم لا ما هذا هذه ذلك انت انا نحن قد ثم او بين بعد قبل مع كل كان قال قالت يقول'.split(' '));
/** A word in small Latin or Cyrillic letters that stands in no name; short ones do: de, van, and. */
const SMALL_WORD = /(?:^|\s)(?!and|van|von|der|del|dos|das|los|las|bin)\p{Ll}{3,}/u;
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

const isAgency = (part: string): boolean => agencies.has(part) || DESK.test(part) || isInitials(part.split(' '));

/** A line with a dash for the brackets that an agency stands in, and without what stands in others: a country. */
const withoutBrackets = (written: string): string =>
  written.replace(/[(（]([^()（）]*)[)）]/g, (_, inner: string) => (isAgency(plain(inner)) ? ` - ${inner} ` : ' ')).replace(/^ - /, '');

/** What a line of names and places tells. */
export interface Origin {
  /** Who wrote the story, be it with the place; or the place, the paper and the agency alone. */
  readonly kind: 'byline' | 'dateline';
  /** An agency or an office is among the names. */
  readonly agency: boolean;
}

/** What a line of names and places tells; `undefined` for what is a sentence, a quotation, or a term with its explanation. */
export function originOf(written: string): Origin | undefined {
  const line = withoutBrackets(written)
    .replace(/[\s:،,]+$/, '')
    .trim();
  const parts = line.split(PARTING).map((part) => plain(part));
  const words = parts.map((part) => part.split(' '));
  if (words.some((part) => part[0] === '' || part.length > PART_WORDS || part.some((word) => NO_NAME.has(word)))) return undefined;
  const agency = parts.some(isAgency);
  if (parts.some((part) => ROLE.test(part) || GENRE.test(part) || BY.test(`${part} `))) return { kind: 'byline', agency };
  const colon = line.indexOf(':');
  const isPlain = STRONG.test(line) && !/[!؟?…\p{Nd}]|\.$|\.\./u.test(line) && colon === line.lastIndexOf(':');
  if (!agency && (parts.length < 2 || !isPlain || SMALL_WORD.test(line))) return undefined;
  // Before a colon stand the places.
  const places = colon < 0 ? 0 : line.slice(0, colon).split(PARTING).length;
  const persons = parts.filter((part, i) => i >= places && words[i].length > 1 && !isAgency(part) && !PLACE.test(part));
  // Beside an agency one name is the place's.
  return { kind: persons.length > (agency && parts.length === 2 ? 1 : 0) ? 'byline' : 'dateline', agency };
}
