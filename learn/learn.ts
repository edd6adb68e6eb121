import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isReported, type Model, modelOf, weigh } from '../server/src/corpus/leftovers/model';
import { EXPECTED, SIGN_NAMES } from '../server/src/corpus/leftovers/signs';
import { type Document, type Labelled, labelledIn, readLabels } from './labels';
import { calibrate, type Example, fit } from './logistic';

const { values } = parseArgs({
  options: { labels: { type: 'string' }, without: { type: 'string' }, try: { type: 'boolean' }, show: { type: 'string' } },
});
const root = values.labels ?? process.env.CORPUSLINT_LABELS;
if (!root) {
  console.error('npm run learn -- --labels FOLDER [--without OUTLET]: the folder of a labelled set, or CORPUSLINT_LABELS');
  process.exit(2);
}

if (!existsSync(join(root, 'boilerplate-gold'))) {
  console.error(`${root} holds no labels: they are lines of boilerplate-gold/ar-lines.jsonl and of the files beside it`);
  process.exit(2);
}

/** The pages that say what leftovers of lines are. Notes are learned from no label. */
const PAGES = ['site-leftover', 'stray-headline'].map((id) => readFileSync(join('server/src/rules', `${id}.md`), 'utf8'));
const TABLE = 'server/src/corpus/leftovers/weights.ts';

/** An outlet counts for no more than so many of its blocks, lest one of them decide. */
const MOST = { lines: 400, part: 100, page: 40, clean: 400, rules: 400 } as const;

/**
 * A made-up case of a rule's page stands for so many. Counted on outlets left out (`--try`), of articles' parts of pages 23 alarms and 89 missed;
 * with 1 it is 25 alarms and 85 missed, and one line more missed; with 20 it is 24 and 97.
 */
const MADE = 5;

/** From these log odds on a confidence is asked for. */
const FROM = 0;

/**
 * What stands around a block is judged with weights that were learned before: so many times over, the first
 * time with what is expected. Counted in the same way, once misses 98 of the parts and 292 lines of pages, three times 89 and 224; five times 90
 * and 226, and nothing is gained.
 */
const TIMES = 3;

const all = readLabels(root, PAGES);
if (values.without && !all.some(({ outlet }) => outlet === values.without)) {
  console.error(`no labels of ${values.without}; there are ${[...new Set(all.map(({ outlet }) => outlet))].join(' ')}`);
  process.exit(2);
}
const kept = all.filter(({ outlet }) => outlet !== values.without);

function learn(documents: readonly Document[]): Model {
  let model = modelOf(new Map());
  for (let time = 0; time < TIMES; time++) {
    const labelled = labelledIn(documents, model);
    const sizes = new Map<string, number>();
    const group = ({ set, outlet }: Labelled): string => `${set} ${outlet}`;
    for (const label of labelled) sizes.set(group(label), (sizes.get(group(label)) ?? 0) + 1);
    const examples = (part: 'alone' | 'signs'): Example[] =>
      labelled.map((label) => ({
        signs: Uint16Array.from(label[part]),
        leftover: label.leftover,
        weight: Math.min(1, MOST[label.set] / sizes.get(group(label))!) * (label.set === 'rules' ? MADE : 1),
      }));
    model = { alone: fit(examples('alone'), EXPECTED), together: fit(examples('signs'), EXPECTED) };
  }
  return model;
}

interface Scored {
  readonly odds: number;
  readonly leftover: boolean;
  readonly label: Labelled;
}

const score = ({ documents, model }: { documents: readonly Document[]; model: Model }): Scored[] =>
  labelledIn(documents, model).map((label) => ({ odds: weigh(label.signs, model.together), leftover: label.leftover, label }));

/** Every block judged by a model that hasn't seen its outlet. */
function scoreUnseen(documents: readonly Document[]): Scored[] {
  const outlets = [...new Set(documents.filter(({ set }) => set !== 'rules').map(({ outlet }) => outlet))];
  // Outlets of Arabic lines are left out one by one, the many sites of pages by fives.
  const sites = outlets.filter((outlet) => !documents.some((document) => document.outlet === outlet && document.set === 'lines'));
  const folds = outlets.filter((outlet) => !sites.includes(outlet)).map((outlet) => [outlet]);
  for (let fold = 0; fold < 5; fold++) folds.push(sites.filter((_, n) => n % 5 === fold));
  return folds.flatMap((fold) =>
    score({
      documents: documents.filter(({ outlet }) => fold.includes(outlet)),
      model: learn(documents.filter(({ outlet }) => !fold.includes(outlet))),
    }),
  );
}

