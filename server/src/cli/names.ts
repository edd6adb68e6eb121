import type { Command } from 'commander';
import { listNames, type NameCluster } from '../corpus/names/judgement';
import { nameClusters } from '../engine/batch';
import { type Decision, findContradiction } from '../engine/decisions';
import { inLine, isolate, type Language, phrase, say } from '../engine/message';
import { applyNames, namesTable, readNamesTable } from '../engine/names-table';
import { byCodePoint } from '../engine/order';
import { aboutNow, changeDecisions, decisionsName } from '../files/decisions';
import { UserError } from '../files/errors';
import { type Corpus, findCorpora } from '../files/find';
import { readText } from '../files/store';
import { harmless } from '../report/visible';
import { foldWord } from '../text/scan';
import { languageOption } from './language';
import { abortOnInterrupt, oneOf, openOutput, positiveInteger, secondsSinceStart, tellOfReports } from './run';
import { Terminal } from './terminal';

interface Options {
  readonly format: string;
  readonly o?: string;
  readonly apply?: string;
  readonly jobs?: number;
  readonly quiet?: boolean;
  readonly color: boolean;
}

export function addNames(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('names')
    .description('list the spellings of one name, largest cluster first')
    .argument('[path...]', 'files and folders', ['.'])
    .option('--format <format>', 'text, jsonl, or csv, a table to fill in', oneOf('format', ['text', 'jsonl', 'csv']), 'text')
    .option('-o <file>', 'write the list to a file')
    .option('--apply <file>', 'take what a table in csv was filled in with into the decisions')
    .option('--jobs <n>', 'how many threads work', positiveInteger)
    .option('--quiet', 'clusters alone: no summary, notes or progress')
    .addOption(languageOption())
    .option('--no-color', 'no colors')
    .action(async (paths: string[], options: Options) => done(await names(paths, options, language)));
}

async function names(paths: readonly string[], options: Options, language: Language): Promise<number> {
  const terminal = new Terminal({ ...options, language });
  const signal = abortOnInterrupt();
  const corpora = await findCorpora(paths, process.cwd());
  const nameable = async (corpus: Corpus): Promise<Nameable> => {
    const onProgress = (done: number, total: number): void => terminal.progress(done, total);
    return { home: corpus.home, ...(await nameClusters(corpus, { jobs: options.jobs ?? 0, signal, onProgress })) };
  };
  if (options.apply !== undefined) return apply(options.apply, corpora, nameable, options, terminal);
  const file = openOutput(options.o ?? null);
  await tellOfReports([options.o ?? null], corpora, terminal);
  const clusters: NameCluster[] = [];
  let articles = 0;
  for (const corpus of corpora) {
    const found = await nameable(corpus);
    clusters.push(...found.clusters);
    articles += found.articles;
  }
  if (corpora.length > 1) clusters.sort((a, b) => size(b) - size(a) || byCodePoint(a.forms[0].form, b.forms[0].form));
  const text = options.format === 'csv' ? await namesTable(clusters) : list(clusters, articles, options, language);
  file?.write(text);
  file?.commit();
  if (!file) terminal.write(text);
  terminal.flush();
  return 0;
}

function list(clusters: readonly NameCluster[], articles: number, { format, quiet }: Options, language: Language): string {
  const summary = { articles, clusters: clusters.length, seconds: secondsSinceStart() };
  const total = phrase('clusters-found', { clusters: phrase('clusters', { n: clusters.length }), articles: phrase('articles', { n: articles }) });
  const lines =
    format === 'jsonl'
      ? [...listNames(clusters), { summary }].map((row) => JSON.stringify(row))
      : [...clusters.map((cluster) => describe(cluster, language)), ...(quiet ? [] : [inLine(language, say(language, total))])];
  return lines.map((line) => `${line}\n`).join('');
}

/** What a corpus knows of names, and the folder that holds its decisions. */
type Nameable = Awaited<ReturnType<typeof nameClusters>> & Pick<Corpus, 'home'>;

/** Takes a table into the decisions: each row into those of the corpora that hold both spellings. */
async function apply(
  path: string,
  corpora: readonly Corpus[],
  nameable: (corpus: Corpus) => Promise<Nameable>,
  { o, format }: Options,
  terminal: Terminal,
): Promise<number> {
  if (o !== undefined || format !== 'text') throw new UserError('apply-alone', { option: o === undefined ? '--format' : '-o' });
  const text = readText(path, path, true);
  if (text === null) throw new UserError('unreadable', { path, reason: phrase('no such file or folder') });
  const known: Nameable[] = [];
  for (const corpus of corpora) known.push(await nameable(corpus));
  const answers = await readNamesTable(text, path, (word) => known.some(({ holds }) => holds(word)));
  const about = aboutNow();
  const changes = new Map<string, (now: readonly Decision[]) => readonly Decision[]>();
  const counts = new Map<string, number>();
  for (const { home, holds } of known) {
    const own = answers
      .filter(({ decision }) => decision.names.every((name) => holds(foldWord(name))))
      .map(({ decision }) => ({ ...decision, ...about }));
    counts.set(home, own.length);
    changes.set(home, (now) => {
      const applied = applyNames(now, own);
      const contradiction = findContradiction(applied);
      if (contradiction) throw new UserError('at-place', { place: path, what: contradiction.what });
      return applied;
    });
  }
  changeDecisions(changes, process.cwd());
  for (const [home, n] of counts) terminal.tell(phrase('applied', { n, path: decisionsName(home, process.cwd()) }));
  terminal.flush();
  return 0;
}

const size = ({ forms }: NameCluster): number => forms.reduce((sum, { articles }) => sum + articles, 0);

/** `لافرينتيف 2, لافرنتييف 1  transliteration, 97 %`: the preferred form first, numbers are articles. */
function describe({ forms, kind, confidence, decided }: NameCluster, language: Language): string {
  const shown = forms.map(({ form, articles }) => `${isolate(harmless(form))} ${articles}`).join(', ');
  const sure = decided ? inLine(language, say(language, phrase('names-decided'))) : `${Math.round(100 * confidence)} %`;
  return `${shown}  ${inLine(language, say(language, { key: kind }))}, ${sure}`;
}
