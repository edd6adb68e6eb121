import { type ExtensionContext, LanguageStatusSeverity, window } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { ARTICLES, type ArticlesParams, FINDINGS, type FindingsParams } from '../../server/src/lsp/protocol';
import { ArticleLanguage } from './articles';
import { registerCommands } from './commands';
import { CorpusFindings } from './findings';
import { registerPages } from './pages';
import { createClient } from './server';
import { Status } from './status';

let client: LanguageClient | undefined;

/** Starts the language server and shows what it says. What is an article and what is wrong with it, the server decides. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('corpuslint', { log: true });
  const status = new Status();
  const findings = new CorpusFindings();
  const articles = new ArticleLanguage();
  const started = createClient(context.asAbsolutePath('dist/server.js'), log, status, findings);
  client = started;
  context.subscriptions.push(
    log,
    status,
    findings,
    articles,
    registerPages(started),
    ...registerCommands(started, findings),
    started.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) status.say('starting');
      else if (newState === State.Running) status.say('ready');
    }),
    started.onNotification(ARTICLES, (params: ArticlesParams) => {
      const toUri = started.protocol2CodeConverter.asUri;
      const corpora = new Map(params.articles.map(({ uri, corpus }) => [toUri(uri).toString(), toUri(corpus)]));
      status.setCorpora(corpora);
      void articles.name([...corpora.keys()]);
    }),
    started.onNotification(FINDINGS, async (params: FindingsParams) => {
      for (const { uri, diagnostics } of params.articles) {
        const { asDiagnostics, asUri } = started.protocol2CodeConverter;
        findings.set(asUri(uri), await asDiagnostics([...diagnostics]));
      }
    }),
  );
  // That it could not be started, the client says itself.
  await started.start().catch(() => status.say('stopped', LanguageStatusSeverity.Error));
}

/** Lets the server end before the editor does. */
export const deactivate = (): Promise<void> | undefined => client?.dispose();
