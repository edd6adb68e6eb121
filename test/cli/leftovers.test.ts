import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readLeftoversTable } from '../../server/src/engine/leftovers-table';
import { isPattern } from '../../server/src/engine/pattern';
import { type RecurringText, type Sighting, Sightings } from '../../server/src/engine/sightings';
import { applyTable, DECISIONS, rowsOf, asRana as run, sample, type TableRow, tableOf } from './run';

const leftoversOf = (root: string): TableRow[] => tableOf(root, 'leftovers');
const apply = (root: string, rows: readonly TableRow[]) => applyTable(root, 'leftovers', rows);

const decisionsOf = (root: string): Record<string, unknown>[] => rowsOf(readFileSync(join(root, DECISIONS), 'utf8'));
const found = (root: string, text: string): Record<string, unknown>[] =>
  rowsOf(run(root, 'check', '--exit-zero', '--format', 'jsonl').stdout).filter((row) => row.text === text);
const rowWith = (rows: readonly TableRow[], text: string): TableRow => rows.find((row) => row.text === text)!;

const FOOT = 'أعلى الصفحة';
const BYLINE = 'كتب: نادر البستاني';

test('what recurs is listed by source, most articles first, with kind, counts and places', (t) => {
  const root = sample(t);
  const rows = rowsOf(run(root, 'leftovers', '--format', 'jsonl').stdout);
  const { summary } = rows.pop() as { summary: Record<string, number> };
  assert.deepEqual([summary.articles, summary.texts], [26, rows.length]);
  const foot = rows.find(({ text }) => text === FOOT)!;
  assert.deepEqual([foot.source, foot.line, foot.rule, foot.kind, foot.articles, foot.count], ['zarnab', true, 'site-leftover', 'navigation', 9, 9]);
  assert.equal((foot.places as object[]).length, 3);
  assert.ok(rows.every(({ articles }) => (articles as number) >= 2));
  const order = rows.map(({ source, articles }) => [source, articles] as [string, number]);
  assert.deepEqual(
    order,
    [...order].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : b[1] - a[1])),
  );
  const all = rowsOf(run(root, 'leftovers', '--format', 'jsonl', '--least', '1').stdout);
  assert.ok(all.length > rows.length + 1);
  assert.match(
    run(root, 'leftovers').stdout,
    new RegExp(`^zarnab\\n(?: .*\\n)*? {5}9 {2}\u2068${FOOT}\u2069 {2}navigation, \\d+ % {2}zarnab/.*:\\d+$`, 'm'),
  );
  assert.equal(run(root, 'leftovers', '--jobs', '2', '--format', 'csv').stdout, run(root, 'leftovers', '--jobs', '1', '--format', 'csv').stdout);
});

test('what a person fills in becomes decisions, which check obeys', (t) => {
  const root = sample(t);
  const rows = leftoversOf(root);
  assert.equal(found(root, FOOT).length, 9);
  const { status, stdout, stderr } = apply(root, [
    { ...rowWith(rows, FOOT), decision: 'Keep', note: 'readers like it' },
    { ...rowWith(rows, BYLINE), decision: 'احذف السطر' },
  ]);
  assert.deepEqual([status, stdout, stderr], [0, `2 decisions about leftovers in ${DECISIONS}.\n`, '']);
  assert.deepEqual(
    decisionsOf(root).map(({ verdict, scope, source, text, by, note }) => [verdict, scope, source, text, by, note]),
    [
      ['drop-line', 'source', 'zarnab', BYLINE, 'rana', undefined],
      ['keep', 'source', 'zarnab', FOOT, 'rana', 'readers like it'],
    ],
  );
  assert.equal(found(root, FOOT).length, 0);
  const bylines = found(root, BYLINE) as { rule: string; fixes: { safe: boolean }[]; data: TableRow }[];
  assert.ok(bylines.length > 2 && bylines.every(({ rule, data, fixes }) => rule === 'site-leftover' && data.kind === 'decided' && fixes[0].safe));
  const now = leftoversOf(root);
  assert.deepEqual([rowWith(now, FOOT).decision, rowWith(now, BYLINE).decision], ['keep', 'drop line']);
});

