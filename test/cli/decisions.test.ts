import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytesOf, CLEAN, corpuslint, DECISIONS, FAULTY, faulty, folder, MENDED, rowsOf, asRana as run, sample, UNREADABLE } from './run';

const linesOf = (root: string): string[] => readFileSync(join(root, DECISIONS), 'utf8').split('\n').slice(0, -1);
const findings = (root: string, ...args: string[]) => rowsOf(run(root, 'check', '--format', 'jsonl', ...args).stdout).slice(0, -1);

test('after --keep a check is silent, whatever the rule', (t) => {
  const root = sample(t);
  const before = findings(root);
  const articles = bytesOf(root);
  const { status, stdout, stderr } = run(root, 'check', '--keep');
  assert.deepEqual([status, stdout, stderr], [0, `${before.length} findings kept in ${DECISIONS}.\n`, '']);
  assert.deepEqual(findings(root), []);
  assert.equal(run(root, 'check', '--fail-on', 'info').status, 0);
  const after = bytesOf(root);
  assert.deepEqual(Object.keys(after).filter((path) => after[path] !== articles[path]).length, 2, 'the decisions, and how git is to merge them');
  const first = JSON.parse(linesOf(root)[0]);
  assert.equal(first.by, 'rana');
  assert.match(first.at, /^\d{4}-\d\d-\d\d$/);
  const written = linesOf(root);
  assert.deepEqual([...written].sort(), written);
  assert.equal(run(root, 'check', '--keep').stdout, `0 findings kept in ${DECISIONS}.\n`);
  assert.deepEqual(linesOf(root), written);
});

test('--keep with --rule keeps what that rule finds, and threads make no difference', (t) => {
  const root = folder(t, { ...faulty(700), 'x.txt': 'وصل الوفد\u200b إلى العاصمة.\n' });
  run(root, 'check', '--keep', '--rule', 'obfuscated-word', '--jobs', '2');
  assert.deepEqual(
    findings(root).map(({ rule }) => rule),
    ['invisible-character'],
  );
  assert.deepEqual(findings(root, '--jobs', '2').length, 1);
});

test('what is kept stays kept when the words stand elsewhere, and comes back where others stand around', (t) => {
  const root = folder(t, { 'a.txt': FAULTY });
  run(root, 'check', '--keep');
  rmSync(join(root, 'a.txt'));
  mkdirSync(join(root, 'next'));
  writeFileSync(join(root, 'next/1.txt'), `${CLEAN}\n${CLEAN.replace('الوزير', 'السفير')}\n${FAULTY}`);
  assert.deepEqual(findings(root), []);
  writeFileSync(join(root, 'next/1.txt'), FAULTY.replace('تجددت', 'توقفت'));
  assert.equal(findings(root).length, 1);
});

/** A page that was flattened into a line, with a faulty word in its third paragraph, where nothing ends the sentence before. */
const FLATTENED = [
  'أسعار القمح ترتفع للشهر الثالث',
  'ارتفعت أسعار القمح للشهر الثالث على التوالي بسبب الجفاف الذي أصاب الحقول في الشمال.',
  'المعـ.ارك التي تدور قرب المخازن لم تمنع التجار من القول إنها تكفي حتى نهاية الصيف المقبل.',
  'وأضافوا أن الطلب على الخبز لم يتغير، وأن الأفران تعمل كل يوم كما كانت تعمل قبل الجفاف.',
  'ومن المنتظر أن تعلن الوزارة خطتها للموسم المقبل مساء الأحد.',
].join(' '.repeat(15));

test('what is kept stays kept when line ends are put back', (t) => {
  const root = folder(t, { 'a.txt': FLATTENED });
  run(root, 'check', '--keep', '--rule', 'obfuscated-word');
  assert.equal(run(root, 'check', '--fix').status, 0);
  assert.match(readFileSync(join(root, 'a.txt'), 'utf8'), /\n\nالمعـ\.ارك/);
  assert.deepEqual(findings(root), []);
});

test('the decisions of a corpus lie beside its configuration, else in the current folder', (t) => {
  const root = folder(t, { 'news/corpuslint.jsonc': '{}', 'news/deep/a.txt': FAULTY, 'loose/b.txt': FAULTY });
  assert.match(run(root, 'check', '--keep', 'news/deep').stdout, /^1 finding kept in news\/\.corpuslint\/decisions\.jsonl\.$/m);
  assert.match(run(root, 'check', '--keep', 'loose').stdout, /^1 finding kept in \.corpuslint\/decisions\.jsonl\.$/m);
  assert.deepEqual(findings(root, '.'), []);
  assert.equal(findings(join(root, 'loose'), '.').length, 1, 'another current folder, other decisions');
});

