import type { Article } from '../../text/article';
import type { Judgement } from '../evidence';
import { findHeadline } from '../headline';
import { isLabel, LABEL_WORDS, type Reading, readBlock } from './alone';
import { CAPTION, isCaption } from './captions';
import { Company, rateOf, timesIn } from './company';
import type { Leftover, Phrases, Unnumbered } from './leftovers';
import { readMarks } from './marks';
import { confidenceOf, REPORTED, speaks, tellingSign, tells, weighAlone, weighTogether } from './model';
import { noteOf } from './notes';
import { namesMaker } from './origins';
import { type Page, readPage, sizeSign } from './page';
import { plain } from './plain';
import { type Layout, layoutOf, type Shape } from './shape';
import type { Level, Sign, Zone } from './signs';

/** A block with all that speaks for and against it. */
export interface Examined {
  readonly signs: readonly Sign[];
  /** What it says itself. */
  readonly alone: readonly Sign[];
  readonly odds: number;
}

/** What was found of an article's blocks. */
export interface Examination {
  readonly blocks: readonly Examined[];
  readonly level: Level;
  readonly zone: (b: number) => Zone;
  readonly readings: readonly Reading[];
}

/** Reads every block: first what it says itself, then, knowing that of all, what those around it say. */
export function examine(article: Article, shapes: readonly Shape[], judgement: Judgement | null): Examination {
  const { text } = article;
  const lastLong = shapes.findLastIndex(({ words }) => words >= LABEL_WORDS);
  const readings = shapes.map((shape, b) => readBlock(article, shape, b, lastLong <= b));
  const page = readPage(shapes, readings);
  const lines = judgement?.lines.sources.get(article.source);
  const headline = lines && findHeadline(shapes.map(wordsOf), (b) => tells(readings[b].signs));
  const said = shapes.map((shape, b): readonly Sign[] => {
    const rate = lines ? rateOf(timesIn(lines, shape.key, shapes[headline ?? -1]?.key), lines.articles) : '';
    if (rate === '') return readings[b].signs;
    return [...readings[b].signs, { name: `in ${rate} articles${shape.paragraph ? ' as a paragraph' : ''}` }];
  });
  const known = readings.map(({ signs }, b) => tells(signs) || said[b] !== signs);
  const alone = said.map((signs, b) => [...signs, ...lookOf(text, shapes[b], readings[b], levelOf(page, known[b]))]);
  let layout: Layout | undefined;
  const layoutHere = (): Layout => {
    layout ??= layoutOf(article, shapes);
    return layout;
  };
  const weigh = (judged: readonly boolean[]): { company: Company; blocks: Examined[] } => {
    const company = new Company(article, shapes, readings, page, layoutHere, lines, judgement?.lines.headlines, judged, known);
    const blocks = shapes.map((shape, b) => {
      const signs = [...said[b]];
      company.tell(b, signs);
      const level = levelOf(page, tells(signs));
      signs.push(...lookOf(text, shape, readings[b], level));
      company.place(b, level, signs);
      return { signs, alone: alone[b], odds: weighTogether(signs) };
    });
    return { company, blocks };
  };
  let { company, blocks } = weigh(alone.map((signs) => weighAlone(signs) > 0));
  // On a page one leftover tells of the next: once more with what is known now.
  if (page.level === 'page') ({ company, blocks } = weigh(blocks.map(({ odds }) => odds > 0)));
  return { blocks, level: page.level, zone: (b) => company.zone(b), readings };
}

const wordsOf = ({ words }: Shape): number => words;

/** A block that says what it is stands in an article where a line of the page is, be it the only one. */
const levelOf = ({ level }: Page, tells: boolean): Level => (tells && level === 'text' ? 'mixed' : level);

/** How long a block is, how it ends, and what stands in it. */
function lookOf(text: string, shape: Shape, reading: Reading, level: Level): Sign[] {
  const signs = [sizeSign(shape, level)];
  readMarks(text, shape, reading, level, signs);
  return signs;
}

/** The blocks of an article that the site put there, in reading order, and the block that is its headline, -1 where none is. */
export function judgeBlocks(
  article: Article,
  shapes: readonly Shape[],
  judgement: Judgement | null,
  phrases: Phrases,
): { found: Unnumbered[]; headline: number } {
  const { blocks, level, zone, readings } = examine(article, shapes, judgement);
  const found: Unnumbered[] = [];
  const gone = new Uint8Array(shapes.length);
  /** Whether a block that may be the headline stands above, and a line that tells where the story comes from. */
  const above = { title: false, origin: false };
  shapes.forEach((shape, b) => {
    const { start, end } = shape;
    const wanted = byWish(article, shape, phrases);
    if (wanted) {
      found.push({ start, end, note: false, confidence: 1, ...wanted });
      gone[b] = 1;
      return;
    }
    const { label, units } = readings[b];
    const { odds, signs } = blocks[b];
    const reported = odds >= REPORTED && speaks(signs, article.language);
    const telling = reported ? tellingSign(signs) : undefined;
    if (!telling && b > 0 && !shape.paragraph && isLabel(shape) && label !== '' && (zone(b) === 'head' || zone(b) === 'tail')) {
      const note = above.title && isCaption(label, shape) ? 'caption' : noteOf(label, article.text.slice(start, end), shape, units, zone(b), level);
      const isOrigin = note === 'byline' || note === 'dateline';
      // A headline may look so too, and what looks like a second one names what a picture shows, or speaks of something else.
      if (note && (!isOrigin || (above.title && (!above.origin || namesMaker(label))))) {
        above.origin ||= isOrigin;
        gone[b] = 1;
        found.push({ start, end, kind: note, confidence: note === 'caption' ? CAPTION : NOTE, evidence: { zone: zone(b) }, note: true });
        return;
      }
    }
    if (!reported) {
      above.title = true;
      return;
    }
    gone[b] = 1;
    const evidence = { ...(telling?.told ?? { shape: true }), odds: Math.round(odds * 10) / 10 };
    found.push({ start, end, kind: telling?.kind ?? 'residue', confidence: confidenceOf(signs, odds), evidence, note: false });
  });
  return { found, headline: findHeadline(shapes.map(wordsOf), (b) => gone[b] === 1) };
}

/** How sure a note is one, counted on the development set's lines. */
const NOTE = 0.9;

/** What the configuration lists, and what people decided to drop. */
function byWish(
  article: Article,
  { start, end, key }: Shape,
  { extra, decided }: Phrases,
): Pick<Leftover, 'kind' | 'evidence' | 'decisions'> | undefined {
  if (decided.size > 0) {
    const dropped = decided.get(key)?.filter(({ source }) => source === null || source === article.source);
    if (dropped && dropped.length > 0) return { kind: 'decided', evidence: { decided: true }, decisions: dropped.map(({ line }) => line) };
  }
  if (extra.length === 0) return undefined;
  const phrase = plain(article.text, start, end, Math.max(...extra.map(({ length }) => length)) + 1);
  return extra.includes(phrase) ? { kind: 'phrase', evidence: { phrase, configured: true } } : undefined;
}
