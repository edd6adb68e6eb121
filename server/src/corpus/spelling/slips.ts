import { ALEF_MAKSURA, YEH } from '../../text/characters';
import type { Company } from './company';
import { differByHouse, isVowel, slipsFor, soundAlike } from './letters';
import type { Words } from './words';

/** A rare word, and a frequent one that differs from it by one slip of the hand. */
export interface Slip {
  readonly rare: number;
  readonly frequent: number;
  /** Foreign names are spelt in many ways, and these two could be two of them. */
  readonly isSpelling: boolean;
  /** The rare word ends in ي where the frequent one has ى. */
  readonly isYeh: boolean;
}

/** What a slip turns into: the word that was meant, and the nats by which its neighbours say so. */
export interface Correction {
  readonly word: string;
  readonly score: number;
  readonly isYeh: boolean;
}

/** Below so many occurrences a word is no proof that it is one. */
const FREQUENT = 50;
/** More of one slip are a spelling that people choose. */
const RARE = 5;
/** The dots of a final ي are put on ى by habit: the same word more often than other slips. */
const RARE_YEH = 20;
/** How many times as often the frequent word stands. */
const TIMES = 50;
/** Letters that verbs begin with, one for each person: ينتمي and ننتمي are both right. */
const PERSONS = new Set([...'يتنأا'].map((letter) => letter.charCodeAt(0)));
/** What is written in one piece with the next word, and the alef of the article: للأنصار and الأنصار, بجروح and لجروح. */
const PROCLITICS = new Set([...'وفبلكسا'].map((letter) => letter.charCodeAt(0)));
const SHORTEST = 4;
const LONGEST = 24;

/**
 * All pairs of a frequent word and one that the corpus hardly holds, one slip apart: a letter of the same shape or sound or from the next key, a
 * letter left out or written twice, two letters swapped. Made from the frequent words, of which there are few.
 */
export function findSlips(words: Words): Slip[] {
  const slips: Slip[] = [];
  const made = new Uint16Array(LONGEST + 1);
  for (let frequent = 1; frequent <= words.size; frequent++) {
    const count = words.count(frequent);
    if (count < FREQUENT) continue;
    const letters = words.letters(frequent);
    const length = letters.length;
    if (length < SHORTEST || length > LONGEST) continue;
    const most = Math.min(RARE, count / TIMES);
    const look = (size: number, isSpelling: boolean): void => {
      const rare = words.find(made, 0, size);
      if (rare !== 0 && rare !== frequent && words.count(rare) <= most) slips.push({ rare, frequent, isSpelling, isYeh: false });
    };
    if (letters[length - 1] === ALEF_MAKSURA) {
      made.set(letters);
      made[length - 1] = YEH;
      const rare = words.find(made, 0, length);
      if (rare !== 0 && words.count(rare) <= Math.min(RARE_YEH, count / TIMES)) slips.push({ rare, frequent, isSpelling: false, isYeh: true });
    }
    for (let i = 0; i < length; i++) {
      made.set(letters);
      for (const letter of slipsFor.get(letters[i]) ?? []) {
        if (i < 2 && PERSONS.has(letter) && PERSONS.has(letters[i])) continue;
        if (i === 0 && PROCLITICS.has(letter) && PROCLITICS.has(letters[i])) continue;
        made[i] = letter;
        look(length, soundAlike(letter, letters[i]) || (isVowel(letter) && isVowel(letters[i])));
      }
      made[i] = letters[i];
      if (i + 1 < length && letters[i] !== letters[i + 1]) {
        made[i] = letters[i + 1];
        made[i + 1] = letters[i];
        look(length, isVowel(letters[i]) || isVowel(letters[i + 1]));
      }
      made.set(letters);
      made.copyWithin(i, i + 1, length);
      look(length - 1, isVowel(letters[i]));
      // A proclitic before a word that begins with its letter is no slip: ففاطمة.
      if (i === 0 && PROCLITICS.has(letters[i])) continue;
      made.set(letters);
      made.copyWithin(i + 1, i, length);
      look(length + 1, isVowel(letters[i]));
    }
  }
  return slips;
}

