// Learns which of two spellings is the one to write: node build/test/quality/learn-direction.mjs [FOLDER [--write]]
// names-direction.jsonl holds findings, one of each (spellings, outlet, message), of which a reader who didn't know the rule said which spelling is the
// better one there, and whether an editor would want to be told; `places` says for how many findings each stands. FOLDER holds the articles that
// they were drawn from: with it the signs are read anew, and `--write` puts them into the file. Prints what each sign is worth, which
// `corpus/names/direction.ts` holds, and for thresholds how many are right, each judged by what the other pairs of spellings teach.
import { dirname, join } from 'node:path';
import { Evidence } from '../../server/src/corpus/evidence';
import { CLEAR, type Signs, signsFor, usedAs } from '../../server/src/corpus/names/direction';
import { mentionsOf, sightingsOf } from '../../server/src/corpus/names/mentions';
import { usagesOf } from '../../server/src/corpus/names/usage';
import { readArticle } from '../../server/src/files/store';
import { hashWord } from '../../server/src/text/hash';
import { Script } from '../../server/src/text/scan';
import { readLabels, writeLabels } from './labels';
import { articlesIn } from './samples';

const FILE = 'test/quality/names-direction.jsonl';
const FOLDS = 10;
/** Bounds of the bands of nats that are told. */
const BANDS = [Number.NEGATIVE_INFINITY, -1, -0.5, 0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3];
/** Weight that pulls what a sign is worth to nothing, in findings. */
const RIDGE = 1;

interface Label {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly preferred: string;
  readonly severity: string;
  readonly places: number;
  readonly name: 'same' | 'other' | 'doubtful';
  readonly better: 'proposed' | 'written' | 'even';
  readonly verdict: 'right' | 'wrong' | 'doubtful';
  /** Whether the article has both. */
  readonly mixed?: boolean;
  readonly signs?: Signs;
}

const [folder, write] = process.argv.slice(2);
let labels = readLabels<Label>(FILE);
if (folder) labels = readSigns(folder);
if (write === '--write') writeLabels(FILE, labels);

function readSigns(folder: string): Label[] {
  const evidence = new Evidence();
  const read = (file: string) => readArticle({ id: file, path: join(folder, file), source: dirname(file) });
  for (const file of articlesIn(folder)) evidence.add(read(file));
  const { names } = evidence.judge();
  return labels.map((label) => {
    const article = read(label.file);
    for (const [number, sightings] of sightingsOf(article, names, Script.ARABIC)) {
      const cluster = names.clusters[number];
      const mentions = mentionsOf(article, cluster, sightings, Script.ARABIC);
      const form = mentions.find(({ start, end }) => start === label.start && end === label.end)?.form;
      if (!form) continue;
      const usages = usagesOf(cluster, article.source);
      const [preferred, written] = [
        usages.find(({ forms }) => forms.some((each) => each.form === label.preferred)),
        usages.find(({ forms }) => forms.includes(form)),
      ].map(
        (usage) =>
          usage &&
          usedAs(
            usage,
            mentions.filter((mention) => usage.forms.includes(mention.form)),
            article.source,
          ),
      );
      if (!preferred || !written || preferred.usage === written.usage) continue;
      const signs = Object.entries(signsFor(preferred, written)).map(([sign, value]) => [sign, Math.round(1000 * value) / 1000]);
      return { ...label, mixed: preferred.times > 0, signs: Object.fromEntries(signs) as unknown as Signs };
    }
    console.log(`not found: ${label.written}, ${label.preferred}`);
    return label;
  });
}

