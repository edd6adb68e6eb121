// Learns how sure a score is, from labelled pairs: node build/test/quality/learn-confidence.mjs FOLDER [--write]
// FOLDER holds the articles that the labels were drawn from, a folder for each outlet. The pairs of names-pairs.jsonl were drawn at random within
// bands of the score and judged by one reader by their contexts: from the whole corpus, and, where they have a `sample`, from small corpora of one
// outlet (samples.ts). Prints the two numbers of the curve, which `corpus/names/confidence.ts` holds, and the reliability of what is promised.
import { confidenceOf, MOST } from '../../server/src/corpus/names/confidence';
import { readLabels, writeLabels } from './labels';
import { articlesIn, evidenceOf, samplesOf } from './samples';

const FILE = 'test/quality/names-pairs.jsonl';

interface Label {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly sample?: number;
}

const [folder, write] = process.argv.slice(2);
const labels = readLabels<Label>(FILE);
const files = articlesIn(folder);
const told = new Map<Label, Readonly<Record<string, number>> | string>();

/** Asks a corpus of these articles about labels. */
function ask(own: readonly Label[], articles: readonly string[]): void {
  if (own.length === 0) return;
  const accounts = evidenceOf(folder, articles).explainPairs(own.map(({ a, b }) => [a, b] as const));
  own.forEach((label, i) => {
    told.set(label, accounts[i].evidence ?? accounts[i].verdict);
  });
}
ask(
  labels.filter(({ sample }) => sample === undefined),
  files,
);
for (const { number, files: drawn } of samplesOf(files)) {
  ask(
    labels.filter(({ sample }) => sample === number),
    drawn,
  );
}
if (write === '--write') {
  writeLabels(
    FILE,
    labels.map((label) => ({ ...label, evidence: told.get(label) })),
  );
}

const weighed = labels.flatMap((label) => {
  const evidence = told.get(label)!;
  return typeof evidence === 'string' ? [] : [{ ...label, score: evidence.score }];
});
console.log(
  `${weighed.length} of ${labels.length} pairs are weighed; of the others ${labels.filter((label) => label.same && typeof told.get(label) === 'string').length} are one name`,
);

type Weighed = (typeof weighed)[number];

/** The likeliest logistic curve that ends at `MOST`, and its log-likelihood. */
function fit(pairs: readonly Weighed[]): { slope: number; even: number; likelihood: number } {
  let best = { slope: 0, even: 0, likelihood: Number.NEGATIVE_INFINITY };
  for (let slope = 0.3; slope < 1.5; slope += 0.02) {
    for (let even = 1; even < 7; even += 0.1) {
      let likelihood = 0;
      for (const { score, same } of pairs) {
        const p = MOST / (1 + Math.exp(-slope * (score - even)));
        likelihood += Math.log(same ? p : 1 - p);
      }
      if (likelihood > best.likelihood) best = { slope, even, likelihood };
    }
  }
  return best;
}

const sets = {
  all: weighed,
  'whole corpus': weighed.filter(({ sample }) => sample === undefined),
  'small corpora': weighed.filter(({ sample }) => sample !== undefined),
};
for (const [name, pairs] of Object.entries(sets)) {
  const { slope, even, likelihood } = fit(pairs);
  console.log(`\n${name}: slope ${slope.toFixed(2)}, even at ${even.toFixed(1)}, log-likelihood ${likelihood.toFixed(1)}`);
  console.log('score        one name');
  const scores = [-9, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99];
  for (let i = 0; i + 1 < scores.length; i++) {
    const band = pairs.filter(({ score }) => score >= scores[i] && score < scores[i + 1]);
    if (band.length > 0)
      console.log(
        `${String(scores[i]).padStart(3)} to ${String(scores[i + 1]).padEnd(4)} ${band.filter(({ same }) => same).length} of ${band.length}`,
      );
  }
  console.log('promised     kept');
  const promises = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 1];
  for (let i = 0; i + 1 < promises.length; i++) {
    const band = pairs.filter(({ score }) => confidenceOf(score) >= promises[i] && confidenceOf(score) < promises[i + 1]);
    if (band.length === 0) continue;
    const mean = band.reduce((sum, { score }) => sum + confidenceOf(score), 0) / band.length;
    const right = band.filter(({ same }) => same).length;
    console.log(`${(100 * mean).toFixed(1).padStart(5)} %      ${((100 * right) / band.length).toFixed(1)} % (${right} of ${band.length})`);
  }
}
