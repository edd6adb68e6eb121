import { type Disposable, languages, type TextDocument, workspace } from 'vscode';

/** Milliseconds in which the server has surely looked at a document again. */
const SETTLING_MS = 3000;

/**
 * Gives the language `article` to the open documents that the server names, and plain text back to those that it no longer
 * names. Only documents that were plain text are touched: a language that somebody chose stays.
 */
export class ArticleLanguage implements Disposable {
  private named = new Set<string>();
  /** Documents that were just given the language. The server hears of that as a close and an open, and may not name them in between. */
  private readonly settling = new Set<string>();
  private readonly watching = workspace.onDidOpenTextDocument((document) => this.apply(document));

  /** The server named the open articles anew. */
  async name(uris: readonly string[]): Promise<void> {
    this.named = new Set(uris);
    await Promise.all(workspace.textDocuments.map((document) => this.apply(document)));
  }

  dispose(): void {
    this.watching.dispose();
  }

  private async apply(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const wanted = this.named.has(uri) ? 'article' : 'plaintext';
    if (document.languageId === wanted || !['article', 'plaintext'].includes(document.languageId) || document.uri.scheme !== 'file') return;
    if (this.settling.has(uri)) return;
    this.settling.add(uri);
    setTimeout(() => {
      this.settling.delete(uri);
      if (!document.isClosed) void this.apply(document);
    }, SETTLING_MS);
    await languages.setTextDocumentLanguage(document, wanted);
  }
}
