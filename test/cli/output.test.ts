import assert from 'node:assert/strict';
import { chmodSync, linkSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { bytesOf, CLEAN, corpuslint, FAULTY, folder, MENDED, UNREADABLE } from './run';

const FIX = ['check', '--fix', '--rule', 'obfuscated-word,unreadable-file', '--quiet', '--output'];

const contents = (root: string): Record<string, string> =>
  Object.fromEntries(Object.entries(bytesOf(root)).map(([path, bytes]) => [relative(root, path), Buffer.from(bytes, 'hex').toString('latin1')]));
const latin = (text: string | Uint8Array): string => Buffer.from(text).toString('latin1');

test('the cleaned corpus stands in a folder of its own, the originals as they were', (t) => {
  const files = {
    'a.txt': FAULTY,
    'sub/mark.txt': `\uFEFF${FAULTY}`,
    'sub/clean.txt': CLEAN.replaceAll('\n', '\r\n'),
    'odd.txt': UNREADABLE.encoding,
    'note.md': 'x',
  };
  for (const jobs of ['1', '2']) {
    const root = folder(t, Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${name}`, text])));
    chmodSync(join(root, 'in/a.txt'), 0o640);
    const before = bytesOf(root);
    const { status, stderr } = corpuslint([...FIX, 'out/clean', '--jobs', jobs, 'in'], { cwd: root });
    assert.deepEqual([status, stderr], [1, ''], 'the unreadable one is still a finding');
    assert.deepEqual(contents(join(root, 'out/clean')), {
      'a.txt': latin(MENDED),
      'odd.txt': latin(UNREADABLE.encoding),
      'sub/clean.txt': latin(files['sub/clean.txt']),
      'sub/mark.txt': latin(`\uFEFF${MENDED}`),
    });
    assert.equal(statSync(join(root, 'out/clean/a.txt')).mode & 0o777, 0o640);
    for (const [path, bytes] of Object.entries(before)) assert.equal(bytesOf(root)[path], bytes, path);
    assert.equal(Object.keys(bytesOf(root)).length, Object.keys(before).length + 4);
  }
});

test('several corpora keep their places, and only what was asked for is written', (t) => {
  const root = folder(t, {
    'in/corpuslint.jsonc': '{}',
    'in/a.txt': FAULTY,
    'in/m/corpuslint.jsonc': '{}',
    'in/m/a.txt': CLEAN,
    'in/n/b.txt': CLEAN,
  });
  corpuslint([...FIX, 'out', 'in'], { cwd: root });
  assert.deepEqual(Object.keys(contents(join(root, 'out'))), ['a.txt', 'm/a.txt', 'n/b.txt']);
  corpuslint([...FIX, 'part', 'in/n'], { cwd: root });
  assert.deepEqual(Object.keys(contents(join(root, 'part'))), ['n/b.txt']);
});

test('a file that is there is replaced only by force, and then nothing else with it', (t) => {
  const root = folder(t, { 'in/a.txt': FAULTY, 'in/b.txt': CLEAN, 'out/b.txt': 'mine' });
  const before = bytesOf(root);
  const { status, stderr } = corpuslint([...FIX, 'out', 'in'], { cwd: root });
  assert.deepEqual([status, stderr], [2, 'corpuslint: out/b.txt is there already; --force replaces it\n']);
  assert.deepEqual(bytesOf(root), before);
  // Links lead back to the originals: the links go, what they lead to stays.
  symlinkSync('../in/a.txt', join(root, 'out/a.txt'));
  assert.match(corpuslint([...FIX, 'out', 'in'], { cwd: root }).stderr, /2 of the files are there already, such as out\/a\.txt;/);
  assert.equal(corpuslint([...FIX, 'out', '--force', 'in'], { cwd: root }).status, 0);
  assert.equal(readFileSync(join(root, 'in/a.txt'), 'utf8'), FAULTY);
  assert.equal(readFileSync(join(root, 'out/a.txt'), 'utf8'), MENDED);
  assert.equal(readFileSync(join(root, 'out/b.txt'), 'utf8'), CLEAN);
  assert.ok(!lstatSync(join(root, 'out/a.txt')).isSymbolicLink());
  const linked = folder(t, { 'in/a.txt': FAULTY, 'in/sub/b.txt': FAULTY });
  mkdirSync(join(linked, 'out'));
  linkSync(join(linked, 'in/a.txt'), join(linked, 'out/a.txt'));
  symlinkSync('../in/sub', join(linked, 'out/sub'));
  const forced = corpuslint([...FIX, 'out', '--force', 'in'], { cwd: linked });
  assert.deepEqual([forced.status, forced.stderr], [2, "corpuslint: can't copy in/sub/b.txt: a symbolic link is in the way\n"]);
  for (const name of ['in/a.txt', 'in/sub/b.txt']) assert.equal(readFileSync(join(linked, name), 'utf8'), FAULTY);
});

test('copies are no articles of the corpus that they come from', (t) => {
  const root = folder(t, { 'corpuslint.jsonc': '{ "exclude": ["cleaned/**"] }', 'news/a.txt': FAULTY });
  const before = bytesOf(root);
  for (const name of ['.', 'out', 'news/out']) {
    const { status, stderr } = corpuslint([...FIX, name, '--force', '.'], { cwd: root });
    assert.equal(status, 2);
    assert.match(stderr, /^corpuslint: copies in \S+ would be articles of the corpus \. themselves/);
  }
  assert.deepEqual(bytesOf(root), before);
  assert.equal(corpuslint([...FIX, 'cleaned', '.'], { cwd: root }).status, 0);
  assert.equal(corpuslint([...FIX, '.cleaned', '.'], { cwd: root }).status, 0);
  assert.equal(readFileSync(join(root, 'cleaned/news/a.txt'), 'utf8'), MENDED);
});

test('what can not be copied is told of, and wrong usage is', (t) => {
  const root = folder(t, { 'in/a.txt': FAULTY, 'in/b.txt': CLEAN, file: '' });
  chmodSync(root, 0o777);
  chmodSync(join(root, 'in/b.txt'), 0o000);
  const run = (...args: string[]) => corpuslint(args, { cwd: root, unprivileged: true });
  const { status, stderr } = run(...FIX, 'out', 'in');
  assert.deepEqual([status, stderr], [2, "corpuslint: can't copy in/b.txt: permission denied\n"]);
  assert.deepEqual(Object.keys(contents(join(root, 'out'))), ['a.txt']);
  assert.match(run(...FIX, 'file', 'in').stderr, /can't write file: it is no folder/);
  assert.match(run(...FIX, 'file/out', 'in').stderr, /can't write \S*file\/out: no such file or folder/);
  assert.match(run('check', '--output', 'out', 'in').stderr, /--output goes with --fix/);
  assert.match(run('check', '--diff', '--output', 'out', 'in').stderr, /--output goes with --fix/);
  assert.match(run('check', '--fix', '--force', 'in').stderr, /--force goes with --output/);
  writeFileSync(join(root, 'keep'), '');
});
