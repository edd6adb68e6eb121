import type { Command } from 'commander';
import { nameClusters } from '../engine/batch';
import { isolate } from '../engine/message';
import { byCodePoint } from '../engine/order';
import { findCorpora } from '../files/find';
import { harmless } from '../report/visible';
import { abortOnInterrupt, oneOf, openOutput, positiveInteger, secondsSinceStart } from './run';
import { Terminal } from './terminal';

interface Options {
  readonly format: string;
  readonly o?: string;
  readonly jobs?: number;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** What the engine knows of a cluster, as far as it is shown. */
interface Cluster {
  readonly preferred: string;
  readonly forms: readonly { readonly form: string; readonly count: number; readonly articles: number }[];
  readonly kind: string;
  readonly confidence: number;
}

export function addNames(program: Command, done: (status: number) => void): void {
  program
    .command('names')
    .description('list the spellings of one name, largest cluster first')
    .argument('[path...]', 'files and folders', ['.'])
    .option('--format <format>', 'text or jsonl', oneOf('format', ['text', 'jsonl']), 'text')
    .option('-o <file>', 'write the list to a file')
    .option('--jobs <n>', 'how many threads work', positiveInteger)
    .option('--quiet', 'clusters alone: no summary, notes or progress')
    .option('--no-color', 'no colors')
    .action(async (paths: string[], options: Options) => done(await names(paths, options)));
}

async function names(paths: readonly string[], options: Options): Promise<number> {
  const terminal = new Terminal(options);
  const signal = abortOnInterrupt();
  const corpora = await findCorpora(paths, process.cwd());
  const file = openOutput(options.o ?? null);
  const clusters: Cluster[] = [];
  let articles = 0;
  for (const corpus of corpora) {
    const onProgress = (done: number, total: number): void => terminal.progress(done, total);
    const found = await nameClusters(corpus, { jobs: options.jobs ?? 0, signal, onProgress });
    clusters.push(...(found.clusters as readonly Cluster[]));
    articles += found.articles;
  }
  if (corpora.length > 1) clusters.sort((a, b) => size(b) - size(a) || byCodePoint(a.preferred, b.preferred));
  const summary = { articles, clusters: clusters.length, seconds: secondsSinceStart() };
  const lines =
    options.format === 'jsonl'
      ? [...clusters, { summary }].map((row) => JSON.stringify(row))
      : [...clusters.map(describe), ...(options.quiet ? [] : [`${clusters.length} clusters in ${articles} articles.`])];
  const text = lines.map((line) => `${line}\n`).join('');
  file?.write(text);
  file?.commit();
  if (!file) terminal.write(text);
  terminal.flush();
  return 0;
}

const size = ({ forms }: Cluster): number => forms.reduce((sum, { articles }) => sum + articles, 0);

/** `لافرينتيف 2, لافرنتييف 1  transliteration, 97 %`: the preferred form first, numbers are articles. */
function describe({ preferred, forms, kind, confidence }: Cluster): string {
  const ordered = [...forms].sort((a, b) => Number(b.form === preferred) - Number(a.form === preferred));
  const shown = ordered.map(({ form, articles }) => `${isolate(harmless(form))} ${articles}`).join(', ');
  return `${shown}  ${kind}, ${Math.round(100 * confidence)} %`;
}
