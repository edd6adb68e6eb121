import type { ErrorObject } from 'ajv';
import type { Node, ParseError } from 'jsonc-parser';
import { plain } from '../corpus/leftovers/plain';
import { rules } from '../rules/index';
import type { Phrase } from '../rules/phrase';
import { foldName } from '../text/hash';
import { UserError } from './errors';
import { phrase } from './message';
import { nearest } from './nearest';
import { configSchema, LEVELS } from './schema';
import { defaultSettings, type Level, type RuleSettings, type Settings } from './settings';

/** The name of the file that makes a folder a corpus. */
export const CONFIG_NAME = 'corpuslint.jsonc';

/** What is wrong with a configuration, and where. It is told as `FILE:LINE: what`, the line counted from 1. */
export class ConfigError extends UserError {
  constructor(
    readonly file: string,
    /** Counted from 0. */
    readonly line: number,
    readonly what: Phrase,
    /** What else is wrong, further down. */
    override readonly others: readonly ConfigError[] = [],
  ) {
    super('at-place', { place: `${file}:${line + 1}`, what });
  }
}

/** Something that is wrong, and its UTF-16 offset in the text. */
interface Mistake {
  readonly offset: number;
  readonly what: Phrase;
}

type GivenRule = { severity?: Level; kinds?: Readonly<Record<string, Level>> } & Record<string, unknown>;
type GivenRules = Readonly<Record<string, Level | GivenRule>>;

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
  const refuse = (mistakes: readonly Mistake[]): void => {
    if (mistakes.length > 0) throw errorOf(mistakes, text, file);
  };
  refuse(await findDepth(text));
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  // After one fault of syntax, others are often its echo.
  if (errors.length > 0) refuse([{ offset: errors[0].offset, what: phrase('broken-json', { what: await complaint(errors[0]) }) }]);
  if (!tree) return defaultSettings;
  const value: unknown = getNodeValue(tree);
  refuse([...findDuplicates(tree), ...(await findMistakes(value, tree))]);
  refuse([...(await findNonsense(value as Config, tree)), ...(await findQuarrels(value as Config, tree, text))]);
  return settingsFrom(value as Config);
}

/** All that is wrong as one error, the first in the text with the others in its train. */
function errorOf(mistakes: readonly Mistake[], text: string, file: string): ConfigError {
  const [first, ...others] = [...mistakes].sort((a, b) => a.offset - b.offset);
  const rest = others.map(({ offset, what }) => new ConfigError(file, lineOf(text, offset), what));
  return new ConfigError(file, lineOf(text, first.offset), first.what, rest);
}

/** The 0-based line of an offset. */
const lineOf = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;

/** More brackets within brackets than any configuration needs, and few enough for whoever reads them one within the other. */
const DEEPEST = 64;

/** The first bracket that stands too deep. */
async function findDepth(text: string): Promise<Mistake[]> {
  const { createScanner } = await import('jsonc-parser');
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    if ('{['.includes(text[offset])) depth++;
    else if ('}]'.includes(text[offset])) depth--;
    if (depth > DEEPEST) return [{ offset, what: phrase('too-deep', { most: DEEPEST }) }];
  }
  return [];
}

function settingsFrom({ include, exclude, source, rules: given = {}, overrides = [], boilerplate, names }: Config): Settings {
  const own = partsOf(given);
  const entries = rules.map((rule): [string, RuleSettings] => {
    const { severity = rule.severity, options, kinds } = own[rule.id] ?? {};
    return [rule.id, { severity, options: { ...rule.options, ...options }, ...(kinds && { kinds }) }];
  });
  return {
    ...defaultSettings,
    include: include ?? defaultSettings.include,
    exclude: exclude ?? defaultSettings.exclude,
    source: source ?? null,
    rules: Object.fromEntries(entries),
    overrides: overrides.map(({ files = null, sources = null, rules }) => ({ files, sources, rules: partsOf(rules) })),
    boilerplate: { ...defaultSettings.boilerplate, ...phrasesOf(boilerplate?.phrases ?? []) },
    names: { ...defaultSettings.names, prefer: (names?.prefer ?? []).map((name) => foldName(name)) },
  };
}

/** Phrases as they are compared and as they were written; none of them changes nothing. */
const phrasesOf = (written: readonly string[]): Pick<Settings['boilerplate'], 'extra' | 'written'> =>
  written.length === 0 ? { extra: [] } : { extra: written.map((phrase) => plain(phrase)), written };

/** What is said of each rule: a word is its severity. */
function partsOf(given: GivenRules): Record<string, Partial<RuleSettings>> {
  const entries = Object.entries(given).map(([id, value]) => {
    if (typeof value === 'string') return [id, { severity: value }];
    const { severity, kinds, ...options } = value;
    return [id, { ...(severity && { severity }), options, ...(kinds && { kinds }) }];
  });
  return Object.fromEntries(entries);
}

async function complaint({ error }: ParseError): Promise<Phrase> {
  const { printParseErrorCode } = await import('jsonc-parser');
  return { key: printParseErrorCode(error) };
}

