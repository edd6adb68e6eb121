import { COMMON, commonFrom } from './company';
import type { Company } from './judgement';
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

/** A word belongs to a name if it stands right after it so often, twice at least: بوتين after فلاديمير, but no verb. */
const OWN_SHARE = 0.05;
/** A name is a given name where so many of the words after it belong to it, and are of more than one bearer. */
const GIVEN_SHARE = 0.25;
const BEARERS = 2;
/** Words that occur less often say nothing by standing after a name. */
const KNOWN = 4;
/** A neighbour this much like a foreign name, and rarer than this share of all words, is one. */
const LEAST_LIKENESS = 0.5;
const RARE = 2e-5;
/** A side on which so many of the neighbours are names tells by them who is meant; else those are other people (نتنياهو رونالد لودر). */
const NAMED_SHARE = 0.25;

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
  const tally = new Map<number, number>();
  let all = 0;
  for (const id of ids) {
    for (const word of witnesses.bySpelling.get(id)!.rights.words) {
      tally.set(word, (tally.get(word) ?? 0) + 1);
      all++;
    }
  }
  const isOwn = (word: number): boolean => tally.get(word)! > 1 && lexicon.usual[word] >= KNOWN && tally.get(word)! >= OWN_SHARE * lexicon.mass[word];
  const own = [...tally.keys()].filter(isOwn);
  const owned = own.reduce((sum, word) => sum + tally.get(word)!, 0);
  if (own.length < BEARERS || owned < GIVEN_SHARE * all) return null;
  const mayBe = (word: number): boolean => lexicon.usual[word] <= COMMON.share * total || isOwn(word);
  return ids.map((id) => bySource(witnesses.bySpelling.get(id)!.rights, mayBe, witnesses.sources, lexicon));
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
      likenessOf(likeness, lexicon.spellings.codes, from, to) >= LEAST_LIKENESS
    );
  };
  const isShort = ids.some((id) => lexicon.end(id) - lexicon.start(id) <= SHORT);
  const namesAmong = ({ words }: Neighbours): number[] => {
    if (!isShort) return [];
    const found = words.filter(isName);
    return found.length < NAMED_SHARE * words.length ? [] : keysOf(new Set([...new Set(found)].flatMap(spellingsOf)), lexicon);
  };
  return ids.map((id) => {
    const { lefts, rights } = witnesses.bySpelling.get(id)!;
    const [before, after] = [lefts, rights].map((side) => bySource(side, isTelling, witnesses.sources, lexicon));
    return { before, after, namesBefore: namesAmong(lefts), namesAfter: namesAmong(rights) };
  });
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