/** Asks for the neighbours of the rare words. */
export function watchSlips(slips: readonly Slip[], company: Company): void {
  for (const { rare } of slips) company.watch(rare);
}

/** Asks whether the frequent words stand beside the same neighbours. */
export function expectSlips(slips: readonly Slip[], company: Company): void {
  for (const { rare, frequent } of slips) {
    for (const { left, right } of company.placesOf(rare)) {
      company.expect(left, frequent);
      company.expect(frequent, right);
    }
  }
}

/**
 * Nats by which the neighbours must speak for the frequent word: the fewer letters, the more words there are a slip away. Read off
 * samples of some 190 pairs from 17,000 articles: nearly all above are slips.
 */
const SURE = 4.5;
const sureOf = (length: number): number => (length >= LONG ? SURE : length === LONG - 1 ? 5.5 : 7);
const LONG = 7;
/** For a form that has relatives in the corpus, and so may be a word. */
const SURE_OF_WORD = 9;
const SURE_OF_YEH = 5;
/** The second best word must be worse by so much. */
const LEAD = 2;
/** A foreign name has fewer relatives than this an occurrence. */
const FOREIGN = 0.025;

/** The slips that the neighbours prove, by number of the rare word. */
export function judgeSlips(slips: readonly Slip[], words: Words, company: Company): Map<number, Correction> {
  const best = new Map<number, { slip: Slip; score: number; second: number; bothSides: boolean }>();
  for (const slip of slips) {
    const { score, bothSides } = weigh(slip, company);
    if (score < SURE) continue;
    const known = best.get(slip.rare);
    if (!known || score > known.score) best.set(slip.rare, { slip, score, second: known?.score ?? 0, bothSides });
    else if (known.slip.frequent !== slip.frequent) known.second = Math.max(known.second, score);
  }
  const found = new Map<number, Correction>();
  for (const [rare, { slip, score, second, bothSides }] of best) {
    if (score - second < LEAD) continue;
    const [written, word] = [words.word(rare), words.word(slip.frequent)];
    if (slip.isYeh) {
      if (score >= SURE_OF_YEH && isNoName(word, written, words, slip)) found.set(rare, { word, score, isYeh: true });
      continue;
    }
    if (differByHouse(written, word)) continue;
    if (slip.isSpelling && words.inflections(word, written) < FOREIGN * words.count(slip.frequent)) continue;
    // The more often it stands, the likelier it is a word that the corpus hardly uses.
    if (score < sureOf(written.length) + words.count(rare) - 1 || areInflections(written, word)) continue;
    const isWord = words.relatives(written, word) > 0;
    if (isWord && (score < SURE_OF_WORD || !bothSides)) continue;
    found.set(rare, { word, score, isYeh: false });
  }
  return found;
}

/** Endings that differ by a slip, and that a word may take in turn: يبحثون and يبحثن, عمليات and عمليتا, قاضي and قاضيي. */
const IN_TURN = ['ون ن', 'ات تا', 'ي يي', 'ين ي', 'ا ان'].map((pair) => pair.split(' '));

const areInflections = (a: string, b: string): boolean =>
  IN_TURN.some(([x, y]) =>
    [
      [a, b],
      [b, a],
    ].some(([one, other]) => one.endsWith(x) && other.endsWith(y) && one.slice(0, -x.length) === other.slice(0, -y.length)),
  );

/** Whether the frequent word is one of the language: موسى and عيسى are spelt as their bearers like. */
const isNoName = (word: string, written: string, words: Words, { frequent }: Slip): boolean =>
  PERSONS.has(word.charCodeAt(0)) || words.inflections(word, written) >= FOREIGN * words.count(frequent);

/** How well the frequent word fits where the rare one stands: the mean over its places. */
function weigh({ rare, frequent }: Slip, company: Company): { score: number; bothSides: boolean } {
  const places = company.placesOf(rare);
  let sum = 0;
  let bothSides = places.length > 0;
  for (const { left, right } of places) {
    const before = company.bond(left, frequent);
    const after = company.bond(frequent, right);
    sum += before + after;
    if (before === 0 || after === 0) bothSides = false;
  }
  return { score: places.length === 0 ? 0 : sum / places.length, bothSides };
}
