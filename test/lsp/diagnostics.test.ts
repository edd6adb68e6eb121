import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { foldText } from '../../server/src/engine/fingerprint';
import { CLEAN, corpuslint, FAULTY, folder, rowsOf, UNREADABLE } from '../cli/run';
import { Editor } from './editor';

const LIMIT = { timeout: 60_000 };

const CONFIG = { 'corpuslint.jsonc': '{}' };

/** Three articles of one source: the first one's tie is broken by the others. */
const NAMES = {
  ...CONFIG,
  'wire/tied.txt': 'وصل سيرغي لافرينتيف إلى العاصمة صباحا.\n\nوعقد سيرغي لافرنتييف مؤتمرا صحفيا.\n',
  'wire/second.txt': 'افتتح سيرغي لافرينتيف المعرض السنوي.\n',
  'wire/third.txt': 'زار سيرغي لافرينتيف الجامعة أمس.\n',
};

const messageOf = ({ message }: Diagnostic): string => String(message);
const codes = (found: readonly Diagnostic[]): unknown[] => found.map(({ code }) => code);
const named = (found: readonly Diagnostic[]): boolean => codes(found).includes('inconsistent-name');

test('an article that is opened shows its findings', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': `${CLEAN}${FAULTY}` });
  const editor = await Editor.start(t, root);
  await editor.open('a.txt');
  const [found, ...others] = await editor.diagnostics('a.txt');
  assert.deepEqual(others, []);
  const { message, codeDescription, ...rest } = found;
  assert.deepEqual(rest, {
    range: { start: { line: 1, character: 6 }, end: { line: 1, character: 15 } },
    severity: DiagnosticSeverity.Warning,
    code: 'obfuscated-word',
    source: 'corpuslint',
  });
  assert.match(String(message), /\u2068المعـ\.ارك\u2069 is \u2068المعارك\u2069/);
  assert.match(codeDescription!.href, /^file:.*\/rules\/obfuscated-word\.md$/);
});

test('the server says what it can do, without waiting for any corpus', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, {}));
  const { capabilities, serverInfo } = editor.initialized;
  assert.equal(serverInfo?.name, 'corpuslint');
  assert.equal(capabilities.positionEncoding, 'utf-16');
  assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.corpuslint'] });
  assert.equal(capabilities.hoverProvider, true);
  await editor.until('a watcher', () => editor.registered.includes('workspace/didChangeWatchedFiles'));
});

test('what is in no corpus gets nothing, whatever its language; what is in one is an article, whatever its language', LIMIT, async (t) => {
  const root = folder(t, {
    'stray.txt': FAULTY,
    'corpus/corpuslint.jsonc': '{ "exclude": ["old"] }',
    'corpus/.gitignore': 'draft*\n',
    'corpus/a.txt': FAULTY,
    'corpus/a.md': FAULTY,
    'corpus/draft.txt': FAULTY,
    'corpus/old/a.txt': FAULTY,
    'corpus/.hidden/a.txt': FAULTY,
  });
  const editor = await Editor.start(t, root);
  const silent = ['stray.txt', 'corpus/a.md', 'corpus/draft.txt', 'corpus/old/a.txt', 'corpus/.hidden/a.txt'];
  for (const name of silent) await editor.open(name);
  await editor.open('corpus/a.txt', FAULTY, 'article');
  await editor.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'untitled:Untitled-1', languageId: 'plaintext', version: 1, text: FAULTY },
  });
  assert.equal((await editor.diagnostics('corpus/a.txt')).length, 1);
  await editor.until('articles', () => editor.articles.length > 0);
  assert.deepEqual(editor.articles, [{ uri: editor.uri('corpus/a.txt'), corpus: editor.uri('corpus') }]);
  for (const name of silent) assert.equal(editor.shown(name), undefined, name);
});

test('each edit is answered under its version', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': CLEAN });
  const editor = await Editor.start(t, root);
  await editor.open('a.txt');
  assert.deepEqual(await editor.diagnostics('a.txt'), []);
  for (let round = 0; round < 5; round++) {
    const wrong = await editor.edit('a.txt', ' حـ.رب', CLEAN.indexOf(' '));
    assert.deepEqual(codes(await editor.diagnostics('a.txt', (_, version) => version === wrong)), ['obfuscated-word']);
    const right = await editor.edit('a.txt', '', CLEAN.indexOf(' '), CLEAN.indexOf(' ') + ' حـ.رب'.length);
    assert.deepEqual(await editor.diagnostics('a.txt', (_, version) => version === right), []);
  }
});

