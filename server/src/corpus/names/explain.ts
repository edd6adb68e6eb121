import { confidenceOf, formOf, JOIN, READING, score } from './clusters';
import type { NameCluster } from './judgement';
import type { Lexicon } from './lexicon';
import type { Likeness } from './likeness';
import { type Obstacle, type Pair, weigh } from './pairs';
import type { Paradigms } from './paradigm';
import { idOf } from './wishes';
import { hear, type Witness } from './witnesses';

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
   * or a decision, keeps them apart (`others`).
   */
  readonly verdict: 'joined' | 'absent' | 'score' | 'others' | Obstacle;
  /** Nats by kind of evidence, and their `score`; only where they were weighed. */
  readonly evidence?: Readonly<Record<string, number>>;
  /** The score from which on they are joined. */
  readonly threshold?: number;
  readonly confidence?: number;
  /** Neighbours that both have, those shared most first. */
  readonly before: readonly Companion[];
  readonly after: readonly Companion[];
}

/** Companions that are told of, a side. */
const TOLD = 5;

/** Gives account of a pair of folded spellings. `clusters` are what the corpus decided. */
export function accountFor(
  pair: readonly [string, string],
  { lexicon, likeness, paradigms }: Models,
  articles: Parameters<typeof hear>[0],
  clusters: readonly NameCluster[],
): PairAccount {
  const ids = pair.map((word) => idOf(word, lexicon));
  const joined = clusters.some(({ forms }) => pair.every((word) => forms.some(({ form }) => form === word)));
  if (ids.includes(0) || ids[0] === ids[1]) {
    return { forms: pair.map((form) => ({ form, count: 0, articles: 0 })), verdict: joined ? 'joined' : 'absent', before: [], after: [] };
  }
  const weighed = weigh(ids[0], ids[1], lexicon, likeness, paradigms);
  const isPair = typeof weighed !== 'string';
  const unweighed: Pair = {
    head: ids[0],
    other: ids[1],
    difference: { odds: 0, edits: 0, real: 0, slips: 0 },
    likeness: 0,
    paradigm: 0,
    reading: false,
  };
  const witnesses = hear(articles, [isPair ? weighed : unweighed], lexicon, []);
  const [scored] = isPair ? score([weighed], witnesses, lexicon) : [];
  const threshold = JOIN + (scored?.reading ? READING : 0);
  const told = ids.map((id) => witnesses.bySpelling.get(id)!);
  return {
    forms: ids.map((id) => {
      const { form, count, articles } = formOf(id, undefined, witnesses, lexicon);
      return { form, count, articles };
    }),
    verdict: joined ? 'joined' : !scored ? (weighed as Obstacle) : scored.score < threshold ? 'score' : 'others',
    ...(scored && {
      evidence: formOf(scored.other, scored, witnesses, lexicon).evidence,
      threshold,
      confidence: confidenceOf(scored.score),
    }),
    before: shared(told, 'lefts', lexicon),
    after: shared(told, 'rights', lexicon),
  };
}

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
