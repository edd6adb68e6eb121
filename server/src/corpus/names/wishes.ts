import { formOf } from './clusters';
import { type NameCluster, type NameForm, withoutHamza } from './judgement';
import type { Lexicon } from './lexicon';
import type { Pair } from './pairs';
import type { Witnesses } from './witnesses';

/** What people want of names. Plain data; spellings are folded words. */
export interface NameWishes {
  /** Spellings to write wherever the corpus has them beside others. */
  readonly prefer: readonly string[];
  /** Spellings that are one name, and maybe the one to write. */
  readonly one: readonly NameWish[];
  /** Spellings that are never one name. */
  readonly two: readonly NameWish[];
}

export interface NameWish {
  readonly names: readonly string[];
  readonly preferred?: string;
  /** The line of the decision. */
  readonly line: number;
}

/** What people want of names of one word. */
export function wishesOfWords(wishes: NameWishes): NameWishes {
  const isWord = (name: string): boolean => !name.includes(' ');
  const narrow = ({ names, preferred, line }: NameWish): NameWish => ({
    names: names.filter(isWord),
    line,
    ...(preferred !== undefined && isWord(preferred) && { preferred }),
  });
  return { prefer: wishes.prefer.filter(isWord), one: wishes.one.map(narrow), two: wishes.two.map(narrow) };
}

export const NO_WISHES: NameWishes = { prefer: [], one: [], two: [] };

/** A cluster, and the word numbers of its forms. */
export interface Described {
  readonly ids: readonly number[];
  readonly cluster: NameCluster;
}

/** Unites lists that share a word: by word, the least of all words that are with it. */
export function unite(lists: readonly (readonly string[])[]): Map<string, string> {
  const above = new Map<string, string>();
  const top = (word: string): string => {
    let at = word;
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next;
    return at;
  };
  for (const list of lists) {
    const tops = list.map(top);
    const [least] = [...tops].sort();
    for (const each of tops) above.set(each, least);
  }
  return new Map([...above.keys()].map((word) => [word, top(word)]));
}

/** What people want, in the numbers of a corpus: clusters are made as usual, then these wishes are heard. */
export class Wishes {
  /** Lines of the decisions that speak of names which the corpus holds. */
  readonly met: readonly number[];
  private readonly ids = new Map<string, number>();
  private readonly groups: readonly (readonly string[])[];
  private readonly parted = new Map<number, Set<number>>();
  private readonly pinned: ReadonlySet<string>;

  constructor(
    { one, two, prefer }: NameWishes,
    private readonly lexicon: Lexicon,
  ) {
    for (const { names, preferred } of [...one, ...two]) {
      for (const name of preferred === undefined ? names : [...names, preferred]) this.ids.set(name, idOf(name, lexicon));
    }
    for (const { names } of two) for (const a of names) for (const b of names) if (a !== b) this.part(this.ids.get(a)!, this.ids.get(b)!);
    this.groups = groupsOf(one);
    this.pinned = new Set([...prefer, ...one.flatMap(({ preferred }) => preferred ?? [])]);
    const held = ({ names }: NameWish): number => names.filter((name) => this.ids.get(name) !== 0).length;
    this.met = [...one.filter((wish) => held(wish) > 0), ...two.filter((wish) => held(wish) > 1)].map(({ line }) => line);
  }

  /** Pairs that make the spellings of `one` heard of, whatever their letters. They aren't scored. */
  get pairs(): Pair[] {
    const spoken = this.groups.flatMap((names) => names.map((name) => this.ids.get(name)!).filter((id) => id !== 0));
    const difference = { odds: 0, edits: 0, real: 0, slips: 0 } as Pair['difference'];
    return spoken.map((id) => ({ head: id, other: id, difference, likeness: 0, paradigm: 0, reading: false }));
  }

  /** Whether two spellings, by word number, are never one name. */
  apart(a: number, b: number): boolean {
    return this.parted.get(a)?.has(b) ?? false;
  }

