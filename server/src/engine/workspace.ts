import { isDeepStrictEqual } from 'node:util';
import { type EncodedEvidence, Evidence, type Judgement } from '../corpus/evidence';
import type { Article } from '../text/article';
import type { Finding } from './finding';
import { lint } from './lint';
import type { Settings } from './settings';

/** An article that is held, and its findings under the judgement they were last asked under. */
interface Held {
  readonly article: Article;
  findings?: { readonly judgement: Judgement | null; readonly list: readonly Finding[] };
}

/**
 * A corpus that is being edited. Evidence follows every edit at once; the judgement is made when somebody asks. After any
 * edits the answers are those of a fresh start.
 */
export class Workspace {
  private readonly evidence = new Evidence();
  private readonly held = new Map<string, Held>();
  private judged: Judgement | null = null;
  private stale = true;

  constructor(private readonly settings: Settings) {}

  /** Takes an article, in place of an older one of the same id, and holds it for `findings`. */
  set(article: Article): void {
    this.held.set(article.id, { article });
    this.evidence.add(article, this.settings.boilerplate);
    this.stale = true;
  }

  /** Takes what other articles tell, such as those that nobody has open; they aren't held. */
  merge(evidence: EncodedEvidence): void {
    this.evidence.merge(evidence);
    this.stale = true;
  }

  /** Lets go of an article that is no longer looked at. The corpus still knows what it tells. */
  release(id: string): void {
    this.held.delete(id);
  }

  /** Forgets an article and what it tells. */
  delete(id: string): void {
    this.held.delete(id);
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

  /** The findings of a held article, in reading order; of one that isn't held, none. */
  findings(id: string): readonly Finding[] {
    return this.findingsUnder(id, this.judgement());
  }

  /**
   * The findings under the judgement as it was last made, for an answer at each keystroke: true of the article as it is
   * now, maybe not of the corpus. Before the first judgement the rules that need the corpus are silent.
   */
  preview(id: string): readonly Finding[] {
    return this.findingsUnder(id, this.judged);
  }

  private findingsUnder(id: string, judgement: Judgement | null): readonly Finding[] {
    const held = this.held.get(id);
    if (!held) return [];
    if (!held.findings || held.findings.judgement !== judgement) {
      held.findings = { judgement, list: lint(held.article, judgement, this.settings) };
    }
    return held.findings.list;
  }
}
