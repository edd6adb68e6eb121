import { HABIT_NAMES, HABITS, type Habit, type HabitName, type Portrait, settle } from '../corpus/style/habits';

/** What a source shows of its house style. */
export interface SourcePortrait {
  readonly source: string;
  readonly articles: number;
  readonly portrait: Portrait;
}

/** Portraits as a file holds them; `read` takes what `write` made. */
export const writePortraits = (portraits: readonly SourcePortrait[]): string =>
  `${JSON.stringify({ sources: portraits.map(({ source, articles, portrait }) => ({ source, articles, habits: portrait })) }, null, 2)}\n`;

/** The portraits in such a file, null where it is none. Counts decide; what the file says of ways is not asked. */
export function readPortraits(text: string): SourcePortrait[] | null {
  const file = parse(text);
  if (!isRecord(file) || !Array.isArray(file.sources)) return null;
  const found: SourcePortrait[] = [];
  for (const each of file.sources) {
    if (!isRecord(each) || typeof each.source !== 'string' || typeof each.articles !== 'number' || !isRecord(each.habits)) return null;
    const { habits } = each;
    found.push({ source: each.source, articles: each.articles, portrait: build((name) => countsOf(habits[name])) });
  }
  return found;
}

/** What several sources show together. */
export const sumOf = (portraits: readonly SourcePortrait[]): Portrait =>
  build((name) => (way) => portraits.reduce((sum, { portrait }) => sum + portrait[name].counts[way], 0));

/** One habit of two texts or corpora. */
export interface Contrast {
  readonly habit: HabitName;
  readonly first: Habit;
  readonly second: Habit;
  /** Both go a way, and not the same. */
  readonly differs: boolean;
}

/** Habit by habit, two portraits beside each other. */
export function contrast(first: Portrait, second: Portrait): Contrast[] {
  return HABIT_NAMES.map((habit) => {
    const [one, other] = [first[habit], second[habit]];
    return { habit, first: one, second: other, differs: one.way !== null && other.way !== null && one.way !== other.way };
  });
}

function build(countsBy: (name: HabitName) => (way: string) => number): Portrait {
  const habits = HABIT_NAMES.map((name) => {
    const count = countsBy(name);
    return [name, settle(name, Object.fromEntries(HABITS[name].map((way) => [way, count(way)])))];
  });
  return Object.fromEntries(habits) as Portrait;
}

function countsOf(habit: unknown): (way: string) => number {
  const counts = isRecord(habit) && isRecord(habit.counts) ? habit.counts : {};
  return (way) => (typeof counts[way] === 'number' && counts[way] > 0 ? counts[way] : 0);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
