import type { Command } from 'commander';
import { UserError } from '../engine/errors';

/** `lsp --stdio` itself is started before any command line is read (main.ts); here it is listed, and wrong usage told. */
export function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('the language server, for editors')
    .option('--stdio', 'speak over standard input and output')
    .action(() => {
      throw new UserError('lsp-alone');
    });
}
