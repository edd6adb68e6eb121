// Bundles the learning script with the rooms that it learns for, and runs it: npm run learn -- --labels FOLDER [--without OUTLET]
import { execFileSync, spawnSync } from 'node:child_process';
import { build } from 'esbuild';

await build({
  entryPoints: ['learn/learn.ts'],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outfile: 'build/learn.cjs',
  loader: { '.md': 'text' },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['build/learn.cjs', ...process.argv.slice(2)], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 2);
execFileSync('npx', ['--no-install', 'biome', 'format', '--write', 'server/src/corpus/leftovers/weights.ts'], { stdio: 'ignore' });