test('a table may say in its first line what parts its cells', (t) => {
  const root = sample(t);
  const row = `zarnab;${FOOT};keep`;
  writeFileSync(join(root, 'filled.csv'), `\uFEFFsep=;\r\nsource;text;decision\r\n${row}\r\n`);
  assert.equal(run(root, 'leftovers', '--apply', 'filled.csv').status, 0);
  assert.deepEqual(
    decisionsOf(root).map(({ verdict, text }) => [verdict, text]),
    [['keep', FOOT]],
  );
  writeFileSync(join(root, 'filled.csv'), `sep=;\nsource;text;decision\n${row.replace('keep', 'kep')}\n`);
  assert.match(run(root, 'leftovers', '--apply', 'filled.csv').stderr, /filled\.csv:3: unknown decision kep/);
  writeFileSync(join(root, 'filled.csv'), 'sep=|\nsource|txt|decision\n');
  assert.match(run(root, 'leftovers', '--apply', 'filled.csv').stderr, /filled\.csv:2: unknown column txt/);
});

test('a table that was applied may be applied again, and the newer answer counts', (t) => {
  const root = sample(t);
  const rows = leftoversOf(root);
  apply(root, [{ ...rowWith(rows, FOOT), decision: 'keep' }]);
  const written = readFileSync(join(root, DECISIONS), 'utf8');
  apply(root, leftoversOf(root));
  assert.equal(readFileSync(join(root, DECISIONS), 'utf8'), written);
  apply(root, [{ ...rowWith(rows, FOOT), decision: 'drop' }]);
  assert.deepEqual(
    decisionsOf(root).map(({ verdict, text }) => [verdict, text]),
    [['drop-line', FOOT]],
  );
  apply(root, [{ source: 'zarnab', text: FOOT, decision: 'keep' }]);
  assert.deepEqual(
    decisionsOf(root).map(({ verdict, text }) => [verdict, text]),
    [['keep', FOOT]],
  );
});

test('announcements of other stories are gathered by their cue, captions by the agency behind them, and decided so for the next scrape too', (t) => {
  const root = sample(t);
  const TAIL = 'فتحت البلدية أمام الزوار حديقة جديدة على أطراف البلدة فيها ملاعب للأطفال ومسارات للدراجات، ووعدت بمقاعد أكثر قبل نهاية الصيف.';
  const write = (name: string, announced: string): void =>
    writeFileSync(
      join(root, 'zarnab', name),
      `حديقة جديدة في حي ${announced}\n\n${TAIL}  زوار من ${announced} أمام بابها الكبير (رويترز) ويقول ${announced} إن الأشجار ستكبر.\n\n${TAIL} اقرأ أيضاً: ${announced}\n`,
    );
  write('g1.txt', 'السوق القديم يعود');
  write('g2.txt', 'الجسر يضاء ليلاً');
  const rows = leftoversOf(root);
  const row = rowWith(rows, 'اقرأ أيضاً {…}');
  assert.deepEqual([row.where, row.rule, row.kind, row.articles], ['span', 'site-leftover', 'related', '2']);
  assert.ok(rows.some(({ text }) => text === '{…} (رويترز)'));
  assert.ok(!rows.some(({ text }) => /^اقرأ أيضاً:/.test(text!)));
  assert.match(run(root, 'leftovers').stdout, /اقرأ أيضاً \{…\}\u2069 {2}related, 2 texts, within lines, \d+ % /);

  assert.equal(apply(root, [{ ...row, decision: 'keep' }]).status, 0);
  const kept = (): number =>
    rowsOf(run(root, 'check', '--exit-zero', '--format', 'jsonl').stdout).filter(({ text }) => /^اقرأ أيضاً: ./.test(`${text}`)).length;
  assert.equal(kept(), 0);
  write('g3.txt', 'المقهى يفتح بابه');
  assert.equal(kept(), 0);
  assert.equal(rowWith(leftoversOf(root), 'اقرأ أيضاً {…}').decision, 'keep');
  apply(root, [{ ...row, decision: 'drop' }]);
  const fixed = rowsOf(run(root, 'check', '--exit-zero', '--format', 'jsonl').stdout).filter(({ text }) => /^اقرأ أيضاً: ./.test(`${text}`)) as {
    fixes: { safe: boolean }[];
  }[];
  assert.ok(fixed.length === 3 && fixed.every(({ fixes }) => fixes[0].safe));
  // One text by itself can still be decided about, one that ends in three dots too.
  assert.deepEqual([isPattern('اقرأ أيضاً …'), isPattern(row.text!)], [false, true]);
  assert.equal(apply(root, [{ source: 'zarnab', text: 'اقرأ أيضاً: المقهى يفتح بابه', decision: 'keep' }]).status, 0);
  assert.equal(kept(), 2);
});

