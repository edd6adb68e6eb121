import { counterOf, type HabitName } from '../corpus/style/habits';
import { counterOfWord } from '../corpus/style/words';
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

interface Way {
  readonly habit: SpellingHabit;
  readonly way: string;
  count: number;
  /** The first word that is spelt so, -1 before it is met. */
  first: number;
}

/** By counter of the house style. */
const WAY_OF = new Map<number, readonly [habit: SpellingHabit, way: string]>(
  HABITS.flatMap((habit) => WAYS[habit].map((way) => [counterOf(habit, way as never), [habit, way]] as const)),
);

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

  *check(article, { facts, leftovers }) {
    const { house } = facts;
    if (!house || article.language !== 'ar') return;
    const { text, words } = article;
    const ways = new Map<number, Way>();
    for (let w = 0; w < words.count; w++) {
      if ((words.kind[w] & SCRIPT_BITS) !== Script.ARABIC) continue;
      const counter = counterOfWord(words.hash[2 * w], words.hash[2 * w + 1], text, words.end[w]);
      const known = counter < 0 ? undefined : WAY_OF.get(counter);
      if (!known || leftovers.covers(words.start[w], words.end[w])) continue;
      const seen = ways.get(counter);
      if (seen) seen.count++;
      else ways.set(counter, { habit: known[0], way: known[1], count: 1, first: w });
    }
    for (const { habit, way, count, first } of ways.values()) {
      const usual = house[habit].way;
      if (usual === null || usual === way || count < FEWEST) continue;
      const all = [...ways.values()].reduce((sum, other) => (other.habit === habit ? sum + other.count : sum), 0);
      if (count < KEPT * all) continue;
      const [start, end] = [words.start[first], words.end[first]];
      yield { start, end, message: MESSAGES[habit], slots: { word: text.slice(start, end), count }, data: { kind: habit, way, house: usual, count } };
    }
  },
});
