import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../engine/errors';
import type { ChangedFile, Run } from '../engine/journal';
import { grouped, inLine, isolate, type Language, phrase, say } from '../engine/message';
import { byCodePoint } from '../engine/order';
import { homeOf, Journal } from '../files/journal';
import { isLocked } from '../files/lock';
import { harmless, numbersOf, visible } from '../report/visible';
import type { Phrase } from '../rules/phrase';
import { progressOf } from './journal';
import { languageOption } from './language';
import { oneOf } from './run';
import { Terminal } from './terminal';
import { corpusOption, unknownRun } from './undo';

interface Options {
  readonly corpus: string;
  readonly format: string;
}

/** Adds the command; `done` hears the exit status. */
export function addLog(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('log')
    .description('show what runs of check --fix did, the latest first; or all that one of them did')
    .argument('[run]', 'one of them')
    .option(...corpusOption)
    .option('--format <format>', 'text or jsonl', oneOf('format', ['text', 'jsonl']), 'text')
    .addOption(languageOption())
    .action((run: string | undefined, options: Options) => done(log(run, options, language)));
}

function log(wanted: string | undefined, { corpus, format }: Options, language: Language): number {
  const terminal = new Terminal({ language });
  const cwd = process.cwd();
  const journal = new Journal(homeOf(resolve(cwd, corpus)), cwd);
  const runs = journal.runs();
  let failed = false;
  if (wanted !== undefined) {
    if (runs.length === 0) throw new UserError('nothing-recorded', { path: journal.nameOf(journal.folder) });
    if (!runs.includes(wanted)) throw unknownRun(wanted, runs);
    const run = journal.read(wanted);
    const files = [...run.files.values()].sort((a, b) => byCodePoint(a.file, b.file));
    for (const changed of files) terminal.write(format === 'jsonl' ? rowsOf(run, changed) : describeFile(journal, run, changed, language));
  } else {
    for (const name of runs) {
      try {
        const summary = summaryOf(journal, journal.read(name));
        terminal.write(format === 'jsonl' ? `${JSON.stringify(summary)}\n` : describe(summary, language));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        // One that is broken hides no other.
        terminal.complain(error.phrase);
        failed = true;
      }
    }
    if (runs.length === 0 && format === 'text')
      terminal.write(`${inLine(language, say(language, phrase('nothing-recorded', { path: journal.nameOf(journal.folder) })))}\n`);
  }
  terminal.flush();
  return failed ? 2 : 0;
}

/** A run in a line of `jsonl`. */
interface Summary {
  readonly run: string;
  readonly time: string;
  readonly version: string;
  readonly command: readonly string[];
  /** Articles that it wrote or, where it is interrupted or at work, was to write. */
  readonly articles: number;
  /** Articles that are as it wrote them; only where it was interrupted. */
  readonly written?: number;
  readonly edits: number;
  /** Edits by rule, most first. */
  readonly rules: Readonly<Record<string, number>>;
  readonly state: 'complete' | 'at-work' | 'interrupted' | 'undone';
  /** When it was taken back, and how many articles were changed since and left. */
  readonly undone?: string;
  readonly refused?: number;
}

function summaryOf(journal: Journal, run: Run): Summary {
  const { head, files, left, ended, undone } = run;
  const rules = new Map<string, number>();
  const written = [...files.values()].filter(({ file }) => !left.has(file));
  for (const { rule } of written.flatMap(({ changes }) => changes)) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  const sorted = [...rules].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b));
  const atWork = !ended && isLocked(journal.folder);
  const state = undone ? 'undone' : ended && !ended.interrupted ? 'complete' : atWork ? 'at-work' : 'interrupted';
  return {
    run: head.run,
    time: head.time,
    version: head.version,
    command: head.command,
    articles: written.length,
    ...(state === 'interrupted' && { written: progressOf(journal, run).written }),
    edits: sorted.reduce((sum, [, n]) => sum + n, 0),
    rules: Object.fromEntries(sorted),
    state,
    ...(undone && { undone: undone.undone, refused: undone.refused }),
  };
}

/** `20310411-093015  2031-04-11 09:30:15  check --fix .`, and below it what came of it. */
function describe({ run, time, command, articles, written = 0, edits, rules, state, undone, refused = 0 }: Summary, language: Language): string {
  const by = Object.entries(rules).map(([rule, n]) => `${rule} ${n}`);
  const what: Phrase = phrase('run-did', {
    edits: phrase('edits', { n: edits }),
    articles: phrase('articles', { n: articles }),
    rules: by.join(', '),
  });
  const then: Readonly<Record<Summary['state'], Phrase | null>> = {
    complete: null,
    'at-work': phrase('run-at-work'),
    interrupted: phrase('run-interrupted', { written: grouped(written) }),
    undone: phrase(refused > 0 ? 'run-undone-but' : 'run-undone', { time: minuteOf(undone ?? ''), n: refused }),
  };
  const sentences = [what, then[state]].filter((each) => each !== null).map((each) => say(language, each));
  return `${run}  ${minuteOf(time)}  ${harmless(command.join(' '))}\n    ${inLine(language, sentences.join(' '))}\n`;
}

/** `2031-04-11 09:30:15 UTC` */
const minuteOf = (time: string): string => time.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC');

/** What became of an article: a line a change, with its place in UTF-16 units. */
function describeFile(journal: Journal, run: Run, { file, changes }: ChangedFile, language: Language): string {
  const note = run.left.has(file) ? `  ${inLine(language, say(language, phrase('was-left')))}` : '';
  const lines = changes.map(
    ({ rule, start, old, new: written }) => `  ${String(start).padEnd(7)} ${rule}  ${shown(old)} → ${shown(written)}${told(old, written)}\n`,
  );
  return `${harmless(journal.nameOf(journal.locate(run, file)))}${note}\n${lines.join('')}`;
}

/** The characters by number, where the two sides look alike. */
function told(old: string, written: string): string {
  const numbers = numbersOf(old, written);
  return numbers === null ? '' : `  (${numbers})`;
}

const shown = (text: string): string => (text === '' ? '∅' : isolate(visible(text)));

function rowsOf({ head: { run, time, version } }: Run, { file, before, after, changes }: ChangedFile): string {
  return changes.map((change) => `${JSON.stringify({ run, time, version, file, before, after, ...change })}\n`).join('');
}
