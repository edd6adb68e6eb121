import { PICTURE_CREDITS, STRINGS } from './interface-strings';
import {
  AGENCIES,
  BY_WORDS,
  CAPTION_BEGINNINGS,
  CAPTION_MOMENTS,
  CONNECTIVES,
  CONTACT_WORDS,
  CONTINUATIONS,
  DATE_WORDS,
  DESK_WORDS,
  GENRE_WORDS,
  INTERFACE_WORDS,
  KINDS,
  NAMELESS_WORDS,
  OUTLET_WORDS,
  type PhraseKind,
  PICTURE_AGENCIES,
  PLACE_WORDS,
  PLACES,
  ROLE_WORDS,
  SECOND_GENRE_WORDS,
  SECTION_WORDS,
  SOURCE_CONTINUATIONS,
  STORES,
  STRETCHES_OF_TIME,
} from './phrases';
import { lookUp, plain, SLOTS, slotOf } from './plain';

const split = (list: string, by: RegExp): string[] => list.split(by).filter((entry) => entry.trim() !== '');
const wordSet = (list: string): ReadonlySet<string> => new Set(split(list, /\s+/).map((word) => plain(word)));
const phraseList = (list: string): string[] => split(list, /[|\n]/).map((phrase) => phrase.trim());
/** Any of the words of a list in plain forms, for an expression. */
const anyWord = (list: string): string => `(?:${split(list, /\s+/).join('|')})`;
/** The same of runs of words. */
const anyPhrase = (list: string): string => `(?:${phraseList(list).join('|')})`;

/** A phrase of interfaces. */
export interface Phrase {
  readonly kind: PhraseKind | keyof typeof STRINGS;
  /** Other words may follow. */
  readonly cue: boolean;
  readonly words: number;
  /** Of the table of many languages, which says less. */
  readonly string: boolean;
}

const firstWord = (words: string): string => words.split(' ', 1)[0];

/** The first word of each phrase, as it is written and in plain form. */
export const phraseBeginnings: { readonly word: string; readonly phrase: Phrase }[] = [];
const wholes = new Map<string, Phrase>();
const cuesByWord = new Map<string, { text: string; phrase: Phrase }[]>();

/** A phrase list writes the number as `#`, which `plain` would drop. */
const plainPhrase = (phrase: string): string => plain(phrase.replaceAll('#', '0').replace(/…$/, ''));

for (const [table, string] of [
  [KINDS, false],
  [STRINGS, true],
] as const) {
  for (const [kind, list] of Object.entries(table)) {
    for (const written of phraseList(list)) {
      const text = plainPhrase(written);
      const phrase: Phrase = { kind: kind as Phrase['kind'], cue: written.endsWith('…'), words: text.split(' ').length, string };
      if (!wholes.has(text)) wholes.set(text, phrase);
      phraseBeginnings.push({ word: firstWord(written), phrase }, { word: firstWord(text), phrase });
      if (!phrase.cue) continue;
      const first = firstWord(text);
      const cues = cuesByWord.get(first) ?? [];
      cues.push({ text, phrase });
      cuesByWord.set(first, cues);
    }
  }
}

const beginnings = new Set([...wholes.keys()].map(firstWord));

/** Whether a phrase begins with this plain word, or with one that goes on after it: a sign may stand within. */
export const mayBegin = (word: string): boolean => beginnings.has(word);

/** The phrase that a plain text is. */
export const wholePhrase = (text: string): Phrase | undefined => wholes.get(text);

/** The longest cue that a plain text begins with; its last word may be glued to what follows, but for cues of many languages. */
export function leadingCue(text: string): { text: string; phrase: Phrase } | undefined {
  const blank = text.indexOf(' ');
  const cues = cuesByWord.get(blank < 0 ? text : text.slice(0, blank));
  let best: { text: string; phrase: Phrase } | undefined;
  for (const cue of cues ?? []) {
    if (cue.text.length <= (best?.text.length ?? 0) || !text.startsWith(cue.text)) continue;
    if (!cue.phrase.string || text.length === cue.text.length || text[cue.text.length] === ' ') best = cue;
  }
  return best;
}

/** Whether headlines may stand behind a cue: those of other stories, or of the one that a button leads to. Of many languages only the first are known. */
export const announces = ({ kind, string }: Phrase): boolean => kind === 'related' || (kind === 'navigation' && !string);

