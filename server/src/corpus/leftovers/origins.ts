import { agencies, BY, DESK, GENRE, namelessWords, PLACE, ROLE } from './lexicon';
import { plain } from './plain';

/** What parts the names in a line that tells where a story comes from; a tatweel has a blank on one side at least. */
const PARTING = /(?:\s*[-–—|/:،,])+\s*|\s+ـ+\s*|ـ+\s+/;
/** Between names and places alone; a comma parts clauses too. */
const STRONG = /[-–—ـ|/:]/;
/** A part of such a line has no more words. */
const PART_WORDS = 4;
/** A word in small Latin or Cyrillic letters that stands in no name; short ones do: de, van, and. */
const SMALL_WORD = /(?:^|\s)(?!and|van|von|der|del|dos|das|los|las|bin)\p{Ll}{3,}/u;
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
  if (words.some((part) => part[0] === '' || part.length > PART_WORDS || part.some((word) => namelessWords.has(word)))) return undefined;
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
