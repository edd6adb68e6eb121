import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Evidence, summariseAll } from '../../server/src/corpus/evidence';
import { tableOf } from '../../server/src/corpus/names/scripts/reading';
import { endingOf, skeletonOf, soundsOf } from '../../server/src/corpus/names/scripts/stems';
import { NO_WISHES } from '../../server/src/corpus/names/wishes';
import { createArticle } from '../../server/src/text/article';
import { Script } from '../../server/src/text/scan';

const LONG =
  'and it was said in the evening that the bridge in the north of the country is to be built again before the end of the year, for the people who have to go from one side of the river to the other by boat';
const articles = [
  createArticle('a.txt', 'one', `The minister met the envoy, Alexander Lavrentiev, in the capital ${LONG}.`),
  createArticle('b.txt', 'one', `The minister waited for Alexander Lavrentyev at the gate ${LONG}.`),
  createArticle('c.txt', 'two', `The letter of Alexander Lavrentiev was read aloud ${LONG}.`),
  createArticle('d.txt', 'two', 'Вчера приехал Александр Лаврентьев. Министр поблагодарил Александра Лаврентиева.'),
  createArticle('e.txt', 'two', 'وصل الوزير إلى العاصمة صباح أمس وعقد اجتماعا مع نظيره.'),
];

test('spellings in other scripts are a sum, in any order', () => {
  const [forth, back] = [new Evidence(), new Evidence()];
  for (const article of articles) forth.add(article);
  for (const article of [...articles].reverse()) back.add(article);
  const judged = forth.judge().scripts;
  assert.deepEqual(back.judge().scripts, judged);
  const merged = new Evidence();
  for (const article of articles) merged.merge(summariseAll([article]));
  assert.deepEqual(merged.judge().scripts, judged);
  const { clusters } = judged.get('en')!;
  assert.deepEqual(
    clusters.map(({ forms }) => forms.map(({ form, articles }) => [form, articles])),
    [
      [
        ['Lavrentiev', 2],
        ['Lavrentyev', 1],
      ],
    ],
  );
  assert.deepEqual(clusters[0].forms[0].sources, { one: [1, 1], two: [1, 1] });
});

test('what is taken back leaves no trace', () => {
  const evidence = new Evidence();
  for (const article of articles) evidence.add(article);
  evidence.remove('b.txt');
  evidence.remove('d.txt');
  assert.deepEqual([...evidence.judge().scripts], []);
});

test('what people decide of names is heard', () => {
  const evidence = new Evidence();
  for (const article of articles) evidence.add(article);
  const names = ['lavrentiev', 'lavrentyev'];
  const parted = evidence.judge({ ...NO_WISHES, two: [{ names, line: 3 }] }).scripts.get('en')!;
  assert.deepEqual([parted.clusters, parted.met], [[], [3]]);
  const [cluster] = evidence.judge({ ...NO_WISHES, prefer: ['lavrentyev'] }).scripts.get('en')!.clusters;
  assert.deepEqual([cluster.forms[0].form, cluster.pinned], ['Lavrentyev', true]);
  const joined = evidence.judge({ ...NO_WISHES, one: [{ names: ['alexander', 'lavrentyev'], line: 5 }] }).scripts.get('en')!;
  assert.deepEqual(joined.met, [5]);
  assert.ok(joined.clusters.some(({ forms }) => forms.some(({ form }) => form === 'Alexander')));
});

test('stems, sounds and skeletons', () => {
  const [latin, cyrillic] = [tableOf(Script.LATIN), tableOf(Script.CYRILLIC)];
  for (const word of ['лаврентьев', 'лаврентьева', 'лаврентьевым', 'лаврентьеву']) {
    assert.equal(word.slice(0, word.length - endingOf(cyrillic, word)), 'лаврентьев');
  }
  for (const word of ['lavrentiev', 'lavrentyev', 'lavrentjev', 'lavrentev']) assert.equal(soundsOf(latin, word), 'lavrentyev');
  for (const word of ['zelensky', 'zelenskyy', 'zelenskiy', 'zelenski']) assert.equal(soundsOf(latin, word), 'zelensky');
  assert.deepEqual(skeletonOf(latin, 'hoffmann'), { key: 'fmn', slots: ['o', '', 'a', ''] });
});

test('long lines of one word take no long time', () => {
  const started = performance.now();
  const evidence = new Evidence();
  for (const line of ['Lavrentiev '.repeat(200_000), 'L'.repeat(2_000_000), `A${'a'.repeat(2_000_000)}`, 'ف'.repeat(2_000_000)]) {
    evidence.add(createArticle(`${line[1]}.txt`, 'one', `the ${line}`));
  }
  evidence.judge();
  assert.ok(performance.now() - started < 20_000);
});

test('pairs are accounted for as in Arabic', () => {
  const evidence = new Evidence();
  for (const article of articles) evidence.add(article);
  const account = (a: string, b: string) => evidence.explainPairs([[a, b]])[0];
  const { forms, verdict, confidence, before } = account('lavrentyev', 'lavrentiev');
  assert.deepEqual(
    forms.map(({ form, count, articles }) => [form, count, articles]),
    [
      ['Lavrentyev', 1, 1],
      ['Lavrentiev', 2, 2],
    ],
  );
  assert.deepEqual([verdict, confidence, before], ['joined', 0.95, [{ word: 'alexander', counts: [1, 2] }]]);
  assert.equal(account('лаврентьев', 'лаврентиева').verdict, 'joined');
  assert.equal(account('lavrentyev', 'alexander').verdict, 'sounds');
  assert.equal(account('lavrentyev', 'lawrence').verdict, 'absent');
  const two = [{ names: ['lavrentiev', 'lavrentyev'], line: 3 }];
  assert.equal(evidence.explainPairs([['lavrentyev', 'lavrentiev']], { ...NO_WISHES, two })[0].verdict, 'decided');
});
