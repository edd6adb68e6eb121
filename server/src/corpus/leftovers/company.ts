import type { Article } from '../../text/article';
import { HEADLINE_WORDS, isTitleOf, MENU_LINES } from '../headline';
import type { SourceLines } from '../lines';
import { isLabel, NUMBER, PICTURE, PLACEHOLDER_SIGN, type Reading, TIME } from './alone';
import { ANNOUNCES, continues, interfaceWords, Lists, outletWords, sectionWords } from './lexicon';
import { isByline, noteOf } from './notes';
import { coreOf, type Page } from './page';
import { plain } from './plain';
import { type Layout, marginOf, type Shape } from './shape';
import { atTheEnd, BODY, besideAnother, byLevel, byZone, forLines, HEAD, inZone, NONE, PAGE, type Signs, TAIL, telling, ZONES } from './signs';

/** A headline between two paragraphs has at least this many words; 97 % of the development set's subheads have fewer. */
const INTERRUPTING_WORDS = 7;
/** Headlines in a list of links. One-word links are menus, which phrases and repetition find. */
const ANNOUNCED_WORDS = [3, 25] as const;
/** A byline that a page repeats stands so many blocks below the headline at most. */
const BYLINE_WITHIN = 1;
/** Words of a section's name above the headline. */
const KICKER_WORDS = 4;
const SITE_NAME_WORDS = 6;

/** What the blocks around one and the whole article tell of it. */
export class Company {
  /** The first and the last paragraph that is the article's own; -1 where there is none. */
  readonly first: number;
  readonly last: number;
  private readonly headline: number;
  private readonly announced: Uint8Array | undefined;
  private readonly titles: ReadonlyMap<number, number>;
  private readonly head = new Map<number, number>();
  /** Per block, how many blocks in a row around it are no paragraphs; 0 for a paragraph. */
  private runs: Uint16Array | undefined;
  private core: readonly [from: number, to: number] | undefined;

  constructor(
    private readonly article: Article,
    private readonly shapes: readonly Shape[],
    private readonly readings: readonly Reading[],
    private readonly page: Page,
    private readonly layout: () => Layout,
    private readonly lines: SourceLines | undefined,
    private readonly headlines: ReadonlyMap<number, number> | undefined,
    /** 1 for each block that is a leftover for all that it says itself. */
    private readonly judged: Uint8Array,
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
    for (let b = 0; b < this.first; b++) if (!this.head.has(shapes[b].key)) this.head.set(shapes[b].key, b);
    this.announced = this.findAnnounced();
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
    this.readRepetition(b, zone, signs);
    const cue = this.announced === undefined ? 0 : this.announced[b];
    if (cue > 0) signs.tell(ANNOUNCED + zone, 'related-headline', { announced: true, line: shapes[cue - 1].line + 1 });
    const headline = this.titles.get(b);
    if (headline !== undefined) signs.tell(TITLE, 'site-title', { line: shapes[headline].line + 1 });
    if (zone === BODY && this.interrupts(b)) signs.tell(INTERRUPTS, 'related-headline', { words: shapes[b].words, interrupts: true });
    if (!reading.label) return;
    if (zone !== BODY && !reading.phrase && shapes[b].words > 0) this.readWords(b, zone, signs);
    if (own.length > 0 && own[0] === NUMBER && !this.sharesLine(b) && this.besidePage(b))
      signs.tell(NUMBER_BESIDE + zone, 'counter', { number: true });
  }

  /** Adds where block `b` stands. */
  place(b: number, level: number, signs: Signs): void {
    const { shapes, page, judged } = this;
    const zone = this.zone(b);
    this.core ??= coreOf(shapes);
    this.runs ??= this.findRuns();
    const before = b > 0 && judged[b - 1] === 1;
    const after = b + 1 < shapes.length && judged[b + 1] === 1;
    signs.add(ZONE[zone] + level);
    signs.add((b < this.core[0] ? ABOVE : b >= this.core[1] ? BELOW : WITHIN) + level);
    signs.add((b === 0 ? FIRST : before ? BEFORE.leftover : shapes[b - 1].paragraph ? BEFORE.paragraph : BEFORE.line) + level);
    signs.add((b + 1 === shapes.length ? LAST : after ? AFTER.leftover : shapes[b + 1].paragraph ? AFTER.paragraph : AFTER.line) + level);
    if (before && after) signs.add(BETWEEN + level);
    const run = this.runs[b];
    if (run > 0) signs.add(RUNS[run > 12 ? 4 : run > 5 ? 3 : run > 2 ? 2 : run - 1] + level);
    const again = page.again[b];
    if (again > 0 && b !== this.headline) signs.add((again === 1 ? TWICE_NEAR : again === 2 ? TWICE : OFTEN) + level);
    if (shapes[b].goesOn) signs.add(GOES_ON + level);
    if (b + 1 < shapes.length && shapes[b + 1].goesOn) signs.add(BROKEN + level);
    if (b > 0 && this.isPicture(b - 1)) signs.add(AFTER_PICTURE + level);
    if (b + 1 < shapes.length && this.isPicture(b + 1)) signs.add(BEFORE_PICTURE + level);
    if (level === PAGE) this.readLayout(b, level, signs);
    const { label, units } = this.readings[b];
    if (zone === HEAD && label && isByline(this.plain(b), this.written(b), shapes[b], units)) signs.add(BYLINE + level);
  }

