import type { ErrorObject } from 'ajv';
import type { Node, ParseError } from 'jsonc-parser';
import { plain } from '../corpus/leftovers/plain';
import { UserError } from '../files/errors';
import { rules } from '../rules/index';
import type { Phrase } from '../rules/phrase';
import type { Severity } from '../rules/rule';
import { foldWord } from '../text/scan';
import { phrase } from './message';
import { nearest } from './nearest';
import { configSchema, LEVELS } from './schema';
import { defaultSettings, type RuleSettings, type Settings } from './settings';

export const CONFIG_NAME = 'corpuslint.jsonc';

/** What is wrong with a configuration, and where. It is told as `FILE:LINE: what`, the line counted from 1. */
export class ConfigError extends UserError {
  constructor(
    readonly file: string,
    /** Counted from 0. */
    readonly line: number,
    readonly what: Phrase,
  ) {
    super('at-place', { place: `${file}:${line + 1}`, what });
  }
}

type GivenRules = Readonly<Record<string, Severity | 'off' | ({ severity?: Severity | 'off' } & Record<string, unknown>)>>;

/** The shape that the schema vouches for. */
interface Config {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly source?: string;
  readonly rules?: GivenRules;
  readonly overrides?: readonly { readonly files?: readonly string[]; readonly sources?: readonly string[]; readonly rules: GivenRules }[];
  readonly boilerplate?: { readonly phrases?: readonly string[] };
  readonly names?: { readonly prefer?: readonly string[] };
}

/**
 * Reads the text of a configuration, which people know as `file`. Rejects with a `ConfigError` that names the line and,
 * for a wrong word, the nearest right one.
 */
