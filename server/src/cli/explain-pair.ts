import type { Command } from 'commander';
import type { Companion, PairAccount } from '../corpus/names/explain';
import { explainNames } from '../drivers/batch';
import { isSpelling } from '../engine/decisions';
import { UserError } from '../engine/errors';
import { inLine, isolate, type Language, phrase, say } from '../engine/message';
import { findCorpora } from '../files/find';
import { harmless } from '../report/visible';
import { foldName } from '../text/hash';
import { languageOption } from './language';
import { abortOnInterrupt, oneOf, threadCount } from './run';
import { Terminal } from './terminal';

interface Options {
  readonly format: 'text' | 'jsonl';
  readonly jobs?: number;
  readonly color: boolean;
}

const ARGUMENTS = ['<a>', '<b>'] as const;

/** Adds the command; `done` hears the exit status. */
export function addExplainPair(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('explain-pair')
    .description('tell why two spellings are taken for one name, or are not')
    .argument(ARGUMENTS[0], 'a spelling, without proclitics')
    .argument(ARGUMENTS[1], 'another one')
    .argument('[path...]', 'files and folders', ['.'])
    .option('--format <format>', 'text or jsonl', oneOf('format', ['text', 'jsonl']), 'text')
    .option('--jobs <n>', 'how many threads work', threadCount)
    .addOption(languageOption())
    .option('--no-color', 'no colors')
    .action(async (a: string, b: string, paths: string[], options: Options) => done(await explainPair([a, b], paths, options, language)));
}

async function explainPair(words: readonly [string, string], paths: readonly string[], options: Options, language: Language): Promise<number> {
  const terminal = new Terminal({ ...options, language });
  words.forEach((word, n) => {
    if (!isSpelling(word)) throw new UserError('must-be', { key: ARGUMENTS[n], type: phrase('one-word') });
  });
  const pair = [foldName(words[0]), foldName(words[1])] as const;
  if (pair[0] === pair[1]) throw new UserError('same-spelling', { word: words[0] });
  const signal = abortOnInterrupt();
  for (const corpus of await findCorpora(paths, process.cwd())) {
    const onProgress = (done: number, total: number): void => terminal.progress(done, total);
    const account = await explainNames(corpus, pair, { jobs: options.jobs ?? 0, signal, onProgress });
    if (options.format === 'jsonl') terminal.write(`${JSON.stringify(account)}\n`);
    else for (const line of linesOf(account, language)) terminal.write(`${line}\n`);
  }
  terminal.flush();
  return 0;
}

/** The kinds of evidence in the order in which they are weighed. */
const KINDS = ['letters', 'likeness', 'paradigm', 'company', 'together'] as const;

function linesOf({ forms, verdict, evidence, threshold, confidence, before, after }: PairAccount, language: Language): string[] {
  const tell = (key: Parameters<typeof phrase>[0], slots = {}): string => inLine(language, say(language, phrase(key, slots)));
  const lines = [...forms.map(({ form, count, articles }) => `${isolate(harmless(form))} ${count} (${articles})`), tell(`pair-${verdict}`)];
  if (evidence) {
    for (const kind of KINDS) if (evidence[kind] !== undefined) lines.push(`${signed(evidence[kind])}  ${tell(`pair-evidence-${kind}`)}`);
    const sum =
      confidence === undefined ? tell('pair-sum-decided') : tell('pair-sum', { threshold: threshold!, percent: Math.round(100 * confidence) });
    lines.push(`${signed(evidence.score)}  ${sum}`);
  } else if (verdict === 'joined') {
    const why = forms.some(({ form }) => form.includes(' ')) ? 'pieces' : 'listed';
    lines.push(confidence === undefined ? tell('pair-wished') : tell(`pair-${why}`, { percent: Math.round(100 * confidence) }));
  }
  if (before.length > 0) lines.push(`${tell('pair-before')} ${shown(before)}`);
  if (after.length > 0) lines.push(`${tell('pair-after')} ${shown(after)}`);
  return lines;
}

const signed = (nats: number): string => `${nats < 0 ? '' : '+'}${nats.toFixed(2)}`.padStart(7);

const shown = (companions: readonly Companion[]): string =>
  companions.map(({ word, counts }) => `${isolate(harmless(word))} ${counts.join(', ')}`).join('; ');
