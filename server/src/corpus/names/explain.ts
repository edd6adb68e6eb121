import { besideOf } from './beside';
import { formOf, JOIN, READING, score } from './clusters';
import { compoundsOf } from './compounds/compounds';
import { confidenceOf } from './confidence';
import { type ArabicNames, type Compounds, emptyFilter, type NameCluster, type NameForm } from './judgement';
import type { Lexicon } from './lexicon';
import type { Likeness } from './likeness';
import { type Obstacle, pairKey, weigh } from './pairs';
import type { Paradigms } from './paradigm';
import { idOf, type NameWishes, Wishes } from './wishes';
import { hear, type Piece, type Witness } from './witnesses';

/** The words of a corpus, and what tells names among them. */
export interface Models {
  readonly lexicon: Lexicon;
  readonly likeness: Likeness;
  readonly paradigms: Paradigms;
}

/** A word that stands beside both spellings, and how often beside each. */
export interface Companion {
  readonly word: string;
  readonly counts: readonly [number, number];
}

/** What the corpus tells of two spellings. */
export interface PairAccount {
  readonly forms: readonly { readonly form: string; readonly count: number; readonly articles: number }[];
  /**
   * `joined`: they stand in one cluster. Else why not: the corpus lacks a spelling (`absent`); something spoke against weighing
   * them (an `Obstacle`); they were weighed and found too light (`score`); they were heavy enough, but another form of the name,
   * or a decision about one, keeps them apart (`others`); a decision about just these two keeps them apart (`decided`); one is written
   * in two pieces, and they aren't known for the parts of the other (`parts`). In other scripts: the names beside them are others (`company`), or no name stands
   * beside both (`alone`).
   */
  readonly verdict: 'joined' | 'absent' | 'score' | 'others' | 'decided' | 'parts' | 'company' | 'alone' | Obstacle;
  /** Nats by kind of evidence, and their `score`; only where they were weighed. */
  readonly evidence?: Readonly<Record<string, number>>;
  /** The score from which on they are joined. */
  readonly threshold?: number;
  /** Not where people decided. */
  readonly confidence?: number;
  /** Neighbours that both have, those shared most first. */
  readonly before: readonly Companion[];
  readonly after: readonly Companion[];
}

/** Companions that are told of, a side. */
const TOLD = 5;

/** Gives account of pairs of folded spellings. `judged` is what the corpus decided, `wishes` what people did. */
export function accountsFor(
  pairs: readonly (readonly [string, string])[],
  models: Models,
  articles: readonly Piece[],
  judged: ArabicNames,
  wishes: NameWishes,
): PairAccount[] {
  const { lexicon, likeness, paradigms } = models;
  if (pairs.some(isOfTwo)) {
    return pairs.flatMap((pair) =>
      isOfTwo(pair) ? accountOfParts(pair, models, articles, judged.compounds, wishes) : accountsFor([pair], models, articles, judged, wishes),
    );
  }
  const wanted = new Wishes(wishes, lexicon);
  const beside = besideOf(articles, lexicon, likeness, lexicon.usualTotal);
  const homes = new Map(judged.clusters.flatMap((cluster) => cluster.forms.map(({ form }) => [form, cluster] as const)));
  const read = pairs.map((pair) => {
    const ids = pair.map((word) => idOf(word, lexicon));
    const isThere = !ids.includes(0) && ids[0] !== ids[1];
    return {
      pair,
      ids,
      weighed: isThere ? weigh(ids[0], ids[1], beside.has(pairKey(ids[0], ids[1])), lexicon, likeness, paradigms) : ('absent' as const),
    };
  });
  const heard = read.map(({ ids, weighed }) => (typeof weighed === 'string' ? { ...UNWEIGHED, head: ids[0], other: ids[1] } : weighed));
  const witnesses = hear(articles, heard, lexicon, []);
  const scored = score(heard, witnesses, lexicon);
  return read.map(({ pair, ids, weighed }, i) => {
    const isJoined = homes.has(pair[0]) && homes.get(pair[0]) === homes.get(pair[1]);
    if (weighed === 'absent') {
      return { forms: pair.map((form) => countOf(form, articles, lexicon)), verdict: isJoined ? 'joined' : 'absent', before: [], after: [] };
    }
    const told = ids.map((id) => witnesses.bySpelling.get(id)!);
    const threshold = JOIN + (scored[i].reading ? READING : 0);
    const isApart = wanted.apart(ids[0], ids[1]);
    const joined = isJoined && !isApart ? rayOf(homes.get(pair[0])!, pair) : undefined;
    const unweighed = isJoined && !isApart && typeof weighed === 'string' ? homes.get(pair[0])! : undefined;
    const obstacle = typeof weighed === 'string' ? weighed : scored[i].score < threshold ? 'score' : 'others';
    return {
      forms: ids.map((id, k) => {
        // Of a spelling that is a word besides, such as سورية, the cluster counts the name alone.
        const told = unweighed?.forms.find(({ form }) => form === pair[k]);
        const { form, count, articles } = told ?? formOf(id, undefined, witnesses, lexicon);
        return { form, count, articles };
      }),
      verdict: isApart ? 'decided' : isJoined ? 'joined' : obstacle,
      ...(typeof weighed !== 'string' && {
        // What was joined was heard among all others, of which some tell more (`withKindred`).
        evidence: joined?.evidence ?? formOf(scored[i].other, scored[i], witnesses, lexicon).evidence,
        threshold,
        ...(!isApart && { confidence: joined?.confidence ?? confidenceOf(scored[i].score) }),
      }),
      ...(unweighed && !unweighed.decided && { confidence: unweighed.confidence }),
      before: shared(told, 'lefts', lexicon),
      after: shared(told, 'rights', lexicon),
    };
  });
}

