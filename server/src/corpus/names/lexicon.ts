import { finish, SEED_HIGH, SEED_LOW, stepHigh, stepLow } from '../../text/hash';
import type { Vocabulary } from '../vocabulary';
import { ALEF, BEH, FEH, KAF, LAM, LETTERS, UNITS, WAW } from './alphabet';
import { BACKGROUND_TOTAL, backgroundCount, ENOUGH_WORDS, isOrdinary, nameNumber } from './background';
import { nameKey } from './judgement';
import { LONGEST, type Spellings } from './spellings';

/** How often the rest must stand alone against the whole word, for the first letters to be proclitics. Measured on 100,000 articles. */
const RATIO = { and: 1.2, definite: 0.7, other: 2 };
/** A rest of so many letters hardly stands there by chance, and some names follow و more often than not. */
const LONG_REST = 6;
const RATIO_OF_LONG_REST = { and: 0.4, definite: 0.7, other: 1 };
/** Letters of the shortest name. */
export const SHORTEST = 3;
/** Letters that a rest needs which stands nowhere alone. */
const SHORTEST_REST = 5;

/** Bits of a hash that are marked: some eight for each of half a million words. */
const MARKS = (1 << 22) - 1;

const isConjunction = (code: number): boolean => code === WAW || code === FEH;
/** Whether a letter may be a proclitic. */
export const isProclitic = (code: number): boolean => isConjunction(code) || isPreposition(code);
const isPreposition = (code: number): boolean => code === BEH || code === LAM || code === KAF;

/**
 * The words that a corpus holds now, with their counts, by number, and how they are read: `ولافروف` is و and `لافروف`. Numbers
 * above the vocabulary's stand for rests that occur with proclitics alone.
 */
export class Lexicon {
  /** The word without proclitics that a word is a form of; itself where it is whole. */
  readonly base: Uint32Array;
  /** Letters in front of the base; where لل stands before a base with ال, both of them. */
  readonly prefix: Uint8Array;
  /** Occurrences of a word and of its forms with proclitics. */
  readonly mass: Uint32Array;
  /** Another way to read a word, 0 where there is none: whole though its rest is a word (بنظير), or a rest that stands nowhere alone. */
  readonly other: Uint32Array;
  /** Words of the vocabulary; higher numbers are rests. */
  readonly size: number;
  /** Whether the corpus is so small that the background (`background.ts`) is asked, too. */
  readonly isSmall: boolean;
  /** Occurrences of a word with those in the background of a small corpus, to tell common words from rare ones; and of all words, coarsely. */
  readonly usual: Uint32Array;
  readonly usualTotal: number;
  /** Occurrences in the background, by number; and those of the word that was looked up last. */
  private readonly familiar: Uint32Array;
  private familiarFound = 0;
  private ordinaryFound = false;
  private readonly restStarts: number[] = [];
  private readonly restEnds: number[] = [];
  readonly restMasses: number[] = [];
  /** 1 for a rest that stands behind something else than ل. */
  private readonly restIsFree: number[] = [];
  private readonly restNumbers = new Map<number, number>();
  /** A bit for the lowest bits of the high hash of each word: small enough to stay near the processor. */
  private readonly marks = new Uint32Array((MARKS + 1) >>> 5);
  /** Hashes of the beginnings of the stem, by letters. */
  private readonly highs = new Int32Array(LONGEST + 1);
  private readonly lows = new Int32Array(LONGEST + 1);

  constructor(
    private readonly vocabulary: Vocabulary,
    readonly counts: Int32Array,
    readonly spellings: Spellings,
  ) {
    this.size = vocabulary.size;
    this.base = new Uint32Array(this.size + 1);
    this.prefix = new Uint8Array(this.size + 1);
    this.mass = new Uint32Array(this.size + 1);
    this.other = new Uint32Array(this.size + 1);
    let total = 0;
    for (let id = 1; id <= this.size; id++) total += counts[id];
    this.isSmall = coarse(total) < ENOUGH_WORDS;
    this.usualTotal = coarse(this.isSmall ? total + BACKGROUND_TOTAL : total);
    this.familiar = this.isSmall ? familiarOf(vocabulary) : this.mass;
    for (let id = 1; id <= this.size; id++) if (counts[id] > 0) this.mark(vocabulary.high(id));
    for (let id = 1; id <= this.size; id++) if (counts[id] > 0) this.mass[this.resolve(id)] += counts[id];
    for (let id = 1; id <= this.size; id++) if (counts[id] > 0) this.readOtherwise(id);
    for (let id = 1; id <= this.size; id++) if (this.other[id] > this.size && this.isForeignArticle(this.other[id])) this.other[id] = 0;
    this.usual = this.isSmall ? this.mass.map((mass, id) => (this.base[id] === id ? mass + this.familiar[id] : mass)) : this.mass;
  }

