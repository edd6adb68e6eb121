import { foldWord } from '../../../text/hash';
import { addToFilter, emptyFilter, type NameCluster, type NameForm, type NamesJudgement, type NameWord, nameKey } from '../judgement';
import type { NameWishes } from '../wishes';
import { tableOf } from './reading';
import type { ScriptPiece } from './scripts';
import { endingOf, isNear, skeletonOf, soundsOf } from './stems';
import type { ScriptTable } from './table';

/** How sure two spellings of the same sounds are one name, and how sure two are that stand beside the same name. Below what makes a fix safe: nothing was labelled. */
const SAME_SOUNDS = 0.95;
const SAME_COMPANY = 0.85;
/** A word that stands beside so many names of one key is no given name of theirs. */
const MOST_BESIDE = 50;

/** What a group of articles tells of one spelling, without endings. */
export interface Spelling {
  readonly stem: string;
  /** As written, with how often. */
  readonly written: Map<string, number>;
  /** Words that are this name with an ending, and how many letters that has. */
  readonly words: Map<string, number>;
  /** Occurrences and articles by source. */
  readonly sources: Map<string, [count: number, articles: number]>;
  readonly befores: Map<string, number>;
  readonly afters: Map<string, number>;
  /** Keys of `afters` with their endings. */
  readonly bearers: Map<string, number[]>;
  articles: number;
}

/**
 * The spellings of one name among articles of one language, in the order of their ids, with the lines of the decisions that speak
 * of names there; null where each name has one spelling and nobody decided anything.
 */
export function judgeGroup(pieces: readonly ScriptPiece[], { one, two, prefer }: NameWishes): NamesJudgement | null {
  const table = tableOf(pieces[0].script);
  const spellings = gather(pieces, table);
  spellings.sort((a, b) => b.articles - a.articles || (a.stem < b.stem ? -1 : 1));
  const homes = new Map<Spelling, Spelling>();
  const members = new Map<Spelling, Map<Spelling, number>>();
  const byWord = one.length + two.length + prefer.length > 0 ? wordsOf(spellings) : new Map<string, Set<Spelling>>();
  const meant = (names: readonly string[]): Spelling[] => [...new Set(names.flatMap((name) => [...(byWord.get(name) ?? [])]))];
  const holds = (spelling: Spelling, names: readonly string[]): boolean => names.some((name) => byWord.get(name)?.has(spelling));
  const areParted = (a: Spelling, b: Spelling): boolean => two.some(({ names }) => holds(a, names) && holds(b, names));
  /** Joins a spelling with the first that is one name with it: the commonest. */
  const join = (rivals: readonly Spelling[], sure: number, isOne: (a: Spelling, b: Spelling) => boolean): void => {
    for (let i = 1; i < rivals.length; i++) {
      if (homes.has(rivals[i])) continue;
      const head = rivals.find(
        (each, place) => place < i && (homes.get(each) ?? each) === each && isOne(each, rivals[i]) && !areParted(each, rivals[i]),
      );
      if (!head) continue;
      homes.set(head, head).set(rivals[i], head);
      members.set(head, (members.get(head) ?? new Map()).set(rivals[i], sure));
    }
  };
  const met: number[] = [];
  for (const { names, line } of one) {
    const wanted = meant(names);
    if (wanted.length > 0) met.push(line);
    join(wanted, SAME_SOUNDS, () => true);
  }
  for (const { names, line } of two) if (meant(names).length > 1) met.push(line);
  if (table.capitals) {
    const bySounds = new Map<string, Spelling[]>();
    for (const spelling of spellings) file(bySounds, soundsOf(table, spelling.stem), spelling);
    for (const rivals of bySounds.values()) if (rivals.length > 1) join(rivals.slice(0, MOST_BESIDE), SAME_SOUNDS, (a, b) => !areApart(a, b));
  }
  for (const side of ['befores', 'afters'] as const) {
    const byCompany = new Map<string, Spelling[]>();
    for (const spelling of spellings) {
      if (spelling[side].size === 0) continue;
      const { key } = skeletonOf(table, spelling.stem);
      for (const beside of spelling[side].keys()) file(byCompany, `${key} ${beside}`, spelling);
    }
    for (const rivals of byCompany.values()) {
      if (rivals.length === 1 || rivals.length > MOST_BESIDE) continue;
      join(rivals, SAME_COMPANY, (a, b) => isNear(table, skeletonOf(table, a.stem).slots, skeletonOf(table, b.stem).slots));
    }
  }
  const pinned = new Set(meant([...prefer, ...one.flatMap(({ preferred }) => preferred ?? [])]));
  return members.size + met.length === 0 ? null : { ...index(members, pinned), met };
}

/** By folded word, or stem: the spellings that it is a form of. */
export function wordsOf(spellings: readonly Spelling[]): Map<string, Set<Spelling>> {
  const byWord = new Map<string, Set<Spelling>>();
  for (const spelling of spellings) {
    for (const word of [spelling.stem, ...[...spelling.words.keys()].map((each) => foldWord(each))]) {
      byWord.set(word, (byWord.get(word) ?? new Set()).add(spelling));
    }
  }
  return byWord;
}

