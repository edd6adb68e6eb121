import type { Leftovers } from '../corpus/leftovers/leftovers';
import { headlineBlock } from '../corpus/lines';
import { HABITS, type SourceStyle } from '../corpus/style/habits';
import type { Article } from '../text/article';
import { digitValue, ZEROS } from '../text/characters';
import { protectedText } from '../text/protected';
import { SCRIPT_BITS, Script } from '../text/scan';
import { Holds } from './holdings';
import { keepsTo } from './marks';
import page from './mixed-number.md';
import { type Place, recurring } from './recurring';
import { type Problem, rule } from './rule';

/** Digits of one set differ in these bits. */
const DIGIT_BITS = 0xf;

/** Numbers in two sets of digits, one finding an article; thousands with another mark than elsewhere. */
export const mixedNumber = rule({
  id: 'mixed-number',
  group: 'typography',
  severity: 'warning',
  summary: 'Numbers are written in two ways.',
  page,
  messages: {
    once: '{number} is in other digits than the numbers elsewhere in this article.',
    often: {
      by: 'others',
      one: '{number} and one more number are in other digits than those elsewhere in this article.',
      other: '{number} and {others} more numbers are in other digits than those elsewhere in this article.',
    },
    comma: 'a Latin comma',
    arabicComma: 'an Arabic comma',
    separator: 'an Arabic thousands separator',
    stop: 'a full stop',
    mark: 'The thousands of {number} are parted by {mark}, elsewhere in this article by {usual}.',
    write: 'Write {wanted}',
    writeAll: 'Write all {count} in the other digits',
  },
  options: {},
  needs: Holds.NUMBER,

  *check(article, { facts, leftovers }) {
    if (article.language !== 'ar') return;
    if (hasSeveralSets(article, facts.joints)) yield* mixedDigits(article, facts.house, leftovers);
    const thousands = thousandsOf(article, facts.joints);
    if (thousands.length > 1) yield* mixedThousands(article, thousands, leftovers);
  },
});

/** Whether an article has digits of several sets at all: few do, so this is asked first. */
function hasSeveralSets({ text, words }: Article, joints: Uint32Array): boolean {
  let zero = -1;
  for (let j = 0; j < joints.length; j++) {
    const w = joints[j];
    if ((words.kind[w] & SCRIPT_BITS) !== Script.NUMBER) continue;
    const own = text.charCodeAt(words.start[w]) & ~DIGIT_BITS;
    if (zero >= 0 && own !== zero) return true;
    zero = own;
  }
  return false;
}

function* mixedDigits(article: Article, house: SourceStyle | null, leftovers: Leftovers): Iterable<Problem> {
  const sets = numbersBySet(article, leftovers);
  const [most, others] = [...sets].sort((a, b) => b.length - a.length);
  // Scripture keeps the digits that its verses are counted in.
  const fewer = others.filter(([start, end]) => protectedText(article).kindOf(start, end) !== 'scripture');
  if (fewer.length > 0) {
    // A source that mixes them throughout has its reasons, and where the article is at odds with its source its few may be what is right.
    const keeps = keepsTo(most.length, fewer.length) && (house === null || house.digits.way === HABITS.digits[sets.indexOf(most)]);
    yield problem(article, fewer, ZEROS[sets.indexOf(most)], keeps);
  }
}

type Number = readonly [start: number, end: number];

/** The numbers of an article by set of digits; those of its headline, which has a style of its own, of addresses and names in Latin letters are left out. */
function numbersBySet(article: Article, leftovers: Leftovers): readonly (readonly Number[])[] {
  const { text, words, blocks } = article;
  const sets: Number[][] = [[], [], []];
  const headline = blocks.count > 1 ? headlineBlock(article, leftovers) : -1;
  for (let w = 0; w < words.count; w++) {
    if (headline >= 0 && w >= blocks.firstWord[headline] && w < blocks.firstWord[headline + 1]) continue;
    if ((words.kind[w] & SCRIPT_BITS) !== Script.NUMBER) continue;
    const [start, end] = [words.start[w], words.end[w]];
    const set = ZEROS.findIndex((zero) => text.charCodeAt(start) >= zero && text.charCodeAt(start) < zero + 10);
    if (set < 0 || isLatin(words, w - 1, start) || isLatin(words, w + 1, end) || leftovers.covers(start, end)) continue;
    sets[set].push([start, end]);
  }
  return sets;
}

