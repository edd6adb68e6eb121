import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { type Article, createArticle, createFaultyArticle } from '../text/article';
import { decode } from './decode';
import { reasonOf, UserError } from './errors';
import type { ArticleFile } from './find';

/** Reads an article. What can't be opened or isn't text becomes an article with a fault, never an exception. */
export function readArticle({ path, id, source }: Pick<ArticleFile, 'path' | 'id' | 'source'>): Article {
  try {
    const decoded = decode(readFileSync(path));
    return 'fault' in decoded ? createFaultyArticle(id, source, decoded.fault) : createArticle(id, source, decoded.text);
  } catch (error) {
    return createFaultyArticle(id, source, { kind: 'unreadable', detail: reasonOf(error), line: 0 });
  }
}

/**
 * Writes an article whose text was `before`: whole or not at all, with its byte order mark, mode and, where the system
 * lets us, its owner kept. Where the file no longer says `before`, nothing is written and the answer is false.
 */
export function writeArticle({ path }: Pick<ArticleFile, 'path'>, before: string, after: string): boolean {
  const decoded = decode(readFileSync(path));
  if ('fault' in decoded || decoded.text !== before) return false;
  const file = new WholeFile(path);
  file.write(decoded.mark ? `\uFEFF${after}` : after);
  file.commit();
  return true;
}

/** Whether a file begins with a byte order mark. */
export function hasMark(path: string): boolean {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(3);
    return readSync(handle, bytes) === 3 && bytes.toString() === '\uFEFF';
  } finally {
    closeSync(handle);
  }
}

/** How the names of this process's temporary files begin, whatever its thread; files whose names begin with a dot are no articles. */
const TEMPORARY = `.corpuslint-${process.pid}-`;
let count = 0;

/**
 * A file that comes to be in one step: everything goes to a temporary file beside it, which takes its place at the end
 * and goes away where that is never reached. A symbolic link stays and what it points to is replaced; what isn't a file,
 * such as a pipe, is written to as it is.
 */
export class WholeFile {
  private readonly target: string;
  private readonly temporary: string | null;
  private handle: number;

  constructor(path: string) {
    const present = statSync(path, { throwIfNoEntry: false });
    if (present?.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
    // To replace a file takes a right on its folder alone; one that is marked read-only is to stay as it is.
    if (present) accessSync(path, constants.W_OK);
    this.target = present ? realpathSync(path) : path;
    this.temporary = present && !present.isFile() ? null : join(dirname(this.target), `${TEMPORARY}${threadId}-${++count}`);
    this.handle = openSync(this.temporary ?? this.target, this.temporary ? 'wx' : 'w');
    unfinished.add(this);
    if (present && this.temporary) this.guard(() => takeAfter(this.handle, present));
  }

  write(text: string): void {
    this.guard(() => {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at);
    });
  }

  commit(): void {
    this.guard(() => {
      if (this.temporary) fsyncSync(this.handle);
      this.close();
      if (this.temporary) renameSync(this.temporary, this.target);
      unfinished.delete(this);
    });
  }

  /** Leaves everything as it was. */
  discard(): void {
    if (!unfinished.delete(this)) return;
    this.close();
    try {
      if (this.temporary) unlinkSync(this.temporary);
    } catch {
      // It is gone already, or the folder is.
    }
  }

  private close(): void {
    if (this.handle >= 0) closeSync(this.handle);
    this.handle = -1;
  }

  private guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.discard();
      throw error;
    }
  }
}

const unfinished = new Set<WholeFile>();

/** For the end of a process: discards what was begun and not committed. */
export function discardUnfinished(): void {
  for (const file of [...unfinished]) file.discard();
}

/** Removes what other threads of this process left behind in these folders, when they were ended in the middle of a write. */
export function removeTemporaries(folders: Iterable<string>): void {
  for (const folder of folders) {
    try {
      for (const name of readdirSync(folder)) if (name.startsWith(TEMPORARY)) unlinkSync(join(folder, name));
    } catch {
      // What can't be listed can't be written to either, or somebody else was quicker.
    }
  }
}

/** Gives an open file the mode and the owner of another; to give files away takes a right that most don't have. */
function takeAfter(handle: number, { mode, uid, gid }: { mode: number; uid: number; gid: number }): void {
  try {
    fchownSync(handle, uid, gid);
  } catch {
    // Ours then.
  }
  fchmodSync(handle, mode & 0o7777);
}

/** Writes a file that must not be there yet. */
export const createFile = (path: string, text: string): void => writeFileSync(path, text, { flag: 'wx' });

/** Reads a small text file that a person wrote, such as a configuration; null where there is none. */
export function readText(path: string, name: string): string | null {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UserError(`${name}: ${reasonOf(error)}`);
  }
  const decoded = decode(bytes);
  if ('fault' in decoded) throw new UserError(`${name}:${decoded.fault.line + 1}: not UTF-8 (${decoded.fault.detail})`);
  return decoded.text;
}
