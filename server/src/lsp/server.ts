import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import { LiveThread } from '../drivers/thread';
import { reasonOf, UserError } from '../engine/errors';
import type { Language } from '../engine/message';
import { actionsFor, FIX_ALL } from './actions';
import type { OpenArticle } from './article';
import { type Client, clientOf, UNKNOWN } from './client';
import { setBy, settingsDiagnostics, settingsFiles } from './configuration';
import type { Corpus, Progress } from './corpus';
import { diagnosticOf } from './diagnostics';
import { Executor } from './executor';
import { hoverAt } from './hover';
import { Library, type Shelf } from './library';
import { ARTICLES, type ArticlesParams, Command } from './protocol';
import { pathOf, uriOf } from './uri';

/** Speaks over standard input and output until the editor ends it, or dies. */
export function serve(): void {
  new Server(createConnection(process.stdin, process.stdout)).listen();
}

/** Milliseconds after which a check that waits for further edits is made all the same. */
const PATIENCE = 100;
/** Threads that may die before the server gives up on findings that need the corpus. */
const LIVES = 3;
/** Milliseconds after which what are articles is told. */
const SETTLING = 30;

class Server implements Shelf {
  private readonly open = new TextDocuments(TextDocument);
  private readonly library = new Library(this);
  private client: Client = UNKNOWN;
  private readonly executor: Executor;
  private live: LiveThread | null = null;
  private lives = LIVES;
  /** Configurations that are shown as broken, by URI. */
  private readonly broken = new Set<string>();
  /** Articles that were edited and not yet answered, and since when. */
  private readonly due = new Set<OpenArticle>();
  private dueSince = 0;
  private turn: NodeJS.Immediate | undefined;
  private told = '';
  private telling: NodeJS.Timeout | undefined;

  constructor(private readonly connection: Connection) {
    this.executor = new Executor(connection, this.library, (what, work) => this.guard(what, work));
  }

