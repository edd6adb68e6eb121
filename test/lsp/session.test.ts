import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver/node';
import type { CheckSummary, RuleName, UsedFolder } from '../../server/src/lsp/protocol';
import { CLEAN, FAULTY, faulty, folder } from '../cli/run';
import { text } from '../engine/articles';
import { Editor } from './editor';

const LIMIT = { timeout: 60_000 };

const CONFIG = { 'corpuslint.jsonc': '{}' };

test('the whole corpus is checked on demand, but for what is open', LIMIT, async (t) => {
  const files = faulty(5, (i) => `wire/${i}.txt`);
  const root = folder(t, { ...CONFIG, ...files, 'clean.txt': CLEAN, 'stray.md': FAULTY });
  const editor = await Editor.start(t, root);
  await editor.open('wire/0.txt');
  const summary = await editor.command<CheckSummary>('corpuslint.checkWorkspace');
  assert.deepEqual(summary, { articles: 6, errors: 0, warnings: 5, infos: 0, cancelled: false, problems: [] });
  const found = Object.fromEntries(editor.streamed.map(({ uri, diagnostics }) => [uri, diagnostics.length]));
  const wanted = ['clean.txt', 'wire/1.txt', 'wire/2.txt', 'wire/3.txt', 'wire/4.txt'].map((name) => [
    editor.uri(name),
    name === 'clean.txt' ? 0 : 1,
  ]);
  assert.deepEqual(found, Object.fromEntries(wanted));
  await editor.open('wire/1.txt');
  const [own] = await editor.diagnostics('wire/1.txt');
  assert.deepEqual(editor.streamed.find(({ uri }) => uri === editor.uri('wire/1.txt'))?.diagnostics, [own]);
});

test('folders without a corpus are left alone, and a broken one is told', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { 'a.txt': FAULTY, 'one/a.txt': FAULTY, 'one/corpuslint.jsonc': '{}' }));
  const all = await editor.command<CheckSummary>('corpuslint.checkWorkspace');
  assert.equal(all.articles, 1);
  const broken = await Editor.start(t, folder(t, { 'a.txt': FAULTY, 'corpuslint.jsonc': '{' }));
  const { articles, problems } = await broken.command<CheckSummary>('corpuslint.checkWorkspace', broken.uri('.'));
  assert.equal(articles, 0);
  assert.match(problems[0], /^corpuslint\.jsonc:1: broken JSON/);
});

test('a check of the whole corpus can be stopped', LIMIT, async (t) => {
  const files = faulty(400, (i) => `wire/${i}.txt`);
  const editor = await Editor.start(t, folder(t, { ...CONFIG, ...files }));
  const source = new CancellationTokenSource();
  const params = { command: 'corpuslint.checkWorkspace', arguments: [], workDoneToken: 'check' };
  const answer = editor.connection.sendRequest<CheckSummary>('workspace/executeCommand', params, source.token);
  await editor.until('progress', () => editor.progress.length > 0);
  source.cancel();
  const { cancelled, articles } = await answer;
  assert.equal(cancelled, true);
  assert.ok(articles < 400);
  // Everything else goes on.
  await editor.open('wire/0.txt');
  assert.equal((await editor.diagnostics('wire/0.txt')).length, 1);
});

test('a folder becomes a corpus', LIMIT, async (t) => {
  const root = folder(t, { 'a.txt': FAULTY });
  const editor = await Editor.start(t, root);
  await editor.open('a.txt');
  const used = await editor.command<UsedFolder>('corpuslint.useFolder', editor.uri('.').replace(/\/$/, ''));
  assert.deepEqual(used, { config: editor.uri('corpuslint.jsonc'), existed: false });
  assert.match(readFileSync(join(root, 'corpuslint.jsonc'), 'utf8'), /^\/\/ The corpus/);
  await editor.diagnostics('a.txt', (found) => found.length === 1);
  assert.equal((await editor.command<UsedFolder>('corpuslint.useFolder', editor.uri('.'))).existed, true);
});

test('rules are listed and explained', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, {}));
  const rules = await editor.command<RuleName[]>('corpuslint.listRules');
  assert.ok(rules.some(({ rule, group, summary }) => rule === 'obfuscated-word' && group === 'characters' && summary.length > 0));
  const { page } = await editor.command<{ page: string }>('corpuslint.explainRule', 'obfuscated-word');
  assert.match(page, /^# obfuscated-word\n/);
  assert.equal(await editor.command('corpuslint.explainRule', 'no-such-rule'), null);
  assert.equal(await editor.command('corpuslint.explainRule', 5), null);
});

