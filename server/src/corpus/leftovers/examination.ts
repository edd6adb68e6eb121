import type { Article } from '../../text/article';
import type { Judgement } from '../evidence';
import { findHeadline } from '../headline';
import { isNoHeadline, LABEL_WORDS, type Reading, readBlock } from './alone';
import { Company } from './company';
import { readMarks, readPageMarks } from './marks';
import { isReported, type Model, shippedModel, weigh } from './model';
import { type Page, readPage, sizeSign } from './page';
import { Places } from './place';
import { copiesOf, RATE_ALONE, rateOf } from './repetition';
import { type Layout, layoutOf, type Shape } from './shape';
import { MIXED, PAGE, type Sign, Signs, TEXT, type Telling } from './signs';

/** A block with all that speaks for and against it. */
export interface Examined {
  readonly signs: readonly Sign[];
  /** What the telling ones of its signs tell. */
  readonly tellings: readonly Telling[];
  /** What it says itself. */
  readonly alone: readonly Sign[];
  /** Log odds that it is a leftover. */
  readonly odds: number;
}

/** What was found of an article's blocks. */
export interface Examination {
  readonly blocks: readonly Examined[];
  /** Of `LEVELS`. */
  readonly level: number;
  /** Where a block stands, of `ZONES`. */
  readonly zone: (b: number) => number;
  readonly readings: readonly Reading[];
}

const NOTHING: readonly never[] = [];
/** A block of which nothing tells that it may be a leftover. */
const SILENT: Examined = { signs: NOTHING, tellings: NOTHING, alone: NOTHING, odds: Number.NEGATIVE_INFINITY };

/**
 * Reads every block: first what it says itself, then, knowing that of all, what those around it say. Only where it may make a difference
 * (`isReported`) is a block weighed among the others, unless `all` are asked for, with their signs.
 */
export function examine(
  article: Article,
  shapes: readonly Shape[],
  judgement: Judgement | null,
  { alone, together }: Model = shippedModel(),
  all = false,
): Examination {
  const count = shapes.length;
  let lastLong = count - 1;
  while (lastLong >= 0 && shapes[lastLong].words < LABEL_WORDS) lastLong--;
  const readings = shapes.map((shape, b) => readBlock(article, shape, b, lastLong <= b));
  const page = readPage(shapes, readings);
  const lines = judgement?.lines.sources.get(article.source);
  const headline = lines && findHeadline(shapes.map(wordsOf), (b) => isNoHeadline(readings[b]));
  const signs = new Signs();
  const judged = new Uint8Array(count);
  const known = new Uint8Array(count);
  const held = new Uint32Array(count);
  const copies = lines ? copiesOf(lines, shapes[headline ?? -1]?.key) : 0;
  const rates = new Int8Array(count);
  const alones: (readonly Sign[])[] = [];
  const say = (b: number): void => {
    signs.clear();
    for (const sign of readings[b].signs) signs.add(sign);
    if (rates[b] >= 0) signs.add(RATE_ALONE[rates[b]] + (shapes[b].paragraph ? 1 : 0));
  };
  for (let b = 0; b < count; b++) {
    held[b] = lines?.repeated.get(shapes[b].key) ?? 0;
    rates[b] = lines ? rateOf(held[b] - copies, lines.articles) : -1;
    if (readings[b].tellings.length > 0 || rates[b] >= 0) known[b] = 1;
    say(b);
    look(article, shapes[b], readings[b], levelOf(page, known[b] === 1), signs);
    if (weigh(signs.list, alone) > 0) judged[b] = 1;
    if (all) alones.push([...signs.list]);
  }
  let layout: Layout | undefined;
  const layoutHere = (): Layout => {
    layout ??= layoutOf(article, shapes);
    return layout;
  };
  const examineIn = (company: Company): Examined[] => {
    let places: Places | undefined;
    return shapes.map((shape, b) => {
      say(b);
      company.tell(b, signs);
      const tells = readings[b].tellings.length > 0 || signs.tellings.length > 0;
      if (!tells && page.level !== PAGE && !all) return SILENT;
      const level = levelOf(page, tells);
      look(article, shape, readings[b], level, signs);
      places ??= new Places(company);
      places.tell(b, level, signs);
      const tellings = tells ? [...readings[b].tellings, ...signs.tellings] : NOTHING;
      return { signs: all ? [...signs.list] : NOTHING, tellings, alone: all ? alones[b] : NOTHING, odds: weigh(signs.list, together) };
    });
  };
  const companyOf = (judged: Uint8Array): Company =>
    new Company(article, shapes, readings, page, layoutHere, lines, held, judgement?.lines.headlines, judged, known);
  let company = companyOf(judged);
  let blocks = examineIn(company);
  if (page.level === PAGE) {
    // On a page one leftover tells of the next: once more with what is known now.
    company = companyOf(
      Uint8Array.from(blocks, ({ odds, tellings }, b) =>
        isReported(odds, tellings.length > 0, article.language, page.level, company.zone(b)) ? 1 : 0,
      ),
    );
    blocks = examineIn(company);
  }
  return { blocks, level: page.level, zone: (b) => company.zone(b), readings };
}

const wordsOf = ({ words }: Shape): number => words;

/** A block that says what it is stands in an article where a line of the page is, be it the only one. */
const levelOf = ({ level }: Page, tells: boolean): number => (tells && level === TEXT ? MIXED : level);

/** Adds how long a block is, how it ends, and what stands in it. */
function look({ text, language }: Article, shape: Shape, reading: Reading, level: number, signs: Signs): void {
  signs.add(sizeSign(shape, level));
  readMarks(text, shape, reading, level, signs);
  if (level === PAGE && language === 'other') readPageMarks(text, shape, reading, signs);
}
