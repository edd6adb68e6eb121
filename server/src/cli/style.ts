import type { Command } from 'commander';
import { HABIT_NAMES, type HABITS, type Habit, type HabitName } from '../corpus/style/habits';
import { sourcePortraits } from '../drivers/batch';
import { UserError } from '../engine/errors';
import { inLine, isolate, type Language, phrase, say } from '../engine/message';
import { nearest } from '../engine/nearest';
import { contrast, readPortraits, type SourcePortrait, sumOf, writePortraits } from '../engine/portraits';
import { findCorpora } from '../files/find';
import { isFolder } from '../files/paths';
import { readText } from '../files/store';
import { harmless } from '../report/visible';
import { languageOption } from './language';
import { abortOnInterrupt, oneOf, openOutput, tellOfNone, threadCount } from './run';
import { Terminal } from './terminal';

interface Options {
  readonly compare?: boolean;
  readonly format: string;
  readonly o?: string;
  readonly jobs?: number;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** Adds the command; `done` hears the exit status. */
export function addStyle(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('style')
    .description('show the house style of each source: marks, digits, hamza, tanwin, spacing')
    .argument('[path...]', 'files and folders; with --compare two sources, folders, or files that --format json wrote', ['.'])
    .option('--compare', 'set two of them beside each other')
    .option('--format <format>', 'text or json', oneOf('format', ['text', 'json']), 'text')
    .option('-o <file>', 'write it to a file')
    .option('--jobs <n>', 'how many threads work', threadCount)
    .option('--quiet', 'no progress')
    .addOption(languageOption())
    .option('--no-color', 'no colors')
    .action(async (paths: string[], options: Options) => done(await style(paths, options, language)));
}

async function style(paths: readonly string[], options: Options, language: Language): Promise<number> {
  const terminal = new Terminal({ ...options, language });
  const gather = gatherer(options, terminal);
  const output = openOutput(options.o ?? null, terminal);
  output.write(options.compare ? await compared(paths, gather, options, language) : shown(await gather(paths), options, language));
  output.end();
  return 0;
}

/** Portraits of the sources under some paths. */
type Gather = (paths: readonly string[]) => Promise<SourcePortrait[]>;

function gatherer({ jobs = 0 }: Options, terminal: Terminal): Gather {
  const signal = abortOnInterrupt();
  const onProgress = (done: number, total: number): void => terminal.progress(done, total);
  return async (paths) => {
    const found: SourcePortrait[] = [];
    const corpora = await findCorpora(paths, process.cwd());
    for (const corpus of corpora) found.push(...(await sourcePortraits(corpus, { jobs, signal, onProgress })));
    tellOfNone(corpora, terminal);
    return found;
  };
}

function shown(portraits: readonly SourcePortrait[], { format }: Options, language: Language): string {
  if (format === 'json') return writePortraits(portraits);
  const tables = portraits.map(({ source, articles, portrait }) => {
    const rows = HABIT_NAMES.map((name) => [name, describe(name, portrait[name])] as const).filter(([, ways]) => ways !== '');
    return `${title(source, articles, language)}\n${rows.map(([name, ways]) => `  ${label(name, language)}  ${ways}\n`).join('')}`;
  });
  return tables.length === 0 ? '' : [...tables, legend('style-legend', language)].join('\n');
}

async function compared(names: readonly string[], gather: Gather, { format }: Options, language: Language): Promise<string> {
  if (names.length !== 2) throw new UserError('compare-two', { n: names.length });
  const [first, second] = [await find(names[0], gather), await find(names[1], gather)];
  const contrasts = contrast(sumOf(first), sumOf(second));
  const sides = [first, second].map((portraits, side) => ({
    name: names[side],
    articles: portraits.reduce((sum, { articles }) => sum + articles, 0),
  }));
  if (format === 'json') {
    const habits = Object.fromEntries(contrasts.map(({ habit, ...sides }) => [habit, sides]));
    return `${JSON.stringify({ first: sides[0], second: sides[1], habits, differences: contrasts.filter(({ differs }) => differs).length }, null, 2)}\n`;
  }
  const heads = sides.map(({ name, articles }) => title(name, articles, language));
  const rows = contrasts
    .map(({ habit, first, second, differs }) => ({ habit, first: describe(habit, first), second: describe(habit, second), differs }))
    .filter(({ first, second }) => first !== '' || second !== '')
    .map(({ habit, first, second, differs }) => `${differs ? '≠' : ' '} ${label(habit, language)}  ${first || '–'}  |  ${second || '–'}\n`);
  return `${heads.join('  |  ')}\n${rows.join('')}\n${legend('compare-legend', language)}`;
}

/** What somebody names: a file of portraits, a folder, or a source of the corpus here. */
async function find(name: string, gather: Gather): Promise<SourcePortrait[]> {
  if (isFolder(name)) return gather([name]);
  const text = readText(name, name);
  if (text !== null) {
    const portraits = readPortraits(text);
    if (portraits === null) throw new UserError('no-portraits', { path: name });
    return portraits;
  }
  const here = await gather(['.']);
  const found = here.filter(({ source }) => source === name);
  if (found.length > 0) return found;
  const sources = here.map(({ source }) => source);
  throw new UserError('unknown-portrait', { word: name, hint: nearest(name, sources) || phrase('there-are', { words: sources.join(', ') }) });
}

/** What the signs of a table mean. */
const legend = (key: 'style-legend' | 'compare-legend', language: Language): string => `${inLine(language, say(language, phrase(key)))}\n`;

const title = (source: string, articles: number, language: Language): string =>
  `${source ? isolate(harmless(source)) : '.'}  ${inLine(language, say(language, phrase('articles', { n: articles })))}`;

/** How many columns a text takes: diacritics take none. */
const widthOf = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;

/** As many columns as the longest label takes. */
const widthOfLabels = (language: Language): number => Math.max(...HABIT_NAMES.map((name) => widthOf(say(language, phrase(`style-${name}`)))));

function label(name: HabitName, language: Language): string {
  const text = say(language, phrase(`style-${name}`));
  return inLine(language, text) + ' '.repeat(widthOfLabels(language) - widthOf(text));
}

/** The ways of a habit that were seen, most first: `، 95 %*  , 5 %`. The one that is kept to has a star. */
function describe(name: HabitName, { way, counts }: Habit): string {
  const examples: Readonly<Record<string, string>> = EXAMPLES[name];
  const seen = Object.entries(counts).filter(([, count]) => count > 0);
  const all = seen.reduce((sum, [, count]) => sum + count, 0);
  return seen
    .sort((a, b) => b[1] - a[1])
    .map(([each, count]) => `${isolate(examples[each])} ${percent(count / all)}${each === way ? '*' : ''}`)
    .join('  ');
}

const percent = (share: number): string => `${share > 0.995 && share < 1 ? '> 99' : share < 0.005 ? '< 1' : Math.round(100 * share)} %`;

/** Each way as it looks. */
const EXAMPLES: { readonly [Name in HabitName]: Readonly<Record<(typeof HABITS)[Name][number], string>> } = {
  guillemetOrder: { usual: '«…»', turned: '»…«', same: '»…»' },
  curlyOrder: { usual: '“…”', turned: '”…“', same: '”…”' },
  quotationMarks: { guillemets: '«…»', curly: '“…”', straight: '"…"' },
  comma: { arabic: '،', latin: ',' },
  semicolon: { arabic: '؛', latin: ';' },
  questionMark: { arabic: '؟', latin: '?' },
  digits: { western: '123', arabic: '١٢٣', persian: '۱۲۳' },
  beforeComma: { tight: 'نعم،', blank: 'نعم ،' },
  beforeStop: { tight: 'نعم.', blank: 'نعم .' },
  beforeColon: { tight: 'قال:', blank: 'قال :' },
  beforeQuestionMark: { tight: 'لماذا؟', blank: 'لماذا ؟' },
  afterComma: { blank: '، نعم', tight: '،نعم' },
  afterStop: { blank: '. نعم', tight: '.نعم' },
  ellipsis: { two: '..', three: '...', sign: '…' },
  dash: { hyphen: '-', en: '–', em: '—', tatweel: 'ـ' },
  hamza: { written: 'أكد', dropped: 'اكد' },
  finalYeh: { dotted: 'في', dotless: 'فى' },
  finalAlef: { dotless: 'إلى', dotted: 'إلي' },
  finalHamza: { seated: 'شاطئ', apart: 'شاطىء' },
  tanwin: { after: 'جداً', before: 'جدًا', none: 'جدا' },
  stretching: { plain: 'نعم', stretched: 'نعـم' },
};
