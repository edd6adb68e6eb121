import { accessSync, constants, lstatSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIG_NAME, readConfig } from '../engine/config';
import type { Decided } from '../engine/decisions';
import { reasonOf, UserError } from '../engine/errors';
import { pathTest } from '../engine/glob';
import { phrase } from '../engine/message';
import { byCodePoint } from '../engine/order';
import { withDecisions } from '../engine/rulings';
import { defaultSettings, type Settings } from '../engine/settings';
import { articleAt, type CorpusFiles, type Given, Listing, type ListingTask } from './articles';
import { readDecisions } from './decisions';
import { commonFolder, isWithin } from './paths';
import { readText } from './store';

/** A corpus with what is remembered of it. */
export interface Corpus extends CorpusFiles {
  /** Absolute: the folder that holds `.corpuslint`. */
  readonly home: string;
  /** What people decided; `settings` have it in them. */
  readonly decided: readonly Decided[];
  /** All articles that the decisions may speak of are reported. */
  readonly whole: boolean;
  /** Globs of `include` in the configuration that mean no file. */
  readonly idle: readonly string[];
}

/**
 * The corpora of the paths, each with all its articles: that of the nearest `corpuslint.jsonc` upward of a path or below
 * it, and where there is none, one of all the paths together. The order of the paths makes no difference.
 */
export async function findCorpora(paths: readonly string[], cwd: string): Promise<Corpus[]> {
  const tasks = new Map<string, ListingTask>();
  const loose: Given[] = [];
  for (const given of paths.map((path) => inspect(path, cwd))) {
    const root = configuredRoot(given.folder ? given.path : dirname(given.path));
    if (root === null) loose.push(given);
    else taskAt(tasks, root).given.push(given);
  }
  const corpora: Corpus[] = [];
  const nested = (root: string, names: readonly string[]): void => {
    for (const name of names) taskAt(tasks, root).names.add(name);
  };
  if (loose.length > 0) {
    const root = loose.map(({ path, folder }) => (folder ? path : dirname(path))).reduce(commonFolder);
    const decided = readDecisions(cwd, cwd);
    const task = { root, configured: false, given: loose, names: new Set<string>() };
    const whole = loose.some(({ path, folder }) => folder && isWithin(cwd, path));
    corpora.push({ ...(await new Listing(task, withDecisions(defaultSettings, decided), nested).run()), home: cwd, decided, whole, idle: [] });
  }
  // A corpus may hold others, which are listed after it: they lie deeper, so their roots are longer.
  while (tasks.size > 0) {
    const task = [...tasks.values()].reduce((a, b) => (b.root.length < a.root.length ? b : a));
    tasks.delete(task.root);
    const { settings, decided } = await memoryOf(task.root, cwd);
    const files = await new Listing(task, settings, nested).run();
    const whole = files.articles.every(({ reported }) => reported);
    corpora.push({ ...files, home: task.root, decided, whole, idle: idleGlobs(files) });
  }
  return corpora.sort((a, b) => byCodePoint(a.root, b.root));
}

/** Globs that somebody wrote and no file answers to. */
const idleGlobs = ({ settings: { include }, articles }: CorpusFiles): string[] =>
  include === defaultSettings.include ? [] : include.filter((glob) => !articles.some(({ id }) => pathTest([glob])(id)));

/** The corpus that takes a file for an article, whether the file is there by now or not. `path` is absolute. */
export async function corpusTaking<Files extends CorpusFiles>(corpora: readonly Files[], path: string): Promise<Files | undefined> {
  const around = corpora.filter(({ root }) => isWithin(path, root)).sort((a, b) => b.root.length - a.root.length)[0];
  return around && (await articleAt(around.root, around.settings, path)) ? around : undefined;
}

function taskAt(tasks: Map<string, ListingTask>, root: string): ListingTask {
  const task = tasks.get(root) ?? { root, configured: true, given: [], names: new Set() };
  tasks.set(root, task);
  return task;
}

function inspect(name: string, cwd: string): Given {
  if (name === '') throw new UserError('unreadable', { path: '""', reason: phrase('it is neither a file nor a folder') });
  const path = resolve(cwd, name);
  let stats: Stats;
  try {
    stats = statSync(path);
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw new UserError('unreadable', { path: name, reason: { key: reasonOf(error) } });
  }
  if (!stats.isFile() && !stats.isDirectory()) throw new UserError('unreadable', { path: name, reason: phrase('it is neither a file nor a folder') });
  return { path, name: name.split(sep).join('/'), folder: stats.isDirectory() };
}

/** The nearest folder upward that holds a configuration. */
export function configuredRoot(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    // A link to nothing is a configuration that can't be read, not none.
    if (lstatSync(join(at, CONFIG_NAME), { throwIfNoEntry: false })) return at;
    if (dirname(at) === at) return null;
  }
}

/** What configuration and decisions of a corpus say. Rejects with a `ConfigError` where one of them is broken. */
export async function settingsOf(root: string, cwd: string): Promise<Settings> {
  return (await memoryOf(root, cwd)).settings;
}

async function memoryOf(root: string, cwd: string): Promise<{ settings: Settings; decided: readonly Decided[] }> {
  const path = join(root, CONFIG_NAME);
  const name = relative(cwd, path).split(sep).join('/');
  const settings = await readConfig(readText(path, name) ?? '', name);
  const decided = readDecisions(root, cwd);
  return { settings: withDecisions(settings, decided), decided };
}
