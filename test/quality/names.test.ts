import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeWord } from '../../server/src/corpus/names/alphabet';
import { JOIN } from '../../server/src/corpus/names/clusters';
import { confidenceOf } from '../../server/src/corpus/names/confidence';
import { CLEAR, chanceOf, natsOf, type Signs } from '../../server/src/corpus/names/direction';
import { compare } from '../../server/src/corpus/names/odds';
import { readLabels } from './labels';

/** A pair of spellings, judged by its contexts in real articles, and what these told (`learn-confidence.ts` writes it); or why it wasn't weighed. */
interface Label {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  /** It is from a small corpus (`samples.ts`). */
  readonly sample?: number;
  readonly evidence: Readonly<Record<string, number>> | string;
}

const labels = readLabels<Label>('test/quality/names-pairs.jsonl');

/** The score of a pair with the letters weighed anew. */
function scoreOf({ a, b, evidence }: Label): number {
  if (typeof evidence === 'string') return evidence === 'joined' ? JOIN : Number.NEGATIVE_INFINITY;
  const [x, y] = [a, b].map((word) => Uint8Array.from(encodeWord(word)));
  const letters = compare(x, 0, x.length, y, 0, y.length, -100)!.odds;
  return Object.entries(evidence).reduce(
    (sum, [kind, nats]) => (kind === 'score' ? sum : sum + (kind === 'letters' ? Math.min(nats, letters) : nats)),
    0,
  );
}

/** Of the pairs from this score on, how many are one name; and of those that are one name, how many are among them. */
function quality(least: number, pairs: readonly Label[]): { precision: number; recall: number } {
  const found = pairs.filter((label) => scoreOf(label) >= least);
  const right = found.filter(({ same }) => same).length;
  return { precision: right / found.length, recall: right / pairs.filter(({ same }) => same).length };
}

// Floors: they only rise.
test('pairs that are joined are one name, and most of those that are one name are joined', () => {
  const { precision, recall } = quality(JOIN, labels);
  assert.ok(precision >= 0.91, `precision ${precision}`);
  assert.ok(recall >= 0.81, `recall ${recall}`);
});

test('pairs that are warned of across articles are one name', () => {
  const warned = labels.filter((label) => confidenceOf(scoreOf(label)) >= 0.9);
  const right = warned.filter(({ same }) => same).length;
  assert.ok(right / warned.length >= 0.95, `${right} of ${warned.length}`);
});

test('confidence is calibrated: it promises as many as there are, in large corpora and small ones', () => {
  for (const isSmall of [false, true]) {
    for (const [from, to, most] of [
      [0.5, 0.7, 0.2],
      [0.7, 0.9, 0.1],
      [0.9, 1, 0.03],
    ]) {
      const band = labels.filter(({ sample, evidence }) => (sample !== undefined) === isSmall && typeof evidence !== 'string');
      const inBand = band.filter((label) => confidenceOf(scoreOf(label)) >= from && confidenceOf(scoreOf(label)) < to);
      const promised = inBand.reduce((sum, label) => sum + confidenceOf(scoreOf(label)), 0) / inBand.length;
      const kept = inBand.filter(({ same }) => same).length / inBand.length;
      assert.ok(Math.abs(promised - kept) < most, `${from} to ${to}: promised ${promised.toFixed(3)}, kept ${kept.toFixed(3)} of ${inBand.length}`);
    }
  }
});

/** A finding of two spellings, and what was said of it (`learn-direction.ts`). */
interface Finding {
  readonly places: number;
  readonly name: string;
  readonly better: 'proposed' | 'written' | 'even';
  readonly mixed: boolean;
  readonly signs: Signs;
}

test('the spelling that is clearly the one to write is hardly ever the poorer one', () => {
  const findings = readLabels<Finding>('test/quality/names-direction.jsonl');
  let [right, all] = [0, 0];
  for (const { places, name, better, mixed, signs } of findings) {
    const nats = natsOf(signs);
    if (name === 'other' || chanceOf(mixed ? Math.abs(nats) : nats) < CLEAR) continue;
    all += places;
    if (better !== (nats > 0 ? 'written' : 'proposed')) right += places;
  }
  assert.ok(right / all >= 0.97, `${right} of ${all}`);
});
