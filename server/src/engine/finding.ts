import type { Edit, Group, Severity } from '../rules/rule';

/** A change a person may take. Its edits don't overlap. */
export interface FindingFix {
  /** A verb phrase. */
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** A problem stamped with rule and severity. Offsets are UTF-16 units of the article's text. */
export interface Finding {
  readonly rule: string;
  readonly group: Group;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Best first. */
  readonly fixes: readonly FindingFix[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** From what may be left to what must not. */
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];
