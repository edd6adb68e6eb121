// Fetches what the tests in real editors need: from npm into this folder, from Debian what is missing there.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HERE, VSCODE_SERVER } from './places.mjs';

const execute = promisify(execFile);

/** What Debian has for us, and the file that tells that it is there. */
const PACKAGES = {
  chromium: '/usr/bin/chromium',
  'fonts-dejavu-core': '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  neovim: '/usr/bin/nvim',
  'emacs-nox': '/usr/bin/emacs',
};

/** Whether Emacs knows eglot; since Emacs 29 it is a part of it. */
const hasEglot = () => spawnSync('/usr/bin/emacs', ['--batch', '-f', 'package-initialize', '-l', 'eglot'], { stdio: 'ignore' }).status === 0;

async function run(command, args, cwd = HERE, env = {}) {
  try {
    await execute(command, args, { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 26 });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')} failed:\n${error.stdout ?? ''}${error.stderr ?? error.message}`);
  }
}

/** Installs the missing packages where that is ours to do: as root, on Debian. */
async function installSystem() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const aptGet = (...args) => run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], HERE, { DEBIAN_FRONTEND: 'noninteractive' });
  const add = (...names) => aptGet('install', '-y', '--no-install-recommends', ...names);
  const missing = Object.keys(PACKAGES).filter((name) => !existsSync(PACKAGES[name]));
  if (missing.length === 0 && hasEglot()) return;
  await aptGet('update');
  if (missing.length > 0) await add(...missing);
  if (!hasEglot()) await add('elpa-eglot');
}

/**
 * Installs the tools, then what the server in `code-server` depends on, by its own shrinkwrap file, which `npm ci` finds
 * incomplete. Scripts stay off: they would compile what these tests don't touch. The mark says which lock file the tools
 * were installed from.
 */
async function installTools() {
  const mark = join(HERE, 'node_modules', '.corpuslint-e2e');
  const lock = readFileSync(join(HERE, 'package-lock.json'), 'utf8');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['ci', ...quiet]);
  if (process.platform === 'linux') await run('npm', ['install', '--omit=dev', ...quiet], VSCODE_SERVER);
  writeFileSync(mark, lock);
}

export async function install() {
  await Promise.all([installSystem(), installTools()]);
}