function file(lists: Map<string, Spelling[]>, key: string, spelling: Spelling): void {
  const known = lists.get(key);
  if (known) known.push(spelling);
  else lists.set(key, [spelling]);
}

/** All that may be names: what never stands in lower case. Blocks of the same words count once a source. */
export function gather(pieces: readonly ScriptPiece[], table: ScriptTable): Spelling[] {
  const ordinary = new Set<number>();
  for (const { lower } of pieces) for (const key of lower) ordinary.add(key);
  const spellings = new Map<string, Spelling>();
  const known = new Map<string, Set<number>>();
  for (const { source, sightings } of pieces) {
    const blocks = known.get(source) ?? new Set();
    known.set(source, blocks);
    const held = new Set<Spelling>();
    const own = new Set<number>();
    for (const { word, before, after, block } of sightings) {
      const plain = table.plain(word);
      if (plain.length !== word.length || ordinary.has(nameKey(word))) continue;
      const ending = endingOf(table, plain);
      const stem = plain.slice(0, plain.length - ending);
      const made: Spelling = {
        stem,
        written: new Map(),
        words: new Map(),
        sources: new Map(),
        befores: new Map<string, number>(),
        afters: new Map<string, number>(),
        bearers: new Map<string, number[]>(),
        articles: 0,
      };
      const spelling = spellings.get(stem) ?? made;
      spellings.set(stem, spelling);
      spelling.words.set(word, ending);
      if (blocks.has(block)) continue;
      own.add(block);
      held.add(spelling);
      const written = word.slice(0, stem.length);
      spelling.written.set(written, (spelling.written.get(written) ?? 0) + 1);
      if (before !== '') count(spelling.befores, bare(table, before));
      if (after !== '') {
        count(spelling.afters, bare(table, after));
        const known = spelling.bearers.get(source);
        if (known) known.push(nameKey(after));
        else spelling.bearers.set(source, [nameKey(after)]);
      }
      const counted = spelling.sources.get(source) ?? [0, 0];
      counted[0]++;
      spelling.sources.set(source, counted);
    }
    for (const spelling of held) {
      spelling.sources.get(source)![1]++;
      spelling.articles++;
    }
    for (const block of own) blocks.add(block);
  }
  return [...spellings.values()].filter(({ articles }) => articles > 0);
}

function count(tally: Map<string, number>, word: string): void {
  tally.set(word, (tally.get(word) ?? 0) + 1);
}

/** A word beside a name without its ending and the vowels before it: Сергей and Сергеем are one. */
function bare(table: ScriptTable, word: string): string {
  if (!table.endings) return word;
  let end = word.length - (table.endings.exec(word)?.[0].length ?? 0);
  while (end > 1 && table.vowels.test(word[end - 1])) end--;
  return word.slice(0, end);
}

/** Whether two spellings stand beside other names each: Dmitri Medvedev, Dmitry Peskov. */
export function areApart(a: Spelling, b: Spelling): boolean {
  const differ = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean =>
    one.size > 0 && other.size > 0 && ![...one.keys()].some((each) => other.has(each));
  return differ(a.befores, b.befores) || differ(a.afters, b.afters);
}

function index(members: ReadonlyMap<Spelling, ReadonlyMap<Spelling, number>>, pinned: ReadonlySet<Spelling>): Omit<NamesJudgement, 'met'> {
  const filter = emptyFilter();
  const found: [key: number, word: NameWord][] = [];
  const clusters = [...members].map(([head, others], cluster): NameCluster => {
    const spelt = [head, ...others.keys()];
    const wanted = spelt.find((each) => pinned.has(each));
    const all = wanted ? [wanted, ...spelt.filter((each) => each !== wanted)] : spelt;
    const isGiven = all.some(({ afters }) => afters.size > 0);
    all.forEach(({ words }, form) => {
      for (const [word, ending] of words) {
        addToFilter(filter, word);
        found.push([nameKey(word), { cluster, form, prefix: 0, swallowed: 0, ending }]);
      }
    });
    const forms = all.map((spelling) => formOf(spelling, others.get(spelling) ?? 1, isGiven));
    return { kind: 'transliteration', confidence: Math.min(...forms.map(({ confidence }) => confidence)), forms, ...(wanted && { pinned: true }) };
  });
  found.sort(([a], [b]) => a - b);
  return { clusters, words: new Map(found), filter };
}

function formOf({ written, sources, bearers, articles }: Spelling, confidence: number, isGiven: boolean): NameForm {
  const [[form]] = [...written].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
  const counts = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    form,
    count: counts.reduce((sum, [, [count]]) => sum + count, 0),
    articles,
    confidence,
    evidence: {},
    ...(isGiven && { bearers: Object.fromEntries(counts.map(([source]) => [source, [...(bearers.get(source) ?? [])].sort((a, b) => a - b)])) }),
    sources: Object.fromEntries(counts),
  };
}
