import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Evidence } from '../server/src/corpus/evidence';
import { examine } from '../server/src/corpus/leftovers/examination';
import type { Model } from '../server/src/corpus/leftovers/model';
import { type Shape, shapesOf } from '../server/src/corpus/leftovers/shape';
import type { Sign } from '../server/src/corpus/leftovers/signs';
import { type Article, createArticle } from '../server/src/text/article';
import { readPage } from '../test/rules/page';
import { judge as judgeSection, pathOf } from '../test/rules/section';

/** Where labels come from. */
export type Set = 'lines' | 'part' | 'page' | 'clean' | 'rules';

/** An article with labels of its blocks. */
export interface Document {
  /** What is left out together: an outlet, a site. */
  readonly outlet: string;
  readonly set: Set;
  readonly article: Article;
  readonly shapes: readonly Shape[];
  readonly judgement: ReturnType<Evidence['judge']>;
  /** Whether a block is a leftover; undefined where nobody says. `tells` if one of its signs tells what it is. */
  readonly isLeftover: (block: number, tells: boolean) => boolean | undefined;
}

/** A block that somebody labelled, as a model sees it. */
export interface Labelled {
  readonly outlet: string;
  readonly set: Set;
  readonly leftover: boolean;
  readonly signs: readonly Sign[];
  /** What the block says itself. */
  readonly alone: readonly Sign[];
  /** Whether one of its signs tells what it is. */
  readonly tells: boolean;
  /** Where it stands, of `ZONES`, in an article of which so much is a page, of `LEVELS`. */
  readonly zone: number;
  readonly level: number;
  readonly text: string;
  readonly language: Article['language'];
}

/** The labelled blocks of articles; what stands around them is judged with a model. */
export function labelledIn(documents: readonly Document[], model: Model): Labelled[] {
  return documents.flatMap(({ outlet, set, article, shapes, judgement, isLeftover }) => {
    const { blocks, level, zone } = examine(article, shapes, judgement, model, true);
    return blocks.flatMap(({ signs, alone, tellings }, b) => {
      const tells = tellings.length > 0;
      const leftover = isLeftover(b, tells);
      if (leftover === undefined) return [];
      const text = article.text.slice(shapes[b].start, shapes[b].end);
      return { outlet, set, leftover, signs, alone, tells, zone: zone(b), level, text, language: article.language };
    });
  });
}

/** A label of a line, or of a span of it; `start` and `end` in code points. */
interface Label {
  readonly file: string;
  readonly line: number;
  readonly label?: 'content' | 'boilerplate';
  readonly sure: string;
  readonly kind?: string;
  readonly meta: boolean;
  readonly start?: number;
  readonly end?: number;
}

/** The labels in a file; none where there is no such file. */
const readRows = (path: string): Label[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((row) => JSON.parse(row) as Label)
    : [];

/** Some outlets were scraped in two ways. */
const outletOf = (file: string): string => basename(file).split('_')[0].replace(/raw$/, '');
/** The page and the article part of one site carry one name. */
const siteOf = (file: string): string => basename(file, '.txt').replace(/^html(?:art)?_/, '');

/** All articles with labels in the labelled set at `root`, and those of the rules' pages. */
export function readLabels(root: string, pages: readonly string[]): Document[] {
  const gold = (name: string): Label[] => readRows(join(root, 'boilerplate-gold', `${name}.jsonl`));
  return [
    ...readSet('lines', root, gold('ar-lines'), gold('ar-inline'), outletOf, outletOf),
    ...readSet('part', root, gold('html-article'), [], siteOf, basename),
    ...readSet('page', root, gold('html'), [], siteOf, basename),
    ...readClean(join(root, 'clean')),
    ...pages.flatMap(readRulePage),
  ];
}

function readSet(
  set: Set,
  root: string,
  rows: readonly Label[],
  spans: readonly Label[],
  outlet: (file: string) => string,
  source: (file: string) => string,
): Document[] {
  const texts = new Map<string, Article>();
  const lines = new Map<string, Label>();
  for (const row of rows) {
    const { file } = row;
    if (!texts.has(file)) texts.set(file, createArticle(file, source(file), readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '')));
    lines.set(`${file}:${row.line}`, row);
  }
  const judgement = judge([...texts.values()]);
  return [...texts].map(([file, article]) => {
    const isLeftover = (b: number): boolean | undefined => {
      const line = article.blocks.line[b];
      const row = lines.get(`${file}:${line}`);
      if (!row || row.sure === 'low' || row.meta) return undefined;
      if (row.kind !== 'mixed-line') return row.label === 'boilerplate';
      const inside = spans.filter((span) => span.file === file && span.line === line);
      return inSpans(article, b, inside);
    };
    return { outlet: outlet(file), set, article, shapes: shapesOf(article), judgement, isLeftover };
  });
}

/** Whether a block of a line with spans in it is a leftover; undefined where it is partly one, or a note. */
function inSpans({ text, lineStarts, blocks }: Article, b: number, spans: readonly Label[]): boolean | undefined {
  const lineStart = lineStarts[blocks.line[b]];
  const units = [...text.slice(lineStart)];
  const at = (k: number): number => lineStart + units.slice(0, k).join('').length;
  let covered = 0;
  for (const { start = 0, end = 0, meta } of spans) {
    const both = Math.min(at(end), blocks.end[b]) - Math.max(at(start), blocks.start[b]);
    if (both <= 0) continue;
    if (meta) return undefined;
    covered += both;
  }
  const share = covered / (blocks.end[b] - blocks.start[b]);
  return share > 0.8 ? true : share === 0 ? false : undefined;
}

function judge(articles: readonly Article[]): ReturnType<Evidence['judge']> {
  const evidence = new Evidence();
  for (const article of articles) evidence.add(article);
  return evidence.judge();
}

function readClean(root: string): Document[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .sort()
    .map((path) => {
      const article = createArticle(path, path, readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, ''));
      return { outlet: 'clean', set: 'clean', article, shapes: shapesOf(article), judgement: judge([article]), isLeftover: () => false };
    });
}

/** The pages of rules say what is a leftover and what is left alone, in sentences of this project's own. */
function readRulePage(page: string): Document[] {
  return readPage(page).flatMap((section) => {
    if (section.heading.startsWith('Known misses')) return [];
    const judgement = judgeSection(section);
    return section.articles.map((written): Document => {
      const { marks, source, text } = written;
      const article = createArticle(pathOf(written, 0), source, text);
      const shapes = shapesOf(article);
      const isLeftover = (b: number, tells: boolean): boolean | undefined => {
        const { start, end } = shapes[b];
        const here = marks.filter(([from, to]) => from < end && start < to);
        if (here.some(([from, to]) => from <= start && end <= to)) return true;
        // What another rule reports isn't marked here.
        return here.length === 0 && (marks.length === 0 || !tells) ? false : undefined;
      };
      return { outlet: 'rules', set: 'rules', article, shapes, judgement, isLeftover };
    });
  });
}
