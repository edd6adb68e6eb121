import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { expectedOf, speaks, tells } from '../server/src/corpus/leftovers/model';
import { type Labelled, readLabels } from './labels';
import { calibrate, type Example, fit, oddsOf } from './logistic';

const { values } = parseArgs({
  options: { labels: { type: 'string' }, without: { type: 'string' }, try: { type: 'boolean' }, show: { type: 'string' } },
});
const root = values.labels ?? process.env.CORPUSLINT_LABELS;
if (!root) {
  console.error('npm run learn -- --labels FOLDER [--without OUTLET]: the folder of a labelled set, or CORPUSLINT_LABELS');
  process.exit(2);
}

/** The pages that say what leftovers of lines are. Notes are learned from no label. */
const PAGES = ['site-leftover', 'stray-headline'].map((id) => readFileSync(join('server/src/rules', `${id}.md`), 'utf8'));
const TABLE = 'server/src/corpus/leftovers/weights.ts';

/** An outlet counts for no more than so many of its blocks, lest one of them decide. */
const MOST = { lines: 400, part: 100, page: 40, clean: 400, rules: 400 } as const;

/** A made-up case of a rule's page stands for so many. */
const MADE = 5;

/** From these log odds on a confidence is asked for. */
const FROM = 0;

const all = readLabels(root, PAGES);
if (values.without && !all.some(({ outlet }) => outlet === values.without)) {
  console.error(`no labels of ${values.without}; there are ${[...new Set(all.map(({ outlet }) => outlet))].join(' ')}`);
  process.exit(2);
}
const kept = all.filter(({ outlet }) => outlet !== values.without);

interface Model {
  readonly names: readonly string[];
  readonly alone: Float64Array;
  readonly together: Float64Array;
  /** What was expected of each sign before any label was seen. */
  readonly expected: Float64Array;
}

function learn(labelled: readonly Labelled[]): Model {
  const names = [...new Set(labelled.flatMap(({ signs, alone }) => [...signs, ...alone].map(({ name }) => name)))].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const expected = new Float64Array(names.length + 1);
  for (const { signs } of labelled) for (const sign of signs) if (sign.kind) expected[numbers.get(sign.name)!] = expectedOf(sign);
  const sizes = new Map<string, number>();
  const group = ({ set, outlet }: Labelled): string => `${set} ${outlet}`;
  for (const label of labelled) sizes.set(group(label), (sizes.get(group(label)) ?? 0) + 1);
  const examples = (part: (label: Labelled) => Labelled['signs']): Example[] =>
    labelled.map((label) => ({
      signs: Uint16Array.from(part(label), ({ name }) => numbers.get(name)!),
      leftover: label.leftover,
      weight: Math.min(1, MOST[label.set] / sizes.get(group(label))!) * (label.set === 'rules' ? MADE : 1),
    }));
  return {
    names,
    expected,
    alone: fit(
      examples(({ alone }) => alone),
      expected,
    ),
    together: fit(
      examples(({ signs }) => signs),
      expected,
    ),
  };
}

function score({ names, together }: Model, labelled: readonly Labelled[]): { odds: number; leftover: boolean; label: Labelled }[] {
  const numbers = new Map(names.map((name, number) => [name, number]));
  return labelled.map((label) => {
    const known = label.signs.map(({ name }) => numbers.get(name)).filter((number) => number !== undefined);
    return { odds: oddsOf(known, together), leftover: label.leftover, label };
  });
}

/** Every block judged by a model that hasn't seen its outlet. */
function scoreUnseen(labelled: readonly Labelled[]): ReturnType<typeof score> {
  const outlets = [...new Set(labelled.filter(({ set }) => set !== 'rules').map(({ outlet }) => outlet))];
  // Outlets of Arabic lines are left out one by one, the many sites of pages by fives.
  const folds: string[][] = [];
  const sites = outlets.filter((outlet) => !labelled.some((label) => label.outlet === outlet && label.set === 'lines'));
  for (const outlet of outlets) if (!sites.includes(outlet)) folds.push([outlet]);
  for (let fold = 0; fold < 5; fold++) folds.push(sites.filter((_, n) => n % 5 === fold));
  return folds.flatMap((fold) =>
    score(
      learn(labelled.filter(({ outlet }) => !fold.includes(outlet))),
      labelled.filter(({ outlet }) => fold.includes(outlet)),
    ),
  );
}

