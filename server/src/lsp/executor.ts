import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  type ExecuteCommandParams,
  LSPErrorCodes,
  type ProgressToken,
  Range,
  ResponseError,
  type WorkDoneProgressReporter,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { reasonOf, UserError } from '../engine/errors';
import { phrase, say } from '../engine/message';
import { safeEdits, workspaceEdit } from './actions';
import type { OpenArticle } from './article';
import { checkFolders } from './check';
import type { Client } from './client';
import { dropLine, explainRule, keepFinding, listRules, useFolder } from './commands';
import type { Library } from './library';
import {
  type CheckSummary,
  Command,
  type DropParams,
  FINDINGS,
  type FindingsParams,
  type FixSummary,
  type KeepParams,
  type UsedFolder,
} from './protocol';
import { pathOf } from './uri';
import { tell } from './words';

/** What an editor hands over, if it has a range indeed. */
function withRange<Given extends { readonly range: Range }>(given: Given): Given {
  if (!Range.is(given.range)) throw new UserError('must-be', { key: 'range', type: phrase('type-object') });
  return given;
}

/** Executes the editor's commands. */
export class Executor {
  private checking: CancellationTokenSource | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly library: Library,
    /** Logs what fails in work that nobody waits for. */
    private readonly guard: (what: string, work: Promise<unknown>) => void,
  ) {}

  /** Does what the editor asks for; rejects with an error that it can show. */
  async execute(
    { command, arguments: [argument] = [], workDoneToken }: ExecuteCommandParams,
    client: Client,
    token: CancellationToken,
  ): Promise<unknown> {
    const { pages, language } = client.manner;
    try {
      if (command === Command.EXPLAIN_RULE) return explainRule(argument, pages);
      if (command === Command.USE_FOLDER) return await this.useFolder(argument);
      if (command === Command.FIX_ALL_SAFE) return await this.fixAllSafe(argument, client);
      if (command === Command.KEEP) return await this.keep((argument ?? undefined) as KeepParams | undefined);
      if (command === Command.DROP_LINE) return await this.dropLine((argument ?? undefined) as DropParams | undefined);
      if (command === Command.CHECK_WORKSPACE) return await this.checkWorkspace(argument, client, token, workDoneToken);
      if (command === Command.LIST_RULES) return listRules(language);
      throw new UserError('unknown-command', { word: command });
    } catch (error) {
      throw new ResponseError(LSPErrorCodes.RequestFailed, error instanceof UserError ? say(language, error.phrase) : reasonOf(error));
    }
  }

  private async useFolder(folder: unknown): Promise<UsedFolder> {
    const used = useFolder(folder);
    await this.library.changed([pathOf(used.config)!]);
    return used;
  }

  /** The open article that an editor's argument names. */
  private articleAt(uri: unknown): OpenArticle {
    const article = this.library.articles.get(String(uri));
    if (!article) throw new UserError('not-an-article');
    return article;
  }

  private async keep(given: KeepParams | undefined): Promise<null> {
    const article = this.articleAt(given?.uri);
    const { rule, range } = withRange(given!);
    const corpus = this.library.corpusOf(article);
    await this.library.changed([keepFinding(article, corpus, rule, range)]);
    return null;
  }

  private async dropLine(given: DropParams | undefined): Promise<null> {
    const article = this.articleAt(given?.uri);
    const { range } = withRange(given!);
    await this.library.changed([dropLine(article, this.library.corpusOf(article), range)]);
    return null;
  }

  private async fixAllSafe(uri: unknown, { manner }: Client): Promise<FixSummary> {
    const article = this.articleAt(uri);
    const edits = safeEdits(article, this.library.corpusOf(article));
    if (edits.length === 0) return { edits: 0, applied: true };
    const { applied } = await this.connection.workspace.applyEdit({
      label: tell(manner.language, 'fix-all'),
      edit: workspaceEdit(article, edits, manner.versioned),
    });
    return { edits: edits.length, applied };
  }

  private async checkWorkspace(folder: unknown, client: Client, token: CancellationToken, shown: ProgressToken | undefined): Promise<CheckSummary> {
    const { pages, language } = client.manner;
    const folders = (typeof folder === 'string' ? [folder] : await this.workspaceFolders(client)).map(pathOf).filter((path) => path !== null);
    // A second check takes the place of the first.
    this.checking?.cancel();
    const own = new CancellationTokenSource();
    this.checking = own;
    const reporter = await this.cancellableProgress(shown, client);
    try {
      return await checkFolders({
        folders,
        pages,
        language,
        isOpen: (path) => [...this.library.articles.values()].some(({ file }) => file.path === path),
        tokens: [token, own.token, ...(reporter && 'token' in reporter ? [reporter.token] : [])],
        progress: (corpus, done, total) => reporter?.report((100 * done) / Math.max(1, total), tell(language, 'checked', { corpus, done, total })),
        found: (articles) =>
          this.guard('the findings could not be sent', this.connection.sendNotification(FINDINGS, { articles } satisfies FindingsParams)),
      });
    } finally {
      reporter?.done();
      if (this.checking === own) this.checking = undefined;
    }
  }

  private async workspaceFolders({ capabilities, folders }: Client): Promise<readonly string[]> {
    if (!capabilities.workspace?.workspaceFolders) return folders;
    return (await this.connection.workspace.getWorkspaceFolders())?.map(({ uri }) => uri) ?? [];
  }

  /** Progress under the token that the editor gave, or one of our own that can be cancelled. */
  private async cancellableProgress(
    given: ProgressToken | undefined,
    { capabilities, manner }: Client,
  ): Promise<WorkDoneProgressReporter | WorkDoneProgressServerReporter | undefined> {
    const { window } = this.connection;
    if (given === undefined && !capabilities.window?.workDoneProgress) return undefined;
    const reporter = given === undefined ? await window.createWorkDoneProgress() : window.attachWorkDoneProgress(given);
    reporter.begin(tell(manner.language, 'checking'), 0, '', given === undefined);
    return reporter;
  }
}
