import type { ErrorObject } from 'ajv';
import type { Node } from 'jsonc-parser';
import { rules } from '../rules/index';
import type { Phrase } from '../rules/phrase';
import { phrase } from './message';
import { nearest } from './nearest';
import { configSchema, LEVELS } from './schema';

/** Something that is wrong, and its UTF-16 offset in the text. */
export interface Mistake {
  readonly offset: number;
  readonly what: Phrase;
}

/** What the schema doesn't allow. */
export async function findMistakes(value: unknown, tree: Node): Promise<Mistake[]> {
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
