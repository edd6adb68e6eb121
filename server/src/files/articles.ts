import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { CONFIG_NAME } from '../engine/config';
import { type PathTest, pathTest, sourceExpression } from '../engine/glob';
import { byCodePoint } from '../engine/order';
import type { Settings } from '../engine/settings';
import { IGNORE_NAMES, Ignored } from './ignored';
import { fileOf, isLink, isWithin } from './paths';

/** A file that is an article. */
export interface ArticleFile {
  /** Absolute. */
  readonly path: string;
  /** For people: the path as it was given, joined with `/`. */
  readonly file: string;
  /** The path within the corpus, joined with `/`. */
  readonly id: string;
  /** The outlet. */
  readonly source: string;
  /** Asked for; the others are evidence alone. */
  readonly reported: boolean;
}

/** All articles of a corpus, in code-point order of their ids. */
export interface CorpusFiles {
  /** Absolute. */
  readonly root: string;
  readonly settings: Settings;
  readonly articles: readonly ArticleFile[];
}

/** A path that somebody asked for. */
export interface Given {
  readonly path: string;
  /** As it was given. */
  readonly name: string;
  readonly folder: boolean;
}

/** A corpus to list: whole from its root, or only where it was asked for. */
export interface ListingTask {
  readonly root: string;
  readonly configured: boolean;
  readonly given: Given[];
  /** Names that people know the root by, because they asked for a folder above it. */
  readonly names: Set<string>;
}

/** All articles of a configured corpus, reported or not. */
export async function listCorpus(root: string, settings: Settings): Promise<CorpusFiles> {
  return new Listing({ root, configured: true, given: [], names: new Set() }, settings, () => {}).run();
}

/**
 * The article that a file is in a configured corpus, whether it is there by now or not; null where the corpus leaves it
 * out. `root` must be the `configuredRoot` of its folder.
 */
export async function articleAt(root: string, settings: Settings, path: string): Promise<ArticleFile | null> {
  if (!isWithin(path, root) || path === root) return null;
  const exclude = pathTest(settings.exclude);
  const names = relative(root, path).split(sep);
  if (names.some((name) => name.startsWith('.') || SKIPPED.has(name))) return null;
  const id = names.join('/');
  if (!pathTest(settings.include)(id) || exclude(id)) return null;
  let ignored: Ignored | null = null;
  let folder = root;
  let within = '';
  for (const name of names) {
    const ignoring = IGNORE_NAMES.filter((ignoreFile) => existsSync(join(folder, ignoreFile)));
    if (ignoring.length > 0) ignored = await Ignored.below(ignored, folder, within, ignoring);
    folder = join(folder, name);
    within += name;
    if (within === id) break;
    if (exclude(within) || ignored?.has(`${within}/`) || isLink(folder)) return null;
    within += '/';
  }
  if (ignored?.has(id)) return null;
  // What a link leads to is an article once, where it stands.
  const file = isLink(path) ? fileOf(path) : path;
  if (file !== path && (await articleAt(root, settings, file))) return null;
  return { path, file: id, id, source: sourceOf(settings, root, id), reported: true };
}

function sourceOf({ source }: Settings, root: string, id: string): string {
  return (source === null ? null : sourceExpression(source).exec(id)?.groups?.source) ?? (parentOf(id) || basename(root));
}

/** A given folder's name as the beginning of the names of what lies in it: `.` adds nothing. */
const prefix = (name: string): string => (name === '.' || name === './' ? '' : name.endsWith('/') ? name : `${name}/`);

const parentOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('/')));

/** Folders that never hold articles; those whose names begin with a dot don't either. */
const SKIPPED = new Set(['node_modules']);

/** Lists one corpus. */
export class Listing {
  private readonly articles: ArticleFile[] = [];
  /** Some of them may be links. */
  private links = false;
  private readonly include: PathTest;
  private readonly exclude: PathTest;
  private readonly source: RegExp | null;
  private readonly givenFolders = new Map<string, string[]>();
  /** By path; emptied as they are found. */
  private readonly givenFiles = new Map<string, string[]>();

  constructor(
    private readonly task: ListingTask,
    private readonly settings: Settings,
    private readonly nested: (root: string, names: readonly string[]) => void,
  ) {
    this.include = pathTest(settings.include);
    this.exclude = pathTest(settings.exclude);
    this.source = settings.source === null ? null : sourceExpression(settings.source);
    for (const { path, name, folder } of task.given) {
      const [known, entry] = folder ? [this.givenFolders, prefix(name)] : [this.givenFiles, name];
      known.set(path, [...(known.get(path) ?? []), entry]);
    }
  }

