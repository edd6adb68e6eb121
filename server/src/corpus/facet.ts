import type { Article } from '../text/article';
import type { NameWishes } from './names/wishes';
import type { Piece } from './names/witnesses';
import type { Vocabulary } from './vocabulary';

/** Where an article's piece counts. */
export interface Place {
  /** Number of the source within this evidence, from 0. */
  readonly source: number;
  /**
   * Per block, 1 where it counts: a block of the same text (numbers aside) counts once a source, however many articles
   * carry it. So copies and what a site puts everywhere weigh next to nothing, and evidence stays a sum. Which of the articles that share a
   * block counts for it is chance: what is added by votes must depend on the block alone (`ballotsOf` says on what of it),
   * not on where it stands or on what else is in its article, such as "not counted in this article before".
   */
  readonly votes: Uint8Array;
  /** 1 to add, -1 to take back. */
  readonly sign: 1 | -1;
}

/** Everything a facet may ask of the corpus when it judges. */
export interface Corpus {
  readonly vocabulary: Vocabulary;
  /** Source names by number. Numbers are given as sources come, and stay when the last article is gone. */
  readonly sources: readonly string[];
  /** Numbers of the sources that have articles, in the order of their names: the one to go through them by. */
  readonly present: readonly number[];
  /** Articles per source, by number. */
  readonly articles: readonly number[];
  /** What people want of names. */
  readonly wishes: NameWishes;
  /** The words of the articles in Arabic. One facet hears them, all may ask. */
  readonly heard: Heard;
}

/** The words of the articles in reading order. */
export interface Heard {
  /** Occurrences by word number, in blocks that vote. May be shorter than the vocabulary. */
  readonly counts: Int32Array;
  /** What each article says, in the order of ids. */
  texts(): Iterable<Piece>;
}

/**
 * One kind of knowledge about the corpus. `Piece` is what one article tells, `Sum` what all of them tell together,
 * `Judged` what the corpus decides from it. Pieces and judgements are plain data (structured clone), so that other
 * threads and the disk can hold them. Adding pieces in any order gives the same judgement, and taking one back gives
 * the judgement as if it had never been there: so a judgement holds no numbers of words or sources, its maps are filled in
 * an order of their own (sorted keys), ties are broken by spelling, and what counts nothing any more leaves no trace.
 */
export interface Facet<Piece, Sum, Judged> {
  /** What `article` tells, by itself: what the site put into it is known only when the corpus has been heard. */
  collect(article: Article, vocabulary: Vocabulary): Piece;
  /** Gives a piece's word numbers those of another vocabulary. */
  renumber?(piece: Piece, map: Uint32Array): Piece;
  empty(): Sum;
  add(sum: Sum, piece: Piece, place: Place): void;
  /** Pieces are there, by article in the order of ids, for what sums alone can't tell. */
  judge(sum: Sum, corpus: Corpus, pieces: Iterable<readonly [article: string, piece: Piece]>): Judged;
}