const NEVER = '{"verdict":"drop-line","scope":"corpus","text":"سطر لا وجود له"}';

test('what meets nothing is told after the whole corpus was checked, and set aside by --prune alone', (t) => {
  const root = folder(t, { 'corpuslint.jsonc': '{}', 'a.txt': FAULTY, 'b/c.txt': CLEAN });
  run(root, 'check', '--keep');
  const [kept] = linesOf(root);
  const gone = kept.replace('قرب المدينة', 'قرب القرية');
  const names = '{"verdict":"two-names","scope":"corpus","names":["بوتن","بوتين"]}';
  writeFileSync(join(root, DECISIONS), `${[kept, gone, names, NEVER, kept].join('\n')}\n`);
  const note = `corpuslint: ${DECISIONS}: 3 decisions meet nothing in these articles (lines 2, 3, 4); they wait for others, unless "corpuslint check --prune" sets them aside\n`;
  assert.equal(run(root, 'check').stderr, note);
  assert.equal(run(root, 'check', 'b').stderr, '', 'not all was looked at');
  assert.equal(run(root, 'check', '--rule', 'reversed-quote').stderr, '');
  assert.equal(run(root, 'check', '--diff').stderr, '');
  assert.match(run(root, 'check', '--prune', 'b').stderr, /--prune needs the whole corpus/);
  assert.match(run(root, 'check', '--prune', '--rule', 'reversed-quote').stderr, /--prune needs the whole corpus/);
  const { status, stdout } = run(root, 'check', '--prune');
  assert.equal(status, 0);
  assert.deepEqual(stdout.split('\n'), [gone, names, NEVER, `3 decisions moved from ${DECISIONS} to .corpuslint/pruned.jsonl.`, '']);
  assert.deepEqual(linesOf(root), [kept]);
  assert.deepEqual(readFileSync(join(root, '.corpuslint/pruned.jsonl'), 'utf8').trimEnd().split('\n').sort(), [gone, names, NEVER].sort());
  assert.equal(run(root, 'check').stderr, '');
});

test('nothing is said to meet nothing where a rule is off, or an article could not be read', (t) => {
  const off = folder(t, { 'corpuslint.jsonc': '{}', 'a.txt': FAULTY });
  run(off, 'check', '--keep');
  writeFileSync(join(off, 'corpuslint.jsonc'), '{ "overrides": [{ "files": ["*"], "rules": { "obfuscated-word": "off" } }] }');
  assert.equal(run(off, 'check').stderr, '');
  const broken = folder(t, { [DECISIONS]: `${NEVER}\n`, 'a.txt': CLEAN, 'b.txt': UNREADABLE.binary });
  assert.equal(run(broken, 'check').stderr, '');
  assert.match(run(broken, 'check', '--prune').stderr, /--prune needs every article: b\.txt could not be read/);
  assert.deepEqual(linesOf(broken), [NEVER]);
  run(broken, 'check', '--keep');
  assert.match(run(broken, 'check').stderr, /1 decision meets nothing in these articles \(line 1\)/, 'that it can not be read is decided too');
});

test('decisions of --fix: what people want written is written, a dropped line goes', (t) => {
  const fix = '{"verdict":"fix","scope":"corpus","rule":"obfuscated-word","text":"المع.ارك","write":"الاشتباكات"}';
  const drop = '{"verdict":"drop-line","scope":"corpus","text":"صوت الضفة في كل بيت"}';
  const root = folder(t, { [DECISIONS]: `${fix}\n${drop}\n`, 'a.txt': `${FAULTY}صوت الضفة في كل بيت\n` });
  assert.equal(run(root, 'check', '--fix').status, 0);
  assert.equal(readFileSync(join(root, 'a.txt'), 'utf8'), MENDED.replace('المعارك', 'الاشتباكات'));
});

test('rules that undo each other are named, and their article is left as it was', (t) => {
  const text = 'وصل وفد إلى العاصمة أمس.\n\nوقال فيرشينن في المؤتمر إن الوفد عاد مساء أمس بعد لقاء الوزير.\n';
  const root = folder(t, {
    'a.txt': text,
    'corpuslint.jsonc': '{ "rules": { "unwanted-spelling": { "write": { "فيرشينين": "فيرشينن" } } } }',
    [DECISIONS]: '{"verdict":"one-name","scope":"corpus","names":["فيرشينن","فيرشينين"],"preferred":"فيرشينين"}\n',
  });
  const { stdout, stderr } = run(root, 'check', '--fix');
  assert.equal(
    stderr,
    'corpuslint: a.txt:3: the fixes of inconsistent-name, unwanted-spelling never come to rest here, so the article is left as it was\n',
  );
  assert.doesNotMatch(stdout, /--fix mends/);
  assert.equal(readFileSync(join(root, 'a.txt'), 'utf8'), text);
});

