import pc from 'picocolors';
import type { CheckedArticle } from '../engine/checked';
import { grouped, inLine, isolate, type Language, phrase, say } from '../engine/message';
import type { Row } from '../engine/row';
import { beginning, ending } from '../text/excerpt';
import type { Reporter, ReportOptions, Totals } from './reporter';
import { harmless, plain, visible } from './visible';

type Paint = ReturnType<typeof pc.createColors>;
type Excerpt = NonNullable<CheckedArticle['excerpts']>[number];

/** UTF-16 units shown on each side of a finding, and of the finding itself. */
const SIDE = 40;
const SPAN = 80;

/** For people: findings by file, each with the words in question, then what it comes to by rule. */
export function textReporter({ colors, quiet, language }: ReportOptions): Reporter {
  const paint = pc.createColors(colors);
  const rules = new Map<string, Count>();
  return {
    article({ file, rows, excerpts }) {
      if (rows.length === 0) return [];
      const parts = rows.map((json, i) => {
        const row: Row = JSON.parse(json);
        count(rules, row);
        return describe(row, excerpts?.[i], paint, language);
      });
      return [`${paint.bold(paint.underline(harmless(file)))}\n`, ...parts, '\n'];
    },
    end: (totals) => (quiet ? '' : `${table(rules, paint, language)}${inLine(language, summary(totals, paint, language))}\n`),
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

function describe({ range, severity, rule, message, fixes }: Row, excerpt: Excerpt | undefined, paint: Paint, language: Language): string {
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const level = say(language, phrase(severity));
  const shown = color(severity, paint)(inLine(language, level)) + ' '.repeat(Math.max(0, 7 - level.length));
  const lines = [`  ${place.padEnd(8)} ${shown}  ${inLine(language, harmless(message))}  ${paint.dim(rule)}`];
  if (excerpt && !saysAll(message, excerpt)) lines.push(INDENT + quote(excerpt, severity, paint));
  // Further fixes are left to other formats.
  if (fixes.length > 0) {
    const [{ title, safe }] = fixes;
    const label = say(language, phrase(safe ? 'fix' : 'suggestion'));
    lines.push(INDENT + inLine(language, `${paint.green(label)} ${harmless(title)}`));
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
  const shown = visible(withoutMiddle(span));
  const marked = paint.isColorSupported ? color(severity, paint)(paint.underline(paint.bold(shown))) : `[[${shown}]]`;
  return isolate(`${lastWords(plain(before)).trimStart()}${marked}${firstWords(plain(after)).trimEnd()}`);
}

function withoutMiddle(span: string): string {
  if (span.length <= SPAN) return span;
  return `${beginning(span, SPAN / 2)} … ${ending(span, SPAN / 2)}`;
}

/** The end of a text, from the beginning of a word where there is one. */
function lastWords(text: string): string {
  if (text.length <= SIDE) return text;
  const end = ending(text, SIDE);
  const blank = end.indexOf(' ');
  return `…${blank < 0 || blank === end.length - 1 ? end : end.slice(blank)}`;
}

function firstWords(text: string): string {
  if (text.length <= SIDE) return text;
  const start = beginning(text, SIDE);
  const blank = start.lastIndexOf(' ');
  return `${blank <= 0 ? start : start.slice(0, blank + 1)}…`;
}

/** Findings and safe fixes by rule, most findings first. */
function table(rules: ReadonlyMap<string, Count>, paint: Paint, language: Language): string {
  if (rules.size === 0) return '';
  const rows = [...rules].sort(([a, x], [b, y]) => y.findings - x.findings || (a < b ? -1 : 1));
  const [rule, findings, fixes] = (['column-rule', 'column-findings', 'column-fixes'] as const).map((key) => say(language, phrase(key)));
  const widths = [Math.max(rule.length, ...rows.map(([id]) => id.length)), Math.max(9, findings.length), Math.max(10, fixes.length)];
  const blanks = (column: number, text: string): string => ' '.repeat(widths[column] - text.length);
  const head = `${inLine(language, rule)}${blanks(0, rule)}  ${blanks(1, findings)}${inLine(language, findings)}  ${blanks(2, fixes)}${inLine(language, fixes)}\n`;
  const body = rows.map(([id, { findings, fixable }]) => {
    const [found, mended] = [grouped(findings), grouped(fixable)];
    return `${id}${blanks(0, id)}  ${blanks(1, found)}${found}  ${blanks(2, mended)}${mended}\n`;
  });
  return `${paint.dim(head)}${body.join('')}\n`;
}

function summary({ articles, errors, warnings, infos, fixable, changed, seconds }: Totals, paint: Paint, language: Language): string {
  const run = { articles: phrase('articles', { n: articles }), seconds: seconds.toFixed(2) };
  const fixed = changed > 0 ? `${say(language, phrase('articles-changed', { n: changed }))} ` : '';
  const findings = phrase('findings', { n: errors + warnings + infos });
  const nothing = phrase('nothing');
  if (errors + warnings + infos === 0) {
    const sentence = say(language, phrase('found-nothing', { nothing, ...run }));
    return fixed + (articles > 0 ? emphasise(sentence, say(language, nothing), paint.green) : sentence);
  }
  const by = { errors: phrase('errors', { n: errors }), warnings: phrase('warnings', { n: warnings }), infos: phrase('infos', { n: infos }) };
  const fixes = fixable > 0 ? phrase('fixes-mend', { n: fixable }) : '';
  const sentence = say(language, phrase('found', { findings, ...by, ...run, fixes }));
  return fixed + emphasise(sentence, say(language, findings), paint.bold);
}

/** A sentence with the first place of `part` painted. */
const emphasise = (sentence: string, part: string, paint: (text: string) => string): string => sentence.replace(part, () => paint(part));