test('what the corpus knows comes when it is read, and follows the files on the disk', LIMIT, async (t) => {
  const root = folder(t, NAMES);
  const editor = await Editor.start(t, root);
  await editor.open('wire/tied.txt');
  const [found] = await editor.diagnostics('wire/tied.txt', named);
  assert.equal(found.range.start.line, 2);
  assert.match(messageOf(found), /elsewhere in this article/);
  assert.equal(found.relatedInformation?.[0].location.range.start.line, 0);

  rmSync(join(root, 'wire/second.txt'));
  rmSync(join(root, 'wire/third.txt'));
  await editor.changedOnDisk('wire/second.txt', 'wire/third.txt');
  const tied = await editor.diagnostics('wire/tied.txt', (all) => all.length === 2);
  assert.match(messageOf(tied[0]), /as often/);

  writeFileSync(join(root, 'wire/second.txt'), NAMES['wire/second.txt']);
  writeFileSync(join(root, 'wire/third.txt'), NAMES['wire/third.txt']);
  await editor.changedOnDisk('wire/second.txt', 'wire/third.txt');
  await editor.diagnostics('wire/tied.txt', (all) => all.length === 1);

  // An editor may tell of a folder alone.
  mkdirSync(join(root, 'other'));
  rmSync(join(root, 'wire'), { recursive: true });
  await editor.changedOnDisk('wire');
  await editor.diagnostics('wire/tied.txt', (all) => all.length === 2);
});

test('an article that is open in the editor counts as it is there', LIMIT, async (t) => {
  const root = folder(t, NAMES);
  const editor = await Editor.start(t, root);
  await editor.open('wire/tied.txt');
  await editor.diagnostics('wire/tied.txt', (all) => all.length === 1);
  await editor.open('wire/second.txt', CLEAN);
  await editor.open('wire/third.txt', CLEAN.replace('الوزير', 'الرئيس'));
  await editor.diagnostics('wire/tied.txt', (all) => all.length === 2);
  await editor.changedOnDisk('wire/second.txt');
  await editor.close('wire/second.txt');
  await editor.close('wire/third.txt');
  await editor.diagnostics('wire/tied.txt', (all) => all.length === 1);
});

test('a closed article shows nothing any more', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': FAULTY });
  const editor = await Editor.start(t, root);
  await editor.open('a.txt');
  await editor.diagnostics('a.txt', (all) => all.length === 1);
  await editor.close('a.txt');
  await editor.diagnostics('a.txt', (all) => all.length === 0);
  await editor.until('no articles', () => editor.articles.length === 0);
});

test('leftovers fade, notes do not', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': `${CLEAN}\nاقرأ أيضا\n` });
  const editor = await Editor.start(t, root);
  await editor.open('a.txt');
  const found = await editor.diagnostics('a.txt', (all) => all.length > 0);
  assert.deepEqual(
    found.map(({ code, tags }) => [code, tags]),
    [['site-leftover', [DiagnosticTag.Unnecessary]]],
  );
});

test('a byte order mark that the editor leaves in the text moves nothing', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': FAULTY });
  const editor = await Editor.start(t, root);
  await editor.open('a.txt', `\uFEFF${FAULTY}`);
  const [found] = await editor.diagnostics('a.txt', (all) => all.length === 1);
  assert.deepEqual(found.range, { start: { line: 0, character: 7 }, end: { line: 0, character: 16 } });
});

test('a file that is no text is told as on the command line', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': UNREADABLE['windows-1256'] });
  const editor = await Editor.start(t, root);
  await editor.open('a.txt', 'ï¿½ï¿½\uFFFD\uFFFD');
  assert.deepEqual(codes(await editor.diagnostics('a.txt')), ['unreadable-file']);
  writeFileSync(join(root, 'a.txt'), FAULTY);
  await editor.edit('a.txt', FAULTY);
  await editor.changedOnDisk('a.txt');
  await editor.diagnostics('a.txt', (all) => codes(all).includes('obfuscated-word'));
});

