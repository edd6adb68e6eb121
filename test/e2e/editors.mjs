// Other editors as clients of the same server: attach, diagnostics, hover, a code action applied, shutdown.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HERE, SERVER } from './places.mjs';

const ARTICLE = 'عنوان الخبر\n\nقالَ المُراسِلُ 😀 إن الصـ*ـواريخ سقطت قرب المدينة.\n\nوطالب بوقف القتـ.ـال فوراً.\n';

function runEditor(program, args, folder) {
  if (!existsSync(program)) return `skipped, there is no ${program}`;
  const file = join(folder, 'article.txt');
  writeFileSync(file, ARTICLE);
  writeFileSync(join(folder, 'corpuslint.jsonc'), '{}\n');
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    // A home of its own: nobody's settings, and none left behind.
    env: {
      ...process.env,
      FILE: file,
      SERVER,
      NODE: process.execPath,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      LANG: 'C.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status ?? error}:\n${stdout}${stderr}`);
  return undefined;
}

export const runNeovim = (folder) =>
  runEditor('/usr/bin/nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${join(HERE, 'editors/neovim.lua')}`], folder);

export const runEmacs = (folder) => runEditor('/usr/bin/emacs', ['--batch', '-l', join(HERE, 'editors/emacs.el')], folder);