test('dates are gathered by what leads to them, or all together, and decided as one', (t) => {
  const root = sample(t);
  const BODY = 'فتحت البلدية أمام الزوار حديقة جديدة على أطراف البلدة فيها ملاعب للأطفال ومسارات للدراجات، ووعدت بمقاعد أكثر قبل نهاية الصيف.';
  const write = (name: string, date: string): void => writeFileSync(join(root, 'zarnab', name), `حديقة جديدة في حي ${name}\n\n${date}\n\n${BODY}\n`);
  write('d1.txt', 'آخر تحديث: الأحد 3 مارس 2031');
  write('d2.txt', 'آخر تحديث: الاثنين 14 أبريل 2031 - 10:15 صباحا');
  write('d3.txt', 'الثلاثاء 5 أغسطس 2031');
  write('d4.txt', 'الأربعاء 16 يوليو 2031 - 21:40 مساء');
  const rows = leftoversOf(root).filter(({ source }) => source === 'zarnab');
  const labelled = rowWith(rows, 'آخر تحديث {…}');
  const bare = rowWith(rows, '{…}');
  // Nine articles of the sample have dates of their own.
  assert.deepEqual([labelled.kind, labelled.articles, bare.kind, bare.articles], ['timestamp', '2', 'timestamp', '11']);
  assert.deepEqual(
    rows.filter(({ kind }) => kind === 'timestamp').map(({ text }) => text),
    [bare.text, labelled.text],
  );
  assert.equal(apply(root, [{ ...bare, decision: 'drop' }]).status, 0);
  const dates = rowsOf(run(root, 'check', '--exit-zero', '--format', 'jsonl').stdout).filter(
    ({ file, rule }) => rule === 'editorial-note' && /d\d/.test(`${file}`),
  ) as {
    text: string;
    fixes: { safe: boolean }[];
  }[];
  assert.deepEqual(
    dates.map(({ text, fixes }) => [/تحديث/.test(text), fixes[0].safe]),
    [
      [true, false],
      [true, false],
      [false, true],
      [false, true],
    ],
  );
});

test('a text tells how sure it is over all its places, and where the least', () => {
  const seen = (file: string, confidence: number, hundredths: number, count = 1): Sighting => ({
    source: 'zarnab',
    text: FOOT,
    line: true,
    rule: 'site-leftover',
    pattern: null,
    sure: { hundredths, least: { file, line: 4, confidence } },
    count,
    articles: count,
    places: [{ file, line: 4 }],
    kinds: [['navigation', count]],
  });
  const all = [seen('b.txt', 0.99, 297, 3), seen('c.txt', 0.6, 60), seen('a.txt', 0.99, 99)];
  for (const order of [all, [...all].reverse()]) {
    const sightings = new Sightings();
    for (const sighting of order) sightings.take([sighting]);
    const [{ confidence, doubtful }] = sightings.recurring(2);
    assert.deepEqual([confidence, doubtful], [0.91, { file: 'c.txt', line: 4, confidence: 0.6 }]);
  }
});