/** Words before the name of whoever took a picture. */
export const pictureCredits: ReadonlySet<string> = new Set(phraseList(PICTURE_CREDITS).map((word) => plain(word)));
/** The lists of `phrases.ts` by their words, in plain forms. */
export const interfaceWords = wordSet(INTERFACE_WORDS);
export const sectionWords = wordSet(SECTION_WORDS);
export const outletWords = wordSet(OUTLET_WORDS);
export const dateWords = wordSet(DATE_WORDS);
export const contactWords = wordSet(CONTACT_WORDS);
/** What agencies are called, in plain words. */
export const agencies: ReadonlySet<string> = new Set(phraseList(AGENCIES).map((name) => plain(name)));

/** Names that stand in brackets behind captions, beside those of `agencies`. */
export const pictureAgencies: ReadonlySet<string> = new Set(phraseList(PICTURE_AGENCIES).map((name) => plain(name)));

/** What stores of apps are called, in plain words. */
export const stores: ReadonlySet<string> = new Set(phraseList(STORES).map((name) => plain(name)));

/** Stretches of time, without the article. */
export const stretchesOfTime = wordSet(STRETCHES_OF_TIME);
/** What goes on with a sentence behind the name of its source in brackets. */
export const sourceContinuations = wordSet(SOURCE_CONTINUATIONS);
/** What stands in no name of a person or place. */
export const namelessWords = wordSet(NAMELESS_WORDS);

/** Whether a plain text begins with what only a caption begins with. */
export const CAPTION_START = new RegExp(`^${anyPhrase(CAPTION_BEGINNINGS)}(?: |$)`);
/** What a picture catches its people in, with the word after it, in a plain text. */
export const CAPTION_MOMENT = new RegExp(`(?:^| )${anyWord(CAPTION_MOMENTS)} (\\S+)`);
/** A plain text that begins with what stands before the name of a writer; with what somebody did. */
export const BY = new RegExp(`^${anyWord(BY_WORDS)} `);
export const ROLE = new RegExp(`^${anyWord(ROLE_WORDS)}(?: |$)`);
/** A plain text that says what a piece is. */
export const GENRE = new RegExp(`^${anyWord(GENRE_WORDS)}(?: و${anyWord(SECOND_GENRE_WORDS)})?$`);
/** A plain text that begins as an office of a paper or an agency does. */
export const DESK = new RegExp(`^(?:ال)?${anyWord(DESK_WORDS)}(?: |$)`);
/** A plain text that is a place of several words, or begins as one does. */
export const PLACE = new RegExp(`^${anyWord(PLACE_WORDS)}(?: |$)|^${anyPhrase(PLACES)}$|^ال\\S+ ال\\S+$`);

/** What words of a text may stand in, for lists that most words stand in none of: bits. */
export const Lists = { BEGINS: 1, INTERFACE: 2, OUTLET: 4, WORDS: 8, DATE: 16, PICTURE: 32 } as const;

const LISTS = new Uint8Array(SLOTS);
for (const [words, bit] of [
  [beginnings, Lists.BEGINS],
  [interfaceWords, Lists.INTERFACE],
  [outletWords, Lists.OUTLET],
  [dateWords, Lists.DATE],
  [['#'], Lists.DATE],
  [pictureCredits, Lists.PICTURE],
] as const) {
  for (const word of words) LISTS[slotOf(word)] |= bit;
}

/**
 * What may be of the plain words of a text: the first begins a phrase, or is what outlets call themselves; one is of interfaces, of sections,
 * or stands before who made a picture; all are of dates; and whether there are words at all.
 */
export function listsOf(text: string, start: number, end: number): number {
  const { first, any, all, words } = lookUp(LISTS, text, start, end);
  if (words === 0) return 0;
  return Lists.WORDS | (first & (Lists.BEGINS | Lists.OUTLET)) | (any & (Lists.INTERFACE | Lists.PICTURE)) | (all & Lists.DATE);
}

const continuations = wordSet(CONTINUATIONS);
const connectives = wordSet(CONNECTIVES);

/** Whether a paragraph that starts with this plain word goes on with what stood before it. */
export const continues = (word: string): boolean =>
  connectives.has(word) || ((word.startsWith('و') || word.startsWith('ف')) && continuations.has(word.slice(1)));

/** The phrases of a line that is little else than phrases, parted by signs: `شارك: فيسبوك | واتساب`. */
export function menuEntries(written: string): Phrase[] {
  if (!MENU_SIGN.test(written)) return [];
  const entries = written.split(MENU_SIGN).filter((entry) => entry.trim() !== '');
  const phrases = entries.map((entry) => wholePhrase(plain(entry)));
  const known = phrases.filter((phrase) => phrase !== undefined);
  return known.length * 2 > phrases.length ? known : [];
}

const MENU_SIGN = /[|•·:/،,]|\s[-–—]\s/;
