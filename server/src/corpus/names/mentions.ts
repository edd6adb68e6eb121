import type { Article } from '../../text/article';
import { TANWIN } from '../../text/characters';
import { foldWord, keyOf } from '../../text/hash';
import { AFTER_BREAK, SCRIPT_BITS, Script } from '../../text/scan';
import { codeOf } from './alphabet';
import { isInFilter, type NameCluster, type NamesJudgement, type NameWord, nameOf } from './judgement';
import { isAdjective, isCountry, REACH, SYRIA, SYRIAN } from './syria';
import type { Place } from './whose';

/** Where a name stands in an article. Offsets are UTF-16 units, without proclitics. */
export interface Mention extends Place {
  readonly start: number;
  readonly end: number;
  readonly swallowed: number;
  /** What stands behind it in its word. */
  readonly ending: string;
  readonly block: number;
  /** False where the word may be another one: سورية is the country and an adjective. */
  readonly isSure: boolean;
}

/** A word of an article that is a form of a cluster; whether it is a mention is yet to be seen. */
export interface Sighting {
  readonly word: number;
  readonly name: NameWord;
}

/** The words that are forms of names with several spellings, by cluster. */
export function sightingsOf({ text, words }: Article, names: NamesJudgement, script: number): Map<number, Sighting[]> {
  const found = new Map<number, Sighting[]>();
  for (const w of mayBeNames(words, names.filter)) {
    const name = nameOf(names, words.hash[2 * w], words.hash[2 * w + 1]);
    if (!name || (words.kind[w] & SCRIPT_BITS) !== script) continue;
    if (script !== Script.ARABIC && !isCapital(text, words.start[w])) continue;
    const known = found.get(name.cluster);
    if (known) known.push({ word: w, name });
    else found.set(name.cluster, [{ word: w, name }]);
  }
  return found;
}

/** Which of the words that are forms of a cluster mention its name. */
export function mentionsOf(article: Article, cluster: NameCluster, sightings: readonly Sighting[], script: number): Mention[] {
  const { text, words, blocks } = article;
  const found: Mention[] = [];
  let block = 0;
  for (const { word, name } of sightings) {
    while (blocks.firstWord[block + 1] <= word) block++;
    const { form } = cluster.forms[name.form];
    if (script === Script.ARABIC && hasTanwin(text, words.start[word], words.end[word])) {
      if (form === SYRIA) continue;
      return [];
    }
    const isSure = (form !== SYRIAN && form !== SYRIA) || isSyria(article, word, name.prefix, form);
    // What isn't read as the country may still be it, but the adjective in the accusative.
    if (isSure || form === SYRIAN) found.push(mentionOf(article, word, block, name, cluster, isSure));
  }
  return found;
}

const seen = new WeakMap<Article['words'], { readonly filter: Uint32Array; readonly found: readonly number[] }>();

/** The words of an article that may be in a filter of names, in their order. Most words aren't, so this must be quick, and is done once. */
export function mayBeNames(words: Article['words'], filter: Uint32Array): readonly number[] {
  const known = seen.get(words);
  if (known?.filter === filter) return known.found;
  const found: number[] = [];
  for (let w = nextKnown(words, filter, 0); w < words.count; w = nextKnown(words, filter, w + 1)) found.push(w);
  seen.set(words, { filter, found });
  return found;
}

function nextKnown({ hash, count }: Article['words'], filter: Uint32Array, from: number): number {
  let w = from;
  while (w < count && !isInFilter(filter, hash[2 * w])) w++;
  return w;
}

/** Whether a word is written with tanwin, which foreign names don't take: where one spelling has it, none of them is a name. */
function hasTanwin(text: string, start: number, end: number): boolean {
  for (let i = end - 1; i >= end - 2 && i > start; i--) if (TANWIN.has(text.charCodeAt(i))) return true;
  return false;
}

/** Whether a letter is written large. */
function isCapital(text: string, at: number): boolean {
  const letter = text[at];
  return letter !== letter.toLowerCase();
}

/** Whether a number stands right before word `w`. */
const isCounted = (text: string, { start, end, kind }: Article['words'], w: number): boolean =>
  w > 0 && (kind[w - 1] & SCRIPT_BITS) === Script.NUMBER && text.slice(end[w - 1], start[w]).trim() === '';

/** Whether سوريا or سورية, the word at `w`, is the country. */
function isSyria({ text, words }: Article, w: number, prefix: number, form: string): boolean {
  const wordAt = (i: number): string => foldWord(text, words.start[i], words.end[i]);
  const isJoined = (i: number): boolean => i > 0 && i < words.count && (words.kind[i] & AFTER_BREAK) === 0;
  // 157 سوريا are Syrians.
  if (form === SYRIA && isCounted(text, words, w)) return false;
  const before: string[] = [];
  for (let i = w; isJoined(i) && before.length < REACH; i--) before.push(wordAt(i - 1));
  if (form === SYRIA) return prefix > 0 || !isAdjective(before);
  return isCountry(wordAt(w).slice(0, prefix), before, isJoined(w + 1) ? wordAt(w + 1) : '');
}

/** Where a word goes on after its first `letters`. Harakat and tatweel behind these belong to them, and tatweel before. */
export function startAfter(text: string, from: number, end: number, letters: number): number {
  let start = from;
  for (let read = 0; start < end; start++) {
    read += foldWord(text, start, start + 1).length;
    if (read > letters) break;
  }
  return start;
}

function mentionOf(
  { text, words }: Article,
  w: number,
  block: number,
  { form, prefix, swallowed, ending = 0 }: NameWord,
  cluster: NameCluster,
  isSure: boolean,
): Mention {
  const end = words.end[w] - ending;
  const start = prefix === 0 && codeOf(text.charCodeAt(words.start[w])) > 0 ? words.start[w] : startAfter(text, words.start[w], end, prefix);
  const previous = w > 0 && (words.kind[w] & AFTER_BREAK) === 0 ? keyOf(words.hash[2 * w - 2], words.hash[2 * w - 1]) : 0;
  const next = w + 1 < words.count && (words.kind[w + 1] & AFTER_BREAK) === 0 ? keyOf(words.hash[2 * w + 2], words.hash[2 * w + 3]) : 0;
  return { start, end, form: cluster.forms[form], swallowed, ending: text.slice(end, words.end[w]), block, previous, next, isSure };
}
