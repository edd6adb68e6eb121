import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Judgement } from '../corpus/evidence';
import type { Finding } from '../engine/finding';
import { lint } from '../engine/lint';
import type { Settings } from '../engine/settings';
import type { ArticleFile } from '../files/articles';
import { type Article, createArticle, createFaultyArticle, type Fault } from '../text/article';
import { type Position, positionAt } from '../text/position';

const MARK = '\uFEFF';

/** What findings depend on beside the article: settings, and what the corpus decided by now. */
export interface Terms {
  readonly settings: Settings;
  readonly judgement: Judgement | null;
}

/** An article that is open in the editor. Here, and only here, positions of the protocol and offsets of articles meet. */
export class OpenArticle {
  /** Why the file on the disk is no text, whatever the editor shows of it. */
  fault: Fault | undefined;
  private scanned: { readonly version: number; readonly article: Article } | null = null;
  private linted: (Terms & { readonly article: Article; readonly findings: readonly Finding[] }) | null = null;
  private readonly places = new Map<string, number>();
  private published: { readonly version: number; readonly diagnostics: readonly Diagnostic[] } | null = null;

  constructor(
    readonly document: TextDocument,
    readonly file: ArticleFile,
  ) {}

  /** The article as the document now has it. */
  get article(): Article {
    const { version } = this.document;
    if (this.scanned?.version !== version) {
      const { id, source } = this.file;
      const article = this.fault ? createFaultyArticle(id, source, this.fault) : createArticle(id, source, this.text);
      this.scanned = { version, article };
      this.places.clear();
    }
    return this.scanned.article;
  }

  /** The text without the byte order mark that some editors leave in it. */
  get text(): string {
    const text = this.document.getText();
    return text.startsWith(MARK) ? text.slice(1) : text;
  }

  /** Takes note of what the file on the disk is. */
  setFault(fault: Fault | undefined): void {
    if (isDeepStrictEqual(fault, this.fault)) return;
    this.fault = fault;
    this.scanned = null;
  }

  /** The findings in reading order. */
  findings(terms: Terms): readonly Finding[] {
    const { article } = this;
    const { linted } = this;
    const { settings, judgement } = terms;
    if (linted?.article === article && linted.settings === settings && linted.judgement === judgement) return linted.findings;
    const findings = lint(article, judgement, settings);
    this.linted = { article, settings, judgement, findings };
    return findings;
  }

  /** Where a word first stands by itself, -1 where it doesn't. */
  placeOf(word: string): number {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    const { text, words } = this.article;
    let place = -1;
    for (let at = text.indexOf(word); at >= 0 && place < 0; at = text.indexOf(word, at + 1)) {
      if (endsWord(words.end, at + word.length)) place = at;
    }
    this.places.set(word, place);
    return place;
  }

  /** What a range of offsets is in the protocol. */
  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The offset of a position of the protocol. */
  offset(position: Position): number {
    return Math.max(0, this.document.offsetAt(position) - this.shift);
  }

  /** Remembers what is published; false where the editor shows just that already. */
  publish(diagnostics: readonly Diagnostic[], always: boolean): boolean {
    const { version } = this.document;
    if (!always && this.published?.version === version && isDeepStrictEqual(this.published.diagnostics, diagnostics)) return false;
    this.published = { version, diagnostics };
    return true;
  }

  private position(offset: number): Position {
    const { line, character } = positionAt(this.article, offset);
    return { line, character: line === 0 ? character + this.shift : character };
  }

  private get shift(): number {
    return this.document.getText().startsWith(MARK) ? 1 : 0;
  }
}

/** Whether a word ends at an offset, by the ends of all words in order. */
function endsWord(ends: Uint32Array, offset: number): boolean {
  let low = 0;
  let high = ends.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (ends[middle] === offset) return true;
    if (ends[middle] < offset) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
