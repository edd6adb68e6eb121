import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Evidence } from '../../server/src/corpus/evidence';
import { listNames } from '../../server/src/corpus/names/judgement';
import { type NameWishes, NO_WISHES } from '../../server/src/corpus/names/wishes';
import { type Decided, type Decision, mergeDecisions, parseDecisions, serialiseDecisions } from '../../server/src/engine/decisions';
import { type Fingerprint, fingerprintOf, foldText } from '../../server/src/engine/fingerprint';
import { fixArticle } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import { applyNames } from '../../server/src/engine/names-table';
import { withDecisions } from '../../server/src/engine/rulings';
import { defaultSettings, type Settings } from '../../server/src/engine/settings';
import { rules } from '../../server/src/rules/index';
import { type Article, createArticle } from '../../server/src/text/article';
import { article } from './articles';

const FILE = '.corpuslint/decisions.jsonl';

const word = fc.constantFrom('لافروف', 'لافرف', 'بوتين', 'بوتن', 'ستاربورغ', 'ستاربورج');
const text = fc.oneof(fc.string(), fc.constantFrom('سطر من أسطر الموقع', '«', '\u200b', '\u2028', 'قال:\t"نعم"', '\ud800'));
const about = fc.record({ note: text, by: fc.string(), at: fc.constant('2031-04-17') }, { requiredKeys: [] });
const scoped = fc.oneof(
  fc.record({ scope: fc.constant('place'), before: text, after: text }),
  fc.record({ scope: fc.constant('article'), article: text }),
  fc.record({ scope: fc.constant('source'), source: text }),
  fc.record({ scope: fc.constant('corpus') }),
);
const found = fc.record({ rule: fc.constantFrom(...rules.map(({ id }) => id)), text });
const core: fc.Arbitrary<object> = fc.oneof(
  fc.tuple(fc.constant({ verdict: 'keep' }), found, scoped).map((parts) => Object.assign({}, ...parts)),
  fc
    .tuple(fc.record({ verdict: fc.constant('fix'), write: text }, { requiredKeys: ['verdict'] }), found, scoped)
    .map((parts) => Object.assign({}, ...parts)),
  fc.record({ verdict: fc.constant('drop-line'), scope: fc.constant('source'), text, source: text }),
  fc.record({
    verdict: fc.constant('one-name'),
    scope: fc.constant('corpus'),
    names: fc.uniqueArray(word, { minLength: 2 }).map((names) => names.sort()),
  }),
);
const decision: fc.Arbitrary<Decision> = fc.tuple(core, about).map(([what, who]) => ({ ...what, ...who }) as Decision);

test('a decisions file reads as it was written, and its order says nothing', () => {
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 30 }), fc.nat(), (decisions, turn) => {
      const written = serialiseDecisions(decisions);
      const lines = written.split('\n').slice(0, -1);
      assert.equal(new Set(lines).size, lines.length);
      const read = parseDecisions(written, FILE).map((each) => each.decision);
      for (const each of decisions) assert.ok(read.some((other) => JSON.stringify(sorted(other)) === JSON.stringify(sorted(each))));
      assert.equal(serialiseDecisions(read), written);
      const turned = lines.length > 0 ? [...lines.slice(turn % lines.length), ...lines.slice(0, turn % lines.length), lines[0]] : [];
      const again = parseDecisions(turned.join('\r\n'), FILE).map((each) => each.decision);
      assert.equal(serialiseDecisions(again), written);
    }),
    { seed: 3, numRuns: 200 },
  );
});

const sorted = (value: object): object => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

test('nothing unseen stands in a decisions file', () => {
  const written = serialiseDecisions([{ verdict: 'keep', scope: 'corpus', rule: 'invisible-character', text: '\u200f\u00a0\u{e0001}' }]);
  assert.equal(written, '{"verdict":"keep","scope":"corpus","rule":"invisible-character","text":"\\u200f\\u00a0\\udb40\\udc01"}\n');
});

