import { LanguageStatusSeverity, type LogOutputChannel, window } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { CorpusFindings } from './findings';
import type { Status } from './status';

/** A server that dies more often than this within the window stays down until somebody restarts it. */
const MAX_RESTARTS = 4;
const RESTART_WINDOW_MS = 3 * 60 * 1000;

/**
 * The language client. The server decides which files are articles, so it hears of every plain text; files of the language
 * `article` are those that it named before.
 */
export function createClient(module: string, log: LogOutputChannel, status: Status, findings: CorpusFindings): LanguageClient {
  const client: LanguageClient = new LanguageClient(
    'corpuslint',
    'corpuslint',
    { module, transport: TransportKind.stdio, args: ['lsp'] },
    {
      documentSelector: [
        { scheme: 'file', language: 'article' },
        { scheme: 'file', language: 'plaintext' },
        { scheme: 'file', pattern: '**/corpuslint.jsonc' },
      ],
      diagnosticCollectionName: 'corpuslint',
      outputChannel: log,
      errorHandler: restartWithLimit(() => client, status),
      middleware: {
        didClose: async (document, next) => {
          findings.keepOnClose(document, client.diagnostics?.get(document.uri) ?? []);
          await next(document);
        },
        handleWorkDoneProgress: (token, params, next) => {
          status.progress(token, params);
          next(token, params);
        },
      },
    },
  );
  return client;
}

/** Restarts a server that died, says so, and gives up when it keeps dying. */
function restartWithLimit(client: () => LanguageClient, status: Status): ErrorHandler {
  let deaths: number[] = [];
  return {
    error: (_error, _message, count) => ({ action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown }),
    closed: () => {
      const now = Date.now();
      deaths = [...deaths.filter((at) => now - at < RESTART_WINDOW_MS), now];
      if (deaths.length <= MAX_RESTARTS) {
        const message = `The corpuslint server stopped and was started again (${deaths.length} of at most ${MAX_RESTARTS} times in ${RESTART_WINDOW_MS / 60_000} minutes).`;
        void offer(message, 'Show Log', () => client().outputChannel.show());
        return { action: CloseAction.Restart, message, handled: true };
      }
      const message = `The corpuslint server stopped ${deaths.length} times in ${RESTART_WINDOW_MS / 60_000} minutes and was not started again.`;
      deaths = [];
      status.say('stopped', LanguageStatusSeverity.Error);
      void offer(message, 'Restart', () => client().restart());
      return { action: CloseAction.DoNotRestart, message, handled: true };
    },
  };
}

async function offer(message: string, action: string, run: () => unknown): Promise<void> {
  if ((await window.showWarningMessage(message, action)) === action) await run();
}
