import { dirname } from 'node:path';
import type { Command } from 'commander';
import { type BatchOptions, checkCorpus } from '../drivers/batch';
import type { CheckedArticle } from '../engine/checked';
import { UserError } from '../engine/errors';
import { type Language, phrase } from '../engine/message';
import { byCodePoint } from '../engine/order';
import { startStopwatch } from '../engine/stopwatch';
import type { ArticleFile, CorpusFiles } from '../files/articles';
import { planCopies } from '../files/copies';
import { type Corpus, findCorpora } from '../files/find';
import { hasMark, removeTemporaries } from '../files/store';
import { FORMATS, type Reporter, type Totals } from '../report/reporter';
import { DecisionReview } from './decisions';
import { FixJournal } from './journal';
import { inLanguage, languageOption } from './language';
import { abortOnInterrupt, type Output, oneOf, openOutput, ruleNamed, secondsSinceStart, tellOfIdle, tellOfReports, threadCount } from './run';
import { Terminal } from './terminal';
import { timingsTable } from './timings';

interface Options {
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly unsafeFixes?: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly keep?: boolean;
  readonly prune?: boolean;
  readonly rule?: ReadonlySet<string>;
  readonly failOn: string;
  readonly exitZero?: boolean;
  readonly jobs?: number;
  readonly quiet?: boolean;
  readonly timings?: boolean;
  readonly color: boolean;
  readonly language: Language;
}

/** A report that was asked for; without a file it goes to standard output. */
interface Wanted {
  readonly format: string;
  file: string | null;
}

/** Severities by what `--fail-on` takes for a failure. */
const FAILURES: Readonly<Record<string, (totals: Totals) => number>> = {
  error: ({ errors }) => errors,
  warning: ({ errors, warnings }) => errors + warnings,
  info: ({ errors, warnings, infos }) => errors + warnings + infos,
};

/** Adds the command; `done` hears the exit status. */
export function addCheck(program: Command, done: (status: number) => void, language: Language): void {
  const wanted: Wanted[] = [];
  const format = oneOf('format', Object.keys(FORMATS));
  const failOn = oneOf('severity', Object.keys(FAILURES));
  program
    .command('check')
    .description('report the faults in the articles under the paths')
    .argument('[path...]', 'files and folders', ['.'])
    .option('--fix', 'apply the safe fixes')
    .option('--diff', 'print what the safe fixes would change, and write nothing')
    .option('--unsafe-fixes', 'with --fix or --diff: apply the suggestions too')
    .option('--output <folder>', 'with --fix: write all articles there, cleaned, and leave the originals as they are')
    .option('--force', 'with --output: replace files that are there already')
    .option('--keep', 'take the present findings into the decisions as kept, and report nothing')
    .option('--prune', 'set the decisions aside that meet nothing in these articles, and report nothing')
    .option('--rule <id>', 'only these rules; may be repeated, or a list with commas', (ids: string, set: Set<string> = new Set()) => {
      for (const id of ids.split(',')) set.add(ruleNamed(id.trim()).id);
      return set;
    })
    .option('--fail-on <severity>', 'what makes the exit status 1: error, warning or info', failOn, 'warning')
    .option('--exit-zero', 'exit with 0 whatever is found')
    .option('--format <format>', `${Object.keys(FORMATS).join(' or ')}; may be repeated, each with its own -o`, (name: string) => {
      wanted.push({ format: format(name), file: null });
    })
    .option('-o <file>', 'write the report to a file', (file: string) => {
      const last = wanted.at(-1);
      if (last?.file === null) last.file = file;
      else wanted.push({ format: 'text', file });
    })
    .option('--jobs <n>', 'how many threads work', threadCount)
    .option('--timings', 'say at the end, on standard error, what took how long')
    .option('--quiet', 'findings alone: no summary, notes or progress')
    .addOption(languageOption())
    .option('--no-color', 'no colors')
    .action(async (paths: string[], options: Omit<Options, 'language'>) => done(await check(paths, { ...options, language }, wanted)));
}

