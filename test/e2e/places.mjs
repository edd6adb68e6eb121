// Where things are.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(HERE, '../..');
export const SAMPLE = join(ROOT, 'test/sample');
export const VSIX = join(ROOT, 'corpuslint.vsix');
/** The language server as the package holds it. */
export const SERVER = join(ROOT, 'dist/server.js');
/** Screenshots and logs of the last run. */
export const OUT = join(HERE, 'out');

export const CODE_SERVER = join(HERE, 'node_modules/code-server');
export const VSCODE_SERVER = join(CODE_SERVER, 'lib/vscode');
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ?? '/usr/bin/chromium';

/** A Node.js that is new enough for code-server: the one at hand, else the one from npm. */
export function modernNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return join(HERE, `node_modules/node-linux-${process.arch}/bin/node`);
}
