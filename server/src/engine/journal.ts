import { sep } from 'node:path';
import type { Phrase } from '../rules/phrase';
import { UserError } from './errors';
import type { Change } from './fix';
import { phrase } from './message';

/** How a journal of a run begins. */
export interface RunHead {
  /** Sorts by time: `20310411-093015`, with a counter behind it if that is taken. */
  readonly run: string;
  readonly time: string;
  /** Of the program. */
  readonly version: string;
  readonly command: readonly string[];
  /** The folder that `file` of every change starts from: relative to the one that holds `.corpuslint`, absolute if it lies outside. */
  readonly root: string;
  /** What the system knows the journal's folder by: it tells a copy of it. */
  readonly place: string;
  /** How many articles the run was to write. */
  readonly articles: number;
  /** The process that wrote them. */
  readonly pid: number;
}

/** What a run did to an article. */
export interface ChangedFile {
  /** Path from the root of the run, joined with `/`. */
  readonly file: string;
  /** Hashes of its bytes. */
  readonly before: string;
  readonly after: string;
  /** One after another. */
  readonly changes: readonly Change[];
}

/** An article that the run left as it was, because somebody else had changed it or the system refused. */
type Left = { readonly run: string; readonly left: string };
/** The end of the run, or what was found later of one that had none: so many files are as it wrote them. */
type Ended = { readonly run: string; readonly ended: string; readonly written: number; readonly interrupted?: true };
/** Somebody begins to take it back. */
type Undoing = { readonly run: string; readonly undoing: string; readonly pid: number };
/** It was taken back but for so many files. */
type Undone = { readonly run: string; readonly undone: string; readonly restored: number; readonly refused: number };
/** What a journal tells after the changes. */
export type Event = Left | Ended | Undoing | Undone;

/** A journal as it was read. */
export interface Run {
  readonly head: RunHead;
  /** By path. */
  readonly files: ReadonlyMap<string, ChangedFile>;
  readonly left: ReadonlySet<string>;
  /** The last of its kind; null if there was none. */
  readonly ended: Ended | null;
  readonly undone: Undone | null;
  /** Processes that wrote articles. */
  readonly pids: ReadonlySet<number>;
}

/** The text of a journal, in pieces: a line about the run, then a line a change. */
export function* serialiseRun(head: RunHead, files: Iterable<ChangedFile>): Generator<string> {
  const { run, time, version } = head;
  yield lineOf(head);
  for (const { file, before, after, changes } of files) {
    yield changes.map((change) => lineOf({ run, time, version, file, before, after, ...change })).join('');
  }
}

/** A line of a journal, with its end. */
export const lineOf = (value: object): string => `${JSON.stringify(value)}\n`;

/** A line of a journal without its end, or null if it is broken. */
export function readLine(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Whether a journal that ends with this line says how it ended. */
export function isEnd(line: string): boolean {
  const value = readLine(line);
  return value !== null && ('ended' in value || 'undone' in value);
}

const text = (value: unknown): boolean => typeof value === 'string';
const count = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const hash = (value: unknown): boolean => text(value) && /^[0-9a-f]{64}$/.test(value as string);
const words = (value: unknown): boolean => Array.isArray(value) && value.every(text);
/** No `..`, nothing absolute: a journal may not lead out of its corpus. */
const path = (value: unknown): boolean => text(value) && (value as string).split(SEPARATORS).every((part) => !/^\.{0,2}$|\0/.test(part));
const SEPARATORS = sep === '/' ? '/' : /[\\/]/;

/** What each kind of line must hold, by the key that it is known by. */
const LINES: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  command: { run: text, time: text, version: text, command: words, root: text, place: text, articles: count, pid: count },
  file: { run: text, time: text, version: text, file: path, before: hash, after: hash, rule: text, start: count, end: count, old: text, new: text },
  left: { run: text, left: path },
  ended: { run: text, ended: text, written: count },
  undoing: { run: text, undoing: text, pid: count },
  undone: { run: text, undone: text, restored: count, refused: count },
};

