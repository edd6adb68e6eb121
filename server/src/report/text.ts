import pc from 'picocolors';
import type { CheckedArticle } from '../engine/batch';
import { isolate } from '../engine/message';
import type { Row } from '../engine/row';
import type { Reporter, ReportOptions, Totals } from './reporter';
import { harmless, plain, visible } from './visible';

type Paint = ReturnType<typeof pc.createColors>;
type Excerpt = NonNullable<CheckedArticle['excerpts']>[number];

/** UTF-16 units shown on each side of a finding, and of the finding itself. */
const SIDE = 40;
const SPAN = 80;

/** Further fixes than these are left to other formats. */
const FIXES = 1;

/** For people: findings by file, each with the words in question, then what it comes to by rule. */
export function textReporter({ colors, quiet }: ReportOptions): Reporter {
  const paint = pc.createColors(colors);
  const rules = new Map<string, Count>();
  return {
    article({ file, rows, excerpts }) {
      if (rows.length === 0) return '';
      const parts = rows.map((json, i) => {
        const row: Row = JSON.parse(json);
        count(rules, row);
        return describe(row, excerpts?.[i], paint);
      });
      return `${paint.bold(paint.underline(harmless(file)))}\n${parts.join('')}\n`;
    },
    end: (totals) => (quiet ? '' : `${table(rules, paint)}${summary(totals, paint)}\n`),
  };
}

interface Count {
  findings: number;
  fixable: number;
}

function count(rules: Map<string, Count>, { rule, fixes }: Row): void {
  const counted = rules.get(rule) ?? { findings: 0, fixable: 0 };
  counted.findings++;
  if (fixes[0]?.safe) counted.fixable++;
  rules.set(rule, counted);
}

/** Where the second and further lines of a finding begin. */
const INDENT = ' '.repeat(11);

function describe({ range, severity, rule, message, fixes }: Row, excerpt: Excerpt | undefined, paint: Paint): string {
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const lines = [`  ${place.padEnd(8)} ${color(severity, paint)(severity.padEnd(7))}  ${harmless(message)}  ${paint.dim(rule)}`];
  if (excerpt && !saysAll(message, excerpt)) lines.push(INDENT + quote(excerpt, severity, paint));
  for (const [i, { title, safe }] of fixes.slice(0, FIXES).entries()) {
    const label = i > 0 ? 'or:' : safe ? 'fix:' : 'suggestion:';
    lines.push(`${INDENT}${paint.green(label)} ${harmless(title)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Whether the message has the whole line in it, or there is none. */
const saysAll = (message: string, { before, span, after }: Excerpt): boolean => before + after === '' && message.includes(span.trim());

function color(severity: Row['severity'], paint: Paint): (text: string) => string {
  if (severity === 'error') return paint.red;
  return severity === 'warning' ? paint.yellow : paint.cyan;
}

/** The finding within its line; without colours it stands in double brackets. */
function quote({ before, span, after }: Excerpt, severity: Row['severity'], paint: Paint): string {
  const shown = visible(shorten(span));
  const marked = paint.isColorSupported ? color(severity, paint)(paint.underline(paint.bold(shown))) : `[[${shown}]]`;
  const line = `${lastWords(plain(before)).trimStart()}${marked}${firstWords(plain(after)).trimEnd()}`;
  return isolate(line.replace(HALVES, ''));
}

/** What is left of characters that were cut in two. */
const HALVES = /\p{Cs}/gu;

function shorten(span: string): string {
  if (span.length <= SPAN) return span;
  return `${span.slice(0, SPAN / 2)} … ${span.slice(-SPAN / 2)}`;
}

/** The end of a text, from the beginning of a word where there is one. */
function lastWords(text: string): string {
  if (text.length <= SIDE) return text;
  const end = text.slice(-SIDE);
  const blank = end.indexOf(' ');
  return `…${blank < 0 || blank === end.length - 1 ? end : end.slice(blank)}`;
}

function firstWords(text: string): string {
  if (text.length <= SIDE) return text;
  const start = text.slice(0, SIDE);
  const blank = start.lastIndexOf(' ');
  return `${blank <= 0 ? start : start.slice(0, blank + 1)}…`;
}

function table(rules: ReadonlyMap<string, Count>, paint: Paint): string {
  if (rules.size === 0) return '';
  const rows = [...rules].sort(([a, x], [b, y]) => y.findings - x.findings || (a < b ? -1 : 1));
  const width = Math.max(...rows.map(([rule]) => rule.length));
  const line = (rule: string, findings: string, fixable: string): string =>
    `${rule.padEnd(width)}  ${findings.padStart(9)}  ${fixable.padStart(10)}\n`;
  return (
    paint.dim(line('rule', 'findings', 'safe fixes')) +
    rows.map(([rule, { findings, fixable }]) => line(rule, number(findings), number(fixable))).join('') +
    '\n'
  );
}

function summary({ articles, errors, warnings, infos, fixable, changed, seconds }: Totals, paint: Paint): string {
  const run = `${amount(articles, 'article')} in ${seconds.toFixed(2)} s`;
  const fixed = changed > 0 ? `${amount(changed, 'article')} changed. ` : '';
  const findings = errors + warnings + infos;
  if (findings === 0) return `${fixed}${articles > 0 ? paint.green('Nothing found') : 'Nothing found'} in ${run}.`;
  const by = [amount(errors, 'error'), amount(warnings, 'warning'), amount(infos, 'info')].join(', ');
  const fixes = fixable > 0 ? `; --fix mends ${number(fixable)} of them safely` : '';
  return `${fixed}${paint.bold(amount(findings, 'finding'))} (${by}) in ${run}${fixes}.`;
}

const amount = (n: number, noun: string): string => `${number(n)} ${noun}${n === 1 ? '' : 's'}`;
/** With commas. The platform's own way to do it takes longer to load than a small check. */
const number = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
