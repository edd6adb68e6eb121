import type { Article } from '../../text/article';
import { runKey } from '../../text/scan';
import { HEADLINE_WORDS } from '../headline';
import type { SourceLines } from '../lines';
import { isLabel, type Reading } from './alone';
import { ANNOUNCES, continues, interfaceWords, outletWords, sectionWords } from './lexicon';
import { isByline, noteOf } from './notes';
import type { Page } from './page';
import { plain } from './plain';
import { type Layout, marginOf, type Shape } from './shape';
import { byLevel, type Level, type Sign, type Zone } from './signs';

/** A headline between two paragraphs has at least this many words; 97 % of the development set's subheads have fewer. */
const INTERRUPTING_WORDS = 7;
/** Lines between a page's title and the headline below it: a menu has no more. */
const MENU_LINES = 40;
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
  private readonly announced: Uint8Array;
  private readonly titles = new Map<number, number>();
  private readonly head = new Map<number, number>();
  /** Per block, how many blocks in a row around it are no paragraphs; 0 for a paragraph. */
  private readonly runs: Uint16Array;

  constructor(
    private readonly article: Article,
    private readonly shapes: readonly Shape[],
    private readonly readings: readonly Reading[],
    private readonly page: Page,
    private readonly layout: () => Layout,
    private readonly lines: SourceLines | undefined,
    private readonly headlines: ReadonlyMap<number, number> | undefined,
    /** Whether a block is a leftover for all that it says itself. */
    private readonly judged: readonly boolean[],
    /** Whether a block says what it is. */
    private readonly known: readonly boolean[],
  ) {
    this.first = shapes.findIndex(({ paragraph }, b) => paragraph && !judged[b] && !readings[b].phrase);
    this.last = shapes.findLastIndex(({ paragraph }, b) => paragraph && !judged[b] && !readings[b].phrase);
    this.findTitles();
    this.headline = shapes.findIndex(({ words }, b) => words >= HEADLINE_WORDS.least && !known[b] && !this.titles.has(b));
    if (this.headline >= 0 && shapes[this.headline].words > HEADLINE_WORDS.most) this.headline = -1;
    for (let b = 0; b < this.first; b++) if (!this.head.has(shapes[b].key)) this.head.set(shapes[b].key, b);
    this.announced = this.findAnnounced();
    this.runs = this.findRuns();
  }

  zone(b: number): Zone {
    if (this.first < 0) return 'none';
    return b < this.first ? 'head' : b > this.last ? 'tail' : 'body';
  }

  /** Adds what tells that block `b` is a leftover, or that it isn't one. */
  tell(b: number, signs: Sign[]): void {
    const { shapes, judged } = this;
    const zone = this.zone(b);
    const { label, phrase, signs: own } = this.readings[b];
    const beside = (b > 0 && judged[b - 1]) || (b + 1 < shapes.length && judged[b + 1]);
    for (const sign of own) {
      signs.push({ ...sign, name: `${sign.name} (${zone})` });
      if (beside) signs.push({ ...sign, name: `${sign.name} (beside another)` });
      if (b + 1 === shapes.length) signs.push({ ...sign, name: `${sign.name} (at the end)` });
    }
    this.readRepetition(b, zone, signs);
    const cue = this.announced[b];
    if (cue > 0) signs.push({ name: `announced, ${zone}`, kind: 'related-headline', told: { announced: true, line: shapes[cue - 1].line + 1 } });
    const headline = this.titles.get(b);
    if (headline !== undefined) signs.push({ name: 'title of the page', kind: 'site-title', told: { line: shapes[headline].line + 1 } });
    if (zone === 'body' && this.interrupts(b))
      signs.push({ name: 'interrupts', kind: 'related-headline', told: { words: shapes[b].words, interrupts: true } });
    if (label === '') return;
    if (zone !== 'body' && !phrase && shapes[b].words > 0) this.readWords(b, zone, signs);
    if (own.length > 0 && own[0].name === 'number' && !this.sharesLine(b) && this.besidePage(b))
      signs.push({ name: `number beside, ${zone}`, kind: 'counter', told: { number: true } });
  }

  /** Adds where block `b` stands. */
  place(b: number, level: Level, signs: Sign[]): void {
    const { shapes, page, judged } = this;
    const zone = this.zone(b);
    const { label, units } = this.readings[b];
    const before = b > 0 && judged[b - 1];
    const after = b + 1 < shapes.length && judged[b + 1];
    const place = b < page.core[0] ? ABOVE : b >= page.core[1] ? BELOW : WITHIN;
    signs.push(ZONE[zone][level], place[level]);
    signs.push(b === 0 ? FIRST[level] : before ? BEFORE.leftover[level] : shapes[b - 1].paragraph ? BEFORE.paragraph[level] : BEFORE.line[level]);
    signs.push(
      b + 1 === shapes.length ? LAST[level] : after ? AFTER.leftover[level] : shapes[b + 1].paragraph ? AFTER.paragraph[level] : AFTER.line[level],
    );
    if (before && after) signs.push(BETWEEN[level]);
    const run = this.runs[b];
    if (run > 0) signs.push(RUNS[run > 12 ? 4 : run > 5 ? 3 : run > 2 ? 2 : run - 1][level]);
    if (page.again[b] > 0 && b !== this.headline) signs.push((page.again[b] === 1 ? TWICE_NEAR : TWICE)[level]);
    if (level === 'page') this.readLayout(b, level, signs);
    if (zone === 'head' && label !== '' && isByline(label, this.written(b), shapes[b], units)) signs.push(BYLINE[level]);
  }

  private written(b: number): string {
    return this.article.text.slice(this.shapes[b].start, this.shapes[b].end);
  }

  /** How far from the blocks around it, how far from the margin, and whether a neighbour begins with the same words. */
  private readLayout(b: number, level: Level, signs: Sign[]): void {
    const { shapes, article } = this;
    const { gap, margin } = this.layout();
    const before = b === 0 ? gap : shapes[b].line - shapes[b - 1].line;
    const after = b + 1 === shapes.length ? gap : shapes[b + 1].line - shapes[b].line;
    if (before !== gap) signs.push((before < gap ? CLOSE_BEFORE : FAR_BEFORE)[level]);
    if (after !== gap) signs.push((after < gap ? CLOSE_AFTER : FAR_AFTER)[level]);
    const own = marginOf(article, shapes[b]);
    if (own !== margin && before > 0) signs.push((own > margin ? INDENTED : OUTDENTED)[level]);
    if (this.beginsLike(b, b - 1) || this.beginsLike(b, b + 1)) signs.push(LIKE_NEIGHBOUR[level]);
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
    if ([b - 1, b + 1].some((other) => this.judged[other])) return true;
    return b > 0 && this.readings[b - 1].signs.some(({ name }) => name === 'time');
  }

  /** The same text in other articles of the source and elsewhere in this one. */
  private readRepetition(b: number, zone: Zone, signs: Sign[]): void {
    const { key, words, paragraph } = this.shapes[b];
    const own = b === this.headline;
    const earlier = this.head.get(key);
    if (earlier !== undefined && earlier < b && words >= 2 && !paragraph && zone !== 'body') {
      if (earlier === this.headline) {
        if (words >= 3) signs.push({ name: `headline again, ${zone}`, kind: 'repeated-headline', told: { headline: true } });
      } else if (earlier > this.headline && earlier <= this.headline + BYLINE_WITHIN)
        signs.push({ name: `byline again, ${zone}`, kind: 'repeated-byline', told: { line: this.shapes[earlier].line + 1 } });
    }
    if (!this.lines) return;
    const count = timesIn(this.lines, key, this.shapes[this.headline]?.key);
    const rate = rateOf(count, this.lines.articles);
    const label = this.readings[b];
    const byline =
      rate !== '' &&
      zone === 'head' &&
      isLabel(this.shapes[b]) &&
      noteOf(label.label, this.written(b), this.shapes[b], label.units, zone, 'mixed') !== undefined;
    // Before the text writers and columns recur.
    const few = zone === 'head' && (rate === 'three' || rate === 'some');
    // Between paragraphs a line that says nothing to the reader of a page is as well a subhead: a column's, a recipe's, a paper's name in a review.
    const subhead = zone === 'body' && !paragraph && label.signs.length === 0 && !label.label.split(' ').some((word) => interfaceWords.has(word));
    if (rate !== '' && !few && !byline && !subhead && !(own && rate !== 'most')) {
      const told = { articles: count, of: this.lines.articles, zone };
      signs.push({ name: `in ${rate} articles, ${zone}${paragraph ? ', paragraph' : ''}`, kind: 'repeated', told });
    }
    if (count >= 3 && this.readings[b].phrase) signs.push({ name: `phrase of the source, ${zone}` });
    if (b > 0 && words >= 4 && !paragraph && zone !== 'head' && !own && (this.headlines?.get(key) ?? 0) > 0)
      signs.push({ name: `another headline, ${zone}`, kind: 'related-headline', told: { headlines: this.headlines!.get(key)! } });
  }

  /** Words that address a reader as a user of a page, and names of sites and their sections. */
  private readWords(b: number, zone: Zone, signs: Sign[]): void {
    const { words, stopped } = this.shapes[b];
    const { label } = this.readings[b];
    const parts = label.split(' ');
    let hits = 0;
    for (const word of parts) if (interfaceWords.has(word)) hits++;
    if (hits > 0) {
      const many = hits > 2 ? 'three' : hits === 2 ? 'two' : 'one';
      const size = words <= 3 ? '3' : words <= 8 ? '8' : String(14);
      const sign = { name: `${many} of ${size} words of interfaces, ${zone}` };
      const enough = zone === 'tail' && (hits >= 3 || (hits === 2 && words <= 8) || words <= 3);
      signs.push(enough ? { ...sign, kind: 'interface', told: { words: hits } } : sign);
    }
    if (
      zone === 'tail' &&
      b === this.shapes.length - 1 &&
      words > 1 &&
      words <= SITE_NAME_WORDS &&
      outletWords.has(parts[0]) &&
      !/[.:]$/.test(this.written(b))
    )
      signs.push({ name: 'name of the site', kind: 'site-name', told: { last: true } });
    if (b > 0 || this.shapes.length < 2 || words > KICKER_WORDS || stopped) return;
    const below = this.shapes[1];
    if (below.words < 5 || below.words < words * 2 || below.stopped || this.first < 2) return;
    const sections = parts.filter((word) => sectionWords.has(word)).length;
    let lines = 0;
    for (let other = 2; other < this.first; other++)
      if (this.judged[other] || this.readings[other].signs.some(({ name }) => name === 'time')) lines++;
    if (sections * 2 >= parts.length) signs.push({ name: 'section above the headline', kind: 'category', told: { sections } });
    else if (words <= 2 && lines >= 2) signs.push({ name: 'label above the headline', kind: 'category', told: { lines } });
  }

  /** A page's title: names of site and section, and the headline that stands below once more. */
  private findTitles(): void {
    const { shapes, article, known } = this;
    const until = this.first < 0 ? shapes.length : this.first;
    for (let b = 0; b < until; b++) {
      if (known[b] || shapes[b].words < 4) continue;
      const from = article.blocks.firstWord[b];
      const end = article.blocks.firstWord[b + 1];
      for (let below = b + 1; below < Math.min(until, b + MENU_LINES); below++) {
        const { words, key } = shapes[below];
        if (words < 3 || words >= end - from || known[below]) continue;
        // Names of site and section stand before the headline and are many words; behind it, the name of the site is few.
        const ends = runKey(article.words, end - words, end) === key;
        if (!ends && (2 * words < end - from || runKey(article.words, from, from + words) !== key)) continue;
        this.titles.set(b, below);
        break;
      }
      // Whatever stands first and is no title is the headline, and no title stands below it.
      if (!this.titles.has(b)) return;
    }
  }

  /** Per block, one more than the block of the cue that announces it: from the cue to where prose resumes. */
  private findAnnounced(): Uint8Array {
    const announced = new Uint8Array(this.shapes.length);
    let cue = 0;
    for (let b = 0; b < this.shapes.length; b++) {
      const { phrase, label } = this.readings[b];
      // «Next» above the headline announces the article itself.
      if (phrase && ANNOUNCES.has(phrase.kind) && label !== '') {
        cue = this.zone(b) === 'head' ? 0 : b + 1;
        continue;
      }
      if (this.known[b] || this.readings[b].signs.length > 0) continue;
      const { words, paragraph } = this.shapes[b];
      const ends = this.shapes[b].stopped && this.article.text[this.shapes[b].end - 1] === '.' && !this.written(b).endsWith('..');
      if (cue > 0 && !paragraph && !ends && words >= ANNOUNCED_WORDS[0] && words <= ANNOUNCED_WORDS[1]) announced[b] = cue;
      else cue = 0;
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
    while (next < shapes.length && this.judged[next]) next++;
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

/** In how many of a source's articles a line stands, in words; empty where they are too few to say anything. */
export function rateOf(count: number, articles: number): string {
  if (count < 3) return '';
  const share = count / articles;
  if (count < 4 || share < 0.03) return share < 0.03 ? '' : 'three';
  return share < 0.2 ? 'some' : share < 0.3 ? 'a fifth of the' : share < 0.5 ? 'a third of the' : 'most';
}

const ZONE = Object.fromEntries((['head', 'body', 'tail', 'none'] as const).map((zone) => [zone, byLevel(zone)])) as Record<
  Zone,
  ReturnType<typeof byLevel>
>;
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
const CLOSE_BEFORE = byLevel('close to the block before');
const FAR_BEFORE = byLevel('far from the block before');
const CLOSE_AFTER = byLevel('close to the block after');
const FAR_AFTER = byLevel('far from the block after');
const INDENTED = byLevel('further from the margin than paragraphs');
const OUTDENTED = byLevel('nearer to the margin than paragraphs');
const LIKE_NEIGHBOUR = byLevel('begins like a neighbour');
const BYLINE = byLevel('looks like a byline');
