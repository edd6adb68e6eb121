import type { DroppedLine, Leftovers } from '../corpus/leftovers/leftovers';
import type { NameWishes } from '../corpus/names/wishes';
import { type Article, blockKey, createArticle } from '../text/article';
import { foldName } from '../text/hash';
import type { Decided, Decision, Scope } from './decisions';
import type { Finding, FindingFix } from './finding';
import { contextOf, findingKey, foldText, ruleKey } from './fingerprint';
import { type Language, phrase, say } from './message';
import { isPattern, patternKey, patternOf } from './pattern';
import type { Settings } from './settings';

/** A decision about findings, ready to be looked up. */
interface Ruling extends Pick<Decision, 'write' | 'article' | 'source'> {
  /** The line of the decision. */
  readonly line: number;
  readonly keep: boolean;
  readonly scope: Scope;
}

/** What was decided about the findings of a rule with the same text: those that go before others first. */
interface OfText {
  /** By the words around (`aroundKey`): a mark is the same everywhere. */
  readonly places: Map<string, Ruling[]>;
  readonly wide: Ruling[];
}

/** What was decided about findings, by the key of rule and text (`ruleKey`). Plain data. */
export type Rulings = ReadonlyMap<number, OfText>;

/** The key of what stands around a finding. Who writes a decision by hand needn't know how words are folded. */
const aroundKey = (before = '', after = ''): string => `${foldWords(before)}\n${foldWords(after)}`;

const foldWords = (words: string): string =>
  foldText(words)
    .replace(/[^\p{L}\p{M}#]+/gu, ' ')
    .trim();

/** The nearer a decision is to the finding, the more it counts. */
const NEARNESS: readonly Scope[] = ['place', 'article', 'source', 'corpus'];

/** Settings with what people decided in them. */
export function withDecisions(settings: Settings, decided: readonly Decided[]): Settings {
  if (decided.length === 0) return settings;
  const rulings = new Map<number, OfText>();
  const lines = new Map<number, DroppedLine[]>();
  const one: NameWishes['one'][number][] = [];
  const two: NameWishes['two'][number][] = [];
  for (const { decision, line } of decided) {
    const { verdict, scope, rule = '', text = '', names = [], preferred, source } = decision;
    const words = names.map((name) => foldName(name));
    if (verdict === 'one-name') one.push({ names: words, line, ...(preferred !== undefined && { preferred: foldName(preferred) }) });
    else if (verdict === 'two-names') two.push({ names: words, line });
    else if (verdict === 'drop-line') entry(lines, lineKey(text), () => []).push({ line, source: source ?? null });
    else {
      const { write, before, after, article } = decision;
      const ofText = entry(rulings, ruleKey(rule, foldText(text)), () => ({ places: new Map(), wide: [] }));
      const list = scope === 'place' ? entry(ofText.places, aroundKey(before, after), () => []) : ofText.wide;
      const ruling = { line, keep: verdict === 'keep', scope, write, article, source } as Ruling;
      list.push(ruling);
      if (isPattern(text)) entry(rulings, ruleKey(rule, patternKey(text)), (): OfText => ({ places: new Map(), wide: [] })).wide.push(ruling);
    }
  }
  for (const { places, wide } of rulings.values()) for (const list of [...places.values(), wide]) list.sort(byPrecedence);
  return {
    ...settings,
    rulings,
    boilerplate: { ...settings.boilerplate, decided: lines },
    names: { ...settings.names, one, two },
  };
}

/** What changes least goes first where two decisions are as near. */
const byPrecedence = (a: Ruling, b: Ruling): number =>
  NEARNESS.indexOf(a.scope) - NEARNESS.indexOf(b.scope) || Number(b.keep) - Number(a.keep) || a.line - b.line;

function entry<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

/** The key of a line that consists of these words. */
function lineKey(text: string): number {
  const article = createArticle('', '', text.replace(/\s+/gu, ' '));
  return article.blocks.count > 0 ? blockKey(article, 0) : 0;
}

/**
 * The findings that are left after what people decided: those that they keep are gone, those that they want otherwise have
 * that as their first, safe fix. The lines of the decisions that meet something are added to `met`.
 */
export function decide(findings: readonly Finding[], article: Article, { rulings, language }: Settings, met?: Set<number>): Finding[] {
  const left: Finding[] = [];
  for (const finding of findings) {
    const ruling = rulingOn(finding, article, rulings, met);
    if (!ruling) left.push(finding);
    else if (!ruling.keep) left.push(...rewritten(finding, article, ruling.write, language));
  }
  return left;
}

function rulingOn(finding: Finding, article: Article, rulings: Rulings, met?: Set<number>): Ruling | undefined {
  const own = rulings.get(findingKey(finding.rule, article.text, finding.start, finding.end));
  return (own && nearestRuling(own, finding, article, met)) ?? rulingOnPattern(finding, article, rulings, met);
}

/** What was decided of all findings that begin or end as this one does. */
function rulingOnPattern(finding: Finding, article: Article, rulings: Rulings, met?: Set<number>): Ruling | undefined {
  const pattern = patternOf(article, finding);
  const ofPattern = pattern === null ? undefined : rulings.get(ruleKey(finding.rule, patternKey(pattern)));
  return ofPattern && nearestRuling(ofPattern, finding, article, met);
}

function nearestRuling(ofText: OfText, finding: Finding, article: Article, met?: Set<number>): Ruling | undefined {
  const { before, after } = contextOf(article, finding);
  const here = ofText.places.get(aroundKey(before, after)) ?? [];
  const { id, source } = article;
  const apt = ofText.wide.filter(
    (ruling) => ruling.scope === 'corpus' || (ruling.scope === 'article' ? ruling.article === id : ruling.source === source),
  );
  if (met) for (const { line } of [...here, ...apt]) met.add(line);
  return here[0] ?? apt[0];
}

/** A finding with what people want written as its safe fix; none where that stands there. */
function rewritten(finding: Finding, { text }: Article, write: string | undefined, language: Language): Finding[] {
  const { start, end, fixes } = finding;
  if (write === undefined) return [{ ...finding, fixes: fixes.map((fix, i) => (i === 0 ? { ...fix, safe: true } : fix)) }];
  if (text.slice(start, end) === write) return [];
  const title = say(language, write === '' ? phrase('decided-remove') : phrase('decided-write', { word: write }));
  const fix: FindingFix = { title, safe: true, edits: [{ start, end, text: write }] };
  return [{ ...finding, fixes: [fix, ...fixes] }];
}

/** Adds the lines of the decisions that made leftovers of lines. */
export function meetLines(leftovers: Leftovers, met: Set<number>): void {
  for (const { decisions = [] } of leftovers.all) for (const line of decisions) met.add(line);
}
