import { isDeepStrictEqual } from 'node:util';
import { Evidence, type FacetName, type Judgement } from '../corpus/evidence';
import type { PairAccount } from '../corpus/names/explain';
import type { NameCluster } from '../corpus/names/judgement';
import type { CheckedArticle } from '../engine/checked';
import { byCodePoint } from '../engine/order';
import { type NamePlaces, placesOf } from '../engine/places';
import type { SourcePortrait } from '../engine/portraits';
import { onlyRules, type Settings } from '../engine/settings';
import { type RecurringText, Sightings } from '../engine/sightings';
import { timed, watchFacets } from '../engine/stopwatch';
import type { ArticleFile, CorpusFiles } from '../files/articles';
import type { Copies } from '../files/copies';
import { readArticle } from '../files/store';
import type { Article } from '../text/article';
import { foldName } from '../text/hash';
import { assembleCrew, type Crew, type Here, inOrder } from './crew';
import { freeMemory } from './memory';
import { articlesOf, type Draft, type SharedVerdict, type TaskName, type Tasks, type Work } from './task';

/** What fixes made of an article: hashes of its bytes, and what was done. */
export type FixedArticle = Pick<ArticleFile, 'path'> & Pick<Draft, 'before' | 'after' | 'changes'>;

/** How a corpus is to be checked, and who hears of it. */
export interface BatchOptions {
  /** Threads at work; 0 for as many as are useful, 1 for this one. */
  readonly jobs: number;
  /** Only these rules report and fix; all others still know what they know. */
  readonly rules?: ReadonlySet<string>;
  readonly excerpts?: boolean;
  readonly fingerprints?: boolean;
  readonly met?: boolean;
  /** Hears what the corpus decides, before anything is reported. */
  readonly onJudgement?: (judgement: Judgement) => void;
  /** Applies fixes until nothing changes: `write` writes the articles, `diff` only tells. */
  readonly fix?: 'write' | 'diff';
  /** With `fix` `write`: writes all reported articles there instead, and leaves the originals as they are. */
  readonly copies?: Copies;
  /** Hears what fixes made of articles, in code-point order of their files, before any is written. */
  readonly onFixed?: (fixed: readonly FixedArticle[]) => void;
  /** Takes the first fix of every finding, safe or not. */
  readonly unsafe?: boolean;
  /** In articles read; `total` may grow while fixes go another round. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Articles a task holds. What it costs to add up evidence falls with the number of parts. */
const CHUNK: Readonly<Record<TaskName, number>> = { gather: 300, see: 150, fix: 150, report: 150 };

/** The evidence of so many articles is worth the time that it takes to free its memory at once: of 17,120, 200 MB and 0.05 s. */
const MANY = 2_000;

/** Rounds of fixes over the corpus after which it is left as it is. Each changes the evidence; two are usual. */
const ROUNDS = 10;

/** What is asked of a corpus beside its check. */
export type Query = Pick<BatchOptions, 'jobs' | 'onProgress' | 'signal'>;

/** Checks the reported articles of a corpus against the evidence of all of them. In code-point order of their files. */
export async function* checkCorpus(corpus: CorpusFiles, options: BatchOptions): AsyncGenerator<CheckedArticle> {
  const run = new Run(corpus, options);
  try {
    yield* run.report(options.fix ? await run.fix(options.unsafe ?? false) : await run.judge());
  } finally {
    run.close();
  }
}

/** Asks a run over the corpus that hears of some facets alone. */
async function ask<Answer>(corpus: CorpusFiles, query: Query, facets: readonly FacetName[], answer: (run: Run) => Promise<Answer>): Promise<Answer> {
  const run = new Run(corpus, query, facets);
  try {
    return await answer(run);
  } finally {
    run.close();
  }
}

/** What knows of names. */
const NAMING: readonly FacetName[] = ['names', 'scripts'];

/** What the corpus tells of two spellings. */
export function explainNames(corpus: CorpusFiles, pair: readonly [string, string], query: Query): Promise<PairAccount> {
  return ask(corpus, query, NAMING, async (run) => {
    await run.gather(corpus.articles);
    return run.evidence.explainPairs([pair], corpus.settings.names)[0];
  });
}

/** What a corpus knows of names. */
export interface Names {
  readonly clusters: readonly NameCluster[];
  readonly articles: number;
  /** Whether it holds a folded word, or a decision about names speaks of it. */
  readonly holds: (word: string) => boolean;
  /** Where the forms of some of the clusters stand, so many places a form at most. Reads the articles again. */
  readonly places: (clusters: readonly NameCluster[], most: number) => NamePlaces;
}

/** The clusters of spellings that the corpus holds, most articles first. */
export function nameClusters(corpus: CorpusFiles, query: Query): Promise<Names> {
  return ask(corpus, query, NAMING, async (run) => {
    await run.gather(corpus.articles);
    const { evidence } = run;
    const judgement = evidence.judge(corpus.settings.names);
    const clusters = listed(judgement);
    const { one, two } = corpus.settings.names;
    const forms = new Set(clusters.flatMap((cluster) => cluster.forms.map(({ form }) => foldName(form))));
    const decided = new Set([...one, ...two].flatMap(({ names, preferred }) => (preferred === undefined ? names : [...names, preferred])));
    return {
      clusters,
      articles: evidence.size,
      holds: (word) => forms.has(word) || decided.has(word) || evidence.vocabulary.find(word) !== 0,
      places: (wanted, most) => placesOf(readInOrder(corpus.articles), judgement, wanted, most),
    };
  });
}

/** The clusters of names of one word and of two, in any script, most articles first. */
function listed({ names, scripts }: Judgement): NameCluster[] {
  const size = ({ forms }: NameCluster): number => forms.reduce((sum, { articles }) => sum + articles, 0);
  const clusters = [...names.clusters, ...names.compounds.clusters, ...[...scripts.values()].flatMap((each) => each.clusters)];
  return clusters.sort((a, b) => size(b) - size(a) || byCodePoint(a.forms[0].form, b.forms[0].form));
}

function* readInOrder(files: readonly ArticleFile[]): Iterable<readonly [string, Article]> {
  for (const file of [...files].sort((a, b) => byCodePoint(a.file, b.file))) yield [file.file, readArticle(file)];
}

/** What the sources of the reported articles show of their house style, in the order of their names. */
export function sourcePortraits(corpus: CorpusFiles, query: Query): Promise<SourcePortrait[]> {
  return ask(corpus, query, ['style'], async (run) => {
    await run.gather(corpus.articles);
    const wanted = new Set(corpus.articles.filter(({ reported }) => reported).map(({ source }) => source));
    return run.evidence.portraits().filter(({ source }) => wanted.has(source));
  });
}

/** The leftovers and lines that recur in so many articles of a source or more, whatever people decided about them. */
export function recurringTexts(
  corpus: CorpusFiles,
  least: number,
  query: Query & { readonly each?: boolean },
): Promise<{ texts: readonly RecurringText[]; articles: number }> {
  return ask(corpus, query, ['lines'], async (run) => ({ texts: (await run.see()).recurring(least, query.each), articles: corpus.articles.length }));
}

/** One run over a corpus: its threads, its evidence, and what fixes made of articles so far. */
class Run {
  evidence: Evidence;
  private readonly articles: readonly ArticleFile[];
  private readonly reported: readonly ArticleFile[];
  private readonly settings: Settings;
  private readonly crew: Crew;
  private readonly drafts = new Map<ArticleFile, Draft>();
  private done = 0;
  private total: number;