async function check(paths: readonly string[], options: Options, wanted: readonly Wanted[]): Promise<number> {
  refuseContradictions(options, wanted);
  const terminal = new Terminal(options);
  if (options.timings) startStopwatch();
  const signal = abortOnInterrupt();
  const corpora = inLanguage(await findCorpora(paths, process.cwd()), options.language);
  if (options.fix) tidyAfterFailure(corpora);
  const copies = options.output === undefined ? null : planCopies(options.output, corpora, options.force ?? false, process.cwd());
  const { keep = false, prune = false } = options;
  const review = new DecisionReview(corpora, { keep, prune, partial: Boolean(options.fix || options.diff || options.rule) }, terminal);
  const reports = review.writes ? [] : await openReports(options, wanted, terminal);
  tellOfIdle(corpora, terminal);
  await tellOfReports(
    wanted.map(({ file }) => file),
    corpora,
    terminal,
  );
  const journal = options.fix && !copies ? new FixJournal(corpora, terminal, process.cwd()) : null;
  const totals = { articles: 0, errors: 0, warnings: 0, infos: 0, fixable: 0, changed: 0, seconds: 0 };
  let failed = false;
  const batch: BatchOptions = {
    jobs: options.jobs ?? 0,
    signal,
    excerpts: reports.some(({ excerpts }) => excerpts),
    ...(options.rule && { rules: options.rule }),
    ...((options.fix || options.diff) && { fix: options.fix ? 'write' : 'diff', unsafe: options.unsafeFixes ?? false }),
    ...(copies && { copies }),
    onProgress: (finished, total) => terminal.progress(finished, total),
  };
  const optionsFor = (corpus: Corpus): BatchOptions => ({ ...batch, ...review.batchOptions(corpus), ...journal?.batchOptions(corpus) });
  for await (const { corpus, article, checked } of inFileOrder(corpora, optionsFor)) {
    review.hear(corpus, checked);
    journal?.hear(corpus, article, checked);
    totals.articles++;
    totals.errors += checked.errors;
    totals.warnings += checked.warnings;
    totals.infos += checked.infos;
    totals.fixable += checked.fixable;
    if (checked.changed) totals.changed++;
    failed = complainOf(checked, terminal) || failed;
    for (const { reporter, output } of reports) {
      for (const piece of reporter.article(options.diff ? withMark(article.path, checked) : checked)) output.write(piece);
    }
    // Nobody reads on; but fixes and files that were asked for are made.
    if (terminal.closed && !options.fix && !review.writes && !reports.some(({ output }) => output.isFile)) break;
  }
  journal?.end();
  totals.seconds = secondsSinceStart();
  for (const { reporter, output } of reports) {
    output.write(reporter.end(totals));
    output.end();
  }
  if (!terminal.closed || review.writes) review.end();
  terminal.flush();
  if (options.timings) terminal.account(timingsTable(options.language));
  if (review.writes) return 0;
  if (totals.articles === 0) terminal.complain(phrase('no-articles'));
  // Where nothing goes to standard output, what was written is told of all the same.
  if (options.fix && totals.changed > 0 && reports.every(({ output }) => output.isFile))
    terminal.mention(phrase('articles-changed', { n: totals.changed }));
  if (options.diff) terminal.note(phrase('would-change', { changed: totals.changed, articles: totals.articles }));
  if (failed) return 2;
  // What a fix would still have to write is as good as found.
  const found = FAILURES[options.failOn](totals) + (options.diff ? totals.changed : 0);
  return found > 0 && !options.exitZero ? 1 : 0;
}

function refuseContradictions({ fix, diff, unsafeFixes, output, force, keep, prune }: Options, wanted: readonly Wanted[]): void {
  if (keep && prune) throw new UserError('keep-or-prune');
  const other = fix ? '--fix' : diff ? '--diff' : unsafeFixes ? '--unsafe-fixes' : wanted.length > 0 ? '--format, -o' : null;
  if ((keep || prune) && other !== null) throw new UserError('keep-alone', { option: other });
  if (fix && diff) throw new UserError('fix-or-diff');
  if (unsafeFixes && !fix && !diff) throw new UserError('unsafe-needs-fix');
  if (output !== undefined && !fix) throw new UserError('output-needs-fix');
  if (force && output === undefined) throw new UserError('force-needs-output');
  const toOutput = wanted.filter(({ file }) => file === null).map(({ format }) => `--format ${format}`);
  if (diff) toOutput.unshift('--diff');
  if (toOutput.length > 1) throw new UserError('would-mix', { formats: toOutput.join(', ') });
}