  /** Whether block `b` stands for a picture, or names who made one. */
  private isPicture(b: number): boolean {
    const { signs } = this.readings[b];
    return signs.includes(PICTURE) || (signs.includes(PLACEHOLDER_SIGN) && this.article.text[this.shapes[b].start] === '[');
  }

  private written(b: number): string {
    return this.article.text.slice(this.shapes[b].start, this.shapes[b].end);
  }

  /** Block `b`, a label, in plain words. */
  private plain(b: number): string {
    return plain(this.article.text, this.shapes[b].start, this.shapes[b].end);
  }

  /** How far from the blocks around it, how far from the margin, and whether a neighbour begins with the same words. */
  private readLayout(b: number, level: number, signs: Signs): void {
    const { shapes, article } = this;
    const { gap, margin } = this.layout();
    const before = b === 0 ? gap : shapes[b].line - shapes[b - 1].line;
    const after = b + 1 === shapes.length ? gap : shapes[b + 1].line - shapes[b].line;
    if (before !== gap) signs.add((before < gap ? CLOSE_BEFORE : FAR_BEFORE) + level);
    if (after !== gap) signs.add((after < gap ? CLOSE_AFTER : FAR_AFTER) + level);
    const own = marginOf(article, shapes[b]);
    if (own !== margin && before > 0) signs.add((own > margin ? INDENTED : OUTDENTED) + level);
    if (this.beginsLike(b, b - 1) || this.beginsLike(b, b + 1)) signs.add(LIKE_NEIGHBOUR + level);
  }