  constructor(
    corpus: CorpusFiles,
    private readonly options: BatchOptions,
    /** What evidence is gathered of; all where it isn't given. */
    private readonly facets?: readonly FacetName[],
  ) {
    this.evidence = new Evidence(facets, watchFacets);
    this.articles = [...corpus.articles].sort((a, b) => byCodePoint(a.file, b.file));
    this.reported = this.articles.filter(({ reported }) => reported);
    this.settings = options.rules ? onlyRules(options.rules, corpus.settings) : corpus.settings;
    this.total = this.articles.length;
    this.crew = assembleCrew(this.articles.length, options.jobs);
  }

  close(): void {
    this.crew.close();
  }

  /** Adds what the articles, as they now are, tell the corpus. */
  async gather(files: readonly ArticleFile[]): Promise<void> {
    const terms = this.facets ? { facets: this.facets } : {};
    // This thread adds to the evidence what it reads; what others read comes in parts.
    const here = (work: readonly Work[]): null => {
      for (const article of articlesOf(work)) timed('evidence', () => this.evidence.add(article));
      return null;
    };
    for await (const part of this.map(files, 'gather', terms, here)) if (part) timed('evidence', () => this.evidence.merge(part));
  }

  /** What the corpus decides about itself. */
  async judge(): Promise<SharedVerdict> {
    this.total += this.reported.length;
    await this.gather(this.articles);
    const judgement = this.evidence.judge(this.settings.names);
    this.options.onJudgement?.(judgement);
    this.evidence = new Evidence(this.facets, watchFacets);
    if (this.articles.length >= MANY) freeMemory();
    return this.crew.share({ settings: this.settings, judgement });
  }

