import { phraseNumber } from '../corpus/leftovers/leftovers';
import type { BatchOptions } from '../drivers/batch';
import type { CheckedArticle } from '../engine/checked';
import { type Decided, type Decision, keepDecision, mergeDecisions, serialiseDecision } from '../engine/decisions';
import { UserError } from '../engine/errors';
import { phrase } from '../engine/message';
import { isEverOff } from '../engine/settings';
import type { ArticleFile } from '../files/articles';
import { aboutNow, asideName, type Changes, changeDecisions, decisionsName, setAside } from '../files/decisions';
import type { Corpus } from '../files/find';
import { configName } from './run';
import type { Terminal } from './terminal';

/** What a check does with decisions beside obeying them. */
export interface DecisionOptions {
  readonly keep?: boolean;
  readonly prune?: boolean;
  /** Articles are fixed, or not all rules speak: what meets nothing then may meet something another time. */
  readonly partial: boolean;
}

/** What a check heard of the decisions of one corpus. */
interface Heard {
  /** Lines of those that met something. */
  readonly met: Set<number>;
  readonly kept: Decision[];
  /** An article that couldn't be read: nobody knows what it would meet. */
  unread: string | null;
}

/** Follows a check: takes its findings into the decisions, or tells which decisions meet nothing any more. */
export class DecisionReview {
  /** It writes decisions in the place of reports. */
  readonly writes: boolean;
  private readonly heard = new Map<Corpus, Heard>();
  private readonly about = aboutNow();

  constructor(
    private readonly corpora: readonly Corpus[],
    private readonly options: DecisionOptions,
    private readonly terminal: Terminal,
  ) {
    this.writes = Boolean(options.keep || options.prune);
    for (const corpus of corpora) this.heard.set(corpus, { met: new Set(), kept: [], unread: null });
    const partly = options.prune ? corpora.find((corpus) => !this.knowsAll(corpus)) : undefined;
    if (partly) throw new UserError('prune-needs-all', { path: partly.home });
  }

  /** What it asks of the check of a corpus. */
  batchOptions(corpus: Corpus): Pick<BatchOptions, 'fingerprints' | 'met' | 'onJudgement'> {
    const { met } = this.heard.get(corpus)!;
    return {
      fingerprints: this.options.keep ?? false,
      met: this.knowsAll(corpus) && (corpus.decided.length > 0 || corpus.settings.boilerplate.extra.length > 0),
      onJudgement: ({ names, scripts }) => {
        for (const each of [names, ...scripts.values()]) for (const line of each.met) met.add(line);
      },
    };
  }

  hear(corpus: Corpus, { file, met, fingerprints = [] }: CheckedArticle): void {
    const heard = this.heard.get(corpus)!;
    for (const line of met ?? []) heard.met.add(line);
    if (!met) heard.unread ??= file;
    for (const fingerprint of fingerprints) heard.kept.push({ ...keepDecision(fingerprint, articleOf(corpus, file)), ...this.about });
  }

  /** Writes what is to be written, and tells of it; else tells of decisions that meet nothing, unless not all was looked at. */
  end(): void {
    if (this.options.keep) this.writeKept();
    else if (this.options.prune) this.writePruned();
    else {
      for (const corpus of this.corpora) {
        if (!this.knowsAll(corpus) || this.heard.get(corpus)!.unread !== null) continue;
        this.tellOfIdlePhrases(corpus);
        const idle = this.idle(corpus);
        if (idle.length === 0) continue;
        const lines = phrase('at-lines', { n: idle.length, lines: shortList(idle.map(({ line }) => line)) });
        this.terminal.complain(phrase('idle', { n: idle.length, path: nameOf(corpus), lines }));
      }
    }
  }

  /** Phrases of the configuration that no line consists of: written otherwise, or a part of one alone. */
  private tellOfIdlePhrases(corpus: Corpus): void {
    const { written = [] } = corpus.settings.boilerplate;
    const { met } = this.heard.get(corpus)!;
    const path = configName(corpus);
    for (const [place, text] of written.entries()) if (!met.has(phraseNumber(place))) this.terminal.complain(phrase('idle-phrase', { path, text }));
  }

  private knowsAll({ whole }: Corpus): boolean {
    return whole && !this.options.partial;
  }

  /** The decisions that meet nothing, though their rules speak everywhere. */
  private idle(corpus: Corpus): Decided[] {
    const { decided, settings } = corpus;
    const { met } = this.heard.get(corpus)!;
    return decided.filter(({ decision, line }) => !met.has(line) && (decision.rule === undefined || !isEverOff(settings, decision.rule)));
  }

  private writeKept(): void {
    const keeping = this.corpora.filter((corpus) => this.heard.get(corpus)!.kept.length > 0);
    const changes: Changes = new Map(keeping.map((corpus) => [corpus.home, (now) => mergeDecisions(now, this.heard.get(corpus)!.kept)]));
    changeDecisions(changes, process.cwd());
    for (const corpus of this.corpora) {
      this.terminal.tell(phrase('kept', { n: this.heard.get(corpus)!.kept.length, path: nameOf(corpus) }));
    }
  }

  private writePruned(): void {
    for (const corpus of this.corpora) {
      const { unread } = this.heard.get(corpus)!;
      if (unread !== null && corpus.decided.length > 0) throw new UserError('prune-needs-readable', { path: unread });
    }
    const removed = new Map(this.corpora.map((corpus) => [corpus, new Set(this.idle(corpus).map(({ decision }) => serialiseDecision(decision)))]));
    const changes: Changes = new Map(
      [...removed].map(([corpus, lines]) => [corpus.home, (now) => now.filter((decision) => !lines.has(serialiseDecision(decision)))]),
    );
    for (const [{ home }, lines] of removed) if (lines.size > 0) setAside(home, lines, process.cwd());
    changeDecisions(changes, process.cwd());
    for (const [corpus, lines] of removed) {
      for (const line of lines) this.terminal.write(`${line}\n`);
      const slots = { n: lines.size, path: nameOf(corpus), aside: asideName(corpus.home, process.cwd()) };
      this.terminal.tell(phrase(lines.size === 0 ? 'nothing-pruned' : 'pruned', slots));
    }
  }
}

const nameOf = ({ home }: Corpus): string => decisionsName(home, process.cwd());

const articleOf = ({ articles }: Corpus, file: string): ArticleFile => articles.find((article) => article.file === file)!;

/** More lines than these are only counted. */
const LINES_SHOWN = 10;

const shortList = (lines: readonly number[]): string => lines.slice(0, LINES_SHOWN).join(', ') + (lines.length > LINES_SHOWN ? ', …' : '');
