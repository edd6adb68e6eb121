import { companyOf } from './company';
import type { NameCluster, NameForm, NameKind } from './judgement';
import type { Lexicon } from './lexicon';
import type { Pair } from './pairs';
import type { Witnesses } from './witnesses';

/** A pair with all that speaks for it, in nats. */
export interface ScoredPair extends Pair {
  readonly company: number;
  readonly together: number;
  readonly score: number;
}

/** From here on two spellings are joined. */
export const JOIN = 3.5;

/** The more articles, the more pairs that look alike by chance: so much more is asked for with each doubling beyond a small corpus. */
const PER_DOUBLING = 0.15;
const SMALL = 8;
/** A spelling that is only one of two ways to read its words must be so much likelier. */
const READING = 1.5;

const clip = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Totals enter scores in powers of two, so that an edit rarely moves them. */
const coarse = (total: number): number => 2 ** Math.round(Math.log2(Math.max(1, total)));

const articlesOf = (witnesses: Witnesses, id: number): number => {
  let articles = 0;
  for (const count of witnesses.bySpelling.get(id)!.sources.values()) articles += count.articles;
  return articles;
};

/** Adds what neighbours and articles tell of each pair. */
export function score(pairs: readonly Pair[], witnesses: Witnesses, lexicon: Lexicon): ScoredPair[] {
  const total = coarse(lexicon.mass.reduce((sum, mass) => sum + mass, 0));
  const articles = coarse(witnesses.articles);
  const chance = PER_DOUBLING * Math.log2(Math.max(1, articles / SMALL));
  const tally = new Uint32Array(lexicon.size + 1);
  const sizes = new Map<number, number>();
  for (const id of witnesses.bySpelling.keys()) sizes.set(id, articlesOf(witnesses, id));
  return pairs.map((pair, i) => {
    const { head, other, difference, likeness, paradigm } = pair;
    const [rarer, commoner] = [witnesses.bySpelling.get(other)!, witnesses.bySpelling.get(head)!];
    const company = companyOf([rarer.lefts.words, commoner.lefts.words], [rarer.rights.words, commoner.rights.words], lexicon.mass, total, tally);
    const expected = (sizes.get(head)! * sizes.get(other)!) / articles;
    const together = clip(Math.log((witnesses.together[i] + 0.1) / (expected + 0.1)), -2, 2.5);
    return { ...pair, company, together, score: difference.odds + likeness + paradigm + company + together - chance };
  });
}

/** Each spelling goes to the best of the commoner ones that are nobody's variant: stars, so that no chain of likenesses joins two names. */
export function stars(pairs: readonly ScoredPair[], witnesses: Witnesses, lexicon: Lexicon): Map<number, ScoredPair[]> {
  const size = new Map<number, number>();
  const byWord = new Map<number, ScoredPair[]>();
  for (const pair of pairs) {
    if (pair.score < JOIN + (pair.reading ? READING : 0)) continue;
    for (const id of [pair.head, pair.other]) {
      const known = byWord.get(id);
      if (known) known.push(pair);
      else byWord.set(id, [pair]);
      if (!size.has(id)) size.set(id, articlesOf(witnesses, id));
    }
  }
  const words = [...byWord.keys()].sort((a, b) => size.get(b)! - size.get(a)! || lexicon.weight(b) - lexicon.weight(a) || lexicon.compare(a, b));
  const clusters = new Map<number, ScoredPair[]>();
  for (const id of words) {
    let best: ScoredPair | undefined;
    let bestHead = 0;
    for (const pair of byWord.get(id)!) {
      const partner = pair.head === id ? pair.other : pair.head;
      if (!clusters.has(partner)) continue;
      if (!best || pair.score > best.score || (pair.score === best.score && lexicon.compare(partner, bestHead) < 0))
        [best, bestHead] = [pair, partner];
    }
    if (best) clusters.get(bestHead)!.push(best);
    else clusters.set(id, []);
  }
  for (const [head, members] of clusters) if (!members.some(isTold)) clusters.delete(head);
  return clusters;
}

/** A word's hamza is the house's choice: where nothing else differs, only clear names are told. */
const isTold = ({ difference, likeness, paradigm }: ScoredPair): boolean => difference.real > 0 || likeness + paradigm >= CLEARLY_NAMES;
const CLEARLY_NAMES = 3.5;

/** Probability that a pair is one name. */
export const confidenceOf = (score: number): number => Math.round(1000 / (1 + Math.exp(-0.6 * (score - 3)))) / 1000;

/** States a star as a cluster. */
export function describe(head: number, members: readonly ScoredPair[], witnesses: Witnesses, lexicon: Lexicon): NameCluster {
  const forms = [formOf(head, undefined, witnesses, lexicon)];
  for (const pair of members) forms.push(formOf(pair.head === head ? pair.other : pair.head, pair, witnesses, lexicon));
  const [first, ...rest] = forms;
  rest.sort((a, b) => b.articles - a.articles || b.count - a.count || (a.form < b.form ? -1 : 1));
  return {
    kind: kindOf(head, members, witnesses, lexicon),
    confidence: Math.min(...rest.map(({ confidence }) => confidence)),
    forms: [first, ...rest],
  };
}

function formOf(id: number, pair: ScoredPair | undefined, witnesses: Witnesses, lexicon: Lexicon): NameForm {
  const counts = [...witnesses.bySpelling.get(id)!.sources].filter(([, { count }]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    form: lexicon.word(id),
    count: counts.reduce((sum, [, { count }]) => sum + count, 0),
    articles: counts.reduce((sum, [, { articles }]) => sum + articles, 0),
    confidence: pair ? confidenceOf(pair.score) : 1,
    evidence: pair
      ? {
          score: round(pair.score),
          letters: round(pair.difference.odds),
          likeness: round(pair.likeness),
          paradigm: round(pair.paradigm),
          company: round(pair.company),
          together: round(pair.together),
        }
      : {},
    sources: Object.fromEntries(counts.map(([source, { count, articles }]) => [source, [count, articles] as const])),
  };
}

/** Names that stand after في so often are places. */
const PLACE_SHARE = 0.2;
const FI = 'في';

function kindOf(head: number, members: readonly ScoredPair[], witnesses: Witnesses, lexicon: Lexicon): NameKind {
  if (members.every(({ difference }) => difference.real === 0)) return 'hamza';
  const lefts = witnesses.bySpelling.get(head)!.lefts.words;
  const preposition = lexicon.idOf(FI);
  let after = 0;
  for (const word of lefts) if (word === preposition) after++;
  if (lefts.length >= 5 && after > PLACE_SHARE * lefts.length) return 'place';
  return members.every(({ difference }) => difference.slips === 0) ? 'transliteration' : 'typo';
}
