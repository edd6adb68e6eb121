import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createProtocolConnection,
  type Diagnostic,
  FileChangeType,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ARTICLES, type ArticlesParams, FINDINGS, type FindingsParams } from '../../server/src/lsp/protocol';

const BUNDLE = resolve(process.env.CORPUSLINT_BUNDLE ?? 'dist/server.js');

/** An answer that takes longer has failed. */
const PATIENCE = 10_000;

const CAPABILITIES: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] }, publishDiagnostics: { relatedInformation: true, versionSupport: true } },
  window: { workDoneProgress: true },
};

interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
}

/** An editor with one folder open, whose server is the bundle, in a process of its own. It goes with the test. */
export class Editor {
  /** What the server logged. */
  readonly log: string[] = [];
  /** Methods of which the server asked to be told, and progress titles and messages that it showed. */
  readonly registered: string[] = [];
  readonly progress: string[] = [];
  articles: ArticlesParams['articles'] = [];
  readonly streamed: FindingsParams['articles'][number][] = [];
  private readonly documents = new Map<string, TextDocument>();
  private readonly published = new Map<string, PublishDiagnosticsParams>();
  private readonly watchers = new Set<() => void>();

  private constructor(
    readonly root: string,
    readonly server: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  static async start(t: TestContext, root: string, { capabilities = CAPABILITIES, initializationOptions }: StartOptions = {}): Promise<Editor> {
    const server = spawn(process.execPath, [BUNDLE, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    t.after(() => {
      connection.dispose();
      server.kill('SIGKILL');
    });
    // A server that was killed doesn't read any more.
    server.stdin.on('error', () => {});
    connection.listen();
    const folder = { uri: pathToFileURL(root).href, name: 'root' };
    const log: string[] = [];
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: folder.uri,
      capabilities,
      workspaceFolders: [folder],
      initializationOptions,
    });
    const editor = new Editor(root, server, connection, initialized);
    editor.log.push(...log);
    editor.listen(folder);
    await connection.sendNotification('initialized', {});
    return editor;
  }

  private listen(folder: { uri: string; name: string }): void {
    const { connection } = this;
    const note = (): void => {
      for (const watcher of [...this.watchers]) watcher();
    };
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.log.push(message));
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      note();
    });
    connection.onNotification(ARTICLES, ({ articles }: ArticlesParams) => {
      this.articles = articles;
      note();
    });
    connection.onNotification(FINDINGS, ({ articles }: FindingsParams) => {
      this.streamed.push(...articles);
      note();
    });
    connection.onNotification('$/progress', ({ value }: { value: { title?: string; message?: string } }) => {
      this.progress.push(value.title ?? value.message ?? 'end');
      note();
    });
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      note();
      return null;
    });
    connection.onRequest('workspace/workspaceFolders', () => [folder]);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/applyEdit', async ({ edit }: { edit: WorkspaceEdit }) => {
      await this.apply(edit);
      return { applied: true };
    });
  }

  uri = (name: string): string => pathToFileURL(join(this.root, name)).href;

  text = (name: string): string => this.documents.get(this.uri(name))!.getText();

  async open(name: string, text = readFileSync(join(this.root, name), 'utf8').replace(/^\uFEFF/, ''), languageId = 'plaintext'): Promise<void> {
    const document = TextDocument.create(this.uri(name), languageId, 1, text);
    this.documents.set(document.uri, document);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: document.uri, languageId, version: 1, text } });
  }

  async close(name: string): Promise<void> {
    this.documents.delete(this.uri(name));
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Writes `text` in the place of offsets `start` to `end`; without them in the place of everything. Returns the new version. */
  async edit(name: string, text: string, start?: number, end = start): Promise<number> {
    const uri = this.uri(name);
    const document = this.documents.get(uri)!;
    const range = start === undefined ? undefined : { start: document.positionAt(start), end: document.positionAt(end!) };
    return this.change(uri, [range ? { range, text } : { text }]);
  }

  async changedOnDisk(...names: string[]): Promise<void> {
    const changes = names.map((name) => ({ uri: this.uri(name), type: FileChangeType.Changed }));
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** The diagnostics of a file as soon as they are as wanted. */
  async diagnostics(
    name: string,
    wanted: (found: readonly Diagnostic[], version: number | undefined) => boolean = () => true,
  ): Promise<Diagnostic[]> {
    const uri = this.uri(name);
    await this.until(`diagnostics of ${name}`, () => {
      const published = this.published.get(uri);
      return published !== undefined && wanted(published.diagnostics, published.version);
    });
    return this.published.get(uri)!.diagnostics;
  }

  /** What is shown for a file now; undefined where nothing was ever published. */
  shown = (name: string): Diagnostic[] | undefined => this.published.get(this.uri(name))?.diagnostics;

  hover(name: string, offset: number): Promise<Hover | null> {
    const position = this.documents.get(this.uri(name))!.positionAt(offset);
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri: this.uri(name) }, position });
  }

  actions(name: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only && { only: [...only] }) } satisfies CodeActionContext;
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: this.uri(name) }, range, context });
  }

  command<Answer>(command: string, ...args: unknown[]): Promise<Answer> {
    return this.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
  }

  /** Applies an edit as an editor does: to the version that it names, and the server hears of it. */
  async apply({ documentChanges, changes }: WorkspaceEdit): Promise<void> {
    const edits: [string, number | null, TextEdit[]][] = Object.entries(changes ?? {}).map(([uri, list]) => [uri, null, list]);
    for (const change of documentChanges ?? []) {
      if ('edits' in change) edits.push([change.textDocument.uri, change.textDocument.version, change.edits as TextEdit[]]);
    }
    for (const [uri, version, list] of edits) {
      const document = this.documents.get(uri)!;
      if (version !== null && version !== document.version) throw new Error(`an edit for version ${version} of version ${document.version}`);
      await this.change(uri, [{ text: TextDocument.applyEdits(document, list) }]);
    }
  }

  async until(what: string, holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((fulfil, reject) => {
      const timer = setTimeout(() => {
        this.watchers.delete(watcher);
        reject(
          new Error(`${what} didn't come; logged: ${this.log.join(' | ')}; shown: ${JSON.stringify([...this.published.values()]).slice(-1000)}`),
        );
      }, PATIENCE);
      const watcher = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        this.watchers.delete(watcher);
        fulfil();
      };
      this.watchers.add(watcher);
    });
  }

  private async change(uri: string, contentChanges: { text: string; range?: Range }[]): Promise<number> {
    const document = this.documents.get(uri)!;
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }
}
