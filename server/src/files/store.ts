import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { reasonOf, UserError } from '../engine/errors';
import { phrase } from '../engine/message';
import { type Article, createArticle, createFaultyArticle, type Fault } from '../text/article';
import type { ArticleFile } from './articles';
import { type Decoded, decode } from './decode';
import { isLink } from './paths';

/** Reads an article. What can't be opened or isn't text becomes an article with a fault, never an exception. */
export const readArticle = (file: Named): Article => articleFrom(file, readDecoded(file));

type Named = Pick<ArticleFile, 'path' | 'id' | 'source'>;

/** The text of a file, or why it has none; never an exception. */
export function readDecoded({ path }: Pick<ArticleFile, 'path'>): Decoded {
  try {
    return decode(readFileSync(path));
  } catch (error) {
    return { fault: { kind: 'unreadable', detail: reasonOf(error), line: 0 } };
  }
}

/** The article that a file holds. */
export const articleFrom = ({ id, source }: Named, decoded: Decoded): Article =>
  'fault' in decoded ? createFaultyArticle(id, source, decoded.fault) : createArticle(id, source, decoded.text);

/** Why a file is no text; undefined where it is, or isn't there. */
export function faultOf(path: string): Fault | undefined {
  try {
    const decoded = decode(readFileSync(path));
    return 'fault' in decoded ? decoded.fault : undefined;
  } catch {
    return undefined;
  }
}

/** What identifies the bytes of a file: their SHA-256, in hexadecimal digits. Text is taken as UTF-8. */
export const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A text as it stands in a file. */
export const withMark = (text: string, mark: boolean): string => (mark ? `\uFEFF${text}` : text);

/** What is to be written in the place of what stands in a file now. */
export interface Replacement {
  /** Hash of the bytes that stand there. */
  readonly before: string;
  readonly text: string;
  /** A byte order mark goes before the text. */
  readonly mark: boolean;
}

/**
 * Writes an article: whole or not at all, with its mode and, where the system lets us, its owner kept. Where the file no
 * longer holds the bytes that it is said to, nothing is written and the answer is false.
 */
export function writeArticle({ path }: Pick<ArticleFile, 'path'>, { before, text, mark }: Replacement): boolean {
  if (hashOf(readFileSync(path)) !== before) return false;
  const file = new WholeFile(path);
  file.write(withMark(text, mark));
  file.commit();
  return true;
}

/** Whether a file begins with a byte order mark; one that can't be read doesn't. */
export function hasMark(path: string): boolean {
  try {
    const handle = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(3);
      return readSync(handle, bytes) === 3 && bytes.toString() === '\uFEFF';
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}

/** How the names of a process's temporary files begin, whatever its thread; files whose names begin with a dot are no articles. */
const temporary = (pid: number): string => `.corpuslint-${pid}-`;
let count = 0;

/**
 * A file that comes to be in one step: everything goes to a temporary file beside it, which takes its place at the end
 * and goes away where that is never reached. A symbolic link stays and what it points to is replaced; what isn't a file,
 * such as a pipe, is written to as it is. A new file can take its mode and owner after another one, `like`.
 */
export class WholeFile {
  private readonly target: string;
  private readonly temporary: string | null;
  private handle: number;

  constructor(path: string, like?: Stats) {
    const present = statSync(path, { throwIfNoEntry: false });
    if (present?.isDirectory() || path.endsWith('/')) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
    // To replace a file takes a right on its folder alone; one that is marked read-only is to stay as it is.
    if (present) accessSync(path, constants.W_OK);
    this.target = present && lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
    this.temporary = present && !present.isFile() ? null : join(dirname(this.target), `${temporary(process.pid)}${threadId}-${++count}`);
    this.handle = openSync(this.temporary ?? this.target, this.temporary ? 'wx' : 'w');
    unfinished.add(this);
    const model = present ?? like;
    if (model && this.temporary) this.guard(() => takeAfter(this.handle, model));
  }

  write(content: string | Uint8Array): void {
    this.guard(() => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
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

/** Removes what threads of a process (this one, or one that is dead) left behind in these folders, when they were ended in the middle of a write. */
export function removeTemporaries(folders: Iterable<string>, pid = process.pid): void {
  for (const folder of folders) {
    try {
      for (const name of readdirSync(folder)) if (name.startsWith(temporary(pid))) unlinkSync(join(folder, name));
    } catch {
      // What can't be listed can't be written to either, or somebody else was quicker.
    }
  }
}

/** Gives an open file the mode and the owner of another; to give files away takes a right that most don't have. */
function takeAfter(handle: number, { mode, uid, gid }: { mode: number; uid: number; gid: number }): void {
  const own = fstatSync(handle);
  try {
    if (own.uid !== uid || own.gid !== gid) fchownSync(handle, uid, gid);
  } catch {
    // Ours then.
  }
  if (own.mode !== mode) fchmodSync(handle, mode & 0o7777);
}

/** Writes a file that must not be there yet. */
export const createFile = (path: string, text: string): void => writeFileSync(path, text, { flag: 'wx' });

/** Makes a folder, and those that it lies in, where they aren't there yet. */
export function createFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}

/**
 * Reads a small text file that a person wrote, such as a configuration; null where there is none. A pipe is read only where
 * somebody named it (`pipes`): else there may be nobody at its other end.
 */
export function readText(path: string, name: string, pipes = false): string | null {
  let bytes: Uint8Array;
  try {
    const stats = statSync(path);
    if (!pipes && !stats.isFile() && !stats.isDirectory())
      throw new UserError('trouble-with', { path: name, reason: phrase('it is neither a file nor a folder') });
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !isLink(path)) return null;
    throw new UserError('trouble-with', { path: name, reason: { key: reasonOf(error) } });
  }
  const decoded = decode(bytes);
  if ('fault' in decoded) throw new UserError('not-utf-8', { place: `${name}:${decoded.fault.line + 1}`, detail: { key: decoded.fault.detail } });
  return decoded.text;
}
