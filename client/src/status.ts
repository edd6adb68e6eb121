import { type Disposable, LanguageStatusSeverity, languages, type TextDocument, type Uri, window, workspace } from 'vscode';
import type { ProgressToken, WorkDoneProgressBegin, WorkDoneProgressEnd, WorkDoneProgressReport } from 'vscode-languageclient/node';

/** What the editor's language status says: which corpus the article at hand belongs to, and whether the server is at work. */
export class Status implements Disposable {
  private readonly item = languages.createLanguageStatusItem('corpuslint', [
    { scheme: 'file', language: 'article' },
    { scheme: 'file', language: 'plaintext' },
  ]);
  private readonly running = new Map<ProgressToken, string>();
  /** The folder of the corpus, by the URI of an open article. */
  private corpora = new Map<string, Uri>();
  private readonly watching = window.onDidChangeActiveTextEditor(() => this.show());

  constructor() {
    this.item.name = 'corpuslint';
    this.say('starting', LanguageStatusSeverity.Information);
  }

  /** The server's state, in a word. */
  say(state: 'starting' | 'ready' | 'stopped', severity = LanguageStatusSeverity.Information): void {
    this.item.severity = severity;
    this.item.busy = state === 'starting';
    if (state === 'stopped') this.running.clear();
    this.item.text = `corpuslint: ${state}`;
    this.item.detail = '';
    this.item.command =
      state === 'stopped' ? { command: 'corpus.restartServer', title: 'Restart Server' } : { command: 'corpus.showLog', title: 'Show Log' };
    if (state === 'ready') this.show();
  }

  /** The open articles and their corpora, as the server names them. */
  setCorpora(corpora: ReadonlyMap<string, Uri>): void {
    this.corpora = new Map(corpora);
    this.show();
  }

  /** The server's own progress, such as reading a corpus in the background. */
  progress(token: ProgressToken, value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void {
    if (value.kind === 'begin') this.running.set(token, value.title);
    else if (value.kind === 'end') this.running.delete(token);
    this.show();
  }

  dispose(): void {
    this.item.dispose();
    this.watching.dispose();
  }

  private show(): void {
    const document = window.activeTextEditor?.document;
    if (this.item.severity === LanguageStatusSeverity.Error || !document) return;
    this.item.busy = this.running.size > 0;
    this.item.detail = [...this.running.values()][0] ?? '';
    const corpus = this.corpora.get(document.uri.toString());
    this.item.text = corpus ? `Corpus: ${workspace.asRelativePath(corpus)}` : 'In no corpus';
    this.item.command = corpus
      ? { command: 'corpus.checkWhole', title: 'Check Whole Corpus', arguments: [corpus] }
      : { command: 'corpus.useFolder', title: 'Use This Folder as a Corpus', arguments: [folderOf(document)] };
  }
}

/** The folder of a document. */
export const folderOf = ({ uri }: TextDocument): Uri => uri.with({ path: uri.path.replace(/\/[^/]*$/, '') || '/' });
