import type { Diagnostic, Range } from 'vscode-languageserver';

/**
 * What the server speaks beside the Language Server Protocol. Clients import this file for its types and names; an editor
 * without a client of its own has diagnostics, hovers, code actions and the commands all the same.
 */

/** `initializationOptions`. What is missing or of a wrong type stays as it is without it. */
export interface InitializationOptions {
  /** Where the pages of rules are: an address to which `<rule>.md` is added. Without it: the files shipped beside the server. */
  readonly pages?: string;
  /** The language of messages, `en` or `ar`. Without it: English. */
  readonly language?: string;
}

/** Commands of `workspace/executeCommand`: each with what it takes, and what it answers. */
export const Command = {
  /** Takes the URI of a folder or nothing (all workspace folders): checks every corpus in it. Answers `CheckSummary`; streams `FINDINGS` on the way. */
  CHECK_WORKSPACE: 'corpuslint.checkWorkspace',
  /** Takes the URI of an open article: applies its safe fixes through `workspace/applyEdit`. Answers `FixSummary`. */
  FIX_ALL_SAFE: 'corpuslint.fixAllSafe',
  /** Takes the name of a rule. Answers `RulePage`, null for a name that is none. */
  EXPLAIN_RULE: 'corpuslint.explainRule',
  /** Takes nothing. Answers `RuleName[]`, in the order that people see. */
  LIST_RULES: 'corpuslint.listRules',
  /** Takes `KeepParams`: what a rule finds there stays, here and wherever the same words stand around it. Answers nothing. */
  KEEP: 'corpuslint.keep',
  /** Takes `DropParams`: the line there goes from every article of its source. Answers nothing. */
  DROP_LINE: 'corpuslint.dropLine',
  /** Takes the URI of a folder: writes a commented corpuslint.jsonc into it. Answers `UsedFolder`. */
  USE_FOLDER: 'corpuslint.useFolder',
} as const;

/** What `KEEP` takes: a finding of an open article. */
export interface KeepParams {
  readonly uri: string;
  readonly rule: string;
  readonly range: Range;
}

/** What `DROP_LINE` takes: a whole line of an open article. */
export interface DropParams {
  readonly uri: string;
  readonly range: Range;
}

/** The answer of `CHECK_WORKSPACE`. */
export interface CheckSummary {
  readonly articles: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** It was stopped: what was streamed so far holds, the rest wasn't looked at. */
  readonly cancelled: boolean;
  /** Configurations that are broken, a sentence each; their corpora weren't checked. */
  readonly problems: readonly string[];
}

/** The answer of `FIX_ALL_SAFE`. */
export interface FixSummary {
  /** Edits sent to the editor, 0 where there is nothing to fix. */
  readonly edits: number;
  /** Whether the editor took them. */
  readonly applied: boolean;
}

/** The answer of `EXPLAIN_RULE`. */
export interface RulePage {
  readonly rule: string;
  /** Markdown. */
  readonly page: string;
  /** Where the page is. */
  readonly href: string;
}

/** What `LIST_RULES` answers, a rule each. */
export interface RuleName {
  readonly rule: string;
  readonly group: string;
  /** One line. */
  readonly summary: string;
}

/** The answer of `USE_FOLDER`. */
export interface UsedFolder {
  /** The URI of its configuration. */
  readonly config: string;
  /** It was there before, and is as it was. */
  readonly existed: boolean;
}

/**
 * Notification, server to client, during `CHECK_WORKSPACE`: what the check found in some articles, those without a
 * finding among them. Articles that are open are left out: theirs are published as always. So a client shows these for
 * files that aren't open, and forgets them for a file when it opens it.
 */
export const FINDINGS = 'corpuslint/findings';
export interface FindingsParams {
  readonly articles: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
}

/** Notification, server to client: the open documents that are articles, whenever they change. */
export const ARTICLES = 'corpuslint/articles';
export interface ArticlesParams {
  /** Each with the URI of the folder that is its corpus. */
  readonly articles: readonly { readonly uri: string; readonly corpus: string }[];
}
