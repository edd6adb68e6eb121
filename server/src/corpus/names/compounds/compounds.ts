import { hashWord, runKey } from '../../../text/hash';
import type { Words } from '../../../text/scan';
import { round } from '../clusters';
import { addToFilter, type Compound, type Compounds, type CompoundWord, type NameForm, nameKey } from '../judgement';
import type { Lexicon } from '../lexicon';
import type { Paradigms } from '../paradigm';
import { standsLikePlace } from '../standing';
import type { NameWishes } from '../wishes';
import type { Piece } from '../witnesses';
import { type Candidate, candidatesOf, isCommon, type Wanted, wantedOf } from './candidates';
import { type Heard, hearCompounds, standingApart, timesOf, type Way } from './hearing';

/**
 * At least so much of what one of the parts says it says as a part of this name. Of the 63 foreign names that 17,120 articles hold both ways two are two
 * words: بلد وين and بلدوين, of which less is said; and سوتشي, a city, and سو تشي, a woman.
 */
const LEAST_BOUND = 0.1;
/** In how many of a hundred articles that hold both ways they are one name: none of 39 with foreign names, 2 of 50 with Arabic ones, holds two. */
const SURE = { arabic: 0.96, particle: 0.96, foreign: 0.98, decided: 1 } as const;

/** The names of two words that the corpus writes in one piece and in two, most articles first, and the lines of the decisions about them. Adds their words to `filter`. */
export function compoundsOf(
  pieces: readonly Piece[],
  lexicon: Lexicon,
  paradigms: Paradigms,
  total: number,
  filter: Uint32Array,
  wishes: NameWishes,
): { compounds: Compounds; met: number[] } {
  const wanted = wantedOf(wishes, lexicon);
  const known = new Set(wanted.map(({ forms }) => forms[1]));
  const candidates = candidatesOf(lexicon, total);
  const standing = standingApart(pieces, candidates, lexicon).filter(({ made, joined }) => made === 'arabic' || paradigms.alone(joined) > 0);
  const spelt = standing
    .map((candidate): Wanted => ({ ...candidate, forms: formsOf(candidate, lexicon) }))
    .filter(({ forms }) => !known.has(forms[1]));
  const names = readings(hearCompounds(pieces, [...wanted, ...spelt], lexicon).filter((heard) => isName(heard, lexicon, total)));
  const met = new Set<number>();
  const found: { heard: Heard; compound: Compound }[] = [];
  for (const heard of names) {
    const compound = settle(describe(heard, lexicon, paradigms), wishes, met);
    if (compound) found.push({ heard, compound });
  }
  const size = ({ forms: [a, b] }: Compound): number => a.articles + b.articles;
  const spelling = ({ forms }: Compound): string => [...forms.map(({ form }) => form)].sort()[0];
  found.sort(({ compound: a }, { compound: b }) => size(b) - size(a) || (spelling(a) < spelling(b) ? -1 : 1));
  return { compounds: index(found, lexicon, total, filter), met: [...met].sort((a, b) => a - b) };
}

/** Of several ways to part a word, the commonest. */
function readings(names: readonly Heard[]): Heard[] {
  const best = new Map<string, Heard>();
  for (const heard of names) {
    const known = best.get(heard.forms[0]);
    if (!known || timesOf(heard.ways[1]) > timesOf(known.ways[1])) best.set(heard.forms[0], heard);
  }
  return [...best.values()];
}

const formsOf = ({ joined, first, second }: Candidate, lexicon: Lexicon): Wanted['forms'] => [
  lexicon.word(joined),
  `${lexicon.word(first)} ${lexicon.word(second)}`,
];

function isName(heard: Heard, lexicon: Lexicon, total: number): boolean {
  const { made, ways } = heard;
  const [together, apart] = ways.map(timesOf);
  if (made === 'decided') return together + apart > 0;
  if (together === 0 || apart === 0) return false;
  return made === 'arabic' || (boundOf(heard, lexicon) >= LEAST_BOUND && haveCompany(ways, lexicon, total));
}

/** The share of a part's occurrences, those in one piece too, that are in this name: of the part that has more. */
function boundOf({ made, first, second, ways }: Heard, { mass }: Lexicon): number {
  const [together, apart] = ways.map(timesOf);
  const most = made === 'particle' ? mass[second] : Math.min(mass[first], mass[second]);
  return (together + apart) / (most + together);
}

/** Whether a word stands before both ways, or one that isn't common after both. */
const haveCompany = ([a, b]: Heard['ways'], lexicon: Lexicon, total: number): boolean =>
  [...a.before.keys()].some((word) => b.before.has(word)) || [...a.after.keys()].some((word) => b.after.has(word) && !isCommon(word, lexicon, total));

