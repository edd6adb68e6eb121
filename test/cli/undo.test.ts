import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { bytesOf, CLEAN, corpuslint, FAULTY, faulty, folder, MENDED, type Result, rowsOf, start } from './run';

const FIX = ['check', '--fix', '--rule', 'obfuscated-word', '--quiet'];

/** `bytesOf` a folder, by paths within it. */
function articlesOf(root: string): Record<string, string> {
  return Object.fromEntries(Object.entries(bytesOf(root)).map(([path, bytes]) => [relative(root, path), bytes]));
}

const at = (root: string, ...args: string[]): Result => corpuslint(args, { cwd: root });
const journalOf = (root: string): string[] => readdirSync(join(root, '.corpuslint/journal')).filter((name) => name.endsWith('.jsonl'));

/** Articles with everything that a fix keeps, each in its own folder: what recurs in an outlet is a leftover. */
const PECULIAR: Readonly<Record<string, string>> = {
  ...faulty(20),
  'mark/a.txt': `\uFEFF${FAULTY}`,
  'windows/a.txt': `${FAULTY}${CLEAN}`.replaceAll('\n', '\r\n'),
  'mixed/a.txt': `${FAULTY}\r\nوبدأ الاجتماع بعد الظهر في قاعة كبيرة.\r${CLEAN}`,
  'none/a.txt': FAULTY.trimEnd(),
  'clean.txt': CLEAN,
};

test('undo restores every byte, log tells of it, and a second undo goes one run further back', (t) => {
  const root = folder(t, PECULIAR);
  const first = articlesOf(root);
  assert.deepEqual(at(root, ...FIX, '.'), { status: 0, stdout: '', stderr: '' });
  writeFileSync(join(root, '0.txt'), FAULTY);
  const second = articlesOf(root);
  at(root, ...FIX, '.');
  assert.deepEqual(journalOf(root).length, 2);

  const runs = rowsOf(at(root, 'log', '--format', 'jsonl').stdout);
  assert.deepEqual(
    runs.map(({ articles, edits, rules, state }) => [articles, edits, rules, state]),
    [
      [1, 1, { 'obfuscated-word': 1 }, 'complete'],
      [24, 24, { 'obfuscated-word': 24 }, 'complete'],
    ],
  );
  const [edit] = rowsOf(at(root, 'log', String(runs[0].run), '--format', 'jsonl').stdout);
  const { run, version, file, rule, start, end, old, new: written } = edit;
  assert.deepEqual([run, version, file, rule, start, end], [runs[0].run, '0.1.0', '0.txt', 'obfuscated-word', 6, 15]);
  assert.equal(FAULTY.slice(0, 6) + written + FAULTY.slice(15), MENDED);
  assert.equal(old, FAULTY.slice(6, 15));
  assert.match(at(root, 'log', String(runs[0].run)).stdout, /^0\.txt\n {2}6 +obfuscated-word {2}\u2068المعـ\.ارك\u2069 → \u2068المعارك\u2069\n$/);

  assert.deepEqual(at(root, 'undo'), { status: 0, stdout: `1 article restored (run ${runs[0].run}).\n`, stderr: '' });
  assert.deepEqual(articlesOf(root), second);
  assert.match(
    at(root, 'log').stdout,
    /^\S+ {2}\d{4}-\d\d-\d\d .* UTC {2}check --fix .*\n {4}1 edit in 1 article \(obfuscated-word 1\)\. Taken back .*\n.*\n {4}24 edits in 24 articles \(obfuscated-word 24\)\.\n$/,
  );
  // Of the run before, 0.txt was changed by hand since.
  const partly = at(root, 'undo', '--quiet');
  assert.deepEqual([partly.status, partly.stderr], [2, 'corpuslint: 0.txt was changed since and is left as it is\n']);
  assert.deepEqual(articlesOf(root), { ...first, '0.txt': second['0.txt'] });
  assert.match(at(root, 'log').stdout, /Taken back .*, but for 1 article that was changed since\.\n$/);
  assert.deepEqual(at(root, 'undo').status, 2, 'there is none left');
  // By name a run can be taken back again.
  assert.match(at(root, 'undo', String(runs[0].run)).stdout, /^0 articles restored .* 1 article was as before already\.\n$/);
  assert.deepEqual(readdirSync(join(root, '.corpuslint/journal')).sort(), ['.gitignore', ...journalOf(root)].sort());
});

