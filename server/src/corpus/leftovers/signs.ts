/** How much of a page came along with an article: nothing, a few lines, or about all of it. */
export const LEVELS = ['text', 'mixed', 'page'] as const;
export type Level = (typeof LEVELS)[number];
export const [TEXT, MIXED, PAGE] = [0, 1, 2] as const;

/** Before the first paragraph of an article's own, between its paragraphs, after the last; `none` where it has no paragraph. */
export const ZONES = ['head', 'body', 'tail', 'none'] as const;
export type Zone = (typeof ZONES)[number];
export const [HEAD, BODY, TAIL, NONE] = [0, 1, 2, 3] as const;

/**
 * Something about a block that speaks for or against its being a leftover: its number in the order in which signs are made, once,
 * when their rooms are loaded. Its weight stands in the table of weights under its name.
 */
export type Sign = number;

const names: string[] = [];
const expected: number[] = [];

/** The names of all signs, each at its number. */
export const SIGN_NAMES: readonly string[] = names;
/** What each sign weighs as long as no label has taught otherwise. */
export const EXPECTED: readonly number[] = expected;

/** One that tells what a block is speaks for its being a leftover; that it does so in its place adds a little. */
const TELLING = 4;
const TELLING_HERE = 1;
/** One that nothing but a page can have; wherever it stands. */
const CERTAIN = 8;
/** One that tells that a line is the article's own. */
const AGAINST = -TELLING;

function make(name: string, weight: number): Sign {
  expected.push(weight);
  return names.push(name) - 1;
}

/** A sign that tells what a block is. */
export const telling = (name: string): Sign => make(name, TELLING);

/** A sign that stands for nothing by itself. */
export const telltale = (name: string): Sign => make(name, 0);

/** Signs of which there is one for each level: their first, to which the level is added. `isOwn` if they tell that a line is the article's own. */
export function byLevel(name: string, isOwn = false): Sign {
  for (const level of LEVELS) make(`${level}: ${name}`, isOwn ? AGAINST : 0);
  return names.length - LEVELS.length;
}

/** Signs of which there is one for each zone: their first, to which the zone is added. `tells` says of which zones they tell what a block is. */
export function byZone(name: string, tells: (zone: Zone) => boolean, after = ''): Sign {
  for (const zone of ZONES) make(`${name}, ${zone}${after}`, tells(zone) ? TELLING : 0);
  return names.length - ZONES.length;
}

/** A sign for lines and, after it, one for paragraphs. */
export function forLines(name: string): Sign {
  make(name, 0);
  return make(`${name} as a paragraph`, 0) - 1;
}

/**
 * What a block says itself: the sign, and others that it says so in its zone, beside another leftover, and at the end of the article. `tells` if it
 * tells what the block is, `certain` if nothing but a page has it.
 */
export function own(name: string, tells: boolean | 'certain'): Sign {
  const sign = make(name, tells === 'certain' ? CERTAIN : tells ? TELLING : 0);
  for (const where of [...ZONES, 'beside another', 'at the end']) make(`${name} (${where})`, tells ? TELLING_HERE : 0);
  return sign;
}
/** The signs that `own` made beside one: that it stands in a zone (of `ZONES`), beside another leftover, at the end of the article. */
export const inZone = (sign: Sign, zone: number): Sign => sign + 1 + zone;
export const besideAnother = (sign: Sign): Sign => sign + 1 + ZONES.length;
export const atTheEnd = (sign: Sign): Sign => sign + 2 + ZONES.length;

/** What a sign that tells what a block is tells of it. */
export interface Telling {
  readonly sign: Sign;
  /** What the block would be. */
  readonly kind: string;
  /** What a reader is told of it: numbers, and the words that were recognised. */
  readonly told: Readonly<Record<string, unknown>>;
}

/** The signs of one block at a time. */
export class Signs {
  readonly list: Sign[] = [];
  readonly tellings: Telling[] = [];

  clear(): void {
    this.list.length = 0;
    this.tellings.length = 0;
  }

  add(sign: Sign): void {
    this.list.push(sign);
  }

  tell(sign: Sign, kind: string, told: Readonly<Record<string, unknown>>): void {
    this.list.push(sign);
    this.tellings.push({ sign, kind, told });
  }
}