/**
 * Reads a journal, which people know as `name`. A last line that was cut off is as good as none; anything else that isn't
 * as it should be throws an error that names the line. `version` is that of this program: what a newer one wrote is left to it.
 */
export function parseRun(journal: string, name: string, version: string): Run {
  const lines = journal.split('\n');
  const last = lines.pop()!;
  if (readLine(last)) lines.push(last);
  const files = new Map<string, Collected>();
  const read: { head?: RunHead; ended?: Ended; undone?: Undone } = {};
  const left = new Set<string>();
  const pids = new Set<number>();
  for (const [i, line] of lines.entries()) {
    const value = readLine(line);
    const mistake = value && mistakeIn(value, i, version);
    if (!value || mistake) throw new UserError('at-place', { place: `${name}:${i + 1}`, what: mistake || phrase('broken-journal') });
    if (typeof value.pid === 'number') pids.add(value.pid);
    if ('file' in value) takeIn(files, value as unknown as ChangedFile & Change);
    else if ('left' in value) left.add(value.left as string);
    else if ('command' in value) read.head = value as unknown as RunHead;
    else if ('ended' in value) read.ended = value as unknown as Ended;
    else if ('undone' in value) read.undone = value as unknown as Undone;
  }
  const { head, ended = null, undone = null } = read;
  if (!head) throw new UserError('at-place', { place: `${name}:1`, what: phrase('broken-journal') });
  return { head, files, left, ended, undone, pids };
}

/** What is wrong with a line (`place` counted from 0), or undefined. */
function mistakeIn(value: Readonly<Record<string, unknown>>, place: number, version: string): Phrase | undefined {
  if (isNewer(String(value.version), version)) return phrase('newer-journal', { theirs: String(value.version), ours: version });
  const kind = Object.keys(LINES).find((key) => key in value);
  if (kind === undefined || (kind === 'command') !== (place === 0)) return phrase('unknown-line');
  for (const [key, isRight] of Object.entries(LINES[kind])) {
    if (!(key in value)) return phrase('is-missing', { key });
    if (!isRight(value[key])) return isRight === path ? phrase('leads-out', { path: String(value[key]) }) : phrase('is-wrong', { key });
  }
  if (kind === 'file' && (value.end as number) - (value.start as number) !== (value.old as string).length) return phrase('is-wrong', { key: 'end' });
  return undefined;
}

type Collected = ChangedFile & { readonly changes: Change[] };

/** Adds a change to its file. That it leads from one hash to the other shows when it is taken back. */
function takeIn(files: Map<string, Collected>, { file, before, after, rule, start, end, old, new: written }: ChangedFile & Change): void {
  const known = files.get(file);
  const change = { rule, start, end, old, new: written };
  if (known) known.changes.push(change);
  else files.set(file, { file, before, after, changes: [change] });
}

/** Whether `a` is a later version than `b`. */
function isNewer(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split(/[.+-]/).map(Number));
  const at = [0, 1, 2].find((i) => left[i] !== right[i]);
  // What is no version at all is no later one.
  return at !== undefined && left[at] > right[at];
}

/** The text as it was before the changes, or null if they don't lead to this one. */
export function takeBack(text: string, changes: readonly Change[]): string | null {
  let current: string | null = text;
  for (let end = changes.length; end > 0 && current !== null; ) {
    let start = end - 1;
    // Changes that went from the end of the text to its beginning are taken back in one go.
    while (start > 0 && changes[start].end <= changes[start - 1].start) start--;
    current = takeRoundBack(current, changes.slice(start, end).reverse());
    end = start;
  }
  return current;
}

/** Takes changes back whose places were those of one text. They are in its order. */
function takeRoundBack(text: string, changes: readonly Change[]): string | null {
  let result = '';
  let at = 0;
  let shift = 0;
  for (const { start, old, new: written } of changes) {
    const place = start + shift;
    if (place < at || !text.startsWith(written, place) || place > text.length) return null;
    result += text.slice(at, place) + old;
    at = place + written.length;
    shift += written.length - old.length;
  }
  return result + text.slice(at);
}
