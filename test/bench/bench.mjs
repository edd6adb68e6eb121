// How long the checks of a folder take against `wc -m` over the same files, and how much memory: node test/bench/bench.mjs FOLDER
// The runs alternate and the median of five counts, so that what else the machine does spoils little. At the end: what takes the time of a check.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

const RUNS = 5;
const folder = resolve(process.argv[2] ?? 'test/sample');
const server = resolve(import.meta.dirname ?? 'test/bench', '../../dist/server.js');
const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => join(folder, name));

/** Says on file descriptor 3 how much memory the process held at most, in KiB, its threads included. */
const PEAK = `import { isMainThread } from 'node:worker_threads';
import { writeSync } from 'node:fs';
if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`;
const node = ['--import', `data:text/javascript,${encodeURIComponent(PEAK)}`, server];
const quiet = ['--format', 'jsonl', '-o', '/dev/null'];

const contestants = {
  'wc -m': { command: 'xargs', args: ['-0', 'wc', '-m'], input: files.join('\0') },
  check: { command: process.execPath, args: [...node, 'check', '--exit-zero', ...quiet, folder] },
  'check --jobs 1': { command: process.execPath, args: [...node, 'check', '--exit-zero', '--jobs', '1', ...quiet, folder] },
  names: { command: process.execPath, args: [...node, 'names', folder] },
  'check of five': { command: process.execPath, args: [...node, 'check', '--exit-zero', ...quiet, ...files.slice(0, 5)] },
};

function run({ command, args, input }) {
  const start = performance.now();
  const { status, error, stderr, output } = spawnSync(command, args, {
    input,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const seconds = (performance.now() - start) / 1000;
  if (error || status !== 0) throw error ?? new Error(`${command} ended with ${status}: ${stderr}`);
  return { seconds, peak: Number(output[3]) / 1024 };
}

const results = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let round = 0; round < RUNS; round++) {
  for (const [name, contestant] of Object.entries(contestants)) results[name].push(run(contestant));
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const yardstick = median(results['wc -m'].map(({ seconds }) => seconds));
console.log(`${files.length} files, ${availableParallelism()} cores, median of ${RUNS}`);
for (const [name, runs] of Object.entries(results)) {
  const seconds = median(runs.map((each) => each.seconds));
  const peak = median(runs.map((each) => each.peak));
  const memory = peak > 0 ? `${peak.toFixed(0).padStart(6)} MB` : '';
  console.log(`${name.padEnd(16)} ${seconds.toFixed(2).padStart(7)} s ${(seconds / yardstick).toFixed(2).padStart(7)} × wc ${memory}`);
}

const { stderr } = spawnSync(process.execPath, [server, 'check', '--exit-zero', '--timings', ...quiet, folder], { encoding: 'utf8' });
console.log(`\ncheck --timings\n${stderr.trimEnd()}`);