const WRONG: readonly (readonly [line: string, expected: RegExp])[] = [
  ['{"verdict":"keep"', /:2: this line is no decision: it is broken JSON$/],
  ['<<<<<<< HEAD', /:2: git left a conflict here/],
  ['[]', /:2: a decision must be an object$/],
  ['{"scope":"corpus"}', /:2: verdict is missing$/],
  ['{"verdict":"kep","scope":"corpus"}', /:2: unknown verdict kep; did you mean keep\?$/],
  ['{"verdict":"translate","scope":"corpus"}', /:2: unknown verdict translate; was it written by a newer corpuslint\?$/],
  ['{"verdict":"drop-line","scope":"galaxy","text":"a"}', /:2: unknown scope galaxy; was it written by a newer/],
  ['{"verdict":"drop-line","scope":"place","text":"a"}', /:2: the scope of drop-line is one of source, corpus$/],
  ['{"verdict":"drop-line","scope":"corpus","txt":"a"}', /:2: unknown key txt; did you mean text\?$/],
  ['{"verdict":"drop-line","scope":"corpus","until":"a"}', /:2: unknown key until; was it written by a newer/],
  ['{"verdict":"drop-line","scope":"corpus"}', /:2: text is missing$/],
  ['{"verdict":"drop-line","scope":"source","text":"a"}', /:2: source is missing$/],
  ['{"verdict":"drop-line","scope":"corpus","text":5}', /:2: text must be a string$/],
  ['{"verdict":"keep","scope":"corpus","rule":"obfuscated-wrod","text":"a"}', /:2: unknown rule obfuscated-wrod; did you mean obfuscated-word\?$/],
  ['{"verdict":"keep","scope":"place","rule":"obfuscated-word","text":"a","before":""}', /:2: after is missing$/],
  ['{"verdict":"keep","scope":"corpus","rule":"obfuscated-word","text":"a","write":"b"}', /:2: write says nothing with keep and scope corpus$/],
  ['{"verdict":"one-name","scope":"corpus","names":["لافروف"]}', /:2: names must be a list of two or more spellings, each a word or two$/],
  [
    '{"verdict":"one-name","scope":"corpus","names":["سيرغي فيكتور لافروف","لافرف"]}',
    /:2: names must be a list of two or more spellings, each a word or two$/,
  ],
  [
    '{"verdict":"one-name","scope":"corpus","names":["لافروف","لافرف"],"preferred":""}',
    /:2: preferred must be a word, or two with a blank between them$/,
  ],
];

test('a wrong line is named, with the nearest right word', () => {
  const right = '{"verdict":"two-names","scope":"corpus","names":["بوتين","بوتن"]}';
  for (const [line, message] of WRONG) assert.throws(() => parseDecisions(`${right}\n${line}\n${right}\n`, FILE), { message }, line);
  assert.equal(parseDecisions(`\n${right}\n\n${right}\r\n`, FILE).length, 2, 'empty lines and lines that stand twice do no harm');
});

test('names that are one and two are an error, also by way of a third', () => {
  const lines = [
    '{"verdict":"one-name","scope":"corpus","names":["بوتين","بوتن"]}',
    '{"verdict":"one-name","scope":"corpus","names":["بوتن","بوطين"]}',
    '{"verdict":"two-names","scope":"corpus","names":["بوطين","بوتين"]}',
  ];
  assert.throws(() => parseDecisions(lines.join('\n'), FILE), { message: /:3: .* are said to be one name and two$/ });
});

test('a new decision takes the place of one about the same; who said the same first is kept', () => {
  const keep: Decision = { verdict: 'keep', scope: 'corpus', rule: 'obfuscated-word', text: 'a', by: 'rana' };
  const fix: Decision = { ...keep, verdict: 'fix', write: 'b', by: 'sami' };
  assert.deepEqual(mergeDecisions([keep], [{ ...keep, by: 'sami' }]), [keep]);
  assert.deepEqual(mergeDecisions([keep], [fix]), [fix]);
  const elsewhere: Decision = { ...keep, scope: 'source', source: 's' };
  assert.deepEqual(mergeDecisions([keep], [elsewhere]), [keep, elsewhere]);
});