  start = (id: number): number => (id <= this.size ? this.spellings.starts[id] : this.restStarts[id - this.size - 1]);
  end = (id: number): number => (id <= this.size ? this.spellings.starts[id + 1] : this.restEnds[id - this.size - 1]);
  /** Occurrences of a spelling, in all forms that are read as it. */
  weight = (id: number): number => (id > this.size ? this.restMasses[id - this.size - 1] : this.base[id] === id ? this.mass[id] : this.counts[id]);
  /** The same with those in the background. */
  usualWeight(id: number): number {
    if (!this.isSmall) return this.weight(id);
    this.find(0, this.start(id), this.end(id));
    return this.weight(id) + this.familiarFound;
  }
  /** Occurrences of the word that `among` or `find` was just asked for and gave as `found`, with those in the background. */
  massFound = (found: number): number => this.mass[found] + this.familiarFound;
  /** Whether a word of a small corpus is known for an ordinary one, itself or behind و. */
  isOrdinary(id: number): boolean {
    if (!this.isSmall || id > this.size) return false;
    if (isOrdinary(this.vocabulary.high(id), this.vocabulary.low(id))) return true;
    const { codes, starts } = this.spellings;
    const [from, to] = [starts[id], starts[id + 1]];
    if (codes[from] !== WAW || to - from <= SHORTEST_REST || this.familiar[id] > 0) return false;
    this.find(0, from + 1, to);
    return this.ordinaryFound;
  }
  /** Whether a large corpus, which knows both words, keeps them apart. */
  areKnownApart(a: number, b: number): boolean {
    if (!this.isSmall || a > this.size || b > this.size || this.familiar[a] === 0 || this.familiar[b] === 0) return false;
    const [one, other] = [a, b].map((id) => nameNumber(this.vocabulary.high(id), this.vocabulary.low(id)));
    return one === 0 || one !== other;
  }
  /** Numbers of words and rests are below this. */
  get limit(): number {
    return this.size + 1 + this.restMasses.length;
  }

  /** The number of a word, 0 where the corpus doesn't hold it. */
  idOf = (word: string): number => this.vocabulary.find(word);

  /** The folded spelling of a word of the vocabulary, whatever its script. */
  spell = (id: number): string => this.vocabulary.word(id);

  /** The key (`nameKey`) of a word or rest. */
  key = (id: number): number => (id <= this.size ? this.vocabulary.key(id) : nameKey(this.word(id)));

  word(id: number): string {
    let word = '';
    for (let i = this.start(id); i < this.end(id); i++) word += LETTERS[this.spellings.codes[i] - 1];
    return word;
  }

  /** Whether a word with ال in front stands without it, too, as in الكونغرس, but not ألمانيا. */
  hasRest = (id: number): boolean => this.find(0, this.start(id) + 2, this.end(id)) !== 0;

  /** Orders words by their letters. */
  compare(a: number, b: number): number {
    const { codes } = this.spellings;
    const [aFrom, bFrom] = [this.start(a), this.start(b)];
    const [n, m] = [this.end(a) - aFrom, this.end(b) - bFrom];
    for (let i = 0; i < n && i < m; i++) {
      const difference = codes[aFrom + i] - codes[bFrom + i];
      if (difference !== 0) return difference;
    }
    return n - m;
  }

  /**
   * Reads `before`, and behind it the letters from `from` to `to`, so that `among` finds words that begin so. What is read
   * stays until the next call.
   */
  readStem(before: readonly number[], from: number, to: number): void {
    let high = SEED_HIGH;
    let low = SEED_LOW;
    for (const code of before) {
      high = stepHigh(high, UNITS[code]);
      low = stepLow(low, UNITS[code]);
    }
    const { codes } = this.spellings;
    this.highs[0] = high;
    this.lows[0] = low;
    for (let i = from; i < to; i++) {
      high = stepHigh(high, UNITS[codes[i]]);
      low = stepLow(low, UNITS[codes[i]]);
      this.highs[i - from + 1] = high;
      this.lows[i - from + 1] = low;
    }
  }

  /** The word of the corpus that is made of what stands before the stem, its first `length` letters, and `ending`; 0 where there is none. */
  among(length: number, ending: Uint8Array): number {
    let high = this.highs[length];
    let low = this.lows[length];
    for (let i = 0; i < ending.length; i++) {
      high = stepHigh(high, UNITS[ending[i]]);
      low = stepLow(low, UNITS[ending[i]]);
    }
    return this.lookUp(finish(high), finish(low));
  }

  /** The number of the word of these letters after `before`, 0 where the corpus doesn't hold it. */
  find(before: number, from: number, to: number): number {
    let high = SEED_HIGH;
    let low = SEED_LOW;
    if (before !== 0) {
      high = stepHigh(high, UNITS[before]);
      low = stepLow(low, UNITS[before]);
    }
    const { codes } = this.spellings;
    for (let i = from; i < to; i++) {
      high = stepHigh(high, UNITS[codes[i]]);
      low = stepLow(low, UNITS[codes[i]]);
    }
    return this.lookUp(finish(high), finish(low));
  }

