import { lstatSync, mkdirSync, readFileSync, realpathSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { reasonOf, UserError } from '../engine/errors';
import { pathTest } from '../engine/glob';
import type { ArticleFile, CorpusFiles } from './articles';
import { commonFolder, isWithin } from './paths';
import { type Replacement, WholeFile, withMark } from './store';

/** Where cleaned copies of articles go. */
export interface Copies {
  /** Absolute: the folder that holds them. */
  readonly folder: string;
  /** Absolute: the folder of the originals that it stands for. */
  readonly base: string;
  /** Files that are there already may be replaced. */
  readonly force: boolean;
}

/**
 * Plans copies of the reported articles into `name`. Their layout is that of the corpus, and of several corpora that of the
 * folder that holds them all. Throws where a copy would stand in the place of a file (unless `force` allows it) or be an
 * article itself; nothing is written yet.
 */
export function planCopies(name: string, corpora: readonly CorpusFiles[], force: boolean, cwd: string): Copies {
  const folder = realPath(resolve(cwd, name));
  if (kindOf(folder) === 'file') throw new UserError('unwritable', { path: name, reason: { key: 'it is no folder' } });
  const base = corpora.map(({ root }) => root).reduce(commonFolder);
  const copies: Copies = { folder, base, force };
  const targets = corpora.flatMap(({ articles }) => articles.filter(({ reported }) => reported).map((file) => targetOf(copies, file)));
  for (const corpus of corpora) {
    const article = targets.find((target) => isArticle(target, corpus));
    if (article) throw new UserError('copies-within', { folder: name, root: relative(cwd, corpus.root) || '.' });
  }
  if (force || kindOf(folder) === null) return copies;
  const there = targets.filter((target) => kindOf(target) !== null);
  if (there.length > 0) throw new UserError('copies-there', { n: there.length, path: join(name, relative(folder, there[0])) });
  return copies;
}

/** Writes the copy of an article: what fixes made of it, or else its bytes as they are. Whole or not at all, with the mode of the original. */
export function writeCopy(copies: Copies, file: Pick<ArticleFile, 'path'>, fixed: Replacement | undefined): void {
  const target = targetOf(copies, file);
  const content = fixed ? withMark(fixed.text, fixed.mark) : readFileSync(file.path);
  mkdirSync(dirname(target), { recursive: true });
  // A link in the folder would lead elsewhere, to the originals even.
  if (realPath(dirname(target)) !== dirname(target)) throw new Error('a symbolic link is in the way');
  const present = kindOf(target);
  if (present !== null && !copies.force) throw Object.assign(new Error('it is there already'), { code: 'EEXIST' });
  if (present === 'link') unlinkSync(target);
  const copy = new WholeFile(target, statSync(file.path));
  copy.write(content);
  copy.commit();
}

const targetOf = ({ folder, base }: Copies, { path }: Pick<ArticleFile, 'path'>): string => join(folder, relative(base, path));

/** Whether a file at `path` would be an article of the corpus. Its ignore files aren't asked. */
function isArticle(path: string, { root, settings: { include, exclude } }: CorpusFiles): boolean {
  const real = realPath(root);
  if (!isWithin(path, real)) return false;
  const id = relative(real, path).split(sep).join('/');
  const folders = id.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  return !/(?:^|\/)\./.test(id) && pathTest(include)(id) && !folders.some(pathTest(exclude));
}

/** What stands there: a link counts as one, whatever it leads to; null if nothing does. */
function kindOf(path: string): 'folder' | 'link' | 'file' | null {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (!present) return null;
  return present.isDirectory() ? 'folder' : present.isSymbolicLink() ? 'link' : 'file';
}

/** A path without links in it, also where its end isn't there yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' || dirname(path) === path) throw new UserError('unwritable', { path, reason: { key: reasonOf(error) } });
    return join(realPath(dirname(path)), path.slice(dirname(path).length));
  }
}
