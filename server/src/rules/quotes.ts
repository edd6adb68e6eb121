import type { Leftovers } from '../corpus/leftovers/leftovers';
import type { Order, SourceStyle } from '../corpus/style/habits';
import type { Article } from '../text/article';
import { ALEF, CLASS, Class } from '../text/characters';
import { type Convention, type Reading, readBlock, usualRole } from '../text/pairing';
import { DOUBLE_PRIME, Family, forEachQuotingBlock, glyphAt, LOW_MARK, type Mark, PAIRS, Role, readLeans, readMarks } from '../text/quotations';
import { countUsage, USAGE_LENGTH, usageOf } from '../text/usage';
import type { Edit } from './rule';

/** A mark without a partner in its block, or in one that goes on with its quotation. */
export interface Lone {
  readonly reading: Reading;
  readonly m: number;
}

/** How many blocks a quotation over several paragraphs may span before its close is taken for another fault. */
const FARTHEST = 12;

/** All that the rules ask about the quotation marks of an article. */
export interface Quotations {
  /** Blocks whose marks aren't plainly right, in reading order. */
  readonly readings: readonly Reading[];
  /** The first and one after the last of `article.quotes`, for each block whose marks are plainly right: they open and close in turn. */
  readonly plain: readonly (readonly [from: number, to: number])[];
  /** The marks that are no ends of a quotation, not even of one over several paragraphs. */
  readonly lone: readonly Lone[];
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

/** So many marks that touch quote nothing. */
const ROW = 5;

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

const NOTHING: Quotations = { readings: [], plain: [], lone: [], conventions: [], rows: [], marks: [] };

/** Half of a ل that was read in a wrong encoding: ظ„. */
const isMisread = (text: string, at: number): boolean => text[at] === LOW_MARK && text[at - 1] === 'ظ';

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
  const conventions: Convention[] = [
    conventionOf(counts, Family.GUILLEMETS, house?.guillemetOrder.way ?? null, article, false),
    conventionOf(counts, Family.CURLY, house?.curlyOrder.way ?? null, article, hasLowMarks),
    neutral,
    neutral,
    { order: 'usual', known: true },
    neutral,
  ];
  const readings: Reading[] = [];
  const plain: [number, number][] = [];
  const rows: [number, number][] = [];
  forEachQuotingBlock(article, (block, from, to) => {
    if (isPlain(article, from, to, leans, conventions)) {
      plain.push([from, to]);
      return;
    }
    const marks: Mark[] = [];
    for (const mark of readMarks(article, from, to, start[block], end[block])) {
      if (
        leftovers.covers(mark.offset, mark.offset + 1) ||
        isMisread(text, mark.offset) ||
        (article.language === 'other' && mark.family >= Family.BRACES)
      )
        continue;
      if (mark.run < ROW) marks.push(mark);
      else if (!mark.touches) rows.push([mark.offset, mark.offset + mark.run]);
    }
    if (marks.length > 0) readings.push(readBlock(block, marks, conventions));
  });
  return { readings, plain, lone: withoutTanwin(text, findLone(article, readings)), conventions, rows, marks: families };
}

/** A straight mark right after alef may stand for the tanwin that shares its key, يوما"; once, it may as well close a quotation. */
const TANWIN_HABIT = 2;

/** The lone marks without those that an article writes for tanwin. */
function withoutTanwin(text: string, lone: readonly Lone[]): readonly Lone[] {
  const isTanwin = ({ reading: { marks, roles }, m }: Lone): boolean =>
    marks[m].family === Family.STRAIGHT && roles[m] === Role.CLOSES && text.charCodeAt(marks[m].offset - 1) === ALEF;
  return lone.filter(isTanwin).length < TANWIN_HABIT ? lone : lone.filter((mark) => !isTanwin(mark));
}

/** The lone marks that aren't ends of a quotation over several paragraphs. */
function findLone(article: Article, readings: readonly Reading[]): Lone[] {
  const found: Lone[] = [];
  const addUnclosed = (opened: readonly Lone[]): void => {
    // The repetitions of an opening are one fault with it; the last may stand before a paragraph that repeats and closes it.
    const final = opened[opened.length - 1];
    if (!startsWith(article, final.reading.block + 1, final.reading.marks[final.m].family) && !sharesClose(article, final)) found.push(final);
  };
  /** Per family: the marks that opened a quotation which still runs, one a paragraph. */
  const running = new Map<number, Lone[]>();
  for (const reading of readings) {
    for (let m = 0; m < reading.marks.length; m++) {
      if (reading.partners[m] >= 0 || reading.roles[m] === Role.NEITHER) continue;
      const lone = { reading, m };
      const { family } = reading.marks[m];
      const opened = running.get(family) ?? [];
      const near =
        opened.length > 0 && reading.block > opened[0].reading.block && reading.block - opened[opened.length - 1].reading.block <= FARTHEST;
      const goesOn = near && m === 0 && reading.marks[m].opensBlock;
      // Where the place tells nothing, a mark closes what is open.
      if (reading.roles[m] === Role.CLOSES || (near && !goesOn && reading.marks[m].lean === 0)) {
        if (!near) found.push(lone);
        else running.delete(family);
      } else if (goesOn) {
        running.set(family, [...opened, lone]);
      } else {
        // The close of the earlier one never came.
        if (opened.length > 0) addUnclosed(opened);
        running.set(family, [lone]);
      }
    }
  }
  for (const opened of running.values()) addUnclosed(opened);
  return found;
}

/** Russian, for one, writes a single mark where two quotations end in the same kind: «Роман «Идиот». */
function sharesClose({ language }: Article, { reading: { marks, partners }, m }: Lone): boolean {
  return language === 'other' && marks.some(({ family }, other) => other > m && family === marks[m].family && partners[other] > m);
}

/** Whether a block starts with a mark of the family. */
function startsWith({ text, blocks }: Article, block: number, family: number): boolean {
  return block < blocks.count && isQuote(text, blocks.start[block]) && glyphAt(text, blocks.start[block]).family === family;
}

const isQuote = (text: string, offset: number): boolean => CLASS[text.charCodeAt(offset)] === Class.QUOTE;

/** Whether a lone mark stands beside another of its kind: one of the two is too many. */
export const isTwin = ({ reading: { marks }, m }: Lone): boolean =>
  [marks[m - 1], marks[m + 1]].some((other) => other?.glyph === marks[m].glyph && Math.abs(other.offset - marks[m].offset) === 1);

/** Whether all marks of a block have found their partner. */
export const isBalanced = ({ roles, partners }: Reading): boolean => roles.every((role, m) => role === Role.NEITHER || partners[m] >= 0);

/** The edit that puts `text` in place of a mark. */
export const replaceMark = ({ offset }: Mark, text: string): Edit => ({ start: offset, end: offset + 1, text });

/** Whether a mark does what its glyph is not for, by the order that its family has in the article. */
export const isTurned = (mark: Mark, role: Role, conventions: readonly Convention[]): boolean =>
  mark.usual !== Role.NEITHER && conventions[mark.family].order !== 'any' && usualRole(mark, conventions) !== role;
