import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytesOf, CLEAN, corpuslint, FAULTY, folder, MENDED, rowsOf, UNREADABLE } from './run';

const FIX = ['check', '--fix', '--unsafe-fixes', '--rule', 'obfuscated-word,unreadable-file', '--format', 'jsonl'];

test("files that aren't UTF-8 are findings of group file, and are never touched", (t) => {
  const files = Object.fromEntries(Object.entries(UNREADABLE).map(([kind, bytes]) => [`${kind}.txt`, bytes]));
  const root = folder(t, { ...files, 'a.txt': FAULTY });
  const before = bytesOf(root);
  const { status, stdout, stderr } = corpuslint([...FIX, '.'], { cwd: root });
  assert.deepEqual([status, stderr], [1, '']);
  const rows = rowsOf(stdout).slice(0, -1);
  assert.deepEqual(
    rows.map(({ file, rule, group, severity, data }) => [file, rule, group, severity, (data as { kind: string }).kind]),
    Object.keys(UNREADABLE)
      .sort()
      .map((kind) => [`${kind}.txt`, 'unreadable-file', 'file', 'error', kind]),
  );
  assert.deepEqual(rows[0].range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  assert.deepEqual(bytesOf(root), { ...before, [join(root, 'a.txt')]: Buffer.from(MENDED).toString('hex') });
});

test('a file that was named itself and is no text is a finding too', (t) => {
  const root = folder(t, { 'a.txt': UNREADABLE['utf-16'] });
  assert.equal(corpuslint(['check', join(root, 'a.txt')]).status, 1);
});

/** Texts whose peculiarities every fix keeps. */
const KEPT: Readonly<Record<string, string>> = {
  'byte order mark': `\uFEFF${FAULTY}`,
  'line ends of Windows': `${FAULTY}${CLEAN}`.replaceAll('\n', '\r\n'),
  'line ends of old': `${FAULTY}${CLEAN}`.replaceAll('\n', '\r'),
  'mixed line ends': `${FAULTY}\r\nوبدأ الاجتماع بعد الظهر في قاعة كبيرة.\r${CLEAN}`,
  'no final line end': FAULTY.trimEnd(),
  NUL: `${FAULTY}وصل\0 الوفد إلى المدينة.\n`,
  'a long line': `${CLEAN.trimEnd()} `.repeat(45_000) + FAULTY,
  'nothing but a mark': '\uFEFF',
  empty: '',
};

test('every peculiarity of a file is kept by fixes', (t) => {
  // Each in its own folder: what recurs in the articles of an outlet is a leftover.
  const root = folder(t, Object.fromEntries(Object.entries(KEPT).map(([name, text]) => [`${name}/a.txt`, text])));
  assert.ok(statSync(join(root, 'a long line/a.txt')).size > 4_500_000);
  const { status, stderr } = corpuslint([...FIX, '.'], { cwd: root });
  assert.deepEqual([status, stderr], [0, '']);
  for (const [name, text] of Object.entries(KEPT)) {
    assert.ok(readFileSync(join(root, `${name}/a.txt`), 'utf8') === text.replace('المعـ.ارك', 'المعارك'), name);
  }
});

test('a fix keeps the mode of a file and writes through a link', (t) => {
  const root = folder(t, { 'in/a.txt': FAULTY, 'out/b.text': FAULTY });
  chmodSync(join(root, 'in/a.txt'), 0o640);
  symlinkSync('../out/b.text', join(root, 'in/b.txt'));
  corpuslint([...FIX, 'in'], { cwd: root });
  assert.equal(statSync(join(root, 'in/a.txt')).mode & 0o777, 0o640);
  assert.equal(readFileSync(join(root, 'in/a.txt'), 'utf8'), MENDED);
  assert.equal(readFileSync(join(root, 'out/b.text'), 'utf8'), MENDED);
  assert.ok(lstatSync(join(root, 'in/b.txt')).isSymbolicLink());
});

test('what may not be read is a finding under a path, and an error where it was named', (t) => {
  const root = folder(t, { 'locked.txt': FAULTY, 'open.txt': CLEAN });
  mkdirSync(join(root, 'closed'), { mode: 0o700 });
  symlinkSync('nowhere', join(root, 'broken.txt'));
  chmodSync(join(root, 'locked.txt'), 0o000);
  chmodSync(join(root, 'closed'), 0o000);
  const found = corpuslint(['check', '--format', 'jsonl', '.'], { cwd: root, unprivileged: true });
  assert.deepEqual([found.status, found.stderr], [1, '']);
  const rows = rowsOf(found.stdout);
  assert.deepEqual(
    rows.slice(0, -1).map(({ file, group, data }) => [file, group, (data as { detail: string }).detail]),
    [
      ['broken.txt', 'file', 'no such file or folder'],
      ['closed', 'file', 'permission denied'],
      ['locked.txt', 'file', 'permission denied'],
    ],
  );
  for (const name of ['locked.txt', 'closed']) {
    const named = corpuslint(['check', name], { cwd: root, unprivileged: true });
    assert.deepEqual([named.status, named.stderr], [2, `corpuslint: can't read ${name}: permission denied\n`]);
  }
});

test('an article that may not be written stays as it is, and is told of', (t) => {
  const root = folder(t, { 'in/a.txt': FAULTY });
  chmodSync(root, 0o777);
  const { status, stderr } = corpuslint([...FIX, 'in'], { cwd: root, unprivileged: true });
  assert.deepEqual([status, stderr], [2, "corpuslint: can't write in/a.txt: permission denied\n"]);
  assert.equal(readFileSync(join(root, 'in/a.txt'), 'utf8'), FAULTY);
  assert.equal(Object.keys(bytesOf(root)).length, 1);
});
