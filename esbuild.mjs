// Builds dist/server.js (and the worker pool's own entry beside it); with --tests, the tests into build/test.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  loader: { '.md': 'text' },
  logLevel: 'warning',
  legalComments: 'none',
};

// The bundle is CommonJS, for the editor's sake; libraries that ask for import.meta.url get the bundle's own.
const commonjs = {
  ...common,
  format: 'cjs',
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

if (process.argv.includes('--tests')) {
  await rm('build', { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: await glob('test/**/*.test.ts', { ignore: 'test/e2e/**' }),
    outdir: 'build/test',
    outbase: 'test',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
  });
} else {
  await rm('dist', { recursive: true, force: true });
  await build({ ...commonjs, entryPoints: { server: 'server/src/main.ts' }, outdir: 'dist', minify: true, keepNames: true });
  await build({ ...commonjs, entryPoints: { 'entry/worker': 'tinypool/dist/entry/worker.js' }, outdir: 'dist', minify: true });
}
