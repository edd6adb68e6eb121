import { isDeepStrictEqual } from 'node:util';
import { Evidence, type Judgement } from '../corpus/evidence';
import type { Article } from '../text/article';
import type { Settings } from './settings';

/**
 * What a corpus that is being edited decides. Evidence follows every edit at once; the judgement is made when somebody asks.
 * After any edits it is that of a fresh start.
 */
export class Workspace {
  private readonly evidence = new Evidence();
  private judged: Judgement | null = null;
  private stale = true;

  constructor(private readonly settings: Settings) {}

  /** Takes what an article tells, in place of an older one of the same id. The article itself isn't held. */
  set(article: Article): void {
    this.evidence.add(article);
    this.stale = true;
  }

  /** Forgets what an article told. */
  delete(id: string): void {
    this.evidence.remove(id);
    this.stale = true;
  }

  /** What the corpus decides. The same object as long as the decisions are the same, whatever was edited. */
  judgement(): Judgement {
    if (this.stale || !this.judged) {
      const judgement = this.evidence.judge(this.settings.names);
      if (!this.judged || !isDeepStrictEqual(judgement, this.judged)) this.judged = judgement;
      this.stale = false;
    }
    return this.judged;
  }
}
