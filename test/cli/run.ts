import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** The bundle under test; another than that of the build can be named. */
const BUNDLE = resolve(process.env.CORPUSLINT_BUNDLE ?? 'dist/server.js');

/** Somebody without rights. */
const NOBODY = 65534;

export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** As a user whom permissions bind, also where the tests run as root. */
  readonly unprivileged?: boolean;
}

/** Runs the command line to its end. */
export function corpuslint(args: readonly string[], { cwd, env, unprivileged }: RunOptions = {}): Result {
  const user = unprivileged && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, ...args], {
    ...(cwd && { cwd }),
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...user,
  });
  return { status, stdout, stderr };
}

/** Starts the command line and leaves it running. */
export const start = (args: readonly string[], cwd: string) => spawn(process.execPath, [BUNDLE, ...args], { cwd });

/** A folder with these files, which goes away with the test. Anybody may read it. */
export function folder(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'corpuslint-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  chmodSync(root, 0o755);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** A copy of a sample corpus. */
export function sample(t: TestContext, name = 'sample'): string {
  const root = folder(t, {});
  cpSync(`test/${name}`, root, { recursive: true });
  return root;
}

/** Where a corpus without configuration keeps what people decided about it. */
export const DECISIONS = '.corpuslint/decisions.jsonl';

/** A row of a table that people fill in, by column. */
export type TableRow = Record<string, string>;

/** The command line in `root`, used by Rana. */
export const asRana = (root: string, ...args: string[]): Result => corpuslint(args, { cwd: root, env: { USER: 'rana' } });

/** The table that a command writes, as a spreadsheet has it. */
export function tableOf(root: string, command: 'names' | 'leftovers'): TableRow[] {
  const { status, stderr } = asRana(root, command, '--format', 'csv', '-o', `${command}.csv`);
  if (status !== 0) throw new Error(stderr);
  return parse(readFileSync(join(root, `${command}.csv`)), { columns: true, bom: true });
}

/** Hands a command a table that was filled in. */
export function applyTable(root: string, command: 'names' | 'leftovers', rows: readonly TableRow[], delimiter = ','): Result {
  writeFileSync(join(root, 'filled.csv'), stringify([...rows], { header: true, delimiter }));
  return asRana(root, command, '--apply', 'filled.csv');
}

/** Every file below a folder, by path, as bytes; what fixes write down about themselves is none. */
export function bytesOf(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !join(entry.parentPath, entry.name).includes('.corpuslint/journal/'),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name)).toString('hex')]).sort(),
  );
}

/** The lines of a `jsonl` report. */
export const rowsOf = (output: string): Record<string, unknown>[] =>
  output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** An article with one fault that a safe fix mends, and what the fix makes of it. */
export const FAULTY = 'تجددت المعـ.ارك قرب المدينة بعد هدوء قصير دام يومين.\n';
export const MENDED = 'تجددت المعارك قرب المدينة بعد هدوء قصير دام يومين.\n';
/** As many of them as asked for, no two alike: a line that recurs is taken for a leftover. */
export const faulty = (count: number, name = (i: number): string => `${i}.txt`): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [name(i), FAULTY.replace('المدينة', wordFor(i))]));
const wordFor = (n: number): string => `ال${[...String(n)].map((digit) => 'بتثجحخدذرز'[Number(digit)]).join('ا')}ية`;

/** Escape, which begins the commands of a terminal. */
export const ESCAPE = '\u001B';

/** An article without a fault. */
export const CLEAN = 'افتتح الوزير معرض الكتاب وسط حضور كبير من الناشرين والقراء.\n';

/** Bytes that aren't UTF-8, by the kind of fault they are. */
export const UNREADABLE: Readonly<Record<string, Uint8Array>> = {
  // وصل الوفد إلى العاصمة, a line each
  'windows-1256': Buffer.from('e6d5e120c7e1e6ddcf20c5e1ec20c7e1dac7d5e3c90ae6d5e120c7e1e6ddcf20c5e1ec20c7e1dac7d5e3c9', 'hex'),
  'utf-16': Buffer.from(`\uFEFF${CLEAN}`, 'utf16le'),
  binary: Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a866ffd9', 'hex'),
  truncated: Buffer.from(CLEAN.trimEnd().slice(0, -1)).subarray(0, -1),
  'lone-surrogate': Buffer.concat([Buffer.from(CLEAN), Buffer.from('eda0bd', 'hex'), Buffer.from(CLEAN)]),
  encoding: Buffer.concat([Buffer.from(CLEAN), Buffer.from('fffe', 'hex'), Buffer.from(CLEAN)]),
};
