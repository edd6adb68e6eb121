import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Evidence, summariseAll } from '../../server/src/corpus/evidence';
import { compoundsIn } from '../../server/src/corpus/names/compounds/mentions';
import type { Compounds } from '../../server/src/corpus/names/judgement';
import type { NameWishes } from '../../server/src/corpus/names/wishes';
import { createArticle } from '../../server/src/text/article';

const NONE: NameWishes = { prefer: [], one: [], two: [] };
const article = (id: string, source: string, text: string) => createArticle(id, source, text);
const ARTICLES = [
  article('a', 'منبر', 'زار عبدالرحمن الشهري المعرض، وشكر الناس عبدالرحمن الشهري.\n\nوعاد من أبوظبي مساء.'),
  article('b', 'منبر', 'خطب عبد الرحمن الشهري في الناس. وسافر الوفد إلى أبو ظبي أمس.'),
  article('c', 'مرآة', 'كتب عبد الرحمن العمري مقالا. وكانت شركة كوربلانت قد باعت مصنعا، وقالت شركة كوربلانت إنها رابحة.'),
  article('d', 'مرآة', 'ربحت شركة كوربلانت مالا، ثم خسرت شركة كوربلانت مالا.\n\nواشترت شركة كور بلانت مصنعا، وباعت شركة كور بلانت آخر.'),
];

const judged = (articles: readonly ReturnType<typeof article>[], wishes = NONE): Compounds => {
  const evidence = new Evidence();
  for (const each of articles) evidence.add(each);
  return evidence.judge(wishes).names.compounds;
};
const formsOf = ({ clusters }: Compounds): string[][] => clusters.map(({ forms }) => forms.map(({ form }) => form));

test('the parts of Arabic and foreign names are found in one piece and in two, with what each source writes', () => {
  const compounds = judged(ARTICLES);
  assert.deepEqual(formsOf(compounds), [
    ['عبد الرحمن', 'عبدالرحمن'],
    ['كوربلانت', 'كور بلانت'],
    ['أبوظبي', 'أبو ظبي'],
  ]);
  assert.deepEqual(compounds.clusters[0].forms[0].sources, { مرآة: [1, 1], منبر: [1, 1] });
  assert.deepEqual(
    compounds.clusters.map(({ kind }) => kind),
    ['joined', 'joined', 'joined'],
  );
});

test('the answer is the same in any order, after articles came and went, and from several threads', () => {
  const expected = judged(ARTICLES);
  assert.deepEqual(judged([...ARTICLES].reverse()), expected);
  const edited = new Evidence();
  for (const each of [...ARTICLES, article('e', 'منبر', 'قال عبداللطيف البكري إن عبد اللطيف البكري هو هو.')]) edited.add(each);
  edited.add(article('a', 'منبر', 'سافر عبدالله وعبد الله.'));
  edited.remove('e');
  edited.add(ARTICLES[0]);
  assert.deepEqual(edited.judge().names.compounds, expected);
  const merged = new Evidence();
  merged.merge(structuredClone(summariseAll(ARTICLES.slice(2))));
  merged.merge(structuredClone(summariseAll(ARTICLES.slice(0, 2))));
  assert.deepEqual(structuredClone(merged.judge().names.compounds), expected);
});

test('copies of a block tell nothing new', () => {
  const copies = Array.from({ length: 5 }, (_, n) => article(`z${n}`, 'منبر', 'خطب عبد الرحمن الشهري في الناس. وسافر الوفد إلى أبو ظبي أمس.'));
  assert.deepEqual(judged([...ARTICLES, ...copies]).clusters[0].forms, judged(ARTICLES).clusters[0].forms);
});

test('people may want one way, keep both apart, or speak of a way that the corpus lacks', () => {
  const names = ['عبدالرحمن', 'عبد الرحمن'];
  const one = [{ names, preferred: names[0], line: 3 }];
  const [cluster] = judged(ARTICLES, { ...NONE, one }).clusters;
  assert.deepEqual([cluster.forms[0].form, cluster.pinned, cluster.decided], [names[0], true, true]);
  assert.ok(
    !formsOf(judged(ARTICLES, { ...NONE, two: [{ names, line: 4 }] }))
      .flat()
      .includes(names[0]),
  );
  const evidence = new Evidence();
  evidence.add(ARTICLES[0]);
  const { compounds, clusters, met } = evidence.judge({ ...NONE, one }).names;
  assert.deepEqual([formsOf(compounds), clusters, met], [[names], [], [3]]);
  assert.deepEqual(formsOf(judged(ARTICLES, { ...NONE, prefer: ['كور بلانت'] }))[1], ['كور بلانت', 'كوربلانت']);
});

test('a line of one name over and over takes no long time', () => {
  const start = performance.now();
  judged([article('l', 'منبر', `عبدالله ${'عبد الله '.repeat(200_000)}`)]);
  assert.ok(performance.now() - start < 10_000);
});

test('behind a word that asks for a noun two words are no name, whatever people prefer', () => {
  const evidence = new Evidence();
  const told = article('f', 'منبر', 'كان عبدالله الشهري كريما، وكان عبد الله العمري مثله. وعلى كل عبد الله أن يصبر، يا عبد الله.');
  evidence.add(told);
  const judgement = evidence.judge({ prefer: ['عبدالله'], one: [], two: [] });
  const places = [...compoundsIn(told, judgement.names).values()].flatMap((mentions) => mentions.map(({ start }) => start));
  assert.deepEqual(places, [told.text.indexOf('عبدالله الشهري'), told.text.indexOf('عبد الله العمري')]);
});
