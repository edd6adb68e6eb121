import { type Diagnostic, type Disposable, languages, type TextDocument, type Uri, workspace } from 'vscode';

/**
 * What the last check of whole corpora found in files that aren't open; those of open files are published by the server.
 * A file that is opened leaves, and takes its place again when it is closed, with what it had last.
 */
export class CorpusFindings implements Disposable {
  private readonly shown = languages.createDiagnosticCollection('corpuslint-corpus');
  private readonly checked = new Set<string>();
  private readonly watching = [
    workspace.onDidOpenTextDocument(({ uri }) => this.shown.delete(uri)),
    workspace.onDidDeleteFiles(({ files }) => this.forget(files)),
    workspace.onDidRenameFiles(({ files }) => this.forget(files.map(({ oldUri }) => oldUri))),
  ];

  /** Forgets what an earlier check found. */
  clear(): void {
    this.shown.clear();
    this.checked.clear();
  }

  set(uri: Uri, diagnostics: readonly Diagnostic[]): void {
    this.checked.add(uri.toString());
    if (!workspace.textDocuments.some((open) => open.uri.toString() === uri.toString())) this.shown.set(uri, diagnostics);
  }

  /** A closed file of a checked corpus stays in the list of problems; unsaved changes that were dropped aren't told. */
  keepOnClose(document: TextDocument, diagnostics: readonly Diagnostic[]): void {
    if (this.checked.has(document.uri.toString()) && !document.isDirty) this.shown.set(document.uri, diagnostics);
  }

  dispose(): void {
    this.shown.dispose();
    for (const watcher of this.watching) watcher.dispose();
  }

  private forget(uris: readonly Uri[]): void {
    for (const uri of uris) {
      this.checked.delete(uri.toString());
      this.shown.delete(uri);
    }
  }
}
