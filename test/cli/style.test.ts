import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { corpuslint, folder } from './run';

const ITEMS = 'الكتاب القلم الدفتر الباب النهر الجبل السوق الميناء المدرسة الحديقة المتحف المسرح الملعب'.split(' ');

/** Twelve sentences and more of one house, no two alike. */
const house = (sentence: (item: string) => string): string => `${ITEMS.map(sentence).join('\n\n')}\n`;

const EAST = house((item) => `أكد المدير، في عام 2015، أن «${item}» جاهز إلى حد بعيد جدا.`);
const WEST = house((item) => `اكد المدير، فى عام ٢٠١٥، ان "${item}" جاهز الى حد بعيد جداً .`);

const corpus = (t: TestContext): string => folder(t, { 'corpuslint.jsonc': '{}', 'east/1.txt': EAST, 'west/1.txt': WEST });

type Portraits = { sources: { source: string; articles: number; habits: Record<string, { way: string | null; counts: Record<string, number> }> }[] };

test('style tells what each source keeps to', (t) => {
  const { status, stdout } = corpuslint(['style', '--format', 'json'], { cwd: corpus(t) });
  assert.equal(status, 0);
  const { sources } = JSON.parse(stdout) as Portraits;
  assert.deepEqual(
    sources.map(({ source, articles }) => [source, articles]),
    [
      ['east', 1],
      ['west', 1],
    ],
  );
  const ways = sources.map(({ habits }) => Object.fromEntries(Object.entries(habits).map(([name, { way }]) => [name, way])));
  assert.deepEqual(
    ways.map(({ quotationMarks, digits, hamza, beforeStop, tanwin, comma, questionMark }) => [
      quotationMarks,
      digits,
      hamza,
      beforeStop,
      tanwin,
      comma,
      questionMark,
    ]),
    [
      ['guillemets', 'western', 'written', 'tight', 'none', 'arabic', null],
      ['straight', 'arabic', 'dropped', 'blank', 'after', 'arabic', null],
    ],
  );
  assert.deepEqual(sources[0].habits.quotationMarks.counts, { guillemets: 26, curly: 0, straight: 0 });
});

test('only the sources under the paths are shown, in the text too', (t) => {
  const { stdout } = corpuslint(['style', 'west'], { cwd: corpus(t) });
  assert.match(stdout, /^\u2068west\u2069 {2}1 article\n/);
  assert.ok(!stdout.includes('east'));
  assert.match(stdout, /Digits +\u2068١٢٣\u2069 100 %\*\n/);
  assert.match(stdout, /\n\n\* is what the source keeps to\.\n$/);
  const columns = stdout
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.indexOf('\u2068'));
  assert.equal(new Set(columns).size, 1);
});

test('two sources, two folders and two files are compared alike', (t) => {
  const root = corpus(t);
  const differences = (...names: string[]): unknown => {
    const { status, stdout, stderr } = corpuslint(['style', '--compare', '--format', 'json', ...names], { cwd: root });
    assert.equal(status, 0, stderr);
    const { habits } = JSON.parse(stdout) as { habits: Record<string, { differs: boolean }> };
    return Object.keys(habits).filter((name) => habits[name].differs);
  };
  const expected = ['quotationMarks', 'digits', 'beforeStop', 'hamza', 'finalYeh', 'tanwin'];
  assert.deepEqual(differences('east', 'west'), expected);
  const other = folder(t, { 'corpuslint.jsonc': '{}', 'east/1.txt': EAST });
  assert.deepEqual(differences(other, 'west'), expected);
  for (const side of ['east', 'west']) assert.equal(corpuslint(['style', side, '--format', 'json', '-o', `${side}.json`], { cwd: root }).status, 0);
  assert.deepEqual(differences('east.json', join(root, 'west.json')), expected);
  assert.deepEqual(differences('east.json', 'east'), []);
  const { stdout } = corpuslint(['style', '--compare', 'east', 'west'], { cwd: root });
  assert.match(stdout, /^≠ Digits .*\u2068123\u2069 100 %\* {2}\| {2}\u2068١٢٣\u2069 100 %\*$/m);
});

test('what can’t be compared is told', (t) => {
  const root = folder(t, { 'corpuslint.jsonc': '{}', 'east/1.txt': EAST, 'a.json': '{"sources":[{}]}', 'b.json': '{' });
  for (const [args, said] of [
    [['east'], /two sources, folders or files/],
    [['east', 'esat'], /no source or folder esat; did you mean east/],
    [['east', 'a.json'], /a\.json holds no house style/],
    [['east', 'b.json'], /b\.json holds no house style/],
  ] as const) {
    const { status, stdout, stderr } = corpuslint(['style', '--compare', ...args], { cwd: root });
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, said);
  }
});
