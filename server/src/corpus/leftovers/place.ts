import { CLASS, Class, digitValue } from '../../text/characters';
import { PICTURE, PLACEHOLDER_SIGN } from './alone';
import type { Company } from './company';
import { endsWithCredit } from './marks';
import { isByline } from './notes';
import { ANYWHERE, coreOf, NEAR_BY, ONCE } from './page';
import { marginOf, type Shape } from './shape';
import { byLevel, HEAD, PAGE, type Signs, ZONES } from './signs';

/** Names and dates below a headline are shorter. */
const STANDFIRST_WORDS = 7;

/** Where the blocks of an article stand: in the text, among the blocks around them, on the page. */
export class Places {
  private readonly core: readonly [from: number, to: number];
  /** Per block, how many blocks in a row around it are no paragraphs; 0 for a paragraph. */
  private readonly runs: Uint16Array;
  /** The blocks that number what the article tells. */
  private readonly series: ReadonlySet<number> | undefined;

  constructor(private readonly company: Company) {
    this.core = coreOf(company.shapes);
    this.runs = findRuns(company.shapes);
    this.series = findSeries(company);
  }

  /** Adds where block `b` stands. */
  tell(b: number, level: number, signs: Signs): void {
    const { shapes, page, judged } = this.company;
    const zone = this.company.zone(b);
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
    if (again !== ONCE && b !== this.company.headline) signs.add((again === NEAR_BY ? TWICE_NEAR : again === ANYWHERE ? TWICE : OFTEN) + level);
    if (again !== ONCE && this.company.isSubhead(b)) signs.add(SUBHEAD + level);
    if (this.series?.has(b)) signs.add(SERIES + level);
    if (b === this.company.headline + 1 && b > 0 && shapes[b].words >= STANDFIRST_WORDS) signs.add(STANDFIRST + level);
    if (shapes[b].goesOn) signs.add(GOES_ON + level);
    if (b + 1 < shapes.length && shapes[b + 1].goesOn) signs.add(BROKEN + level);
    if (b > 0 && this.isPicture(b - 1)) signs.add(AFTER_PICTURE + level);
    if (b + 1 < shapes.length && this.isPicture(b + 1)) signs.add(BEFORE_PICTURE + level);
    if (level === PAGE) this.readLayout(b, level, signs);
    const { label, units } = this.company.readings[b];
    if (zone === HEAD && label && isByline(this.company.plain(b), this.company.written(b), shapes[b], units)) signs.add(BYLINE + level);
  }

  /** Whether block `b` stands for a picture, or names who made one, be it in brackets behind the caption. */
  private isPicture(b: number): boolean {
    const { readings, shapes, article } = this.company;
    const { signs } = readings[b];
    if (signs.includes(PICTURE) || (signs.includes(PLACEHOLDER_SIGN) && article.text[shapes[b].start] === '[')) return true;
    return article.language === 'other' && endsWithCredit(article.text, shapes[b]);
  }

  /** How far from the blocks around it, how far from the margin, and whether a neighbour begins with the same words. */
  private readLayout(b: number, level: number, signs: Signs): void {
    const { shapes, article } = this.company;
    const { gap, margin } = this.company.layout();
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
    if (other < 0 || other >= this.company.shapes.length) return false;
    const { words, blocks } = this.company.article;
    const [from, to] = [blocks.firstWord[b], blocks.firstWord[other]];
    const count = Math.min(blocks.firstWord[b + 1] - from, blocks.firstWord[other + 1] - to);
    if (count < 3 || this.company.shapes[b].key === this.company.shapes[other].key) return false;
    for (let w = 0; w < 2 * count; w++) if (words.hash[2 * from + w] !== words.hash[2 * to + w]) return false;
    return true;
  }
}

function findRuns(shapes: readonly Shape[]): Uint16Array {
  const runs = new Uint16Array(shapes.length);
  for (let b = 0; b < runs.length; ) {
    let end = b;
    while (end < runs.length && !shapes[end].paragraph) end++;
    runs.fill(end - b, b, end);
    b = Math.max(end, b + 1);
  }
  return runs;
}

/** `3. `, `٣) `: what numbers an entry or a part. */
const NUMBERED = /^([0-9٠-٩۰-۹]{1,2})[.)]\s/;

/** Blocks that are numbered one after the other, with others between them: the parts of a story. Entries of a menu follow one another. */
function findSeries({ article, shapes }: Company): Set<number> | undefined {
  let series: Set<number> | undefined;
  let before = -1;
  let number = 0;
  shapes.forEach(({ start }, b) => {
    if (CLASS[article.text.charCodeAt(start)] !== Class.DIGIT) return;
    const found = NUMBERED.exec(article.text.slice(start, start + NUMBER_LENGTH));
    if (!found) return;
    const own = [...found[1]].reduce((sum, digit) => 10 * sum + digitValue(digit.charCodeAt(0)), 0);
    if (before >= 0 && own === number + 1 && b > before + 1) {
      series ??= new Set();
      series.add(before).add(b);
    }
    before = b;
    number = own;
  });
  return series;
}

/** UTF-16 units that hold such a number. */
const NUMBER_LENGTH = 4;

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
const SUBHEAD = byLevel('stands as a subhead', true);
const SERIES = byLevel('numbered among paragraphs', true);
const STANDFIRST = byLevel('sentence below the headline');
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
