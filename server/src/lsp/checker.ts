import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { checkCorpus } from '../drivers/batch';
import { reasonOf, UserError } from '../engine/errors';
import type { Row } from '../engine/row';
import type { CorpusFiles } from '../files/articles';
import { configuredRoot, findCorpora } from '../files/find';
import type { Errand, Piece, Report } from './check';
import { diagnosticOfRow } from './diagnostics';

/** Findings go out for so many articles at a time, or after so many milliseconds. */
const BATCH = 100;
const BEAT = 250;

const port = parentPort!;
const report = (what: Report): void => port.postMessage(what);

/** What the thread of a check does. */
export async function runErrand(): Promise<void> {
  const errand = workerData as Errand;
  try {
    for (const corpus of await corporaOf(errand.folders)) await check(corpus, errand);
    report('end');
  } catch (error) {
    report({ error: reasonOf(error) });
  }
}

/** The configured corpora in the folders; of those that can't be read, why. */
async function corporaOf(folders: readonly string[]): Promise<CorpusFiles[]> {
  const corpora = new Map<string, CorpusFiles>();
  for (const folder of folders) {
    try {
      for (const corpus of await findCorpora([folder], folder)) {
        if (configuredRoot(corpus.root) === corpus.root) corpora.set(corpus.root, corpus);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      report({ problem: error.phrase });
    }
  }
  return [...corpora.values()];
}

async function check(corpus: CorpusFiles, { pages, language }: Errand): Promise<void> {
  const paths = new Map(corpus.articles.map(({ file, path }) => [file, path]));
  let articles: Piece['articles'][number][] = [];
  let [errors, warnings, infos] = [0, 0, 0];
  let last = performance.now();
  const send = (): void => {
    if (articles.length > 0) report({ piece: { articles, errors, warnings, infos } });
    articles = [];
    [errors, warnings, infos] = [0, 0, 0];
    last = performance.now();
  };
  const onProgress = (done: number, total: number): void => report({ corpus: basename(corpus.root), done, total });
  for await (const checked of checkCorpus({ ...corpus, settings: { ...corpus.settings, language } }, { jobs: 0, onProgress })) {
    articles.push({ path: paths.get(checked.file)!, diagnostics: checked.rows.map((row) => diagnosticOfRow(JSON.parse(row) as Row, pages)) });
    errors += checked.errors;
    warnings += checked.warnings;
    infos += checked.infos;
    if (articles.length >= BATCH || performance.now() - last > BEAT) send();
  }
  send();
}