test('names: the newer answer goes before the older, and moves what the name is to be written as', () => {
  const one = (a: string, b: string, preferred?: string): Decision => ({
    verdict: 'one-name',
    scope: 'corpus',
    names: [a, b],
    ...(preferred && { preferred }),
  });
  const two = (a: string, b: string): Decision => ({ verdict: 'two-names', scope: 'corpus', names: [a, b] });
  assert.deepEqual(applyNames([one('بوتين', 'بوتن')], [two('بوتن', 'بوتين')]), [two('بوتن', 'بوتين')]);
  assert.deepEqual(applyNames([two('بوتن', 'بوتين')], [one('بوتين', 'بوتن')]), [one('بوتين', 'بوتن')]);
  const old = [one('بوتين', 'بوتن', 'بوتين'), one('بوتين', 'بوطين', 'بوتين')];
  assert.deepEqual(applyNames(old, [one('بوتن', 'بوطين')]), old, 'that is known already');
  const moved = applyNames(old, [one('بوتين', 'بوتن', 'بوتن')]);
  assert.deepEqual(
    moved.map(({ preferred }) => preferred),
    ['بوتن', 'بوتن'],
  );
});

const decided = (...decisions: readonly Decision[]): Settings =>
  withDecisions(
    defaultSettings,
    decisions.map((each, i): Decided => ({ decision: each, line: i + 1 })),
  );

test('folded text keeps signs, loses harakat and tatweel, and takes all numbers as one', () => {
  assert.equal(foldText('  قَالَ:  “نعـــم”،\n١٥ و 2,018 '), 'قال: “نعم”، # و #,#');
  assert.equal(foldText('\u200f'), '\u200f');
  const long = 'كلمة '.repeat(100);
  assert.ok(foldText(long).length < 150);
  assert.equal(foldText(foldText(long)), foldText(long), 'a decision is read as it was written');
  assert.notEqual(foldText(long), foldText(`${long}أخرى`));
});

const LINE = 'قال الناطق إن المعـ.ارك تجددت قرب المدينة.';
const words = (line: string): Article => createArticle('a/1.txt', 'a', `عنوان\n${line}\n`);

test('a fingerprint is two words on each side within the line, and the rest of a word that is cut', () => {
  const [finding] = lint(words(LINE), null, defaultSettings);
  assert.deepEqual(fingerprintOf(words(LINE), finding), { rule: 'obfuscated-word', text: 'المع.ارك', before: 'الناطق إن', after: 'تجددت قرب' });
  const cut = words('في المد\u200bارس');
  const [hidden] = lint(cut, null, defaultSettings);
  assert.deepEqual(fingerprintOf(cut, hidden), { rule: 'invisible-character', text: '\u200b', before: 'في المد', after: 'ارس' });
});

test('a fingerprint stays the same when line ends are put back, or what stands beside it in a flattened page goes', () => {
  const fingerprintIn = (text: string): Fingerprint => {
    const article = words(text);
    const [finding] = lint(article, null, defaultSettings).filter(({ rule }) => rule === 'obfuscated-word');
    return fingerprintOf(article, finding);
  };
  const [before, first, after] = ['الصفحة الأولى', 'المعـ.ارك تجددت قرب المدينة', 'وغادر الوفد أمس'];
  const expected = { rule: 'obfuscated-word', text: 'المع.ارك', before: '', after: 'تجددت قرب' };
  for (const beside of [[before, first, after], [first, after], [before, first], [first]]) {
    for (const between of [' '.repeat(12), '\n', '\n\n']) assert.deepEqual(fingerprintIn(beside.join(between)), expected);
  }
});

test('a finding between two blocks is known by both', () => {
  const text = 'وصل الوفد أمس.          غادر الوزير العاصمة.';
  const article = createArticle('a/1.txt', 'a', text);
  const place = { rule: 'lost-paragraph', start: text.indexOf('.') + 1, end: text.indexOf('غادر') };
  assert.deepEqual(fingerprintOf(article, place), { rule: 'lost-paragraph', text: ' '.repeat(10), before: 'الوفد أمس', after: 'غادر الوزير' });
});

