import { unite } from '../corpus/names/wishes';
import { rules } from '../rules/index';
import type { Phrase } from '../rules/phrase';
import type { Article } from '../text/article';
import { foldName, foldWord } from '../text/hash';
import { ConfigError } from './config';
import type { Fingerprint } from './fingerprint';
import { phrase } from './message';
import { nearest } from './nearest';
import { byCodePoint } from './order';

/** What people can say of what is found. */
export type Verdict = 'keep' | 'fix' | 'one-name' | 'two-names' | 'drop-line';
/** How far it reaches: wherever the same words stand around it, in one article, in one source, everywhere. */
export type Scope = 'place' | 'article' | 'source' | 'corpus';

/** What people decided once, for colleagues, for machines and for the next scrape. The keys in the order in which they are written. */
export interface Decision {
  readonly verdict: Verdict;
  readonly scope: Scope;
  /** `keep`, `fix`: the rule, and the finding as its `Fingerprint` has it. */
  readonly rule?: string;
  /** For `drop-line` the line. */
  readonly text?: string;
  readonly before?: string;
  readonly after?: string;
  /** `fix`: what to write in the finding's place; without it, what its first fix offers. */
  readonly write?: string;
  /** `one-name`, `two-names`: the spellings: words, or two with a blank between them. */
  readonly names?: readonly string[];
  /** `one-name`: the spelling that all are to have. */
  readonly preferred?: string;
  readonly article?: string;
  readonly source?: string;
  readonly note?: string;
  readonly by?: string;
  /** The day, as YYYY-MM-DD. */
  readonly at?: string;
}

/** A decision and the line that it stands in, counted from 1. */
export interface Decided {
  readonly decision: Decision;
  readonly line: number;
}

type Key = keyof Decision;

const KEYS: readonly Key[] = [
  'verdict',
  'scope',
  'rule',
  'text',
  'before',
  'after',
  'write',
  'names',
  'preferred',
  'article',
  'source',
  'note',
  'by',
  'at',
];

/** What a decision must say beside verdict and scope, and what it may. */
const PARTS: Readonly<Record<Verdict, { readonly scopes: readonly Scope[]; readonly needs: readonly Key[]; readonly may: readonly Key[] }>> = {
  keep: { scopes: ['place', 'article', 'source', 'corpus'], needs: ['rule', 'text'], may: [] },
  fix: { scopes: ['place', 'article', 'source', 'corpus'], needs: ['rule', 'text'], may: ['write'] },
  'one-name': { scopes: ['corpus'], needs: ['names'], may: ['preferred'] },
  'two-names': { scopes: ['corpus'], needs: ['names'], may: [] },
  'drop-line': { scopes: ['source', 'corpus'], needs: ['text'], may: [] },
};
const PARTS_OF_SCOPE: Readonly<Record<Scope, readonly Key[]>> = {
  place: ['before', 'after'],
  article: ['article'],
  source: ['source'],
  corpus: [],
};
const ABOUT: readonly Key[] = ['note', 'by', 'at'];
const VERDICTS = Object.keys(PARTS) as Verdict[];

/** Reads a decisions file, which people know as `file`. Throws a `ConfigError` that names the line. */
export function parseDecisions(text: string, file: string): Decided[] {
  const found: Decided[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const read = readLine(line);
    if ('what' in read) throw new ConfigError(file, i, read.what);
    found.push({ decision: read.decision, line: i + 1 });
  });
  const contradiction = findContradiction(found.map(({ decision }) => decision));
  if (contradiction) throw new ConfigError(file, found[contradiction.place].line - 1, contradiction.what);
  return found;
}

/** One decision, or what is wrong with the line. */
function readLine(line: string): { readonly decision: Decision } | { readonly what: Phrase } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { what: /^(?:<{7}|={7}|>{7})/.test(line) ? phrase('git-conflict') : phrase('broken-line') };
  }
  const what = mistakeIn(value);
  return what ? { what } : { decision: value as Decision };
}

function mistakeIn(value: unknown): Phrase | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return phrase('must-be', { key: phrase('a-decision'), type: phrase('type-object') });
  const given = value as Record<string, unknown>;
  const unknown = Object.keys(given).find((key) => !(KEYS as readonly string[]).includes(key));
  if (unknown !== undefined) return phrase('unknown-key', { word: unknown, hint: orNewer(unknown, KEYS) });
  for (const key of KEYS) {
    if (!(key in given) || isRight(key, given[key])) continue;
    return phrase('must-be', { key, type: phrase(key === 'names' ? 'two-words' : key === 'preferred' ? 'one-word' : 'type-string') });
  }
  const { verdict, scope, rule } = given as Partial<Decision>;
  if (verdict === undefined) return phrase('is-missing', { key: 'verdict' });
  if (!VERDICTS.includes(verdict)) return phrase('unknown-verdict', { word: verdict, hint: orNewer(verdict, VERDICTS) });
  const { scopes, needs, may } = PARTS[verdict];
  if (scope === undefined) return phrase('is-missing', { key: 'scope' });
  if (!(scope in PARTS_OF_SCOPE)) return phrase('unknown-scope', { word: scope, hint: orNewer(scope, Object.keys(PARTS_OF_SCOPE)) });
  if (!scopes.includes(scope)) return phrase('no-such-scope', { verdict, words: scopes.join(', ') });
  const needed = [...needs, ...PARTS_OF_SCOPE[scope]];
  const missing = needed.find((key) => !(key in given));
  if (missing) return phrase('is-missing', { key: missing });
  const known = ['verdict', 'scope', ...needed, ...may, ...ABOUT];
  const needless = Object.keys(given).find((key) => !known.includes(key));
  if (needless !== undefined) return phrase('says-nothing', { key: needless, verdict, scope });
  const ids = rules.map(({ id }) => id);
  if (rule !== undefined && !ids.includes(rule)) return phrase('unknown-rule', { word: rule, hint: orNewer(rule, ids) });
  return undefined;
}

