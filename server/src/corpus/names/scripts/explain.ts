import type { Companion, PairAccount } from '../explain';
import type { NamesJudgement } from '../judgement';
import type { NameWishes } from '../wishes';
import { tableOf } from './reading';
import type { ScriptPiece } from './scripts';
import { areApart, gather, type Spelling, wordsOf } from './spellings';
import { isNear, skeletonOf } from './stems';

/** Companions that are told of, a side. */
const TOLD = 5;

/** What the articles of one group tell of two folded spellings; null where they lack one. `judged` is what was decided about the group's names. */
export function accountOf(
  pieces: readonly ScriptPiece[],
  pair: readonly [string, string],
  judged: NamesJudgement | undefined,
  wishes: NameWishes,
): PairAccount | null {
  const table = tableOf(pieces[0].script);
  const byWord = wordsOf(gather(pieces, table));
  const [a, b] = pair.map(
    (word) => [...(byWord.get(word) ?? [])].sort((one, other) => other.articles - one.articles || (one.stem < other.stem ? -1 : 1))[0],
  );
  if (!a || !b || a === b) return null;
  const [first, second] = [a, b].map(({ stem }) => skeletonOf(table, stem));
  const cluster = judged?.clusters.find(({ forms }) => [a, b].every(({ stem }) => forms.some(({ form }) => table.plain(form) === stem)));
  const isDecided = wishes.two.some(({ names }) => [a, b].every((spelling) => names.some((name) => byWord.get(name)?.has(spelling))));
  const obstacle = first.key !== second.key ? 'sounds' : !isNear(table, first.slots, second.slots) ? 'vowels' : areApart(a, b) ? 'company' : 'alone';
  return {
    forms: [a, b].map((spelling, i) => ({ form: writtenOf(spelling, pair[i]), count: countOf(spelling), articles: spelling.articles })),
    verdict: isDecided ? 'decided' : cluster ? 'joined' : obstacle,
    ...(cluster && !isDecided && { confidence: cluster.confidence }),
    before: shared(a.befores, b.befores),
    after: shared(a.afters, b.afters),
  };
}

const writtenOf = ({ written }: Spelling, word: string): string => [...written].sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))[0]?.[0] ?? word;

const countOf = ({ sources }: Spelling): number => [...sources.values()].reduce((sum, [count]) => sum + count, 0);

function shared(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Companion[] {
  const found = [...one].flatMap(([word, count]): Companion[] => (other.has(word) ? [{ word, counts: [count, other.get(word)!] }] : []));
  const least = ({ counts }: Companion): number => Math.min(...counts);
  return found.sort((x, y) => least(y) - least(x) || (x.word < y.word ? -1 : 1)).slice(0, TOLD);
}
