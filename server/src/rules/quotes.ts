import type { Leftovers } from '../corpus/leftovers/leftovers';
import type { Order, SourceStyle } from '../corpus/style/habits';
import type { Article } from '../text/article';
import {
  countUsage,
  DOUBLE_PRIME,
  Family,
  forEachQuotingBlock,
  type Glyph,
  glyphAt,
  LOW_MARK,
  type Mark,
  PAIRS,
  Role,
  readLeans,
  readMarks,
  USAGE_LENGTH,
  usageOf,
} from '../text/quotations';

/** How a family's marks are ordered in an article. `any`: its glyphs don't tell which end they are. */
export interface Convention {
  readonly order: 'usual' | 'turned' | 'any';
  /** Article or source show it; otherwise it is what most of the web does. */
  readonly known: boolean;
}

/** What each mark of a block does, in the reading that takes least to believe. */
export interface Reading {
  readonly block: number;
  readonly marks: readonly Mark[];
  readonly roles: readonly Role[];
  /** The mark at the other end, -1 where there is none. */
  readonly partners: readonly number[];
}

/** All that the rules ask about the quotation marks of an article. */
export interface Quotations {
  /** Blocks whose marks aren't plainly right, in reading order. */
  readonly readings: readonly Reading[];
  readonly conventions: readonly Convention[];
  /** Start and end of rows of marks that are ornament, not quotation. */
  readonly rows: readonly (readonly [start: number, end: number])[];
  /** How many marks of each family stand in the article. */
  readonly marks: readonly number[];
}

/** How many of its own marks a source's habit weighs in an article. */
const HABIT_WEIGHT = 3;
/** An order is the article's where so many times more marks keep to it than not. */
const CLEAR = 3;
/** Without a source that does so, »…« is an order from here on: two whole quotations. */
const TURNED_GUILLEMETS = 4;

function conventionOf(counts: Uint32Array, family: number, habit: Order, article: Article, hasLowMarks: boolean): Convention {
  const { firstOpens, firstCloses, secondOpens, secondCloses } = usageOf(counts, family);
  const usual = firstOpens + secondCloses;
  const turned = secondOpens + firstCloses;
  if (article.language === 'other') {
    // German writes „…“ and »…«, Swedish ”…” and »…»: only a habit that the article itself shows counts.
    const keeps = !hasLowMarks && usual >= 6 && usual >= 8 * turned;
    return { order: keeps ? 'usual' : 'any', known: keeps };
  }
  const usualWeight = usual + (habit === 'usual' ? HABIT_WEIGHT : 0);
  const turnedWeight = turned + (habit === 'turned' ? HABIT_WEIGHT : 0);
  const bothEnds = (secondOpens > 0 && firstCloses > 0) || habit === 'turned';
  if (bothEnds && turnedWeight >= CLEAR * usualWeight && turnedWeight >= (family === Family.GUILLEMETS ? TURNED_GUILLEMETS : 2)) {
    return { order: 'turned', known: true };
  }
  if (habit === 'same' || hasLowMarks) return { order: 'any', known: false };
  if (family === Family.GUILLEMETS) return { order: 'usual', known: true };
  const keeps = usualWeight >= 2 && (usualWeight >= CLEAR * turnedWeight || (usualWeight > turned && !bothEnds));
  return { order: 'usual', known: keeps };
}

/**
 * What a reading costs: the unlikelier an oddity, the more. Set by hand on labelled paragraphs and raw news. What matters
 * is how sums compare: two lone marks (8) lose to one turned in an unlikely place (7.5), and win over one turned where a
 * stop or a prefix is glued to it (9.5).
 */
const COST = {
  /** By |lean|, for a role against it. */
  against: [1, 2.5, 5, 7],
  /** As `against[2]` for a straight mark: a blank on the wrong side is a common slip, and its glyph contradicts nothing. */
  sloppy: 3.9,
  /** The glyph belongs to the other end: in raw news a closing mark opens four times as often as an opening one closes. */
  turned: { [Role.OPENS]: 2.5, [Role.CLOSES]: 2.75 },
  /** As `turned` where glyphs tell nothing: breaks ties only. */
  unusual: 0.2,
  /** No partner in the block. */
  alone: 4,
  /** The two ends are of different families. */
  mixed: 3,
  /** Within a quotation in the same marks, in others. */
  nested: 0.5,
  nestedOther: 0.2,
  /** Nothing between the two ends. */
  empty: 3,
  /** Not a quotation mark: a double prime or a straight mark after digits, an arrow. */
  prime: 0.3,
  inches: 1,
  arrow: 3,
  /** Per unit of text between two ends, and how much at most: two marks far apart that fit badly are two lone ones. */
  distance: 0.0018,
  farthest: 0.45,
  /** Per mark between two ends: of equal readings the closer pairs win. */
  span: 0.01,
  never: 1000,
} as const;