test('the findings are those of the command line', LIMIT, async (t) => {
  const editor = await Editor.start(t, join(process.cwd(), 'test/sample'));
  const rows = rowsOf(corpuslint(['check', '--format', 'jsonl', '--exit-zero', editor.root]).stdout).slice(0, -1);
  const files = [...new Set(rows.map(({ file }) => file as string))];
  assert.ok(files.length > 10);
  for (const file of files) {
    const name = file.slice(editor.root.length + 1);
    const wanted = rows.filter((row) => row.file === file).map(({ rule, message, range }) => ({ rule, message, range }));
    await editor.open(name);
    const same = (found: readonly Diagnostic[]): boolean =>
      JSON.stringify(found.map(({ code, message, range }) => ({ rule: code, message, range }))) === JSON.stringify(wanted);
    await editor.diagnostics(name, same);
  }
});

test('a configuration that breaks is told in its own file, and the last good one holds', LIMIT, async (t) => {
  const root = folder(t, { 'corpuslint.jsonc': '{}\n', 'a.txt': FAULTY });
  const editor = await Editor.start(t, root);
  await editor.open('a.txt');
  await editor.diagnostics('a.txt', (all) => all.length === 1);

  // While it is being typed.
  await editor.open('corpuslint.jsonc');
  await editor.edit('corpuslint.jsonc', '{\n  "rules": { "obfuscated-wrd": "off" }\n}\n');
  const [wrong] = await editor.diagnostics('corpuslint.jsonc', (all) => all.length === 1);
  assert.match(messageOf(wrong), /obfuscated-wrd.*did you mean \S*obfuscated-word/);
  assert.deepEqual(wrong.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 38 } });
  await editor.edit('corpuslint.jsonc', '{}\n');
  await editor.diagnostics('corpuslint.jsonc', (all) => all.length === 0);
  await editor.close('corpuslint.jsonc');

  // On the disk.
  writeFileSync(join(root, 'corpuslint.jsonc'), '{ "include": [');
  await editor.changedOnDisk('corpuslint.jsonc');
  await editor.diagnostics('corpuslint.jsonc', (all) => all.length === 1);
  const version = await editor.edit('a.txt', FAULTY + CLEAN);
  assert.equal((await editor.diagnostics('a.txt', (_, answered) => answered === version)).length, 1);

  writeFileSync(join(root, 'corpuslint.jsonc'), '{ "rules": { "obfuscated-word": "off" } }');
  await editor.changedOnDisk('corpuslint.jsonc');
  await editor.diagnostics('corpuslint.jsonc', (all) => all.length === 0);
  await editor.diagnostics('a.txt', (all) => all.length === 0);
});

test('a configuration that is broken from the start silences its corpus until it is mended', LIMIT, async (t) => {
  const root = folder(t, { 'corpuslint.jsonc': '{ "rules": 5 }', 'a.txt': FAULTY });
  const editor = await Editor.start(t, root);
  await editor.open('a.txt');
  await editor.diagnostics('corpuslint.jsonc', (all) => all.length === 1);
  assert.equal(editor.shown('a.txt'), undefined);
  writeFileSync(join(root, 'corpuslint.jsonc'), '{}');
  await editor.changedOnDisk('corpuslint.jsonc');
  await editor.diagnostics('a.txt', (all) => all.length === 1);
});

test('what people decided holds in the editor, and follows its file', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': FAULTY });
  const editor = await Editor.start(t, root);
  await editor.open('a.txt');
  await editor.diagnostics('a.txt', (all) => all.length === 1);
  mkdirSync(join(root, '.corpuslint'));
  const decisions = '.corpuslint/decisions.jsonl';
  writeFileSync(
    join(root, decisions),
    `${JSON.stringify({ verdict: 'keep', scope: 'corpus', rule: 'obfuscated-word', text: foldText('المعـ.ارك') })}\n`,
  );
  await editor.changedOnDisk(decisions);
  await editor.diagnostics('a.txt', (all) => all.length === 0);
  writeFileSync(join(root, decisions), '\n{"verdict":"kep"}\n');
  await editor.changedOnDisk(decisions);
  const [wrong] = await editor.diagnostics(decisions, (all) => all.length === 1);
  assert.equal(wrong.range.start.line, 1);
  // The last good ones hold.
  const version = await editor.edit('a.txt', FAULTY + CLEAN);
  await editor.diagnostics('a.txt', (all, answered) => answered === version && all.length === 0);
  rmSync(join(root, decisions));
  await editor.changedOnDisk(decisions);
  await editor.diagnostics(decisions, (all) => all.length === 0);
  await editor.diagnostics('a.txt', (all) => all.length === 1);
});

