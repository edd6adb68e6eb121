import { encodeWord, PLAIN, SOUND } from './alphabet';
import type { NameForm } from './judgement';
import places from './places.json';
import { articlesOf, type Usage } from './usage';

/**
 * Which of two spellings is the one to write: a sum of what few signs are worth. The worth was learned by test/quality/learn-direction.ts from
 * judged findings, of which an editor said which spelling is the better one at that place.
 */

/** What speaks for one spelling against another; of opposite sign where the two change places. */
export interface Signs {
  /** Log-odds of how often each stands in the article, where it has both. */
  readonly here: number;
  /** Log-odds of the articles of the source that have each. One that has both doesn't count. */
  readonly source: number;
  /** The same in all other sources, within bounds. How they write a foreign sound (ج غ) is a choice of theirs that tells nothing here. */
  readonly others: number;
  /** Whether it is standard: it begins with its hamza, or the Unicode CLDR has it. */
  readonly standard: number;
  /** By how much its letters, on average, are likelier in a name, within bounds. */
  readonly letters: number;
}

/** What each sign is worth, in nats. */
const WORTH: Signs = { here: 0.93, source: 1.89, others: 1.51, standard: 0.65, letters: 0.95 };

/** Other sources tell which one is usual, but a hundred of their articles no more than two: they have their own habits, and namesakes. */
const MOST_OTHERS = 1;
/** A row of letters that no name is known to have is no less likely than one that few have. */
const MOST_LETTERS = 0.5;

/**
 * From here on it is clear that the other spelling is to be written: the probability that it is the same name, times that of the direction. Of 591 random
 * findings that people judged who knew no more of them than spellings and contexts, 63 of 74 between 0.7 and this were right, and 508 of 517 above.
 */
export const CLEAR = 0.8;

/** A source writes a name mostly so if at least this many times as many of its articles do. Below lie two desks with two habits. */
export const MOSTLY = 4;
/** A source, or all of them, rather write what half as many more articles and two more have. */
const RATHER = { times: 1.5, more: 2 } as const;
/** A house that writes both in so many articles, and neither mostly, has two habits. */
const HABIT = 8;

/** A usage in one article: how often it stands there, and the form of it to write: the one that the article mostly has, or else the source. */
export interface Used extends Usage {
  readonly usage: Usage;
  readonly times: number;
  readonly form: NameForm;
}

/** What a usage is in an article of a source: `own` are its places there. */
export function usedAs(usage: Usage, own: readonly { readonly form: NameForm }[], source: string): Used {
  const times = (form: NameForm): number => own.filter((each) => each.form === form).length;
  const [form] = [...usage.forms].sort((a, b) => times(b) - times(a) || articlesOf(b, source) - articlesOf(a, source));
  return { ...usage, usage, times: own.length, form };
}

/** What speaks for `a` against `b` in one article. */
export function signsFor(a: Used, b: Used): Signs {
  const isMixed = a.times > 0 && b.times > 0;
  const own = Number(isMixed);
  return {
    here: isMixed ? logOdds(a.times, b.times) : 0,
    source: logOdds(a.articles - own, b.articles - own),
    others:
      areTransliterations(a.form, b.form) || hasTwoHabits(a, b)
        ? 0
        : within(MOST_OTHERS, logOdds(a.everywhere - a.articles, b.everywhere - b.articles)),
    standard: Math.sign(standardIn(a.form, b.form) - standardIn(b.form, a.form)),
    letters: within(MOST_LETTERS, meanLikelihood(a.form) - meanLikelihood(b.form)),
  };
}

/** What signs are worth together, in nats. */
export const natsOf = (signs: Signs): number =>
  WORTH.here * signs.here +
  WORTH.source * signs.source +
  WORTH.others * signs.others +
  WORTH.standard * signs.standard +
  WORTH.letters * signs.letters;

/** The probability that so many nats stand for. */
export const chanceOf = (nats: number): number => 1 / (1 + Math.exp(-nats));

/** Nats by which `a` is to be written rather than `b`. */
export const direction = (a: Used, b: Used): number => natsOf(signsFor(a, b));

/** The usages of one article, the one to write first: the one that is rather to be written than any other. */
export function rank<Spelling extends Used>(here: readonly Spelling[]): readonly Spelling[] {
  const least = new Map(here.map((each) => [each, Math.min(...here.filter((other) => other !== each).map((other) => direction(each, other)))]));
  return [...here].sort((a, b) => least.get(b)! - least.get(a)!);
}

/** Whether a source, or all of them, rather writes what so many articles have than what others have. */
export const isRather = (articles: number, others: number): boolean => articles >= RATHER.times * others && articles >= others + RATHER.more;

/** Whether a source writes both so widely that neither is its spelling. An article that mixes what houses choose is no slip then. */
export const hasTwoHabits = (a: Usage, b: Usage): boolean =>
  Math.min(a.articles, b.articles) >= HABIT && Math.max(a.articles, b.articles) < MOSTLY * Math.min(a.articles, b.articles);

/** The form of a usage to write for `form`: one with the hamza of its first letter where that has it. */
export const writtenFor = (form: NameForm, preferred: Used): NameForm =>
  dropsHamza(form, preferred.form) ? (preferred.forms.find((each) => !dropsHamza(form, each)) ?? preferred.form) : preferred.form;

/** Small counts tell little, and none isn't never: each counts as one more. */
const logOdds = (a: number, b: number): number => Math.log((a + 1) / (b + 1));

const within = (most: number, value: number): number => Math.max(-most, Math.min(most, value));

const PLACES = new Set(places.names);
/** In how many ways a form is standard where another isn't. */
const standardIn = (form: NameForm, other: NameForm): number => Number(dropsHamza(form, other)) + Number(PLACES.has(form.form));

const dropsHamza = (form: NameForm, other: NameForm): boolean => /^[أإآ]/.test(form.form) && other.form.startsWith('ا');

const meanLikelihood = ({ form, likelihood = 0 }: NameForm): number => likelihood / form.length;

/** Whether two forms differ in letters that stand for one foreign sound (ج غ), as long: both are legitimate. */
function areTransliterations(a: NameForm, b: NameForm): boolean {
  const [x, y] = [a, b].map(({ form }) => encodeWord(form).map((code) => PLAIN[code]));
  return x.length === y.length && x.every((code, i) => code === y[i] || (SOUND[code] > 0 && SOUND[code] === SOUND[y[i]]));
}
