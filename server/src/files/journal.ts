import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { version } from '../../../package.json';
import { reasonOf, UserError } from '../engine/errors';
import { type ChangedFile, type Event, isEnd, lineOf, parseRun, type Run, type RunHead, readLine, serialiseRun, takeBack } from '../engine/journal';
import { phrase } from '../engine/message';
import { byCodePoint } from '../engine/order';
import { MEMORY } from './decisions';
import { decode } from './decode';
import { configuredRoot } from './find';
import { isWithin } from './paths';
import { hashOf, removeTemporaries, WholeFile, withMark } from './store';

const FOLDER = 'journal';
const SUFFIX = '.jsonl';

/** The folder that holds `.corpuslint`, for somebody who works in `folder`: that of the corpus, unless what was done there is remembered right here. */
export function homeOf(folder: string): string {
  return existsSync(join(folder, MEMORY, FOLDER)) ? folder : (configuredRoot(folder) ?? folder);
}

/** How a file is found. `gone`: it isn't there; `foreign`: somebody else has written it. */
export type Standing = 'before' | 'after' | 'gone' | 'foreign';

/** What was done by fixes to what belongs to one `.corpuslint`: a file a run, which is there, whole, before an article is written. */
export class Journal {
  readonly folder: string;

  constructor(
    /** The folder that holds `.corpuslint`. */
    readonly home: string,
    /** Where people are, who know paths from there. */
    readonly cwd: string,
  ) {
    this.folder = join(home, MEMORY, FOLDER);
  }

  /** The runs, latest first. */
  runs(): string[] {
    try {
      const names = readdirSync(this.folder).filter((name) => name.endsWith(SUFFIX));
      return names.map((name) => name.slice(0, -SUFFIX.length)).sort((a, b) => byCodePoint(b, a));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw new UserError('unreadable', { path: this.nameOf(this.folder), reason: { key: reasonOf(error) } });
    }
  }

  /** Those that don't say how they ended, or whether they were taken back. */
  unfinished(): string[] {
    return this.runs().filter((run) => !isEnd(lastLine(this.pathOf(run))));
  }

  /** Reads a run. Throws an error that names the line where it isn't as it should be, or the place that it must not lead to. */
  read(run: string): Run {
    const path = this.pathOf(run);
    const read = parseRun(this.textOf(path), this.nameOf(path), version);
    // What somebody else's journal says is followed within the corpus that it came with, and nowhere else.
    const outside = read.head.place === this.place() ? undefined : this.findOutside(read);
    if (outside !== undefined) {
      throw new UserError('at-place', { place: `${this.nameOf(path)}:1`, what: phrase('copied-journal', { path: outside }) });
    }
    return read;
  }

  /** What a run speaks of that isn't below the folder of `.corpuslint`, or is a link to elsewhere. */
  private findOutside(run: Run): string | undefined {
    const root = this.rootOf(run);
    if (!isWithin(root, this.home)) return root;
    const home = realpathSync(this.home);
    const paths = [...run.files.keys()].map((file) => this.locate(run, file));
    return paths.find((path) => existsSync(path) && !isWithin(realpathSync(path), home));
  }

  /** Where a file of a run is. */
  locate(run: Run, file: string): string {
    return join(this.rootOf(run), ...file.split('/'));
  }

  /** How people know a path. */
  nameOf(path: string): string {
    return (relative(this.cwd, path) || '.').split(sep).join('/');
  }

  /** Writes down what is about to be done to files below `root`, and returns the run. Needs the lock. */
  begin(root: string, command: readonly string[], files: readonly ChangedFile[]): string {
    const now = new Date();
    const run = this.freeName(now);
    const path = this.pathOf(run);
    const head: RunHead = {
      run,
      time: now.toISOString(),
      version,
      command,
      root: isWithin(root, this.home) ? relative(this.home, root).split(sep).join('/') : root,
      place: this.place(),
      articles: files.length,
      pid: process.pid,
    };
    this.guard(path, () => {
      // What was done on one machine is of no use on another.
      if (!existsSync(join(this.folder, '.gitignore'))) writeWhole(join(this.folder, '.gitignore'), ['*\n']);
      writeWhole(path, serialiseRun(head, files));
      syncFolder(this.folder);
    });
    return run;
  }