test('configurations may come and go', LIMIT, async (t) => {
  const root = folder(t, { 'a/b/c.txt': FAULTY });
  const editor = await Editor.start(t, root);
  await editor.open('a/b/c.txt');
  writeFileSync(join(root, 'a/corpuslint.jsonc'), '{}');
  await editor.changedOnDisk('a/corpuslint.jsonc');
  await editor.until('articles', () => editor.articles[0]?.corpus === editor.uri('a'));
  writeFileSync(join(root, 'a/b/corpuslint.jsonc'), '{}');
  await editor.changedOnDisk('a/b/corpuslint.jsonc');
  await editor.until('the nearer corpus', () => editor.articles[0]?.corpus === editor.uri('a/b'));
  rmSync(join(root, 'a/b/corpuslint.jsonc'));
  rmSync(join(root, 'a/corpuslint.jsonc'));
  await editor.changedOnDisk('a/b/corpuslint.jsonc', 'a/corpuslint.jsonc');
  await editor.until('no corpus', () => editor.articles.length === 0);
  await editor.diagnostics('a/b/c.txt', (all) => all.length === 0);
});

test('a long reading shows how far it is', LIMIT, async (t) => {
  const long = CLEAN.repeat(4_000);
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`wire/${i}.txt`, `${i} ${long}`]));
  const editor = await Editor.start(t, folder(t, { ...NAMES, ...files }));
  await editor.open('wire/tied.txt');
  await editor.diagnostics('wire/tied.txt', named);
  await editor.until('the end of the progress', () => editor.progress.at(-1) === 'end');
  assert.match(editor.progress[0], /^Reading /);
});

test('options of wrong types are told once in the log, and left out', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': FAULTY });
  const editor = await Editor.start(t, root, { initializationOptions: { pages: 5, language: 'xx' } });
  await editor.open('a.txt');
  assert.equal((await editor.diagnostics('a.txt')).length, 1);
  assert.equal(editor.log.filter((line) => line.includes('"pages"')).length, 1);
  assert.equal(editor.log.filter((line) => line.includes('"language"')).length, 1);
});

test('pages and language are the editor’s choice', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': FAULTY });
  const editor = await Editor.start(t, root, { initializationOptions: { pages: 'https://example.org/rules', language: 'ar' } });
  await editor.open('a.txt');
  const [found] = await editor.diagnostics('a.txt');
  assert.equal(found.codeDescription?.href, 'https://example.org/rules/obfuscated-word.md');
  assert.doesNotMatch(messageOf(found), /[a-z]/);
});

test('the pages that diagnostics lead to are there', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': FAULTY }));
  await editor.open('a.txt');
  const [found] = await editor.diagnostics('a.txt');
  const path = fileURLToPath(found.codeDescription!.href);
  const { page } = await editor.command<{ page: string }>('corpuslint.explainRule', found.code);
  assert.equal(pathToFileURL(path).href, found.codeDescription!.href);
  assert.equal(readFileSync(path, 'utf8'), page);
});

test('a copy leads to the other article, a paragraph to where it stands first', LIMIT, async (t) => {
  const paragraph = 'بدأت البلدية غرس ألف شجرة على جانبي الطريق الدائري، وتقول إن السكان تعهدوا بسقيها في الصيف.';
  const text = `الأشجار تعود\n\n${paragraph}\n\nوالمشاتل تكفلت بالباقي.\n\n${paragraph}\n`;
  const root = folder(t, { ...CONFIG, 'wire/a.txt': text, 'wire/b.txt': text });
  const editor = await Editor.start(t, root);
  await editor.open('wire/b.txt');
  const found = await editor.diagnostics('wire/b.txt', (all) => codes(all).includes('copied-article'));
  const related = (code: string) => found.find((each) => each.code === code)!.relatedInformation![0];
  assert.equal(related('copied-article').location.uri, pathToFileURL(join(root, 'wire/a.txt')).href);
  assert.equal(related('copied-article').message, '100 % of it stands here');
  assert.equal(related('repeated-paragraph').location.range.start.line, 2);
});
