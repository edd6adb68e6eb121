import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Judgement } from '../corpus/evidence';
import type { LiveThread } from '../drivers/thread';
import type { Settings } from '../engine/settings';
import type { OpenArticle, Terms } from './article';
import { tell } from './words';

/** What a corpus asks of the server. */
export interface Host {
  /** The thread that keeps the evidence. */
  thread(): LiveThread;
  /** The corpus decides otherwise than before: what is open looks different now. */
  judged(corpus: Corpus): void;
  /** Work that takes a while began; the function says how far it is. */
  progress(title: string): Progress;
  /** Something went wrong that a log should tell. */
  failed(what: string, error: unknown): void;
}

/** How far some work is, for the editor to show. */
export interface Progress {
  report(percentage: number, message: string): void;
  done(): void;
}

/** Milliseconds without an edit after which the evidence follows it. */
const PAUSE = 300;
/** Milliseconds that the thread reads before it looks for other questions. */
const SLICE = 80;

/**
 * A corpus with open articles, as the editor sees it. Findings of the article alone come from here at once; the evidence
 * is kept in a thread, which follows the edits in the pauses between them.
 */
export class Corpus implements Terms {
  judgement: Judgement | null = null;
  /** Open articles by id. */
  readonly articles = new Map<string, OpenArticle>();
  /** Those whose text the thread doesn't have yet. */
  private readonly edited = new Set<OpenArticle>();
  /** Whether the thread knows this corpus under the present settings. */
  private known = false;
  private timer: NodeJS.Timeout | undefined;
  private settling: Promise<void> | null = null;
  private again = false;
  /** Milliseconds that the last judgement took: pauses grow with it, so that a large corpus isn't judged without end. */
  private cost = 0;

  constructor(
    readonly root: string,
    public settings: Settings,
    private readonly host: Host,
  ) {}

  add(article: OpenArticle): void {
    this.articles.set(article.file.id, article);
    this.edit(article);
  }

  remove(article: OpenArticle): void {
    if (this.articles.get(article.file.id) !== article) return;
    this.articles.delete(article.file.id);
    this.edited.delete(article);
    if (this.known) this.ask(this.host.thread().ask('release', this.root, article.file));
    this.wake(PAUSE);
  }

  /** Takes note of an edit; the evidence follows in the next pause. */
  edit(article: OpenArticle): void {
    this.edited.add(article);
    this.wake(Math.max(PAUSE, this.cost));
  }

  /** Takes new settings; the corpus is read again if they change what its articles are or tell. */
  configure(settings: Settings): void {
    const before = this.settings;
    this.settings = settings;
    const { rules, overrides, rulings } = settings;
    // Whatever else there is may change what articles are, or what they tell.
    if (!isDeepStrictEqual({ ...before, rules, overrides, rulings }, settings)) this.restart();
  }

  /** Lets the thread begin this corpus anew. */
  restart(): void {
    this.known = false;
    this.wake(0);
  }

  /** Lets the thread look for articles that came and went. */
  relist(): void {
    if (this.known) this.ask(this.host.thread().ask('list', this.root));
    this.wake(0);
  }

  close(): void {
    clearTimeout(this.timer);
    if (this.known) this.ask(this.host.thread().ask('close', this.root));
    this.known = false;
    this.articles.clear();
  }

  /** Brings the evidence up to date after a while. */
  wake(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), milliseconds);
  }

  private ask(answer: Promise<unknown>): void {
    answer.catch((error) => this.host.failed('the corpus could not be asked', error));
  }

  private settle(): void {
    if (this.settling) {
      this.again = true;
      return;
    }
    this.settling = this.catchUp()
      .catch((error) => this.host.failed(`the corpus ${this.root} could not be read`, error))
      .finally(() => {
        this.settling = null;
        if (this.again) this.wake(0);
        this.again = false;
      });
  }

  private async catchUp(): Promise<void> {
    const thread = this.host.thread();
    const first = !this.known;
    if (first) {
      this.known = true;
      for (const article of this.articles.values()) this.edited.add(article);
      await thread.ask('open', this.root, this.settings);
    }
    for (const article of this.edited) {
      const { id, source } = article.file;
      if (article.fault) this.ask(thread.ask('release', this.root, article.file));
      else this.ask(thread.ask('hold', this.root, id, source, article.text));
    }
    this.edited.clear();
    await this.read(thread);
    const start = performance.now();
    const judgement = await thread.ask('judge', this.root);
    this.cost = performance.now() - start;
    if (!judgement) return;
    this.judgement = judgement;
    this.host.judged(this);
  }

  /** Reads what waits, and says so if it takes longer than a moment. */
  private async read(thread: LiveThread): Promise<void> {
    const { language } = this.settings;
    let progress: Progress | undefined;
    try {
      for (;;) {
        const { done, total } = await thread.ask('read', this.root, SLICE);
        if (done >= total) break;
        progress ??= this.host.progress(tell(language, 'reading', { corpus: basename(this.root) }));
        progress.report((100 * done) / total, tell(language, 'read', { done, total }));
      }
    } finally {
      progress?.done();
    }
  }
}
