import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readNamesTable } from '../../server/src/engine/names-table';
import { applyTable, bytesOf, DECISIONS, folder, rowsOf, asRana as run, sample, type TableRow, tableOf } from './run';

const namesOf = (root: string): TableRow[] => tableOf(root, 'names');
const apply = (root: string, rows: readonly TableRow[], delimiter?: string) => applyTable(root, 'names', rows, delimiter);

const decisionsOf = (root: string): Record<string, unknown>[] =>
  rowsOf(readFileSync(join(root, DECISIONS), 'utf8')).map(({ verdict, names, preferred, note }) => ({
    verdict,
    names,
    ...(preferred ? { preferred } : {}),
    ...(note ? { note } : {}),
  }));

test('the table has a row for each spelling beside the preferred one', (t) => {
  const root = sample(t);
  const rows = namesOf(root);
  const clusters = rowsOf(run(root, 'names', '--format', 'jsonl').stdout).slice(0, -1) as { preferred: string; forms: { form: string }[] }[];
  assert.deepEqual(
    rows.map(({ preferred, variant }) => [preferred, variant]),
    clusters.flatMap(({ preferred, forms }) => forms.slice(1).map(({ form }) => [preferred, form])),
  );
  assert.equal(new Set(Object.keys(rows[0])).size, 11);
  assert.ok(rows.every(({ decision, write, note }) => decision === '' && write === '' && note === ''));
  const bytes = readFileSync(join(root, 'names.csv'));
  assert.equal(bytes.subarray(0, 3).toString('hex'), 'efbbbf', 'spreadsheets take it for UTF-8');
});

test('what a person fills in becomes decisions, which names and check obey', (t) => {
  const root = sample(t);
  const [first, second, third] = namesOf(root);
  const filled = [
    { ...first, decision: 'One-Name', write: first.variant, note: 'as the embassy, and the agencies, write it' },
    { ...second, decision: 'اسمان' },
    { ...third, decision: ' اسم  واحد\u200f' },
  ];
  const { status, stdout, stderr } = apply(root, filled);
  assert.deepEqual([status, stdout, stderr], [0, `3 decisions about names in ${DECISIONS}.\n`, '']);
  const sorted = (...names: string[]): string[] => names.sort();
  assert.deepEqual(
    new Set(decisionsOf(root).map((each) => JSON.stringify(each))),
    new Set(
      [
        {
          verdict: 'one-name',
          names: sorted(first.preferred, first.variant),
          preferred: first.variant,
          note: 'as the embassy, and the agencies, write it',
        },
        { verdict: 'two-names', names: sorted(second.preferred, second.variant) },
        { verdict: 'one-name', names: sorted(third.preferred, third.variant) },
      ].map((each) => JSON.stringify(each)),
    ),
  );
  const [top, ...others] = rowsOf(run(root, 'names', '--format', 'jsonl').stdout);
  assert.deepEqual([top.preferred, top.decided, top.pinned], [first.variant, true, true]);
  assert.ok(!others.some(({ preferred }) => preferred === second.preferred));
  const shown = run(root, 'names').stdout;
  assert.match(shown, new RegExp(`^\u2068${first.variant}\u2069 .*, decided$`, 'm'));
  const flagged = rowsOf(run(root, 'check', '--format', 'jsonl', '--rule', 'inconsistent-name').stdout).slice(0, -1);
  const pinned = flagged.filter(({ data }) => (data as TableRow).preferred === first.variant);
  assert.equal(pinned.length, Number(first.preferred_count));
  assert.ok(pinned.every(({ text, fixes }) => text === first.preferred && (fixes as { safe: boolean }[])[0].safe));
});

test('a table that was applied may be applied again, as it was and as it then is', (t) => {
  const root = sample(t);
  const [first, second] = namesOf(root);
  const filled = [
    { ...first, decision: 'one name', write: first.preferred },
    { ...second, decision: 'two names' },
  ];
  apply(root, filled, ';');
  const written = readFileSync(join(root, DECISIONS), 'utf8');
  apply(root, filled, '\t');
  assert.equal(readFileSync(join(root, DECISIONS), 'utf8'), written);
  const now = namesOf(root);
  assert.deepEqual([now[0].decision, now[0].write], ['one name', first.preferred]);
  apply(root, now);
  assert.equal(readFileSync(join(root, DECISIONS), 'utf8'), written);
  apply(root, [{ ...now[0], decision: 'two names', write: '' }]);
  assert.deepEqual(
    decisionsOf(root).map(({ verdict }) => verdict),
    ['two-names', 'two-names'],
    'the newer answer counts',
  );
});

const HEADER = 'preferred,variant,decision,write,note';