export async function readConfig(text: string, file: string): Promise<Settings> {
  const { parseTree, getNodeValue } = await import('jsonc-parser');
  const lineOf = (offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (errors.length > 0) throw new ConfigError(file, lineOf(errors[0].offset), phrase('broken-json', { what: await complaint(errors[0]) }));
  if (!tree) return defaultSettings;
  const twice = findDuplicate(tree);
  if (twice) throw new ConfigError(file, lineOf(twice.offset), phrase('stands-twice', { key: twice.value }));
  const value: unknown = getNodeValue(tree);
  const wrong = await findMistake(value, tree);
  if (wrong) throw new ConfigError(file, lineOf(wrong.offset), wrong.what);
  return settingsFrom(value as Config);
}

function settingsFrom({ include, exclude, source, rules: given = {}, overrides = [], boilerplate, names }: Config): Settings {
  const own = partsOf(given);
  const entries = rules.map((rule): [string, RuleSettings] => {
    const { severity = rule.severity, options } = own[rule.id] ?? {};
    return [rule.id, { severity, options: { ...rule.options, ...options } }];
  });
  return {
    ...defaultSettings,
    include: include ?? defaultSettings.include,
    exclude: exclude ?? defaultSettings.exclude,
    source: source ?? null,
    rules: Object.fromEntries(entries),
    overrides: overrides.map(({ files = null, sources = null, rules }) => ({ files, sources, rules: partsOf(rules) })),
    boilerplate: { ...defaultSettings.boilerplate, extra: (boilerplate?.phrases ?? []).map((phrase) => plain(phrase)) },
    names: { ...defaultSettings.names, prefer: (names?.prefer ?? []).map((name) => foldWord(name)) },
  };
}

/** What is said of each rule: a word is its severity. */
function partsOf(given: GivenRules): Record<string, Partial<RuleSettings>> {
  const entries = Object.entries(given).map(([id, value]) => {
    if (typeof value === 'string') return [id, { severity: value }];
    const { severity, ...options } = value;
    return [id, { ...(severity && { severity }), options }];
  });
  return Object.fromEntries(entries);
}

async function complaint({ error }: ParseError): Promise<Phrase> {
  const { printParseErrorCode } = await import('jsonc-parser');
  return { key: printParseErrorCode(error) };
}

/** A key that an object holds twice: the first would be silently lost. */
function findDuplicate(node: Node): Node | undefined {
  const seen = new Set<string>();
  for (const child of node.children ?? []) {
    const key = node.type === 'object' ? child.children?.[0] : undefined;
    if (key && seen.has(key.value)) return key;
    if (key) seen.add(key.value);
    const deeper = findDuplicate(child);
    if (deeper) return deeper;
  }
  return undefined;
}

/** The first thing, in reading order, that the schema doesn't allow. */
async function findMistake(value: unknown, tree: Node): Promise<{ offset: number; what: Phrase } | undefined> {
  // To load and compile the check takes longer than to check a small corpus.
  if (tree.type === 'object' && tree.children?.length === 0) return undefined;
  const { Ajv } = await import('ajv');
  const { findNodeAtLocation } = await import('jsonc-parser');
  // Our own schema needs no check of its own, and it runs once.
  const validate = new Ajv({ allErrors: true, verbose: true, meta: false, validateSchema: false, code: { optimize: false } }).compile(configSchema());
  if (validate(value)) return undefined;
  const mistakes = (validate.errors ?? []).filter(isApt).map((error) => {
    const path = pathOf(error.instancePath);
    const node = findNodeAtLocation(tree, path.map(step)) ?? tree;
    const unknown: unknown = error.params.additionalProperty;
    const key = node.children?.find(({ children }) => children?.[0].value === unknown);
    return { offset: (unknown === undefined ? node : (key ?? node)).offset, what: describe(error, path) };
  });
  return mistakes.sort((a, b) => a.offset - b.offset)[0];
}

/** A rule is a word or an object: what the branch that wasn't meant complains of says nothing. */
function isApt({ keyword, schemaPath, data }: ErrorObject): boolean {
  if (keyword === 'anyOf' || schemaPath.endsWith('/anyOf/1/required')) return false;
  const object = typeof data === 'object' && data !== null;
  return !(schemaPath.endsWith('/anyOf/0/enum') && object) && !(schemaPath.endsWith('/anyOf/1/type') && !object);
}

const pathOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Where a value is an array, its steps are numbers. */
const step = (part: string): string | number => (/^\d+$/.test(part) ? Number(part) : part);

function describe({ keyword, params, parentSchema, schemaPath, data }: ErrorObject, path: readonly string[]): Phrase {
  const key = path.length > 0 ? path.join('.') : phrase('the-configuration');
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema as { properties?: object }).properties ?? {});
    const word: string = params.additionalProperty;
    return phrase(unknownAt(path), { word, rule: path.at(-1) ?? '', hint: nearest(word, known) });
  }
  if (keyword === 'enum') {
    const words = LEVELS.map((level) => `"${level}"`).join(', ');
    if (typeof data === 'string') return phrase('must-be-one-of', { key, words, hint: nearest(data, LEVELS) });
    return phrase(schemaPath.endsWith('/anyOf/0/enum') ? 'must-be-one-of-or-object' : 'must-be-one-of', { key, words, hint: '' });
  }
  if (keyword === 'required') {
    if (schemaPath.includes('/anyOf/')) return phrase('needs-one-of', { key, words: 'files, sources' });
    return phrase('is-missing', { key: [...path, params.missingProperty].join('.') });
  }
  if (keyword === 'pattern' && path[0] === 'names') return phrase('must-be', { key, type: phrase('one-word') });
  if (keyword === 'pattern') return phrase('must-hold-source', { key, source: '{source}', example: '"**/{source}_*.txt"' });
  if (keyword === 'minLength') return phrase('must-not-be-empty', { key });
  return phrase('must-be', { key, type: { key: `type-${params.type}` } });
}

/** What an unknown key at a place was meant for. */
function unknownAt(path: readonly string[]): 'unknown-key' | 'unknown-rule' | 'unknown-option' {
  const within = path[0] === 'overrides' ? path.slice(2) : path;
  if (within[0] !== 'rules' || within.length > 2) return 'unknown-key';
  return within.length === 1 ? 'unknown-rule' : 'unknown-option';
}
