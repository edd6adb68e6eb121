import { SEVERITIES } from '../engine/finding';
import { phrase, say } from '../engine/message';
import type { Row } from '../engine/row';
import type { Phrase } from '../rules/phrase';
import type { Severity } from '../rules/rule';
import type { Reporter, ReportOptions } from './reporter';
import { harmless } from './visible';

/** Annotations of each kind that GitHub shows for a step; it drops the others silently. */
const MOST = 10;

/** What writes everything to a file. */
const EVERYTHING = 'corpuslint check --format jsonl -o findings.jsonl';

const KINDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** A finding that may be shown. */
interface Candidate {
  readonly row: Row;
  /** How many findings of its severity its file has before it. */
  readonly rank: number;
  /** How many findings the run has before it. */
  readonly place: number;
}

/**
 * Annotations for GitHub Actions, as workflow commands. GitHub shows ten errors, ten warnings and ten notices a step, so of
 * each kind every file's first finding goes before any file's second, in the order of files: ten files that need a look
 * say more than ten lines of one. What is left over is told in a last notice, which takes the place of a finding.
 */
export function githubReporter({ language }: ReportOptions): Reporter {
  const kept: Readonly<Record<Severity, Candidate[]>> = { error: [], warning: [], info: [] };
  let place = 0;
  return {
    article({ rows }) {
      const ranks = { error: 0, warning: 0, info: 0 };
      for (const json of rows) {
        const row: Row = JSON.parse(json);
        keep(kept[row.severity], { row, rank: ranks[row.severity]++, place: place++ });
      }
      return [];
    },
    end({ errors, warnings, infos }) {
      const all = { error: errors, warning: warnings, info: infos };
      const isCut = Math.max(errors, warnings, infos) > MOST;
      if (isCut) kept.info.splice(MOST - 1);
      const lines = [...SEVERITIES]
        .reverse()
        .flatMap((severity) => kept[severity].sort((a, b) => a.place - b.place).map(({ row }) => annotation(row)));
      if (isCut) {
        const rest = (severity: Severity): number => all[severity] - kept[severity].length;
        lines.push(command('notice', { title: 'corpuslint' }, say(language, leftOver(rest('error'), rest('warning'), rest('info')))));
      }
      return lines.map((line) => `${line}\n`).join('');
    },
  };
}

/** Takes a finding among the ten of the lowest ranks, if it is one of them. A list is in the order of ranks, then of places. */
function keep(list: Candidate[], candidate: Candidate): void {
  let at = list.length;
  while (at > 0 && list[at - 1].rank > candidate.rank) at--;
  list.splice(at, 0, candidate);
  list.splice(MOST);
}

const leftOver = (errors: number, warnings: number, infos: number): Phrase =>
  phrase('more-findings', {
    n: errors + warnings + infos,
    errors: phrase('errors', { n: errors }),
    warnings: phrase('warnings', { n: warnings }),
    infos: phrase('infos', { n: infos }),
    most: MOST,
    command: EVERYTHING,
  });

/** GitHub takes columns only where both are in one line. */
function annotation({ file, rule, severity, message, range: { start, end } }: Row): string {
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  return command(KINDS[severity], { file, line: start.line + 1, endLine: end.line + 1, ...columns, title: rule }, message);
}

function command(kind: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const shown = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${shown.join(',')}::${harmless(escapeData(message))}`;
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