test('a broken decisions file is an error with its line, and nothing is written', (t) => {
  const faults: readonly (readonly [content: string | Uint8Array, expected: RegExp])[] = [
    [`${NEVER}\n{"verdict":\n`, /^corpuslint: \.corpuslint\/decisions\.jsonl:2: this line is no decision: it is broken JSON$/m],
    [`<<<<<<< HEAD\n${NEVER}\n`, /decisions\.jsonl:1: git left a conflict here/],
    [`${NEVER.replace('drop-line', 'translate')}\n`, /decisions\.jsonl:1: unknown verdict translate; was it written by a newer corpuslint\?/],
    [Buffer.from('{"verdict":"drop-line","text":"\xe6"}', 'latin1'), /decisions\.jsonl:1: not UTF-8/],
  ];
  for (const [content, expected] of faults) {
    const root = folder(t, { [DECISIONS]: content, 'a.txt': FAULTY });
    const before = bytesOf(root);
    for (const args of [['check'], ['check', '--fix'], ['check', '--keep'], ['check', '--prune'], ['names']]) {
      const { status, stdout, stderr } = run(root, ...args);
      assert.match(stderr, expected);
      assert.deepEqual([status, stdout, stderr.trimEnd().split('\n').length], [2, '', 1]);
    }
    assert.deepEqual(bytesOf(root), before);
  }
});

test('--keep and --prune write decisions alone', (t) => {
  const root = folder(t, { 'a.txt': FAULTY });
  const error = (...args: string[]): string => run(root, 'check', ...args).stderr;
  assert.match(error('--keep', '--prune'), /choose one/);
  assert.match(error('--keep', '--fix'), /leave out --fix/);
  assert.match(error('--prune', '--diff'), /leave out --diff/);
  assert.match(error('--keep', '--format', 'jsonl'), /leave out --format/);
  assert.equal(existsSync(join(root, '.corpuslint')), false);
});

test('decisions that may not be read or written', (t) => {
  const root = folder(t, { 'a.txt': FAULTY });
  const nobody = (...args: string[]) => corpuslint(args, { cwd: root, unprivileged: true });
  const { status, stdout, stderr } = nobody('check', '--keep');
  assert.deepEqual([status, stdout], [2, '']);
  assert.equal(stderr, `corpuslint: can't write ${DECISIONS}: permission denied\n`);
  mkdirSync(join(root, '.corpuslint'));
  writeFileSync(join(root, DECISIONS), `${NEVER}\n`);
  chmodSync(join(root, DECISIONS), 0o600);
  const before = bytesOf(root);
  assert.equal(nobody('check').stderr, `corpuslint: ${DECISIONS}: permission denied\n`);
  chmodSync(join(root, DECISIONS), 0o644);
  assert.equal(nobody('check', '--keep').stderr, `corpuslint: can't write ${DECISIONS}: permission denied\n`);
  assert.deepEqual(bytesOf(root), before);
});

test('a full disk leaves the decisions as they were', (t) => {
  const root = folder(t, {});
  const small = join(root, 'small');
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    t.skip('to make a small disk takes a right that is missing');
    return;
  }
  try {
    mkdirSync(join(small, '.corpuslint'));
    writeFileSync(join(small, DECISIONS), `${NEVER}\n`);
    for (const [name, text] of Object.entries(faulty(8))) writeFileSync(join(small, name), text);
    assert.throws(() => writeFileSync(join(small, 'filler'), Buffer.alloc(1 << 20)), { code: 'ENOSPC' });
    const before = bytesOf(small);
    const { status, stderr } = run(small, 'check', '--keep');
    assert.deepEqual([status, stderr], [2, `corpuslint: can't write ${DECISIONS}: no space left on the disk\n`]);
    assert.deepEqual(bytesOf(small), before);
  } finally {
    execFileSync('umount', [small]);
  }
});

