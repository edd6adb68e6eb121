import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { corpuslint, folder, rowsOf } from './run';

const SAMPLE = 'test/sample';
const [HEAD, OTHER] = ['زوبرينكو', 'زوبرنكو'];

test('explain-pair tells what speaks for one name', () => {
  const { stdout, status } = corpuslint(['explain-pair', HEAD, OTHER, SAMPLE]);
  assert.equal(status, 0);
  assert.match(stdout, /^\u2068زوبرينكو\u2069 \d+ \(4\)\n\u2068زوبرنكو\u2069 \d+ \(2\)\nOne name\.\n/);
  for (const kind of ['letters', 'foreign names', 'endings', 'beside', 'both'])
    assert.match(stdout, new RegExp(`^ *[+-]\\d+\\.\\d\\d  .*${kind}`, 'm'));
  assert.match(stdout, /in all; joined from 5 on: one name at \d+ %/);
  assert.match(corpuslint(['explain-pair', HEAD, OTHER, SAMPLE, '--lang', 'ar']).stdout, /\u2068اسم واحد\.\u2069/);
});

test('its parts sum up to the score, and say the same as names', () => {
  const [account] = rowsOf(corpuslint(['explain-pair', OTHER, HEAD, SAMPLE, '--format', 'jsonl']).stdout);
  const { score, ...parts } = account.evidence as Record<string, number>;
  const sum = Object.values(parts).reduce((total, part) => total + part, 0);
  assert.ok(Math.abs(sum - score) < 0.05, `${sum} is not ${score}`);
  const clusters = rowsOf(corpuslint(['names', SAMPLE, '--format', 'jsonl']).stdout);
  const { evidence } = clusters.find(({ preferred }) => preferred === HEAD)!;
  assert.equal((evidence as Record<string, { score: number }>)[OTHER].score, score);
});

test('it says why two spellings are not weighed', (t) => {
  const root = folder(t, { 'a.txt': 'أعلن الوزير القرار، ثم يعلن الوزراء قرارات أخرى. وصل لافروف إلى المطار، وقال شتاينماير إنه راض.\n' });
  const verdict = (a: string, b: string) => rowsOf(corpuslint(['explain-pair', a, b, root, '--format', 'jsonl']).stdout)[0].verdict;
  assert.equal(verdict('لافروف', 'شتاينماير'), 'sounds');
  assert.equal(verdict('لافروف', 'لافرف'), 'absent');
  assert.equal(verdict('أعلن', 'يعلن'), 'ordinary');
  // What one lacks the other doesn't.
  const counts = (a: string, b: string): string => corpuslint(['explain-pair', a, b, root]).stdout.replace(/[\u2066-\u2069]/g, '');
  assert.match(counts('لافروف', 'لافرف'), /^لافروف 1 \(1\)\nلافرف 0 \(0\)\n/);
  assert.match(counts('وصل لافروف', 'وصلافروف'), /^وصل لافروف 1 \(1\)\nوصلافروف 0 \(0\)\n/);
  const { status, stderr } = corpuslint(['explain-pair', 'لافروف', 'لافـروف', root]);
  assert.deepEqual([status, /same spelling twice/.test(stderr)], [2, true]);
});

test('names lists by kind and confidence, and each form in its contexts', () => {
  const all = rowsOf(corpuslint(['names', SAMPLE, '--format', 'jsonl']).stdout).slice(0, -1);
  const sure = rowsOf(corpuslint(['names', SAMPLE, '--format', 'jsonl', '--min-confidence', '0.9']).stdout).slice(0, -1);
  assert.deepEqual(
    sure,
    all.filter(({ confidence }) => (confidence as number) >= 0.9),
  );
  const places = rowsOf(corpuslint(['names', SAMPLE, '--format', 'jsonl', '--kind', 'place', '--places', '1']).stdout).slice(0, -1);
  assert.ok(places.length > 0 && places.every(({ kind }) => kind === 'place'));
  const kinds = (...args: string[]): unknown[] => rowsOf(corpuslint(['names', SAMPLE, '--format', 'jsonl', ...args]).stdout).slice(0, -1);
  const both = all.filter(({ kind }) => kind === 'place' || kind === 'transliteration');
  assert.ok(both.length > places.length);
  assert.deepEqual(kinds('--kind', 'place', '--kind', 'transliteration'), both);
  assert.deepEqual(kinds('--kind', 'place,transliteration'), both);
  const [{ forms }] = places as { forms: { form: string; places: { text: string }[] }[] }[];
  for (const form of forms) assert.ok(form.places.length === 1 && form.places[0].text.includes(form.form));
  assert.match(corpuslint(['names', SAMPLE, '--places', '1']).stdout, /^ {2}test\/sample\/.*\.txt:\d+: \u2068.*⟦زوبرينكو⟧.*\u2069$/m);
  assert.equal(corpuslint(['names', SAMPLE, '--min-confidence', '2']).status, 2);
  assert.match(corpuslint(['names', SAMPLE, '--kind', 'placee']).stderr, /unknown kind placee; did you mean place\?/);
});

