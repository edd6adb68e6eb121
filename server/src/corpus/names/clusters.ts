import { type Bearing, bearersOf, companyOf } from './bearers';
import { LEAST_COMPANY, MOST_COMPANY, sharedCompany } from './company';
import { confidenceOf } from './confidence';
import { HOUSE_CHOICES, type NameCluster, type NameForm } from './judgement';
import { kindOf } from './kinds';
import { coarse, type Lexicon } from './lexicon';
import type { Pair } from './pairs';
import { verbTeller } from './standing';
import type { Witnesses } from './witnesses';

/** A pair with all that speaks for it, in nats. */
export interface ScoredPair extends Pair {
  readonly company: number;
  readonly together: number;
  readonly score: number;
}

/**
 * From here on two spellings are joined: the least score from which four pairs in five and more are one name, in large corpora and small ones
 * (test/quality/learn-confidence.ts).
 */
export const JOIN = 5;
/** A spelling that is only one of two ways to read its words must be so much likelier. */
export const READING = 1.5;

/** What standing in the same articles, or never, can be worth. */
const MOST_TOGETHER = 2.5;
const LEAST_TOGETHER = -2;

const articlesOf = (witnesses: Witnesses, id: number): number => {
  let articles = 0;
  for (const count of witnesses.bySpelling.get(id)!.sources.values()) articles += count.articles;
  return articles;
};

/** Adds what neighbours and articles tell of each pair. */
export function score(pairs: readonly Pair[], witnesses: Witnesses, lexicon: Lexicon): ScoredPair[] {
  const total = lexicon.usualTotal;
  const articles = coarse(witnesses.articles);
  const tally = new Uint32Array(lexicon.size + 1);
  const isVerb = verbTeller(lexicon);
  const sizes = new Map<number, number>();
  for (const id of witnesses.bySpelling.keys()) sizes.set(id, articlesOf(witnesses, id));
  return pairs.map((pair, i) => {
    const { head, other, difference, likeness, paradigm } = pair;
    const expected = (sizes.get(head)! * sizes.get(other)!) / articles;
    const observed = witnesses.together[i];
    const together = observed === 0 ? Math.max(LEAST_TOGETHER, -expected) : Math.min(MOST_TOGETHER, Math.log((observed + 0.1) / (expected + 0.1)));
    const before = difference.odds + likeness + paradigm + together;
    // Not even the best company would join them.
    if (before + MOST_COMPANY < JOIN) return { ...pair, company: 0, together, score: before };
    const [rarer, commoner] = [witnesses.bySpelling.get(other)!, witnesses.bySpelling.get(head)!];
    const company =
      isVerb(rarer) || isVerb(commoner)
        ? LEAST_COMPANY
        : sharedCompany([rarer.lefts.words, commoner.lefts.words], [rarer.rights.words, commoner.rights.words], lexicon.usual, total, tally);
    return { ...pair, company, together, score: before + company };
  });
}

/**
 * Gathers spellings around the commonest one, the best pairs first. Every spelling of a star is joined with its head by a
 * pair of its own, so that no chain of likenesses joins two names; nor are those joined that are known to be `apart`.
 */
