import { join } from 'node:path';
import type { Command } from 'commander';
import { CONFIG_NAME } from '../engine/config';
import { reasonOf, UserError } from '../files/errors';
import { createFile } from '../files/store';
import { rules } from '../rules/index';
import { Terminal } from './terminal';

export function addInit(program: Command, done: (status: number) => void): void {
  program
    .command('init')
    .description(`write a commented ${CONFIG_NAME}`)
    .argument('[folder]', 'the folder of the corpus', '.')
    .action((folder: string) => {
      const path = join(folder, CONFIG_NAME);
      try {
        createFile(path, configTemplate());
      } catch (error) {
        const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
        throw new UserError(there ? `${path} is there already` : `can't write ${path}: ${reasonOf(error)}`);
      }
      new Terminal({}).note(`Wrote ${path}.`);
      done(0);
    });
}

/** A configuration that says what holds without it, and how to change that. */
export function configTemplate(): string {
  const levels = rules.flatMap(({ id, severity, summary, options }) => {
    const value = Object.keys(options).length > 0 ? { severity, ...options } : severity;
    return ['', `    // ${summary}`, `    // ${JSON.stringify(id)}: ${JSON.stringify(value)},`];
  });
  return `// The corpus that corpuslint checks: this folder with all that is in it. Nothing here is needed; what stands in comments is
// what holds without it. The nearest file of this name, upward of an article, is the one that counts.
{
  // Which files are articles: globs, relative to this folder. What .gitignore and .corpuslintignore leave out is none.
  "include": ["**/*.txt"],
  "exclude": [],

  // Which part of a path names the outlet that published an article. Without it, that is the folder.
  // "source": "**/{source}_*.txt",

  // Lines that the sites of this corpus put around their articles, beside those that are recognised anyway.
  "boilerplate": { "phrases": [] },

  // "off", "info", "warning" or "error", by rule. "corpuslint explain RULE" shows what a rule does.
  "rules": {${levels.join('\n').replace(/^\n/, '\n')}
  }
}
`;
}
