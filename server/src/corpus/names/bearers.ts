import { COMMON, commonFrom } from './company';
import { type Company, withoutHamza } from './judgement';
import { type Lexicon, SHORTEST } from './lexicon';
import type { Likeness } from './likeness';
import { likenessOf } from './pairs';
import { SHORT } from './whose';
import type { Neighbours, Witnesses } from './witnesses';

/**
 * A name is shared: ديفيد كاميرون may be written دافيد in a translator's slip, but the footballer دافيد سيلفا is another man.
 * So each place is compared with the words that the other spelling stands beside, source by source, as what one house
 * writes of a man tells nothing of another house's namesake.
 */

/** A word belongs to a name if so much of it stands right after it, and twice: بوتين after فلاديمير, but no verb. */
export const OWN_SHARE = 0.05;
/**
 * A name is a given name of several people where so much of what follows it belongs to it, its most constant companion aside. Of 226 names that a
 * person judged 23 of 30 given names are told so by these two shares, and 15 others with them (test/quality/learn-given.ts).
 */
export const GIVEN_SHARE = 0.1;
/**
 * A neighbour more like a foreign name than like a word, and rarer than this share of all words, is one. Common ones tell no stranger: of 5 places
 * that they would part in 17,120 articles none names another.
 */
const RARE = 2e-5;

/** A word that stands beside nearly all places of a name belongs to it: أو before برنس, the capital of Haiti. In fewer places it would be chance. */
const CONSTANT = { share: 0.9, places: 10 };

/** What tells whose name a spelling is, beside the words of a corpus. */
export interface Bearing {
  readonly witnesses: Witnesses;
  readonly lexicon: Lexicon;
  readonly likeness: Likeness;
  /** Words of the corpus. */
  readonly total: number;
  /** All spellings of the name that a word is a spelling of, itself among them. */
  spellingsOf(id: number): readonly number[];
}

/**
 * For each of the spellings `ids` of one name the keys (`nameKey`) of words that stand right after it and may be family names, by source,
 * sorted, each as often as it stands there; null where the name is no given name.
 */
export function bearersOf(ids: readonly number[], { witnesses, lexicon, total }: Bearing): Record<string, number[]>[] | null {
  const followers = ids.flatMap((id) => [...witnesses.bySpelling.get(id)!.rights.words]);
  const own = ownAmong(followers, lexicon);
  if (shareOfSeveral(own, followers.length) < GIVEN_SHARE) return null;
  const most = commonFrom(total);
  const mayBe = (word: number): boolean => lexicon.usual[word] <= most || own.has(word);
  return ids.map((id) => bySource(witnesses.bySpelling.get(id)!.rights, mayBe, witnesses.sources, lexicon));
}

/** Of the words that follow a name those that belong to it, each with how often it does. */
export function ownAmong(followers: readonly number[], { mass }: Pick<Lexicon, 'mass'>, least = OWN_SHARE): Map<number, number> {
  const own = new Map<number, number>();
  for (const word of followers) own.set(word, (own.get(word) ?? 0) + 1);
  for (const [word, times] of own) if (times < 2 || times < least * mass[word]) own.delete(word);
  return own;
}

/** Which share of what follows a name, `all` words, belongs to it, without the word that does so most often. */
export function shareOfSeveral(own: ReadonlyMap<number, number>, all: number): number {
  let sum = 0;
  for (const times of own.values()) sum += times;
  return all === 0 ? 0 : (sum - Math.max(0, ...own.values())) / all;
}

/** For each of the spellings `ids` of one name the words beside it that tell whom it names. */
export function companyOf(ids: readonly number[], { witnesses, lexicon, likeness, total, spellingsOf }: Bearing): Company[] {
  const most = commonFrom(total);
  const isTelling = (word: number): boolean => lexicon.usual[word] <= most;
  const isName = (word: number): boolean => {
    const [from, to] = [lexicon.start(word), lexicon.end(word)];
    return (
      lexicon.usual[word] <= Math.max(COMMON.count, RARE * total) &&
      to - from >= SHORTEST &&
      likenessOf(likeness, lexicon.spellings.codes, from, to) > 0
    );
  };
  const isShort = ids.some((id) => lexicon.end(id) - lexicon.start(id) <= SHORT);
  const namesAmong = ({ words }: Neighbours): number[] => {
    return isShort ? keysOf(new Set([...new Set(words.filter(isName))].flatMap(spellingsOf)), lexicon) : [];
  };
  return ids.map((id) => {
    const { lefts, rights } = witnesses.bySpelling.get(id)!;
    const [before, after] = [lefts, rights].map((side) => bySource(side, isTelling, witnesses.sources, lexicon));
    const [alwaysBefore, alwaysAfter] = [lefts, rights].map((side) => constantAmong(side, lexicon));
    return { before, after, namesBefore: namesAmong(lefts), namesAfter: namesAmong(rights), alwaysBefore, alwaysAfter };
  });
}

/** The keys of the word that nearly always stands on one side of a spelling, with whatever hamza (أو, او), sorted; none where no word does. */
function constantAmong({ words }: Neighbours, lexicon: Lexicon): number[] {
  if (words.length < CONSTANT.places) return [];
  const spelt = new Map<number, string>();
  const tally = new Map<string, number>();
  for (const word of words) {
    const plain = spelt.get(word) ?? withoutHamza(lexicon.spell(word));
    spelt.set(word, plain);
    tally.set(plain, (tally.get(plain) ?? 0) + 1);
  }
  const constant = [...tally].find(([, times]) => times >= CONSTANT.share * words.length)?.[0];
  return keysOf(
    [...spelt.keys()].filter((word) => spelt.get(word) === constant),
    lexicon,
  );
}

/** The keys of the neighbours that `isWanted`, by source, in the order of the sources' names. */
function bySource(
  { words, sources }: Neighbours,
  isWanted: (word: number) => boolean,
  names: readonly string[],
  lexicon: Lexicon,
): Record<string, number[]> {
  const found = new Map<string, number[]>();
  words.forEach((word, i) => {
    if (!isWanted(word)) return;
    const source = names[sources[i]];
    const known = found.get(source);
    if (known) known.push(word);
    else found.set(source, [word]);
  });
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([source, own]) => [source, keysOf(own, lexicon)]));
}

const keysOf = (words: Iterable<number>, lexicon: Lexicon): number[] => [...Float64Array.from(words, lexicon.key).sort()];
