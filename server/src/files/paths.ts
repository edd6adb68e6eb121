import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';

/** The path of a file within a corpus, joined with `/`. */
export const idWithin = (root: string, path: string): string => relative(root, path).split(sep).join('/');

/** Whether a folder is there now. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The deepest folder that holds both. */
export function commonFolder(a: string, b: string): string {
  let common = a;
  while (!isWithin(b, common)) common = dirname(common);
  return common;
}

/** Whether a path is a folder or lies in it; both absolute. */
export const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** The file that a path leads to; the path itself where it leads to nothing. */
export function fileOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether a path is a symbolic link, be it to nothing. */
export const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
