import type { Article } from '../text/article';
import { CLASS, Class, isStop } from '../text/characters';
import { DOUBLE_PRIME, Family, glyphAt, type Mark, Role } from '../text/quotations';
import { type Convention, markFor, type Quotations, type Reading } from './quotes';
import { type Edit, type Fix, type Problem, rule } from './rule';
import page from './unbalanced-quote.md';

/** A mark without a partner in its block. */
interface Lone {
  readonly reading: Reading;
  readonly m: number;
}

/** How many blocks a quotation over several paragraphs may span before its close is taken for another fault. */
const FARTHEST = 12;

/** Longest quotation of several sentences, in UTF-16 units, that is guessed to end where its block does. */
const LONGEST_GUESS = 500;

/** Quotation marks without a partner. */
export const unbalancedQuote = rule({
  id: 'unbalanced-quote',
  group: 'quotes',
  severity: 'warning',
  summary: 'A quotation mark has no partner.',
  page,
  messages: {
    unclosed: 'The quotation that {mark} opens is never closed.',
    unopened: '{mark} closes a quotation that was never opened.',
    doubled: '{mark} stands twice where it should stand once.',
    mixed: 'The quotation opens with {opening} and closes with {closing}.',
    stray: '{mark} quotes nothing.',
    insert: 'Insert {mark}',
    remove: 'Remove {mark}',
    open: 'Open with {mark}',
    close: 'Close with {mark}',
  },
  options: {},

  *check(article, { facts: { quotations } }) {
    if (quotations.readings.length === 0 && quotations.rows.length === 0) return;
    const problems: Problem[] = quotations.rows.map(([start, end]) => {
      return { start, end, message: 'stray', slots: { mark: article.text.slice(start, end) }, data: { kind: 'stray' } };
    });
    for (const lone of findLone(article, quotations.readings)) problems.push(loneProblem(article, lone, quotations.conventions));
    for (const reading of quotations.readings) problems.push(...pairProblems(reading, quotations));
    yield* problems.sort((a, b) => a.start - b.start);
  },
});

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
      if (reading.roles[m] === Role.CLOSES) {
        if (!near) found.push(lone);
        else running.delete(family);
      } else if (near && m === 0 && reading.marks[m].opensBlock) {
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

/** Pairs whose ends differ, and quotations that are marked twice over. */
function* pairProblems({ marks, partners }: Reading, { conventions, marks: counts }: Quotations): Iterable<Problem> {
  for (let first = 0; first < marks.length; first++) {
    const last = partners[first];
    if (last <= first) continue;
    const [opening, closing] = [marks[first], marks[last]];
    if (opening.family !== closing.family && closing.glyph !== DOUBLE_PRIME) {
      // The kind that the article hardly writes is the slip; else the close, which was typed later.
      const opens = counts[closing.family] > 2 * counts[opening.family];
      const [wrong, right] = opens ? [opening, closing] : [closing, opening];
      const mark = markFor(right.family, opens ? Role.OPENS : Role.CLOSES, conventions);
      const fix: Fix = { title: opens ? 'open' : 'close', slots: { mark }, safe: false, edits: [replace(wrong, mark)] };
      yield at(wrong, 'mixed', [fix], { opening: opening.glyph, closing: closing.glyph });
    }
    // ‹‹…›› stands for «…» where a typist has no other marks.
    const isDoubled =
      opening.family !== Family.SINGLE && partners[first + 1] === last - 1 && last - 1 > first + 1 && marks[first + 1].touches && marks[last].touches;
    if (isDoubled && marks[first + 1].glyph === opening.glyph && marks[last - 1].glyph === closing.glyph) {
      const edits = [replace(opening, ''), replace(closing, '')];
      yield at(opening, 'doubled', [{ title: 'remove', slots: { mark: opening.glyph }, safe: false, edits }], { mark: opening.glyph });
    }
  }
}

function loneProblem(article: Article, { reading, m }: Lone, conventions: readonly Convention[]): Problem {
  const { marks, roles, block } = reading;
  const mark = marks[m];
  const slots = { mark: mark.glyph };
  const twin = [marks[m - 1], marks[m + 1]].find((other) => other?.glyph === mark.glyph && Math.abs(other.offset - mark.offset) === 1);
  const remove: Fix = { title: 'remove', slots, safe: false, edits: [replace(mark, '')] };
  if (twin) return at(mark, 'doubled', [remove], slots);
  const opens = roles[m] === Role.OPENS;
  const partner = markFor(mark.family, opens ? Role.CLOSES : Role.OPENS, conventions);
  const end = article.blocks.end[block];
  let place = -1;
  if (opens) {
    const stop = beforeStops(article.text, mark.offset, end);
    const oneSentence = isOneSentence(article.text, mark.offset, stop);
    const last = marks[marks.length - 1];
    // Where another quotation ends the sentence too, the first mark was one too many.
    if (oneSentence && last.offset === stop - 1 && last !== mark) return at(mark, 'unclosed', [remove], slots);
    if (oneSentence || (marks.length === m + 1 && stop - mark.offset <= LONGEST_GUESS)) place = stop;
  } else {
    place = afterColon(article.text, m > 0 ? marks[m - 1].offset + 1 : article.blocks.start[block], mark.offset);
  }
  const fixes: Fix[] =
    place < 0 ? [] : [{ title: 'insert', slots: { mark: partner }, safe: false, edits: [{ start: place, end: place, text: partner }] }];
  return at(mark, opens ? 'unclosed' : 'unopened', fixes, slots);
}

/** Where the sentence signs start that end the text before `end`. */
function beforeStops(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (isStop(text.charCodeAt(at - 1)) || CLASS[text.charCodeAt(at - 1)] === Class.BLANK)) at--;
  return at;
}

/** Nobody writes sentences of more UTF-16 units, and to look through more for every mark would take minutes. */
const LONGEST_SENTENCE = 2000;

/** Whether no sentence ends between `start` and `end`. */
function isOneSentence(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_SENTENCE) return false;
  for (let at = start; at < end; at++) {
    if (isStop(text.charCodeAt(at)) && CLASS[text.charCodeAt(at + 1)] === Class.BLANK) return false;
  }
  return true;
}

/** The start of the word after the only colon between `start` and `end`, -1 where there isn't just one. */
function afterColon(text: string, start: number, end: number): number {
  const before = text.slice(Math.max(start, end - LONGEST_SENTENCE), end);
  const found = before.indexOf(':');
  if (found < 0 || before.includes(':', found + 1)) return -1;
  const colon = end - before.length + found;
  let at = colon + 1;
  while (at < end && CLASS[text.charCodeAt(at)] === Class.BLANK) at++;
  return at > colon + 1 && at < end ? at : -1;
}

const replace = ({ offset }: Mark, text: string): Edit => ({ start: offset, end: offset + 1, text });

function at({ offset }: Mark, kind: string, fixes: readonly Fix[], slots: Problem['slots']): Problem {
  return { start: offset, end: offset + 1, message: kind, slots: slots ?? {}, fixes, data: { kind } };
}