/** Keys that an object holds twice: the first would be silently lost. */
function findDuplicates(node: Node): Mistake[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child) => {
    const key = node.type === 'object' ? child.children?.[0] : undefined;
    const twice = key !== undefined && seen.has(key.value);
    if (key) seen.add(key.value);
    return [...(twice ? [{ offset: key.offset, what: phrase('stands-twice', { key: key.value }) }] : []), ...findDuplicates(child)];
  });
}

/** What the schema doesn't allow. */
async function findMistakes(value: unknown, tree: Node): Promise<Mistake[]> {
  // To load and compile the check takes longer than to check a small corpus.
  if (tree.type === 'object' && tree.children?.length === 0) return [];
  const { Ajv } = await import('ajv');
  const { findNodeAtLocation } = await import('jsonc-parser');
  // Our own schema needs no check of its own, and it runs once.
  const validate = new Ajv({ allErrors: true, verbose: true, meta: false, validateSchema: false, code: { optimize: false } }).compile(configSchema());
  if (validate(value)) return [];
  return (validate.errors ?? []).filter(isApt).map((error) => {
    const path = pathOf(error.instancePath);
    const node = findNodeAtLocation(tree, path.map(step)) ?? tree;
    const unknown: unknown = error.params.additionalProperty;
    const key = node.children?.find(({ children }) => children?.[0].value === unknown);
    return { offset: (unknown === undefined ? node : (key ?? node)).offset, what: describe(error, path) };
  });
}

/** What rules can't make sense of in options that have the right shape. */
async function findNonsense(config: Config, tree: Node): Promise<Mistake[]> {
  const { findNodeAtLocation } = await import('jsonc-parser');
  return givenRules(config).flatMap(({ place, given }) =>
    Object.entries(partsOf(given)).flatMap(([id, { options }]) => {
      const mistakes = (options && rules.find((rule) => rule.id === id)?.mistakes(options)) ?? [];
      return mistakes.map(({ path, what }) => {
        const whole = [...place, id, ...path];
        const node = findNodeAtLocation(tree, whole);
        return { offset: (node?.parent ?? tree).offset, what: { key: what.key, slots: { ...what.slots, key: whole.join('.') } } };
      });
    }),
  );
}

/** What is said of rules, everywhere and for some articles, and the keys that lead there. */
const givenRules = ({ rules = {}, overrides = [] }: Config): { place: (string | number)[]; given: GivenRules }[] => [
  { place: ['rules'], given: rules },
  ...overrides.map(({ rules }, n) => ({ place: ['overrides', n, 'rules'], given: rules })),
];

/** Spellings that names are to have, and that are to be replaced wherever they stand: each fix would undo the other. */
async function findQuarrels(config: Config, tree: Node, text: string): Promise<Mistake[]> {
  const preferred = config.names?.prefer ?? [];
  if (preferred.length === 0) return [];
  const { findNodeAtLocation } = await import('jsonc-parser');
  return givenRules(config).flatMap(({ place, given }) => {
    const { severity, options } = partsOf(given)['unwanted-spelling'] ?? {};
    const { write = {} } = (options ?? {}) as { write?: Readonly<Record<string, string>> };
    if (severity === 'off') return [];
    return Object.entries(write).flatMap(([written, word]) =>
      preferred.flatMap((name, n): Mistake[] => {
        const isUnwanted = foldName(name).split(' ').includes(foldName(written));
        if (!isUnwanted || foldName(word) === foldName(written)) return [];
        const path = [...place, 'unwanted-spelling', 'write', written];
        const line = lineOf(text, findNodeAtLocation(tree, path)!.parent!.offset) + 1;
        const slots = { name, line, written, word, key: path.slice(0, -1).join('.') };
        return [{ offset: findNodeAtLocation(tree, ['names', 'prefer', n])!.offset, what: phrase('prefer-unwanted', slots) }];
      }),
    );
  });
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
    const place = unknownAt(path);
    const isKind = place === 'unknown-rule-kind';
    const hint = (isKind && kindElsewhere(word)) || nearest(word, known);
    return phrase(place, { word, rule: path.at(isKind ? -2 : -1) ?? '', hint });
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
  if (keyword === 'pattern' && path[0] === 'boilerplate') return phrase('must-be', { key, type: phrase('line-of-words') });
  if (keyword === 'pattern' && path[0] === 'names') return phrase('must-be', { key, type: phrase('one-word') });
  if (keyword === 'pattern') return phrase('must-hold-source', { key, source: '{source}', example: '"**/{source}_*.txt"' });
  if (keyword === 'minLength') return phrase('must-not-be-empty', { key });
  return phrase('must-be', { key, type: { key: `type-${params.type}` } });
}

/** Which rule has a kind that another hasn't. */
function kindElsewhere(kind: string): Phrase | undefined {
  const owner = rules.find((rule) => rule.kinds.includes(kind));
  return owner && phrase('kind-of', { rule: owner.id });
}

/** What an unknown key at a place was meant for. */
function unknownAt(path: readonly string[]): 'unknown-key' | 'unknown-rule' | 'unknown-option' | 'unknown-rule-kind' {
  const within = path[0] === 'overrides' ? path.slice(2) : path;
  if (within[0] === 'rules' && within.length === 3 && within[2] === 'kinds') return 'unknown-rule-kind';
  if (within[0] !== 'rules' || within.length > 2) return 'unknown-key';
  return within.length === 1 ? 'unknown-rule' : 'unknown-option';
}
