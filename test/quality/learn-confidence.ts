// Learns how sure a score is, from labelled pairs: node build/test/quality/learn-confidence.mjs FOLDER [--write]
// FOLDER holds the articles that the labels were drawn from. The pairs of names-pairs.jsonl were drawn at random within bands of the
// score and judged by one reader by their contexts; `weight` says for how many pairs of the corpus each stands. Prints the two numbers of
// the curve, which `corpus/names/confidence.ts` holds, and how often each band is right.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Evidence } from '../../server/src/corpus/evidence';
import { readArticle } from '../../server/src/files/store';

const FILE = 'test/quality/names-pairs.jsonl';

interface Label {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly weight: number;
}

const [folder, write] = process.argv.slice(2);
const labels = readFileSync(FILE, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Label);
const evidence = new Evidence();
const files = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.txt')).sort();
for (const file of files) {
  evidence.add(readArticle({ id: file, path: join(folder, file), source: dirname(file) }));
}
const accounts = evidence.explainPairs(labels.map(({ a, b }) => [a, b] as const));
const weighed = labels.flatMap((label, i) => {
  const { evidence } = accounts[i];
  return evidence ? [{ ...label, score: evidence.score }] : [];
});
if (write === '--write') {
  const rows = labels.map(({ a, b, same, weight }, i) =>
    JSON.stringify({ a, b, same, weight, evidence: accounts[i].evidence ?? accounts[i].verdict }),
  );
  writeFileSync(FILE, `${rows.join('\n')}\n`);
}
console.log(
  `${weighed.length} of ${labels.length} pairs are weighed; of the others ${labels.filter(({ same }, i) => same && !accounts[i].evidence).length} are one name`,
);

// Logistic regression on the score alone, by Newton's method.
let [slope, base] = [0.5, -1.5];
for (let round = 0; round < 50; round++) {
  let [gs, gb, ss, sb, bb] = [0, 0, 1e-9, 0, 1e-9];
  for (const { score, same, weight } of weighed) {
    const p = 1 / (1 + Math.exp(-(slope * score + base)));
    const [error, spread] = [weight * (Number(same) - p), weight * p * (1 - p)];
    gs += error * score;
    gb += error;
    ss += spread * score * score;
    sb += spread * score;
    bb += spread;
  }
  const determinant = ss * bb - sb * sb;
  slope += (bb * gs - sb * gb) / determinant;
  base += (ss * gb - sb * gs) / determinant;
}
console.log(`slope ${slope.toFixed(3)}, even at ${(-base / slope).toFixed(2)}`);
for (const [from, to] of [
  [-9, 0],
  [0, 2],
  [2, 3.5],
  [3.5, 4.5],
  [4.5, 5.5],
  [5.5, 6.5],
  [6.5, 8],
  [8, 10],
  [10, 99],
]) {
  const band = weighed.filter(({ score }) => score >= from && score < to);
  const right = band.filter(({ same }) => same).length;
  if (band.length > 0) console.log(`${String(from).padStart(5)} to ${String(to).padEnd(4)} ${right} of ${band.length} one name`);
}
