import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyPatch, parsePatch } from 'diff';
import { bytesOf, CLEAN, corpuslint, ESCAPE, FAULTY, faulty, folder, MENDED, rowsOf, start } from './run';

const ONE = ['--rule', 'obfuscated-word'];

test('the exit status says whether something at or above --fail-on was found', (t) => {
  const root = folder(t, { 'clean/a.txt': CLEAN, 'faulty/a.txt': FAULTY });
  const status = (...args: string[]): number | null => corpuslint(['check', ...ONE, ...args], { cwd: root }).status;
  assert.equal(status('clean'), 0);
  assert.equal(status('faulty'), 1);
  assert.equal(status('faulty', '--fail-on', 'error'), 0);
  assert.equal(status('faulty', '--fail-on', 'info'), 1);
  assert.equal(status('faulty', '--exit-zero'), 0);
  assert.equal(status('faulty', '--diff'), 1);
  assert.equal(status('faulty', '--fix'), 0, 'nothing is left');
  assert.equal(status('faulty'), 0);
});

test('severities come from the configuration', (t) => {
  const files = { 'faulty.txt': FAULTY };
  const status = (level: unknown): number | null => {
    const root = folder(t, { ...files, 'corpuslint.jsonc': JSON.stringify({ rules: { 'obfuscated-word': level } }) });
    return corpuslint(['check', ...ONE, '--fail-on', 'error', root]).status;
  };
  assert.equal(status('error'), 1);
  assert.equal(status({ severity: 'error' }), 1);
  assert.equal(status('info'), 0);
  assert.equal(status('off'), 0);
});

test('jsonl has a finding a line, files by code points, and a summary', (t) => {
  // By UTF-16 units U+FF21 would come after the character beyond U+FFFF.
  const names = ['b.txt', 'a/z.txt', 'a.txt', '\uFF21.txt', '\u{1D400}.txt', 'ب.txt'];
  const root = folder(
    t,
    faulty(names.length, (i) => names[i]),
  );
  const { stdout } = corpuslint(['check', '--format', 'jsonl', ...ONE, '.'], { cwd: root });
  const rows = rowsOf(stdout);
  assert.deepEqual(
    rows.slice(0, -1).map(({ file }) => file),
    ['a.txt', 'a/z.txt', 'b.txt', 'ب.txt', '\uFF21.txt', '\u{1D400}.txt'],
  );
  const { seconds, ...counts } = rows.at(-1)!.summary as Record<string, number>;
  assert.deepEqual(counts, { articles: 6, errors: 0, warnings: 6, infos: 0, fixable: 6 });
  assert.equal(typeof seconds, 'number');
  assert.deepEqual(rows[0].range, { start: { line: 0, character: 6 }, end: { line: 0, character: 15 } });
  const other = corpuslint(['check', '--format', 'jsonl', ...ONE, 'b.txt', '.', './a', 'a', '\uFF21.txt'], { cwd: root });
  const another = corpuslint(['check', '--format', 'jsonl', '--jobs', '2', ...ONE, 'a', '\uFF21.txt', './a', '.', 'b.txt'], { cwd: root });
  const findings = (text: string): string => text.replace(/"seconds":[\d.]+/, '');
  assert.equal(findings(other.stdout), findings(another.stdout), 'neither the order of paths nor threads make a difference');
});

test('corpora within each other are one sorted list', (t) => {
  const articles = ['a.txt', 'm/x.text', 'm/y.txt', 'z.txt'];
  const configs = { 'corpuslint.jsonc': '{}', 'm/corpuslint.jsonc': '{ "include": ["*.text"] }' };
  const root = folder(t, { ...faulty(articles.length, (i) => articles[i]), ...configs });
  const { stdout } = corpuslint(['check', '--format', 'jsonl', ...ONE, root]);
  assert.deepEqual(
    rowsOf(stdout)
      .slice(0, -1)
      .map(({ file }) => file),
    ['a.txt', 'm/x.text', 'z.txt'].map((name) => `${root}/${name}`),
  );
});