export function stars(
  pairs: readonly ScoredPair[],
  witnesses: Witnesses,
  lexicon: Lexicon,
  apart: (a: number, b: number) => boolean,
): Map<number, ScoredPair[]> {
  const good = pairs.filter(({ score, reading }) => score >= JOIN + (reading ? READING : 0));
  const sizes = new Map<number, number>();
  const links = new Map<number, Map<number, ScoredPair>>();
  for (const pair of good) {
    for (const [id, partner] of [
      [pair.head, pair.other],
      [pair.other, pair.head],
    ]) {
      if (!sizes.has(id)) sizes.set(id, articlesOf(witnesses, id));
      links.set(id, (links.get(id) ?? new Map()).set(partner, pair));
    }
  }
  const isCommoner = (a: number, b: number): boolean =>
    (sizes.get(a)! - sizes.get(b)! || lexicon.weight(a) - lexicon.weight(b) || lexicon.compare(b, a)) > 0;
  good.sort((a, b) => b.score - a.score || lexicon.compare(a.head, b.head) || lexicon.compare(a.other, b.other));
  const headOf = new Map<number, number>();
  const members = new Map<number, number[]>();
  for (const pair of good) {
    const ends = [pair.head, pair.other].map((id) => headOf.get(id) ?? id);
    if (ends[0] === ends[1]) continue;
    const [head, joined] = isCommoner(ends[0], ends[1]) ? ends : [ends[1], ends[0]];
    const joining = members.get(joined) ?? [joined];
    const known = links.get(head);
    if (!joining.every((id) => known?.has(id))) continue;
    const all = members.get(head) ?? [head];
    if (joining.some((a) => all.some((b) => apart(a, b)))) continue;
    for (const id of joining) headOf.set(id, head);
    headOf.set(head, head);
    members.set(head, [...all, ...joining]);
    members.delete(joined);
  }
  const found = new Map<number, ScoredPair[]>();
  for (const [head, ids] of members) {
    const rays = ids.slice(1).map((id) => links.get(head)!.get(id)!);
    if (rays.some(isTold)) found.set(head, rays);
  }
  return found;
}

/** The other spelling of a pair. */
export const partnerOf = (pair: Pair, id: number): number => (pair.head === id ? pair.other : pair.head);

/** Log-odds from which on words are clearly names, by their letters and by the forms that they don't take. */
export const CLEARLY_NAMES = { likeness: 2, paradigm: 0.7 } as const;

/** A word's hamza is the house's choice: where nothing else differs, only clear names are told. */
const isTold = ({ difference, likeness, paradigm }: ScoredPair): boolean =>
  difference.real > 0 || (likeness >= CLEARLY_NAMES.likeness && paradigm >= CLEARLY_NAMES.paradigm);

/** States a star as a cluster. */
export function describe(head: number, members: readonly ScoredPair[], bearing: Bearing): NameCluster {
  const { witnesses, lexicon } = bearing;
  const plain = [formOf(head, undefined, witnesses, lexicon)];
  for (const pair of members) plain.push(formOf(partnerOf(pair, head), pair, witnesses, lexicon));
  const ids = [head, ...members.map((pair) => partnerOf(pair, head))];
  const kind = kindOf(head, members, witnesses, lexicon);
  // What stands beside a place tells no bearers: أمريكا اللاتينية, أمريكا الجنوبية.
  const bearers = HOUSE_CHOICES.has(kind) && kind !== 'hamza' ? null : bearersOf(ids, bearing);
  const company = HOUSE_CHOICES.has(kind) ? null : companyOf(ids, bearing);
  const likelihood = (id: number): number => round(bearing.likeness.likelihood(lexicon.spellings.codes, lexicon.start(id), lexicon.end(id)));
  const [first, ...rest] = plain.map((form, i) => ({
    ...form,
    likelihood: likelihood(ids[i]),
    ...(bearers && { bearers: bearers[i] }),
    ...(company && { company: company[i] }),
  }));
  rest.sort((a, b) => b.articles - a.articles || b.count - a.count || (a.form < b.form ? -1 : 1));
  return {
    kind,
    confidence: Math.min(...rest.map(({ confidence }) => confidence)),
    forms: [first, ...rest],
    ...(!lexicon.isSmall && { hasManyWitnesses: true }),
  };
}

/** To two places, as scores are told. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** What is told of a spelling, by its word number; `pair` is what makes it one name with the head of its cluster, which has none. */
export function formOf(id: number, pair: ScoredPair | undefined, witnesses: Witnesses, lexicon: Lexicon): NameForm {
  const counts = [...witnesses.bySpelling.get(id)!.sources].filter(([, { count }]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
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
    sources: Object.fromEntries(
      counts.map(([source, { count, articles, holding }]) => [
        source,
        holding > articles ? ([count, articles, holding] as const) : ([count, articles] as const),
      ]),
    ),
  };
}
