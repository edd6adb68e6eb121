import type { Judgement } from '../corpus/evidence';
import type { Leftovers } from '../corpus/leftovers/leftovers';
import { type OwnBlock, ownBlocks } from '../corpus/prose';
import type { SourceStyle } from '../corpus/style/habits';
import type { Article } from '../text/article';
import { holdingsOf } from './holdings';
import { type MarkUse, readMarkHabits } from './marks';
import { type Misspelt, misspeltWords } from './misspelt';
import { type Quotations, readQuotations } from './quotes';

/** What several rules ask of one article. What takes more than a look is worked out when it is asked for first. */
export class Facts {
  /** What the article holds at all, as bits of `Holds`. */
  readonly holds: number;
  /** Words that are followed by something else than one blank and the next word (`Holdings.joints`). */
  readonly joints: Uint32Array;
  private readQuotations: Quotations | null = null;
  private readMarks: readonly MarkUse[] | null = null;
  private foundMisspelt: readonly Misspelt[] | null = null;
  private foundOwn: readonly OwnBlock[] | null = null;

  constructor(
    private readonly article: Article,
    private readonly judgement: Judgement | null,
    private readonly leftovers: Leftovers,
  ) {
    const { bits, joints } = holdingsOf(article);
    this.holds = bits;
    this.joints = joints;
  }

  /** What each quotation mark does. */
  get quotations(): Quotations {
    this.readQuotations ??= readQuotations(this.article, this.house, this.leftovers);
    return this.readQuotations;
  }

  /** Where marks stand as most do, and where they don't; those that all stand alike aren't there. */
  get marks(): readonly MarkUse[] {
    this.readMarks ??= readMarkHabits(this.article, this.joints, this.leftovers);
    return this.readMarks;
  }

  /** The words that the corpus finds misspelt, in reading order; none where it was asked for its leftovers alone and heard nothing of spellings. */
  get misspelt(): readonly Misspelt[] {
    this.foundMisspelt ??= this.judgement?.spelling ? misspeltWords(this.article, this.judgement) : [];
    return this.foundMisspelt;
  }

  /** What of the article is no leftover and no note. */
  get own(): readonly OwnBlock[] {
    this.foundOwn ??= ownBlocks(this.article, this.leftovers);
    return this.foundOwn;
  }

  /** The house style of the article's source; null where there is no judgement, or none of the source. */
  get house(): SourceStyle | null {
    return this.judgement?.style.get(this.article.source) ?? null;
  }
}
