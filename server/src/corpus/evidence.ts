import type { Article } from '../text/article';
import { ballotsOf } from './ballots';
import { copies } from './copies/copies';
import type { Corpus, Facet, Place } from './facet';
import { lines } from './lines';
import type { PairAccount } from './names/explain';
import type { ArabicNames } from './names/judgement';
import { explainPairs, names } from './names/names';
import { explainInScripts, scripts } from './names/scripts/scripts';
import { type NameWishes, NO_WISHES } from './names/wishes';
import type { Piece } from './names/witnesses';
import { profile } from './profile';
import { spelling } from './spelling/spelling';
import { type Portrait, portraitOf } from './style/habits';
import { style } from './style/style';
import { Tally } from './tally';
import { type EncodedVocabulary, Vocabulary } from './vocabulary';

/** All that the corpus knows about, a facet each. A new kind of knowledge is one more entry here. */
export const facets = { lines, names, scripts, spelling, style, profile, copies };

type Facets = typeof facets;
export type FacetName = keyof Facets;
type PieceOf<F> = F extends Facet<infer Piece, infer _Sum, infer _Judged> ? Piece : never;
type SumOf<F> = F extends Facet<infer _Piece, infer Sum, infer _Judged> ? Sum : never;
type JudgedOf<F> = F extends Facet<infer _Piece, infer _Sum, infer Judged> ? Judged : never;

/** What the corpus decided, by facet. Plain data. */
export type Judgement = { readonly [F in FacetName]: JudgedOf<Facets[F]> };

/** What one article tells, by facet. Plain data. */
export interface Summary {
  readonly source: string;
  /** What each block votes by (`ballotsOf`). */
  readonly ballots: Uint32Array;
  readonly pieces: { readonly [F in FacetName]: PieceOf<Facets[F]> };
}

/** Evidence as plain data, for other threads and the disk. */
export interface EncodedEvidence {
  readonly vocabulary: EncodedVocabulary;
  readonly summaries: readonly (readonly [id: string, summary: Summary])[];
}

const NAMES = Object.keys(facets) as FacetName[];
// One place where the facets' own types meet the loop over all of them.
const anyFacet = (name: FacetName): Facet<unknown, unknown, unknown> => facets[name] as unknown as Facet<unknown, unknown, unknown>;

/** A corpus of no articles. */
const UNHEARD: Corpus = {
  vocabulary: new Vocabulary(),
  sources: [],
  present: [],
  articles: [],
  wishes: NO_WISHES,
  heard: { counts: new Int32Array(0), texts: () => [] },
};

/** Does a step of a facet; who wants to know what it takes may look at the clock around it. */
export type Watch = <Result>(facet: FacetName, step: 'evidence' | 'judgement', work: () => Result) => Result;
const UNWATCHED: Watch = (_facet, _step, work) => work();

function summarise(article: Article, vocabulary: Vocabulary, wanted: readonly FacetName[], watch: Watch): Summary {
  const pieces = Object.fromEntries(wanted.map((name) => [name, watch(name, 'evidence', () => anyFacet(name).collect(article, vocabulary))]));
  return { source: article.source, ballots: ballotsOf(article), pieces: pieces as Summary['pieces'] };
}

/** What articles tell of some facets, for the evidence of another thread to sum up: as `Evidence.add` and then `encode`, without the sums. */
export function summariseAll(articles: Iterable<Article>, wanted: readonly FacetName[] = NAMES, watch = UNWATCHED): EncodedEvidence {
  const vocabulary = new Vocabulary();
  const summaries: [string, Summary][] = [];
  for (const article of articles) if (!article.fault) summaries.push([article.id, summarise(article, vocabulary, wanted, watch)]);
  return { vocabulary: vocabulary.encode(), summaries };
}

/**
 * The sum of what articles tell. The order of adding doesn't matter, and removing an article leaves what would be there
 * had it never been added.
 */
export class Evidence {
  readonly vocabulary = new Vocabulary();
  private readonly summaries = new Map<string, Summary>();
  private readonly sources: string[] = [];
  private readonly sourceNumbers = new Map<string, number>();
  private readonly articles: number[] = [];
  private readonly ballots: Tally[] = [];
  private readonly sums = Object.fromEntries(NAMES.map((name) => [name, anyFacet(name).empty()])) as { [F in FacetName]: SumOf<Facets[F]> };

  /** `wanted` are the facets that it hears of. */
  constructor(
    private readonly wanted: readonly FacetName[] = NAMES,
    private readonly watch = UNWATCHED,
  ) {}

  /** How many articles it holds. */
  get size(): number {
    return this.summaries.size;
  }

  /** Adds an article, in place of an older one of the same id. One that couldn't be read tells nothing. */
  add(article: Article): void {
    this.remove(article.id);
    if (article.fault) return;
    this.include(article.id, summarise(article, this.vocabulary, this.wanted, this.watch));
  }

