import type { Leftovers } from '../corpus/leftovers/leftovers';
import { COUNTERS, counterOf, type HabitName, type SourceStyle } from '../corpus/style/habits';
import { counterOfWord, mayTell } from '../corpus/style/words';
import type { Article } from '../text/article';
import { SCRIPT_BITS, Script } from '../text/scan';
import page from './departing-spelling.md';
import { rule } from './rule';

/** The habits of spelling, and the ways that a house may choose. */
const WAYS = {
  hamza: ['written', 'dropped'],
  finalYeh: ['dotted', 'dotless'],
  finalAlef: ['dotless', 'dotted'],
  finalHamza: ['seated', 'apart'],
  tanwin: ['after', 'before', 'none'],
} as const satisfies Partial<Record<HabitName, readonly string[]>>;

type SpellingHabit = keyof typeof WAYS;
const MESSAGES: Readonly<Record<SpellingHabit, string>> = {
  hamza: 'otherHamza',
  finalYeh: 'otherFinalYeh',
  finalAlef: 'otherFinalAlef',
  finalHamza: 'otherFinalHamza',
  tanwin: 'otherTanwin',
};
const HABITS = Object.keys(WAYS) as SpellingHabit[];

/** Words from which what most of them do is the writer's way in this article. */
const FEWEST = 5;
/** The share by which an article keeps to a way; what mixes has none, and that is common. */
const KEPT = 0.9;

/** By counter of the house style. */
const WAY_OF = new Map<number, readonly [habit: SpellingHabit, way: string]>(
  HABITS.flatMap((habit) => WAYS[habit].map((way) => [counterOf(habit, way as never), [habit, way]] as const)),
);

/** The counters of the ways of each habit. */
const COUNTERS_OF = Object.fromEntries(
  HABITS.map((habit) => [habit, WAYS[habit].map((way) => counterOf(habit, way as never))]),
) as unknown as Readonly<Record<SpellingHabit, readonly number[]>>;

/** An article that keeps to another choice of spelling than its source does. One finding a choice and article, without a fix: it is no fault. */
export const departingSpelling = rule({
  id: 'departing-spelling',
  group: 'spelling',
  severity: 'info',
  summary: 'The article keeps to another choice of spelling than its source.',
  page,
  messages: {
    otherHamza: 'This article spells hamza otherwise than most of this source, as in {word}: {count} words.',
    otherFinalYeh: 'This article ends words in ي or ى otherwise than most of this source, as in {word}: {count} words.',
    otherFinalAlef: 'This article ends words in ى or ي otherwise than most of this source, as in {word}: {count} words.',
    otherFinalHamza: 'This article writes a final hamza otherwise than most of this source, as in {word}: {count} words.',
    otherTanwin: 'This article writes tanwin otherwise than most of this source, as in {word}: {count} words.',
  },
  options: {},

  *check(article, { facts: { house }, leftovers }) {
    if (!house || article.language !== 'ar') return;
    const counts = new Uint32Array(COUNTERS);
    // What stands in leftovers isn't the writer's, but few articles get so far that it matters.
    countWays(article, null, counts, null);
    if (!departs(counts, house)) return;
    const firsts = new Map<number, number>();
    counts.fill(0);
    countWays(article, leftovers, counts, firsts);
    for (const [counter, first] of firsts) {
      const [habit, way] = WAY_OF.get(counter)!;
      const usual = house[habit].way;
      const count = counts[counter];
      if (usual === null || usual === way || count < FEWEST) continue;
      const all = COUNTERS_OF[habit].reduce((sum, other) => sum + counts[other], 0);
      if (count < KEPT * all) continue;
      const [start, end] = [article.words.start[first], article.words.end[first]];
      const slots = { word: article.text.slice(start, end), count };
      yield { start, end, message: MESSAGES[habit], slots, data: { kind: habit, way, house: usual, count } };
    }
  },
});

/** Whether so many words as are enough go another way than the house. */
function departs(counts: Uint32Array, house: SourceStyle): boolean {
  for (const habit of HABITS) {
    const usual = house[habit].way;
    if (usual === null) continue;
    for (const counter of COUNTERS_OF[habit]) if (counts[counter] >= FEWEST && WAY_OF.get(counter)![1] !== usual) return true;
  }
  return false;
}

/** Counts how often words go each way, but those in `leftovers`, and notes the first word of each in `firsts`, in reading order. */
function countWays({ text, words }: Article, leftovers: Leftovers | null, counts: Uint32Array, firsts: Map<number, number> | null): void {
  const { count, start, end, hash, kind } = words;
  for (let w = 0; w < count; w++) {
    if (!mayTell(hash[2 * w + 1]) || (kind[w] & SCRIPT_BITS) !== Script.ARABIC) continue;
    const counter = counterOfWord(hash[2 * w], hash[2 * w + 1], text, end[w]);
    if (counter < 0 || leftovers?.covers(start[w], end[w])) continue;
    if (counts[counter]++ === 0) firsts?.set(counter, w);
  }
}
