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
  'drivers/a.ts',
  'cli/a.ts',
  'lsp/a.ts',
  'main.ts',
];

/** The files of `FILES` in some rooms. */
const inRooms = (...rooms: readonly string[]): string[] => FILES.filter((file) => rooms.some((room) => file.startsWith(`${room}/`)));
const below = (file: string): string[] => FILES.slice(0, FILES.indexOf(file));

/** By import: the files that may not have it, of `FILES`. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'node:fs': FILES.filter((file) => !file.startsWith('files/')),
  'node:fs/promises': FILES.filter((file) => !file.startsWith('files/')),
  'node:crypto': inRooms('text', 'corpus', 'rules'),
  'vscode-languageserver/node': FILES.filter((file) => !file.startsWith('lsp/')),
  '../corpus/evidence': inRooms('text'),
  '../../corpus/evidence': inRooms('text'),
  '../rules/index': inRooms('text', 'corpus'),
  '../engine/lint': inRooms('text', 'corpus', 'rules'),
  '../../engine/lint': inRooms('text', 'corpus', 'rules'),
  '../report/text': inRooms('text', 'corpus', 'rules', 'engine', 'files'),
  '../files/store': inRooms('text', 'corpus', 'rules', 'engine', 'report'),
  '../drivers/batch': below('drivers/a.ts'),
  '../cli/check': [...below('cli/a.ts'), 'lsp/a.ts'],
  '../lsp/server': [...below('cli/a.ts'), 'cli/a.ts'],
  '../main': below('main.ts'),
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
