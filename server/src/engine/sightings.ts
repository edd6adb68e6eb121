import type { Judgement } from '../corpus/evidence';
import { findLeftovers } from '../corpus/leftovers/leftovers';
import { PARAGRAPH_WORDS } from '../corpus/leftovers/shape';
import { rules } from '../rules/index';
import { type Article, blockKey, blockWords } from '../text/article';
import { positionAt } from '../text/position';
import { foldText } from './fingerprint';
import { lint } from './lint';
import { byCodePoint } from './order';
import { isPattern, patternKey, patternOf } from './pattern';
import { onlyRules, type Settings } from './settings';

/** A line, or a piece of one, in a source: what people decide about. */
export interface SourceText {
  readonly source: string;
  readonly text: string;
  /** It is a line of its own; else it stands within others. */
  readonly line: boolean;
  /** The rule that reports it; null where it only recurs: nobody says that the site put it there. */
  readonly rule: string | null;
  /** Of most of its places; `recurring` without a rule. */
  readonly kind: string;
}

/** One that recurs; `text` is as it stands in the first article that has it. */
export interface RecurringText extends SourceText {
  /** How many of its places are leftovers, as a share: the mean of their confidences. Null without a rule. */
  readonly confidence: number | null;
  /** The least sure of its places, where that is less: what to look at before all of them go. */
  readonly doubtful?: Doubt;
  readonly count: number;
  readonly articles: number;
  /** Some places, the first in code-point order of the files. Lines count from 0. */
  readonly places: readonly Place[];
  /** How many different texts begin or end so, where `text` is a pattern (`patternOf`) that gathers them. */
  readonly texts?: number;
}

/** Where a text stands; the line counts from 0. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A place and how surely it is a leftover. */
export interface Doubt extends Place {
  readonly confidence: number;
}

/** What `Sightings` holds of one text, as plain data. */
export interface Sighting extends Omit<RecurringText, 'kind' | 'texts' | 'confidence' | 'doubtful'> {
  /** The confidences of its places, added up in hundredths, so that their order makes no difference; and the least sure place. Null without a rule. */
  readonly sure: { readonly hundredths: number; readonly least: Doubt } | null;
  readonly kinds: readonly (readonly [kind: string, count: number])[];
  /** The pattern that the text, or what stands in its place, is gathered under. */
  readonly pattern: string | null;
}

/** Places that are shown. */
const SHOWN = 3;

/** Where a line recurs that is no leftover, and in how many articles at least: bylines and subheads do by the dozen in large sources. */
const RECURRING = 5;

const LEFTOVER_RULES = new Set(rules.filter(({ group }) => group === 'boilerplate').map(({ id }) => id));

/** Settings under which all leftovers are found, also those that people keep. */
export const findingAll = (settings: Settings): Settings => ({ ...onlyRules(LEFTOVER_RULES, settings), rulings: new Map() });

/** Leftovers and recurring lines of articles, text by text. A sum: in whatever order articles and parts come, it is the same. */
export class Sightings {
  private readonly texts = new Map<string, Sighting>();

  /** Adds what stands in an article, which people know as `file`. The settings are those of `findingAll`. */
  add(article: Article, file: string, judgement: Judgement, settings: Settings): void {
    const own = new Map<string, Sighting>();
    const see = (
      start: number,
      text: string,
      line: boolean,
      about: Pick<Sighting, 'rule' | 'pattern'> & { readonly confidence: number | null },
      kind: string,
    ): void => {
      const place = { file, line: positionAt(article, start).line };
      const { rule, pattern, confidence } = about;
      const sure = confidence === null ? null : { hundredths: Math.round(100 * confidence), least: { ...place, confidence } };
      const seen = { source: article.source, text, line, rule, pattern, sure, count: 1, articles: 1, places: [place], kinds: [[kind, 1] as const] };
      const key = keyOf(seen);
      const before = own.get(key);
      own.set(key, before ? { ...joined(before, seen), articles: 1 } : seen);
    };
    const starts = new Map(Array.from(article.blocks.start, (start, b): [number, number] => [start, b]));
    for (const finding of lint(article, judgement, settings)) {
      const { start, end, rule, data } = finding;
      const b = starts.get(start);
      const line = b !== undefined && article.blocks.end[b] === end;
      const pattern = patternOf(article, finding);
      const about = { rule, confidence: typeof data.confidence === 'number' ? data.confidence : null, pattern };
      see(start, article.text.slice(start, end), line, about, String(data.kind));
      if (pattern !== null) see(start, pattern, line, about, String(data.kind));
    }
    const repeated = judgement.lines.sources.get(article.source)?.repeated;
    const leftovers = findLeftovers(article, judgement, settings.boilerplate);
    const known = new Set(leftovers.all.map(({ start }) => start));
    for (let b = 0; b < article.blocks.count; b++) {
      const [start, end] = [article.blocks.start[b], article.blocks.end[b]];
      const words = blockWords(article, b);
      if (words === 0 || words >= PARAGRAPH_WORDS || known.has(start) || (repeated?.get(blockKey(article, b)) ?? 0) < RECURRING) continue;
      see(start, article.text.slice(start, end), true, { rule: null, confidence: null, pattern: null }, 'recurring');
    }
    this.take(own.values());
  }

