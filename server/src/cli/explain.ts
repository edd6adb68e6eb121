import type { Command } from 'commander';
import pc from 'picocolors';
import { ruleNamed } from './run';
import { Terminal } from './terminal';

export function addExplain(program: Command, done: (status: number) => void): void {
  program
    .command('explain')
    .description("show a rule's page")
    .argument('<rule>', 'its name, as "corpuslint rules" lists it')
    .option('--no-color', 'no colors')
    .action((id: string, options: { readonly color: boolean }) => {
      const { page, group, severity } = ruleNamed(id);
      const terminal = new Terminal(options);
      terminal.write(renderPage(page, `${group}, ${severity}`, terminal.colors));
      terminal.flush();
      done(0);
    });
}

/** What the blocks of a page are, by the first word of their info string. */
const LABELS: Readonly<Record<string, string>> = {
  article: 'Article',
  fixed: 'After the safe fixes',
  suggested: 'With the suggestions',
  evidence: 'What the corpus holds (text, articles)',
  bytes: 'Bytes',
  options: 'Options',
};

/** A page of Markdown for a terminal: what is found shows in colour, or else in double brackets. */
export function renderPage(page: string, subtitle: string, colors: boolean): string {
  const paint = pc.createColors(colors);
  const mark = (text: string): string =>
    text.replace(/⟦([^⟧]*)⟧/gu, (_, found: string) => (colors ? paint.yellow(paint.underline(found)) : `[[${found}]]`));
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
      lines.push(paint.dim([`  ${LABELS[kind] ?? kind}`, ...rest].join(' ')));
    } else if (line.startsWith('# ')) lines.push(`${paint.bold(line.slice(2))}  ${paint.dim(subtitle)}`);
    else if (line.startsWith('## ')) lines.push(paint.bold(paint.underline(line.slice(3))));
    else lines.push(colors ? line.replace(/`([^`]+)`/g, (_, code: string) => paint.cyan(code)) : line);
  }
  return `${lines.join('\n')}\n`;
}
