import type { KeysBySource, NameForm } from './judgement';

/**
 * In names of more letters other sounds than the written ones are hardly another name: of 11 places of longer ones that would be parted in 17,120
 * articles none is one (test/quality/vary.mjs).
 */
export const SHORT = 5;

/** Where a spelling stands in an article. */
export interface Place {
  readonly form: NameForm;
  /** Keys (`nameKey`) of the words right before and right after it, 0 where something stands between. */
  readonly previous: number;
  readonly next: number;
}

/**
 * Whose given name it is: of one whom the spellings `others` name, too, of another, or unknown, as where no family
 * name follows. Of names that aren't given names nothing is known.
 */
export function bearerOf({ form, next }: Place, others: readonly NameForm[]): 'same' | 'another' | 'unknown' {
  if (!form.bearers || !isAnywhere(form.bearers, next)) return 'unknown';
  return others.some(({ bearers }) => bearers && isAnywhere(bearers, next)) ? 'same' : 'another';
}

/** How often a source sets a family name after one of the spellings of a given name. */
export const timesBorne = (forms: readonly NameForm[], next: number, source: string): number =>
  forms.reduce((times, { bearers }) => times + timesAmong(bearers?.[source], next), 0);

/**
 * Whether a word stands beside the spelling here that stands beside one of `others` elsewhere in the source: names are shared by people, firms and
 * places. But where another one stands there in nearly all of their places, few of them name whom this one does (بورت أو برنس, إريك برنس).
 */
export const keepsCompany = ({ previous, next }: Place, others: readonly NameForm[], source: string): boolean =>
  others.some(
    ({ company }) =>
      !company ||
      (timesAmong(company.before[source], previous) > 0 && mayStand(previous, company.alwaysBefore)) ||
      (timesAmong(company.after[source], next) > 0 && mayStand(next, company.alwaysAfter)),
  );

const mayStand = (key: number, always: readonly number[]): boolean => always.length === 0 || timesAmong(always, key) > 0;

/**
 * Whether a short spelling is another name than `others`: a foreign name stands beside it here, such names stand on that side of the
 * others, too, and nothing that stands here stands beside these (تشانغ كوتو, تشيانغ كاي تشيك).
 */
export function isStranger({ form, previous, next }: Place, others: readonly NameForm[]): boolean {
  const own = form.company;
  if (!own || form.form.length > SHORT) return false;
  const isAfterName = timesAmong(own.namesBefore, previous) > 0 && others.some(({ company }) => company && company.namesBefore.length > 0);
  const isBeforeName = timesAmong(own.namesAfter, next) > 0 && others.some(({ company }) => company && company.namesAfter.length > 0);
  if (!isAfterName && !isBeforeName) return false;
  return !others.some(
    ({ company }) =>
      company &&
      (isAnywhere(company.before, previous) ||
        isAnywhere(company.after, next) ||
        timesAmong(company.namesBefore, previous) > 0 ||
        timesAmong(company.namesAfter, next) > 0),
  );
}

/** Whether any source has a key. */
function isAnywhere(keys: KeysBySource, key: number): boolean {
  for (const source in keys) if (timesAmong(keys[source], key) > 0) return true;
  return false;
}

/** How often a sorted list holds a key. */
function timesAmong(keys: readonly number[] | undefined, key: number): number {
  if (!keys || key === 0) return 0;
  return place(keys, key, true) - place(keys, key, false);
}

/** The first place in a sorted list that holds more than a key, or at least this key. */
function place(keys: readonly number[], key: number, isMore: boolean): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (keys[middle] < key || (isMore && keys[middle] === key)) from = middle + 1;
    else to = middle;
  }
  return from;
}