test('what changed or is gone since is named and holds up no other', (t) => {
  const root = folder(t, faulty(4));
  const before = articlesOf(root);
  at(root, ...FIX, '.');
  writeFileSync(join(root, '1.txt'), CLEAN);
  rmSync(join(root, '2.txt'));
  const { status, stdout, stderr } = at(root, 'undo');
  assert.equal(status, 2);
  assert.match(stdout, /^2 articles restored/);
  assert.equal(stderr, "corpuslint: 1.txt was changed since and is left as it is\ncorpuslint: 2.txt is gone and can't be restored\n");
  const { '2.txt': _, ...rest } = before;
  assert.deepEqual(articlesOf(root), { ...rest, '1.txt': Buffer.from(CLEAN).toString('hex') });
  // Where nothing could be taken back, the run is still the next.
  const other = folder(t, faulty(1));
  at(other, ...FIX, '.');
  const fixed = readFileSync(join(other, '0.txt'));
  writeFileSync(join(other, '0.txt'), CLEAN);
  assert.equal(at(other, 'undo').status, 2);
  writeFileSync(join(other, '0.txt'), fixed);
  assert.equal(at(other, 'undo').status, 0);
});

test('a corpus is where its configuration is, however it was named', (t) => {
  const root = folder(t, { 'corpus/corpuslint.jsonc': '{}', 'corpus/news/a.txt': FAULTY, 'loose/b.txt': FAULTY, 'link/to.text': FAULTY });
  symlinkSync('../link/to.text', join(root, 'loose/c.txt'));
  const before = articlesOf(root);
  at(root, ...FIX, 'corpus/news', 'loose');
  assert.equal(journalOf(join(root, 'corpus')).length, 1);
  assert.equal(journalOf(root).length, 1);
  assert.equal(at(join(root, 'corpus/news'), 'undo').status, 0);
  assert.equal(at(root, 'undo').status, 0);
  assert.deepEqual(articlesOf(root), before);
  at(root, ...FIX, 'corpus');
  assert.equal(at(root, 'undo').status, 2);
  assert.equal(at(root, 'undo', '--corpus', 'corpus').status, 0);
  assert.deepEqual(articlesOf(root), before);
  // From elsewhere, and after the corpus has moved.
  const cwd = folder(t, {});
  at(cwd, ...FIX, join(root, 'loose'));
  assert.equal(at(cwd, 'undo').status, 0);
  at(root, ...FIX, 'corpus');
  renameSync(join(root, 'corpus'), join(root, 'moved'));
  assert.equal(at(join(root, 'moved'), 'undo').status, 0);
  renameSync(join(root, 'moved'), join(root, 'corpus'));
  assert.deepEqual(articlesOf(root), before);
});

test('nothing is remembered of what changed nothing', (t) => {
  const root = folder(t, { 'a.txt': CLEAN });
  for (const args of [['check', '.'], [...FIX, '.'], ['check', '--diff', '.'], ['log'], ['undo']]) at(root, ...args);
  assert.deepEqual(readdirSync(root), ['a.txt']);
  assert.match(
    at(root, 'undo').stderr,
    /^corpuslint: no run of check --fix is recorded in \.corpuslint\/journal; "--corpus FOLDER" looks in another corpus\n$/,
  );
  assert.deepEqual([at(root, 'log').status, at(root, 'log', '--format', 'jsonl').stdout], [0, '']);
});

test('an unknown run has a nearest one, and nothing is undone', (t) => {
  const root = folder(t, faulty(1));
  at(root, ...FIX, '.');
  const [run] = journalOf(root).map((name) => name.slice(0, -6));
  const { status, stderr } = at(root, 'undo', `${run.slice(0, -1)}x`);
  assert.deepEqual([status, stderr], [2, `corpuslint: no run ${run.slice(0, -1)}x; did you mean ${run}?\n`]);
  assert.match(at(root, 'log', '../../x').stderr, /no run \.\.\/\.\.\/x; there are/);
});

test('a journal that is broken is an error with its line, and nothing is taken back', (t) => {
  const cases: readonly (readonly [(text: string) => string, RegExp])[] = [
    [(text) => text.replace(/"old":/g, '"old'), /journal\/\S+\.jsonl:2: this line of the journal is broken/],
    [(text) => text.replaceAll('"version":"0.1.0"', '"version":"9.0.0"'), /:1: this was written by corpuslint 9\.0\.0, which is newer/],
    [(text) => text.replaceAll('"file":"1.txt"', '"file":"../1.txt"'), /:3: \.\.\/1\.txt is no path within the corpus/],
  ];
  for (const [spoil, message] of cases) {
    const root = folder(t, faulty(3));
    at(root, ...FIX, '.');
    const fixed = articlesOf(root);
    const path = join(root, '.corpuslint/journal', journalOf(root)[0]);
    writeFileSync(path, spoil(readFileSync(path, 'utf8')));
    const { status, stderr } = at(root, 'undo');
    assert.equal(status, 2);
    assert.match(stderr, message);
    assert.deepEqual(articlesOf(root), fixed);
    assert.equal(at(root, 'log').status, 2);
  }
});

