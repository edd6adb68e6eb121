import type { Decision } from '../engine/decisions';
import { UserError } from '../engine/errors';
import { phrase } from '../engine/message';
import { changeDecisions, decisionsName } from '../files/decisions';
import { readText } from '../files/store';
import type { Terminal } from './terminal';

/** The text of a table that somebody filled in. It is refused beside options that ask for a list. */
export function readFilledTable(path: string, { o, format }: { readonly o?: string; readonly format: string }): string {
  if (o !== undefined || format !== 'text') throw new UserError('apply-alone', { option: o === undefined ? '--format' : '-o' });
  const text = readText(path, path, true);
  if (text === null) throw new UserError('unreadable', { path, reason: phrase('no such file or folder') });
  return text;
}

/** What a table changes in the decisions of one corpus. */
export interface TableChange {
  /** The folder that holds them. */
  readonly home: string;
  /** How many answers of the table are about this corpus. */
  readonly answers: number;
  apply(now: readonly Decision[]): readonly Decision[];
}

/** Takes a table into the decisions of all corpora or, where one of them refuses, of none, and tells what was taken. */
export function applyTable(changes: readonly TableChange[], told: 'applied' | 'applied-leftovers', terminal: Terminal): void {
  changeDecisions(new Map(changes.map(({ home, apply }) => [home, apply])), process.cwd());
  for (const { home, answers } of changes) terminal.tell(phrase(told, { n: answers, path: decisionsName(home, process.cwd()) }));
  terminal.flush();
}
