import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf, flagged, hoverAt, open, openArticle, write } from './editor';
import { eventually, test } from './runner';

test('the packaged extension starts where there is a corpus', async () => {
  const extension = vscode.extensions.getExtension('corpuslint.corpuslint');
  assert.ok(extension, 'it is not installed');
  assert.notEqual(extension.extensionPath, process.env.CORPUSLINT_REPOSITORY);
  await eventually('activation', () => extension.isActive);
});

test('an article gets its language, and diagnostics under the right Arabic words', async () => {
  const text = 'عنوان الخبر 🌍\n\nقالَ المُراسِلُ 😀 إن الصـ*ـواريخ سقطت قرب (المدينة)، ووصف ما جرى بـ“الإرهـ.اب” في 12/4.\n';
  const { document } = await openArticle('words', text);
  await eventually('the language', () => document.languageId === 'article');
  assert.deepEqual(await flagged(document, 'obfuscated-word', 2), ['الصـ*ـواريخ', 'الإرهـ.اب']);
});

test('a diagnostic has severity, code and the link to the page of its rule', async () => {
  const { document } = await openArticle('facts', 'عنوان\n\nبوقف القتـ.ـال فوراً.\n');
  await flagged(document, 'obfuscated-word', 1);
  const [found] = diagnosticsOf(document.uri);
  assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
  assert.equal(codeOf(found), 'obfuscated-word');
  assert.match(found.message, /القتال/);
  const target = typeof found.code === 'object' ? found.code.target : undefined;
  assert.match(String(target), /obfuscated-word(\.md)?$/);
  if (target?.scheme === 'file') assert.match((await vscode.workspace.openTextDocument(target)).getText(), /^# obfuscated-word/);
});

test('what the site left is faded out', async () => {
  const { document } = await openArticle(
    'faded',
    'عنوان الخبر\n\nمتن الخبر كما كتبه صاحبه.\n\nLeave a Reply\nYour email address will not be published.\n',
  );
  const leftovers = await flagged(document, 'site-leftover', 2);
  assert.equal(leftovers[0], 'Leave a Reply');
  for (const { tags } of diagnosticsOf(document.uri)) assert.deepEqual(tags, [vscode.DiagnosticTag.Unnecessary]);
});

test('the hover says what, why and what the fix does', async () => {
  const { document } = await openArticle('hover', 'عنوان\n\nبوقف القتـ.ـال فوراً.\n');
  await flagged(document, 'obfuscated-word', 1);
  const hover = await hoverAt(document.uri, diagnosticsOf(document.uri)[0].range.start.translate(0, 2));
  assert.match(hover, /القتال/);
  assert.match(hover, /filters/, 'the page of the rule says why');
  assert.match(hover, /Write/, 'the fix');
  assert.equal(await hoverAt(document.uri, new vscode.Position(0, 1)), '');
});

test('an edit moves a diagnostic, and removes it', async () => {
  const { document } = await openArticle('edit', 'عنوان\n\nبوقف القتـ.ـال فوراً.\n');
  await flagged(document, 'obfuscated-word', 1);
  const insert = new vscode.WorkspaceEdit();
  insert.insert(document.uri, new vscode.Position(0, 0), 'سطر جديد\n');
  await vscode.workspace.applyEdit(insert);
  await eventually('the diagnostic a line below', () => diagnosticsOf(document.uri)[0]?.range.start.line === 3);
  assert.deepEqual(await flagged(document, 'obfuscated-word', 1), ['القتـ.ـال']);
  const mend = new vscode.WorkspaceEdit();
  mend.replace(document.uri, diagnosticsOf(document.uri)[0].range, 'القتال');
  await vscode.workspace.applyEdit(mend);
  await flagged(document, 'obfuscated-word', 0);
});

test('nothing happens in a stray file', async () => {
  const { document } = await open(write('stray/note.txt', 'ملاحظة\n\nبوقف القتـ.ـال فوراً.\n\nLeave a Reply\n'));
  // What is asked after it is answered after it: by then the stray file has been looked at.
  const { document: article } = await openArticle('beside', 'عنوان\n\nبوقف القتـ.ـال فوراً.\n');
  await flagged(article, 'obfuscated-word', 1);
  assert.deepEqual(diagnosticsOf(document.uri), []);
  assert.equal(document.languageId, 'plaintext');
  assert.equal(await hoverAt(document.uri, new vscode.Position(2, 6)), '');
});

test('a broken configuration is a diagnostic of its own, and the last good one stays', async () => {
  const { document } = await openArticle('broken', 'عنوان\n\nبوقف القتـ.ـال فوراً.\n');
  await flagged(document, 'obfuscated-word', 1);
  const { document: config } = await open(vscode.Uri.joinPath(document.uri, '../corpuslint.jsonc'));
  assert.equal(config.languageId, 'jsonc');
  const rewrite = async (text: string): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(config.uri, new vscode.Range(0, 0, config.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    await config.save();
  };
  await rewrite('{ "rulez": {} }\n');
  const [problem] = await eventually('the diagnostic', () => (diagnosticsOf(config.uri).length > 0 ? diagnosticsOf(config.uri) : undefined));
  assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
  assert.match(problem.message, /rules/, 'the nearest valid key');
  assert.match(config.getText(problem.range), /rulez/);
  assert.deepEqual(await flagged(document, 'obfuscated-word', 1), ['القتـ.ـال']);
  await rewrite('{ "rules": { "obfuscated-word": "off" } }\n');
  await eventually('the configuration is right', () => diagnosticsOf(config.uri).length === 0);
  await flagged(document, 'obfuscated-word', 0);
});

test('an article whose corpus goes is plain text again', async () => {
  const { document } = await openArticle('gone', 'عنوان\n\nبوقف القتـ.ـال فوراً.\n');
  await flagged(document, 'obfuscated-word', 1);
  await eventually('the language', () => document.languageId === 'article');
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(document.uri, '../corpuslint.jsonc'));
  await flagged(document, 'obfuscated-word', 0);
  await eventually('plain text', () => document.languageId === 'plaintext');
});

test('rules that need the corpus speak when it has been read', async () => {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, 'sample/zarnab/2031-04-11-talks.txt');
  const { document } = await open(uri);
  const said = await eventually('a finding of the corpus', () =>
    diagnosticsOf(uri).find(({ message }) => /stands .* articles of this source/.test(message)),
  );
  assert.match(document.getText(said.range), /2031|email|Name/);
});
