import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'corpuslint-imports-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const FILES = [
  'text/a.ts',
  'corpus/a.ts',
  'corpus/names/a.ts',
  'rules/a.ts',
  'engine/a.ts',
  'report/a.ts',
  'files/a.ts',
  'cli/a.ts',
  'lsp/a.ts',
  'main.ts',
];

/** By import: the files that may not have it, of `FILES`. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'node:fs': FILES.filter((file) => !file.startsWith('files/')),
  'node:fs/promises': FILES.filter((file) => !file.startsWith('files/')),
  'node:crypto': FILES.slice(0, 4),
  'vscode-languageserver/node': FILES.filter((file) => !file.startsWith('lsp/')),
  '../corpus/evidence': ['text/a.ts'],
  '../../corpus/evidence': ['text/a.ts'],
  '../rules/index': FILES.slice(0, 3),
  '../engine/lint': FILES.slice(0, 4),
  '../../engine/lint': FILES.slice(0, 4),
  '../report/text': FILES.slice(0, 4),
  '../files/store': FILES.slice(0, 4),
  '../cli/check': [...FILES.slice(0, 7), 'lsp/a.ts'],
  '../lsp/server': [...FILES.slice(0, 7), 'cli/a.ts'],
  '../main': FILES.slice(0, 9),
  '../text/scan': [],
  './scan': [],
};

test('imports run down, only lsp/ knows the editor and only files/ the disk', () => {
  copyFileSync('biome.json', join(folder, 'biome.json'));
  const imports = Object.keys(REFUSED);
  for (const file of FILES) {
    const path = join(folder, 'server/src', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, imports.map((name) => `import '${name}';\n`).join(''));
  }
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none'];
  const { stdout, status } = spawnSync(resolve('node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 1, stdout);
  const refused = [...stdout.matchAll(/file=[^,]*\/server\/src\/([^,]+),line=(\d+)/g)].map(
    ([, file, line]) => `${imports[Number(line) - 1]} in ${file}`,
  );
  const expected = imports.flatMap((name) => REFUSED[name].map((file) => `${name} in ${file}`));
  assert.deepEqual(refused.sort(), expected.sort());
});
