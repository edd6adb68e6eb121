import type { Phrase } from '../rules/phrase';
import { ConfigError } from './config';
import { phrase } from './message';
import { nearest } from './nearest';

/** What a table for people to fill in consists of. */
export interface TableShape<Column extends string> {
  readonly columns: readonly Column[];
  /** Without these a row says nothing. */
  readonly needed: readonly Column[];
  /** Where people answer: one of these is needed too. */
  readonly answers: readonly Column[];
}

/** A row as it was read. */
export interface TableRow<Column extends string> {
  /** The line of the table, counted from 1. */
  readonly line: number;
  /** What stands in a cell, without blanks around it; empty where the table has no such column. */
  cell(column: Column): string;
}

/** With a byte order mark, so that spreadsheets take it for what it is. */
const MARK = '\uFEFF';

/** Spreadsheets take a cell that begins so for a formula; an apostrophe before it tells them that it's text. */
const FORMULA = /^[=+\-@\t\r]/;
const ESCAPED = /^'(?=[=+\-@\t\r])/;

/** A table in CSV, for people to fill in. */
export async function writeTable(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell)));
  return MARK + stringify([[...columns], ...cells], { record_delimiter: '\r\n' });
}

/** Reads what people have filled in; they know the table as `file`. Throws a `ConfigError` that names the line. */
export async function readTable<Column extends string>(text: string, file: string, shape: TableShape<Column>): Promise<TableRow<Column>[]> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const [separator = '', delimiter] = SEPARATOR.exec(text) ?? [];
  const rows = text.slice(separator.length);
  const before = separator === '' ? 0 : 1;
  const columns = (header: string[]): string[] => {
    const names = header.map((name) => name.trim());
    const wrong = wrongHeader(names, shape);
    if (wrong) throw new ConfigError(file, before, wrong);
    return names;
  };
  // Without a line there is no header to look at.
  if (rows.trim() === '') throw new ConfigError(file, before, wrongHeader([], shape)!);
  try {
    const read = parse(rows, { columns, delimiter: delimiter ?? delimiterOf(rows), skip_empty_lines: true, info: true });
    return (read as unknown as { record: Partial<Record<Column, string>>; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines + before,
      cell: (column) => (record[column] ?? '').trim().replace(ESCAPED, ''),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ConfigError(file, Math.max(0, Number(error.lines ?? 1) - 1) + before, phrase('broken-csv', { what: { key: error.code } }));
  }
}

function wrongHeader<Column extends string>(names: readonly string[], { columns, needed, answers }: TableShape<Column>): Phrase | undefined {
  for (const [i, name] of names.entries()) {
    if (!(columns as readonly string[]).includes(name)) return phrase('unknown-column', { word: name, hint: nearest(name, columns) });
    if (names.indexOf(name) < i) return phrase('stands-twice', { key: name });
  }
  const missing = needed.find((name) => !names.includes(name));
  if (missing) return phrase('no-column', { word: missing });
  return answers.some((name) => names.includes(name)) ? undefined : phrase('no-column', { word: answers[0] });
}

/** The first line of tables that say for spreadsheets what parts their cells. */
const SEPARATOR = /^\uFEFF?sep=([,;\t|])\s*(?:\r\n|\n|\r)/i;

/** What parts the cells: spreadsheets of some countries write another sign than the comma. */
function delimiterOf(text: string): string {
  const [header] = text.split(/[\r\n]/, 1);
  return [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ',';
}

/** What a person wrote into a cell that takes one of a few words: without harakat, unseen characters, and case; blanks and hyphens are alike. */
export const plainAnswer = (said: string): string =>
  said
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
