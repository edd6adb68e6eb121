import type { Edit, Group, Severity } from '../rules/rule';
import type { Article } from '../text/article';
import { type Position, positionAt } from '../text/position';
import type { Finding } from './finding';

/** A finding as every machine-readable output has it. Lines and characters count from 0, in UTF-16 units. */
export interface Row {
  readonly file: string;
  readonly rule: string;
  readonly group: Group;
  readonly severity: Severity;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly offset: { readonly start: number; readonly end: number };
  readonly text: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean; readonly edits: readonly Edit[] }[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** The row of a finding in `article`, which is known to people as `file`. */
export function rowOf(file: string, article: Article, finding: Finding): Row {
  const { rule, group, severity, message, start, end, fixes, data } = finding;
  const range = { start: positionAt(article, start), end: positionAt(article, end) };
  return { file, rule, group, severity, message, range, offset: { start, end }, text: article.text.slice(start, end), fixes, data };
}
