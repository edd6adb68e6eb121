import type { Command } from 'commander';
import pc from 'picocolors';
import { inLine, type Language, summaryOf } from '../engine/message';
import { rules } from '../rules/index';
import { languageOption } from './language';
import { Terminal } from './terminal';

export function addRules(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('rules')
    .description('list all rules with their severity and group')
    .addOption(languageOption())
    .option('--no-color', 'no colors')
    .action((options: { readonly color: boolean }) => {
      const terminal = new Terminal({ ...options, language });
      const paint = pc.createColors(terminal.colors);
      const width = (words: readonly string[]): number => Math.max(...words.map(({ length }) => length));
      const ids = width(rules.map(({ id }) => id));
      const groups = width(rules.map(({ group }) => group));
      for (const rule of rules) {
        const { id, severity, group } = rule;
        const summary = inLine(language, summaryOf(rule, language));
        terminal.write(`${paint.bold(id.padEnd(ids))}  ${severity.padEnd(7)}  ${group.padEnd(groups)}  ${paint.dim(summary)}\n`);
      }
      terminal.flush();
      done(0);
    });
}