/** So many marks that touch quote nothing. */
const ROW = 5;
const DEEPEST = 3;
/** Inches and seconds have few digits; years don't. */
const MEASURE_DIGITS = 2;

function roleCost(mark: Mark, role: typeof Role.OPENS | typeof Role.CLOSES, conventions: readonly Convention[]): number {
  const toward = mark.lean * role;
  const place = toward > 0 ? 0 : toward === -2 && mark.usual === Role.NEITHER ? COST.sloppy : COST.against[-toward];
  if (mark.glyph === DOUBLE_PRIME) return role === Role.OPENS ? COST.never : place + COST.prime;
  if (mark.usual === Role.NEITHER) return place;
  if (mark.glyph === LOW_MARK ? role === Role.OPENS : usualRole(mark, conventions) === role) return place;
  return place + (conventions[mark.family].order === 'any' ? COST.unusual : COST.turned[role]);
}

/** What the glyph does under the article's convention. */
export function usualRole({ family, usual, glyph }: Glyph, conventions: readonly Convention[]): Role {
  return conventions[family].order === 'turned' && glyph !== LOW_MARK ? (-usual as Role) : usual;
}

function neitherCost(mark: Mark): number {
  if (mark.glyph === DOUBLE_PRIME) return mark.digits > 0 ? COST.prime : COST.arrow;
  if (mark.family === Family.STRAIGHT) {
    if (mark.inWord) return 0;
    return mark.digits > 0 && mark.digits <= MEASURE_DIGITS && mark.lean < 0 ? COST.inches : COST.never;
  }
  const isArrow = mark.family === Family.SINGLE || (mark.family === Family.GUILLEMETS && mark.floats);
  return isArrow ? COST.arrow : COST.never;
}

/** The marks still open: the innermost, and what it stands in. */
interface Open {
  readonly mark: number;
  readonly outer: Open | null;
  readonly depth: number;
  /** The same for the same families in the same order. */
  readonly key: number;
}

/** A reading under way: what is open, and the step that led here. */
interface State {
  readonly cost: number;
  readonly open: Open | null;
  readonly role: Role;
  readonly partner: number;
  readonly before: State | null;
}

const holdsFamily = (open: Open, marks: readonly Mark[], family: number): boolean => {
  for (let at: Open | null = open; at; at = at.outer) if (marks[at.mark].family === family) return true;
  return false;
};

/** The cheapest reading of a block's marks: of all ways to pair them, the one that takes least to believe. */
function readBlock(block: number, marks: readonly Mark[], conventions: readonly Convention[]): Reading {
  let states = new Map<number, State>([[0, { cost: 0, open: null, role: Role.NEITHER, partner: -1, before: null }]]);
  for (let m = 0; m < marks.length; m++) {
    const mark = marks[m];
    const opens = roleCost(mark, Role.OPENS, conventions);
    const closes = roleCost(mark, Role.CLOSES, conventions);
    const neither = neitherCost(mark);
    const next = new Map<number, State>();
    const offer = (before: State, step: number, open: Open | null, role: Role, partner: number): void => {
      const key = open?.key ?? 0;
      const cost = before.cost + step;
      const known = next.get(key);
      if (!known || cost < known.cost - 1e-9) next.set(key, { cost, open, role, partner, before });
    };
    for (const state of states.values()) {
      const { open } = state;
      const depth = open?.depth ?? 0;
      if (depth < DEEPEST) {
        const nested = !open ? 0 : holdsFamily(open, marks, mark.family) ? COST.nested : COST.nestedOther;
        const inner = { mark: m, outer: open, depth: depth + 1, key: (open?.key ?? 0) * PAIRS.length + mark.family + 1 };
        offer(state, opens + nested - COST.span * m, inner, Role.OPENS, -1);
      }
      if (open) {
        const opening = marks[open.mark];
        const mixed = opening.family !== mark.family && mark.glyph !== DOUBLE_PRIME ? COST.mixed : 0;
        const empty = open.mark === m - 1 && mark.touches ? COST.empty : 0;
        const distance = Math.min(COST.farthest, COST.distance * (mark.offset - opening.offset));
        offer(state, closes + mixed + empty + distance + COST.span * m, open.outer, Role.CLOSES, open.mark);
      }
      offer(state, opens + COST.alone, open, Role.OPENS, -1);
      offer(state, closes + COST.alone, open, Role.CLOSES, -1);
      if (neither < COST.never) offer(state, neither, open, Role.NEITHER, -1);
    }
    states = next;
  }
  const roles: Role[] = marks.map(() => Role.NEITHER);
  const partners: number[] = marks.map(() => -1);
  // The state with nothing open always exists: every mark may stand alone.
  let state: State | null = states.get(0) ?? null;
  for (let m = marks.length - 1; state && m >= 0; m--, state = state.before) {
    roles[m] = state.role;
    if (state.partner < 0) continue;
    partners[m] = state.partner;
    partners[state.partner] = m;
  }
  return { block, marks, roles, partners };
}

