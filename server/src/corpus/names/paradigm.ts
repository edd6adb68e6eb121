import { ALEF, encodeWord, LAM, WAW } from './alphabet';
import type { Lexicon } from './lexicon';

/** The codes of an ending. */
const encode = (ending: string): Uint8Array => Uint8Array.from(encodeWord(ending));

/**
 * Endings that Arabic words take and foreign names don't. The nisba (ي ية) is not among them: it is made of every place
 * and of many a person.
 */
const ENDINGS = ['ها', 'هم', 'نا', 'ات', 'ين', 'ون', 'ان', 'وا', 'تها', 'ته', 'تين', 'هما', 'ه', 'ا', 'ة', 'ت', 'ك'].map(encode);
/** Those that hardly end a foreign name. */
const OWN_ENDINGS = ['ها', 'هم', 'ات', 'ين', 'ون', 'تها', 'ته', 'تين', 'هما', 'ه', 'ا', 'ة'].map(encode);
/** Those that end many a foreign name: they are endings only where the stem is much commoner, as كان is beside كانوا. */
const DOUBTFUL_ENDINGS = ['وا', 'ت', 'نا', 'ان', 'ك'].map(encode);
const MUCH_COMMONER = 2;
const BARE = new Uint8Array(0);
const BARE_OR_ENDING = ['', 'ات', 'ين', 'ون', 'ان', 'ة'].map(encode);
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
  /** By word, what `alone` says; NaN where nobody asked yet. */
  private readonly known: Float64Array;

  constructor(private readonly lexicon: Lexicon) {
    this.known = new Float64Array(lexicon.limit).fill(Number.NaN);
  }

  /** Log-odds that the word is a foreign name. `partner` doesn't count: it is the other spelling in question. */
  odds(id: number, partner: number): number {
    return this.areKin(id, partner) ? this.oddsOf(id, partner) : this.alone(id);
  }

  /** The same for any partner that is no relative (`areKin`). */
  alone(id: number): number {
    if (Number.isNaN(this.known[id])) this.known[id] = this.oddsOf(id, 0);
    return this.known[id];
  }

  private oddsOf(id: number, partner: number): number {
    return oddsOfRatio((this.relatives(id, partner) + 0.1) / (this.lexicon.usualWeight(id) + 4));
  }

  /** Whether one word could be a relative of the other: they part in the last letters only. */
  areKin(a: number, b: number): boolean {
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
    const length = to - from;
    if (length < SHORTEST) return 0;
    const weight = lexicon.usualWeight(id);
    let mass = 0;
    lexicon.readStem([], from, to);
    for (const ending of ENDINGS) mass += this.massOf(lexicon.among(length, ending), id, partner);
    for (const ending of OWN_ENDINGS) {
      // The ending may be the word's own: وزيرة beside وزير.
      const stem = length - ending.length;
      if (stem >= SHORTEST && endsWith(codes, to, ending)) mass += this.massOf(lexicon.among(stem, BARE), id, partner);
    }
    for (const ending of DOUBTFUL_ENDINGS) {
      const stem = length - ending.length;
      if (stem < SHORTEST || !endsWith(codes, to, ending)) continue;
      const found = lexicon.among(stem, BARE);
      if (lexicon.massFound(found) > MUCH_COMMONER * weight) mass += this.massOf(found, id, partner);
    }
    const isDefinite = codes[from] === ALEF && codes[from + 1] === LAM;
    if (!isDefinite || length - 2 >= SHORTEST) {
      const bare = isDefinite ? from + 2 : from;
      lexicon.readStem(isDefinite ? [] : WITH_AL, bare, to);
      for (const ending of BARE_OR_ENDING) mass += this.massOf(lexicon.among(to - bare, ending), id, partner);
    }
    if (PERSONS.includes(codes[from])) mass += this.otherPersons(id, partner);
    if (codes[from] === WAW && id <= lexicon.size && lexicon.base[id] === id) mass += this.relativesOfRest(from + 1, to);
    return mass;
  }

  /** Occurrences of a word that is a relative of `id`: neither is a form of the other, nor of its partner. */
  private massOf(found: number, id: number, partner: number): number {
    const { lexicon } = this;
    const { base } = lexicon;
    return found !== id && found !== partner && base[found] !== id && base[found] !== partner ? lexicon.massFound(found) : 0;
  }

  /** Occurrences of the relatives of what stands behind و, which may be a word that the corpus lacks: وتماسكا is no name, as تماسك is none. */
  private relativesOfRest(from: number, to: number): number {
    const { lexicon } = this;
    const { codes } = lexicon.spellings;
    const length = to - from;
    if (length <= SHORTEST) return 0;
    let mass = 0;
    lexicon.readStem([], from, to);
    for (const ending of ENDINGS) mass += lexicon.massFound(lexicon.among(length, ending));
    for (const ending of OWN_ENDINGS) {
      const stem = length - ending.length;
      if (stem >= SHORTEST && endsWith(codes, to, ending)) mass += lexicon.massFound(lexicon.among(stem, BARE));
    }
    lexicon.readStem(WITH_AL, from, to);
    for (const ending of BARE_OR_ENDING) mass += lexicon.massFound(lexicon.among(length, ending));
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
      const times = person === codes[from] || found === partner ? 0 : lexicon.massFound(found);
      if (times === 0) continue;
      persons++;
      mass += times;
    }
    return persons > 1 ? mass : 0;
  }
}

function endsWith(codes: Uint8Array, to: number, ending: Uint8Array): boolean {
  for (let i = 0; i < ending.length; i++) if (codes[to - ending.length + i] !== ending[i]) return false;
  return true;
}

/** Relatives per occurrence in names and in words: 0.00 for أوباما and لافروف, 0.2 for وزير, 0.35 for حسن. Between them lies this. */
const BORDER = 0.025;

/** Log-odds that a word with so many relatives an occurrence is a foreign name. */
const oddsOfRatio = (value: number): number => Math.max(-6, Math.min(2, -1.1 * Math.log(value / BORDER)));
