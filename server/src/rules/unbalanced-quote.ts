import type { Article } from '../text/article';
import { CLASS, Class, isStop } from '../text/characters';
import { type Convention, markFor, type Reading } from '../text/pairing';
import { type Mark, Role, Side } from '../text/quotations';
import { Holds } from './holdings';
import { isTurned, isTwin, type Lone, type Quotations } from './quotes';
import { type Edit, type Fix, type Problem, rule } from './rule';
import page from './unbalanced-quote.md';

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
    alone: '{mark} has no partner.',
    either: 'One of the quotation marks here has no partner: {mark} or its neighbour.',
    apart: '{mark} has no partner, or it quotes with {other} what stands between the two, and both are out of place.',
    stray: '{mark} quotes nothing.',
    insert: 'Insert {mark}',
    insertTurned: 'Write {own} here and insert {mark}',
    remove: 'Remove {mark}',
  },
  options: {},
  needs: Holds.QUOTE,

  *check(article, { facts: { quotations } }) {
    const problems: Problem[] = quotations.rows.map(([start, end]) => {
      return { start, end, message: 'stray', slots: { mark: article.text.slice(start, end) }, data: { kind: 'stray' } };
    });
    const isLookedUp = quotations.lone.length > 0 && quotations.lone.length <= MOST_LOOKED_UP;
    const quoted = isLookedUp ? readQuoted(article.text, pairsOf(article, quotations)) : NOTHING_QUOTED;
    for (const lone of quotations.lone) if (!isTwin(lone)) problems.push(loneProblem(article, lone, quotations.conventions, quoted));
    yield* problems.sort((a, b) => a.start - b.start);
  },
});

function loneProblem(article: Article, { reading, m }: Lone, conventions: readonly Convention[], { words, closes }: Quoted): Problem {
  const { marks, roles, block } = reading;
  const mark = marks[m];
  const slots = { mark: mark.glyph };
  const remove: Fix = { title: 'remove', slots, safe: false, edits: [replace(mark, '')] };
  // Whether it was to open or to close can't be told by where it stands, or its shape says one and its place the other.
  const isBetween = mark.lean === 0 || (mark.before === Side.BLANK && mark.after === Side.BLANK && !followsColon(mark));
  if (isBetween || mark.lean * roles[m] < 0) return at(mark, 'alone', [], slots);
  const facing = facingAway(reading, m);
  if (facing) return at(mark, 'apart', [], { ...slots, other: facing.glyph });
  const opens = roles[m] === Role.OPENS;
  const partner = markFor(mark.family, opens ? Role.CLOSES : Role.OPENS, conventions);
  const end = article.blocks.end[block];
  let place = opens ? endOfKnown(article.text, mark.offset + 1, words) : startOfKnown(article.text, mark.offset, words);
  if (place < 0) place = edgeOfOuter(article.text, reading, m);
  const either = place < 0 && hasRival(reading, m);
  if (place >= 0) {
    // The same words stand quoted elsewhere.
  } else if (opens) {
    const stop = beforeStops(article.text, mark.offset, end);
    const oneSentence = isOneSentence(article.text, mark.offset, stop);
    const last = marks[marks.length - 1];
    // Where another quotation ends the sentence too, the first mark was one too many.
    if (oneSentence && last.offset === stop - 1 && last !== mark) return at(mark, either ? 'either' : 'unclosed', [remove], slots);
    if (oneSentence || (marks.length === m + 1 && stop - mark.offset <= LONGEST_GUESS)) place = behindStops(article.text, stop, end, closes);
  } else {
    place = afterColon(article.text, m > 0 ? marks[m - 1].offset + 1 : article.blocks.start[block], mark.offset);
  }
  if (either) return at(mark, 'either', [], slots);
  // Amid a sentence it may as well open, with the blank on the wrong side.
  if (place < 0 && !opens && mark.before === Side.WORD && mark.after === Side.BLANK) return at(mark, 'alone', [], slots);
  const fixes: Fix[] = place < 0 ? [] : [insertion(mark, roles[m], partner, place, conventions)];
  return at(mark, opens ? 'unclosed' : 'unopened', fixes, slots);
}

/** Whether a mark between two blanks leans to what it announces: so it does behind a colon alone. */
const followsColon = ({ lean }: Mark): boolean => lean > 0;

/** Whether a neighbour could as well be the one without a partner. */
function hasRival({ marks, roles, partners }: Reading, m: number): boolean {
  // The pair around it is of another kind; whoever mixes them may have meant either end.
  if (m > 0 && partners[m - 1] === m + 1) return true;
  const other = roles[m] === Role.OPENS ? m + 1 : m - 1;
  const [mark, rival] = [marks[m], marks[other]];
  // It does the same where its shape and place say so too, and would leave its partner to this one.
  if (roles[other] !== roles[m] || partners[other] < 0) return false;
  if (rival.glyph !== mark.glyph || rival.lean * roles[m] <= 0 || rival.sentence !== mark.sentence) return false;
  // What opens a paragraph or stands behind a colon surely opens, and a close amid the sentence is rather that of the few words before it.
  const close = marks[partners[other]];
  return roles[m] === Role.CLOSES || !(mark.lean === 3 || mark.opensBlock) || close.lean === -3 || close.after === Side.EDGE;
}

