import { join, relative, resolve, sep } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { CONFIG_NAME } from '../engine/config';
import { reasonOf, UserError } from '../engine/errors';
import { phrase } from '../engine/message';
import { nearest } from '../engine/nearest';
import type { CorpusFiles } from '../files/articles';
import { type Corpus, corpusTaking } from '../files/find';
import { WholeFile } from '../files/store';
import { rules } from '../rules/index';
import type { Terminal } from './terminal';

/** Someone pressed Ctrl-C, or asked the process to end. */
export class Interrupted extends Error {
  constructor(readonly status: number) {
    super('interrupted');
  }
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** A signal that aborts at Ctrl-C. Nobody waits twice: the second time ends the process. */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  for (const [name, status] of Object.entries(SIGNALS)) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(status);
      controller.abort(new Interrupted(status));
    });
  }
  return controller.signal;
}

/** Where a result goes. */
export interface Output {
  /** A file, which is there whole when all is written or not at all; else standard output. */
  readonly isFile: boolean;
  write(text: string): void;
  end(): void;
}

/** Text that is gathered before it is written, in UTF-16 units. */
const CHUNK = 1 << 16;

class FileOutput implements Output {
  readonly isFile = true;
  private waiting: string[] = [];
  private length = 0;

  constructor(private readonly file: WholeFile) {}

  write(text: string): void {
    this.waiting.push(text);
    this.length += text.length;
    if (this.length > CHUNK) this.flush();
  }

  end(): void {
    this.flush();
    this.file.commit();
  }

  private flush(): void {
    this.file.write(this.waiting.join(''));
    this.waiting = [];
    this.length = 0;
  }
}

/** Opens a file for a result, or standard output for null. */
export function openOutput(path: string | null, terminal: Terminal): Output {
  if (path === null) return { isFile: false, write: (text) => terminal.write(text), end: () => terminal.flush() };
  try {
    return new FileOutput(new WholeFile(path));
  } catch (error) {
    throw new UserError('unwritable', { path, reason: { key: reasonOf(error) } });
  }
}

/** Tells of reports that will be read as articles the next time. */
export async function tellOfReports(paths: readonly (string | null)[], corpora: readonly CorpusFiles[], terminal: Terminal): Promise<void> {
  for (const path of paths) {
    if (path !== null && (await corpusTaking(corpora, resolve(path)))) terminal.complain(phrase('report-is-article', { path }));
  }
}

/** Tells of globs in configurations that mean no file, and of sources that no article is of. */
export function tellOfIdle(corpora: readonly Corpus[], terminal: Terminal): void {
  for (const corpus of corpora) {
    const path = configName(corpus);
    for (const glob of corpus.idle) terminal.complain(phrase('idle-include', { path, glob }));
    const sources = [...new Set(corpus.articles.map(({ source }) => source))];
    const named = new Set(corpus.settings.overrides.flatMap((override) => override.sources ?? []));
    for (const word of named) if (!sources.includes(word)) terminal.complain(phrase('idle-source', { path, word, hint: nearest(word, sources) }));
  }
}

/** The configuration of a corpus as people know it. */
export const configName = ({ root }: CorpusFiles): string => relative(process.cwd(), join(root, CONFIG_NAME)).split(sep).join('/');

/** Tells that there is nothing to look at. */
export function tellOfNone(corpora: readonly CorpusFiles[], terminal: Terminal): void {
  if (corpora.every(({ articles }) => articles.length === 0)) terminal.complain(phrase('no-articles'));
}

/** Milliseconds since the process began, as seconds of two decimals. */
export const secondsSinceStart = (): number => Math.round(performance.now() / 10) / 100;

/** For an option whose value must be one of a few words. */
export function oneOf<Word extends string>(kind: 'format' | 'severity' | 'language' | 'kind', known: readonly Word[]): (word: string) => Word {
  return (word) => {
    const right = known.find((other) => other === word);
    if (right !== undefined) return right;
    throw new UserError(`unknown-${kind}`, { word, hint: nearest(word, known) || phrase('there-are', { words: known.join(', ') }) });
  };
}

/** The rule of that name. */
export function ruleNamed(id: string): (typeof rules)[number] {
  const known = rules.find((rule) => rule.id === id);
  if (known) return known;
  if (id === '') throw new UserError('no-rule-named', { hint: phrase('rules-lists-them') });
  const guess = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  throw new UserError('unknown-rule', { word: id, hint: guess || phrase('rules-lists-them') });
}

/** For options that count something. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return value;
}

/** For `--jobs`. */
export function threadCount(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 256) throw new InvalidArgumentError('It must be a number from 1 to 256.');
  return value;
}

/** For `--min-confidence`. */
export function probability(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('It must be a number from 0 to 1.');
  return value;
}