test('text names file, place, rule, words and fix, and comes without colours', (t) => {
  const root = folder(t, { 'a.txt': `${CLEAN}${FAULTY}` });
  const { stdout, stderr } = corpuslint(['check', ...ONE, 'a.txt'], { cwd: root });
  assert.match(
    stdout,
    /^a\.txt\n {2}2:7 +warning .* obfuscated-word\n +\u2068تجددت \[\[المعـ\.ارك\]\] قرب .*\u2069\n +fix: Write \u2068المعارك\u2069\n/,
  );
  assert.match(stdout, /1 finding \(0 errors, 1 warning, 0 infos\) in 1 article in [\d.]+ s; --fix mends 1 of them safely\.\n$/);
  assert.equal(stderr, '');
  assert.doesNotMatch(corpuslint(['check', '--quiet', ...ONE, root]).stdout, /finding|safe fixes/);
  const colors = { cwd: root, env: { FORCE_COLOR: '1' } };
  assert.ok(corpuslint(['check', ...ONE], colors).stdout.includes(ESCAPE));
  assert.ok(!corpuslint(['check', '--no-color', ...ONE], colors).stdout.includes(ESCAPE));
  assert.ok(!corpuslint(['check', ...ONE], { cwd: root, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout.includes(ESCAPE));
});

test('nothing in an article or its name reaches the terminal as a command', (t) => {
  const root = folder(t, { [`a${ESCAPE}[31m.txt`]: FAULTY.replace('قرب', `${ESCAPE}[2J\u202Eقرب`) });
  const { stdout } = corpuslint(['check', root]);
  assert.ok(!stdout.includes(ESCAPE) && !stdout.includes('\u202E'));
});

test('--diff writes nothing, and patch takes what it prints', (t) => {
  // Each in its own folder: what recurs in the articles of an outlet is a leftover.
  const files = { 'news/1/a.txt': FAULTY, 'news/2/b.txt': `\uFEFF${FAULTY}`, 'news/3/c.txt': CLEAN, 'news/4/d.txt': FAULTY.trimEnd() };
  const root = folder(t, files);
  const before = bytesOf(root);
  const { stdout } = corpuslint(['check', '--diff', ...ONE, 'news'], { cwd: root });
  assert.deepEqual(bytesOf(root), before);
  const patches = parsePatch(stdout);
  assert.deepEqual(
    patches.map(({ oldFileName, newFileName }) => [oldFileName, newFileName]),
    ['1/a', '2/b', '4/d'].map((name) => [`a/news/${name}.txt`, `b/news/${name}.txt`]),
  );
  const patched = patches.map((patch) => applyPatch(readFileSync(join(root, patch.oldFileName!.slice(2)), 'utf8'), patch));
  assert.deepEqual(patched, [MENDED, `\uFEFF${MENDED}`, MENDED.trimEnd()]);
});

test('reports go to files, whole, each in its format', (t) => {
  const root = folder(t, { 'a.txt': FAULTY, 'old.jsonl': 'old' });
  const args = ['check', ...ONE, 'a.txt', '--format', 'jsonl', '-o', 'old.jsonl', '--format', 'text', '-o', 'report.out', '--format', 'jsonl'];
  const { status, stdout } = corpuslint(args, { cwd: root, env: { FORCE_COLOR: '1' } });
  assert.equal(status, 1);
  assert.equal(readFileSync(join(root, 'old.jsonl'), 'utf8'), stdout);
  assert.match(readFileSync(join(root, 'report.out'), 'utf8'), /^a\.txt\n/);
  assert.deepEqual(Object.keys(bytesOf(root)).length, 3, 'no temporary file is left');
});

test('a report that can not be written is told before anything is done', (t) => {
  const root = folder(t, { 'a.txt': FAULTY, 'readonly.out': 'old' });
  for (const [out, reason] of [
    ['nowhere/report.out', 'no such file or folder'],
    ['.', 'it is a folder'],
    ['report.out', 'permission denied'],
    ['readonly.out', 'permission denied'],
  ]) {
    const { status, stdout, stderr } = corpuslint(['check', '--fix', ...ONE, '-o', out, 'a.txt'], { cwd: root, unprivileged: true });
    assert.equal(stderr, `corpuslint: can't write ${out}: ${reason}\n`);
    assert.deepEqual([status, stdout], [2, '']);
  }
  assert.equal(readFileSync(join(root, 'a.txt'), 'utf8'), FAULTY);
});

test('what was written is told of where the report goes to a file', (t) => {
  const fix = (...args: string[]) =>
    corpuslint(['check', '--fix', '-o', 'report.out', ...args, 'in'], { cwd: folder(t, { 'in/a.txt': FAULTY, 'in/b.txt': CLEAN }) });
  assert.equal(fix().stderr, '1 article changed.\n');
  assert.equal(fix('--output', 'clean').stderr, '1 article changed.\n');
  assert.equal(fix('--quiet').stderr, '');
  assert.equal(fix('--format', 'jsonl').stderr, '');
});

test('a reader that goes away ends it quietly', async (t) => {
  const root = folder(t, faulty(1200));
  const child = start(['check', '--format', 'jsonl', ...ONE, '.'], root);
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((done) => child.on('close', done));
  assert.equal(errors, '');
  assert.equal(status, 1);
});

test('an interrupt ends with 130 and leaves no part of a file', { skip: process.platform === 'win32' }, async (t) => {
  const files = faulty(700);
  for (const extra of [
    ['--jobs', '1'],
    ['--jobs', '2'],
  ]) {
    const root = folder(t, { ...files, 'report.out': 'old' });
    const child = start(['check', '--fix', ...extra, '--format', 'jsonl', '-o', 'report.out', ...ONE, '.'], root);
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    const mended = (): boolean => readFileSync(join(root, '0.txt'), 'utf8') !== files['0.txt'];
    const watch = setInterval(() => mended() && child.kill('SIGINT'), 5);
    const status = await new Promise((done) => child.on('close', done));
    clearInterval(watch);
    assert.equal(status, 130);
    assert.match(errors, /^corpuslint: broken off while writing; "corpuslint undo [\d-]+" takes back what was written\n$/);
    assert.equal(readFileSync(join(root, 'report.out'), 'utf8'), 'old');
    assert.equal(Object.keys(bytesOf(root)).length, 701, 'no temporary file is left');
    for (let i = 0; i < 700; i++) {
      const text = readFileSync(join(root, `${i}.txt`), 'utf8');
      assert.ok([files[`${i}.txt`], files[`${i}.txt`].replace('المعـ.ارك', 'المعارك')].includes(text));
    }
  }
});

test('names writes clusters and a summary', (t) => {
  const root = folder(t, { 'a.txt': CLEAN });
  const { status, stdout } = corpuslint(['names', '--format', 'jsonl', '.'], { cwd: root });
  assert.equal(status, 0);
  const { seconds, ...counts } = rowsOf(stdout).at(-1)!.summary as Record<string, number>;
  assert.deepEqual(counts, { articles: 1, clusters: 0 });
  assert.equal(typeof seconds, 'number');
});

test('a check leaves nothing behind', (t) => {
  const root = folder(t, { 'a.txt': FAULTY });
  corpuslint(['check', '.'], { cwd: root });
  assert.deepEqual(Object.keys(bytesOf(root)), [join(root, 'a.txt')]);
});

test('a mark is compared with the article, and with its source where the article mostly sets it so', (t) => {
  const usual = 'عنوان الخبر\n\nقال الوزير، أمس، إن المشروع، وهو كبير، سينتهي، كما وعد، في موعده، ثم غادر، وعاد، ثم سافر، إلى العاصمة.\n';
  const root = folder(t, {
    ...Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`s/${name}.txt`, usual])),
    's/g.txt': 'عنوان آخر\n\nقال الوزير, أمس, إن, المشروع سينتهي. ثم غادر، وعاد مساء.\n',
    's/h.txt': 'عنوان ثالث\n\nقال الوزير ، أمس ، إن المشروع سينتهي. ثم غادر، وعاد مساء.\n',
    's/i.txt': 'عنوان رابع\n\nقال الوزير، أمس، إن المشروع ، وهو كبير، سينتهي، كما وعد.\n',
  });
  const { stdout } = corpuslint(['check', root, '--rule', 'foreign-mark,stray-blank', '--format', 'jsonl']);
  assert.deepEqual(
    rowsOf(stdout).flatMap(({ message }) => (message ? [message] : [])),
    [
      'A Latin comma stands here and at 2 more places of the article, in most of this source an Arabic one.',
      'A blank stands before the comma, unlike in most of this source; so at one more place of the article.',
      'A blank stands before the comma, unlike elsewhere.',
    ],
  );
});
