import type { NameCluster } from '../corpus/names/judgement';
import { unite } from '../corpus/names/wishes';
import type { Phrase } from '../rules/phrase';
import { foldWord } from '../text/scan';
import { ConfigError } from './config';
import { type Decision, findContradiction, isWord, mergeDecisions } from './decisions';
import { phrase } from './message';
import { nearest } from './nearest';

/** The columns of the table of names, a row for each spelling beside the preferred one of its cluster. */
const COLUMNS = [
  'preferred',
  'preferred_count',
  'preferred_articles',
  'variant',
  'variant_count',
  'variant_articles',
  'kind',
  'confidence',
  'decision',
  'write',
  'note',
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Partial<Record<Column, string>>;

/** What a person may write in the column `decision`. */
const WORDS: Readonly<Record<string, 'one-name' | 'two-names'>> = {
  'one name': 'one-name',
  'two names': 'two-names',
  'اسم واحد': 'one-name',
  اسمان: 'two-names',
};

/** With a byte order mark, so that spreadsheets take it for what it is. */
const MARK = '\uFEFF';

/** The clusters as a table for people to fill in, in CSV. What is decided stands in it. */
export async function namesTable(clusters: readonly NameCluster[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  const rows = clusters.flatMap(({ forms: [first, ...rest], kind, decided, pinned }) =>
    rest.map((form) => {
      const isDecided = decided && form.confidence === 1;
      const confidence = Math.min(first.confidence, form.confidence);
      const answer = [isDecided ? 'one name' : '', isDecided && pinned ? first.form : '', ''];
      return [first.form, first.count, first.articles, form.form, form.count, form.articles, kind, confidence, ...answer];
    }),
  );
  return MARK + stringify([[...COLUMNS], ...rows], { record_delimiter: '\r\n' });
}

/** A decision that stands in a row of the table, and the line of the row, counted from 1. */
export interface NameAnswer {
  readonly decision: Decision & { readonly names: readonly [string, string] };
  readonly line: number;
}

/**
 * Reads what people have filled into a table, which they know as `file`. Throws a `ConfigError` that names the line;
 * `holds` says whether the corpus holds a spelling.
 */
export async function readNamesTable(text: string, file: string, holds: (word: string) => boolean): Promise<NameAnswer[]> {
  const answers: NameAnswer[] = [];
  for (const { row, line } of await rowsOf(text, file)) {
    const fail = (what: Phrase): never => {
      throw new ConfigError(file, line - 1, what);
    };
    const cell = (column: Column): string => (row[column] ?? '').replace(/\p{Cf}/gu, '').trim();
    const said = cell('decision');
    const write = cell('write');
    if (said === '' && write === '') continue;
    const verdict = said === '' ? 'one-name' : (WORDS[said.toLowerCase().replace(/[\s_-]+/g, ' ')] ?? fail(unknownDecision(said)));
    if (verdict === 'two-names' && write !== '') fail(phrase('two-names-write', { column: 'write' }));
    const names = [cell('preferred'), cell('variant')] as const;
    for (const [column, word] of [['preferred', names[0]], ['variant', names[1]], ...(write === '' ? [] : [['write', write]])]) {
      if (!isWord(word)) fail(phrase('must-be', { key: column, type: phrase('one-word') }));
      if (!holds(foldWord(word))) fail(phrase('not-in-corpus', { word }));
    }
    if (foldWord(names[0]) === foldWord(names[1])) fail(phrase('same-spelling', { word: names[0] }));
    const note = cell('note');
    const about = { ...(write !== '' && { preferred: write }), ...(note !== '' && { note }) };
    answers.push({ decision: { verdict, scope: 'corpus', names, ...about }, line });
  }
  refuseContradictions(answers, file);
  return answers;
}

const unknownDecision = (word: string): Phrase =>
  phrase('unknown-decision', { word, words: Object.keys(WORDS).join(', '), hint: nearest(word, Object.keys(WORDS)) });

async function rowsOf(text: string, file: string): Promise<{ row: Row; line: number }[]> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const columns = (header: string[]): string[] => {
    const names = header.map((name) => name.trim());
    const wrong = wrongHeader(names);
    if (wrong) throw new ConfigError(file, 0, wrong);
    return names;
  };
  // Without a line there is no header to look at.
  if (text.trim() === '') throw new ConfigError(file, 0, wrongHeader([])!);
  try {
    const read = parse(text, { columns, delimiter: delimiterOf(text), skip_empty_lines: true, info: true });
    return (read as unknown as { record: Row; info: { lines: number } }[]).map(({ record, info }) => ({ row: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ConfigError(file, Math.max(0, Number(error.lines ?? 1) - 1), phrase('broken-csv', { what: { key: error.code } }));
  }
}

function wrongHeader(names: readonly string[]): Phrase | undefined {
  for (const [i, name] of names.entries()) {
    if (!(COLUMNS as readonly string[]).includes(name)) return phrase('unknown-column', { word: name, hint: nearest(name, COLUMNS) });
    if (names.indexOf(name) < i) return phrase('stands-twice', { key: name });
  }
  const missing = (['preferred', 'variant'] as const).find((name) => !names.includes(name));
  if (missing) return phrase('no-column', { word: missing });
  return names.includes('decision') || names.includes('write') ? undefined : phrase('no-column', { word: 'decision' });
}

/** What parts the cells: spreadsheets of some countries write another sign than the comma. */
function delimiterOf(text: string): string {
  const [header] = text.split(/[\r\n]/, 1);
  return [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ',';
}

/** Rows that say two things of the same names. */
function refuseContradictions(answers: readonly NameAnswer[], file: string): void {
  const decisions = answers.map(({ decision }) => decision);
  const contradiction = findContradiction(decisions);
  if (contradiction) throw new ConfigError(file, answers[contradiction.place].line - 1, contradiction.what);
  const nameOf = namesUnited(decisions);
  const written = new Map<string, NameAnswer>();
  for (const answer of answers) {
    const { names, preferred } = answer.decision;
    if (preferred === undefined) continue;
    const name = nameOf.get(foldWord(names[0]))!;
    const before = written.get(name);
    if (before && foldWord(before.decision.preferred!) !== foldWord(preferred)) {
      throw new ConfigError(file, answer.line - 1, phrase('decided-before', { line: before.line }));
    }
    written.set(name, answer);
  }
}

const namesUnited = (decisions: readonly Decision[]): Map<string, string> =>
  unite(
    decisions
      .filter(({ verdict }) => verdict === 'one-name')
      .map(({ names = [], preferred }) => [...names, ...(preferred === undefined ? [] : [preferred])].map((name) => foldWord(name))),
  );

/** Decisions with what a table says of names, which goes before what was said of them until now. */
export function applyNames(now: readonly Decision[], answers: readonly Decision[]): Decision[] {
  const united = namesUnited(now);
  const preferredOf = new Map(
    now.filter(({ preferred }) => preferred !== undefined).map(({ names, preferred }) => [united.get(foldWord(names![0])), foldWord(preferred!)]),
  );
  const isNew = ({ verdict, names = [], preferred }: Decision): boolean => {
    const [name, other] = names.map((each) => united.get(foldWord(each)));
    return (
      verdict === 'two-names' || name === undefined || name !== other || (preferred !== undefined && preferredOf.get(name) !== foldWord(preferred))
    );
  };
  const added = answers.filter(isNew);
  const left = now.filter((old) => !added.some((answer) => contradicts(old, answer)));
  const all = namesUnited([...left, ...added]);
  const wanted = new Map(added.flatMap(({ names = [], preferred }) => (preferred === undefined ? [] : [[all.get(foldWord(names[0])), preferred]])));
  const aligned = left.map((old) => {
    const write = old.verdict === 'one-name' && old.preferred !== undefined ? wanted.get(all.get(foldWord(old.names![0]))) : undefined;
    return write === undefined ? old : { ...old, preferred: write };
  });
  return mergeDecisions(aligned, added);
}

function contradicts(old: Decision, answer: Decision): boolean {
  if (old.verdict === answer.verdict || !old.names || !answer.names) return false;
  const said = new Set(answer.names.map((name) => foldWord(name)));
  return old.names.filter((name) => said.has(foldWord(name))).length > 1;
}