  /** Sees what recurs in all articles. */
  async see(): Promise<Sightings> {
    this.total += this.articles.length - this.reported.length;
    const shared = await this.judge();
    const sightings = new Sightings();
    for await (const part of this.map(this.articles, 'see', { shared })) sightings.take(part);
    return sightings;
  }

  /**
   * Fixes the reported articles in memory. Fixes change the evidence, and that may call for more fixes: the rounds end
   * when one changes nothing, so that a second run has nothing to do. Returns the verdict of the last round.
   */
  async fix(unsafe: boolean): Promise<SharedVerdict> {
    this.total += this.reported.length;
    await this.gather(this.articles);
    let judgement = this.evidence.judge(this.settings.names);
    for (let round = 1; ; round++) {
      const shared = this.crew.share({ settings: this.settings, judgement });
      if (round > ROUNDS) return shared;
      this.total += this.reported.length;
      const changed = await this.fixRound(shared, unsafe);
      if (changed.length === 0) return shared;
      this.total += changed.length;
      await this.gather(changed);
      const before = judgement;
      judgement = this.evidence.judge(this.settings.names);
      // Each article is at rest under the judgement that it was fixed with.
      if (isDeepStrictEqual(before, judgement)) return shared;
    }
  }

  /** Fixes each reported article under one verdict and returns those that changed. */
  private async fixRound(shared: SharedVerdict, unsafe: boolean): Promise<ArticleFile[]> {
    const changed: ArticleFile[] = [];
    let at = 0;
    for await (const drafts of this.map(this.reported, 'fix', { shared, unsafe })) {
      for (const [place, draft] of drafts) {
        this.drafts.set(this.reported[at + place], draft);
        changed.push(this.reported[at + place]);
      }
      at += this.chunk('fix');
    }
    return changed;
  }

  /** What fixes made of articles. */
  private fixed(): FixedArticle[] {
    return this.reported.flatMap((file) => {
      const draft = this.drafts.get(file);
      if (!draft || draft.after === draft.before) return [];
      return [{ path: file.path, before: draft.before, after: draft.after, changes: draft.changes }];
    });
  }

  async *report(shared: SharedVerdict): AsyncGenerator<CheckedArticle> {
    const { excerpts = false, fingerprints = false, met = false, fix, unsafe = false, copies } = this.options;
    const terms = { shared, excerpts, fingerprints, met, ...(fix && { fix: { write: fix === 'write', unsafe, ...(copies && { copies }) } }) };
    this.options.onFixed?.(this.fixed());
    for await (const checked of this.map(this.reported, 'report', terms)) yield* checked;
  }

  /** Files a task takes: not so many that a thread has none. */
  private chunk(name: TaskName): number {
    return Math.max(1, Math.min(CHUNK[name], Math.ceil(this.articles.length / (4 * this.crew.size))));
  }

  /** Runs a task over `files`, chunk by chunk; answers come in the order of the files. */
  private async *map<Name extends TaskName>(
    files: readonly ArticleFile[],
    name: Name,
    terms: Tasks[Name]['terms'],
    here?: Here<Name>,
  ): AsyncGenerator<Tasks[Name]['answer']> {
    const chunks: ArticleFile[][] = [];
    const size = this.chunk(name);
    for (let at = 0; at < files.length; at += size) chunks.push(files.slice(at, at + size));
    const job = async (chunk: ArticleFile[]): Promise<Tasks[Name]['answer']> => {
      const work = chunk.map((file): Work => {
        const draft = this.drafts.get(file);
        return draft ? { file, draft } : { file };
      });
      const answer = await this.crew.run(name, work, terms, here);
      this.done += chunk.length;
      this.options.onProgress?.(this.done, this.total);
      return answer;
    };
    yield* inOrder(chunks, this.crew, job, this.options.signal);
  }
}
