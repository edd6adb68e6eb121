import { type Disposable, Uri, workspace } from 'vscode';
import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';
import { Command, type RulePage } from '../../server/src/lsp/protocol';

const SCHEME = 'corpuslint-rule';

/** Where the editor reads the page of a rule. */
export const pageUri = (rule: string): Uri => Uri.from({ scheme: SCHEME, path: `${rule}.md` });

/** Serves the pages of rules as documents that can't be edited. */
export const registerPages = (client: LanguageClient): Disposable =>
  workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }, token) => {
      const params = { command: Command.EXPLAIN_RULE, arguments: [path.replace(/\.md$/, '')] };
      const page = (await client.sendRequest(ExecuteCommandRequest.type, params, token)) as RulePage | null;
      return page?.page ?? '';
    },
  });
