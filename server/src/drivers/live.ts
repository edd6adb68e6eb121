import { dirname } from 'node:path';
import type { Judgement } from '../corpus/evidence';
import type { Settings } from '../engine/settings';
import { Workspace } from '../engine/workspace';
import { type ArticleFile, articleAt, listCorpus } from '../files/articles';
import { configuredRoot } from '../files/find';
import { idWithin, isFolder } from '../files/paths';
import { readArticle } from '../files/store';
import { createArticle } from '../text/article';

/** How far the evidence of a corpus is in, in articles. */
export interface Reading {
  readonly done: number;
  readonly total: number;
}

/**
 * The corpora that somebody edits: what their articles tell, those on the disk and, before these, those that are open in
 * the editor. It lives in a thread of its own (`LiveThread`), because to judge a large corpus takes a second.
 * Corpora are known by their roots (absolute paths).
 */
export class LiveCorpora {
  private readonly corpora = new Map<string, LiveCorpus>();

  /** Begins a corpus, or begins it anew. Its articles wait to be read. */
  async open(root: string, settings: Settings): Promise<void> {
    const corpus = new LiveCorpus(root, settings);
    this.corpora.set(root, corpus);
    await corpus.list();
  }

  /** Forgets a corpus. */
  close(root: string): void {
    this.corpora.delete(root);
  }

  /** Takes the text that an article has in the editor; it goes before the one on the disk. */
  hold(root: string, id: string, source: string, text: string): void {
    this.corpora.get(root)?.hold(id, source, text);
  }

  /** The editor lets go of an article: the disk counts again. */
  release(root: string, file: ArticleFile): void {
    this.corpora.get(root)?.release(file);
  }

  /** Files or folders that were made, changed or deleted. Answers the corpora that they touch. */
  async change(paths: readonly string[]): Promise<string[]> {
    const roots = new Map<string, string | null>();
    const rootOf = (folder: string): string | null => {
      const known = roots.get(folder);
      if (known !== undefined) return known;
      const root = configuredRoot(folder);
      roots.set(folder, root);
      return root;
    };
    const touched = new Set<string>();
    const unlisted = new Set<LiveCorpus>();
    for (const path of paths) {
      const corpus = this.corpora.get(rootOf(dirname(path)) ?? '');
      if (!corpus) continue;
      touched.add(corpus.root);
      if (isFolder(path)) unlisted.add(corpus);
      else await corpus.change(path);
    }
    for (const corpus of unlisted) await corpus.list();
    return [...touched];
  }

  /** Lists the articles of a corpus again, as when its ignore files changed. */
  async list(root: string): Promise<void> {
    await this.corpora.get(root)?.list();
  }

  /** Reads waiting articles for about so many milliseconds. */
  read(root: string, milliseconds: number): Reading {
    return this.corpora.get(root)?.read(milliseconds) ?? { done: 0, total: 0 };
  }

  /** What the corpus decides, or null where that is what it decided when it was asked the last time. */
  judge(root: string): Judgement | null {
    return this.corpora.get(root)?.judge() ?? null;
  }
}

class LiveCorpus {
  private readonly workspace: Workspace;
  /** Ids of the articles that the editor holds. */
  private readonly held = new Set<string>();
  /** Ids of the articles that were read from the disk. */
  private readonly known = new Set<string>();
  /** Articles that wait to be read, by id. */
  private readonly waiting = new Map<string, ArticleFile>();
  private answered: Judgement | null = null;

  constructor(
    readonly root: string,
    private readonly settings: Settings,
  ) {
    this.workspace = new Workspace(settings);
  }

  /** Compares what is there with what is known: new articles will be read, vanished ones are forgotten. */
  async list(): Promise<void> {
    const { articles } = await listCorpus(this.root, this.settings);
    const present = new Set(articles.map(({ id }) => id));
    for (const id of this.known) if (!present.has(id)) this.forget(id);
    for (const id of this.waiting.keys()) if (!present.has(id)) this.waiting.delete(id);
    for (const file of articles) if (!this.known.has(file.id)) this.expect(file);
  }

  hold(id: string, source: string, text: string): void {
    this.held.add(id);
    this.waiting.delete(id);
    this.workspace.set(createArticle(id, source, text));
  }

  release(file: ArticleFile): void {
    this.held.delete(file.id);
    this.expect(file);
  }

  async change(path: string): Promise<void> {
    const file = await articleAt(this.root, this.settings, path);
    if (file) this.expect(file);
    else {
      // A deleted folder speaks for all that was in it.
      const id = idWithin(this.root, path);
      for (const known of [...this.known]) if (known === id || known.startsWith(`${id}/`)) this.forget(known);
    }
  }

  read(milliseconds: number): Reading {
    const until = performance.now() + milliseconds;
    for (const [id, file] of this.waiting) {
      this.waiting.delete(id);
      const article = readArticle(file);
      // One that can't be read tells nothing; if it is gone, that is how it is forgotten.
      if (article.fault) this.forget(id);
      else {
        this.known.add(id);
        this.workspace.set(article);
      }
      if (performance.now() >= until) break;
    }
    const done = this.known.size;
    return { done, total: done + this.waiting.size };
  }

  judge(): Judgement | null {
    const judgement = this.workspace.judgement();
    if (judgement === this.answered) return null;
    this.answered = judgement;
    return judgement;
  }

  private expect(file: ArticleFile): void {
    if (!this.held.has(file.id)) this.waiting.set(file.id, file);
  }

  private forget(id: string): void {
    this.known.delete(id);
    if (!this.held.has(id)) this.workspace.delete(id);
  }
}
