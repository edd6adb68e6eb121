import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import fc from 'fast-check';
import type * as Batch from '../../server/src/drivers/batch';
import type { CheckedArticle } from '../../server/src/engine/checked';
import { byCodePoint } from '../../server/src/engine/order';
import { defaultSettings } from '../../server/src/engine/settings';
import type { CorpusFiles } from '../../server/src/files/articles';
import { text } from '../engine/articles';

const folder = mkdtempSync(join(tmpdir(), 'corpuslint-batch-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The engine as it is shipped: one bundle that is also what the threads run. `threads` is what they are told to run. */
async function bundle(name: string, threads: string): Promise<typeof Batch> {
  const outdir = join(folder, 'dist', name);
  const common = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', loader: { '.md': 'text' }, logLevel: 'warning' } as const;
  await build({
    ...common,
    stdin: { contents: `export * from './server/src/drivers/batch'; ${threads}`, resolveDir: resolve('.'), loader: 'ts' },
    outfile: join(outdir, 'server.js'),
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  await build({ ...common, entryPoints: { 'entry/worker': 'node_modules/tinypool/dist/entry/worker.js' }, outdir });
  return createRequire(import.meta.url)(join(outdir, 'server.js'));
}

let engine: typeof Batch & { readonly rules: unknown[] };
before(async () => {
  const threads = "export { runTask as default } from './server/src/drivers/task'; export { rules } from './server/src/rules/index';";
  engine = (await bundle('real', threads)) as typeof engine;
});

/** Articles as files, always the same ones; one is no text. */
function writeCorpus(name: string, count: number): CorpusFiles {
  const root = join(folder, name);
  const files = fc
    .sample(text, { numRuns: count, seed: 3 })
    .map((written, n) => ({ id: `${['منبر', 'مرآة', '\u{1F4F0}'][n % 3]}/${n}.txt`, written }));
  const articles = files.map(({ id, written }, n) => {
    const path = join(root, id);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, n === 5 ? Buffer.from([0xff, 0xfe, 0xfd, 0x41]) : n === 6 ? `\uFEFF${written}` : written);
    return { path, file: `${name}/${id}`, id, source: dirname(id), reported: true };
  });
  return { root, settings: defaultSettings, articles };
}

async function check(corpus: CorpusFiles, options: Partial<Batch.BatchOptions> = {}): Promise<CheckedArticle[]> {
  const checked: CheckedArticle[] = [];
  for await (const each of engine.checkCorpus(corpus, { jobs: 1, ...options })) checked.push(each);
  return checked;
}

const snapshot = ({ root }: CorpusFiles): string[] =>
  (readdirSync(root, { recursive: true }) as string[])
    .sort()
    .map((name) => [name, join(root, name)])
    .map(([name, path]) => [name, statSync(path)] as const)
    .map(([name, stat]) => `${name} ${stat.mtimeMs} ${stat.isFile() ? readFileSync(join(root, name)).toString('hex') : ''}`);

test('the same bytes whatever the order of files and the number of threads', async () => {
  const corpus = writeCorpus('same', 90);
  const expected = await check(corpus, { excerpts: true });
  assert.ok(expected.reduce((sum, { rows }) => sum + rows.length, 0) > 50, 'there is something to find');
  assert.deepEqual(
    expected.map(({ file }) => file),
    corpus.articles.map(({ file }) => file).sort(byCodePoint),
  );
  const [names] = [await engine.nameClusters(corpus, { jobs: 1 })];
  for (const jobs of [1, 2, 4]) {
    const shuffled = [...corpus.articles].sort((a, b) => a.file.length - b.file.length || (a.file < b.file ? (jobs % 2 ? 1 : -1) : 1)).reverse();
    const checked = await check({ ...corpus, articles: shuffled }, { jobs, excerpts: true });
    assert.equal(JSON.stringify(checked), JSON.stringify(expected), `${jobs} jobs`);
    assert.equal(JSON.stringify(await engine.nameClusters({ ...corpus, articles: shuffled }, { jobs })), JSON.stringify(names));
  }
});

test('only what is to be reported is reported, under the evidence of all', async () => {
  const corpus = writeCorpus('part', 90);
  const all = await check(corpus);
  const reported = new Set(corpus.articles.filter((_, n) => n % 7 === 0).map(({ file }) => file));
  const part = { ...corpus, articles: corpus.articles.map((each) => ({ ...each, reported: reported.has(each.file) })) };
  assert.deepEqual(
    await check(part),
    all.filter(({ file }) => reported.has(file)),
  );
});

test('rules that were not asked for are silent, and those that were say the same', async () => {
  const written = writeCorpus('rules', 60);
  // What holds for some articles alone must not let another rule speak either.
  const overrides = [{ files: null, sources: ['منبر'], rules: { 'invisible-character': { severity: 'error' as const } } }];
  const corpus = { ...written, settings: { ...written.settings, overrides } };
  const keep = (row: string): boolean => JSON.parse(row).rule === 'obfuscated-word';
  const [all, some] = [await check(corpus), await check(corpus, { rules: new Set(['obfuscated-word']) })];
  assert.deepEqual(
    some.map(({ rows }) => rows),
    all.map(({ rows }) => rows.filter(keep)),
  );
  assert.ok(all.some(({ rows }) => rows.some((row) => JSON.parse(row).rule === 'invisible-character' && JSON.parse(row).severity === 'error')));
});

test('counts and excerpts tell of the rows', async () => {
  for (const { rows, excerpts, errors, warnings, infos, fixable } of await check(writeCorpus('counts', 40), { excerpts: true })) {
    const read = rows.map((row) => JSON.parse(row));
    const count = (severity: string): number => read.filter((row) => row.severity === severity).length;
    assert.deepEqual([errors, warnings, infos], ['error', 'warning', 'info'].map(count));
    assert.equal(fixable, read.filter((row) => row.fixes[0]?.safe).length);
    read.forEach((row, i) => {
      assert.ok(row.text.startsWith(excerpts![i].span.replace(/…$/, '')));
      assert.ok(!/[\n\r]/.test(excerpts![i].before + excerpts![i].after));
    });
  }
});

test('nothing is written without --fix', async () => {
  const corpus = writeCorpus('untouched', 60);
  const before = snapshot(corpus);
  await check(corpus);
  await check(corpus, { jobs: 2 });
  const diff = await check(corpus, { fix: 'diff', unsafe: true });
  assert.ok(diff.some(({ changed }) => changed));
  await engine.nameClusters(corpus, { jobs: 2 });
  assert.deepEqual(snapshot(corpus), before);
});

test('--fix writes what --diff shows, and a second run changes nothing', async () => {
  for (const unsafe of [false, true]) {
    for (const jobs of [1, 2]) {
      const corpus = writeCorpus(`fix-${unsafe}-${jobs}`, 60);
      const touched = corpus.articles.map((each, n) => ({ ...each, reported: n % 10 !== 0 }));
      const part = { ...corpus, articles: touched };
      const original = new Map(touched.map(({ file, path }) => [file, readFileSync(path)]));
      const shown = await check(part, { fix: 'diff', unsafe, jobs });
      const written = await check(part, { fix: 'write', unsafe, jobs });
      assert.deepEqual(written, shown);
      const changed = new Map(written.filter((each) => each.changed).map((each) => [each.file, each.changed!]));
      assert.ok(changed.size > 0);
      for (const { file, path } of touched) {
        const bytes = original.get(file)!;
        const mark = bytes.toString().startsWith('\uFEFF') ? '\uFEFF' : '';
        const expected = changed.has(file) ? Buffer.from(mark + changed.get(file)!.after) : bytes;
        assert.deepEqual(readFileSync(path), expected, file);
        if (changed.has(file)) assert.equal(mark + changed.get(file)!.before, bytes.toString());
      }
      const left = await check(part, { jobs });
      assert.deepEqual(
        left.map(({ rows }) => rows),
        written.map(({ rows }) => rows),
        'after --fix it tells of what is left',
      );
      const before = snapshot(corpus);
      const again = await check(part, { fix: 'write', unsafe, jobs });
      assert.ok(again.every((each) => !each.changed && !each.failure));
      assert.deepEqual(snapshot(corpus), before);
    }
  }
});

test('a file that somebody else wrote meanwhile is left alone, and the result says so', async () => {
  const corpus = writeCorpus('meanwhile', 40);
  const victim = (await check(corpus, { fix: 'diff' })).find(({ changed }) => changed)!.file;
  const { path } = corpus.articles.find(({ file }) => file === victim)!;
  const totals: number[] = [];
  const checked = await check(corpus, {
    fix: 'write',
    onProgress(_, total) {
      if (totals.at(-1) !== total) totals.push(total);
      // It grows when the fixes begin, and again when each has been made once; nothing is written yet.
      if (totals.length === 3) writeFileSync(path, 'نص جديد كتبه غيرنا');
    },
  });
  const result = checked.find(({ file }) => file === victim)!;
  assert.equal(result.failure?.kind, 'changed-on-disk');
  assert.equal(result.changed, undefined);
  assert.equal(readFileSync(path, 'utf8'), 'نص جديد كتبه غيرنا');
  assert.ok(checked.some(({ changed }) => changed));
});

test('progress ends at the total', async () => {
  const corpus = writeCorpus('progress', 60);
  for (const options of [{}, { fix: 'diff' as const }, { jobs: 2 }]) {
    let last: readonly number[] = [0, 0];
    const onProgress = (done: number, total: number): void => {
      assert.ok(done > last[0] && total >= last[1] && done <= total);
      last = [done, total];
    };
    await check(corpus, { ...options, onProgress });
    assert.equal(last[0], last[1]);
  }
});

test('fixes that never come to rest leave the article as it was, and the result says so', async () => {
  const corpus = writeCorpus('restless', 10);
  const restless = {
    id: 'restless',
    group: 'typography',
    severity: 'warning',
    messages: { more: 'More', add: 'Add more' },
    options: {},
    needs: ~0,
    *check({ text: written }: { text: string }) {
      const edits = [{ start: written.length, end: written.length, text: ' كلمة' }];
      yield { start: 0, end: written.length, message: 'more', fixes: [{ title: 'add', safe: true, edits }] };
    },
  };
  const settings = { ...defaultSettings, rules: { ...defaultSettings.rules, restless: { severity: 'warning' as const, options: {} } } };
  engine.rules.push(restless);
  try {
    const checked = await check({ ...corpus, settings }, { fix: 'diff' });
    const readable = checked.filter(({ file }) => !file.endsWith('/5.txt'));
    for (const { failure, changed, fixable } of readable) {
      assert.match(failure!.detail, /\brestless\b/);
      assert.deepEqual([failure!.kind, changed, fixable], ['unsettled', undefined, 0]);
    }
  } finally {
    engine.rules.pop();
  }
});

test('an abort ends a run at once', async () => {
  const corpus = writeCorpus('abort', 200);
  for (const jobs of [1, 2]) {
    const controller = new AbortController();
    let done = 0;
    const onProgress = (): void => {
      if (++done === 2) controller.abort();
    };
    await assert.rejects(check(corpus, { jobs, signal: controller.signal, onProgress }), { name: 'AbortError' });
    await assert.rejects(check(corpus, { jobs, signal: AbortSignal.abort() }), { name: 'AbortError' });
  }
});

test('a thread that dies or fails is an error, never a wait', { timeout: 20_000 }, async () => {
  const corpus = writeCorpus('deadly', 30);
  const deaths = {
    exit: ['export default () => process.exit(3);', /worker thread ended with exit code 3/],
    silent: ["throw new Error('no start');", /no start/],
    fault: ["export default () => { throw new Error('bad task'); };", /bad task/],
  } as const;
  for (const [name, [threads, message]] of Object.entries(deaths)) {
    const guarded = `import { isMainThread } from 'node:worker_threads'; ${name === 'silent' ? `if (!isMainThread) ${threads}` : threads}`;
    const broken = await bundle(name, guarded);
    const run = async (): Promise<void> => {
      for await (const _ of broken.checkCorpus(corpus, { jobs: 2 }));
    };
    await assert.rejects(run(), message, name);
  }
});

test('files are ordered by code point', () => {
  const names = ['b', 'a', '\u{1F4F0}', '\uFB50', 'ab', '', '\uD7FF', 'a\u{1F4F0}', 'a\uFB50'];
  const points = (name: string): number[] => [...name].map((character) => character.codePointAt(0)!);
  const expected = ['', 'a', 'ab', 'a\uFB50', 'a\u{1F4F0}', 'b', '\uD7FF', '\uFB50', '\u{1F4F0}'];
  assert.deepEqual(names.sort(byCodePoint).map(points), expected.map(points));
});
