import { closeSync, mkdirSync, openSync, readdirSync, rmdirSync, statSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { reasonOf, UserError } from '../engine/errors';

/** A process at work in a folder is an empty file there, whose name says which process on which machine. */
const nameOf = (host: string, pid: number): string => `lock.${host}.${pid}`;
const NAME = /^lock\.(.+)\.(\d+)$/;
const HOST = hostname().replace(/[^\w-]/g, '_') || 'localhost';

/** Times that the folder is made anew where another process, in going, took it away between two steps. */
const TRIES = 5;

/** A folder that this process alone works in. */
export class Lock {
  private constructor(
    private readonly folder: string,
    private readonly own: string,
    /** Processes that died in the folder, the last ones to leave it. */
    readonly dead: readonly number[],
  ) {}

  /**
   * Takes a folder, and makes it if need be. Throws an error that names the process if another one is at work there. Of two
   * that come at the same moment each may see the other, so that neither gets it; never both.
   */
  static take(folder: string, cwd: string): Lock {
    const own = nameOf(HOST, process.pid);
    const dead: number[] = [];
    try {
      if (!create(folder, own)) {
        // A process that had this one's number didn't get to its end.
        dead.push(process.pid);
      }
      const lock = new Lock(folder, own, dead);
      for (const name of readdirSync(folder)) {
        const [, host, pid] = NAME.exec(name) ?? [];
        if (host === undefined || name === own) continue;
        if (host === HOST && !isAlive(Number(pid))) {
          remove(join(folder, name));
          dead.push(Number(pid));
        } else {
          const time = timeOf(join(folder, name));
          lock.release();
          throw new UserError('locked', {
            folder: relative(cwd, dirname(dirname(folder))) || '.',
            pid,
            host,
            time,
            file: join(relative(cwd, folder), name),
          });
        }
      }
      return lock;
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw new UserError('unwritable', { path: relative(cwd, folder), reason: { key: reasonOf(error) } });
    }
  }

  /** Leaves the folder; it goes, with the one it is in, if there is nothing in them. */
  release(): void {
    remove(join(this.folder, this.own));
    try {
      rmdirSync(this.folder);
      rmdirSync(dirname(this.folder));
    } catch {
      // They hold something.
    }
  }
}

/** Whether some process holds the folder now. */
export function isLocked(folder: string): boolean {
  try {
    const owners = readdirSync(folder).map((name) => NAME.exec(name) ?? []);
    return owners.some(([, host, pid]) => host !== undefined && (host !== HOST || isAlive(Number(pid))));
  } catch {
    return false;
  }
}

/** Makes a file in a folder; false where it is there already. */
function create(folder: string, name: string): boolean {
  for (let tries = 1; ; tries++) {
    mkdirSync(folder, { recursive: true });
    try {
      closeSync(openSync(join(folder, name), 'wx'));
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return false;
      if (code !== 'ENOENT' || tries === TRIES) throw error;
    }
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone already.
  }
}

function timeOf(path: string): string {
  const { mtime } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return (mtime ?? new Date()).toISOString();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
