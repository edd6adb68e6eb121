import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpuslint } from './run';

const withoutSeconds = (text: string): string => text.replace(/"seconds":[\d.]+/, '');

test('--timings tells on standard error what took how long, with and without threads, and changes no result', () => {
  const check = ['check', '--exit-zero', '--format', 'jsonl', 'test/sample'];
  const plain = corpuslint(check);
  assert.equal(plain.stderr, '');
  for (const jobs of ['1', '3']) {
    const timed = corpuslint([...check, '--timings', '--jobs', jobs]);
    assert.equal(withoutSeconds(timed.stdout), withoutSeconds(plain.stdout));
    const rows = [...timed.stderr.matchAll(/^( *)(\S.*?) +(\d+) ms +([\d.]+) %$/gm)].map(([, , part, ms]): [string, number] => [part, Number(ms)]);
    assert.equal(rows.length, timed.stderr.trimEnd().split('\n').length, timed.stderr);
    const times = new Map(rows);
    for (const part of ['reading', 'scan', 'evidence of names', 'judgement of names', 'leftovers', 'rules', 'inconsistent-name', 'processor time'])
      assert.ok(times.has(part), part);
    for (const part of ['scan', 'evidence', 'rules']) assert.ok(times.get(part)! > 0, `${part} took nothing: ${timed.stderr}`);
  }
});

test('rules that did not run took no time worth a line', () => {
  const { stderr } = corpuslint(['check', '--exit-zero', '--timings', '--rule', 'inconsistent-name', 'test/sample']);
  assert.deepEqual(
    [...stderr.matchAll(/^ {2}(\S+)/gm)].map(([, rule]) => rule),
    ['inconsistent-name'],
  );
});