/** What may have been meant by a word that isn't known: one that is, or one of a version to come. */
function orNewer(word: string, known: readonly string[]): Phrase {
  return nearest(word, known) || phrase('newer-version');
}

function isRight(key: Key, value: unknown): boolean {
  if (key === 'names') return Array.isArray(value) && new Set(value).size > 1 && value.every(isSpelling);
  return key === 'preferred' ? isSpelling(value) : typeof value === 'string';
}

/** Whether a value is a spelling of a name: a word, or two with a blank between them. */
export const isSpelling = (value: unknown): value is string =>
  typeof value === 'string' && /^\S+(?: \S+)?$/.test(value) && value.split(' ').every((word) => foldWord(word) !== '');

/** Spellings that some decisions make one name and another makes two. */
export function findContradiction(decisions: readonly Decision[]): { readonly place: number; readonly what: Phrase } | undefined {
  const nameOf = unite(
    decisions.filter(({ verdict }) => verdict === 'one-name').map(({ names = [], preferred }) => [...names, ...(preferred ? [preferred] : [])]),
  );
  for (const [place, { verdict, names = [] }] of decisions.entries()) {
    if (verdict !== 'two-names') continue;
    const first = new Map<string, string>();
    for (const name of names) {
      const united = nameOf.get(foldName(name));
      if (united === undefined) continue;
      const other = first.get(united);
      if (other !== undefined && foldName(other) !== foldName(name)) return { place, what: phrase('one-and-two', { a: other, b: name }) };
      first.set(united, name);
    }
  }
  return undefined;
}

/** What a decision is about: two of the same subject can't both hold. */
function subjectOf({ verdict, scope, rule, text, before, after, names, article, source }: Decision): string {
  const kind = verdict === 'fix' ? 'keep' : verdict === 'two-names' ? 'one-name' : verdict;
  const folded = names && [...new Set(names.map((name) => foldName(name)))].sort(byCodePoint);
  return JSON.stringify([kind, scope, rule, text, before, after, folded, article, source]);
}

/** A decision without what is said about it. */
const core = ({ note: _note, by: _by, at: _at, ...decision }: Decision): string => serialiseDecision(decision);

/**
 * The decision that keeps a finding wherever the same words stand around it. Where none do, as around a whole line, it holds
 * for its source; where it has no text either, for its article.
 */
export function keepDecision({ rule, text, before, after }: Fingerprint, { id, source }: Pick<Article, 'id' | 'source'>): Decision {
  if (before + after !== '') return { verdict: 'keep', scope: 'place', rule, text, before, after };
  if (text !== '') return { verdict: 'keep', scope: 'source', rule, text, source };
  return { verdict: 'keep', scope: 'article', rule, text, article: id };
}

/** Decisions with new ones, which take the place of others about the same; who first said the same is kept. */
export function mergeDecisions(old: readonly Decision[], added: readonly Decision[]): Decision[] {
  const subjects = new Map(added.map((decision) => [subjectOf(decision), decision]));
  const news = new Map([...subjects.values()].map((decision) => [core(decision), decision]));
  const kept = old.filter((decision) => news.has(core(decision)) || !subjects.has(subjectOf(decision)));
  const present = new Set(kept.map(core));
  return [...kept, ...[...news].filter(([key]) => !present.has(key)).map(([, decision]) => decision)];
}

/** The text of a decisions file: a decision a line, in the order of their code points, each once. So git merges it line by line. */
export function serialiseDecisions(decisions: readonly Decision[]): string {
  const lines = new Set(decisions.map(serialiseDecision));
  return [...lines]
    .sort(byCodePoint)
    .map((line) => `${line}\n`)
    .join('');
}

/** Characters that nobody sees, or that would end the line. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]|(?! )\p{Zs}/gu;

/** The line of a decision. */
export function serialiseDecision(decision: Decision): string {
  const { names } = decision;
  const ordered = names ? { ...decision, names: [...new Set(names)].sort(byCodePoint) } : decision;
  return JSON.stringify(ordered, [...KEYS]).replace(UNSEEN, escapeOf);
}

const escapeOf = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