  /** Joins what is one name, and puts first the spelling that people want. */
  settle(described: readonly Described[], witnesses: Witnesses): readonly Described[] {
    if (this.parted.size + this.groups.length + this.pinned.size === 0) return described;
    const settled = new Set(described.filter(({ ids }) => !ids.some((a) => ids.some((b) => this.apart(a, b)))));
    const homes = new Map<number, Described>();
    for (const each of settled) for (const id of each.ids) homes.set(id, each);
    for (const names of this.groups) {
      const touched = new Set(names.flatMap((name) => homes.get(this.ids.get(name)!) ?? []));
      const joined = this.join(names, touched, witnesses);
      if (!joined) continue;
      for (const each of touched) settled.delete(each);
      settled.add(joined);
      for (const id of joined.ids) homes.set(id, joined);
    }
    return [...settled].map((each) => this.pin(each));
  }

  private part(a: number, b: number): void {
    if (a !== 0 && b !== 0) this.parted.set(a, (this.parted.get(a) ?? new Set()).add(b));
  }

  /** A name with all its spellings and, from the clusters that hold one of them, those that aren't parted from it. */
  private join(names: readonly string[], touched: ReadonlySet<Described>, witnesses: Witnesses): Described | undefined {
    const { lexicon } = this;
    const own = new Set(names.map((name) => this.ids.get(name)!).filter((id) => id !== 0));
    const forms = new Map<number, NameForm>();
    for (const { ids, cluster } of touched) {
      const of = new Map(cluster.forms.map((form) => [form.form, form]));
      const link = Math.max(...ids.filter((id) => own.has(id)).map((id) => of.get(lexicon.word(id))!.confidence));
      for (const id of ids) {
        const form = of.get(lexicon.word(id))!;
        if (![...own].some((other) => this.apart(id, other))) forms.set(id, { ...form, confidence: Math.min(form.confidence, link) });
      }
    }
    for (const id of own) forms.set(id, { ...(forms.get(id) ?? formOf(id, undefined, witnesses, lexicon)), confidence: 1 });
    const ordered = [...forms].sort(([, a], [, b]) => b.articles - a.articles || b.count - a.count || (a.form < b.form ? -1 : 1));
    const all = ordered.map(([, form]) => form);
    // What people want to read may stand in no article yet.
    const absent = names.find((name) => this.pinned.has(name) && this.ids.get(name) === 0);
    if (absent !== undefined) all.push({ form: absent, count: 0, articles: 0, confidence: 1, evidence: {}, sources: {} });
    if (own.size === 0 || all.length < 2) return undefined;
    const kind = touched.size > 0 ? [...touched][0].cluster.kind : kindOf(all);
    const confidence = Math.min(...all.map((form) => form.confidence));
    return { ids: ordered.map(([id]) => id), cluster: { kind, confidence, forms: all, decided: true } };
  }

  /** Of several spellings that are wanted, the commonest. */
  private pin(described: Described): Described {
    const { ids, cluster } = described;
    const wanted = cluster.forms.find(({ form }) => this.pinned.has(form));
    if (!wanted) return described;
    return { ids, cluster: { ...cluster, forms: [wanted, ...cluster.forms.filter((form) => form !== wanted)], pinned: true } };
  }
}

/** The spellings of each name, in their order. */
function groupsOf(one: readonly NameWish[]): string[][] {
  const leastOf = unite(one.map(({ names, preferred }) => (preferred === undefined ? names : [...names, preferred])));
  const groups = new Map<string, string[]>();
  for (const name of [...leastOf.keys()].sort()) groups.set(leastOf.get(name)!, [...(groups.get(leastOf.get(name)!) ?? []), name]);
  return [...groups.values()];
}

/** The number of a spelling, also where it stands after proclitics alone; 0 where the corpus doesn't hold it. */
export function idOf(name: string, lexicon: Lexicon): number {
  const id = lexicon.idOf(name);
  if (id !== 0 && lexicon.counts[id] > 0) return lexicon.end(id) > lexicon.start(id) ? id : 0;
  for (const proclitic of 'وفبلك') {
    const whole = lexicon.idOf(proclitic + name);
    if (whole !== 0 && lexicon.counts[whole] > 0 && lexicon.other[whole] > lexicon.size) return lexicon.other[whole];
  }
  return 0;
}

const kindOf = (forms: readonly NameForm[]): NameCluster['kind'] =>
  new Set(forms.map(({ form }) => withoutHamza(form))).size === 1 ? 'hamza' : 'transliteration';
