import type { Command } from 'commander';
import pc from 'picocolors';
import { groupName, inLine, kindName, type Language, phrase, say, summaryOf } from '../engine/message';
import type { Phrase } from '../rules/phrase';
import { languageOption } from './language';
import { ruleNamed } from './run';
import { Terminal } from './terminal';

/** Adds the command; `done` hears the exit status. */
export function addExplain(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('explain')
    .description("show a rule's page")
    .argument('<rule>', 'its name, as "corpuslint rules" lists it')
    .addOption(languageOption())
    .option('--no-color', 'no colors')
    .action((id: string, options: { readonly color: boolean }) => {
      const rule = ruleNamed(id);
      const { page, group, severity } = rule;
      const terminal = new Terminal({ ...options, language });
      terminal.write(
        renderPage(
          page,
          [groupName(language, group), say(language, phrase(severity))].map((word) => inLine(language, word)).join(', '),
          terminal.colors,
          language,
        ),
      );
      const kinds = rule.kinds.map((kind) => (language === 'en' ? kind : `${kind} (${kindName(language, kind)})`));
      if (kinds.length > 0) terminal.write(`\n${inLine(language, say(language, phrase('rule-kinds', { kinds: kinds.join(', ') })))}\n`);
      // The page itself is English.
      if (language !== 'en') terminal.write(`\n${inLine(language, summaryOf(rule, language))}\n`);
      terminal.flush();
      done(0);
    });
}

/** What the blocks of a page are, by the first word of their info string. */
const LABELS: Readonly<Record<string, Phrase>> = {
  article: phrase('page-article'),
  fixed: phrase('page-fixed'),
  suggested: phrase('page-suggested'),
  evidence: phrase('page-evidence'),
  bytes: phrase('page-bytes'),
  options: phrase('page-options'),
};

/** A page of Markdown for a terminal: what is found shows in colour, or else in double brackets. */
export function renderPage(page: string, subtitle: string, colors: boolean, language: Language = 'en'): string {
  const paint = pc.createColors(colors);
  // What is found may reach over several lines.
  let found = false;
  const mark = (text: string): string =>
    text
      .split(/([⟦⟧])/u)
      .map((part) => {
        if (part !== '⟦' && part !== '⟧') return found && colors && part !== '' ? paint.yellow(paint.underline(part)) : part;
        found = part === '⟦';
        return colors ? '' : found ? '[[' : ']]';
      })
      .join('');
  const lines: string[] = [];
  let fence = '';
  for (const line of page.trimEnd().split('\n')) {
    const [, ticks, info] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (fence) {
      if (ticks === fence) fence = '';
      else lines.push(`    ${mark(line)}`);
    } else if (ticks) {
      fence = ticks;
      const [kind, ...rest] = info.split(' ');
      const label = LABELS[kind] ? inLine(language, say(language, LABELS[kind])) : kind;
      lines.push(paint.dim([`  ${label}`, ...rest].join(' ')));
    } else if (line.startsWith('# ')) lines.push(`${paint.bold(line.slice(2))}  ${paint.dim(subtitle)}`);
    else if (line.startsWith('## ')) lines.push(paint.bold(paint.underline(line.slice(3))));
    else lines.push(colors ? line.replace(/`([^`]+)`/g, (_, code: string) => paint.cyan(code)) : line);
  }
  return `${lines.join('\n')}\n`;
}