/** Whether the marks pair one after the other, each where its glyph and its place want it: nothing to read then. */
function isPlain({ text, quotes }: Article, from: number, to: number, leans: Int8Array, conventions: readonly Convention[]): boolean {
  if ((to - from) % 2 === 1) return false;
  let opening = -1;
  for (let q = from; q < to; q++) {
    const mark = glyphAt(text, quotes[q]);
    const role = (q - from) % 2 === 0 ? Role.OPENS : Role.CLOSES;
    if (leans[q] * role < 0 || mark.glyph === DOUBLE_PRIME || (q > from && quotes[q] === quotes[q - 1] + 1)) return false;
    if (mark.usual !== Role.NEITHER && usualRole(mark, conventions) !== role) return false;
    if (role === Role.CLOSES && mark.family !== opening) return false;
    opening = mark.family;
  }
  return true;
}

const NOTHING: Quotations = { readings: [], conventions: [], rows: [], marks: [] };

/** Reads the quotation marks of an article, leaving out what the site put there. */
export function readQuotations(article: Article, house: SourceStyle | null, leftovers: Leftovers): Quotations {
  const { text, quotes } = article;
  if (quotes.length === 0) return NOTHING;
  const { start, end } = article.blocks;
  const leans = new Int8Array(quotes.length);
  const counts = new Uint32Array(USAGE_LENGTH);
  const families = PAIRS.map(() => 0);
  let hasLowMarks = false;
  forEachQuotingBlock(article, (block, from, to) => {
    readLeans(article, from, to, start[block], end[block], leans);
    for (let q = from; q < to; q++) {
      if (leftovers.covers(quotes[q], quotes[q] + 1)) continue;
      const glyph = glyphAt(text, quotes[q]);
      countUsage(glyph, leans[q], counts);
      families[glyph.family]++;
      if (glyph.glyph === LOW_MARK) hasLowMarks = true;
    }
  });
  const neutral: Convention = { order: 'any', known: false };
  const conventions = [
    conventionOf(counts, Family.GUILLEMETS, house?.guillemetOrder.way ?? null, article, false),
    conventionOf(counts, Family.CURLY, house?.curlyOrder.way ?? null, article, hasLowMarks),
    neutral,
    neutral,
  ];
  const readings: Reading[] = [];
  const rows: [number, number][] = [];
  forEachQuotingBlock(article, (block, from, to) => {
    if (isPlain(article, from, to, leans, conventions)) return;
    const marks: Mark[] = [];
    for (const mark of readMarks(article, from, to, start[block], end[block])) {
      if (leftovers.covers(mark.offset, mark.offset + 1)) continue;
      if (mark.run < ROW) marks.push(mark);
      else if (!mark.touches) rows.push([mark.offset, mark.offset + mark.run]);
    }
    if (marks.length > 0) readings.push(readBlock(block, marks, conventions));
  });
  return { readings, conventions, rows, marks: families };
}

/** The mark that plays `role` beside a mark of `family`. */
export function markFor(family: number, role: Role, conventions: readonly Convention[]): string {
  const turned = conventions[family].order === 'turned';
  return PAIRS[family][(role === Role.OPENS) !== turned ? 0 : 1];
}
