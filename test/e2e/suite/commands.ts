import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { diagnosticsOf, FOLDER, flagged, open, openArticle, write } from './editor';
import { eventually, test } from './runner';

/** Files of a folder that have findings, and how many findings. */
function foundIn(folder: string): Map<string, number> {
  const found = vscode.languages.getDiagnostics().filter(([uri, list]) => uri.fsPath.startsWith(folder) && list.length > 0);
  return new Map(found.map(([uri, list]) => [uri.fsPath, list.length]));
}

test('every command of the palette is there', async () => {
  const { contributes } = vscode.extensions.getExtension('corpuslint.corpuslint')!.packageJSON;
  const known = await vscode.commands.getCommands(true);
  for (const { command } of contributes.commands) assert.ok(known.includes(command), command);
});

test('Check Whole Corpus shows the findings of files that are not open, also after they were opened and closed', async () => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const sample = join(FOLDER, 'sample');
  const summary: { articles: number; warnings: number; infos: number; errors: number } = await vscode.commands.executeCommand(
    'corpus.checkWhole',
    vscode.Uri.file(sample),
  );
  assert.equal(summary.articles, 26);
  const counted = (): number => [...foundIn(sample).values()].reduce((sum, count) => sum + count, 0);
  await eventually('all findings', () => counted() === summary.errors + summary.warnings + summary.infos);
  assert.ok(foundIn(sample).size >= 20);
  const path = join(sample, 'zarnab/2031-04-11-talks.txt');
  const before = foundIn(sample).get(path);
  await open(vscode.Uri.file(path));
  await eventually('the same findings, published', () => foundIn(sample).get(path) === before);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await eventually('the same findings, kept', () => foundIn(sample).get(path) === before);
});

test('Check Whole Corpus can be stopped', async () => {
  const many = join(FOLDER, 'many');
  write('many/corpuslint.jsonc', '{}\n');
  const article = readFileSync(join(FOLDER, 'sample/zarnab/2031-04-11-talks.txt'), 'utf8');
  for (let i = 0; i < 3000; i++) write(`many/outlet-${i % 7}/article-${i}.txt`, `${article}\n${i}\n`);
  const checking = vscode.commands.executeCommand<{ cancelled: boolean; articles: number } | undefined>('corpus.checkWhole', vscode.Uri.file(many));
  let over = false;
  void checking.then(() => {
    over = true;
  });
  // What the button Cancel of the notification does.
  await eventually('it ends', async () => {
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    return over;
  });
  const summary = await checking;
  assert.ok(!summary || summary.cancelled, JSON.stringify(summary));
  assert.ok(foundIn(many).size < 3000);
  await vscode.workspace.fs.delete(vscode.Uri.file(many), { recursive: true });
});

test('Use This Folder as a Corpus writes a configuration, and its files are articles', async () => {
  const { document } = await open(write('adopted/article.txt', 'عنوان\n\nبوقف القتـ.ـال فوراً.\n'));
  assert.deepEqual(diagnosticsOf(document.uri), []);
  await vscode.commands.executeCommand('corpus.useFolder', vscode.Uri.file(dirname(document.uri.fsPath)));
  assert.ok(existsSync(join(FOLDER, 'adopted/corpuslint.jsonc')));
  assert.deepEqual(await flagged(document, 'obfuscated-word', 1), ['القتـ.ـال']);
  await eventually('the language', () => document.languageId === 'article');
});

test('Restart Server brings the diagnostics back', async () => {
  const { document } = await openArticle('restart', 'عنوان\n\nبوقف القتـ.ـال فوراً.\n');
  await flagged(document, 'obfuscated-word', 1);
  const gone = new Promise<void>((resolve) => {
    const watch = vscode.languages.onDidChangeDiagnostics(() => {
      if (diagnosticsOf(document.uri).length > 0) return;
      watch.dispose();
      resolve();
    });
  });
  await vscode.commands.executeCommand('corpus.restartServer');
  await gone;
  assert.deepEqual(await flagged(document, 'obfuscated-word', 1), ['القتـ.ـال']);
});

test('Explain Rule shows the page of a rule', async () => {
  await vscode.commands.executeCommand('corpus.explainRule', 'obfuscated-word');
  await eventually('its preview', () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /obfuscated-word/.test(label))));
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
});

/** The language server, which is a child of this process. */
function serverProcess(): number | undefined {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'latin1').trim().split(' ').filter(Boolean).map(Number);
  return children.find((pid) => /server\.js\0lsp/.test(readFileSync(`/proc/${pid}/cmdline`, 'latin1')));
}

if (process.platform === 'linux') {
  test('a server that dies is started again, up to a limit; then by command', async () => {
    const { document } = await openArticle('crash', 'عنوان\n\nبوقف القتـ.ـال فوراً.\n');
    await flagged(document, 'obfuscated-word', 1);
    for (let deaths = 1; deaths <= 4; deaths++) {
      const pid = await eventually('a server', serverProcess);
      process.kill(pid, 'SIGKILL');
      await eventually('another server', () => ![undefined, pid].includes(serverProcess()));
      assert.deepEqual(await flagged(document, 'obfuscated-word', 1), ['القتـ.ـال']);
    }
    process.kill(await eventually('a server', serverProcess), 'SIGKILL');
    await flagged(document, 'obfuscated-word', 0);
    assert.equal(serverProcess(), undefined);
    await vscode.commands.executeCommand('corpus.restartServer');
    assert.deepEqual(await flagged(document, 'obfuscated-word', 1), ['القتـ.ـال']);
  });
}
