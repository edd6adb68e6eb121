// How many of the near-duplicate pairs of a folder `check` finds, against an exact count: node test/quality/copies.mjs FOLDER [ARTICLES]
// A pair shares half of the shorter article's runs of eight words. So many articles are taken from the whole folder, evenly, 3,000 if nothing is said.
// Words are runs of letters and digits, without harakat and tatweel; leftovers of pages are no words of an article.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const SHINGLE = 8;
const HALF = 0.5;

const folder = resolve(process.argv[2] ?? 'test/sample');
const wanted = Number(process.argv[3] ?? 3000);
const server = resolve(import.meta.dirname ?? 'test/quality', '../../dist/server.js');

const all = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.txt'))
  .sort();
const step = Math.max(1, all.length / wanted);
const articles = Array.from({ length: Math.min(wanted, all.length) }, (_, n) => all[Math.floor(n * step)]);

const copy = mkdtempSync(join(tmpdir(), 'corpuslint-copies-'));
try {
  for (const article of articles) {
    mkdirSync(dirname(join(copy, article)), { recursive: true });
    writeFileSync(join(copy, article), readFileSync(join(folder, article)));
  }
  const rows = spawnSync(process.execPath, [server, 'check', '--exit-zero', '--format', 'jsonl', '.'], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const leftovers = new Map();
  const found = new Set();
  for (const { file, rule, group, severity, offset, data } of rows) {
    if (group === 'boilerplate' && severity !== 'info') leftovers.set(file, [...(leftovers.get(file) ?? []), offset]);
    if (rule === 'copied-article') for (const { article } of data.others) found.add(pairOf(file, article));
  }
  const exact = exactPairs((article) => own(readFileSync(join(copy, article), 'utf8'), leftovers.get(article) ?? []));
  const both = [...found].filter((pair) => exact.has(pair)).length;
  const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  console.log(
    `${articles.length} articles: ${exact.size} pairs, ${found.size} found; recall ${percent(both, exact.size)}, precision ${percent(both, found.size)}`,
  );
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function pairOf(one, other) {
  return [one, other].sort().join(' ');
}

/** The text with its leftovers taken out. */
function own(text, spans) {
  let kept = text;
  for (const { start, end } of [...spans].reverse()) kept = `${kept.slice(0, start)} ${kept.slice(end)}`;
  return kept;
}

/** Every pair that shares enough, counted shingle by shingle. */
function exactPairs(read) {
  const sizes = [];
  const holders = new Map();
  articles.forEach((article, number) => {
    const words = read(article)
      .replace(/[\p{M}\u0640\p{Cf}]/gu, '')
      .match(/\p{L}+|\p{N}+/gu);
    const shingles = new Set();
    for (let w = 0; w + SHINGLE <= (words?.length ?? 0); w++) shingles.add(words.slice(w, w + SHINGLE).join(' '));
    sizes.push(shingles.size);
    for (const shingle of shingles) {
      const known = holders.get(shingle);
      if (known) known.push(number);
      else holders.set(shingle, [number]);
    }
  });
  const shared = new Map();
  for (const numbers of holders.values()) {
    for (let a = 0; a < numbers.length; a++) {
      for (let b = a + 1; b < numbers.length; b++) {
        const pair = numbers[a] * articles.length + numbers[b];
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  const pairs = new Set();
  for (const [pair, count] of shared) {
    const [a, b] = [Math.floor(pair / articles.length), pair % articles.length];
    if (count >= HALF * Math.min(sizes[a], sizes[b])) pairs.add(pairOf(articles[a], articles[b]));
  }
  return pairs;
}
