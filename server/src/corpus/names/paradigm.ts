import { ALEF, encodeWord, LAM, WAW } from './alphabet';
import type { Lexicon } from './lexicon';

/**
 * Endings that Arabic words take and foreign names don't. The nisba (ي ية) is not among them: it is made of every place
 * and of many a person.
 */
const ENDINGS = ['ها', 'هم', 'نا', 'ات', 'ين', 'ون', 'ان', 'وا', 'تها', 'ته', 'تين', 'هما', 'ه', 'ا', 'ة', 'ت', 'ك'].map(encodeWord);
/** Those that hardly end a foreign name. */
const OWN_ENDINGS = ['ها', 'هم', 'ات', 'ين', 'ون', 'تها', 'ته', 'تين', 'هما', 'ه', 'ا', 'ة'].map(encodeWord);
/** Those that end many a foreign name: they are endings only where the stem is much commoner, as كان is beside كانوا. */
const DOUBTFUL_ENDINGS = ['وا', 'ت', 'نا', 'ان', 'ك'].map(encodeWord);
const MUCH_COMMONER = 2;
const NO_ENDING = [[]];
const BARE_OR_ENDING = ['', 'ات', 'ين', 'ون', 'ان', 'ة'].map(encodeWord);
/** Prefixes that verbs swap for one another. */
const PERSONS = encodeWord('يتنأ');
const WITH_AL = encodeWord('ال');

/** Letters of the shortest stem whose relatives mean something. */
const SHORTEST = 3;

/**
 * How often the corpus holds other forms of a word: with ال, with endings, as a verb of another person. An Arabic word has
 * them, a foreign name has not.
 */
export class Paradigms {
  private readonly known = new Map<number, number>();

  constructor(private readonly lexicon: Lexicon) {}

  /** Log-odds that the word is a foreign name. `partner` doesn't count: it is the other spelling in question. */
  odds(id: number, partner: number): number {
    let relatives = this.known.get(id);
    if (relatives === undefined) {
      relatives = this.relatives(id, 0);
      this.known.set(id, relatives);
    }
    if (relatives > 0 && this.areKin(id, partner)) relatives = this.relatives(id, partner);
    return oddsOfRatio((relatives + 0.1) / (this.lexicon.weight(id) + 4));
  }

  /** Whether one word could be a relative of the other: they part in the last letters only. */
  private areKin(a: number, b: number): boolean {
    const { lexicon } = this;
    const { codes } = lexicon.spellings;
    const [aFrom, bFrom] = [lexicon.start(a), lexicon.start(b)];
    const shorter = Math.min(lexicon.end(a) - aFrom, lexicon.end(b) - bFrom);
    for (let i = 0; i < shorter - 1; i++) if (codes[aFrom + i] !== codes[bFrom + i]) return false;
    return true;
  }

  /** Occurrences of the relatives of `id`. */
  private relatives(id: number, partner: number): number {
    const { lexicon } = this;
    const { codes } = lexicon.spellings;
    const [from, to] = [lexicon.start(id), lexicon.end(id)];
    if (to - from < SHORTEST) return 0;
    let mass = 0;
    const add = (found: number): void => {
      const base = lexicon.base[found];
      if (found !== id && found !== partner && base !== id && base !== partner) mass += lexicon.mass[found];
    };
    lexicon.forEach([], from, to, ENDINGS, add);
    if (codes[from] === ALEF && codes[from + 1] === LAM) {
      if (to - from - 2 >= SHORTEST) lexicon.forEach([], from + 2, to, BARE_OR_ENDING, add);
    } else lexicon.forEach(WITH_AL, from, to, BARE_OR_ENDING, add);
    for (const ending of OWN_ENDINGS) {
      // The ending may be the word's own: وزيرة beside وزير.
      if (to - from - ending.length >= SHORTEST && endsWith(codes, to, ending)) lexicon.forEach([], from, to - ending.length, NO_ENDING, add);
    }
    for (const ending of DOUBTFUL_ENDINGS) {
      if (to - from - ending.length < SHORTEST || !endsWith(codes, to, ending)) continue;
      lexicon.forEach([], from, to - ending.length, NO_ENDING, (stem) => {
        if (lexicon.mass[stem] > MUCH_COMMONER * lexicon.weight(id)) add(stem);
      });
    }
    if (PERSONS.includes(codes[from])) mass += this.otherPersons(id, partner);
    if (codes[from] === WAW && id <= lexicon.size && lexicon.base[id] === id) mass += this.relativesOfRest(from + 1, to);
    return mass;
  }

  /** Occurrences of the relatives of what stands behind و, which may be a word that the corpus lacks: وتماسكا is none of تماسك's names. */
  private relativesOfRest(from: number, to: number): number {
    if (to - from <= SHORTEST) return 0;
    const { lexicon } = this;
    const { codes } = lexicon.spellings;
    let mass = 0;
    const add = (found: number): void => {
      mass += lexicon.mass[found];
    };
    lexicon.forEach([], from, to, ENDINGS, add);
    lexicon.forEach(WITH_AL, from, to, BARE_OR_ENDING, add);
    for (const ending of OWN_ENDINGS) {
      if (to - from - ending.length >= SHORTEST && endsWith(codes, to, ending)) lexicon.forEach([], from, to - ending.length, NO_ENDING, add);
    }
    return mass;
  }

  /** Occurrences as a verb of another person; one such word alone is chance. */
  private otherPersons(id: number, partner: number): number {
    const { lexicon } = this;
    const { codes } = lexicon.spellings;
    const [from, to] = [lexicon.start(id), lexicon.end(id)];
    let persons = 0;
    let mass = 0;
    for (const person of PERSONS) {
      const found = person === codes[from] ? 0 : lexicon.find(person, from + 1, to);
      if (found === 0 || found === partner) continue;
      persons++;
      mass += lexicon.mass[found];
    }
    return persons > 1 ? mass : 0;
  }
}

const endsWith = (codes: Uint8Array, to: number, ending: readonly number[]): boolean =>
  ending.every((code, i) => codes[to - ending.length + i] === code);

/** Relatives per occurrence in names and in words: 0.00 for أوباما and لافروف, 0.2 for وزير, 0.35 for حسن. Between them lies this. */
const BORDER = 0.025;

/** Log-odds that a word with so many relatives an occurrence is a foreign name. */
const oddsOfRatio = (value: number): number => Math.max(-6, Math.min(2, -1.1 * Math.log(value / BORDER)));
