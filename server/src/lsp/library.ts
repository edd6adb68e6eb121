import { basename, dirname, join } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language } from '../engine/message';
import type { Settings } from '../engine/settings';
import { articleAt } from '../files/articles';
import { configuredRoot, settingsOf } from '../files/find';
import { IGNORE_NAMES } from '../files/ignored';
import { faultOf } from '../files/store';
import { OpenArticle } from './article';
import { setBy } from './configuration';
import { Corpus, type Host } from './corpus';
import { pathOf } from './uri';

/** What the library asks of the server. */
export interface Shelf extends Host {
  /** The language of messages. */
  readonly language: Language;
  /** The open documents. */
  documents(): readonly TextDocument[];
  /** An article is open, or looks different now. */
  show(article: OpenArticle): void;
  /** A document is no article any more. */
  hide(article: OpenArticle): void;
  /** A configuration may be right or wrong now. */
  configured(root: string): void;
}

/** The open documents that are articles, by URI, and their corpora, by root. */
export class Library {
  readonly articles = new Map<string, OpenArticle>();
  readonly corpora = new Map<string, Corpus>();
  /** Corpora whose configuration is being read. */
  private readonly opening = new Map<string, Promise<Corpus | null>>();
  private readonly homes = new Map<OpenArticle, Corpus>();

  constructor(private readonly shelf: Shelf) {}

  /** The corpus of an open article. */
  corpusOf(article: OpenArticle): Corpus {
    return this.homes.get(article)!;
  }

  /** Finds out whether a document is an article, as when it was opened or when a configuration changed. */
  async place(document: TextDocument): Promise<void> {
    const found = await this.find(document);
    // It may have been closed, or opened again, meanwhile.
    if (!this.shelf.documents().includes(document)) return;
    const { uri } = document;
    const present = this.articles.get(uri);
    if (
      present &&
      found &&
      present.document === document &&
      this.corpusOf(present) === found.corpus &&
      present.file.source === found.article.file.source
    ) {
      this.shelf.show(present);
      return;
    }
    this.remove(uri);
    if (!found) return;
    const { article, corpus } = found;
    this.articles.set(uri, article);
    this.homes.set(article, corpus);
    this.shelf.show(article);
    corpus.add(article);
  }

  /** A document was closed, or is no article. */
  remove(uri: string): void {
    const article = this.articles.get(uri);
    if (!article) return;
    this.articles.delete(uri);
    this.corpusOf(article).remove(article);
    this.homes.delete(article);
    this.shelf.hide(article);
  }

  /** The file of an open article was written: it may be text now, or none any more. */
  saved(article: OpenArticle): void {
    const before = article.fault;
    article.setFault(faultOf(article.file.path));
    if (article.fault === before) return;
    this.corpusOf(article).edit(article);
    this.shelf.show(article);
  }

  /** Files were made, changed or deleted. */
  async changed(paths: readonly string[]): Promise<void> {
    const configs = paths.filter((path) => setBy(path) !== null);
    const ignoring = paths.filter((path) => IGNORE_NAMES.includes(basename(path)));
    for (const root of new Set(configs.map(setBy))) await this.reload(root!);
    for (const corpus of this.corpora.values()) {
      // A configuration that comes or goes below a corpus takes articles from it or gives them back.
      const within = [...configs, ...ignoring].some((path) => path.startsWith(join(corpus.root, '/')) && setBy(path) !== corpus.root);
      if (within) corpus.relist();
    }
    if (configs.length + ignoring.length > 0) await Promise.all(this.shelf.documents().map((document) => this.place(document)));
    if (this.corpora.size === 0) return;
    const others = paths.filter((path) => ![...configs, ...ignoring].includes(path));
    if (others.length === 0) return;
    for (const root of await this.shelf.thread().ask('change', others)) this.corpora.get(root)?.wake(0);
    for (const article of this.articles.values()) if (others.includes(article.file.path)) this.saved(article);
  }

  private async find(document: TextDocument): Promise<{ article: OpenArticle; corpus: Corpus } | null> {
    const path = pathOf(document.uri);
    const root = path === null ? null : configuredRoot(dirname(path));
    if (path === null || root === null) return null;
    const corpus = await this.corpusAt(root);
    const file = corpus && (await articleAt(root, corpus.settings, path));
    if (!file) return null;
    const article = new OpenArticle(document, file);
    article.setFault(faultOf(path));
    return { article, corpus };
  }

  /** The corpus of a root; null where its configuration has been broken from the start. */
  private async corpusAt(root: string): Promise<Corpus | null> {
    const known = this.corpora.get(root);
    if (known) return known;
    const opening = this.opening.get(root) ?? this.openCorpus(root);
    this.opening.set(root, opening);
    try {
      return await opening;
    } finally {
      this.opening.delete(root);
    }
  }

  private async openCorpus(root: string): Promise<Corpus | null> {
    try {
      const corpus = new Corpus(root, await this.settingsOf(root), this.shelf);
      this.corpora.set(root, corpus);
      return corpus;
    } catch {
      return null;
    } finally {
      this.shelf.configured(root);
    }
  }

  private async settingsOf(root: string): Promise<Settings> {
    return { ...(await settingsOf(root, root)), language: this.shelf.language };
  }

  /** Reads a configuration again. While it is broken, the last good one holds. */
  private async reload(root: string): Promise<void> {
    const corpus = this.corpora.get(root);
    if (corpus && configuredRoot(root) !== root) {
      this.corpora.delete(root);
      corpus.close();
    } else if (corpus) {
      try {
        corpus.configure(await this.settingsOf(root));
      } catch {
        // What is wrong is shown in the file itself.
      }
    }
    this.shelf.configured(root);
  }
}