/** The other of two marks without partners that close and open around a few words, as where both stand one word off: النادي» كبير “وعريق. */
function facingAway({ marks, roles, partners }: Reading, m: number): Mark | null {
  const other = roles[m] === Role.OPENS ? m - 1 : m + 1;
  if (other < 0 || other >= marks.length || partners[other] >= 0) return null;
  const [mark, facing] = [marks[m], marks[other]];
  if (roles[other] !== -roles[m] && !(facing.floats && facing.usual === -roles[m])) return null;
  return facing.sentence === mark.sentence && Math.abs(facing.offset - mark.offset) <= LONGEST_TERM ? facing : null;
}

/** Puts the partner in its place, and turns the mark itself where it faces the wrong way. */
function insertion(mark: Mark, role: Role, partner: string, place: number, conventions: readonly Convention[]): Fix {
  const insert: Edit = { start: place, end: place, text: partner };
  if (!isTurned(mark, role, conventions)) return { title: 'insert', slots: { mark: partner }, safe: false, edits: [insert] };
  const own = markFor(mark.family, role, conventions);
  return { title: 'insertTurned', slots: { own, mark: partner }, safe: false, edits: [replace(mark, own), insert] };
}

/**
 * Where the quotation around a mark of another kind ends, if nothing but words stands between: there the partner was forgotten beside the other mark,
 * «“نعم». For a mark that closes, where that quotation begins, if it is a word from there. -1 elsewhere.
 */
function edgeOfOuter(text: string, { marks, roles, partners }: Reading, m: number): number {
  const step = roles[m];
  const outer = m + step;
  if (step === Role.NEITHER || outer < 0 || outer >= marks.length || roles[outer] !== -step || marks[outer].family === marks[m].family) return -1;
  if (partners[outer] < 0 || (partners[outer] - m) * step > 0) return -1;
  const [from, to] = step > 0 ? [marks[m].offset + 1, marks[outer].offset] : [marks[outer].offset + 1, marks[m].offset];
  for (let at = from; at < to; at++) if (!isOfWord(text, at) && (step < 0 || CLASS[text.charCodeAt(at)] !== Class.BLANK)) return -1;
  return step > 0 ? to : from;
}

/** Names and terms are quoted again and again; longer quotations are not. */
const LONGEST_TERM = 40;
/** So many terms are compared with at most, and no article with more lone marks is looked through: each would be compared with each. */
const MOST_TERMS = 200;
const MOST_LOOKED_UP = 100;

/** What the article quotes, and how. */
interface Quoted {
  /** What stands quoted, longest first, if it is short. */
  readonly words: readonly string[];
  /** How many quotations close behind the sign that ends their sentence, less those that close before it: full stops, and marks that ask or call. */
  readonly closes: { readonly stop: number; readonly call: number };
}

const NOTHING_QUOTED: Quoted = { words: [], closes: { stop: 0, call: 0 } };

/** The offsets of the two marks of each quotation. */
function* pairsOf({ quotes }: Article, { plain, readings }: Quotations): Generator<readonly [opening: number, closing: number]> {
  for (const [from, to] of plain) for (let q = from; q < to; q += 2) yield [quotes[q], quotes[q + 1]];
  for (const { marks, partners } of readings) {
    for (let m = 0; m < marks.length; m++) if (partners[m] > m) yield [marks[m].offset, marks[partners[m]].offset];
  }
}

function readQuoted(text: string, pairs: Iterable<readonly [opening: number, closing: number]>): Quoted {
  const found = new Set<string>();
  const closes = { stop: 0, call: 0 };
  for (const [opening, closing] of pairs) {
    if (closing - opening > 2 && closing - opening - 1 <= LONGEST_TERM && found.size < MOST_TERMS) found.add(text.slice(opening + 1, closing));
    if (CALLS.includes(text[closing - 1])) closes.call++;
    else if (CALLS.includes(text[closing + 1])) closes.call--;
    else if (text[closing - 1] === '.' && text[closing - 2] !== '.') closes.stop++;
    else if (text[closing + 1] === '.' && text[closing + 2] !== '.') closes.stop--;
  }
  return { words: [...found].sort((a, b) => b.length - a.length), closes };
}

const CALLS = '؟?!';

/** Where the mark belongs that closes at the stops from `at` on: before them, or behind those that the article's other quotations hold. */
function behindStops(text: string, at: number, end: number, closes: Quoted['closes']): number {
  let place = at;
  if (closes.call > 0) while (place < end && CALLS.includes(text[place])) place++;
  return place === at && closes.stop > 0 && text[at] === '.' && text[at + 1] !== '.' ? at + 1 : place;
}

/** Where the term ends that starts at `start`, -1 where none does. */
function endOfKnown(text: string, start: number, words: readonly string[]): number {
  const term = words.find((word) => text.startsWith(word, start) && !isOfWord(text, start + word.length));
  return term === undefined ? -1 : start + term.length;
}

/** Where the term starts that ends at `end`, -1 where none does. */
function startOfKnown(text: string, end: number, words: readonly string[]): number {
  const term = words.find((word) => text.endsWith(word, end) && !isOfWord(text, end - word.length - 1));
  return term === undefined ? -1 : end - term.length;
}

const isOfWord = (text: string, at: number): boolean => {
  const is = CLASS[text.charCodeAt(at)];
  return (is >= Class.ARABIC && is <= Class.LETTER) || is === Class.MARK || is === Class.DIGIT;
};

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