  /** Whether one of two blocks begins with all words of the other. */
  private beginsLike(b: number, other: number): boolean {
    if (other < 0 || other >= this.shapes.length) return false;
    const { words, blocks } = this.article;
    const [from, to] = [blocks.firstWord[b], blocks.firstWord[other]];
    const count = Math.min(blocks.firstWord[b + 1] - from, blocks.firstWord[other + 1] - to);
    if (count < 3 || this.shapes[b].key === this.shapes[other].key) return false;
    for (let w = 0; w < 2 * count; w++) if (words.hash[2 * from + w] !== words.hash[2 * to + w]) return false;
    return true;
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

  /** The same text in other articles of the source and elsewhere in this one. */
  private readRepetition(b: number, zone: number, signs: Signs): void {
    const { key, words, paragraph } = this.shapes[b];
    const own = b === this.headline;
    if (zone !== BODY && !paragraph && words >= 2) {
      const earlier = this.head.get(key);
      if (earlier !== undefined && earlier < b) {
        if (earlier === this.headline) {
          if (words >= 3) signs.tell(HEADLINE_AGAIN + zone, 'repeated-headline', { headline: true });
        } else if (earlier > this.headline && earlier <= this.headline + BYLINE_WITHIN)
          signs.tell(BYLINE_AGAIN + zone, 'repeated-byline', { line: this.shapes[earlier].line + 1 });
      }
    }
    if (!this.lines) return;
    const count = timesIn(this.lines, key, this.shapes[this.headline]?.key);
    const rate = rateOf(count, this.lines.articles);
    // Before the text writers and columns recur; where there is no text, they are all that follows the headline.
    const few = zone === HEAD ? rate === RATE.three || rate === RATE.some : zone === NONE && rate !== RATE.most;
    if (rate >= 0 && !few && !(own && rate !== RATE.most) && !this.isNote(b, zone) && !this.isSubhead(b, zone)) {
      // Copies aren't weighed, but whoever counts finds them.
      const told = { articles: this.lines.repeated.get(key) ?? count, of: this.lines.articles, zone: ZONES[zone] };
      signs.tell((paragraph ? RECURRING_PARAGRAPH : RECURRING)[rate] + zone, 'repeated', told);
    }
    if (count >= 3 && this.readings[b].phrase) signs.add(SOURCE_PHRASE + zone);
    if (b > 0 && words >= 4 && !paragraph && zone !== HEAD && !own && (this.headlines?.get(key) ?? 0) > 0)
      signs.tell(ANOTHER_HEADLINE + zone, 'related-headline', { headlines: this.headlines!.get(key)! });
  }

  /** Whether block `b` is what stands above many an article, and is its own: a byline, a dateline. */
  private isNote(b: number, zone: number): boolean {
    if (zone !== HEAD || !isLabel(this.shapes[b])) return false;
    const { label, units } = this.readings[b];
    return noteOf(label ? this.plain(b) : '', this.written(b), this.shapes[b], units, ZONES[zone], 'mixed') !== undefined;
  }

  /**
   * Whether block `b` may be a subhead: between paragraphs a line that says nothing to the reader of a page is as well a column's, a recipe's, a
   * paper's name in a review.
   */
  private isSubhead(b: number, zone: number): boolean {
    if (zone !== BODY || this.shapes[b].paragraph || this.readings[b].signs.length > 0) return false;
    return (
      (this.readings[b].lists & Lists.INTERFACE) === 0 ||
      !this.plain(b)
        .split(' ')
        .some((word) => interfaceWords.has(word))
    );
  }

  /** Words that address a reader as a user of a page, and names of sites and their sections. */
  private readWords(b: number, zone: number, signs: Signs): void {
    const { words } = this.shapes[b];
    const { lists } = this.readings[b];
    const asked = lists & Lists.INTERFACE || (lists & Lists.OUTLET && zone === TAIL) || this.mayBeKicker(b);
    if (!asked) return;
    const parts = this.plain(b).split(' ');
    let hits = 0;
    if (lists & Lists.INTERFACE) for (const word of parts) if (interfaceWords.has(word)) hits++;
    if (hits > 0) {
      const sign = INTERFACE[Math.min(hits, 3) - 1][words <= 3 ? 0 : words <= 8 ? 1 : 2] + zone;
      if (zone === TAIL && isInterface(Math.min(hits, 3), words)) signs.tell(sign, 'interface', { words: hits });
      else signs.add(sign);
    }
    if (
      lists & Lists.OUTLET &&
      zone === TAIL &&
      b === this.shapes.length - 1 &&
      words > 1 &&
      words <= SITE_NAME_WORDS &&
      outletWords.has(parts[0]) &&
      !/[.:]$/.test(this.written(b))
    )
      signs.tell(SITE_NAME, 'site-name', { last: true });
    if (!this.mayBeKicker(b)) return;
    const sections = parts.filter((word) => sectionWords.has(word)).length;
    let lines = 0;
    for (let other = 2; other < this.first; other++) if (this.judged[other] === 1 || this.readings[other].signs.includes(TIME)) lines++;
    if (sections * 2 >= parts.length) signs.tell(SECTION_ABOVE, 'category', { sections });
    else if (words <= 2 && lines >= 2) signs.tell(LABEL_ABOVE, 'category', { lines });
  }

  /** Whether block `b` may be the name of a section above the headline. */
  private mayBeKicker(b: number): boolean {
    const { words, stopped } = this.shapes[b];
    if (b > 0 || this.shapes.length < 2 || words > KICKER_WORDS || stopped) return false;
    const below = this.shapes[1];
    return below.words >= 5 && below.words >= words * 2 && !below.stopped && this.first >= 2;
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
      if (phrase && ANNOUNCES.has(phrase.kind) && label) {
        const zone = this.zone(b);
        cue = zone === HEAD || (zone === NONE && phrase.kind === 'navigation') ? 0 : b + 1;
        continue;
      }
      if (cue === 0 || this.known[b] === 1 || signs.length > 0) continue;
      const { words, paragraph } = this.shapes[b];
      const ends = this.shapes[b].stopped && this.article.text[this.shapes[b].end - 1] === '.' && !this.written(b).endsWith('..');
      if (!paragraph && !ends && words >= ANNOUNCED_WORDS[0] && words <= ANNOUNCED_WORDS[1]) {
        announced ??= new Uint8Array(this.shapes.length);
        announced[b] = cue;
      } else cue = 0;
    }
    return announced;
  }