  async run(): Promise<CorpusFiles> {
    const { root, configured, names } = this.task;
    const tops = configured ? [root] : [...this.givenFolders.keys()].filter((path) => this.isTop(path));
    for (const top of tops) await this.walk(top, this.idOf(top, true), configured ? [...names] : [], null);
    for (const [path, given] of this.givenFiles) {
      this.links ||= isLink(path);
      this.add(path, this.idOf(path, false), given);
    }
    const articles = this.onceEach().sort((a, b) => byCodePoint(a.id, b.id));
    return { root, settings: this.settings, articles };
  }

  /** A file that links lead to is one article: the file itself if it is here and was asked for, else the link that was, else the first. */
  private onceEach(): ArticleFile[] {
    if (!this.links) return this.articles;
    const byFile = new Map<string, ArticleFile>();
    const rank = ({ path, reported }: ArticleFile): number => (reported ? 2 : 0) + (isLink(path) ? 0 : 1);
    const folders = new Map<string, string>();
    for (const article of this.articles) {
      const folder = dirname(article.path);
      if (!folders.has(folder)) folders.set(folder, fileOf(folder));
      const file = isLink(article.path) ? fileOf(article.path) : join(folders.get(folder)!, basename(article.path));
      const other = byFile.get(file);
      if (!other || rank(article) > rank(other) || (rank(article) === rank(other) && byCodePoint(article.id, other.id) < 0))
        byFile.set(file, article);
    }
    return [...byFile.values()];
  }

  /** Whether no other given folder holds this one. */
  private isTop(path: string): boolean {
    return ![...this.givenFolders.keys()].some((other) => other !== path && isWithin(path, other));
  }

  private idOf(path: string, folder: boolean): string {
    const id = relative(this.task.root, path).split(sep).join('/');
    return folder && id !== '' ? `${id}/` : id;
  }

  /** Lists a folder; `id` ends with `/` (or is empty), and so do the names that people know it by, none if nobody asked. */
  private async walk(folder: string, id: string, above: readonly string[], ignoredAbove: Ignored | null): Promise<void> {
    const own = this.givenFolders.get(folder);
    const names = own ? [...above, ...own] : above;
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      // A given folder was opened before; reading this one as an article says why it can't be.
      this.add(
        folder,
        id.slice(0, -1),
        names.map((name) => name.slice(0, -1)),
      );
      return;
    }
    const special = entries.filter(({ name }) => name === CONFIG_NAME || IGNORE_NAMES.includes(name)).map(({ name }) => name);
    if (special.includes(CONFIG_NAME) && folder !== this.task.root) {
      this.nested(folder, names);
      return;
    }
    const ignoring = special.filter((name) => name !== CONFIG_NAME);
    const ignored = ignoring.length > 0 ? await Ignored.below(ignoredAbove, folder, id, ignoring) : ignoredAbove;
    const within = folder.endsWith(sep) ? folder : folder + sep;
    for (const entry of entries) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const child = id + entry.name;
      if (entry.isDirectory()) {
        if (this.exclude(child) || ignored?.has(`${child}/`)) continue;
        await this.walk(
          within + entry.name,
          `${child}/`,
          names.map((name) => `${name}${entry.name}/`),
          ignored,
        );
      } else if (this.isArticle(child) && isFile(within, entry) && !ignored?.has(child)) {
        this.links ||= entry.isSymbolicLink();
        this.add(
          within + entry.name,
          child,
          names.map((name) => name + entry.name),
        );
      }
    }
  }

  private isArticle(id: string): boolean {
    return this.include(id) && !this.exclude(id);
  }

  private add(path: string, id: string, above: readonly string[]): void {
    const given = this.givenFiles.size > 0 ? this.givenFiles.get(path) : undefined;
    const names = given ? [...above, ...given] : above;
    if (given) this.givenFiles.delete(path);
    const file = names.length > 1 ? [...names].sort(byCodePoint)[0] : (names[0] ?? id);
    const source = this.source?.exec(id)?.groups?.source ?? (parentOf(id) || basename(this.task.root));
    this.articles.push({ path, file, id, source, reported: names.length > 0 });
  }
}

/** Links to files count, and so do those to nothing, which then can't be read. Links to folders don't: they may go in circles. */
function isFile(within: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(within + entry.name).isFile();
  } catch {
    return true;
  }
}
