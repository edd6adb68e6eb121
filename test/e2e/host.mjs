// Runs the suite inside the extension host of a VS Code that has the packaged extension installed.
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { writeSettings } from './browser.mjs';
import { HERE, OUT, ROOT, VSIX } from './places.mjs';

/** A desktop VS Code where there is a desktop and the download works; else the stand-in. Answers the program and its command line. */
async function findEditor(temporary) {
  const desktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (desktop) {
    try {
      const program = await downloadAndUnzipVSCode({ version: 'stable', cachePath: join(HERE, '.vscode-test'), timeout: 30_000 });
      return { program, cli: resolveCliPathFromVSCodeExecutablePath(program) };
    } catch (error) {
      console.log(`No desktop VS Code (${error.message}), so code-server.`);
    }
  }
  const program = join(temporary, 'code');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(HERE, 'code.mjs')}' "$@"\n`);
  chmodSync(program, 0o755);
  return { program, cli: program };
}

/** @param {string} temporary a folder that is removed after */
export async function runHostSuite(temporary, folder) {
  const suite = join(OUT, 'suite.cjs');
  await build({
    entryPoints: [join(HERE, 'suite/index.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    outfile: suite,
    logLevel: 'warning',
  });
  const { program, cli } = await findEditor(temporary);
  const dataDir = join(temporary, 'data');
  writeSettings(dataDir);
  const folders = [`--user-data-dir=${dataDir}`, `--extensions-dir=${join(temporary, 'extensions')}`];
  execFileSync(cli, [...folders, `--install-extension=${VSIX}`], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  const code = await runTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: join(HERE, 'host'),
    extensionTestsPath: suite,
    extensionTestsEnv: { CORPUSLINT_REPOSITORY: ROOT },
    launchArgs: [folder, ...folders],
  });
  if (code !== 0) throw new Error(`the suite failed: ${code}`);
}
