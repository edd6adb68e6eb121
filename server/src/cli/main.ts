import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import { reasonOf, UserError } from '../engine/errors';
import { type Language, phrase } from '../engine/message';
import { discardUnfinished } from '../files/store';
import type { Phrase } from '../rules/phrase';
import { addCheck } from './check';
import { addExplain } from './explain';
import { addExplainPair } from './explain-pair';
import { helpIn, usage } from './help';
import { addInit } from './init';
import { languageOf } from './language';
import { addLeftovers } from './leftovers';
import { addLog } from './log';
import { addLsp } from './lsp';
import { addNames } from './names';
import { addRules } from './rules';
import { Interrupted } from './run';
import { addStyle } from './style';
import { complain, complainIn } from './terminal';
import { addUndo } from './undo';

/** The status of wrong usage, wrong configuration and paths that can't be read. */
const USAGE = 2;

/** Runs the command line and returns its exit status. Whatever goes wrong, a person reads one line. */
export async function main(args: readonly string[]): Promise<number> {
  process.on('exit', discardUnfinished);
  const language = languageOf(args, process.env);
  process.on('uncaughtException', (error) => process.exit(tell(error, language)));
  let status = 0;
  const program = new Command('corpuslint')
    .description('Checks and cleans corpora of article text: site leftovers, names spelt two ways, quotation marks, hidden characters.')
    .version(version)
    .exitOverride()
    .configureHelp(helpIn(language))
    .configureOutput({ outputError: () => {} });
  const done = (result: number): void => {
    status = result;
  };
  for (const add of [addCheck, addUndo, addLog, addNames, addLeftovers, addStyle, addExplain, addExplainPair, addRules, addInit, addLsp])
    add(program, done, language);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    return tell(error, language);
  }
}

/** Tells of an error and returns the exit status that it stands for. */
function tell(error: unknown, language: Language): number {
  if (error instanceof Interrupted) return error.status;
  if (error instanceof CommanderError) {
    // Help and version are no errors; help that nobody asked for has been printed.
    if (error.exitCode === 0) return 0;
    if (error.code !== 'commander.help') complainIn(usage(error.message, language), language);
    return USAGE;
  }
  if (process.env.CORPUSLINT_DEBUG) console.error(error);
  if (error instanceof UserError) for (const each of [error, ...error.others]) complain(each.phrase, language);
  else if (isSystemError(error)) complain(systemError(error), language);
  else complain(phrase('unexpected', { error: firstLine(error) }), language);
  return USAGE;
}

function systemError(error: NodeJS.ErrnoException): Phrase {
  const reason = { key: reasonOf(error) };
  return error.path ? phrase('system-error', { reason, path: error.path }) : reason;
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).errno === 'number';

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0].replace(/\.$/, '');