  /** Adds to a journal, in place of what may have been cut off at its end. Needs the lock. */
  append(run: string, ...events: readonly Event[]): void {
    const path = this.pathOf(run);
    this.guard(path, () => {
      const handle = openSync(path, 'r+');
      try {
        const bytes = readFileSync(path);
        const tail = bytes.lastIndexOf(0x0a) + 1;
        const whole = readLine(bytes.subarray(tail).toString()) !== null;
        const end = whole ? bytes.length : tail;
        ftruncateSync(handle, end);
        const added = Buffer.from((whole ? '\n' : '') + events.map(lineOf).join(''));
        for (let at = 0; at < added.length; ) at += writeSync(handle, added, at, added.length - at, end + at);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    });
  }

  /** How a file of a run stands now; what can't be read isn't known to be anybody's. */
  standing(run: Run, changed: ChangedFile): Standing {
    try {
      return this.look(run, changed).standing;
    } catch {
      return 'foreign';
    }
  }

  /** Takes the changes of a run to a file back, if it is as the run left it, and says how it stood. */
  restore(run: Run, changed: ChangedFile): Standing {
    const { standing, bytes } = this.look(run, changed);
    if (standing !== 'after') return standing;
    const decoded = decode(bytes);
    const text = 'fault' in decoded ? null : takeBack(decoded.text, changed.changes);
    const restored = withMark(text ?? '', 'mark' in decoded && decoded.mark);
    // Changes that don't lead back to the very bytes aren't those that led here.
    if (hashOf(restored) !== changed.before) return 'foreign';
    writeWhole(this.locate(run, changed.file), [restored]);
    return 'after';
  }

  private look(run: Run, { file, before, after }: ChangedFile): { standing: Standing; bytes: Buffer } {
    try {
      const bytes = readFileSync(this.locate(run, file));
      const hash = hashOf(bytes);
      return { standing: hash === before ? 'before' : hash === after ? 'after' : 'foreign', bytes };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return { standing: 'gone', bytes: Buffer.alloc(0) };
      throw error;
    }
  }

  /** Removes what processes that died at it left beside the articles of a run. */
  tidy(run: Run): void {
    const folders = new Set<string>();
    for (const file of run.files.keys()) {
      try {
        folders.add(dirname(realpathSync(this.locate(run, file))));
      } catch {
        // It is gone, and nobody writes it.
      }
    }
    for (const pid of run.pids) removeTemporaries([...folders, this.folder], pid);
  }

  private rootOf({ head: { root } }: Run): string {
    return isAbsolute(root) ? resolve(root) : resolve(this.home, root);
  }

  private pathOf(run: string): string {
    return join(this.folder, run + SUFFIX);
  }

  private textOf(path: string): string {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      throw new UserError('unreadable', { path: this.nameOf(path), reason: { key: reasonOf(error) } });
    }
  }

  /** `20310411-093015`, or with a counter if there is one already. */
  private freeName(now: Date): string {
    const second = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
    for (let count = 1; ; count++) {
      const run = count === 1 ? second : `${second}-${String(count).padStart(2, '0')}`;
      if (!existsSync(this.pathOf(run))) return run;
    }
  }

  /** What the system knows the folder by. */
  private place(): string {
    return String(statSync(this.folder, { bigint: true }).ino);
  }

  private guard(path: string, action: () => void): void {
    try {
      action();
    } catch (error) {
      throw new UserError('unwritable', { path: this.nameOf(path), reason: { key: reasonOf(error) } });
    }
  }
}

/** UTF-8 bytes that the last line of a finished journal is shorter than. */
const TAIL = 1 << 10;

/** The last whole line of a file; empty where there is none in its last bytes. */
function lastLine(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(TAIL);
    const size = statSync(path).size;
    const length = readSync(handle, bytes, 0, TAIL, Math.max(0, size - TAIL));
    return bytes.subarray(0, length).toString().split('\n').at(-2) ?? '';
  } finally {
    closeSync(handle);
  }
}

function writeWhole(path: string, pieces: Iterable<string>): void {
  const file = new WholeFile(path);
  for (const piece of pieces) file.write(piece);
  file.commit();
}

/** Makes sure that new names in a folder outlive a power cut, where the system can. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows opens no folders.
  }
}
