import { AGENCIES, CONNECTIVES, CONTINUATIONS, DATE_WORDS, INTERFACE_WORDS, KINDS, OUTLET_WORDS, type PhraseKind, SECTION_WORDS } from './phrases';
import { plain } from './plain';

const split = (list: string, by: RegExp): string[] => list.split(by).filter((entry) => entry.trim() !== '');
const wordSet = (list: string): ReadonlySet<string> => new Set(split(list, /\s+/).map((word) => plain(word)));
const phraseList = (list: string): string[] => split(list, /[|\n]/).map((phrase) => phrase.trim());

export interface Phrase {
  readonly kind: PhraseKind | 'phrase';
  /** Other words may follow. */
  readonly cue: boolean;
  readonly words: number;
}

const wholes = new Map<string, Phrase>();
const cuesByWord = new Map<string, { text: string; phrase: Phrase }[]>();

/** A phrase list writes the number as `#`, which `plain` would drop. */
const plainPhrase = (phrase: string): string => plain(phrase.replaceAll('#', '0').replace(/…$/, ''));

for (const [kind, list] of Object.entries(KINDS)) {
  for (const written of phraseList(list)) {
    const text = plainPhrase(written);
    const phrase = { kind: kind as PhraseKind, cue: written.endsWith('…'), words: text.split(' ').length };
    if (!wholes.has(text)) wholes.set(text, phrase);
    if (!phrase.cue) continue;
    const first = text.split(' ', 1)[0];
    const cues = cuesByWord.get(first) ?? [];
    cues.push({ text, phrase });
    cuesByWord.set(first, cues);
  }
}

const beginnings = new Set([...wholes.keys()].map((text) => text.split(' ', 1)[0]));

/** Whether a phrase begins with this plain word, or with one that goes on after it: a sign may stand within. */
export const mayBegin = (word: string): boolean => beginnings.has(word);

/** The phrase that a plain text is. */
export const wholePhrase = (text: string): Phrase | undefined => wholes.get(text);

/** Whether a cue begins with this plain word. */
export const mayLead = (word: string): boolean => cuesByWord.has(word);

/** The longest cue that a plain text begins with; its last word may be glued to what follows. */
export function leadingCue(text: string): { text: string; phrase: Phrase } | undefined {
  const blank = text.indexOf(' ');
  const cues = cuesByWord.get(blank < 0 ? text : text.slice(0, blank));
  let best: { text: string; phrase: Phrase } | undefined;
  for (const cue of cues ?? []) if (text.startsWith(cue.text) && cue.text.length > (best?.text.length ?? 0)) best = cue;
  return best;
}

/** Cues of these kinds announce headlines; the blocks after them are read as such. */
export const ANNOUNCES: ReadonlySet<string> = new Set<PhraseKind>(['related', 'navigation']);

export const interfaceWords = wordSet(INTERFACE_WORDS);
export const sectionWords = wordSet(SECTION_WORDS);
export const outletWords = wordSet(OUTLET_WORDS);
export const dateWords = wordSet(DATE_WORDS);
export const agencies: ReadonlySet<string> = new Set(phraseList(AGENCIES).map((name) => plain(name)));

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