/** Whether a block would be reported if so much more spoke for its being a leftover. */
const reports = ({ label: { tells, language, level, zone }, odds }: Scored, more = 0): boolean =>
  isReported(odds + more, tells, language, level, zone);

function report(scored: readonly Scored[], more: number): void {
  for (const set of ['lines', 'part', 'page', 'clean'] as const) {
    const rows = scored.filter(({ label }) => label.set === set);
    const hits = rows.filter((row) => reports(row, more) && row.leftover).length;
    const alarms = rows.filter((row) => reports(row, more) && !row.leftover);
    const missed = rows.filter((row) => !reports(row, more) && row.leftover).length;
    const [p, r] = [hits / (hits + alarms.length), hits / (hits + missed)];
    const letters = (of: readonly Scored[]): number => of.reduce((sum, { label }) => sum + label.text.length, 0);
    const lost = letters(alarms) / letters(rows.filter(({ leftover }) => !leftover));
    const percent = (share: number): string => (100 * share).toFixed(1);
    console.log(
      `${more} more, ${set}: precision ${percent(p)} recall ${percent(r)} F1 ${percent((2 * p * r) / (p + r))} content lost ${percent(lost)} (${hits}, ${alarms.length} alarms, ${missed} missed)`,
    );
  }
}

const rounded = (weight: number): string => String(Math.round(weight * 100) / 100);

const model = learn(kept);
const unseen = values.without ? [] : scoreUnseen(kept);
for (const more of values.without ? [] : [0.5, 0, -0.5, -1]) report(unseen, more);
if (values.show) {
  const rows = unseen.filter(({ label }) => label.set === values.show);
  for (const row of rows) {
    const { odds, leftover, label } = row;
    if (reports(row) !== leftover)
      console.log(
        leftover ? 'missed' : 'alarm',
        odds.toFixed(1),
        label.outlet,
        label.text.slice(0, 80),
        '|',
        label.signs.map((sign) => SIGN_NAMES[sign]).join(' + '),
      );
  }
}
if (!values.try) {
  const reported = unseen.filter(
    ({ label }) => label.set !== 'page' && (label.tells || isReported(Number.POSITIVE_INFINITY, false, label.language, label.level, label.zone)),
  );
  const calibration = values.without
    ? undefined
    : {
        told: calibrate(
          reported.filter(({ label }) => label.tells),
          FROM,
        ),
        shape: calibrate(
          reported.filter(({ label }) => !label.tells),
          FROM,
        ),
      };
  const before = /export const CONFIDENCE[^=]*= (\{[\s\S]*?\});\n/.exec(readFileSync(TABLE, 'utf8'))?.[1] ?? '{ told: [], shape: [] }';
  const row = (name: string, alone: number, together: number): string => `  [${JSON.stringify(name)}, [${rounded(alone)}, ${rounded(together)}]],`;
  const rows = SIGN_NAMES.map((name, sign) => row(name, model.alone.of[sign], model.together.of[sign])).sort();
  writeFileSync(
    TABLE,
    `/**
 * Learned from labelled lines by \`npm run learn\`, not written by hand: for each sign (see \`Sign\`) its weight when a block is read by
 * itself and its weight among the blocks around it. The entry without a name is where the sum begins; a sign that
 * no label has is there with what is expected of it. Weights are log odds.
 */
export const WEIGHTS: ReadonlyMap<string, readonly [alone: number, together: number]> = new Map([
${[row('', model.alone.bias, model.together.bias), ...rows].join('\n')}
]);

/**
 * The share of leftovers among blocks of at least these log odds, counted on outlets left out of learning: of blocks with a sign that
 * tells what they are, and of those that shape and place alone speak for.
 */
export const CONFIDENCE: Readonly<Record<'told' | 'shape', readonly (readonly [odds: number, share: number])[]>> = ${calibration ? JSON.stringify(calibration) : before};
`,
  );
  console.log(`${rows.length} weights from ${kept.length} articles`);
}
