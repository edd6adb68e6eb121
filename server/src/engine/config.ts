import type { Node, ParseError } from 'jsonc-parser';
import { plain } from '../corpus/leftovers/plain';
import { rules } from '../rules/index';
import type { Phrase } from '../rules/phrase';
import { foldName } from '../text/hash';
import { findMistakes, type Mistake } from './config-shape';
import { UserError } from './errors';
import { phrase } from './message';
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