function describe(heard: Heard, lexicon: Lexicon, paradigms: Paradigms): Compound {
  const { made, joined, ways } = heard;
  const confidence = SURE[made];
  const evidence = {
    ...(made !== 'decided' && { bound: round(boundOf(heard, lexicon)) }),
    ...(made !== 'decided' && made !== 'arabic' && { paradigm: round(paradigms.alone(joined)) }),
  };
  const [whole, apart] = heard.forms.map((form, i) => formOf(form, ways[i]));
  const forms = apart.articles > whole.articles || (apart.articles === whole.articles && apart.count > whole.count) ? [apart, whole] : [whole, apart];
  const isShared = made === 'arabic' && !isPlace(heard, lexicon);
  return { kind: 'joined', confidence, forms: [forms[0], { ...forms[1], confidence, evidence }], isShared };
}

function formOf(form: string, { sources }: Way): NameForm {
  const counts = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = (place: 0 | 1): number => counts.reduce((total, [, count]) => total + count[place], 0);
  return { form, count: sum(0), articles: sum(1), confidence: 1, evidence: {}, sources: Object.fromEntries(counts) };
}

/** Whether a name stands behind what stands before places. */
function isPlace({ ways }: Heard, lexicon: Lexicon): boolean {
  const before = new Map<number, number>();
  for (const way of ways) for (const [word, times] of way.before) before.set(word, (before.get(word) ?? 0) + times);
  return standsLikePlace(before, lexicon);
}

/** A name as people want it; undefined where they keep its two ways apart. Notes the lines of what they decided. */
function settle(compound: Compound, { one, two, prefer }: NameWishes, met: Set<number>): Compound | undefined {
  const isOf = (names: readonly string[]): number => compound.forms.filter(({ form }) => names.includes(form)).length;
  const parting = two.filter(({ names }) => isOf(names) > 1);
  const joining = one.filter(({ names }) => isOf(names) > 0);
  for (const { line } of [...parting, ...joining]) met.add(line);
  if (parting.length > 0) return undefined;
  const wanted = new Set([...prefer, ...joining.flatMap(({ preferred }) => preferred ?? [])]);
  const isDecided = joining.some(({ names }) => isOf(names) > 1);
  const decided = isDecided
    ? { ...compound, confidence: 1, forms: compound.forms.map((form) => ({ ...form, confidence: 1 })), decided: true as const }
    : compound;
  const first = decided.forms.find(({ form }) => wanted.has(form));
  if (!first) return decided;
  return { ...decided, forms: [first, ...decided.forms.filter((form) => form !== first)], pinned: true };
}

/** Finds all places of the names, also behind proclitics. */
function index(found: readonly { heard: Heard; compound: Compound }[], lexicon: Lexicon, total: number, filter: Uint32Array): Compounds {
  const { base, prefix, counts, size } = lexicon;
  const wholes = new Map<number, number[]>();
  const firsts = new Map<number, number[]>();
  const isPart = new Uint8Array(size + 1);
  found.forEach(({ heard: { joined, first } }, number) => {
    wholes.set(joined, [...(wholes.get(joined) ?? []), number]);
    firsts.set(first, [...(firsts.get(first) ?? []), number]);
    isPart[joined] = 1;
    isPart[first] = 1;
  });
  const words: [key: number, word: CompoundWord][] = [];
  const common: number[] = [];
  for (let id = 1; id <= size; id++) {
    if (counts[id] <= 0) continue;
    if (isCommon(base[id], lexicon, total)) common.push(lexicon.key(id));
    if (isPart[base[id]] === 0) continue;
    const word = lexicon.spell(id);
    addToFilter(filter, word);
    const letters = base[id] === id ? 0 : prefix[id];
    const formOf = (cluster: number, isWhole: boolean): number =>
      found[cluster].compound.forms.findIndex(({ form }) => form.includes(' ') !== isWhole);
    for (const cluster of wholes.get(base[id]) ?? []) words.push([nameKey(word), { cluster, form: formOf(cluster, true), prefix: letters }]);
    for (const cluster of firsts.get(base[id]) ?? []) {
      const second = lexicon.spell(found[cluster].heard.second);
      words.push([keyOfTwo(word, second), { cluster, form: formOf(cluster, false), prefix: letters }]);
    }
  }
  words.sort(([a], [b]) => a - b);
  return { clusters: found.map(({ compound }) => compound), words: new Map(words), common: Float64Array.from(common).sort() };
}

/** The key of two words that stand side by side. */
const keyOfTwo = (first: string, second: string): number => runKey({ hash: Uint32Array.of(...hashWord(first), ...hashWord(second)) } as Words, 0, 2);