const text = (source: string, text: string, rest: Partial<RecurringText> = {}): RecurringText => ({
  ...{
    source,
    text,
    line: true,
    rule: 'site-leftover',
    kind: 'navigation',
    confidence: 0.9,
    count: 2,
    articles: 2,
    places: [{ file: 'a.txt', line: 0 }],
  },
  ...rest,
});
const TEXTS = [text('a', FOOT), text('b', FOOT), text('a', '- 7 -'), text('a', 'زر', { line: false })];
const HEADER = 'source,text,where,decision';
const FAULTS: readonly (readonly [content: string, expected: RegExp])[] = [
  ['source,text,decison\n', /^left\.csv:1: unknown column decison; did you mean decision\?$/],
  ['source,decision\n', /:1: the column text is missing$/],
  ['source,text\n', /:1: the column decision is missing$/],
  ['', /:1: the column source is missing$/],
  [`${HEADER}\na,${FOOT},line,kep\n`, /:2: unknown decision kep; there are .*; did you mean keep\?$/],
  [`${HEADER}\nc,${FOOT},line,keep\n`, /:2: no source is called c/],
  [`${HEADER}\na,${FOOT} هنا,line,keep\n`, /:2: no line and no leftover of a is /],
  [`${HEADER}\na,${FOOT},span,keep\n`, /:2: no line and no leftover of a is /],
  [`${HEADER}\na,${FOOT},line,keep\na,${FOOT},line,drop\n`, /:3: line 2 decides otherwise$/],
];

test('a table that is not as it should be is an error with its line', async () => {
  for (const [content, message] of FAULTS) await assert.rejects(readLeftoversTable(content, 'left.csv', TEXTS), { message }, content);
  const answers = await readLeftoversTable(`${HEADER}\na,'- 9 -,line,drop\nb,${FOOT},,\na,زر,,keep\n`, 'left.csv', TEXTS);
  assert.deepEqual(
    answers.map(({ text, answer }) => [text, answer]),
    [
      [TEXTS[2], 'drop'],
      [TEXTS[3], 'keep'],
    ],
  );
});

test('nothing is applied by half, and --apply goes alone', (t) => {
  const root = sample(t);
  writeFileSync(join(root, 'filled.csv'), `${HEADER}\nzarnab,${FOOT},line,keep\nzarnab,no such line,line,keep\n`);
  const { status, stderr } = run(root, 'leftovers', '--apply', 'filled.csv');
  assert.equal(status, 2);
  assert.match(stderr, /^corpuslint: filled\.csv:3: no line and no leftover of zarnab is no such line$/m);
  assert.ok(!existsSync(join(root, DECISIONS)));
  assert.match(run(root, 'leftovers', '--apply', 'filled.csv', '-o', 'x').stderr, /--apply writes decisions alone: leave out -o/);
  assert.match(run(root, 'leftovers', '--apply', 'nowhere.csv').stderr, /can't read nowhere\.csv: no such file or folder/);
});

test('a table is applied again as it was, though a decided line has another rule since, or is gone', (t) => {
  const root = sample(t);
  const rows = [{ source: 'zarnab', text: BYLINE, where: 'line', rule: 'editorial-note', decision: 'drop' }];
  assert.equal(rowWith(leftoversOf(root), BYLINE).rule, 'editorial-note');
  assert.equal(apply(root, rows).status, 0);
  const written = readFileSync(join(root, DECISIONS), 'utf8');
  assert.deepEqual([apply(root, rows).stderr, readFileSync(join(root, DECISIONS), 'utf8')], ['', written]);
  assert.equal(run(root, 'check', '--fix', '--exit-zero').status, 0);
  assert.deepEqual([apply(root, rows).stderr, readFileSync(join(root, DECISIONS), 'utf8')], ['', written]);
  assert.match(apply(root, [{ ...rows[0], decision: 'keep' }]).stderr, /no line and no leftover/);
});

test('--least is bounded by nothing', (t) => {
  const { status, stdout } = run(sample(t), 'leftovers', '--least', '1000', '--format', 'jsonl');
  assert.deepEqual([status, rowsOf(stdout).length], [0, 1]);
});
