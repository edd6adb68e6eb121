import { encodeWord, SOUND } from './alphabet';
import type { NameForm } from './judgement';
import places from './places.json';
import type { Usage } from './usage';

/**
 * Which of two spellings is the one to write. The source's other articles tell, or else the article itself, unless what is written
 * elsewhere speaks against a narrow majority. Where all these are even, the letters may tell.
 */

/** A source writes a name mostly so if at least this many times as many of its articles do. Below lie two desks with two habits. */
export const MOSTLY = 4;
/**
 * Where one article has both, other articles tell which is right from half as many more and two on: of 122 such places that
 * were judged, 14 were pointed the wrong way, most of them by the majority of an article against its source.
 */
const RATHER = { times: 1.5, more: 2 } as const;
/** A majority in the article is narrow where it has at most so many times the occurrences of the other spelling. */
const NARROW = 2;
/** A house that writes both in so many articles, and neither mostly, has two habits. */
const HABIT = 8;
/**
 * Nats by which the letters of one spelling are likelier in a name than those of the other, so that the other is the slip: a letter doubled by
 * the keyboard or put in a wrong place is worth this much, a vowel more or less is not.
 */
const CLEARLY_LIKELIER = 2.5;

/** A letter more makes a word less likely, by two nats on average; one that is expected in names, by less than this. */
const EXPECTED_LETTER = 0.5;

/** A usage in one article: how often it stands there, and the form of it to write. */
export interface Used extends Usage {
  readonly times: number;
  readonly form: NameForm;
}

/** Whether a source, or all of them, rather writes what so many articles have than what others have. */
export const isRather = (articles: number, others: number): boolean => articles >= RATHER.times * others && articles >= others + RATHER.more;

/** The usages of one article, the one to prefer first, and why: the source rather writes so; or the article, or all sources, do; or nothing tells. */
export function rank<Spelling extends Used>(here: readonly Spelling[]): { ranked: readonly Spelling[]; reason: 'source' | 'article' | 'tie' } {
  const ranked = [...here].sort(
    (a, b) => b.times - a.times || byStandard(a.form, b.form) || b.articles - a.articles || b.everywhere - a.everywhere || byLetters(a.form, b.form),
  );
  const [first, second] = ranked;
  const before = (each: Spelling): readonly Spelling[] => [each, ...ranked.filter((other) => other !== each)];
  // The article itself, which has them all, doesn't count.
  const habit = ranked.find((each) => ranked.every((other) => other === each || isRather(each.articles - 1, other.articles - 1)));
  if (habit && habit !== first) return { ranked: before(habit), reason: 'source' };
  const isNarrow = !habit && first.times <= NARROW * second.times && byStandard(first.form, second.form) >= 0;
  if (isNarrow && isRather(second.everywhere - 1, first.everywhere - 1)) return { ranked: before(second), reason: 'article' };
  const isEven = first.times === second.times && (first.articles === second.articles || hasTwoHabits(first, second));
  return { ranked, reason: isEven && first.everywhere < MOSTLY * second.everywhere ? 'tie' : 'article' };
}

/** Whether a source writes both so widely that neither is its spelling. An article that mixes them as often, or mixes what houses choose, is no slip then. */
export const hasTwoHabits = (a: Usage, b: Usage): boolean =>
  Math.min(a.articles, b.articles) >= HABIT && Math.max(a.articles, b.articles) < MOSTLY * Math.min(a.articles, b.articles);

/**
 * Whether, of two forms that each stand in one article of a source, one is likely the slip. Letters are dropped more often than added, so a fuller
 * spelling may be right that is not the rarer one. Where other sources write it more often, all 12 of those judged were right; where these tell
 * nothing, 14 of 23, so then the letter more must be what names have there.
 */
export function isShortened(form: NameForm, fuller: NameForm): boolean {
  if (fuller.form.length <= form.form.length || fuller.count < form.count || dropsHamza(form, fuller)) return false;
  return fuller.articles > form.articles || likelihoodOf(fuller) > likelihoodOf(form) - EXPECTED_LETTER;
}

/** Whether two forms differ in letters that stand for one foreign sound (ج غ), as long: both are legitimate. */
export function areTransliterations(a: NameForm, b: NameForm): boolean {
  const [x, y] = [a, b].map(({ form }) => encodeWord(form));
  return x.length === y.length && x.every((code, i) => code === y[i] || (SOUND[code] > 0 && SOUND[code] === SOUND[y[i]]));
}

const PLACES = new Set(places.names);
const likelihoodOf = ({ likelihood = 0 }: NameForm): number => likelihood;
/** The form of a usage to write for `form`: one with the hamza of its first letter where that has it. */
export const writtenFor = (form: NameForm, preferred: Used): NameForm =>
  dropsHamza(form, preferred.form) ? (preferred.forms.find((each) => !dropsHamza(form, each)) ?? preferred.form) : preferred.form;

const dropsHamza = (form: NameForm, other: NameForm): boolean => /^[أإآ]/.test(form.form) && other.form.startsWith('ا');

/** Orders two forms by what is standard: the one that begins with its hamza first, then the one that the Unicode CLDR has. */
const byStandard = (a: NameForm, b: NameForm): number =>
  Number(dropsHamza(b, a)) - Number(dropsHamza(a, b)) || Number(PLACES.has(b.form)) - Number(PLACES.has(a.form));

/** Orders two forms by their letters: the one first that is standard, or whose letters are clearly likelier in a name, or that is fuller. */
export function byLetters(a: NameForm, b: NameForm): number {
  const likelier = likelihoodOf(b) - likelihoodOf(a);
  return byStandard(a, b) || (Math.abs(likelier) >= CLEARLY_LIKELIER ? likelier : 0) || b.form.length - a.form.length;
}
