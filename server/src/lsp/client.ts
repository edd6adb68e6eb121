import { type ClientCapabilities, type InitializeParams, MarkupKind } from 'vscode-languageserver';
import { LANGUAGES, type Language } from '../engine/message';
import type { Manner } from './diagnostics';
import { SHIPPED_PAGES } from './pages';

/** What the editor said of itself when it started. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  /** URIs of the folders that were open then. */
  readonly folders: readonly string[];
  readonly manner: Manner;
  /** It tells of changed files if it is asked to. */
  readonly watches: boolean;
}

/** An editor that hasn't said anything yet. */
export const UNKNOWN: Client = {
  capabilities: {},
  folders: [],
  manner: { versioned: false, markdown: false, pages: SHIPPED_PAGES, language: 'en' },
  watches: false,
};

/** Hears what is wrong, for the log. */
type Warn = (complaint: string) => void;

/** Reads what the editor says of itself. Options of a wrong type are warned of, and stay as they are without them. */
export function clientOf({ capabilities, workspaceFolders, rootUri, initializationOptions }: InitializeParams, warn: Warn): Client {
  return {
    capabilities,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []),
    manner: {
      versioned: capabilities.workspace?.workspaceEdit?.documentChanges ?? false,
      markdown: capabilities.textDocument?.hover?.contentFormat?.[0] === MarkupKind.Markdown,
      pages: pagesFrom(initializationOptions, warn),
      language: languageFrom(initializationOptions, warn),
    },
    watches: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
  };
}

function pagesFrom(options: unknown, warn: Warn): string {
  const pages: unknown = (options as { pages?: unknown } | null | undefined)?.pages;
  if (typeof pages === 'string' && pages !== '') return pages.endsWith('/') ? pages : `${pages}/`;
  if (pages !== undefined && pages !== null && pages !== '') warn('the option "pages" must be an address; it is left out');
  return SHIPPED_PAGES;
}

function languageFrom(options: unknown, warn: Warn): Language {
  const wanted: unknown = (options as { language?: unknown } | null | undefined)?.language;
  const known = LANGUAGES.find((language) => language === wanted);
  if (!known && wanted !== undefined && wanted !== null && wanted !== '')
    warn(`the option "language" must be one of ${LANGUAGES.join(', ')}; it is left out`);
  return known ?? 'en';
}
