import type { Command } from 'commander';
import { listNames, NAME_KINDS, type NameCluster, type NameKind } from '../corpus/names/judgement';
import { type Names, nameClusters } from '../drivers/batch';
import { type Decision, findContradiction } from '../engine/decisions';
import { UserError } from '../engine/errors';
import { foldText } from '../engine/fingerprint';
import { inLine, isolate, type Language, phrase, say } from '../engine/message';
import { applyNames, namesTable, readNamesTable } from '../engine/names-table';
import { byCodePoint } from '../engine/order';
import type { NamePlace } from '../engine/places';
import { aboutNow } from '../files/decisions';
import { type Corpus, findCorpora } from '../files/find';
import { harmless } from '../report/visible';
import type { Phrase } from '../rules/phrase';
import { foldName } from '../text/hash';
import { languageOption } from './language';
import { abortOnInterrupt, oneOf, openOutput, positiveInteger, probability, secondsSinceStart, tellOfNone, tellOfReports, threadCount } from './run';
import { applyTable, readFilledTable, type TableChange } from './table';
import { Terminal } from './terminal';

interface Options {
  readonly format: string;
  readonly o?: string;
  readonly apply?: string;
  readonly minConfidence: number;
  readonly kind?: ReadonlySet<NameKind>;
  readonly places?: number;
  readonly jobs?: number;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** A kind by its name, be it as the Arabic list has it. */
const kindNamed = (word: string): NameKind =>
  oneOf('kind', NAME_KINDS)(NAME_KINDS.find((kind) => foldText(say('ar', phrase(kind))) === foldText(word)) ?? word);

/** Adds the command; `done` hears the exit status. */
export function addNames(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('names')
    .description('list the spellings of one name, largest cluster first')
    .argument('[path...]', 'files and folders', ['.'])
    .option('--format <format>', 'text, jsonl, or csv, a table to fill in', oneOf('format', ['text', 'jsonl', 'csv']), 'text')
    .option('-o <file>', 'write the list to a file')
    .option('--apply <file>', 'take what a table in csv was filled in with into the decisions')
    .option('--min-confidence <p>', 'only names whose spellings are one name so probably, 0 to 1', probability, 0)
    .option(
      '--kind <kind>',
      `only names of these kinds: ${NAME_KINDS.join(', ')}; may be repeated, or a list with commas`,
      (kinds: string, set: Set<NameKind> = new Set()) => {
        for (const kind of kinds.split(',')) set.add(kindNamed(kind.trim()));
        return set;
      },
    )
    .option('--places <n>', 'show each spelling in so many articles', positiveInteger)
    .option('--jobs <n>', 'how many threads work', threadCount)
    .option('--quiet', 'clusters alone: no summary, notes or progress')
    .addOption(languageOption())
    .option('--no-color', 'no colors')
    .action(async (paths: string[], options: Options) => done(await names(paths, options, language)));
}

async function names(paths: readonly string[], options: Options, language: Language): Promise<number> {
  const terminal = new Terminal({ ...options, language });
  const signal = abortOnInterrupt();
  const corpora = await findCorpora(paths, process.cwd());
  const nameable = async (corpus: Corpus): Promise<Nameable> => {
    const onProgress = (done: number, total: number): void => terminal.progress(done, total);
    return { home: corpus.home, ...(await nameClusters(corpus, { jobs: options.jobs ?? 0, signal, onProgress })) };
  };
  if (options.apply !== undefined) return apply(options.apply, corpora, nameable, options, terminal);
  const output = openOutput(options.o ?? null, terminal);
  await tellOfReports([options.o ?? null], corpora, terminal);
  const listed: Listed[] = [];
  let articles = 0;
  for (const corpus of corpora) {
    const found = await nameable(corpus);
    const clusters = found.clusters.filter(
      ({ kind, confidence }) => confidence >= options.minConfidence && (!options.kind || options.kind.has(kind)),
    );
    const places = options.places === undefined ? null : found.places(clusters, options.places);
    for (const cluster of clusters) listed.push({ cluster, places: places?.get(cluster) ?? [] });
    articles += found.articles;
  }
  if (corpora.length > 1) listed.sort(({ cluster: a }, { cluster: b }) => size(b) - size(a) || byCodePoint(a.forms[0].form, b.forms[0].form));
  output.write(options.format === 'csv' ? await namesTable(listed.map(({ cluster }) => cluster)) : list(listed, articles, options, language));
  output.end();
  tellOfNone(corpora, terminal);
  return 0;
}

/** A name, and where each of its forms stands if that was asked for. */
interface Listed {
  readonly cluster: NameCluster;
  readonly places: readonly (readonly NamePlace[])[];
}

function list(listed: readonly Listed[], articles: number, { format, quiet }: Options, language: Language): string {
  const summary = { articles, clusters: listed.length, seconds: secondsSinceStart() };
  const total = phrase('clusters-found', { clusters: phrase('clusters', { n: listed.length }), articles: phrase('articles', { n: articles }) });
  const lines =
    format === 'jsonl'
      ? [...listed.map(rowOf), { summary }].map((row) => JSON.stringify(row))
      : [...listed.flatMap((each) => describe(each, language)), ...(quiet ? [] : closing(listed.length > 0, total, language))];
  return lines.map((line) => `${line}\n`).join('');
}

/** What the columns mean, and what it comes to. */
function closing(hasRows: boolean, total: Phrase, language: Language): string[] {
  const tell = (what: Phrase): string => inLine(language, say(language, what));
  return [...(hasRows ? ['', tell(phrase('names-legend'))] : []), tell(total)];
}

function rowOf({ cluster, places }: Listed): object {
  const [row] = listNames([cluster]);
  return places.length > 0 ? { ...row, forms: row.forms.map((form, i) => ({ ...form, places: places[i] })) } : row;
}

/** What a corpus knows of names, and the folder that holds its decisions. */
type Nameable = Names & Pick<Corpus, 'home'>;

/** Takes a table into the decisions: each row into those of the corpora that hold both spellings. */
async function apply(
  path: string,
  corpora: readonly Corpus[],
  nameable: (corpus: Corpus) => Promise<Nameable>,
  options: Options,
  terminal: Terminal,
): Promise<number> {
  const text = readFilledTable(path, options);
  const known: Nameable[] = [];
  for (const corpus of corpora) known.push(await nameable(corpus));
  const answers = await readNamesTable(text, path, (word) => known.some(({ holds }) => holds(word)));
  const about = aboutNow();
  const changes = known.map(({ home, holds }): TableChange => {
    const own = answers
      .filter(({ decision }) => decision.names.every((name) => holds(foldName(name))))
      .map(({ decision }) => ({ ...decision, ...about }));
    const apply = (now: readonly Decision[]): readonly Decision[] => {
      const applied = applyNames(now, own);
      const contradiction = findContradiction(applied);
      if (contradiction) throw new UserError('at-place', { place: path, what: contradiction.what });
      return applied;
    };
    return { home, answers: own.length, apply };
  });
  applyTable(changes, 'applied', terminal);
  return 0;
}

const size = ({ forms }: NameCluster): number => forms.reduce((sum, { articles }) => sum + articles, 0);

/** `لافرينتيف 2, لافرنتييف 1  transliteration, 97 %`: the preferred form first, numbers are articles. */
function describe({ cluster: { forms, kind, confidence, decided }, places }: Listed, language: Language): string[] {
  const shown = forms.map(({ form, articles }) => `${isolate(harmless(form))} ${articles}`).join(', ');
  const sure = decided ? inLine(language, say(language, phrase('names-decided'))) : `${Math.round(100 * confidence)} %`;
  return [`${shown}  ${inLine(language, say(language, { key: kind }))}, ${sure}`, ...places.flat().map(inContext)];
}

/** `  a.txt:3: قال ⟦لافروف⟧ أمس`. */
function inContext({ file, line, before, text, after }: NamePlace): string {
  return `  ${file}:${line + 1}: ${isolate(harmless(`${before}⟦${text}⟧${after}`.trim()))}`;
}
