// Builds dist/server.js (with the worker pool's own entry and the pages of rules beside it) and dist/client.js; with --tests, the tests into build/test.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  loader: { '.md': 'text' },
  logLevel: 'warning',
  legalComments: 'none',
  charset: 'utf8',
};

// The bundle is CommonJS, for the editor's sake; libraries that ask for import.meta.url get the bundle's own.
const commonjs = {
  ...common,
  format: 'cjs',
  // Modules before scripts: what some libraries call main can't be bundled.
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

if (process.argv.includes('--tests')) {
  await rm('build', { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: (await readdir('test', { recursive: true }))
      .filter((path) => /^(?!e2e)[\w-]+\/[\w-]+\.test\.ts$|^quality\/learn-[\w-]+\.ts$|^bench\/[\w-]+\.ts$/.test(path))
      .map((path) => `test/${path}`),
    outdir: 'build/test',
    outbase: 'test',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
  });
} else {
  await rm('dist', { recursive: true, force: true });
  await build({ ...commonjs, entryPoints: { server: 'server/src/main.ts' }, outdir: 'dist', minify: true });
  // In regular expressions alone are letters beyond ASCII left. Without them every thread keeps the bundle in half the room.
  const bundle = await readFile('dist/server.js', 'utf8');
  await writeFile(
    'dist/server.js',
    bundle.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  await build({ ...commonjs, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist', minify: true, external: ['vscode'] });
  await build({ ...commonjs, entryPoints: { 'entry/worker': './node_modules/tinypool/dist/entry/worker.js' }, outdir: 'dist', minify: true });
  // The pages of rules, for editors to open.
  await mkdir('dist/rules');
  for (const page of (await readdir('server/src/rules')).filter((name) => name.endsWith('.md'))) {
    await copyFile(`server/src/rules/${page}`, `dist/rules/${page}`);
  }
}
