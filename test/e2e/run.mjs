// Packs the extension and tries it in real editors: VS Code (a suite inside its extension host, and a walk by mouse and
// keys), Neovim and Emacs. Installs what it needs. With names as arguments, only those parts.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './install.mjs';
import { OUT, ROOT, SAMPLE, VSIX } from './places.mjs';
import { checkPackage } from './vsix.mjs';

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'corpuslint-e2e-')));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

/** A folder that a part may write to, with the sample corpus in it. */
function workFolder(name) {
  const folder = join(temporary, name, 'work');
  mkdirSync(folder, { recursive: true });
  cpSync(SAMPLE, join(folder, 'sample'), { recursive: true });
  return { temporary: join(temporary, name), folder };
}

const parts = {
  suite: async () => {
    const { runHostSuite } = await import('./host.mjs');
    const { temporary, folder } = workFolder('suite');
    await runHostSuite(temporary, folder);
  },
  walk: async () => {
    const { walk } = await import('./walk.mjs');
    const { temporary, folder } = workFolder('walk');
    await walk(temporary, folder);
  },
  neovim: async () => (await import('./editors.mjs')).runNeovim(workFolder('neovim').folder),
  emacs: async () => (await import('./editors.mjs')).runEmacs(workFolder('emacs').folder),
};

async function timed(name, work) {
  const start = Date.now();
  try {
    const said = await work();
    console.log(`${name}: ${said ?? 'ok'} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    console.error(`${name}: failed (${((Date.now() - start) / 1000).toFixed(1)} s)\n${error.stack ?? error}`);
    return false;
  }
}

const chosen = process.argv.slice(2);
for (const name of chosen) if (!(name in parts)) throw new Error(`no part ${name}; there are ${Object.keys(parts).join(', ')}`);

mkdirSync(OUT, { recursive: true });
const ready =
  (await timed('install', install)) &&
  (await timed('package', async () => {
    execFileSync(process.execPath, [join(ROOT, 'packaging/package.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
    return checkPackage(VSIX);
  }));
let failed = ready ? 0 : 1;
if (ready) {
  for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) if (!(await timed(name, parts[name]))) failed++;
}
process.exit(failed === 0 ? 0 : 1);
