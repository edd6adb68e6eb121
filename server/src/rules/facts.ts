import type { Judgement } from '../corpus/evidence';
import type { Leftovers } from '../corpus/leftovers/leftovers';
import type { Portrait, SourceStyle } from '../corpus/style/habits';
import { portraitOfArticle } from '../corpus/style/style';
import type { Article } from '../text/article';
import { type MarkHabits, readMarkHabits } from './marks';
import { type Misspelt, misspeltWords } from './misspelt';
import { type Quotations, readQuotations } from './quotes';

/** What several rules ask of one article. Each is worked out when it is asked for first. */
export class Facts {
  private readQuotations?: Quotations;
  private drawnPortrait?: Portrait;
  private readMarks?: MarkHabits;
  private foundMisspelt?: readonly Misspelt[];

  constructor(
    private readonly article: Article,
    private readonly judgement: Judgement | null,
    private readonly leftovers: Leftovers,
  ) {}

  /** What each quotation mark does. */
  get quotations(): Quotations {
    this.readQuotations ??= readQuotations(this.article, this.house, this.leftovers);
    return this.readQuotations;
  }

  /** Which way each habit of typography and spelling goes in the article itself, with counts. */
  get portrait(): Portrait {
    this.drawnPortrait ??= portraitOfArticle(this.article, this.leftovers);
    return this.drawnPortrait;
  }

  /** Where marks stand as most do, and where they don't. */
  get marks(): MarkHabits {
    this.readMarks ??= readMarkHabits(this.article, this.leftovers);
    return this.readMarks;
  }

  /** The words that the corpus finds misspelt, in reading order; none where it was asked for its leftovers alone and heard nothing of spellings. */
  get misspelt(): readonly Misspelt[] {
    this.foundMisspelt ??= this.judgement?.spelling ? misspeltWords(this.article, this.judgement) : [];
    return this.foundMisspelt;
  }

  /** The house style of its source; null where there is no judgement, or none of the source. */
  get house(): SourceStyle | null {
    return this.judgement?.style.get(this.article.source) ?? null;
  }
}
