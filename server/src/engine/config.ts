import type { ErrorObject } from 'ajv';
import type { Node, ParseError } from 'jsonc-parser';
import { UserError } from '../files/errors';
import { rules } from '../rules/index';
import type { Severity } from '../rules/rule';
import { nearest } from './nearest';
import { configSchema, LEVELS } from './schema';
import { defaultSettings, type RuleSettings, type Settings, settingsOf } from './settings';

export const CONFIG_NAME = 'corpuslint.jsonc';

/** What is wrong with a configuration, and where. Its message is `FILE:LINE: what`, the line counted from 1. */
export class ConfigError extends UserError {
  constructor(
    readonly file: string,
    /** Counted from 0. */
    readonly line: number,
    readonly what: string,
  ) {
    super(`${file}:${line + 1}: ${what}`);
  }
}

/** The shape that the schema vouches for. */
interface Config {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly source?: string;
  readonly rules?: Readonly<Record<string, Severity | 'off' | ({ severity?: Severity | 'off' } & Record<string, unknown>)>>;
  readonly boilerplate?: { readonly phrases?: readonly string[] };
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
  if (errors.length > 0) throw new ConfigError(file, lineOf(errors[0].offset), `broken JSON: ${await complaint(errors[0])}`);
  if (!tree) return defaultSettings;
  const twice = findDuplicate(tree);
  if (twice) throw new ConfigError(file, lineOf(twice.offset), `${twice.value} stands twice`);
  const value: unknown = getNodeValue(tree);
  const wrong = await findMistake(value, tree);
  if (wrong) throw new ConfigError(file, lineOf(wrong.offset), wrong.what);
  return settingsFrom(value as Config);
}

function settingsFrom({ include, exclude, source, rules: given = {}, boilerplate }: Config): Settings {
  const entries = rules.map((rule): [string, RuleSettings] => {
    const own = given[rule.id];
    if (own === undefined) return [rule.id, settingsOf(rule)];
    const { severity = rule.severity, ...options } = typeof own === 'string' ? { severity: own } : own;
    return [rule.id, { severity, options: { ...rule.options, ...options } }];
  });
  return {
    include: include ?? defaultSettings.include,
    exclude: exclude ?? defaultSettings.exclude,
    source: source ?? null,
    rules: Object.fromEntries(entries),
    boilerplate: { extra: boilerplate?.phrases ?? [] },
  };
}

const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word that is neither a string nor true, false or null',
  InvalidNumberFormat: 'a number that is none',
  PropertyNameExpected: 'a key in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'something stands after the end',
  UnexpectedEndOfComment: 'a comment is not closed',
  UnexpectedEndOfString: 'a string is not closed',
  InvalidEscapeCharacter: 'a backslash before a character that takes none',
  InvalidCharacter: 'a control character in a string',
};

async function complaint({ error }: ParseError): Promise<string> {
  const { printParseErrorCode } = await import('jsonc-parser');
  const code = printParseErrorCode(error);
  return SYNTAX[code] ?? code;
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
async function findMistake(value: unknown, tree: Node): Promise<{ offset: number; what: string } | undefined> {
  const { Ajv } = await import('ajv');
  const { findNodeAtLocation } = await import('jsonc-parser');
  const validate = new Ajv({ allErrors: true, verbose: true }).compile(configSchema());
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
  if (keyword === 'anyOf') return false;
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

function describe({ keyword, params, parentSchema, schemaPath, data }: ErrorObject, path: readonly string[]): string {
  const place = path.join('.') || 'the configuration';
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema as { properties?: object }).properties ?? {});
    const [kind, of] = kindAt(path);
    return `unknown ${kind} ${params.additionalProperty}${of}${nearest(params.additionalProperty, known)}`;
  }
  if (keyword === 'enum') {
    const levels = LEVELS.map((level) => `"${level}"`).join(', ');
    const object = schemaPath.endsWith('/anyOf/0/enum') && typeof data !== 'string' ? ' or an object' : '';
    return `${place} must be one of ${levels}${object}${typeof data === 'string' ? nearest(data, LEVELS) : ''}`;
  }
  if (keyword === 'pattern') return `${place} must hold {source}, such as "**/{source}_*.txt"`;
  if (keyword === 'minLength') return `${place} must not be empty`;
  return `${place} must be ${TYPES[params.type] ?? params.type}`;
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
};

/** What the keys at a place are, and whose. */
function kindAt(path: readonly string[]): readonly [kind: string, of: string] {
  if (path[0] !== 'rules' || path.length > 2) return ['key', ''];
  return path.length === 1 ? ['rule', ''] : ['option', ` of ${path[1]}`];
}
