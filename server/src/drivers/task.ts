import { deserialize } from 'node:v8';
import { type EncodedEvidence, type FacetName, type Judgement, summariseAll } from '../corpus/evidence';
import type { CheckedArticle, Failure } from '../engine/checked';
import { reasonOf } from '../engine/errors';
import type { Finding } from '../engine/finding';
import { fingerprintOf } from '../engine/fingerprint';
import { applyEdits, type Change, changesOf, chooseFixes, findRestless, fixArticle } from '../engine/fix';
import { lint } from '../engine/lint';
import { rowOf } from '../engine/row';
import type { Settings } from '../engine/settings';
import { findingAll, type Sighting, Sightings } from '../engine/sightings';
import { timed, watchFacets } from '../engine/stopwatch';
import type { ArticleFile } from '../files/articles';
import { type Copies, writeCopy } from '../files/copies';
import { articleFrom, hashOf, hasMark, type Replacement, readDecoded, withMark, writeArticle } from '../files/store';
import { type Article, createArticle } from '../text/article';
import { beginning, ending } from '../text/excerpt';

/** What fixes made of an article, before anything is written. */
export interface Draft extends Replacement {
  /** Hash of the bytes that it is to have. */
  readonly after: string;
  /** What was done, one change after another. */
  readonly changes: readonly Change[];
}

/** An article to work on: its file, and what fixes made of it so far. */
export interface Work {
  readonly file: ArticleFile;
  readonly draft?: Draft;
}

/** What findings depend on beside the article. */
export interface Verdict {
  readonly settings: Settings;
  readonly judgement: Judgement;
}

/** What becomes of fixes. */
export interface FixMode {
  readonly write: boolean;
  readonly unsafe: boolean;
  /** Where every article is written to, fixed or not, in place of where it stands. */
  readonly copies?: Copies;
}

/** What is told of findings beside their rows. */
type Wanted = Readonly<Record<'excerpts' | 'fingerprints' | 'met', boolean>>;

/** A verdict for this thread, or one that every thread reads from the same memory. */
export type SharedVerdict = { readonly verdict: Verdict } | { readonly id: number; readonly bytes: SharedArrayBuffer };

/** What threads do with articles: what they must know for it, and what they answer. */
export interface Tasks {
  /** What the articles tell the corpus; null where it was told already. */
  gather: { terms: { readonly facets?: readonly FacetName[] }; answer: EncodedEvidence | null };
  /** The leftovers of the articles, and the lines that recur. */
  see: { terms: { readonly shared: SharedVerdict }; answer: readonly Sighting[] };
  /** The articles that fixes change, by place in `work`. */
  fix: { terms: { readonly shared: SharedVerdict; readonly unsafe: boolean }; answer: readonly (readonly [number, Draft])[] };
  /** The findings, after fixes those that are left; `write` brings drafts to the disk first. */
  report: {
    terms: { readonly shared: SharedVerdict; readonly fix?: FixMode } & Wanted;
    answer: readonly CheckedArticle[];
  };
}

export type TaskName = keyof Tasks;
type TaskOf<Name extends TaskName> = { readonly name: Name; readonly work: readonly Work[]; readonly terms: Tasks[Name]['terms'] };
export type Task = { readonly [Name in TaskName]: TaskOf<Name> }[TaskName];

/** Does a task. Worker threads call it too: it is what the bundle exports to them. */
export function runTask(task: Task): Tasks[TaskName]['answer'] {
  if (task.name === 'gather') return gather(task);
  if (task.name === 'see') return see(task);
  return timed('findings', () => (task.name === 'fix' ? fix(task) : report(task)));
}

function gather({ work, terms: { facets } }: TaskOf<'gather'>): EncodedEvidence {
  return timed('evidence', () => summariseAll(articlesOf(work), facets, watchFacets));
}

function see({ work, terms: { shared } }: TaskOf<'see'>): Sighting[] {
  const { settings, judgement } = open(shared);
  const all = findingAll(settings);
  const sightings = new Sightings();
  for (const item of work) {
    const article = articleOf(item);
    if (!article.fault) sightings.add(article, item.file.file, judgement, all);
  }
  return sightings.encode();
}

/** The articles of some work, read one at a time, so that no more than one is held. */
export function* articlesOf(work: readonly Work[]): Iterable<Article> {
  for (const item of work) yield articleOf(item);
}

function fix({ work, terms: { shared, unsafe } }: TaskOf<'fix'>): [number, Draft][] {
  const { settings, judgement } = open(shared);
  const drafts: [number, Draft][] = [];
  work.forEach((item, place) => {
    const article = articleOf(item);
    const fixed = fixArticle(article, judgement, settings, unsafe);
    if (fixed.article.text !== article.text) drafts.push([place, draftOf(item, article.text, fixed)]);
  });
  return drafts;
}