test('each scope reaches as far as it says', () => {
  const place = { before: 'الناطق إن', after: 'تجددت قرب' };
  const keep = { verdict: 'keep', rule: 'obfuscated-word', text: 'المع.ارك' } as const;
  const here = words(LINE);
  const there = createArticle('b/2.txt', 'b', `${LINE}\n`);
  const other = createArticle('a/3.txt', 'a', 'وأضاف أن المعـ.ارك توقفت أمس.\n');
  const left = (settings: Settings): number[] => [here, there, other].map((each) => lint(each, null, settings).length);
  assert.deepEqual(left(defaultSettings), [1, 1, 1]);
  assert.deepEqual(left(decided({ ...keep, scope: 'place', ...place })), [0, 0, 1]);
  assert.deepEqual(left(decided({ ...keep, scope: 'article', article: 'a/1.txt' })), [0, 1, 1]);
  assert.deepEqual(left(decided({ ...keep, scope: 'source', source: 'a' })), [0, 1, 0]);
  assert.deepEqual(left(decided({ ...keep, scope: 'corpus' })), [0, 0, 0]);
  assert.deepEqual(left(decided({ ...keep, scope: 'corpus', text: 'المعارك' })), [1, 1, 1]);
});

test('what is to be written is a safe fix, before all others; the nearer decision counts', () => {
  const about = { rule: 'obfuscated-word', text: 'المع.ارك' } as const;
  const fix: Decision = { verdict: 'fix', scope: 'corpus', ...about, write: 'الاشتباكات' };
  const here: Decision = { verdict: 'keep', scope: 'place', ...about, before: 'الناطق إن', after: 'تجددت قرب' };
  const met = new Set<number>();
  const [finding] = lint(words(LINE), null, decided(fix), met);
  assert.deepEqual([...met], [1]);
  assert.equal(finding.fixes[0].safe, true);
  assert.match(finding.fixes[0].title, /الاشتباكات/);
  assert.equal(finding.fixes.length, 2);
  assert.equal(fixArticle(words(LINE), null, decided(fix)).article.text, `عنوان\n${LINE.replace('المعـ.ارك', 'الاشتباكات')}\n`);
  met.clear();
  assert.deepEqual(lint(words(LINE), null, decided(fix, here), met), []);
  assert.deepEqual([...met].sort(), [1, 2], 'both meet it');
  assert.equal(lint(words(LINE), null, decided({ ...fix, write: 'المعـ.ارك' })).length, 0, 'to write what stands there is to keep it');
});

test('a line that was dropped is a leftover in its source, whatever the signs and numbers in it', () => {
  const drop: Decision = { verdict: 'drop-line', scope: 'source', text: 'عين الضفة: 12 صوتا لكم', source: 'a' };
  const written = (source: string): Article => createArticle('x.txt', source, `${LINE.replace('ـ.', '')}\nعين الضفة 7 صوتاً لكم\n`);
  const [finding] = lint(written('a'), null, decided(drop));
  assert.deepEqual([finding.rule, finding.data.kind, finding.data.confidence, finding.fixes[0].safe], ['site-leftover', 'decided', 1, true]);
  assert.deepEqual(lint(written('b'), null, decided(drop)), []);
  assert.equal(lint(written('b'), null, decided({ verdict: 'drop-line', scope: 'corpus', text: drop.text! })).length, 1);
});

const SENTENCES = ['التقى المبعوث {} الوفد', 'قال {} إن الجولة انتهت', 'وغادر {} العاصمة مساء', 'ويرى {} أن الاتفاق قريب'];
const TIMES = ['صباح السبت', 'ظهر الأحد', 'مساء الاثنين'];
const naming = (name: string, source: string, number: number): Article =>
  createArticle(`${source}/${name}-${number}.txt`, source, SENTENCES.map((line) => `${line.replace('{}', name)} ${TIMES[number]}.`).join('\n'));

