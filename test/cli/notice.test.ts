import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { build } from 'esbuild';

const notice = readFileSync('NOTICE.md', 'utf8');

/** The packages whose code stands in the programs, with the licence that each names. */
async function bundled(): Promise<Map<string, string>> {
  const { metafile } = await build({
    entryPoints: ['server/src/main.ts', 'client/src/extension.ts', 'node_modules/tinypool/dist/entry/worker.js'],
    bundle: true,
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    loader: { '.md': 'text' },
    external: ['vscode'],
    outdir: 'dist',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const packages = new Map<string, string>();
  for (const input of Object.keys(metafile.inputs)) {
    const [folder, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? [];
    if (folder && name) packages.set(name, (JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { license: string }).license);
  }
  return packages;
}

test('NOTICE.md names every package that is bundled, and holds the text of its licence', async () => {
  const listed = new Map([...notice.matchAll(/^\| `([^`/]+)` \| ([\w.-]+) \|/gm)].map(([, name, licence]) => [name, licence]));
  const packages = await bundled();
  assert.ok(packages.size > 0);
  assert.deepEqual([...listed].sort(), [...packages].sort());
  for (const licence of packages.values()) assert.ok(notice.includes(`\n### ${licence}\n`), licence);
});