const SIGNS = ['here', 'source', 'others', 'standard', 'letters'] as const;
const judged = labels.filter(({ name, signs }) => name !== 'other' && signs);
const rows = judged.map(({ signs }) => SIGNS.map((sign) => signs![sign]));
const wanted = judged.map(({ better }) => (better === 'proposed' ? 1 : better === 'written' ? 0 : 0.5));
/** Logistic regression without a constant, by Newton's method. */
function learn(rows: readonly (readonly number[])[], wanted: readonly number[]): number[] {
  const size = SIGNS.length;
  const worth = new Array<number>(size).fill(0);
  for (let round = 0; round < 30; round++) {
    const slope = worth.map((each) => RIDGE * each);
    const bend = worth.map((_, i) => worth.map((_, j) => (i === j ? RIDGE : 0)));
    rows.forEach((row, r) => {
      const p = 1 / (1 + Math.exp(-nats(worth, row)));
      for (let i = 0; i < size; i++) {
        slope[i] += (p - wanted[r]) * row[i];
        for (let j = 0; j < size; j++) bend[i][j] += p * (1 - p) * row[i] * row[j];
      }
    });
    const step = solve(bend, slope);
    for (let i = 0; i < size; i++) worth[i] -= step[i];
  }
  return worth;
}

function nats(worth: readonly number[], row: readonly number[]): number {
  return worth.reduce((sum, each, i) => sum + each * row[i], 0);
}

/** Gauss's elimination; the matrix is positive definite. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const all = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < all.length; i++) {
    all[i] = all[i].map((each) => each / all[i][i]);
    for (let k = 0; k < all.length; k++) if (k !== i) all[k] = all[k].map((each, j) => each - all[k][i] * all[i][j]);
  }
  return all.map((row) => row[row.length - 1]);
}

const worth = learn(rows, wanted);
console.log(`${judged.length} findings: ${SIGNS.map((sign, i) => `${sign} ${worth[i].toFixed(2)}`).join(', ')}`);

/** What each finding scores by what those of other groups teach. */
function heldOut(groupOf: (label: Label) => string | number): number[] {
  const groups = judged.map(groupOf);
  const scores = new Array<number>(rows.length);
  for (const group of new Set(groups)) {
    const others = rows.map((_, i) => i).filter((i) => groups[i] !== group);
    const taught = learn(
      others.map((i) => rows[i]),
      others.map((i) => wanted[i]),
    );
    rows.forEach((row, i) => {
      if (groups[i] === group) scores[i] = nats(taught, row);
    });
  }
  return scores;
}

/** Whether a finding is right that is pointed where the score points. */
const isRight = ({ better, verdict }: Label, score: number): boolean =>
  score >= 0 ? verdict === 'right' : better === 'written' || (better === 'even' && verdict === 'right');

/** Those of a kind that score within bounds, and what is right of them. Of a tie both places are told of, but it is one question. */
function tell(
  scores: readonly number[],
  mixed: boolean,
  from: number,
  to: number,
): readonly [right: number, all: number, rightPlaces: number, places: number] {
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  judged.forEach((label, i) => {
    const score = mixed ? Math.abs(scores[i]) : scores[i];
    if (label.mixed !== mixed || (mixed && label.severity === 'info') || score < from || score >= to) return;
    const right = Number(isRight(label, mixed ? scores[i] : 0));
    sums[0] += right;
    sums[1]++;
    sums[2] += right * label.places;
    sums[3] += label.places;
  });
  return sums;
}

const say = ([right, all, rightPlaces, places]: readonly number[]): string => `${right} of ${all} right, by findings ${rightPlaces} of ${places}`;
const byPair = heldOut(({ written, preferred }) => (hashWord([written, preferred].sort().join(' '))[0] >>> 0) % FOLDS);
for (const mixed of [true, false]) {
  console.log(mixed ? '\nBoth in one article, by nats either way' : '\nOne in the article, by nats for the other');
  for (const [i, from] of BANDS.entries()) {
    const to = BANDS[i + 1] ?? Number.POSITIVE_INFINITY;
    const sums = tell(byPair, mixed, from, to);
    if (sums[1] > 0) console.log(`${String(from).padStart(5)} to ${String(to).padEnd(8)} ${say(sums)}`);
  }
}
for (const [what, scores] of [
  ['pairs', byPair],
  ['sources', heldOut(({ file }) => dirname(file))],
] as const) {
  const clear = Math.log(CLEAR / (1 - CLEAR));
  const [within, across] = [true, false].map((mixed) => tell(scores, mixed, clear, 99));
  console.log(`\nClear by what other ${what} teach: ${say(within.map((sum, i) => sum + across[i]))}`);
}
