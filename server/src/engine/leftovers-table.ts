import type { Phrase } from '../rules/phrase';
import { ConfigError } from './config';
import { type Decision, mergeDecisions } from './decisions';
import { foldText } from './fingerprint';
import { phrase } from './message';
import { nearest } from './nearest';
import { isPattern } from './pattern';
import type { Place, RecurringText, SourceText } from './sightings';
import { plainAnswer, readTable, type TableShape, writeTable } from './table';

/** The columns of the table of leftovers, a row for each text and source. */
const COLUMNS = [
  'source',
  'text',
  'where',
  'kind',
  'rule',
  'articles',
  'count',
  'confidence',
  'example',
  'lowest',
  'doubtful',
  'decision',
  'note',
] as const;
type Column = (typeof COLUMNS)[number];
const SHAPE: TableShape<Column> = { columns: COLUMNS, needed: ['source', 'text'], answers: ['decision'] };

/** What a person says of a text: it goes, or it stays. */
export type Answer = 'drop' | 'keep';

/** What a person may write in the column `decision`, as `plainAnswer` has it; what a table says is the first of each. */
const WORDS: Readonly<Record<string, Answer>> = {
  'drop line': 'drop',
  drop: 'drop',
  keep: 'keep',
  'احذف السطر': 'drop',
  احذف: 'drop',
  أبق: 'keep',
  ابق: 'keep',
};

/** The texts as a table for people to fill in, in CSV. What is decided stands in it. */
export const leftoversTable = (texts: readonly RecurringText[], decisions: readonly Decision[]): Promise<string> =>
  writeTable(
    COLUMNS,
    texts.map((text) => {
      const { source, line, kind, rule, articles, count, confidence, places, doubtful } = text;
      const answer = answerTo(text, decisions);
      const said = answer === 'drop' && line && !isPattern(text.text) ? 'drop line' : (answer ?? '');
      const at = ({ file, line }: Place): string => `${file}:${line + 1}`;
      const least = [doubtful?.confidence ?? '', doubtful ? at(doubtful) : ''];
      return [source, text.text, line ? 'line' : 'span', kind, rule ?? '', articles, count, confidence ?? '', at(places[0]), ...least, said, ''];
    }),
  );

/** What was decided of a text, as far as it holds for its whole source. */
export function answerTo({ source, text, line, rule, kind }: SourceText, decisions: readonly Decision[]): Answer | null {
  if (kind === 'decided') return 'drop';
  if (rule === null) return null;
  const folded = foldText(text);
  const own = decisions.find(
    (decision) =>
      decision.rule === rule &&
      (decision.verdict === 'keep' || (decision.verdict === 'fix' && (!line || isPattern(text)))) &&
      (decision.scope === 'corpus' || (decision.scope === 'source' && decision.source === source)) &&
      foldText(decision.text ?? '') === folded,
  );
  return own ? (own.verdict === 'keep' ? 'keep' : 'drop') : null;
}

/** The decision that an answer comes to: a line goes, a piece of a line is fixed, a leftover stays. Null where there is nothing to decide. */
function decisionOn({ source, text, line, rule }: SourceText, answer: Answer): Decision | null {
  if (answer === 'drop' && line && !isPattern(text)) return { verdict: 'drop-line', scope: 'source', text, source };
  // A line that only recurs stays anyway.
  if (rule === null) return null;
  return { verdict: answer === 'keep' ? 'keep' : 'fix', scope: 'source', rule, text: foldText(text), source };
}

/** What a person, or a row of the table, says of a text. */
export interface LeftoverAnswer {
  readonly text: SourceText;
  readonly answer: Answer;
  readonly note: string;
}

/**
 * Reads what people have filled into a table, which they know as `file`; `texts` are those of the corpora, `decisions` what
 * was decided until now: a row that they say already needs no text. Throws a `ConfigError` that names the line.
 */
export async function readLeftoversTable(
  text: string,
  file: string,
  texts: readonly SourceText[],
  decisions: readonly Decision[] = [],
): Promise<LeftoverAnswer[]> {
  const bySource = new Map<string, SourceText[]>();
  for (const each of texts) bySource.set(each.source, [...(bySource.get(each.source) ?? []), each]);
  const answers: LeftoverAnswer[] = [];
  const said = new Map<SourceText, { answer: Answer; line: number }>();
  for (const { line, cell } of await readTable(text, file, SHAPE)) {
    const fail = (what: Phrase): never => {
      throw new ConfigError(file, line - 1, what);
    };
    const written = cell('decision');
    if (written === '') continue;
    const answer = WORDS[plainAnswer(written)] ?? fail(unknownDecision(written));
    const source = cell('source');
    const meant = (bySource.get(source) ?? []).filter((each) => isMeant(each, cell));
    if (meant.length === 0 && isRecorded(source, cell('text'), answer, decisions)) continue;
    if (!bySource.has(source)) fail(phrase('unknown-source', { word: source, hint: nearest(source, [...bySource.keys()]) }));
    if (meant.length === 0) fail(phrase('no-such-leftover', { text: cell('text'), source }));
    for (const each of meant) {
      const before = said.get(each);
      if (before && before.answer !== answer) fail(phrase('decided-before', { line: before.line }));
      if (!before) answers.push({ text: each, answer, note: cell('note') });
      said.set(each, { answer, line });
    }
  }
  return answers;
}

/** Whether it is decided already, by source and text, what a row says of something that no longer stands there so. */
const isRecorded = (source: string, text: string, answer: Answer, decisions: readonly Decision[]): boolean =>
  decisions.some(
    (old) =>
      (answer === 'keep' ? old.verdict === 'keep' : old.verdict === 'drop-line' || old.verdict === 'fix') &&
      (old.scope === 'corpus' || (old.scope === 'source' && old.source === source)) &&
      foldText(old.text ?? '') === foldText(text),
  );

/** Whether a row speaks of a text; a column that was left out says nothing. A line that was decided about is reported by another rule than before. */
function isMeant({ text, line, rule, kind }: SourceText, cell: (column: Column) => string): boolean {
  if (foldText(text.trim()) !== foldText(cell('text'))) return false;
  const where = cell('where');
  return (where === '' || where === (line ? 'line' : 'span')) && (cell('rule') === '' || cell('rule') === rule || kind === 'decided');
}

const unknownDecision = (word: string): Phrase =>
  phrase('unknown-decision', { word, words: Object.keys(WORDS).join(', '), hint: nearest(word, Object.keys(WORDS)) });

/** Decisions with what is said of leftovers, which goes before what was said of the same texts until now. */
export function applyLeftovers(now: readonly Decision[], answers: readonly LeftoverAnswer[], about: Pick<Decision, 'by' | 'at'>): Decision[] {
  const news = answers.filter(({ text, answer }) => answerTo(text, now) !== answer && !(answer === 'drop' && isDropped(text, now)));
  const left = now.filter((old) => !news.some(({ text }) => isAbout(old, text)));
  const added = news.flatMap(({ text, answer, note }) => {
    const decision = decisionOn(text, answer);
    return decision ? [{ ...decision, ...(note !== '' && { note }), ...about }] : [];
  });
  return mergeDecisions(left, added);
}

const isDropped = (text: SourceText, now: readonly Decision[]): boolean =>
  text.line && now.some((old) => old.verdict === 'drop-line' && isAbout(old, text));

/** Whether a decision speaks of just this text in just this source. */
const isAbout = (old: Decision, { source, text }: SourceText): boolean =>
  old.scope === 'source' && old.source === source && old.text !== undefined && foldText(old.text) === foldText(text);