test('a decision that keeps two spellings apart is told, and no probability', (t) => {
  const root = folder(t, {});
  cpSync(SAMPLE, root, { recursive: true });
  mkdirSync(join(root, '.corpuslint'), { recursive: true });
  writeFileSync(join(root, '.corpuslint/decisions.jsonl'), `${JSON.stringify({ verdict: 'two-names', scope: 'corpus', names: [HEAD, OTHER] })}\n`);
  const { stdout } = corpuslint(['explain-pair', HEAD, OTHER, root]);
  assert.match(stdout, /^Two names: a decision keeps them apart\.$/m);
  assert.doesNotMatch(stdout, /one name at/);
});

test('what is more than two words, or none, is no spelling', () => {
  for (const [a, b, argument] of [
    ['', 'كيسنجر', '<a>'],
    ['كيسنجر', ' ', '<b>'],
    ['هنري ألفرد كيسنجر', 'كيسنجر', '<a>'],
    ['كيسنجر', '،', '<b>'],
  ]) {
    const { status, stdout, stderr } = corpuslint(['explain-pair', a, b, SAMPLE]);
    assert.deepEqual([status, stdout, stderr], [2, '', `corpuslint: ${argument} must be a word, or two with a blank between them\n`]);
  }
});

test('names of two words are listed and explained like others', (t) => {
  const root = folder(t, { 'a.txt': 'زار عبدالرحمن الشهري المعرض، وشكر الناس عبد الرحمن الشهري.\n', 'b.txt': 'عاد عبد الرحمن الشهري أمس.\n' });
  const pair = ['عبد الرحمن', 'عبدالرحمن'];
  const [row] = rowsOf(corpuslint(['names', root, '--kind', 'joined', '--places', '1', '--format', 'jsonl']).stdout);
  const forms = row.forms as { form: string; articles: number; places: { text: string }[] }[];
  assert.deepEqual(
    forms.map(({ form, articles, places: [{ text }] }) => [form, articles, text]),
    [
      [pair[0], 2, pair[0]],
      [pair[1], 1, pair[1]],
    ],
  );
  const [account] = rowsOf(corpuslint(['explain-pair', ...pair, root, '--format', 'jsonl']).stdout);
  assert.equal(account.verdict, 'joined');
  assert.match(
    corpuslint(['explain-pair', ...pair, root]).stdout,
    /\n\u2068عبدالرحمن\u2069 1 \(1\)\nOne name\.\nOne is the other in two pieces: one name at \d+ %\n/,
  );
  const verdict = (a: string, b: string) => rowsOf(corpuslint(['explain-pair', a, b, root, '--format', 'jsonl']).stdout)[0].verdict;
  assert.deepEqual([verdict('عبد الرحمن', 'الشهري'), verdict('عاد عبد', 'عادعبد')], ['parts', 'absent']);
});

test('what is joined without being weighed says by what, and counts as the list of names does', (t) => {
  const text = 'وصل الوفد إلى سورية ثم عاد إلى سوريا. وزارت طبيبة سورية المعرض.\n';
  const root = folder(t, { 'a.txt': text, 'b.txt': text, 'c.txt': 'سافر الوزير إلى سورية أمس.\n', 'd.txt': 'سافر الوزير إلى سوريا أمس.\n' });
  const told = (): string => corpuslint(['explain-pair', 'سورية', 'سوريا', root]).stdout.replace(/[\u2066-\u2069]/g, '');
  const [row] = rowsOf(corpuslint(['names', root, '--kind', 'place', '--format', 'jsonl']).stdout);
  const { count, articles } = (row.forms as { form: string; count: number; articles: number }[]).find(({ form }) => form === 'سورية')!;
  assert.match(
    told(),
    new RegExp(`^سورية ${count} \\(${articles}\\)\\n.*\\nOne name\\.\\nKnown for two spellings of one name, and not weighed: one name at \\d+ %\\n`),
  );
});
