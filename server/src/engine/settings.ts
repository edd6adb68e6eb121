import type { Phrases } from '../corpus/leftovers/leftovers';
import { rules } from '../rules/index';
import type { Rule, Severity } from '../rules/rule';

export interface RuleSettings {
  readonly severity: Severity | 'off';
  readonly options: object;
}

/** What the configuration says, complete: every default filled in. Plain data. */
export interface Settings {
  /** Globs of the files that are articles, relative to the corpus. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** `**\/{source}_*.txt`, or null: an article's folder is its source. */
  readonly source: string | null;
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleSettings>>;
  readonly boilerplate: Phrases;
}

/** The settings of a corpus without configuration. */
export const defaultSettings: Settings = {
  include: ['**/*.txt'],
  exclude: [],
  source: null,
  rules: Object.fromEntries(rules.map((rule) => [rule.id, settingsOf(rule)])),
  boilerplate: { extra: [] },
};

export function settingsOf(rule: Rule): RuleSettings {
  return { severity: rule.severity, options: rule.options };
}
