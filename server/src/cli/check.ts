import { dirname } from 'node:path';
import type { Command } from 'commander';
import { type BatchOptions, type CheckedArticle, checkCorpus } from '../engine/batch';
import { byCodePoint } from '../engine/order';
import { UserError } from '../files/errors';
import { type ArticleFile, type CorpusFiles, findCorpora } from '../files/find';
import { hasMark, removeTemporaries, type WholeFile } from '../files/store';
import { FORMATS, type Reporter, type Totals } from '../report/reporter';
import { abortOnInterrupt, oneOf, openOutput, positiveInteger, ruleNamed, secondsSinceStart } from './run';
import { Terminal } from './terminal';

interface Options {
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly unsafeFixes?: boolean;
  readonly rule?: ReadonlySet<string>;
  readonly failOn: string;
  readonly exitZero?: boolean;
  readonly jobs?: number;
  readonly quiet?: boolean;
  readonly color: boolean;
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

export function addCheck(program: Command, done: (status: number) => void): void {
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
    .option('--jobs <n>', 'how many threads work', positiveInteger)
    .option('--quiet', 'findings alone: no summary, notes or progress')
    .option('--no-color', 'no colors')
    .action(async (paths: string[], options: Options) => done(await check(paths, options, wanted)));
}

async function check(paths: readonly string[], options: Options, wanted: readonly Wanted[]): Promise<number> {
  refuseContradictions(options, wanted);
  const terminal = new Terminal(options);
  const signal = abortOnInterrupt();
  const corpora = await findCorpora(paths, process.cwd());
  if (options.fix) tidyAfterFailure(corpora);
  const reports = await openReports(options, wanted, terminal);
  const totals = { articles: 0, errors: 0, warnings: 0, infos: 0, fixable: 0, changed: 0, seconds: 0 };
  let failed = false;
  const batch: BatchOptions = {
    jobs: options.jobs ?? 0,
    signal,
    excerpts: reports.some(({ excerpts }) => excerpts),
    ...(options.rule && { rules: options.rule }),
    ...((options.fix || options.diff) && { fix: options.fix ? 'write' : 'diff', unsafe: options.unsafeFixes ?? false }),
    onProgress: (finished, total) => terminal.progress(finished, total),
  };
  for await (const { path, checked } of inFileOrder(corpora, batch)) {
    totals.articles++;
    totals.errors += checked.errors;
    totals.warnings += checked.warnings;
    totals.infos += checked.infos;
    totals.fixable += checked.fixable;
    if (checked.changed) totals.changed++;
    failed = complainOf(checked, terminal) || failed;
    for (const { reporter, write } of reports) write(reporter.article(options.diff ? withMark(path, checked) : checked));
    // Nobody reads on; but fixes and files that were asked for are made.
    if (terminal.closed && !options.fix && reports.every(({ file }) => file === null)) break;
  }
  totals.seconds = secondsSinceStart();
  for (const { reporter, write, file } of reports) {
    write(reporter.end(totals));
    file?.commit();
  }
  terminal.flush();
  if (totals.articles === 0) terminal.note('No articles there: "include" in corpuslint.jsonc says which files are articles.');
  if (options.diff) terminal.note(`${totals.changed} of ${totals.articles} articles would change.`);
  if (failed) return 2;
  // What a fix would still have to write is as good as found.
  const found = FAILURES[options.failOn](totals) + (options.diff ? totals.changed : 0);
  return found > 0 && !options.exitZero ? 1 : 0;
}

function refuseContradictions({ fix, diff, unsafeFixes }: Options, wanted: readonly Wanted[]): void {
  if (fix && diff) throw new UserError('--fix writes and --diff writes nothing: choose one');
  if (unsafeFixes && !fix && !diff) throw new UserError('--unsafe-fixes goes with --fix or --diff');
  const toOutput = wanted.filter(({ file }) => file === null).map(({ format }) => `--format ${format}`);
  if (diff) toOutput.unshift('--diff');
  if (toOutput.length > 1) throw new UserError(`${toOutput.join(' and ')} would mix on standard output: give each format its own -o FILE`);
}

interface Report {
  readonly reporter: Reporter;
  readonly excerpts: boolean;
  readonly file: WholeFile | null;
  write(text: string): void;
}

/** Files are opened before anything is checked, so that one that can't be written is known at once. */
async function openReports({ diff, quiet = false }: Options, wanted: readonly Wanted[], terminal: Terminal): Promise<Report[]> {
  const reports: Report[] = [];
  const write = (text: string): void => terminal.write(text);
  if (diff) reports.push({ reporter: (await import('../report/diff')).diffReporter(), excerpts: false, file: null, write });
  const plain: Wanted = { format: 'text', file: null };
  for (const { format, file: path } of wanted.length > 0 || diff ? wanted : [plain]) {
    const { create, excerpts = false } = FORMATS[format];
    const file = openOutput(path);
    const reporter = await create({ colors: file === null && terminal.colors, quiet });
    reports.push({ reporter, excerpts, file, write: file ? (text) => file.write(text) : write });
  }
  return reports;
}

/** By the time the process ends, its threads have; one that was ended while it wrote leaves a temporary file. */
function tidyAfterFailure(corpora: readonly CorpusFiles[]): void {
  process.once('exit', (status) => {
    if (status > 1) removeTemporaries(new Set(corpora.flatMap(({ articles }) => articles.map(({ path }) => dirname(path)))));
  });
}

/** What kept fixes from an article; true where they weren't written. */
function complainOf({ file, failure }: CheckedArticle, terminal: Terminal): boolean {
  if (!failure) return false;
  if (failure.kind === 'unwritable') terminal.complain(`can't write ${file}: ${failure.detail}`);
  else if (failure.kind === 'changed-on-disk') terminal.complain(`${file} was changed by somebody else meanwhile and is left as it is; run again`);
  else terminal.complain(`${file} still changes after many rounds of fixes; it stands as they left it`);
  return failure.kind !== 'unsettled';
}

/** A patch speaks of the bytes of a file, so the byte order mark must stand in it. */
function withMark(path: string, checked: CheckedArticle): CheckedArticle {
  const { changed } = checked;
  if (!changed || !hasMark(path)) return checked;
  return { ...checked, changed: { before: `\uFEFF${changed.before}`, after: `\uFEFF${changed.after}` } };
}

/** The reported articles of all corpora, in code-point order of their files, though corpora may lie within each other. */
async function* inFileOrder(corpora: readonly CorpusFiles[], options: BatchOptions): AsyncGenerator<{ path: string; checked: CheckedArticle }> {
  const streams = corpora.map((corpus) => ({ files: reportedFiles(corpus), at: 0, articles: checkCorpus(corpus, options) }));
  try {
    for (;;) {
      const open = streams.filter(({ files, at }) => at < files.length);
      if (open.length === 0) return;
      const first = open.reduce((a, b) => (byCodePoint(b.files[b.at].file, a.files[a.at].file) < 0 ? b : a));
      const { path } = first.files[first.at++];
      const { value } = await first.articles.next();
      yield { path, checked: value as CheckedArticle };
    }
  } finally {
    for (const { articles } of streams) await articles.return(undefined);
  }
}

const reportedFiles = ({ articles }: CorpusFiles): ArticleFile[] =>
  articles.filter(({ reported }) => reported).sort((a, b) => byCodePoint(a.file, b.file));