test('changes that do not lead back to the very bytes are not made', (t) => {
  const root = folder(t, faulty(2));
  at(root, ...FIX, '.');
  const fixed = articlesOf(root);
  const path = join(root, '.corpuslint/journal', journalOf(root)[0]);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"old":"المعـ.ارك"', '"old":"المعـ*ارك"'));
  assert.equal(at(root, 'undo').status, 2);
  assert.deepEqual(articlesOf(root), fixed);
});

test('two runs do not meet', async (t) => {
  const root = folder(t, faulty(400));
  const before = articlesOf(root);
  const first = start([...FIX, '.'], root);
  const ended = new Promise((resolve) => first.on('exit', resolve));
  while (!existsSync(join(root, '.corpuslint/journal'))) await setTimeout(5);
  for (const args of [
    [...FIX, '.'],
    ['check', '--fix', '0.txt'],
  ]) {
    const { status, stderr } = at(root, ...args);
    // It may have ended by now, if the machine is busy.
    if (first.exitCode !== null) break;
    assert.equal(status, 2);
    assert.match(
      stderr,
      new RegExp(
        `^corpuslint: another corpuslint is writing in \\.: process ${first.pid} on \\S+, since \\S+Z; .* delete \\.corpuslint/journal/lock\\.\\S+\n$`,
      ),
    );
  }
  assert.equal(await ended, 0);
  assert.equal(at(root, 'undo').status, 0);
  assert.deepEqual(articlesOf(root), before);
});

test('without the right to remember nothing is fixed, and without the right to write nothing is forgotten', (t) => {
  const root = folder(t, { 'in/a.txt': FAULTY, 'in/b.txt': FAULTY.replace('هدوء', 'سكون') });
  const before = articlesOf(root);
  const refused = corpuslint([...FIX, 'in'], { cwd: root, unprivileged: true });
  assert.deepEqual([refused.status, refused.stderr], [2, "corpuslint: can't write .corpuslint/journal: permission denied\n"]);
  assert.deepEqual(articlesOf(root), before);
  chmodSync(root, 0o777);
  chmodSync(join(root, 'in'), 0o777);
  chmodSync(join(root, 'in/a.txt'), 0o666);
  chmodSync(join(root, 'in/b.txt'), 0o444);
  const partly = corpuslint([...FIX, 'in'], { cwd: root, unprivileged: true });
  assert.deepEqual([partly.status, partly.stderr], [2, "corpuslint: can't write in/b.txt: permission denied\n"]);
  chmodSync(join(root, 'in'), 0o555);
  const undone = corpuslint(['undo'], { cwd: root, unprivileged: true });
  assert.deepEqual([undone.status, undone.stderr], [2, "corpuslint: can't write in/a.txt: permission denied\n"]);
  chmodSync(join(root, 'in'), 0o777);
  assert.deepEqual(corpuslint(['undo'], { cwd: root, unprivileged: true }).status, 0);
  assert.deepEqual(articlesOf(root), before);
});