  listen(): void {
    const { connection, open, library } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.watch());
    connection.onDidChangeWatchedFiles(({ changes }) => this.changed(changes.map(({ uri }) => uri)));
    connection.onHover(({ textDocument, position }) => {
      const article = library.articles.get(textDocument.uri);
      return article ? hoverAt(article, library.corpusOf(article), position, this.client.manner) : null;
    });
    connection.onCodeAction(({ textDocument, range, context }) => {
      const article = library.articles.get(textDocument.uri);
      return article ? actionsFor(article, library.corpusOf(article), range, context.only, this.client.manner) : [];
    });
    connection.onExecuteCommand((params, token) => this.executor.execute(params, this.client, token));
    open.onDidOpen(({ document }) => this.guard('the document could not be opened', library.place(document)));
    open.onDidChangeContent(({ document }) => this.edited(document));
    open.onDidSave(({ document }) => this.saved(document));
    open.onDidClose(({ document }) => this.closed(document));
    open.listen(connection);
    connection.listen();
    process.on('uncaughtException', (error) => this.failed('unexpected error', error));
    process.on('unhandledRejection', (error) => this.failed('unexpected error', error));
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.client = clientOf(params, (complaint) => this.connection.console.warn(complaint));
    return {
      serverInfo: { name: 'corpuslint', version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL] },
        executeCommandProvider: { commands: Object.values(Command) },
        workspace: { workspaceFolders: { supported: true } },
      },
    };
  }

  /** Asks to be told of every file: which of them are articles, the configurations say. */
  private watch(): void {
    if (!this.client.watches) return;
    const watchers = [{ globPattern: '**/*' }];
    this.guard('files can not be watched', this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }

  // What the documents do.

  private edited(document: TextDocument): void {
    const article = this.library.articles.get(document.uri);
    if (article?.document !== document) {
      this.checkSettings(document.uri);
      return;
    }
    if (this.due.size === 0) this.dueSince = performance.now();
    this.due.add(article);
    this.library.corpusOf(article).edit(article);
    // Edits that are in the queue by now have their turn first, one each turn: what they overtake needs no answer.
    clearImmediate(this.turn);
    if (performance.now() - this.dueSince > PATIENCE) this.answer();
    else this.turn = setImmediate(() => (this.turn = setImmediate(() => this.answer())));
  }

  private answer(): void {
    for (const article of this.due) if (this.library.articles.get(article.document.uri) === article) this.publish(article, true);
    this.due.clear();
  }

  private saved(document: TextDocument): void {
    const article = this.library.articles.get(document.uri);
    if (article) this.library.saved(article);
    if (!this.client.watches) this.changed([document.uri]);
  }

  private closed({ uri }: TextDocument): void {
    this.library.remove(uri);
    this.checkSettings(uri);
  }

  private changed(uris: readonly string[]): void {
    const paths = uris.map(pathOf).filter((path) => path !== null);
    this.guard('changed files could not be followed', this.library.changed([...new Set(paths)]));
  }

  private publish(article: OpenArticle, always: boolean): void {
    const { uri, version: edition } = article.document;
    const findings = article.findings(this.library.corpusOf(article));
    const diagnostics = findings.map((finding) => diagnosticOf(article, finding, this.client.manner));
    if (!article.publish(diagnostics, always)) return;
    this.guard('the findings could not be sent', this.connection.sendDiagnostics({ uri, version: edition, diagnostics }));
  }

  // What the library asks for.

  get language(): Language {
    return this.client.manner.language;
  }

  documents(): readonly TextDocument[] {
    return this.open.all();
  }

  thread(): LiveThread {
    this.live ??= new LiveThread((error) => {
      this.failed('the thread that keeps the corpora ended', error);
      this.lives--;
      // The last one stays, and refuses all that it is asked.
      if (this.lives > 0) {
        this.live = null;
        for (const corpus of this.library.corpora.values()) corpus.restart();
      } else this.connection.console.error('findings that need the corpus stay as they are until the server is started again');
    });
    return this.live;
  }

  judged(corpus: Corpus): void {
    for (const article of corpus.articles.values()) this.publish(article, false);
  }

  progress(title: string): Progress {
    let reporter: WorkDoneProgressReporter | undefined;
    let over = false;
    if (this.client.capabilities.window?.workDoneProgress) {
      // The editor may take its time, or never answer: nobody waits for it.
      this.guard(
        'progress can not be shown',
        this.connection.window.createWorkDoneProgress().then((created) => {
          if (over) return;
          reporter = created;
          created.begin(title, 0);
        }),
      );
    }
    return {
      report: (percentage, message) => reporter?.report(percentage, message),
      done: () => {
        over = true;
        reporter?.done();
      },
    };
  }

  failed(what: string, error: unknown): void {
    this.connection.console.error(`${what}: ${error instanceof UserError ? error.message : reasonOf(error)}`);
  }

  show(article: OpenArticle): void {
    this.publish(article, true);
    this.tellArticles();
  }

  hide({ document }: OpenArticle): void {
    this.guard('the findings could not be sent', this.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
    this.tellArticles();
  }

  configured(root: string): void {
    for (const path of settingsFiles(root)) this.guard('the configuration could not be shown', this.showSettings(path));
  }

  /** If the document sets a corpus, shows what is wrong with it. */
  private checkSettings(uri: string): void {
    const path = pathOf(uri);
    if (path !== null && setBy(path) !== null) this.guard('the configuration could not be shown', this.showSettings(path));
  }

  /** Shows what is wrong with a file that sets a corpus, as it is in the editor or else on the disk. */
  private async showSettings(path: string): Promise<void> {
    const document = this.open.all().find(({ uri }) => pathOf(uri) === path);
    const edition = document?.version;
    const diagnostics = await settingsDiagnostics(path, document?.getText() ?? null, this.language);
    // It was edited meanwhile: another answer is on its way.
    if (document?.version !== edition) return;
    const uri = document?.uri ?? uriOf(path);
    if (diagnostics.length === 0 && !this.broken.delete(uri)) return;
    if (diagnostics.length > 0) this.broken.add(uri);
    await this.connection.sendDiagnostics({ uri, diagnostics, ...(edition !== undefined && { version: edition }) });
  }

  /** Says which documents are articles, once they have settled: an editor that sets a language closes and opens again. */
  private tellArticles(): void {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      const articles = [...this.library.articles]
        .map(([uri, article]) => ({ uri, corpus: uriOf(this.library.corpusOf(article).root) }))
        .sort((a, b) => (a.uri < b.uri ? -1 : 1));
      if (JSON.stringify(articles) === this.told) return;
      this.told = JSON.stringify(articles);
      this.guard('the articles could not be told', this.connection.sendNotification(ARTICLES, { articles } satisfies ArticlesParams));
    }, SETTLING);
  }

  private guard(what: string, work: Promise<unknown>): void {
    work.catch((error) => this.failed(what, error));
  }
}