  /** Takes an article back; nothing happens where it isn't held. */
  remove(id: string): void {
    const summary = this.summaries.get(id);
    if (!summary) return;
    this.summaries.delete(id);
    this.weigh(summary, -1);
  }

  /** Adds the articles of `other`, which may come from another thread or another machine. */
  merge(other: EncodedEvidence): void {
    const map = this.vocabulary.adopt(other.vocabulary);
    for (const [id, summary] of other.summaries) {
      const pieces = Object.fromEntries(
        this.wanted.map((name) => [
          name,
          this.watch(name, 'evidence', () => anyFacet(name).renumber?.(summary.pieces[name], map)) ?? summary.pieces[name],
        ]),
      ) as Summary['pieces'];
      this.remove(id);
      this.include(id, { ...summary, pieces });
    }
  }

  encode(): EncodedEvidence {
    return { vocabulary: this.vocabulary.encode(), summaries: [...this.summaries] };
  }

  /** What tells of pairs of spellings, folded, that they are one name or not. */
  explainPairs(pairs: readonly (readonly [string, string])[], wishes: NameWishes = NO_WISHES): PairAccount[] {
    const accounts = explainPairs(this.sums.names, this.corpus(wishes), this.piecesOf('names'), this.judgeNames(wishes), pairs);
    return explainInScripts(accounts, pairs, this.corpus(wishes), this.piecesOf('scripts'));
  }

  /** What the corpus decides of names alone. */
  judgeNames(wishes: NameWishes = NO_WISHES): ArabicNames {
    return names.judge(this.sums.names, this.corpus(wishes), this.piecesOf('names'));
  }

  /**
   * What the corpus decides, and people of names. The same for the same articles, in whatever order they came. A facet that isn't heard of
   * decides what it would of no articles.
   */
  judge(wishes: NameWishes = NO_WISHES): Judgement {
    const corpus = this.corpus(wishes);
    const decide = (name: FacetName): unknown =>
      this.wanted.includes(name)
        ? this.watch(name, 'judgement', () => anyFacet(name).judge(this.sums[name], corpus, this.piecesOf(name)))
        : anyFacet(name).judge(anyFacet(name).empty(), UNHEARD, []);
    return Object.fromEntries(NAMES.map((name) => [name, decide(name)])) as Judgement;
  }

  /** What each source shows of its house style, with its number of articles; in the order of their names. */
  portraits(): { source: string; articles: number; portrait: Portrait }[] {
    return this.present().map((number) => ({
      source: this.sources[number],
      articles: this.articles[number],
      portrait: portraitOf(this.sums.style.get(number)!),
    }));
  }

  private corpus(wishes: NameWishes): Corpus {
    const { vocabulary, sources, articles } = this;
    const heard = { counts: this.sums.names.counts, texts: () => this.texts() };
    return { vocabulary, sources, present: this.present(), articles, wishes, heard };
  }

  private present(): number[] {
    const { sources, articles } = this;
    return [...sources.keys()].filter((number) => articles[number] > 0).sort((a, b) => (sources[a] < sources[b] ? -1 : 1));
  }

  private *piecesOf<Name extends FacetName>(name: Name): Iterable<readonly [string, PieceOf<Facets[Name]>]> {
    for (const id of [...this.summaries.keys()].sort()) yield [id, this.summaries.get(id)!.pieces[name] as PieceOf<Facets[Name]>];
  }

  private *texts(): Iterable<Piece> {
    for (const [, piece] of this.piecesOf('names')) if (piece) yield piece as Piece;
  }

  private include(id: string, summary: Summary): void {
    this.summaries.set(id, summary);
    this.weigh(summary, 1);
  }

  private weigh({ source, ballots, pieces }: Summary, sign: 1 | -1): void {
    const number = this.sourceNumber(source);
    this.articles[number] += sign;
    const votes = new Uint8Array(ballots.length / 2);
    for (let b = 0; b < votes.length; b++) {
      const [high, low] = [ballots[2 * b], ballots[2 * b + 1]];
      if (high === 0 && low === 0) continue;
      // The first article to hold a block votes for it, and the last one takes the vote back.
      const count = this.ballots[number].add(high, low, sign);
      votes[b] = count === (sign === 1 ? 1 : 0) ? 1 : 0;
    }
    const place: Place = { source: number, votes, sign };
    for (const name of this.wanted) this.watch(name, 'evidence', () => anyFacet(name).add(this.sums[name], pieces[name], place));
  }

  private sourceNumber(source: string): number {
    const known = this.sourceNumbers.get(source);
    if (known !== undefined) return known;
    this.sourceNumbers.set(source, this.sources.length);
    this.articles.push(0);
    this.ballots.push(new Tally());
    return this.sources.push(source) - 1;
  }
}