  private findRuns(): Uint16Array {
    const runs = new Uint16Array(this.shapes.length);
    for (let b = 0; b < runs.length; ) {
      let end = b;
      while (end < runs.length && !this.shapes[end].paragraph) end++;
      runs.fill(end - b, b, end);
      b = Math.max(end, b + 1);
    }
    return runs;
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

/**
 * In how many articles of a source a line stands, of those with one headline counted once: an article that a source holds
 * three times would make all its lines the site's.
 */
export function timesIn({ repeated }: SourceLines, key: number, headline: number | undefined): number {
  const copies = headline === undefined ? 0 : Math.max(0, (repeated.get(headline) ?? 0) - 1);
  return Math.max(0, (repeated.get(key) ?? 0) - copies);
}

/** In how many of a source's articles a line stands: their numbers and names. */
const RATE = { three: 0, some: 1, fifth: 2, third: 3, most: 4 } as const;
const RATES = ['three', 'some', 'a fifth of the', 'a third of the', 'most'] as const;

/** In how many of a source's articles a line stands, of `RATES`; -1 where they are too few to say anything. */
export function rateOf(count: number, articles: number): number {
  if (count < 3) return -1;
  const share = count / articles;
  if (count < 4 || share < 0.03) return share < 0.03 ? -1 : RATE.three;
  return share < 0.2 ? RATE.some : share < 0.3 ? RATE.fifth : share < 0.5 ? RATE.third : RATE.most;
}

/** Whether so many words of interfaces, of so many words, make a line under an article a part of its page. */
const isInterface = (hits: number, words: number): boolean => hits >= 3 || (hits === 2 && words <= 8) || words <= 3;

const NO_TITLES: ReadonlyMap<number, number> = new Map();

const always = (): boolean => true;
const never = (): boolean => false;

/** Of a line by itself: for each rate a sign for lines, and the next for paragraphs. */
export const RATE_ALONE = RATES.map((rate) => forLines(`in ${rate} articles`));
const RECURRING = RATES.map((rate) => byZone(`in ${rate} articles`, always));
const RECURRING_PARAGRAPH = RATES.map((rate) => byZone(`in ${rate} articles`, always, ', paragraph'));
const INTERFACE = ['one', 'two', 'three'].map((many, n) =>
  [3, 8, 14].map((size) => byZone(`${many} of ${size} words of interfaces`, (zone) => zone === 'tail' && isInterface(n + 1, size))),
);
const ANNOUNCED = byZone('announced', always);
const HEADLINE_AGAIN = byZone('headline again', always);
const BYLINE_AGAIN = byZone('byline again', always);
const ANOTHER_HEADLINE = byZone('another headline', always);
const NUMBER_BESIDE = byZone('number beside', always);
const SOURCE_PHRASE = byZone('phrase of the source', never);
const TITLE = telling('title of the page');
const INTERRUPTS = telling('interrupts');
const SITE_NAME = telling('name of the site');
const SECTION_ABOVE = telling('section above the headline');
const LABEL_ABOVE = telling('label above the headline');

const ZONE = ZONES.map((zone) => byLevel(zone));
const ABOVE = byLevel('above the text');
const WITHIN = byLevel('within the text');
const BELOW = byLevel('below the text');
const FIRST = byLevel('first');
const LAST = byLevel('last');
const BEFORE = { leftover: byLevel('after a leftover'), paragraph: byLevel('after a paragraph'), line: byLevel('after a line') };
const AFTER = { leftover: byLevel('before a leftover'), paragraph: byLevel('before a paragraph'), line: byLevel('before a line') };
const BETWEEN = byLevel('between leftovers');
const RUNS = ['one line', 'two lines', 'three to five lines', 'six to twelve lines', 'more than twelve lines'].map((name) => byLevel(name));
const TWICE_NEAR = byLevel('twice near by');
const TWICE = byLevel('twice');
const OFTEN = byLevel('three times');
const GOES_ON = byLevel('goes on');
const BROKEN = byLevel('broken off');
const AFTER_PICTURE = byLevel('after a picture');
const BEFORE_PICTURE = byLevel('before a picture');
const CLOSE_BEFORE = byLevel('close to the block before');
const FAR_BEFORE = byLevel('far from the block before');
const CLOSE_AFTER = byLevel('close to the block after');
const FAR_AFTER = byLevel('far from the block after');
const INDENTED = byLevel('further from the margin than paragraphs');
const OUTDENTED = byLevel('nearer to the margin than paragraphs');
const LIKE_NEIGHBOUR = byLevel('begins like a neighbour');
const BYLINE = byLevel('looks like a byline');