test('what two people decided at the same time, git merges line by line', (t) => {
  const root = folder(t, { 'corpuslint.jsonc': '{}', ...faulty(6) });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=rana', '-c', 'user.email=rana@example.org', '-c', 'init.defaultBranch=main', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1' },
    });
  const commit = (message: string): void => {
    git('add', '-A');
    git('commit', '-q', '-m', message);
  };
  git('init', '-q');
  commit('articles');
  const decide = (branch: string, from: string, ...paths: string[]): string[] => {
    git('checkout', '-q', '-b', branch, from);
    for (const path of paths) assert.equal(run(root, 'check', '--keep', path).status, 0);
    commit(branch);
    return linesOf(root);
  };
  const merge = (...branches: string[]): void => {
    git('checkout', '-q', branches[0]);
    git('merge', '-q', '-m', 'merge', branches[1]);
  };
  // Both begin the file.
  const one = decide('one', 'main', '0.txt', '3.txt');
  const two = decide('two', 'main', '1.txt', '3.txt');
  merge('one', 'two');
  assert.deepEqual(new Set(linesOf(root)), new Set([...one, ...two]));
  assert.equal(findings(root).length, 3);
  // Both add to it, side by side.
  const three = decide('three', 'one', '2.txt');
  const four = decide('four', 'one', '4.txt', '5.txt');
  merge('three', 'four');
  assert.deepEqual(new Set(linesOf(root)), new Set([...three, ...four]));
  assert.deepEqual(findings(root), []);
  assert.equal(run(root, 'check').stderr, '');
});

test('what was decided for a corpus needs no hand when its sites are read again', (t) => {
  const again = 'test/sample-2';
  const first = sample(t);
  cpSync(`${again}/.corpuslint`, join(first, '.corpuslint'), { recursive: true });
  assert.equal(run(first, 'check').stderr, '', 'every decision meets something in the first');
  const undecided = sample(t, 'sample-2');
  rmSync(join(undecided, '.corpuslint'), { recursive: true });
  const found = (root: string): Set<string> =>
    new Set(findings(root).map(({ file, rule, text, fixes }) => `${file} ${rule} ${text} ${(fixes as { safe: boolean }[])[0]?.safe ?? false}`));
  const [before, after] = [found(undecided), found(again)];
  const added = [...after].filter((finding) => !before.has(finding));
  const silent = [...before].filter((finding) => !after.has(finding));
  assert.deepEqual(added, [
    'marjanwire/20310502-0031.txt site-leftover إعداد: قسم الأخبار true',
    'marjanwire/20310502-0033.txt site-leftover إعداد: قسم الأخبار true',
    'marjanwire/20310502-0033.txt inconsistent-name زوبرنكو true',
    'zarnab/a422.txt inconsistent-name زوبرنكو true',
    'zarnab/a817.txt stray-headline بلدية رأس مرجان تغلق جسر الصيادين شهرين للصيانة true',
  ]);
  assert.deepEqual(silent, [
    'marjanwire/20310502-0031.txt editorial-note إعداد: قسم الأخبار false',
    'marjanwire/20310502-0032.txt unbalanced-quote " false',
    'marjanwire/20310502-0033.txt editorial-note إعداد: قسم الأخبار false',
    'zarnab/a422.txt editorial-note كتبت: سلمى الحدّاد false',
    'zarnab/a422.txt inconsistent-name زوبرنكو false',
    'zarnab/a817.txt editorial-note كتبت: سلمى الحدّاد false',
    'zarnab/a817.txt obfuscated-word الإرهـ.اب true',
    'zarnab/a817.txt stray-headline بلدية رأس مرجان تغلق جسر الصيادين شهرين للصيانة false',
  ]);
});

test('--keep holds for what is long, too', (t) => {
  const long = `${Array.from({ length: 60 }, (_, i) => FAULTY.split(' ')[i % 3 === 0 ? 3 : 6 + (i % 2)].trim() + 'ابتثجحخدذرزسش'[i % 13]).join(' ')}.`;
  assert.ok(long.length > 300);
  const root = folder(t, { 'a.txt': `${CLEAN}\n${long}\n\n${MENDED}\n${long}\n` });
  assert.ok(findings(root).some(({ text }) => (text as string).length > 300));
  run(root, 'check', '--keep');
  assert.deepEqual(findings(root), []);
});

test('phrases of the configuration that no line consists of are told after the whole corpus was checked', (t) => {
  const config = '{ "boilerplate": { "phrases": ["صوت الضفة في كل بيت", "صوت الجبل"] } }';
  const root = folder(t, { 'corpuslint.jsonc': config, 'a.txt': `${CLEAN}صوت الضفة في كل بيت\n`, 'b/c.txt': CLEAN });
  assert.equal(
    run(root, 'check').stderr,
    'corpuslint: corpuslint.jsonc: "boilerplate.phrases" has \u2068صوت الجبل\u2069, and no line consists of it\n',
  );
  assert.equal(run(root, 'check', 'b').stderr, '');
});
