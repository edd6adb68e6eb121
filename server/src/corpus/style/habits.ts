import { Family } from '../../text/quotations';
import { USAGE_LENGTH, type Usage, usageOf } from '../../text/usage';

/**
 * What a house decides once and keeps to, and the ways it may go. None of them is a fault. In this order, flattened, stand
 * the counters of a text; the two orders come first and have four each (`countUsage`) in place of their ways.
 */
export const HABITS = {
  guillemetOrder: ['usual', 'turned', 'same'],
  /** “…” (`usual`), ”…“ (`turned`, the order that the Unicode CLDR gives for Arabic), or one mark on both sides. */
  curlyOrder: ['usual', 'turned', 'same'],
  quotationMarks: ['guillemets', 'curly', 'straight'],
  comma: ['arabic', 'latin'],
  semicolon: ['arabic', 'latin'],
  questionMark: ['arabic', 'latin'],
  digits: ['western', 'arabic', 'persian'],
  beforeComma: ['tight', 'blank'],
  beforeStop: ['tight', 'blank'],
  beforeColon: ['tight', 'blank'],
  beforeQuestionMark: ['tight', 'blank'],
  afterComma: ['blank', 'tight'],
  afterStop: ['blank', 'tight'],
  /** What stands for words left out, or for a pause: `..`, three and more dots, or …. */
  ellipsis: ['two', 'three', 'sign'],
  /** What stands free between words: -, –, —, or ـ. */
  dash: ['hyphen', 'en', 'em', 'tatweel'],
  /** أكد or اكد. */
  hamza: ['written', 'dropped'],
  /** The ي of في: dotted, or ى. */
  finalYeh: ['dotted', 'dotless'],
  /** The ى of إلى: dotless, or ي. */
  finalAlef: ['dotless', 'dotted'],
  /** شاطئ, or شاطىء. */
  finalHamza: ['seated', 'apart'],
  /** أيضاً, أيضًا, or أيضا. */
  tanwin: ['after', 'before', 'none'],
  /** Paragraphs without words stretched by tatweel, or with some. */
  stretching: ['plain', 'stretched'],
} as const;

export type HabitName = keyof typeof HABITS;
export type Way<Name extends HabitName> = (typeof HABITS)[Name][number];
/** The order of the marks of one family. */
export type Order = Way<'curlyOrder'> | null;

/** What a text, or all texts of a source, show of one habit. */
export interface Habit<Name extends HabitName = HabitName> {
  /** The way that is kept to; null where too little stands there to tell, or no way prevails. */
  readonly way: Way<Name> | null;
  /** How often each way was seen. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What a text, or all texts of a source, show: all habits, also those that can't be told. */
export type Portrait = { readonly [Name in HabitName]: Habit<Name> };

/** The house style of a source: which way each habit goes. It holds no counts, so that few edits change it. */
export type SourceStyle = { readonly [Name in HabitName]: Pick<Habit<Name>, 'way'> };

export const HABIT_NAMES = Object.keys(HABITS) as HabitName[];

const ORDERS: Partial<Record<HabitName, number>> = { guillemetOrder: Family.GUILLEMETS, curlyOrder: Family.CURLY };

const FIRST = new Map<HabitName, number>();
let length = USAGE_LENGTH;
for (const name of HABIT_NAMES) {
  if (name in ORDERS) continue;
  FIRST.set(name, length);
  length += HABITS[name].length;
}
/** How many counters a text has. */
export const COUNTERS = length;

/** The counter of a way; the two orders have none of their own. */
export function counterOf<Name extends Exclude<HabitName, 'guillemetOrder' | 'curlyOrder'>>(name: Name, way: Way<Name>): number {
  return FIRST.get(name)! + (HABITS[name] as readonly string[]).indexOf(way);
}

/** Places from which what most of them do is a habit. */
const FEWEST = 12;
/** The share of its places by which a source keeps to a habit. Newspapers that often turn quotation marks were seen to keep to 96 % and more. */
const KEPT = 0.75;
/** One mark on both sides is a house style only where hardly anything else is written. */
const KEPT_SAME = 0.9;

/** At both ends of quotations that are marked alike the mark stands about as often. */
const BOTH_ENDS = 0.3;

/** How many marks go each way; where a source marks both ends alike, none of them goes one of the other two. */
function orderCounts({ firstOpens, firstCloses, secondOpens, secondCloses }: Usage): Record<'usual' | 'turned' | 'same', number> {
  const all = firstOpens + firstCloses + secondOpens + secondCloses;
  for (const [opens, closes] of [
    [firstOpens, firstCloses],
    [secondOpens, secondCloses],
  ]) {
    if (all > 0 && opens + closes >= KEPT_SAME * all && Math.min(opens, closes) >= BOTH_ENDS * all) return { usual: 0, turned: 0, same: all };
  }
  return { usual: firstOpens + secondCloses, turned: secondOpens + firstCloses, same: 0 };
}

/** What so many places of each way show of a habit. */
export function settle(name: HabitName, counts: Readonly<Record<string, number>>): Habit {
  const ways: readonly string[] = HABITS[name];
  const all = ways.reduce((sum, way) => sum + counts[way], 0);
  const kept = ways.find((way) => all >= FEWEST && counts[way] >= (way === 'same' ? KEPT_SAME : KEPT) * all);
  return { way: (kept as Way<HabitName> | undefined) ?? null, counts };
}

function habitOf(name: HabitName, counters: ArrayLike<number>): Habit {
  const family = ORDERS[name];
  if (family !== undefined) return settle(name, orderCounts(usageOf(counters, family)));
  const from = FIRST.get(name)!;
  return settle(name, Object.fromEntries(HABITS[name].map((way, k) => [way, counters[from + k]])));
}

/** What counters show. */
export const portraitOf = (counters: ArrayLike<number>): Portrait =>
  Object.fromEntries(HABIT_NAMES.map((name) => [name, habitOf(name, counters)])) as Portrait;

/** Which way each habit goes, by counters. */
export const styleOf = (counters: ArrayLike<number>): SourceStyle =>
  Object.fromEntries(HABIT_NAMES.map((name) => [name, { way: habitOf(name, counters).way }])) as SourceStyle;