const [A, B, C, D] = ['لافروف', 'لافرف', 'بوتين', 'بوتن'];
const RIGHT = `${A},${B},one name,,`;
const FAULTS: readonly (readonly [content: string, expected: RegExp])[] = [
  [`${HEADER},colour\n${RIGHT},red\n`, /^names\.csv:1: unknown column colour$/],
  ['preferred,variant,decison\n', /:1: unknown column decison; did you mean decision\?$/],
  ['preferred,decision\n', /:1: the column variant is missing$/],
  ['preferred,variant,note\n', /:1: the column decision is missing$/],
  ['preferred,variant,decision,decision\n', /:1: decision stands twice$/],
  ['', /:1: the column preferred is missing$/],
  [`${HEADER}\n${RIGHT}\n${A}ى,${B},one name,,\n`, /:3: the corpus holds no /],
  [`${HEADER}\n${RIGHT}\n${C},${D},one name,${C}${C},\n`, /:3: the corpus holds no /],
  [`${HEADER}\n${RIGHT}\n${A} ${B} ${A},${B},one name,,\n`, /:3: preferred must be a word, or two with a blank between them$/],
  [`${HEADER}\n${RIGHT}\n${A},,one name,,\n`, /:3: variant must be a word, or two with a blank between them$/],
  [`${HEADER}\n${RIGHT}\n${A},${A},one name,,\n`, /:3: .* is the same spelling twice$/],
  [`${HEADER}\n${RIGHT}\n${C},${D},on name,,\n`, /:3: unknown decision on name; there are .*; did you mean one name\?$/],
  [`${HEADER}\n${RIGHT}\n${C},${D},two names,${C},\n`, /:3: two names are not written alike: leave write empty/],
  [`${HEADER}\n${RIGHT}\n${A},${B},two names,,\n`, /:3: .* are said to be one name and two$/],
  [`${HEADER}\n${A},${B},one name,${A},\n${B},${A},one name,${B},\n`, /:3: line 2 decides otherwise$/],
  [`${HEADER}\n${RIGHT}\n"${C},${D},one name,,\n`, /:\d: this is no CSV: a quotation mark is not closed$/],
  [`${HEADER}\n${RIGHT}\n${C},${D},one name\n`, /:3: this is no CSV: this line has other cells than the first$/],
];

test('a table that is not as it should be is an error with its line', async () => {
  const holds = (word: string): boolean => [A, B, C, D].includes(word);
  for (const [content, message] of FAULTS) await assert.rejects(readNamesTable(content, 'names.csv', holds), { message }, content);
});

test('nothing is applied by half', (t) => {
  const root = sample(t);
  const [row] = namesOf(root);
  const right = `${row.preferred},${row.variant},one name,,`;
  for (const [content, expected] of [
    [`${HEADER}\n${right}\n${row.preferred},${row.variant}ى,one name,,\n`, /^corpuslint: names\.csv:3: the corpus holds no /],
    [Buffer.from(`${HEADER}\n${right}\n\xe6\xe5,x,one name,,\n`, 'latin1'), /^corpuslint: names\.csv:\d: not UTF-8/],
  ] as const) {
    writeFileSync(join(root, 'names.csv'), content);
    const before = bytesOf(root);
    const { status, stdout, stderr } = run(root, 'names', '--apply', 'names.csv');
    assert.match(stderr, expected);
    assert.deepEqual([status, stdout, stderr.trimEnd().split('\n').length], [2, '', 1]);
    assert.deepEqual(bytesOf(root), before);
  }
});

test('wrong usage of --apply', (t) => {
  const root = sample(t);
  assert.match(run(root, 'names', '--apply', 'nowhere.csv').stderr, /can't read nowhere\.csv: no such file or folder/);
  writeFileSync(join(root, 'names.csv'), `${HEADER}\n`);
  assert.match(run(root, 'names', '--apply', 'names.csv', '--format', 'csv').stderr, /leave out --format/);
  assert.match(run(root, 'names', '--apply', 'names.csv', '-o', 'x').stderr, /leave out -o/);
  assert.equal(run(root, 'names', '--apply', 'names.csv').stdout, `0 decisions about names in ${DECISIONS}.\n`);
  assert.equal(existsSync(join(root, '.corpuslint')), false);
});

test('a row of which the decision is recorded needs no spelling in the corpus any more', (t) => {
  const two = '{"verdict":"two-names","scope":"corpus","names":["بوتن","بوتين"]}\n';
  const root = folder(t, { [DECISIONS]: two, 'a.txt': 'وصل الوفد إلى العاصمة.\n' });
  const { status, stderr } = apply(root, [{ preferred: C, variant: D, decision: 'two names' }]);
  assert.deepEqual([status, stderr, readFileSync(join(root, DECISIONS), 'utf8')], [0, '', two]);
});

test('the text ends with what its columns mean, unless clusters alone are asked for or there are none', (t) => {
  const root = sample(t);
  const legend = /\n\nA name in a line: [^\n]+\n\d+ clusters in \d+ articles\.\n$/;
  assert.match(run(root, 'names').stdout, legend);
  assert.doesNotMatch(run(root, 'names', '--quiet').stdout, /A name in a line/);
  assert.doesNotMatch(run(root, 'names', '--kind', 'calendar').stdout, /A name in a line/);
  assert.equal(run(root, 'names', '--kind', 'اسم شهر').stdout, run(root, 'names', '--kind', 'calendar').stdout);
});
