import type { Article } from '../../text/article';
import { HEADLINE_WORDS, isTitleOf, MENU_LINES } from '../headline';
import type { SourceLines } from '../lines';
import { NUMBER, type Reading, TIME } from './alone';
import { announces, continues, Lists } from './lexicon';
import { findSubheads, ONCE, type Page } from './page';
import { readWords } from './page-words';
import { plain } from './plain';
import { copiesOf, readRepetition } from './repetition';
import type { Layout, Shape } from './shape';
import { atTheEnd, BODY, besideAnother, byZone, HEAD, inZone, NONE, type Signs, TAIL, telling } from './signs';
import { Has } from './units';

/** A headline between two paragraphs has at least this many words; 97 % of the development set's subheads have fewer. */
const INTERRUPTING_WORDS = 7;
/** Headlines in a list of links. One-word links are menus, which phrases and repetition find. */
const ANNOUNCED_WORDS = [3, 25] as const;
/** After the text they may be topics, of a word or two. */
const ANNOUNCED_AFTER = 1;

/** What the blocks around one and the whole article tell of it. */
export class Company {
  /** The first and the last paragraph that is the article's own; -1 where there is none. */
  readonly first: number;
  readonly last: number;
  /** The block that is the article's headline; -1 where none is known. */
  readonly headline: number;
  /** `copiesOf` its headline. */
  readonly copies: number;
  private readonly announced: Uint8Array | undefined;
  private readonly contacts: Uint8Array | undefined;
  private readonly titles: ReadonlyMap<number, number>;
  /** The first block above the text for each key (`Shape.key`) that stands there. */
  readonly above: ReadonlyMap<number, number>;
  /** `findSubheads`, made when it is first asked for. */
  private subheads: ReadonlySet<number> | undefined;

  constructor(
    readonly article: Article,
    readonly shapes: readonly Shape[],
    readonly readings: readonly Reading[],
    readonly page: Page,
    readonly layout: () => Layout,
    readonly lines: SourceLines | undefined,
    /** Per block, how many articles of the source hold it, 0 where that are fewer than two. */
    readonly held: Uint32Array,
    readonly headlines: ReadonlyMap<number, number> | undefined,
    /** 1 for each block that is a leftover for all that it says itself. */
    readonly judged: Uint8Array,
    /** 1 for each block that says what it is. */
    private readonly known: Uint8Array,
  ) {
    let first = 0;
    while (first < shapes.length && !this.isProse(first)) first++;
    let last = shapes.length - 1;
    while (last >= first && !this.isProse(last)) last--;
    this.first = first < shapes.length ? first : -1;
    this.last = first < shapes.length ? last : -1;
    this.titles = this.findTitles();
    this.headline = shapes.findIndex(({ words }, b) => words >= HEADLINE_WORDS.least && known[b] === 0 && !this.titles.has(b));
    if (this.headline >= 0 && shapes[this.headline].words > HEADLINE_WORDS.most) this.headline = -1;
    this.copies = lines ? copiesOf(lines, shapes[this.headline]?.key) : 0;
    const above = new Map<number, number>();
    for (let b = 0; b < this.first; b++) if (!above.has(shapes[b].key)) above.set(shapes[b].key, b);
    this.above = above;
    this.announced = this.findAnnounced();
    this.contacts = this.findContacts();
  }

  /** Whether block `b` is a paragraph of the article's own. */
  private isProse(b: number): boolean {
    return this.shapes[b].paragraph && this.judged[b] === 0 && this.readings[b].phrase === undefined;
  }

  /** Where block `b` stands, of `ZONES`. */
  zone(b: number): number {
    if (this.first < 0) return NONE;
    return b < this.first ? HEAD : b > this.last ? TAIL : BODY;
  }

  /** Adds what tells that block `b` is a leftover, or that it isn't one. */
  tell(b: number, signs: Signs): void {
    const { shapes, judged } = this;
    const zone = this.zone(b);
    const reading = this.readings[b];
    const own = reading.signs;
    if (own.length > 0) {
      const beside = (b > 0 && judged[b - 1] === 1) || (b + 1 < shapes.length && judged[b + 1] === 1);
      for (const sign of own) {
        signs.add(inZone(sign, zone));
        if (beside) signs.add(besideAnother(sign));
        if (b + 1 === shapes.length) signs.add(atTheEnd(sign));
      }
    }
    readRepetition(this, b, zone, signs);
    const cue = this.announced === undefined ? 0 : this.announced[b];
    if (cue > 0) signs.tell(ANNOUNCED + zone, 'related-headline', { announced: true, line: shapes[cue - 1].line + 1 });
    if (this.contacts?.[b]) signs.tell(CONTACT_GOES_ON + zone, 'contact', { contact: true, goesOn: true });
    const headline = this.titles.get(b);
    if (headline !== undefined) signs.tell(TITLE, 'site-title', { line: shapes[headline].line + 1 });
    if (zone === BODY && this.interrupts(b)) signs.tell(INTERRUPTS, 'related-headline', { words: shapes[b].words, interrupts: true });
    if (!reading.label) return;
    if (zone !== BODY && !reading.phrase && shapes[b].words > 0) readWords(this, b, zone, signs);
    if (own.length > 0 && own[0] === NUMBER && !this.sharesLine(b) && this.besidePage(b))
      signs.tell(NUMBER_BESIDE + zone, 'counter', { number: true });
  }

  /** Block `b` as it is written. */
  written(b: number): string {
    return this.article.text.slice(this.shapes[b].start, this.shapes[b].end);
  }

  /** Block `b`, a label, in plain words. */
  plain(b: number): string {
    return plain(this.article.text, this.shapes[b].start, this.shapes[b].end);
  }

