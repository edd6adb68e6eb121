import type { Command } from 'commander';
import pc from 'picocolors';
import { cell, groupName, inLine, type Language, phrase, say, summaryOf, widthOf } from '../engine/message';
import { rules } from '../rules/index';
import { languageOption } from './language';
import { Terminal } from './terminal';

/** Adds the command; `done` hears the exit status. */
export function addRules(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('rules')
    .description('list all rules with their severity and group')
    .addOption(languageOption())
    .option('--no-color', 'no colors')
    .action((options: { readonly color: boolean }) => {
      const terminal = new Terminal({ ...options, language });
      const paint = pc.createColors(terminal.colors);
      const rows = rules.map((rule) => ({
        id: rule.id,
        severity: say(language, phrase(rule.severity)),
        group: groupName(language, rule.group),
        summary: inLine(language, summaryOf(rule, language)),
      }));
      const width = (column: 'id' | 'severity' | 'group'): number => Math.max(...rows.map((row) => widthOf(row[column])));
      const widths = [width('id'), width('severity'), width('group')];
      for (const { id, severity, group, summary } of rows) {
        const cells = [paint.bold(id.padEnd(widths[0])), cell(language, severity, widths[1]), cell(language, group, widths[2]), paint.dim(summary)];
        terminal.write(`${cells.join('  ')}\n`);
      }
      terminal.flush();
      done(0);
    });
}