/** Units between a number and a word in Latin letters that belong together: F-16, iOS 8. */
const BESIDE = 2;

function isLatin({ count, start, end, kind }: Article['words'], w: number, at: number): boolean {
  if (w < 0 || w >= count || (kind[w] & SCRIPT_BITS) !== Script.LATIN) return false;
  return Math.min(Math.abs(at - end[w]), Math.abs(start[w] - at)) <= BESIDE;
}

/** What parts thousands: the comma of either script, the Arabic thousands separator, and a stop where it can't part decimals. */
const THOUSANDS = ',،٬.';
/** What messages call them: a sign such as a full stop can't be read in the middle of a sentence. */
const MARK_KEYS: Readonly<Record<string, string>> = { ',': 'comma', '،': 'arabicComma', '٬': 'separator', '.': 'stop' };
const ROUND = new Set(ZEROS.map((zero) => String.fromCharCode(zero).repeat(3)));

/** A number of thousands and where its mark stands, in UTF-16 units. */
interface Thousands {
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

function thousandsOf({ text, words }: Article, joints: Uint32Array): Thousands[] {
  const found: Thousands[] = [];
  for (let j = 0; j + 1 < joints.length; j++) {
    const w = joints[j];
    if ((words.kind[w] & SCRIPT_BITS) !== Script.NUMBER || (words.kind[w + 1] & SCRIPT_BITS) !== Script.NUMBER) continue;
    const start = words.start[w];
    const at = words.end[w];
    const end = words.end[w + 1];
    if (at + 1 !== words.start[w + 1] || end - at !== 4 || at - start > 3 || !THOUSANDS.includes(text[at])) continue;
    if (text[at] !== '.' || ROUND.has(text.slice(at + 1, end))) found.push({ start, at, end });
  }
  return found;
}

/** Thousands that are parted by another mark than most of the article's. Never certain: a stop may part decimals, a comma two numbers. */
function* mixedThousands({ text }: Article, all: readonly Thousands[], leftovers: Leftovers): Iterable<Problem> {
  const found = all.filter(({ start, end }) => !leftovers.covers(start, end));
  const count = (mark: string): number => found.filter(({ at }) => text[at] === mark).length;
  const [usual, other] = [...THOUSANDS].sort((a, b) => count(b) - count(a));
  if (count(other) === 0 || count(usual) === count(other)) return;
  for (const { start, at, end } of found) {
    if (text[at] === usual) continue;
    yield {
      start,
      end,
      message: 'mark',
      slots: { number: text.slice(start, end), mark: { key: MARK_KEYS[text[at]] }, usual: { key: MARK_KEYS[usual] } },
      fixes: [
        {
          title: 'write',
          slots: { wanted: `${text.slice(start, at)}${usual}${text.slice(at + 1, end)}` },
          safe: false,
          edits: [{ start: at, end: at + 1, text: usual }],
        },
      ],
      severity: 'info',
      data: { kind: 'thousands' },
    };
  }
}

function problem({ text }: Article, places: readonly Number[], zero: number, keeps: boolean): Problem {
  const written = (from: number, to: number): string =>
    text.slice(from, to).replace(/\p{Nd}/gu, (digit) => String.fromCharCode(zero + digitValue(digit.charCodeAt(0))));
  const edits = places.map(([start, end]): Place => ({ start, end, text: written(start, end), safe: false }));
  const slots = { number: text.slice(...places[0]), wanted: edits[0].text };
  return { ...recurring(edits, { kind: 'digits' }, slots), severity: keeps ? 'warning' : 'info' };
}
