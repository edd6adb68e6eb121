import { commands, type Disposable, languages, ProgressLocation, type ProgressOptions, Uri, window, workspace } from 'vscode';
import { ExecuteCommandRequest, type LanguageClient, WorkDoneProgress } from 'vscode-languageclient/node';
import { type CheckSummary, Command, type FixSummary, type RuleName, type RulePage, type UsedFolder } from '../../server/src/lsp/protocol';
import type { CorpusFindings } from './findings';
import { pageUri } from './pages';
import { folderOf } from './status';

/** The commands of the palette. Each asks the server and shows what it answers. */
export function registerCommands(client: LanguageClient, findings: CorpusFindings): Disposable[] {
  return [
    commands.registerCommand('corpus.checkArticle', () => checkArticle(client)),
    commands.registerCommand('corpus.checkWhole', (folder?: Uri) => checkWhole(client, findings, folder)),
    commands.registerCommand('corpus.fixAllSafe', () => fixAllSafe(client)),
    commands.registerCommand('corpus.explainRule', (rule?: string) => explainRule(client, rule)),
    commands.registerCommand('corpus.restartServer', () => client.restart()),
    commands.registerCommand('corpus.showLog', () => client.outputChannel.show()),
    commands.registerCommand('corpus.useFolder', (folder?: Uri) => useFolder(client, folder)),
  ];
}

/** Runs a command of the server. */
const ask = <Answer>(client: LanguageClient, command: string, ...args: unknown[]): Promise<Answer> =>
  client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });

/** The findings of an open article are published as it changes; this shows them, and says how many there are. */
async function checkArticle(client: LanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'article') return offerFolder(client);
  const found = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'corpuslint').length;
  await commands.executeCommand('workbench.actions.view.problems');
  window.setStatusBarMessage(`corpuslint: ${count(found, 'finding')} in ${workspace.asRelativePath(document.uri)}`, 5000);
}

/** Checks the corpora in a folder, or in the whole workspace; findings show as they come. Answers what the server sums up. */
async function checkWhole(client: LanguageClient, findings: CorpusFindings, folder?: Uri): Promise<CheckSummary | undefined> {
  const options: ProgressOptions = { location: ProgressLocation.Notification, title: 'Checking the corpus', cancellable: true };
  findings.clear();
  const summary = await window.withProgress(options, async (progress, cancelled) => {
    const workDoneToken = `check-${Date.now()}`;
    let percentage = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'end') return;
      const increment = Math.max(0, (value.percentage ?? percentage) - percentage);
      percentage += increment;
      progress.report({ increment, ...(value.message && { message: value.message }) });
    });
    try {
      const args = folder ? [folder.toString()] : [];
      const params = { command: Command.CHECK_WORKSPACE, arguments: args, workDoneToken };
      return (await client.sendRequest(ExecuteCommandRequest.type, params, cancelled)) as CheckSummary;
    } catch (error) {
      if (cancelled.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listening.dispose();
    }
  });
  if (!summary || summary.cancelled) {
    window.setStatusBarMessage('corpuslint: the check was stopped; what was found so far stands in Problems', 5000);
    return summary;
  }
  for (const problem of summary.problems) void window.showErrorMessage(problem);
  const { articles, errors, warnings, infos } = summary;
  const found = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'note')].join(', ');
  void window.showInformationMessage(`${count(articles, 'article')} checked: ${found}.`, 'Show Problems').then((action) => {
    if (action) void commands.executeCommand('workbench.actions.view.problems');
  });
  return summary;
}

async function fixAllSafe(client: LanguageClient): Promise<FixSummary | undefined> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'article') {
    await offerFolder(client);
    return undefined;
  }
  const fixed = await ask<FixSummary>(client, Command.FIX_ALL_SAFE, document.uri.toString());
  if (fixed.edits === 0) window.setStatusBarMessage('corpuslint: nothing here is safe to fix', 5000);
  else if (!fixed.applied) void window.showWarningMessage('The fixes were not applied: the article changed meanwhile.');
  return fixed;
}

/** Opens the page of a rule, of those at the cursor first. */
async function explainRule(client: LanguageClient, rule?: string): Promise<void> {
  const chosen = rule ?? (await chooseRule(client));
  if (!chosen) return;
  if (!(await ask<RulePage | null>(client, Command.EXPLAIN_RULE, chosen))) {
    void window.showWarningMessage(`There is no rule of the name ${chosen}.`);
    return;
  }
  await commands.executeCommand('markdown.showPreview', pageUri(chosen));
}

async function chooseRule(client: LanguageClient): Promise<string | undefined> {
  const rules = await ask<readonly RuleName[]>(client, Command.LIST_RULES);
  const editor = window.activeTextEditor;
  const here = new Set(
    editor
      ? languages
          .getDiagnostics(editor.document.uri)
          .filter(({ source, range }) => source === 'corpuslint' && range.contains(editor.selection.active))
          .map(({ code }) => (typeof code === 'object' ? code.value : code))
      : [],
  );
  const items = rules.map(({ rule, group, summary }) => ({
    label: rule,
    description: here.has(rule) ? `${group}, at the cursor` : group,
    detail: summary,
  }));
  const ordered = [...items.filter(({ label }) => here.has(label)), ...items.filter(({ label }) => !here.has(label))];
  return (await window.showQuickPick(ordered, { placeHolder: 'Which rule?', matchOnDetail: true }))?.label;
}

/** Makes a folder a corpus: the one given, the one of the article at hand, or one that is chosen. */
async function useFolder(client: LanguageClient, folder?: Uri): Promise<UsedFolder | undefined> {
  const document = window.activeTextEditor?.document;
  const chosen = folder ?? (document?.uri.scheme === 'file' ? folderOf(document) : (await window.showWorkspaceFolderPick())?.uri);
  if (!chosen) return undefined;
  const used = await ask<UsedFolder>(client, Command.USE_FOLDER, chosen.toString());
  await window.showTextDocument(Uri.parse(used.config), { preview: false });
  const name = workspace.asRelativePath(chosen);
  void window.showInformationMessage(used.existed ? `${name} is a corpus already.` : `${name} is a corpus now. This file says how it is checked.`);
  return used;
}

async function offerFolder(client: LanguageClient): Promise<void> {
  const use = 'Use This Folder as a Corpus';
  const said = 'This file is not an article of a corpus: no corpuslint.jsonc stands in its folder or above.';
  if ((await window.showInformationMessage(said, use)) === use) await useFolder(client);
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
