import type { Command } from 'commander';
import { recurringTexts } from '../drivers/batch';
import type { Decision } from '../engine/decisions';
import { answerTo, applyLeftovers, leftoversTable, readLeftoversTable } from '../engine/leftovers-table';
import { inLine, isolate, kindName, type Language, phrase, say } from '../engine/message';
import { byCodePoint } from '../engine/order';
import type { RecurringText, SourceText } from '../engine/sightings';
import { aboutNow } from '../files/decisions';
import { type Corpus, findCorpora } from '../files/find';
import { harmless } from '../report/visible';
import { SAFE_LEFTOVER } from '../rules/leftover-problem';
import { shorten } from '../text/excerpt';
import { languageOption } from './language';
import { abortOnInterrupt, oneOf, openOutput, positiveInteger, secondsSinceStart, tellOfNone, tellOfReports, threadCount } from './run';
import { applyTable, readFilledTable, type TableChange } from './table';
import { Terminal } from './terminal';

interface Options {
  readonly format: string;
  readonly o?: string;
  readonly apply?: string;
  readonly least: number;
  readonly jobs?: number;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** What recurs in a corpus, and what was decided about it. */
interface Listed extends Pick<Corpus, 'home'> {
  readonly texts: readonly RecurringText[];
  readonly decisions: readonly Decision[];
}

/** A text is left out below so many articles, unless `--least` says otherwise. */
const LEAST = 2;

/** Adds the command; `done` hears the exit status. */
export function addLeftovers(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('leftovers')
    .description('list the leftovers that recur, and lines that may be some, source by source')
    .argument('[path...]', 'files and folders', ['.'])
    .option('--format <format>', 'text, jsonl, or csv, a table to fill in', oneOf('format', ['text', 'jsonl', 'csv']), 'text')
    .option('-o <file>', 'write the list to a file')
    .option('--apply <file>', 'take what a table in csv was filled in with into the decisions')
    .option('--least <n>', 'in how many articles of a source a text stands at least', positiveInteger, LEAST)
    .option('--jobs <n>', 'how many threads work', threadCount)
    .option('--quiet', 'texts alone: no summary, notes or progress')
    .addOption(languageOption())
    .option('--no-color', 'no colors')
    .action(async (paths: string[], options: Options) => done(await leftovers(paths, options, language)));
}

async function leftovers(paths: readonly string[], options: Options, language: Language): Promise<number> {
  const { o = null, least, apply: table } = options;
  const terminal = new Terminal({ ...options, language });
  const signal = abortOnInterrupt();
  const filled = table === undefined ? null : readFilledTable(table, options);
  const corpora = await findCorpora(paths, process.cwd());
  const output = openOutput(o, terminal);
  await tellOfReports([o], corpora, terminal);
  const listed: Listed[] = [];
  let articles = 0;
  for (const corpus of corpora) {
    const onProgress = (done: number, total: number): void => terminal.progress(done, total);
    // What a table speaks of may have become rarer since it was written.
    const found = await recurringTexts(corpus, filled === null ? least : 1, { jobs: options.jobs ?? 0, signal, onProgress, each: filled !== null });
    articles += found.articles;
    listed.push({ home: corpus.home, texts: found.texts, decisions: corpus.decided.map(({ decision }) => decision) });
  }
  if (filled !== null) return apply(filled, table!, listed, terminal);
  output.write(await list(listed, articles, options, language));
  output.end();
  tellOfNone(corpora, terminal);
  return 0;
}

async function list(listed: readonly Listed[], articles: number, { format, quiet }: Options, language: Language): Promise<string> {
  const texts = listed.flatMap(({ texts }) => texts);
  if (listed.length > 1) texts.sort((a, b) => byCodePoint(a.source, b.source) || b.articles - a.articles || byCodePoint(a.text, b.text));
  const decisions = listed.flatMap(({ decisions }) => decisions);
  if (format === 'csv') return leftoversTable(texts, decisions);
  if (format === 'jsonl') {
    const summary = { articles, texts: texts.length, seconds: secondsSinceStart() };
    const rows = texts.map((text) => ({ ...text, decided: answerTo(text, decisions) }));
    return [...rows, { summary }].map((row) => `${JSON.stringify(row)}\n`).join('');
  }
  const total = phrase('texts-found', { texts: phrase('texts', { n: texts.length }), articles: phrase('articles', { n: articles }) });
  const lines = texts.flatMap((text, i) => {
    const heading = texts[i - 1]?.source === text.source ? [] : [...(i > 0 ? [''] : []), harmless(text.source === '' ? '.' : text.source)];
    return [...heading, describe(text, decisions, language)];
  });
  if (!quiet) {
    if (lines.length > 0) lines.push('', inLine(language, say(language, phrase('leftovers-legend'))));
    lines.push(inLine(language, say(language, total)));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** UTF-16 units of a text that a line shows. */
const SHOWN = 80;

/** `  412  شارك هذا المقال  share, 98 %  a/1.txt:14`: the number is of articles. */
function describe(text: RecurringText, decisions: readonly Decision[], language: Language): string {
  const answer = answerTo(text, decisions);
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const sure = text.confidence === null ? [] : [percent(text.confidence)];
  const { doubtful } = text;
  // A place whose fix is safe isn't worth a look before the text goes everywhere.
  const doubt =
    doubtful && doubtful.confidence < SAFE_LEFTOVER
      ? { share: percent(doubtful.confidence), place: `${harmless(doubtful.file)}:${doubtful.line + 1}` }
      : null;
  const said = answer ? [inLine(language, say(language, phrase(`decided-${answer}`)))] : [];
  const gathered = text.texts === undefined ? [] : [inLine(language, say(language, phrase('texts', { n: text.texts })))];
  const where = text.line ? [] : [inLine(language, say(language, phrase('within-lines')))];
  const [{ file, line }] = text.places;
  const about = [inLine(language, kindName(language, text.kind)), ...gathered, ...where, ...sure, ...said].join(', ');
  const worst = doubt ? `  (${inLine(language, say(language, phrase('least-sure', doubt)))})` : '';
  return `${String(text.articles).padStart(6)}  ${isolate(harmless(shorten(text.text, SHOWN)))}  ${about}  ${harmless(file)}:${line + 1}${worst}`;
}

/** Takes a table into the decisions: each row into those of the corpora that hold its text. */
async function apply(filled: string, path: string, listed: readonly Listed[], terminal: Terminal): Promise<number> {
  const answers = await readLeftoversTable(
    filled,
    path,
    listed.flatMap(({ texts }) => texts),
    listed.flatMap(({ decisions }) => decisions),
  );
  const about = aboutNow();
  const changes = listed.map(({ home, texts }): TableChange => {
    const held = new Set<SourceText>(texts);
    const own = answers.filter(({ text }) => held.has(text));
    return { home, answers: own.length, apply: (now) => applyLeftovers(now, own, about) };
  });
  applyTable(changes, 'applied-leftovers', terminal);
  return 0;
}
