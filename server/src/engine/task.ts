import { createHash } from 'node:crypto';
import { deserialize } from 'node:v8';
import { type EncodedEvidence, type Judgement, summariseAll } from '../corpus/evidence';
import type { ArticleFile } from '../files/find';
import { readArticle, writeArticle } from '../files/store';
import { type Article, createArticle } from '../text/article';
import type { CheckedArticle, Failure } from './batch';
import type { Finding } from './finding';
import { applyEdits, chooseFixes, fixArticle } from './fix';
import { lint } from './lint';
import { rowOf } from './row';
import type { Settings } from './settings';

/** What fixes made of an article, before anything is written. */
export interface Draft {
  readonly text: string;
  /** Digest of the text on disk that the fixes began with. */
  readonly from: string;
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

export interface FixMode {
  readonly write: boolean;
  readonly unsafe: boolean;
}

/** A verdict for this thread, or one that every thread reads from the same memory. */
export type SharedVerdict = { readonly verdict: Verdict } | { readonly id: number; readonly bytes: SharedArrayBuffer };

/** What threads do with articles: what they must know for it, and what they answer. */
export interface Tasks {
  /** What the articles tell the corpus. */
  gather: { terms: { readonly settings: Settings }; answer: EncodedEvidence };
  /** The articles that fixes change, by place in `work`. */
  fix: { terms: { readonly shared: SharedVerdict; readonly unsafe: boolean }; answer: readonly (readonly [number, Draft])[] };
  /** The findings, after fixes those that are left; `write` brings drafts to the disk first. */
  report: {
    terms: { readonly shared: SharedVerdict; readonly excerpts: boolean; readonly fix?: FixMode };
    answer: readonly CheckedArticle[];
  };
}

export type TaskName = keyof Tasks;
type TaskOf<Name extends TaskName> = { readonly name: Name; readonly work: readonly Work[]; readonly terms: Tasks[Name]['terms'] };
export type Task = { readonly [Name in TaskName]: TaskOf<Name> }[TaskName];

/** Does a task. Worker threads call it too: it is what the bundle exports to them. */
export function runTask(task: Task): Tasks[TaskName]['answer'] {
  if (task.name === 'gather') return gather(task);
  return task.name === 'fix' ? fix(task) : report(task);
}

function gather({ work, terms: { settings } }: TaskOf<'gather'>): EncodedEvidence {
  return summariseAll(articlesOf(work), settings.boilerplate);
}

/** One at a time, so that no more than one is held. */
function* articlesOf(work: readonly Work[]): Iterable<Article> {
  for (const item of work) yield articleOf(item);
}

function fix({ work, terms: { shared, unsafe } }: TaskOf<'fix'>): [number, Draft][] {
  const { settings, judgement } = open(shared);
  const drafts: [number, Draft][] = [];
  work.forEach((item, place) => {
    const article = articleOf(item);
    const fixed = fixArticle(article, judgement, settings, unsafe);
    if (fixed.article.text === article.text) return;
    drafts.push([place, { text: fixed.article.text, from: item.draft?.from ?? digest(article.text) }]);
  });
  return drafts;
}

function report({ work, terms: { shared, excerpts, fix } }: TaskOf<'report'>): CheckedArticle[] {
  const { settings, judgement } = open(shared);
  return work.map(({ file, draft }) => {
    const before = readArticle(file);
    let after = before;
    let failure: Failure | undefined;
    // Fixes that came back to where they began are none.
    if (fix && draft && draft.text !== before.text) {
      failure = bring(file, before, draft, fix);
      if (!failure) after = createArticle(file.id, file.source, draft.text);
    }
    const findings = lint(after, judgement, settings);
    if (fix && !failure && !atRest(after, findings, fix)) failure = { kind: 'unsettled', detail: '' };
    return {
      ...describe(file, after, findings, excerpts),
      ...(after !== before && { changed: { before: before.text, after: after.text } }),
      ...(failure && { failure }),
    };
  });
}

/** Brings a draft to the disk if it is to be written, and says what hindered it. */
function bring(file: ArticleFile, before: Article, draft: Draft, { write }: FixMode): Failure | undefined {
  if (before.fault || digest(before.text) !== draft.from) return { kind: 'changed-on-disk', detail: '' };
  if (!write) return undefined;
  try {
    return writeArticle(file, before.text, draft.text) ? undefined : { kind: 'changed-on-disk', detail: '' };
  } catch (error) {
    return { kind: 'unwritable', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether one more round of fixes would leave the article as it is. */
function atRest({ text }: Article, findings: readonly Finding[], { unsafe }: FixMode): boolean {
  const edits = chooseFixes(findings, unsafe).flatMap((chosen) => chosen.edits);
  return edits.length === 0 || applyEdits(text, edits) === text;
}

const articleOf = ({ file, draft }: Work): Article => (draft ? createArticle(file.id, file.source, draft.text) : readArticle(file));

const digest = (text: string): string => createHash('sha1').update(text, 'utf16le').digest('base64');

function describe({ file }: ArticleFile, article: Article, findings: readonly Finding[], excerpts: boolean): CheckedArticle {
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    file,
    rows: findings.map((finding) => JSON.stringify(rowOf(file, article, finding))),
    ...(excerpts && { excerpts: findings.map((finding) => excerptOf(article, finding)) }),
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
    before: whole(/[^\n\r]*$/.exec(text.slice(Math.max(0, start - SIDE), start))![0]),
    span: span.length > SPAN ? `${whole(span.slice(0, SPAN - 1))}…` : span,
    after: whole(/^[^\n\r]*/.exec(text.slice(end, end + SIDE))![0]),
  };
}

/** Without the halves of characters at its ends that a cut left. */
const whole = (cut: string): string => cut.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');

let opened: { id: number; verdict: Verdict } | undefined;

/** Reads a verdict; a thread keeps the last one it read. */
function open(shared: SharedVerdict): Verdict {
  if ('verdict' in shared) return shared.verdict;
  if (opened?.id !== shared.id) opened = { id: shared.id, verdict: deserialize(new Uint8Array(shared.bytes)) as Verdict };
  return opened.verdict;
}