  private mark(high: number): void {
    this.marks[(high & MARKS) >>> 5] |= 1 << (high & 31);
  }

  /** The number of the word with this hash, 0 where the corpus doesn't hold it. Most that is asked for is no word, which the marks tell sooner. */
  private lookUp(high: number, low: number): number {
    if (this.isSmall) {
      this.familiarFound = backgroundCount(high, low);
      this.ordinaryFound = isOrdinary(high, low);
    }
    if ((this.marks[(high & MARKS) >>> 5] & (1 << (high & 31))) === 0) return 0;
    const id = this.vocabulary.findHash(high, low);
    return this.counts[id] > 0 ? id : 0;
  }

  /** Reads `id` in another way, too, where it begins with what may be a proclitic. */
  private readOtherwise(id: number): void {
    const { codes, starts } = this.spellings;
    const [from, to] = [starts[id], starts[id + 1]];
    if (to - from < SHORTEST || !isProclitic(codes[from])) return;
    if (this.base[id] !== id) {
      // Without ال inside: بالرئيس is no name.
      const isName = this.prefix[id] === 1 && !(codes[from + 1] === ALEF && codes[from + 2] === LAM);
      if (isName) this.other[id] = id;
    } else if (to - from > SHORTEST_REST && this.find(0, from + 1, to) === 0) this.other[id] = this.rest(from + 1, to, this.counts[id]);
  }

  /** Whether a rest is a name whose لا was cut apart: the foreign article in لاريبوبليكا, which is never اريبوبليكا. */
  private isForeignArticle(rest: number): boolean {
    return this.restIsFree[rest - this.size - 1] === 0 && this.spellings.codes[this.start(rest)] === ALEF;
  }

  private rest(from: number, to: number, count: number): number {
    const isFree = this.spellings.codes[from - 1] === LAM ? 0 : 1;
    let key = 0;
    for (let i = from; i < to; i++) key = (key * 43 + this.spellings.codes[i]) % 9007199254740881;
    const known = this.restNumbers.get(key);
    if (known !== undefined) {
      this.restMasses[known - this.size - 1] += count;
      this.restIsFree[known - this.size - 1] |= isFree;
      return known;
    }
    this.restStarts.push(from);
    this.restEnds.push(to);
    this.restIsFree.push(isFree);
    const number = this.size + this.restMasses.push(count);
    this.restNumbers.set(key, number);
    return number;
  }

  /**
   * Takes و ف and ب ل ك off a word where the rest is a word of the corpus that is frequent against the whole; so فيصل and
   * واشنطن stay whole.
   */
  private resolve(id: number): number {
    if (this.base[id] !== 0) return this.base[id];
    this.base[id] = id;
    const { codes, starts } = this.spellings;
    const [from, to] = [starts[id], starts[id + 1]];
    const first = codes[from];
    const joins = isConjunction(first);
    if (to - from < 4 || !isProclitic(first)) return id;
    if (!this.take(id, from, to, 1) && joins && isPreposition(codes[from + 1]) && to - from > 4) this.take(id, from, to, 2);
    return this.base[id];
  }

  /** Tries the word without its first `length` letters. */
  private take(id: number, from: number, to: number, length: number): boolean {
    const { codes } = this.spellings;
    const last = codes[from + length - 1];
    const count = this.counts[id];
    const rest = this.find(0, from + length, to);
    if (rest !== 0) {
      const definite = codes[from + length] === ALEF && codes[from + length + 1] === LAM;
      const ratios = to - from - length >= LONG_REST ? RATIO_OF_LONG_REST : RATIO;
      const factor = definite ? ratios.definite : last === WAW ? ratios.and : ratios.other;
      if (this.counts[rest] >= factor * count) return this.settle(id, rest, length);
    }
    if (last === LAM && codes[from + length] === LAM && to - from - length > 3) {
      const definite = this.find(ALEF, from + length, to);
      if (definite !== 0 && this.counts[definite] >= RATIO.definite * count) return this.settle(id, definite, length + 1);
    }
    return false;
  }

  private settle(id: number, rest: number, length: number): boolean {
    this.base[id] = this.resolve(rest);
    this.prefix[id] = length + this.prefix[rest];
    return true;
  }
}

/** Totals enter in powers of two, so that an edit rarely moves what follows from them. */
export const coarse = (total: number): number => 2 ** Math.round(Math.log2(Math.max(1, total)));

function familiarOf(vocabulary: Vocabulary): Uint32Array {
  const counts = new Uint32Array(vocabulary.size + 1);
  for (let id = 1; id <= vocabulary.size; id++) counts[id] = backgroundCount(vocabulary.high(id), vocabulary.low(id));
  return counts;
}
