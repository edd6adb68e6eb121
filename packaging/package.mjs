// Builds the extension and packs it into corpuslint.vsix; what goes into it, `files` in package.json says.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const vsce = join(here, 'node_modules/@vscode/vsce/vsce');
const run = (command, args, cwd) => execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });

if (!existsSync(vsce)) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], here);
run(process.execPath, ['esbuild.mjs'], root);
// Everything is bundled, and pictures in the README stay where they are.
run(
  process.execPath,
  [vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '-o', 'corpuslint.vsix'],
  root,
);