function report(scored: ReturnType<typeof score>, at: number): void {
  for (const set of ['lines', 'part', 'page', 'clean'] as const) {
    const rows = scored.filter(({ label }) => label.set === set);
    const reported = (row: (typeof rows)[number]): boolean => row.odds >= at && speaks(row.label.signs, row.label.language);
    const hits = rows.filter((row) => reported(row) && row.leftover).length;
    const alarms = rows.filter((row) => reported(row) && !row.leftover).length;
    const missed = rows.filter((row) => !reported(row) && row.leftover).length;
    const [p, r] = [hits / (hits + alarms), hits / (hits + missed)];
    console.log(
      `at ${at} ${set}: precision ${(100 * p).toFixed(1)} recall ${(100 * r).toFixed(1)} F1 ${((200 * p * r) / (p + r)).toFixed(1)} (${hits}, ${alarms} alarms, ${missed} missed)`,
    );
  }
}

const rounded = (weight: number): string => String(Math.round(weight * 100) / 100);

const model = learn(kept);
const unseen = values.without ? [] : scoreUnseen(kept);
for (const at of values.without ? [] : [0, 0.5, 1, 1.5, 2]) report(unseen, at);
if (values.show) {
  const rows = unseen.filter(({ label }) => label.set === values.show);
  for (const { odds, leftover, label } of rows) {
    if (odds >= 1 !== leftover)
      console.log(
        leftover ? 'missed' : 'alarm',
        odds.toFixed(1),
        label.outlet,
        label.text.slice(0, 80),
        '|',
        label.signs.map(({ name }) => name).join(' + '),
      );
  }
}
if (!values.try) {
  const reported = unseen.filter(({ label }) => label.set !== 'page' && speaks(label.signs, label.language));
  const calibration = values.without
    ? undefined
    : {
        told: calibrate(
          reported.filter(({ label }) => tells(label.signs)),
          FROM,
        ),
        shape: calibrate(
          reported.filter(({ label }) => !tells(label.signs)),
          FROM,
        ),
      };
  const before = /export const CONFIDENCE[^=]*= (\{[\s\S]*?\});\n/.exec(readFileSync(TABLE, 'utf8'))?.[1] ?? '{ told: [], shape: [] }';
  const rows = model.names
    .map((name, n) => [name, rounded(model.alone[n]), rounded(model.together[n])] as const)
    .filter(([, alone, together], n) => model.expected[n] !== 0 || Math.abs(Number(alone)) >= 0.05 || Math.abs(Number(together)) >= 0.05);
  const bias = ['', rounded(model.alone.at(-1)!), rounded(model.together.at(-1)!)] as const;
  writeFileSync(
    TABLE,
    `/**
 * Learned from labelled lines by \`npm run learn\`, not written by hand: for each sign (see \`Sign\`) its weight when a block is read by
 * itself and its weight among the blocks around it. The entry without a name is where the sum begins. Weights are log odds.
 */
export const WEIGHTS: ReadonlyMap<string, readonly [alone: number, together: number]> = new Map([
${[bias, ...rows].map(([name, alone, together]) => `  [${JSON.stringify(name)}, [${alone}, ${together}]],`).join('\n')}
]);

/**
 * The share of leftovers among blocks of at least these log odds, counted on outlets left out of learning: of blocks with a sign that
 * tells what they are, and of those that shape and place alone speak for.
 */
export const CONFIDENCE: Readonly<Record<'told' | 'shape', readonly (readonly [odds: number, share: number])[]>> = ${calibration ? JSON.stringify(calibration) : before};
`,
  );
  console.log(`${rows.length} weights from ${kept.length} blocks`);
}
