import { DOUBLE_PRIME, Family, type Glyph, LOW_MARK, type Mark, PAIRS, Role } from './quotations';

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
  /** A close against its place, and a sentence ends between it and its opening: two quotations that were never closed are likelier. */
  acrossSentences: 4.5,
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
  /** Against its place within another quotation: one of the two is rather a close whose opening was lost. */
  nestedAgainst: 3,
  /** Nothing between the two ends. */
  empty: 3,
  /** Not a quotation mark: a double prime or a straight mark after digits, an arrow. */
  prime: 0.3,
  inches: 1,
  arrow: 3,
  /** An apostrophe, or a sign that stands for a letter of a foreign word: far likelier than a quotation without an end. */
  apostrophe: 1.5,
  /** Per unit of text between two ends, and how much at most: two marks far apart that fit badly are two lone ones. */
  distance: 0.0018,
  farthest: 0.45,
  /** As `distance` for a close whose glyph and place both say that it opens: only a short quotation is likelier than two without an end. */
  twisted: 0.004,
  /** Per mark between two ends: of equal readings the closer pairs win. */
  span: 0.01,
  never: 1000,
} as const;

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
  if (mark.family === Family.APOSTROPHES) return COST.apostrophe;
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

/** Readings so much dearer than the cheapest so far are given up: all that may be open can be left alone for less. */
const HOPELESS = 24;

function prune(states: Map<number, State>): void {
  if (states.size < 20) return;
  let cheapest = Number.POSITIVE_INFINITY;
  for (const { cost } of states.values()) cheapest = Math.min(cheapest, cost);
  // The reading with nothing open stays: every mark may stand alone.
  for (const [key, { cost }] of states) if (cost > cheapest + HOPELESS && key !== 0) states.delete(key);
}

/** The cheapest reading of a block's marks: of all ways to pair them, the one that takes least to believe. */
export function readBlock(block: number, marks: readonly Mark[], conventions: readonly Convention[]): Reading {
  let states = new Map<number, State>([[0, { cost: 0, open: null, role: Role.NEITHER, partner: -1, before: null }]]);
  for (let m = 0; m < marks.length; m++) {
    const mark = marks[m];
    const opens = roleCost(mark, Role.OPENS, conventions);
    const closes = roleCost(mark, Role.CLOSES, conventions);
    const neither = neitherCost(mark);
    const nestedAgainst = mark.lean < -1 ? COST.nestedAgainst : 0;
    const twisted = mark.lean > 1 && usualRole(mark, conventions) === Role.OPENS ? COST.twisted : 0;
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
        const nested = !open ? 0 : (holdsFamily(open, marks, mark.family) ? COST.nested : COST.nestedOther) + nestedAgainst;
        const inner = { mark: m, outer: open, depth: depth + 1, key: (open?.key ?? 0) * PAIRS.length + mark.family + 1 };
        offer(state, opens + nested - COST.span * m, inner, Role.OPENS, -1);
      }
      if (open) {
        const opening = marks[open.mark];
        const mixed = opening.family !== mark.family && mark.glyph !== DOUBLE_PRIME ? COST.mixed : 0;
        const empty = open.mark === m - 1 && mark.touches ? COST.empty : 0;
        const length = mark.offset - opening.offset;
        const distance = Math.min(COST.farthest, COST.distance * length) + twisted * length;
        const across = mark.lean > 1 && opening.sentence < mark.sentence ? COST.acrossSentences : 0;
        offer(state, closes + mixed + empty + across + distance + COST.span * m, open.outer, Role.CLOSES, open.mark);
      }
      offer(state, opens + COST.alone, open, Role.OPENS, -1);
      offer(state, closes + COST.alone, open, Role.CLOSES, -1);
      if (neither < COST.never) offer(state, neither, open, Role.NEITHER, -1);
    }
    states = next;
    prune(states);
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

/** The mark that plays `role` beside a mark of `family`. */
export function markFor(family: number, role: Role, conventions: readonly Convention[]): string {
  const turned = conventions[family].order === 'turned';
  return PAIRS[family][(role === Role.OPENS) !== turned ? 0 : 1];
}