function draftOf({ file, draft }: Work, read: string, { article: { text }, rounds }: ReturnType<typeof fixArticle>): Draft {
  const mark = draft?.mark ?? hasMark(file.path);
  return {
    text,
    mark,
    before: draft?.before ?? hashOf(withMark(read, mark)),
    after: hashOf(withMark(text, mark)),
    changes: [...(draft?.changes ?? []), ...changesOf(read, rounds)],
  };
}

function report({ work, terms: { shared, fix, ...wanted } }: TaskOf<'report'>): CheckedArticle[] {
  const { settings, judgement } = open(shared);
  return work.map(({ file, draft }) => {
    const before = read(file);
    // Fixes that came back to where they began are none.
    let fixed = draft && draft.after !== draft.before ? draft : undefined;
    let after = fixed ? createArticle(file.id, file.source, fixed.text) : before;
    let met = wanted.met ? new Set<number>() : undefined;
    let findings = lint(after, judgement, settings, met);
    let failure: Failure | undefined;
    if (fix) {
      if (!atRest(after, findings, fix)) {
        failure = unsettled(after, judgement, settings, fix.unsafe);
        fixed = undefined;
      }
      failure = bring(file, before, fixed, fix) ?? failure;
    }
    if (failure && after !== before) {
      after = before;
      met = wanted.met ? new Set() : undefined;
      findings = lint(after, judgement, settings, met);
    }
    return {
      ...describe(file, after, findings, wanted),
      ...(met && !(after.fault && findings.length > 0) && { met: [...met] }),
      ...(after !== before && { changed: { before: before.text, after: after.text } }),
      ...(failure && { failure }),
      // To run again would mend none of them.
      ...(failure?.kind === 'unsettled' && { fixable: 0 }),
    };
  });
}

function unsettled(article: Article, judgement: Judgement, settings: Settings, unsafe: boolean): Failure {
  const { rules, line } = findRestless(article, judgement, settings, unsafe);
  return { kind: 'unsettled', detail: rules.join(', '), line };
}

/** Brings what fixes made of an article to the disk if it is to be written, and says what hindered it. */
function bring(file: ArticleFile, before: Article, fixed: Draft | undefined, { write, copies }: FixMode): Failure | undefined {
  const changed: Failure = { kind: 'changed-on-disk', detail: '' };
  if (fixed && (before.fault || hashOf(withMark(before.text, fixed.mark)) !== fixed.before)) return changed;
  try {
    if (copies) writeCopy(copies, file, fixed);
    else if (fixed && write && !writeArticle(file, fixed)) return changed;
    return undefined;
  } catch (error) {
    return { kind: copies ? 'uncopied' : 'unwritable', detail: reasonOf(error) };
  }
}

/** Whether one more round of fixes would leave the article as it is. */
function atRest({ text }: Article, findings: readonly Finding[], { unsafe }: FixMode): boolean {
  const edits = chooseFixes(text, findings, unsafe).flatMap((chosen) => chosen.edits);
  return edits.length === 0 || applyEdits(text, edits) === text;
}

const articleOf = ({ file, draft }: Work): Article => (draft ? createArticle(file.id, file.source, draft.text) : read(file));

/** `readArticle`, timed. */
function read(file: ArticleFile): Article {
  const decoded = timed('reading', () => readDecoded(file));
  return timed('scan', () => articleFrom(file, decoded));
}

function describe({ file }: ArticleFile, article: Article, findings: readonly Finding[], { excerpts, fingerprints }: Wanted): CheckedArticle {
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    file,
    rows: findings.map((finding) => JSON.stringify(rowOf(file, article, finding))),
    ...(excerpts && { excerpts: findings.map((finding) => excerptOf(article, finding)) }),
    ...(fingerprints && { fingerprints: findings.map((finding) => fingerprintOf(article, finding)) }),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: findings.filter(({ fixes }) => fixes[0]?.safe).length,
  };
}

/** So many UTF-16 units of the line are shown on each side of a finding, and of the finding itself. */
const SIDE = 60;
const SPAN = 160;

/** The text around a finding, within its lines. */
function excerptOf({ text }: Article, { start, end }: Finding): { before: string; span: string; after: string } {
  const span = text.slice(start, end);
  return {
    before: /[^\n\r]*$/.exec(ending(text.slice(0, start), SIDE))![0],
    span: span.length > SPAN ? `${beginning(span, SPAN - 1)}…` : span,
    after: /^[^\n\r]*/.exec(beginning(text.slice(end), SIDE))![0],
  };
}

let opened: { id: number; verdict: Verdict } | undefined;

/** Reads a verdict; a thread keeps the last one it read. */
function open(shared: SharedVerdict): Verdict {
  if ('verdict' in shared) return shared.verdict;
  if (opened?.id !== shared.id) opened = { id: shared.id, verdict: deserialize(new Uint8Array(shared.bytes)) as Verdict };
  return opened.verdict;
}
