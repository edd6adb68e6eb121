import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './runner';

/** The folder that the run opened; it is a copy, and goes when the run ends. */
export const FOLDER = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';

/** Writes a file below the folder and answers its URI. */
export function write(path: string, text: string): vscode.Uri {
  const full = join(FOLDER, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  return vscode.Uri.file(full);
}

/** Opens a file in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** An article of a small corpus of its own, open in an editor. */
export async function openArticle(name: string, text: string): Promise<vscode.TextEditor> {
  write(`${name}/corpuslint.jsonc`, '{}\n');
  return open(write(`${name}/article.txt`, text));
}

/** The product's diagnostics of a file. */
export const diagnosticsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'corpuslint');

export const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** The texts that a rule underlines in a document, in their order; waits until there are so many. */
export async function flagged(document: vscode.TextDocument, rule: string, count: number): Promise<string[]> {
  const texts = (): string[] =>
    diagnosticsOf(document.uri)
      .filter((diagnostic) => codeOf(diagnostic) === rule)
      .sort((a, b) => a.range.start.compareTo(b.range.start))
      .map(({ range }) => document.getText(range));
  await eventually(`${count} of ${rule} in ${document.uri.fsPath}, there are ${texts().length}`, () => texts().length === count);
  return texts();
}

/** The actions that the editor offers at a range, as its light bulb would. */
export async function actionsAt(uri: vscode.Uri, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind, 50);
}

/** Takes the action of a title, as a person would. */
export async function take(actions: readonly vscode.CodeAction[], title: string | RegExp): Promise<void> {
  const action = actions.find((candidate) => (typeof title === 'string' ? candidate.title === title : title.test(candidate.title)));
  assert.ok(action, `no action ${title} among ${actions.map((candidate) => candidate.title).join(' | ')}`);
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit was refused');
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** The text of the hover at a position. */
export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers: vscode.Hover[] = await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
