import { basename, dirname, join } from 'node:path';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { CONFIG_NAME, ConfigError, readConfig } from '../engine/config';
import { parseDecisions } from '../engine/decisions';
import { UserError } from '../engine/errors';
import { type Language, say } from '../engine/message';
import { decisionsName } from '../files/decisions';
import { readText } from '../files/store';

const DECISIONS = decisionsName('/', '/');

/** What a corpus is set by: its configuration, and what people decided. Paths within the corpus, and what reads them. */
const SETTINGS: Readonly<Record<string, (text: string) => unknown>> = {
  [CONFIG_NAME]: (text) => readConfig(text, CONFIG_NAME),
  [DECISIONS]: (text) => parseDecisions(text, DECISIONS),
};

/** The files that set a corpus, by path. */
export const settingsFiles = (root: string): string[] => Object.keys(SETTINGS).map((name) => join(root, name));

/** The corpus that a file sets; null where it sets none. */
export function setBy(path: string): string | null {
  if (basename(path) === CONFIG_NAME) return dirname(path);
  const root = dirname(dirname(path));
  return path === join(root, DECISIONS) ? root : null;
}

/** What is wrong with a file that sets a corpus, given its text in the editor or else as it is on the disk. */
export async function settingsDiagnostics(path: string, opened: string | null, language: Language): Promise<Diagnostic[]> {
  const name = basename(path) === CONFIG_NAME ? CONFIG_NAME : DECISIONS;
  let text = opened;
  try {
    text ??= readText(path, name);
    if (text !== null) await SETTINGS[name](text);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error, ...error.others].map((each) => diagnosticOf(each, text ?? '', language));
  }
}

/** The diagnostic of one thing that is wrong, on its line. */
function diagnosticOf(error: UserError, text: string, language: Language): Diagnostic {
  const line = error instanceof ConfigError ? error.line : 0;
  const written = text.split(/\r\n|\r|\n/)[line] ?? '';
  const character = written.length - written.trimStart().length;
  return {
    range: { start: { line, character }, end: { line, character: Math.max(character, written.trimEnd().length) } },
    severity: DiagnosticSeverity.Error,
    source: 'corpuslint',
    message: say(language, error instanceof ConfigError ? error.what : error.phrase),
  };
}