function judge(articles: readonly Article[], wishes: NameWishes = NO_WISHES) {
  const evidence = new Evidence();
  for (const each of articles) evidence.add(each);
  return evidence.judge(wishes);
}

const forms = (articles: readonly Article[], wishes?: NameWishes): string[][] =>
  listNames(judge(articles, wishes).names.clusters).map((row) => row.forms.map(({ form }) => form));

const wish = (...names: string[]) => ({ names, line: 1 });

test('names are one where people say so, however unlike, and two however alike', () => {
  const alike = [0, 1, 2].flatMap((n) => [naming('زوبرينكو', 'a', n), naming('زوبرنكو', 'a', n)]);
  assert.deepEqual(
    forms(alike).map((each) => each.sort()),
    [['زوبرنكو', 'زوبرينكو']],
  );
  assert.deepEqual(forms(alike, { ...NO_WISHES, two: [wish('زوبرنكو', 'زوبرينكو')] }), []);
  const unlike = [0, 1, 2].flatMap((n) => [naming('فالغرين', 'a', n), naming('ستورهامر', 'a', n)]);
  assert.deepEqual(forms(unlike), []);
  const judgement = judge(unlike, { ...NO_WISHES, one: [wish('فالغرين', 'ستورهامر')] });
  const [row] = listNames(judgement.names.clusters);
  assert.deepEqual([row.decided, row.confidence, row.forms.map(({ count }) => count)], [true, 1, [12, 12]]);
  assert.deepEqual(judgement.names.met, [1]);
  assert.deepEqual(judge(alike, { ...NO_WISHES, one: [wish('فالغرين', 'ستورهامر')] }).names.met, [], 'names that the corpus lacks');
});

test('the spelling that people want is asked for in every source, though none may have it yet', () => {
  const articles = [0, 1, 2].map((n) => naming('زوبرنكو', 'b', n));
  const one: Decision = { verdict: 'one-name', scope: 'corpus', names: ['زوبرنكو', 'زوبرينكو'], preferred: 'زوبرينكو' };
  const settings = decided(one);
  const judgement = judge(articles, settings.names);
  const found = lint(articles[0], judgement, settings);
  assert.equal(found.length, 4);
  assert.ok(found.every(({ fixes }) => fixes[0].safe && fixes[0].edits[0].text === 'زوبرينكو'));
  const houses = [0, 1, 2].flatMap((n) => [naming('زوبرينكو', 'a', n), naming('زوبرنكو', 'b', n)]);
  const prefer = { ...defaultSettings, names: { ...NO_WISHES, prefer: ['زوبرينكو'] } };
  const preferring = judge(houses, prefer.names);
  assert.equal(lint(houses[0], preferring, prefer).length, 0);
  assert.equal(lint(houses[1], preferring, prefer).length, 4);
  assert.equal(lint(houses[1], judge(houses), defaultSettings).length, 0, 'each house may have its own');
});

test('with wishes too, a judgement depends on the articles alone, not on their order or on what was there before', () => {
  const wishes: NameWishes = {
    prefer: ['بوغدانوف'],
    one: [{ names: ['لافرينتيف', 'فيرشينين'], preferred: 'لافرنتييف', line: 1 }, wish('غريغوروفيتش', 'جريجوروفيتش')],
    two: [wish('ميخائيل', 'سيرغي'), wish('بوغدانوف', 'غريغوروفيتش')],
  };
  fc.assert(
    fc.property(fc.uniqueArray(article(25, ['منبر', 'مرآة']), { selector: ({ id }) => id, minLength: 1, maxLength: 25 }), (articles) => {
      const expected = judge(articles, wishes);
      assert.deepEqual(judge([...articles].reverse(), wishes), expected);
      const evidence = new Evidence();
      const passing = createArticle('passing.txt', 'منبر', 'قال لافرنتييف إن فيرشينين غادر\nوزار بوتين بوغدانوف');
      for (const each of [passing, ...articles]) evidence.add(each);
      evidence.remove('passing.txt');
      assert.deepEqual(evidence.judge(wishes), expected);
    }),
    { seed: 5, numRuns: 60 },
  );
});
