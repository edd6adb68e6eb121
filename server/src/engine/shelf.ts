import type { ArticleFile } from '../files/find';
import { articleFrom, readDecoded } from '../files/store';
import type { Article } from '../text/article';
import { timed } from './stopwatch';

/** Bytes of articles that one thread keeps. What the corpus decides takes as much again at its height, and two threads have to fit into 700 MB. */
const ROOM = 4_000_000;

/** Bytes that an article takes beside its text and the arrays of its words: some dozen objects. */
const BARE = 2000;

/** Articles that a thread has read, for its next pass over the corpus: as many as have room, and the others are read again. */
export class Shelf {
  private readonly articles = new Map<string, Article>();
  private room = ROOM;

  read(file: ArticleFile): Article {
    const kept = this.articles.get(file.path);
    if (kept) return kept;
    const decoded = timed('reading', () => readDecoded(file));
    const article = timed('scan', () => articleFrom(file, decoded));
    const size = BARE + 2 * article.text.length + article.words.start.buffer.byteLength + article.words.kind.byteLength;
    if (size <= this.room) {
      this.room -= size;
      this.articles.set(file.path, article);
    }
    return article;
  }
}
