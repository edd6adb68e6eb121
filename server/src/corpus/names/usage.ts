import { type NameCluster, type NameForm, withoutHamza } from './judgement';

/** The forms of a name that differ in no more than what is a house's choice (hamza seats, ى, ة), with their weight in a source. */
export interface Usage {
  readonly forms: readonly NameForm[];
  /** Articles of the source, and of all sources. */
  readonly articles: number;
  readonly everywhere: number;
  /** Articles of the source that hold it, copies among them. */
  readonly holding: number;
}

const known = new WeakMap<NameCluster, Map<string, readonly Usage[]>>();

/** What a source writes of a name, most articles first. Worked out once for each, as most articles that hold a name have nothing to be said of it. */
export function usagesOf(cluster: NameCluster, source: string): readonly Usage[] {
  let bySource = known.get(cluster);
  if (!bySource) {
    bySource = new Map();
    known.set(cluster, bySource);
  }
  let usages = bySource.get(source);
  if (!usages) {
    usages = workOut(cluster, source);
    bySource.set(source, usages);
  }
  return usages;
}

/** In how many articles of a source a form stands. */
export const articlesOf = (form: NameForm, source: string): number => form.sources[source]?.[1] ?? 0;

function workOut({ forms }: NameCluster, source: string): Usage[] {
  const groups = new Map<string, NameForm[]>();
  for (const form of forms) {
    const plain = withoutHamza(form.form);
    const group = groups.get(plain);
    if (group) group.push(form);
    else groups.set(plain, [form]);
  }
  const usages = [...groups.values()].map(
    (group): Usage => ({
      forms: group,
      articles: group.reduce((sum, form) => sum + articlesOf(form, source), 0),
      everywhere: group.reduce((sum, form) => sum + form.articles, 0),
      holding: group.reduce((sum, { sources: { [source]: counts } }) => sum + (counts?.[2] ?? counts?.[1] ?? 0), 0),
    }),
  );
  return usages.sort((a, b) => b.articles - a.articles);
}