  /** Adds what another thread saw. */
  take(sightings: Iterable<Sighting>): void {
    for (const sighting of sightings) {
      const key = keyOf(sighting);
      const before = this.texts.get(key);
      this.texts.set(key, before ? joined(before, sighting) : sighting);
    }
  }

  encode(): Sighting[] {
    return [...this.texts.values()];
  }

  /**
   * The texts that stand in so many articles of their source or more: source by source, most articles first. Different texts of one pattern are
   * one; with `each`, which tables that name them want, they are listed too.
   */
  recurring(least: number, each = false): RecurringText[] {
    const gathered = new Map<string, number>();
    for (const sighting of this.texts.values())
      if (sighting.pattern !== null && !isPattern(sighting.text)) {
        const key = keyOf({ ...sighting, text: sighting.pattern });
        gathered.set(key, (gathered.get(key) ?? 0) + 1);
      }
    const textsOf = (sighting: Sighting): number => (sighting.pattern === null ? 1 : gathered.get(keyOf({ ...sighting, text: sighting.pattern }))!);
    return [...this.texts.values()]
      .filter(({ articles, rule }) => articles >= (rule === null ? Math.max(least, RECURRING) : least))
      .filter((sighting) => each || sighting.pattern === null || isPattern(sighting.text) === textsOf(sighting) > 1)
      .map((sighting) => {
        const { kinds, pattern, sure, ...text } = sighting;
        const kind = [...kinds].sort(([a, n], [b, m]) => m - n || byCodePoint(a, b))[0][0];
        return { ...text, kind, ...surenessOf(sighting), ...(pattern !== null && isPattern(text.text) && { texts: textsOf(sighting) }) };
      })
      .sort(
        (a, b) =>
          byCodePoint(a.source, b.source) || b.articles - a.articles || byCodePoint(a.text, b.text) || byCodePoint(a.rule ?? '', b.rule ?? ''),
      );
  }
}

/** What makes two texts the same: decisions tell them apart by no more. What is gathered stands in lines of its own and within others. */
const keyOf = ({ source, rule, line, text }: Pick<RecurringText, 'source' | 'rule' | 'line' | 'text'>): string =>
  [source, rule ?? '', isPattern(text) ? patternKey(text) : line ? 'line' : 'span', isPattern(text) ? '' : foldText(text)].join('\n');

/** How surely a text is a leftover, over its places and at the worst. */
function surenessOf({ sure, count }: Sighting): Pick<RecurringText, 'confidence' | 'doubtful'> {
  if (sure === null) return { confidence: null };
  const confidence = Math.round(sure.hundredths / count) / 100;
  return { confidence, ...(sure.least.confidence < confidence && { doubtful: sure.least }) };
}

const byPlace = (a: Place, b: Place): number => byCodePoint(a.file, b.file) || a.line - b.line;

function joined(a: Sighting, b: Sighting): Sighting {
  const kinds = new Map(a.kinds);
  for (const [kind, count] of b.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  const places = [...a.places, ...b.places].sort(byPlace).slice(0, SHOWN);
  return {
    ...(byPlace(a.places[0], b.places[0]) <= 0 ? a : b),
    line: a.line || b.line,
    sure: a.sure === null || b.sure === null ? null : addedUp(a.sure, b.sure),
    count: a.count + b.count,
    articles: a.articles + b.articles,
    places,
    kinds: [...kinds],
  };
}

function addedUp(a: NonNullable<Sighting['sure']>, b: NonNullable<Sighting['sure']>): NonNullable<Sighting['sure']> {
  const isLess = (a.least.confidence - b.least.confidence || byPlace(a.least, b.least)) <= 0;
  return { hundredths: a.hundredths + b.hundredths, least: isLess ? a.least : b.least };
}
