// Leaves each outlet out of learning in turn, scores its own lines, and puts the shipped weights back:
// npm run learn:leave-out -- --labels FOLDER [OUTLET …]
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { labels: { type: 'string' } } });
const labels = values.labels ?? process.env.CORPUSLINT_LABELS;
if (!labels) {
  console.error('npm run learn:leave-out -- --labels FOLDER [OUTLET …]: the folder of a labelled set, or CORPUSLINT_LABELS');
  process.exit(2);
}
const TABLE = 'server/src/corpus/leftovers/weights.ts';
const shipped = readFileSync(TABLE);
const lines = join(labels, 'boilerplate-gold/ar-lines.jsonl');
if (!existsSync(lines)) {
  console.error(`${labels} holds no labels of lines: they are those of boilerplate-gold/ar-lines.jsonl`);
  process.exit(2);
}
const rows = readFileSync(lines, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((row) => JSON.parse(row));
const outletOf = (file) => file.replace(/^.*\//, '').split('_')[0];
const scored = rows.filter(({ sure, meta, kind, text }) => sure !== 'low' && !meta && kind !== 'mixed-line' && text?.trim() !== '');
/** Fewer leftovers than this in an outlet say nothing. */
const LEAST = 5;
const counted = [...new Set(scored.map(({ file }) => outletOf(file)))].sort();
const leftovers = (outlet) => scored.filter(({ file, label }) => outletOf(file) === outlet && label === 'boilerplate').length;
const outlets = positionals.length > 0 ? positionals : counted.filter((outlet) => leftovers(outlet) >= LEAST);

const folder = mkdtempSync(join(tmpdir(), 'corpuslint-leave-out-'));
let sum = 0;
try {
  for (const within of new Set(rows.map(({ file }) => dirname(file))))
    cpSync(join(labels, within), join(folder, within), { recursive: true, filter: (path) => !/html[^/]*\.txt$/.test(path) });
  writeFileSync(join(folder, 'corpuslint.jsonc'), '{ "source": "**/{source}_*.txt" }\n');
  for (const outlet of outlets) {
    const { status } = spawnSync(process.execPath, ['learn/run.mjs', '--labels', labels, '--without', outlet], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`learning without ${outlet} ended with ${status}`);
    execFileSync(process.execPath, ['esbuild.mjs']);
    const found = execFileSync(process.execPath, ['dist/server.js', 'check', '--exit-zero', '--format', 'jsonl', folder], {
      maxBuffer: 2 ** 28,
    });
    const f1 = scoreOutlet(
      outlet,
      found
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((row) => JSON.parse(row)),
    );
    sum += f1;
    console.log(`${outlet}: F1 ${(100 * f1).toFixed(1)}`);
  }
  console.log(`mean F1 of ${outlets.length} outlets left out: ${((100 * sum) / outlets.length).toFixed(1)}`);
} finally {
  writeFileSync(TABLE, shipped);
  rmSync(folder, { recursive: true, force: true });
  execFileSync(process.execPath, ['esbuild.mjs']);
}

/** F1 on the labelled lines of an outlet: a line is found when findings cover half of what is seen of it. */
function scoreOutlet(outlet, findings) {
  let [hits, alarms, missed] = [0, 0, 0];
  for (const { file, line, label } of scored.filter((row) => outletOf(row.file) === outlet)) {
    const text = readFileSync(join(labels, file), 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\n|\r/)[line];
    const covered = new Uint8Array(text.length);
    for (const { group, severity, range, file: where } of findings) {
      if (group !== 'boilerplate' || severity === 'info' || !where?.endsWith(`/${file}`) || range.start.line > line || range.end.line < line)
        continue;
      covered.fill(1, range.start.line === line ? range.start.character : 0, range.end.line === line ? range.end.character : text.length);
    }
    let [all, seen] = [0, 0];
    for (let i = 0; i < text.length; i++) {
      if (!text[i].trim()) continue;
      all++;
      seen += covered[i];
    }
    const found = all > 0 && seen * 2 >= all;
    if (label === 'boilerplate') found ? hits++ : missed++;
    else if (found) alarms++;
  }
  return hits > 0 ? (2 * hits) / (2 * hits + alarms + missed) : 0;
}