  /** Whether other blocks stand in the line of one: then it may be the cell of a table. */
  private sharesLine(b: number): boolean {
    const { shapes } = this;
    return [b - 1, b + 1].some((other) => shapes[other]?.line === shapes[b].line);
  }

  private besidePage(b: number): boolean {
    if (this.judged[b - 1] === 1 || this.judged[b + 1] === 1) return true;
    return b > 0 && this.readings[b - 1].signs.includes(TIME);
  }

  /** A page's title: names of site and section, and the headline that stands below once more. */
  private findTitles(): ReadonlyMap<number, number> {
    const { shapes, article, known } = this;
    const until = this.first < 0 ? shapes.length : this.first;
    let titles: Map<number, number> | undefined;
    for (let b = 0; b < until; b++) {
      if (known[b] === 1) continue;
      let found = false;
      for (let below = b + 1; below < Math.min(until, b + MENU_LINES) && !found; below++) {
        if (known[below] === 1 || !isTitleOf(article, b, below)) continue;
        titles ??= new Map();
        titles.set(b, below);
        found = true;
      }
      // Whatever stands first and is no title is the headline, and no title stands below it.
      if (!found) break;
    }
    return titles ?? NO_TITLES;
  }

  /** Per block, one more than the block of the cue that announces it: from the cue to where prose resumes. */
  private findAnnounced(): Uint8Array | undefined {
    let announced: Uint8Array | undefined;
    let cue = 0;
    for (let b = 0; b < this.shapes.length; b++) {
      const { phrase, label, signs } = this.readings[b];
      // «Next» above the headline announces the article itself, and so may a menu where no text is found.
      if (phrase && announces(phrase) && label) {
        const zone = this.zone(b);
        cue = zone === HEAD || (zone === NONE && phrase.kind === 'navigation') ? 0 : b + 1;
        continue;
      }
      if (cue === 0 || this.known[b] === 1 || signs.length > 0) continue;
      const { words, paragraph } = this.shapes[b];
      const ends = this.shapes[b].stopped && this.article.text[this.shapes[b].end - 1] === '.' && !this.written(b).endsWith('..');
      const least = this.zone(b) === TAIL ? ANNOUNCED_AFTER : ANNOUNCED_WORDS[0];
      if (!paragraph && !ends && words >= least && words <= ANNOUNCED_WORDS[1]) {
        // What stands as a subhead is this story's: the list is of its contents.
        if (this.isSubhead(b)) continue;
        announced ??= new Uint8Array(this.shapes.length);
        announced[b] = cue;
      } else cue = 0;
    }
    return announced;
  }

  /**
   * The lines that go on with a contact to the end of the article, 1 for each: numbers with what they are for, words to the reader. What tells of the
   * whole is in the first of them.
   */
  private findContacts(): Uint8Array | undefined {
    const { readings, shapes } = this;
    const count = shapes.length;
    let first = count;
    let contact = count;
    for (let b = count - 1; b > this.last; b--) {
      if (readings[b].tellings.some(({ kind }) => kind === 'contact')) contact = b;
      else if (!this.mayGoOn(b)) break;
      first = b;
    }
    if (contact >= count - 1 || contact < first) return undefined;
    const contacts = new Uint8Array(count);
    for (let b = contact + 1; b < count; b++) if (this.known[b] === 0) contacts[b] = 1;
    return contacts;
  }

  /** Whether a block may go on with a contact. */
  private mayGoOn(b: number): boolean {
    const { label, units, lists } = this.readings[b];
    return label && !this.shapes[b].paragraph && ((units & (Has.DIGIT | Has.AT)) !== 0 || (lists & Lists.INTERFACE) !== 0);
  }

  /** Whether a line is a subhead, or its entry in the list of contents; what other articles have is neither. */
  isSubhead(b: number): boolean {
    if (this.page.again[b] === ONCE || this.held[b] > this.copies + 1) return false;
    this.subheads ??= findSubheads(this.shapes, this.page.again, this.shapes[this.headline]?.key);
    return this.subheads.has(this.shapes[b].key);
  }

  /** Another story's headline between two paragraphs: a headline's length and look, and the text goes on as if it weren't there. */
  private interrupts(b: number): boolean {
    const { shapes } = this;
    const { words, paragraph } = shapes[b];
    if (paragraph || words < INTERRUPTING_WORDS || words > HEADLINE_WORDS.most || b === 0 || b + 1 >= shapes.length) return false;
    const before = shapes[b - 1];
    let next = b + 1;
    while (next < shapes.length && this.judged[next] === 1) next++;
    if (!before.paragraph || !before.stopped || next >= shapes.length || !shapes[next].paragraph) return false;
    const written = this.written(b);
    if (/[.:،؛,;]$/.test(written) || /^(?:[-*•–—(\d"“”«]|و\p{L}{3})/u.test(written)) return false;
    // It stands like a paragraph of its own: as far from the one before and the one after as paragraphs stand here.
    const { gap, stops } = this.layout();
    if (!stops || shapes[b].line - before.line !== gap || shapes[b + 1].line - shapes[b].line !== gap) return false;
    return continues(plain(this.article.text, shapes[next].start, Math.min(shapes[next].end, shapes[next].start + 24)).split(' ', 1)[0]);
  }
}

const NO_TITLES: ReadonlyMap<number, number> = new Map();

const always = (): boolean => true;

const ANNOUNCED = byZone('announced', always);
const CONTACT_GOES_ON = byZone('goes on with a contact', always);
const NUMBER_BESIDE = byZone('number beside', always);
const TITLE = telling('title of the page');
const INTERRUPTS = telling('interrupts');
