import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import { reasonOf, UserError } from '../engine/errors';
import type { ChangedFile, Run } from '../engine/journal';
import { inLine, type Language, phrase, say } from '../engine/message';
import { nearest } from '../engine/nearest';
import { byCodePoint } from '../engine/order';
import { homeOf, Journal } from '../files/journal';
import { takeOver } from './journal';
import { languageOption } from './language';
import { abortOnInterrupt } from './run';
import { Terminal } from './terminal';

interface Options {
  readonly corpus: string;
  readonly quiet?: boolean;
}

/** The option of commands that look for a journal. */
export const corpusOption = ['--corpus <folder>', 'the corpus; else that of the current folder', '.'] as const;

/** Adds the command; `done` hears the exit status. */
export function addUndo(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('undo')
    .description('take a run of check --fix back, to the byte')
    .argument('[run]', 'as "corpuslint log" lists it; else the last one that was not taken back yet')
    .option(...corpusOption)
    .option('--quiet', 'no summary, notes or progress')
    .addOption(languageOption())
    .action(async (run: string | undefined, options: Options) => done(await undo(run, options, language)));
}

/** Restores what is as the run left it, and names what isn't. Articles stand for themselves: one that was changed since holds up no other. */
async function undo(wanted: string | undefined, options: Options, language: Language): Promise<number> {
  const terminal = new Terminal({ ...options, language });
  const signal = abortOnInterrupt();
  const cwd = process.cwd();
  const journal = new Journal(homeOf(resolve(cwd, options.corpus)), cwd);
  if (journal.runs().length === 0) throw new UserError('nothing-recorded', { path: journal.nameOf(journal.folder) });
  const lock = takeOver(journal, terminal);
  try {
    const [name, run] = choose(journal, wanted);
    journal.append(name, { run: name, undoing: new Date().toISOString(), pid: process.pid });
    const came = { restored: 0, already: 0, refused: 0, failed: 0 };
    const files = [...run.files.values()].filter(({ file }) => !run.left.has(file)).sort((a, b) => byCodePoint(a.file, b.file));
    for (const [i, changed] of files.entries()) {
      came[restore(journal, run, changed, terminal)]++;
      terminal.progress(i, files.length);
      // Lets an interrupt have its turn.
      if (i % 20 === 0) await setImmediate();
      signal.throwIfAborted();
    }
    // What wasn't taken back at all, or may be yet, is the next one again.
    const kept = came.failed > 0 || (came.refused > 0 && came.restored === 0);
    const now = new Date().toISOString();
    if (kept) journal.append(name, { run: name, ended: now, written: came.failed + came.refused });
    else journal.append(name, { run: name, undone: now, restored: came.restored, refused: came.refused });
    if (!options.quiet) {
      const sentences = [phrase('restored', { run: name, n: came.restored })];
      if (came.already > 0) sentences.push(phrase('restored-before', { n: came.already }));
      terminal.write(`${inLine(language, sentences.map((sentence) => say(language, sentence)).join(' '))}\n`);
    }
    terminal.flush();
    return came.refused + came.failed > 0 ? 2 : 0;
  } finally {
    lock.release();
  }
}

/** The run of that name, or the last one that wasn't taken back. */
function choose(journal: Journal, wanted: string | undefined): readonly [string, Run] {
  const runs = journal.runs();
  if (wanted !== undefined) {
    if (!runs.includes(wanted)) throw unknownRun(wanted, runs);
    return [wanted, journal.read(wanted)];
  }
  for (const name of runs) {
    const run = journal.read(name);
    if (!run.undone) return [name, run];
  }
  throw new UserError('all-undone', { path: journal.nameOf(journal.folder) });
}

/** Runs named in an error; the latest. */
const SHOWN = 5;

/** The error of a run that isn’t among `runs`. */
export function unknownRun(wanted: string, runs: readonly string[]): UserError {
  const words = runs.slice(0, SHOWN).join(', ');
  return new UserError('unknown-run', { word: wanted, hint: nearest(wanted, runs) || phrase('there-are', { words }) });
}

/** Restores an article and says what came of it; what hinders it is told. */
function restore(journal: Journal, run: Run, changed: ChangedFile, terminal: Terminal): 'restored' | 'already' | 'refused' | 'failed' {
  const path = journal.nameOf(journal.locate(run, changed.file));
  try {
    const standing = journal.restore(run, changed);
    if (standing === 'after') return 'restored';
    if (standing === 'before') return 'already';
    terminal.complain(phrase(standing === 'gone' ? 'gone-since' : 'changed-since', { path }));
    return 'refused';
  } catch (error) {
    terminal.complain(phrase('unwritable', { path, reason: { key: reasonOf(error) } }));
    return 'failed';
  }
}
