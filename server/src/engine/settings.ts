import type { Phrases } from '../corpus/leftovers/leftovers';
import { type NameWishes, NO_WISHES } from '../corpus/names/wishes';
import { rules } from '../rules/index';
import type { Rule, Severity } from '../rules/rule';
import type { Article } from '../text/article';
import { pathTest } from './glob';
import type { Language } from './message';
import type { Rulings } from './rulings';

/** What a rule, or one kind of its findings, is set to. */
export type Level = Severity | 'off';

/** What a rule is set to. */
export interface RuleSettings {
  readonly severity: Level;
  readonly options: object;
  /** Kinds that are set to something else than their rule (`Rule.kinds`). */
  readonly kinds?: Readonly<Record<string, Level>>;
}

/** What holds for some articles instead. */
export interface Override {
  /** Globs, relative to the corpus; null: whatever the file. */
  readonly files: readonly string[] | null;
  /** Outlets; null: whatever the outlet. */
  readonly sources: readonly string[] | null;
  /** By rule id; what isn't said stays. */
  readonly rules: Readonly<Record<string, Partial<RuleSettings>>>;
}

/** What configuration and decisions say, complete: every default filled in. Plain data. */
export interface Settings {
  /** Globs of the files that are articles, relative to the corpus. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** `**\/{source}_*.txt`, or null: an article's folder is its source. */
  readonly source: string | null;
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleSettings>>;
  /** The later ones go before the earlier. */
  readonly overrides: readonly Override[];
  readonly boilerplate: Phrases;
  readonly names: NameWishes;
  readonly rulings: Rulings;
  /** The language of messages. Whoever runs the program chooses it, not the configuration. */
  readonly language: Language;
}

/** The settings of a corpus without configuration. */
export const defaultSettings: Settings = {
  include: ['**/*.txt'],
  exclude: [],
  source: null,
  rules: Object.fromEntries(rules.map((rule) => [rule.id, settingsOf(rule)])),
  overrides: [],
  boilerplate: { extra: [], decided: new Map() },
  names: NO_WISHES,
  rulings: new Map(),
  language: 'en',
};

/** What a rule is set to where nobody set it. */
export function settingsOf(rule: Rule): RuleSettings {
  return { severity: rule.severity, options: rule.options };
}

const resolved = new WeakMap<Settings, Map<string, Settings['rules']>>();

/** How the rules are set for an article. Made once for all articles that the same overrides mean. */
export function rulesFor(settings: Settings, { id, source }: Pick<Article, 'id' | 'source'>): Settings['rules'] {
  const { overrides, rules } = settings;
  if (overrides.length === 0) return rules;
  const apt = overrides.filter(({ files, sources }) => (!files || pathTest(files)(id)) && (!sources || sources.includes(source)));
  const key = apt.map((override) => overrides.indexOf(override)).join();
  const known = resolved.get(settings) ?? new Map<string, Settings['rules']>();
  resolved.set(settings, known);
  const found =
    known.get(key) ??
    Object.fromEntries(Object.entries(rules).map(([rule, own]) => [rule, apt.reduce((all, { rules }) => overridden(all, rules[rule]), own)]));
  known.set(key, found);
  return found;
}

const overridden = ({ severity, options, kinds }: RuleSettings, own: Partial<RuleSettings> = {}): RuleSettings => ({
  severity: own.severity ?? severity,
  options: { ...options, ...own.options },
  ...((kinds ?? own.kinds) && { kinds: { ...kinds, ...own.kinds } }),
});

/** What a finding of a kind is set to; `own` is its severity where nothing was said of rule or kind. */
export function levelOf(rule: Rule, { severity, kinds = {} }: RuleSettings, kind: unknown, own: Severity | undefined): Level {
  const said = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return said ?? (severity === rule.severity ? (own ?? severity) : severity);
}

/** Whether a rule, or one of its kinds, is silent for some articles, so that what it would find there isn't known. */
export const isEverOff = ({ rules, overrides }: Settings, rule: string): boolean =>
  [rules, ...overrides.map((override) => override.rules)].some(
    (set) => set[rule]?.severity === 'off' || Object.values(set[rule]?.kinds ?? {}).includes('off'),
  );

/** Settings under which only these rules speak. */
export function onlyRules(rules: ReadonlySet<string>, settings: Settings): Settings {
  const entries = Object.entries(settings.rules).map(([id, rule]) => [id, rules.has(id) ? rule : { severity: 'off', options: rule.options }]);
  const overrides = settings.overrides.map((override) => ({
    ...override,
    rules: Object.fromEntries(Object.entries(override.rules).filter(([id]) => rules.has(id))),
  }));
  return { ...settings, rules: Object.fromEntries(entries), overrides };
}