test('a full disk leaves every file whole, and a way back', { skip: process.getuid?.() !== 0 || process.platform !== 'linux' }, (t) => {
  const root = join(folder(t, { 'disk/x': '' }), 'disk');
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', root]).status !== 0) return t.skip('nothing can be mounted here');
  try {
    mkdirSync(join(root, 'in'));
    for (const [name, text] of Object.entries(faulty(8))) writeFileSync(join(root, 'in', name), text + CLEAN.repeat(1000));
    const before = articlesOf(join(root, 'in'));
    for (const [spare, expected] of [
      [0, /^corpuslint: can't write \.corpuslint\/journal\S*: no space left on the disk\n$/],
      [48 << 10, /^(?:corpuslint: can't write (?:in|\.corpuslint)\/\S+: no space left on the disk\n)+$/],
    ] as const) {
      fill(root, spare);
      const { status, stderr } = at(root, ...FIX, 'in');
      assert.equal(status, 2);
      assert.match(stderr, expected);
      rmSync(join(root, 'filler'));
      if (spare > 0) assert.equal(at(root, 'undo').status, 0);
      assert.deepEqual(articlesOf(join(root, 'in')), before);
    }
  } finally {
    spawnSync('umount', [root]);
  }
});

/** Fills a disk but for so many bytes. */
function fill(root: string, spare: number): void {
  const path = join(root, 'filler');
  try {
    for (;;) appendFileSync(path, Buffer.alloc(4096));
  } catch {
    truncateSync(path, statSync(path).size - spare);
  }
}

/** Runs that are killed, and the articles they fix. The full measure is 50 and 2000. */
const KILLS = Number(process.env.CORPUSLINT_KILLS ?? 6);
const ARTICLES = KILLS > 6 ? 2000 : 300;

test(`${KILLS} runs killed at any moment tear no file, and are told of and taken back`, async (t) => {
  const root = folder(
    t,
    faulty(ARTICLES, (i) => `${i % 7}/${i}.txt`),
  );
  const before = articlesOf(root);
  const clock = performance.now();
  at(root, ...FIX, '.');
  const whole = performance.now() - clock;
  const fixed = articlesOf(root);
  assert.equal(at(root, 'undo').status, 0);
  const met = { early: 0, writing: 0, late: 0 };
  for (let i = 0; i < KILLS; i++) met[await killOne(root, before, fixed, i, whole)]++;
  t.diagnostic(`killed before anything was written ${met.early}, while it was ${met.writing}, after it ${met.late}`);
});

test('an undo that was killed is told of, and goes on', async (t) => {
  const root = folder(t, faulty(300));
  const before = articlesOf(root);
  at(root, ...FIX, '.');
  const child = start(['undo'], root);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  while (child.exitCode === null && readFileSync(join(root, '0.txt'), 'utf8').includes('المعارك')) await setTimeout(1);
  child.kill('SIGKILL');
  await ended;
  // It may have ended by now, if the machine is quick.
  if (!/"undone"/.test(readFileSync(join(root, '.corpuslint/journal', journalOf(root)[0]), 'utf8'))) {
    const { status, stderr } = at(root, 'undo');
    assert.match(stderr, /taking back the run \S+ was interrupted: \d+ of 300 articles are still as it wrote them; "corpuslint undo \S+" goes on\n$/);
    assert.equal(status, 0);
  }
  assert.deepEqual(articlesOf(root), before);
});

/** Kills a run at a random moment; every other time at one at which articles are being written. */
async function killOne(
  root: string,
  before: Record<string, string>,
  fixed: Record<string, string>,
  i: number,
  whole: number,
): Promise<'early' | 'writing' | 'late'> {
  const runs = journalOf(root).length;
  const child = spawn(process.execPath, [process.env.CORPUSLINT_BUNDLE ?? join(process.cwd(), 'dist/server.js'), ...FIX, '--jobs', '2', '.'], {
    cwd: root,
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  if (i % 2 === 0) await setTimeout(Math.random() * whole);
  else {
    while (child.exitCode === null && journalOf(root).length === runs) await setTimeout(1);
    await setTimeout((Math.random() * whole) / 5);
  }
  child.kill('SIGKILL');
  await ended;
  const left = Object.entries(articlesOf(root)).filter(([path]) => !path.includes('.corpuslint-'));
  assert.deepEqual(
    left.map(([path]) => path),
    Object.keys(before),
  );
  for (const [path, bytes] of left) assert.ok(bytes === before[path] || bytes === fixed[path], `${path} is torn`);
  const written = left.filter(([path, bytes]) => bytes !== before[path]).length;
  const begun = journalOf(root).length > runs;
  const complete = begun && /"ended"/.test(readFileSync(join(root, '.corpuslint/journal', journalOf(root).sort().at(-1)!), 'utf8'));
  // Whatever runs next tells, and it alone.
  const next = i % 3 === 0 ? at(root, 'check', '--fix', '--rule', 'unreadable-file', '.') : at(root, 'undo');
  const said = next.stderr + (i % 3 === 0 ? at(root, 'undo').stderr : '');
  const told = new RegExp(`the run \\S+ was interrupted after ${written} of ${ARTICLES} articles; "corpuslint undo \\S+" takes it back\n`);
  if (begun && !complete) assert.match(said.replaceAll(',', ''), told);
  else assert.doesNotMatch(said, /interrupted/);
  assert.deepEqual(articlesOf(root), before, 'all is as it was, and nothing else is left');
  assert.deepEqual(
    readdirSync(join(root, '.corpuslint/journal')).filter((name) => /^(?!\.gitignore|.*\.jsonl$)/.test(name)),
    [],
  );
  return written === 0 ? 'early' : complete ? 'late' : 'writing';
}