/** Of two spellings of a cluster that which was joined with the other; undefined where both were joined with a third. */
function rayOf({ forms }: NameCluster, pair: readonly string[]): NameForm | undefined {
  const [joined, ...others] = forms.filter(({ form, evidence }) => pair.includes(form) && evidence.score !== undefined);
  return others.length === 0 ? joined : undefined;
}

/** Whether one of two spellings is in two pieces. */
const isOfTwo = (pair: readonly [string, string]): boolean => pair.some((form) => form.includes(' '));

function accountOfParts(
  pair: readonly [string, string],
  { lexicon, paradigms }: Models,
  articles: readonly Piece[],
  { clusters }: Compounds,
  { two }: NameWishes,
): PairAccount {
  const holds = ({ forms }: NameCluster): boolean => pair.every((spelling) => forms.some(({ form }) => form === spelling));
  const asked = { prefer: [], one: [{ names: pair, line: 0 }], two: [] };
  const heard = compoundsOf(articles, lexicon, paradigms, lexicon.usualTotal, emptyFilter(), asked).compounds.clusters.find(holds);
  const forms = pair.map((spelling) => {
    const { form, count, articles: holding } = heard?.forms.find(({ form }) => form === spelling) ?? countOf(spelling, articles, lexicon);
    return { form, count, articles: holding };
  });
  const found = clusters.find(holds);
  const isDecided = two.some(({ names }) => pair.every((spelling) => names.includes(spelling)));
  const verdict = found ? 'joined' : isDecided ? 'decided' : heard && forms.some(({ count }) => count === 0) ? 'absent' : 'parts';
  return { forms, verdict, ...(found && !found.decided && { confidence: found.confidence }), before: [], after: [] };
}

/** How often a spelling of one word or two stands in the articles, behind proclitics too, and in how many. */
function countOf(form: string, pieces: readonly Piece[], lexicon: Lexicon): Pick<NameForm, 'form' | 'count' | 'articles'> {
  const ids = form.split(' ').map((word) => idOf(word, lexicon));
  let count = 0;
  let articles = 0;
  for (const { words } of ids.includes(0) ? [] : pieces) {
    const before = count;
    for (let i = 0; i + ids.length <= words.length; i++) {
      const isHere = (lexicon.base[words[i]] === ids[0] || words[i] === ids[0]) && ids.every((id, k) => k === 0 || words[i + k] === id);
      if (isHere) count++;
    }
    if (count > before) articles++;
  }
  return { form, count, articles };
}

/** What a pair has whose words aren't weighed. */
const UNWEIGHED = { difference: { odds: 0, edits: 0, real: 0, slips: 0 }, likeness: 0, paradigm: 0, reading: false };

function shared(witnesses: readonly Witness[], side: 'lefts' | 'rights', lexicon: Lexicon): Companion[] {
  const tallies = witnesses.map((witness) => {
    const tally = new Map<number, number>();
    for (const word of witness[side].words) tally.set(word, (tally.get(word) ?? 0) + 1);
    return tally;
  });
  const found: Companion[] = [];
  for (const [id, count] of tallies[0]) {
    const other = tallies[1].get(id);
    if (other !== undefined && id <= lexicon.size) found.push({ word: lexicon.spell(id), counts: [count, other] });
  }
  const least = ({ counts }: Companion): number => Math.min(...counts);
  return found
    .sort((a, b) => least(b) - least(a) || b.counts[0] + b.counts[1] - a.counts[0] - a.counts[1] || (a.word < b.word ? -1 : 1))
    .slice(0, TOLD);
}
