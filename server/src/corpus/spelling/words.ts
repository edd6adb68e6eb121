import { finish, SEED_HIGH, SEED_LOW, stepHigh, stepLow } from '../../text/hash';
import type { Heard } from '../facet';
import type { Vocabulary } from '../vocabulary';

/** Endings of Arabic words, and what is written in one piece before them. */
const ENDINGS = ['ها', 'هم', 'نا', 'ات', 'ين', 'ون', 'ان', 'وا', 'ه', 'ا', 'ة', 'ت', 'ك', 'ي', 'ية'];
const BEGINNINGS = ['و', 'ف', 'ب', 'ل', 'ك', 'س', 'وال', 'بال', 'فال', 'كال', 'لل'];
const ARTICLE = 'ال';
/** Prefixes that verbs swap for one another. */
const PERSONS = 'يتن';
/** Letters of the shortest word that means something as a relative. */
const SHORTEST = 3;

/** The words that a corpus holds, with their counts: asked for by spelling, by pieces of it, or by number. */
export class Words {
  /** Words have numbers up to this one. */
  readonly size: number;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly heard: Heard,
  ) {
    this.size = Math.min(vocabulary.size, heard.counts.length - 1);
  }

  /** How often a word stands in the corpus, by number. */
  count = (id: number): number => (id > 0 && id <= this.size ? this.heard.counts[id] : 0);
  /** The letters of a word, by number: a view for the moment. */
  letters = (id: number): Uint16Array => this.vocabulary.units(id);
  word = (id: number): string => this.vocabulary.word(id);

  /** The number of the word of these letters, 0 where the corpus doesn't hold it now. */
  find(letters: Uint16Array, from: number, to: number): number {
    let high = SEED_HIGH;
    let low = SEED_LOW;
    for (let i = from; i < to; i++) {
      high = stepHigh(high, letters[i]);
      low = stepLow(low, letters[i]);
    }
    return this.holds(this.vocabulary.findHash(finish(high), finish(low)));
  }

  /** The same by spelling. */
  numberOf = (word: string): number => this.holds(this.vocabulary.find(word));

  private holds = (id: number): number => (id !== 0 && this.count(id) > 0 ? id : 0);

  /** Occurrences of a spelling. */
  countOf = (word: string): number => this.count(this.vocabulary.find(word));

  /**
   * Occurrences of other forms of a word: with other endings, the article, proclitics, as a verb of another person. `except`
   * doesn't count. A slip has none, a word of the language has some.
   */
  relatives(word: string, except: string): number {
    let mass = this.inflections(word, except);
    const seen = new Set([word, except]);
    const meet = (other: string): void => {
      if (other.length < SHORTEST || seen.has(other)) return;
      seen.add(other);
      mass += this.countOf(other);
    };
    for (const beginning of BEGINNINGS) {
      meet(beginning + word);
      if (!word.startsWith(beginning)) continue;
      const rest = word.slice(beginning.length);
      meet(rest);
      if (!beginning.endsWith(ARTICLE)) meet(ARTICLE + rest);
      for (const ending of ENDINGS) if (rest.endsWith(ending)) meet(rest.slice(0, -ending.length));
    }
    if (PERSONS.includes(word[0])) for (const person of PERSONS) meet(person + word.slice(1));
    return mass;
  }

  /** Occurrences with other endings, and with or without the article: a foreign name has hardly any. */
  inflections(word: string, except: string): number {
    const bare = word.startsWith(ARTICLE) ? word.slice(ARTICLE.length) : word;
    let mass = 0;
    for (const stem of [bare, ARTICLE + bare]) {
      for (const ending of ['', ...ENDINGS]) {
        const longer = stem + ending;
        if (longer !== word && longer !== except && longer.length >= SHORTEST) mass += this.countOf(longer);
        if (ending === '' || !stem.endsWith(ending)) continue;
        const shorter = stem.slice(0, -ending.length);
        if (shorter !== word && shorter !== except && shorter.length >= SHORTEST) mass += this.countOf(shorter);
      }
    }
    return mass;
  }
}
