import { mkdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Decided, type Decision, parseDecisions, serialiseDecisions } from '../engine/decisions';
import { reasonOf, UserError } from '../engine/errors';
import { byCodePoint } from '../engine/order';
import { createFile, readText, WholeFile } from './store';

/** The folder of what is remembered of a corpus: beside its configuration, else in the current folder. */
export const MEMORY = '.corpuslint';

const NAME = 'decisions.jsonl';
/** Lines that two people added are both meant: git needn't ask. */
const ATTRIBUTES = `${NAME} text eol=lf merge=union\n`;

/** The decisions file of a corpus as people know it. `home` is the folder that holds `.corpuslint`. */
export const decisionsName = (home: string, cwd: string): string =>
  relative(cwd, join(home, MEMORY, NAME))
    .split(sep)
    .join('/');

/** What was decided for a corpus; nothing where there is no such file. Throws a `ConfigError` where it is broken. */
export function readDecisions(home: string, cwd: string): Decided[] {
  const name = decisionsName(home, cwd);
  return parseDecisions(readText(join(home, MEMORY, NAME), name) ?? '', name);
}

/** Decisions to write, by the folder that holds `.corpuslint`: what becomes of those that stand there now. */
export type Changes = ReadonlyMap<string, (now: readonly Decision[]) => readonly Decision[]>;

/** Changes decisions files: all of them, each whole, or none. One that stays as it is isn't written. */
export function changeDecisions(changes: Changes, cwd: string): void {
  const files: WholeFile[] = [];
  let name = '';
  try {
    for (const [home, change] of changes) {
      name = decisionsName(home, cwd);
      const before = readText(join(home, MEMORY, NAME), name) ?? '';
      const after = serialiseDecisions(change(parseDecisions(before, name).map(({ decision }) => decision)));
      parseDecisions(after, name);
      if (after === before) continue;
      mkdirSync(join(home, MEMORY), { recursive: true });
      const file = new WholeFile(join(home, MEMORY, NAME));
      files.push(file);
      file.write(after);
      createOnce(join(home, MEMORY, '.gitattributes'), ATTRIBUTES);
    }
    for (const file of files) file.commit();
  } catch (error) {
    for (const file of files) file.discard();
    if (error instanceof UserError) throw error;
    throw new UserError('unwritable', { path: name, reason: { key: reasonOf(error) } });
  }
}

/** Where decisions go that meet nothing. */
const ASIDE = 'pruned.jsonl';

/** The file of decisions that were set aside, as people know it. */
export const asideName = (home: string, cwd: string): string =>
  relative(cwd, join(home, MEMORY, ASIDE))
    .split(sep)
    .join('/');

/** Adds lines of decisions to those that were set aside: whoever needs one again moves it back. */
export function setAside(home: string, lines: Iterable<string>, cwd: string): void {
  const name = asideName(home, cwd);
  try {
    const before = (readText(join(home, MEMORY, ASIDE), name) ?? '').split('\n').filter((line) => line !== '');
    const file = new WholeFile(join(home, MEMORY, ASIDE));
    for (const line of [...new Set([...before, ...lines])].sort(byCodePoint)) file.write(`${line}\n`);
    file.commit();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('unwritable', { path: name, reason: { key: reasonOf(error) } });
  }
}

function createOnce(path: string, text: string): void {
  try {
    createFile(path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Who decides, as far as the system knows, and when. */
export function aboutNow(): Pick<Decision, 'by' | 'at'> {
  const { USER, LOGNAME, USERNAME } = process.env;
  const by = USER || LOGNAME || USERNAME;
  return { ...(by && { by }), at: new Date().toISOString().slice(0, 10) };
}
