import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CheckedArticle } from '../../server/src/engine/checked';
import type { Row } from '../../server/src/engine/row';
import { githubReporter } from '../../server/src/report/github';

type Severity = Row['severity'];

const KINDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

function rowOf(file: string, line: number, severity: Severity, more: Partial<Row> = {}): Row {
  const range = { start: { line, character: 2 }, end: { line, character: 5 } };
  return {
    file,
    rule: 'some-rule',
    group: 'quotes',
    severity,
    message: `at ${line}`,
    range,
    offset: { start: 0, end: 3 },
    text: 'abc',
    fixes: [],
    data: {},
    ...more,
  };
}

function report(rows: readonly Row[], language: 'en' | 'ar' = 'en'): string[] {
  const reporter = githubReporter({ colors: false, quiet: false, language });
  let output = '';
  const count = (severity: Severity): number => rows.filter((row) => row.severity === severity).length;
  for (const file of new Set(rows.map((row) => row.file))) {
    const own = rows.filter((row) => row.file === file).map((row) => JSON.stringify(row));
    const checked: CheckedArticle = { file, rows: own, errors: 0, warnings: 0, infos: 0, fixable: 0 };
    output += reporter.article(checked).join('');
  }
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  output += reporter.end({ articles: 1, errors, warnings, infos, fixable: 0, changed: 0, seconds: 0 });
  return output.split('\n').slice(0, -1);
}

test('a finding is a workflow command, counted from 1', () => {
  assert.deepEqual(report([rowOf('a.txt', 0, 'warning'), rowOf('a.txt', 4, 'error'), rowOf('b.txt', 1, 'info')]), [
    '::error file=a.txt,line=5,endLine=5,col=3,endColumn=6,title=some-rule::at 4',
    '::warning file=a.txt,line=1,endLine=1,col=3,endColumn=6,title=some-rule::at 0',
    '::notice file=b.txt,line=2,endLine=2,col=3,endColumn=6,title=some-rule::at 1',
  ]);
  assert.deepEqual(report([]), []);
});

test('over several lines there are no columns, which GitHub would refuse', () => {
  const range = { start: { line: 0, character: 2 }, end: { line: 2, character: 0 } };
  assert.deepEqual(report([rowOf('a.txt', 0, 'warning', { range })]), ['::warning file=a.txt,line=1,endLine=3,title=some-rule::at 0']);
});

test('nothing in a name or a message ends a command or begins another', () => {
  const message = '100 % of a:b, c\r\n::error::gone\u001B[31m';
  assert.deepEqual(report([rowOf('a,b:c%\n.txt', 0, 'warning', { message })]), [
    '::warning file=a%2Cb%3Ac%25%0A.txt,line=1,endLine=1,col=3,endColumn=6,title=some-rule::100 %25 of a:b, c%0D%0A::error::gone\\u{001B}[31m',
  ]);
});

test('ten of a kind are shown without a word, more are told of', () => {
  const ten = Array.from({ length: 10 }, (_, line) => rowOf('a.txt', line, 'warning'));
  assert.equal(report(ten).length, 10);
  const lines = report([...ten, rowOf('a.txt', 10, 'warning')]);
  assert.equal(lines.length, 11);
  assert.equal(
    lines[10],
    '::notice title=corpuslint::1 more finding is not annotated (0 errors, 1 warning, 0 infos): GitHub shows 10 annotations a kind and step. "corpuslint check --format jsonl -o findings.jsonl" writes all of them to a file.',
  );
  assert.match(report([...ten, rowOf('a.txt', 10, 'warning')], 'ar')[10], /^::notice title=corpuslint::بقيت ملاحظة واحدة بلا تعليق/);
  // The line that tells of them is a notice itself.
  const infos = Array.from({ length: 10 }, (_, line) => rowOf('a.txt', line, 'info'));
  assert.equal(report(infos).length, 10);
  const both = report([...ten, rowOf('a.txt', 10, 'warning'), ...infos]);
  assert.equal(both.filter((line) => line.startsWith('::notice')).length, 10);
  assert.match(both.at(-1)!, /2 more findings .*0 errors, 1 warning, 1 info\b/);
});

test('the first of every file goes before the second of any', () => {
  const rows = Array.from({ length: 8 }, (_, file) => [0, 1, 2].map((line) => rowOf(`${file}.txt`, line, 'warning'))).flat();
  const shown = report(rows)
    .slice(0, -1)
    .map((line) => /file=(\d)\.txt,line=(\d)/.exec(line)!.slice(1).join(':'));
  assert.deepEqual(shown, ['0:1', '0:2', '1:1', '1:2', '2:1', '3:1', '4:1', '5:1', '6:1', '7:1']);
});

test('whatever is found, no kind has more than ten and every finding is shown or counted', () => {
  const rows = fc.array(fc.tuple(fc.nat(12), fc.constantFrom<Severity>('error', 'warning', 'info')), { maxLength: 90 });
  fc.assert(
    fc.property(rows, (drawn) => {
      const findings = drawn.sort(([a], [b]) => a - b).map(([file, severity], line) => rowOf(`${String(file).padStart(2, '0')}.txt`, line, severity));
      const lines = report(findings);
      for (const kind of Object.values(KINDS)) assert.ok(lines.filter((line) => line.startsWith(`::${kind} `)).length <= 10);
      const more = /^::notice title=corpuslint::(\d+) more/.exec(lines.at(-1) ?? '');
      assert.equal((more ? lines.length - 1 : lines.length) + Number(more?.[1] ?? 0), findings.length);
      const cut = Object.keys(KINDS).some((severity) => findings.filter((row) => row.severity === severity).length > 10);
      assert.equal(more !== null, cut);
    }),
    { seed: 7, numRuns: 200 },
  );
});
