import type { NameCluster } from '../corpus/names/judgement';
import { unite } from '../corpus/names/wishes';
import type { Phrase } from '../rules/phrase';
import { foldName } from '../text/hash';
import { ConfigError } from './config';
import { type Decision, findContradiction, isSpelling, mergeDecisions } from './decisions';
import { phrase } from './message';
import { nearest } from './nearest';
import { plainAnswer, readTable, type TableShape, writeTable } from './table';

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
const SHAPE: TableShape<Column> = { columns: COLUMNS, needed: ['preferred', 'variant'], answers: ['decision', 'write'] };

/** What a person may write in the column `decision`. */
const WORDS: Readonly<Record<string, 'one-name' | 'two-names'>> = {
  'one name': 'one-name',
  'two names': 'two-names',
  'اسم واحد': 'one-name',
  اسمان: 'two-names',
};

/** The clusters as a table for people to fill in, in CSV. What is decided stands in it. */
export async function namesTable(clusters: readonly NameCluster[]): Promise<string> {
  const rows = clusters.flatMap(({ forms: [first, ...rest], kind, decided, pinned }) =>
    rest.map((form) => {
      const isDecided = decided && form.confidence === 1;
      const confidence = Math.min(first.confidence, form.confidence);
      const answer = [isDecided ? 'one name' : '', isDecided && pinned ? first.form : '', ''];
      return [first.form, first.count, first.articles, form.form, form.count, form.articles, kind, confidence, ...answer];
    }),
  );
  return writeTable(COLUMNS, rows);
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
  for (const { line, cell: written } of await readTable(text, file, SHAPE)) {
    const fail = (what: Phrase): never => {
      throw new ConfigError(file, line - 1, what);
    };
    const cell = (column: Column): string =>
      written(column)
        .replace(/\p{Cf}/gu, '')
        .trim();
    const said = cell('decision');
    const write = cell('write');
    if (said === '' && write === '') continue;
    const verdict = said === '' ? 'one-name' : (WORDS[plainAnswer(said)] ?? fail(unknownDecision(said)));
    if (verdict === 'two-names' && write !== '') fail(phrase('two-names-write', { column: 'write' }));
    const names = [cell('preferred'), cell('variant')] as const;
    for (const [column, word] of [['preferred', names[0]], ['variant', names[1]], ...(write === '' ? [] : [['write', write]])]) {
      if (!isSpelling(word)) fail(phrase('must-be', { key: column, type: phrase('one-word') }));
      if (!holds(foldName(word))) fail(phrase('not-in-corpus', { word }));
    }
    if (foldName(names[0]) === foldName(names[1])) fail(phrase('same-spelling', { word: names[0] }));
    const note = cell('note');
    const about = { ...(write !== '' && { preferred: write }), ...(note !== '' && { note }) };
    answers.push({ decision: { verdict, scope: 'corpus', names, ...about }, line });
  }
  refuseContradictions(answers, file);
  return answers;
}

const unknownDecision = (word: string): Phrase =>
  phrase('unknown-decision', { word, words: Object.keys(WORDS).join(', '), hint: nearest(word, Object.keys(WORDS)) });

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
    const name = nameOf.get(foldName(names[0]))!;
    const before = written.get(name);
    if (before && foldName(before.decision.preferred!) !== foldName(preferred)) {
      throw new ConfigError(file, answer.line - 1, phrase('decided-before', { line: before.line }));
    }
    written.set(name, answer);
  }
}

const namesUnited = (decisions: readonly Decision[]): Map<string, string> =>
  unite(
    decisions
      .filter(({ verdict }) => verdict === 'one-name')
      .map(({ names = [], preferred }) => [...names, ...(preferred === undefined ? [] : [preferred])].map((name) => foldName(name))),
  );

/** Decisions with what a table says of names, which goes before what was said of them until now. */
export function applyNames(now: readonly Decision[], answers: readonly Decision[]): Decision[] {
  const united = namesUnited(now);
  const preferredOf = new Map(
    now.filter(({ preferred }) => preferred !== undefined).map(({ names, preferred }) => [united.get(foldName(names![0])), foldName(preferred!)]),
  );
  const isNew = ({ verdict, names = [], preferred }: Decision): boolean => {
    const [name, other] = names.map((each) => united.get(foldName(each)));
    return (
      verdict === 'two-names' || name === undefined || name !== other || (preferred !== undefined && preferredOf.get(name) !== foldName(preferred))
    );
  };
  const added = answers.filter(isNew);
  const left = now.filter((old) => !added.some((answer) => contradicts(old, answer)));
  const all = namesUnited([...left, ...added]);
  const wanted = new Map(added.flatMap(({ names = [], preferred }) => (preferred === undefined ? [] : [[all.get(foldName(names[0])), preferred]])));
  const aligned = left.map((old) => {
    const write = old.verdict === 'one-name' && old.preferred !== undefined ? wanted.get(all.get(foldName(old.names![0]))) : undefined;
    return write === undefined ? old : { ...old, preferred: write };
  });
  return mergeDecisions(aligned, added);
}

function contradicts(old: Decision, answer: Decision): boolean {
  if (old.verdict === answer.verdict || !old.names || !answer.names) return false;
  const said = new Set(answer.names.map((name) => foldName(name)));
  return old.names.filter((name) => said.has(foldName(name))).length > 1;
}