interface Report {
  readonly reporter: Reporter;
  readonly excerpts: boolean;
  readonly output: Output;
}

/** Files are opened before anything is checked, so that one that can't be written is known at once. */
async function openReports({ diff, quiet = false, language }: Options, wanted: readonly Wanted[], terminal: Terminal): Promise<Report[]> {
  const reports: Report[] = [];
  if (diff) reports.push({ reporter: (await import('../report/diff')).diffReporter(), excerpts: false, output: openOutput(null, terminal) });
  const plain: Wanted = { format: 'text', file: null };
  for (const { format, file: path } of wanted.length > 0 || diff ? wanted : [plain]) {
    const { create, excerpts = false } = FORMATS[format];
    const output = openOutput(path, terminal);
    const reporter = await create({ colors: !output.isFile && terminal.colors, quiet, language });
    reports.push({ reporter, excerpts, output });
  }
  return reports;
}

/** By the time the process ends, its threads have; one that was ended while it wrote leaves a temporary file. */
function tidyAfterFailure(corpora: readonly CorpusFiles[]): void {
  process.once('exit', (status) => {
    if (status > 1) removeTemporaries(new Set(corpora.flatMap(({ articles }) => articles.map(({ path }) => dirname(path)))));
  });
}

/** What kept fixes from an article; true where it was no fault of theirs. */
function complainOf({ file, failure }: CheckedArticle, terminal: Terminal): boolean {
  if (!failure) return false;
  if (failure.kind === 'unwritable') terminal.complain(phrase('unwritable', { path: file, reason: { key: failure.detail } }));
  else if (failure.kind === 'uncopied') terminal.complain(phrase('uncopied', { path: file, reason: { key: failure.detail } }));
  else if (failure.kind === 'changed-on-disk') terminal.complain(phrase('changed-meanwhile', { path: file }));
  else terminal.complain(phrase('unsettled', { place: `${file}:${(failure.line ?? 0) + 1}`, rules: failure.detail }));
  return failure.kind !== 'unsettled';
}

/** A patch speaks of the bytes of a file, so the byte order mark must stand in it. */
function withMark(path: string, checked: CheckedArticle): CheckedArticle {
  const { changed } = checked;
  if (!changed || !hasMark(path)) return checked;
  return { ...checked, changed: { before: `\uFEFF${changed.before}`, after: `\uFEFF${changed.after}` } };
}

/** The reported articles of all corpora, in code-point order of their files, though corpora may lie within each other. */
async function* inFileOrder(
  corpora: readonly Corpus[],
  optionsFor: (corpus: Corpus) => BatchOptions,
): AsyncGenerator<{ corpus: Corpus; article: ArticleFile; checked: CheckedArticle }> {
  const streams = corpora.map((corpus) => ({ corpus, files: reportedFiles(corpus), at: 0, articles: checkCorpus(corpus, optionsFor(corpus)) }));
  try {
    for (;;) {
      const open = streams.filter(({ files, at }) => at < files.length);
      if (open.length === 0) return;
      const first = open.reduce((a, b) => (byCodePoint(b.files[b.at].file, a.files[a.at].file) < 0 ? b : a));
      const article = first.files[first.at++];
      const { value } = await first.articles.next();
      yield { corpus: first.corpus, article, checked: value as CheckedArticle };
    }
  } finally {
    for (const { articles } of streams) await articles.return(undefined);
  }
}

const reportedFiles = ({ articles }: CorpusFiles): ArticleFile[] =>
  articles.filter(({ reported }) => reported).sort((a, b) => byCodePoint(a.file, b.file));
