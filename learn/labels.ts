import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Evidence } from '../server/src/corpus/evidence';
import { examine } from '../server/src/corpus/leftovers/blocks';
import { shapesOf } from '../server/src/corpus/leftovers/shape';
import type { Sign } from '../server/src/corpus/leftovers/signs';
import { type Article, createArticle } from '../server/src/text/article';
import { readPage } from '../test/rules/page';

/** A block that somebody labelled. */
export interface Labelled {
  /** What is left out together: an outlet, a site. */
  readonly outlet: string;
  readonly set: 'lines' | 'part' | 'page' | 'clean' | 'rules';
  readonly leftover: boolean;
  readonly signs: readonly Sign[];
  /** What the block says itself. */
  readonly alone: readonly Sign[];
  readonly text: string;
  readonly language: Article['language'];
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

const readRows = (path: string): Label[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row) as Label);

/** Some outlets were scraped in two ways. */
const outletOf = (file: string): string => basename(file).split('_')[0].replace(/raw$/, '');
/** The page and the article part of one site carry one name. */
const siteOf = (file: string): string => basename(file, '.txt').replace(/^html(?:art)?_/, '');

/** All blocks with a label in the labelled set at `root`, and the blocks of the rules' pages. */
export function readLabels(root: string, pages: readonly string[]): Labelled[] {
  const gold = (name: string): Label[] => readRows(join(root, 'boilerplate-gold', `${name}.jsonl`));
  const lines = gold('ar-lines');
  return [
    ...readSet('lines', root, lines, gold('ar-inline'), outletOf, outletOf),
    ...readSet('part', root, gold('html-article'), [], siteOf, basename),
    ...readSet('page', root, gold('html'), [], siteOf, basename),
    ...readClean(join(root, 'clean')),
    ...pages.flatMap(readRulePage),
  ];
}

function readSet(
  set: Labelled['set'],
  root: string,
  rows: readonly Label[],
  spans: readonly Label[],
  outlet: (file: string) => string,
  source: (file: string) => string,
): Labelled[] {
  const texts = new Map<string, Article>();
  for (const { file } of rows) {
    if (!texts.has(file)) texts.set(file, createArticle(file, source(file), readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '')));
  }
  const judgement = judge([...texts.values()]);
  const examined = new Map([...texts].map(([file, article]) => [file, examineAll(article, judgement)]));
  const labelled: Labelled[] = [];
  for (const row of rows) {
    const article = texts.get(row.file)!;
    if (row.sure === 'low' || row.meta) continue;
    const inside = spans.filter(({ file, line }) => file === row.file && line === row.line);
    for (const block of examined.get(row.file)!) {
      if (block.line !== row.line) continue;
      let leftover: boolean | undefined = row.label === 'boilerplate';
      if (row.kind === 'mixed-line') leftover = inSpans(article, block, inside);
      if (leftover !== undefined)
        labelled.push({
          outlet: outlet(row.file),
          set,
          leftover,
          signs: block.signs,
          alone: block.alone,
          text: block.text,
          language: article.language,
        });
    }
  }
  return labelled;
}

/** Whether a block of a line with spans in it is a leftover; undefined where it is partly one, or a note. */
function inSpans(article: Article, block: Block, spans: readonly Label[]): boolean | undefined {
  const lineStart = article.lineStarts[block.line];
  const units = [...article.text.slice(lineStart)];
  const at = (k: number): number => lineStart + units.slice(0, k).join('').length;
  let covered = 0;
  for (const { start = 0, end = 0, meta } of spans) {
    const both = Math.min(at(end), block.end) - Math.max(at(start), block.start);
    if (both <= 0) continue;
    if (meta) return undefined;
    covered += both;
  }
  const share = covered / (block.end - block.start);
  return share > 0.8 ? true : share === 0 ? false : undefined;
}

interface Block {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly signs: readonly Sign[];
  readonly alone: readonly Sign[];
  readonly text: string;
}

function examineAll(article: Article, judgement: ReturnType<Evidence['judge']>): Block[] {
  const shapes = shapesOf(article);
  const { blocks } = examine(article, shapes, judgement);
  return shapes.map(({ line, start, end }, b) => ({
    line,
    start,
    end,
    signs: blocks[b].signs,
    alone: blocks[b].alone,
    text: article.text.slice(start, end),
  }));
}

function judge(articles: readonly Article[]): ReturnType<Evidence['judge']> {
  const evidence = new Evidence();
  for (const article of articles) evidence.add(article);
  return evidence.judge();
}

function readClean(root: string): Labelled[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .sort()
    .flatMap((path) => {
      const article = createArticle(path, path, readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, ''));
      const blocks = examineAll(article, judge([article]));
      return blocks.map(({ signs, alone, text }) => ({
        outlet: 'clean',
        set: 'clean' as const,
        leftover: false,
        signs,
        alone,
        text,
        language: article.language,
      }));
    });
}

/** The pages of rules say what is a leftover and what is left alone, in sentences of this project's own. */
function readRulePage(page: string): Labelled[] {
  const labelled: Labelled[] = [];
  for (const { heading, articles: written } of readPage(page)) {
    if (heading.startsWith('Known misses')) continue;
    const articles = written.map(({ name, source, text }, n) => createArticle(`${name}-${n}.txt`, source, text));
    // A line of several copies would count as one article here.
    if (written.some(({ copies }) => copies > 1)) continue;
    const judgement = judge(articles);
    articles.forEach((article, n) => {
      for (const { start, end, signs, alone, text } of examineAll(article, judgement)) {
        const marks = written[n].marks.filter(([from, to]) => from < end && start < to);
        const whole = marks.some(([from, to]) => from <= start && end <= to);
        // What another rule reports isn't marked here.
        const leftAlone = marks.length === 0 && (written[n].marks.length === 0 || !signs.some(({ kind }) => kind !== undefined));
        if (whole || leftAlone) labelled.push({ outlet: 'rules', set: 'rules', leftover: whole, signs, alone, text, language: article.language });
      }
    });
  }
  return labelled;
}
