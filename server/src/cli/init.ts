import { join } from 'node:path';
import type { Command } from 'commander';
import { CONFIG_NAME } from '../engine/config';
import { reasonOf, UserError } from '../engine/errors';
import { type Language, phrase } from '../engine/message';
import { configTemplate } from '../engine/template';
import { createFile, createFolder } from '../files/store';
import { Terminal } from './terminal';

/** Adds the command; `done` hears the exit status. */
export function addInit(program: Command, done: (status: number) => void, language: Language): void {
  program
    .command('init')
    .description(`write a commented ${CONFIG_NAME}`)
    .argument('[folder]', 'the folder of the corpus', '.')
    .action((folder: string) => {
      const path = join(folder, CONFIG_NAME);
      try {
        createFolder(folder);
        createFile(path, configTemplate());
      } catch (error) {
        const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
        throw there ? new UserError('is-there', { path }) : new UserError('unwritable', { path, reason: { key: reasonOf(error) } });
      }
      new Terminal({ language }).note(phrase('wrote', { path }));
      done(0);
    });
}
