import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, diagnosticsOf, flagged, openArticle, take } from './editor';
import { eventually, test } from './runner';

const TWO = 'عنوان\n\nبوقف القتـ.ـال فوراً، وإطلاق الصـ*ـواريخ.\n';

test('a quick fix changes its place and no other', async () => {
  const { document } = await openArticle('fix-one', TWO);
  await flagged(document, 'obfuscated-word', 2);
  const { range } = diagnosticsOf(document.uri)[0];
  const actions = await actionsAt(document.uri, range, 'quickfix');
  assert.equal(actions.find(({ isPreferred }) => isPreferred)?.title, actions[0].title);
  await take(actions, /^Write .*القتال/);
  assert.equal(document.getText(), 'عنوان\n\nبوقف القتال فوراً، وإطلاق الصـ*ـواريخ.\n');
  await flagged(document, 'obfuscated-word', 1);
});

test('a quick fix mends all of a rule in the article, and leaves other rules alone', async () => {
  const { document } = await openArticle('fix-rule', `${TWO}\nLeave a Reply\n`);
  await flagged(document, 'obfuscated-word', 2);
  await take(await actionsAt(document.uri, diagnosticsOf(document.uri)[0].range, 'quickfix'), 'Fix all obfuscated-word in this article');
  assert.equal(document.getText(), 'عنوان\n\nبوقف القتال فوراً، وإطلاق الصواريخ.\n\nLeave a Reply\n');
});

test('saving applies what is safe, where the settings ask for it', async () => {
  const { document } = await openArticle('fix-save', TWO);
  await flagged(document, 'obfuscated-word', 2);
  const settings = vscode.workspace.getConfiguration('editor');
  await settings.update('codeActionsOnSave', { 'source.fixAll.corpuslint': 'explicit' }, vscode.ConfigurationTarget.Global);
  try {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'سطر\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.save');
    await eventually('it is saved', () => !document.isDirty);
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(document.uri)).toString(), 'سطر\nعنوان\n\nبوقف القتال فوراً، وإطلاق الصواريخ.\n');
  } finally {
    await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
  }
});

test('Fix All Safe mends the article at hand, and is undone in one step', async () => {
  const { document } = await openArticle('fix-all', TWO);
  await flagged(document, 'obfuscated-word', 2);
  await eventually('the language', () => document.languageId === 'article');
  await vscode.commands.executeCommand('corpus.fixAllSafe');
  await eventually('the fixes', () => document.getText() === 'عنوان\n\nبوقف القتال فوراً، وإطلاق الصواريخ.\n');
  await eventually('no finding is left', () => diagnosticsOf(document.uri).length === 0);
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), TWO);
});