test('what goes wrong is told in a line, without a trace', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, {}));
  for (const [command, argument] of [
    ['corpuslint.fixAllSafe', editor.uri('nothing.txt')],
    ['corpuslint.fixAllSafe', 5],
    ['corpuslint.useFolder', editor.uri('nothing/at/all')],
    ['corpuslint.useFolder', null],
    ['corpuslint.nonsense', null],
  ] as const) {
    await assert.rejects(editor.command(command, argument), ({ message }: Error) => !message.includes('\n') && !/ at .*:\d+/.test(message));
  }
});

test('a file that vanishes harms nothing', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a/b.txt': FAULTY, 'c.txt': FAULTY });
  const editor = await Editor.start(t, root);
  await editor.open('a/b.txt');
  await editor.open('c.txt');
  await editor.diagnostics('a/b.txt', (found) => found.length === 1);
  rmSync(join(root, 'a'), { recursive: true });
  await editor.changedOnDisk('a', 'a/b.txt');
  const version = await editor.edit('a/b.txt', CLEAN);
  await editor.diagnostics('a/b.txt', (found, answered) => answered === version && found.length === 0);
  await editor.close('a/b.txt');
  rmSync(root, { recursive: true });
  await editor.changedOnDisk('corpuslint.jsonc', 'c.txt');
  await editor.diagnostics('c.txt', (found) => found.length === 0);
  assert.deepEqual(await editor.command('corpuslint.explainRule', 'none'), null);
});

test('after any edits the answer is that of a fresh start', LIMIT, async (t) => {
  const names = ['a/1.txt', 'a/2.txt', 'b/3.txt'];
  const [first, ...edits] = fc.sample(text, { numRuns: 25, seed: 11 });
  const files = Object.fromEntries([...names, 'a/4.txt', 'b/5.txt'].map((name, i) => [name, edits[i]]));
  const root = folder(t, { ...CONFIG, ...files });
  const edited = await Editor.start(t, root);
  for (const name of names) await edited.open(name, first);
  for (const [i, written] of edits.entries()) {
    const name = names[i % names.length];
    const at = (i * 7) % (edited.text(name).length + 1);
    if (i % 3 === 0) await edited.edit(name, written.slice(0, 40), at, at);
    else if (i % 3 === 1) await edited.edit(name, '', at, Math.min(at + 20, edited.text(name).length));
    else await edited.edit(name, written);
  }
  const fresh = await Editor.start(t, root);
  for (const name of names) await fresh.open(name, edited.text(name));
  // What is shown in the end, when nothing comes any more.
  const settled = async (editor: Editor): Promise<(readonly Diagnostic[] | undefined)[]> => {
    let before = '';
    for (;;) {
      await new Promise((done) => setTimeout(done, 1000));
      const shown = names.map((name) => editor.shown(name));
      if (JSON.stringify(shown) === before) return shown;
      before = JSON.stringify(shown);
    }
  };
  const shown = await settled(edited);
  assert.ok(shown.some((found) => (found?.length ?? 0) > 0));
  assert.deepEqual(shown, await settled(fresh));
});

test('the server ends as the protocol says', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': FAULTY }));
  await editor.open('a.txt');
  await editor.diagnostics('a.txt');
  const ended = once(editor.server, 'exit');
  await editor.connection.sendRequest('shutdown');
  await editor.connection.sendNotification('exit');
  assert.deepEqual(await ended, [0, null]);
});

test('the server ends with the editor', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': FAULTY }));
  await editor.open('a.txt');
  await editor.diagnostics('a.txt');
  const ended = once(editor.server, 'exit');
  editor.server.stdin!.end();
  assert.deepEqual(await ended, [1, null]);
});

test('wrong usage is told on the command line', LIMIT, async () => {
  const bundle = resolve(process.env.CORPUSLINT_BUNDLE ?? 'dist/server.js');
  const server = spawn(process.execPath, [bundle, 'lsp'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  server.stderr.on('data', (chunk) => {
    said += chunk;
  });
  assert.deepEqual(await once(server, 'exit'), [2, null]);
  assert.match(said, /^corpuslint: .*lsp --stdio.*\n$/);
});
