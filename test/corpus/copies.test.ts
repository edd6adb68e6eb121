import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LISTED } from '../../server/src/corpus/copies/copies';
import { Comparison, MOST } from '../../server/src/corpus/copies/pairs';
import { sketchOf } from '../../server/src/corpus/copies/sketch';
import { Evidence } from '../../server/src/corpus/evidence';
import { type Article, createArticle } from '../../server/src/text/article';

/** So many made-up words, from the `from`th on. */
const words = (from: number, count: number): string => Array.from({ length: count }, (_, n) => word(from + n)).join(' ');
const word = (n: number): string => `ك${[...String(n)].map((digit) => 'بتثجحخدذرز'[Number(digit)]).join('')}`;

const article = (name: string, text: string): Article => createArticle(`a/${name}.txt`, 'a', text);
const sketch = (text: string) => sketchOf(article('x', text))!;

function judge(articles: readonly Article[]) {
  const evidence = new Evidence();
  for (const each of articles) evidence.add(each);
  return evidence.judge().copies;
}

test('the share of an article in another is that of its runs of eight words, in long and in short ones', () => {
  for (const size of [40, 400, 4000, 40_000]) {
    const copies = judge([article('whole', words(0, size)), article('part', words(size / 4, (3 * size) / 2))]);
    const share = copies.get('a/whole.txt')!.others[0].share;
    assert.ok(Math.abs(share - (0.75 * size - 7) / (size - 7)) < 0.07, `${share} of ${size}`);
  }
});

test('a sketch is no larger for a long article, and the sample of a coarser level lies within a finer one', () => {
  const [short, long] = [sketch(words(0, 500)), sketch(words(0, 50_000))];
  assert.equal(short.shingles.length, 493);
  assert.ok(long.shingles.length < 600, `${long.shingles.length} shingles`);
  const first = new Set(short.shingles);
  const shared = [...long.shingles].filter((hash) => first.has(hash));
  assert.ok(shared.length > 0 && shared.every((hash) => hash % 2 ** long.level === 0));
});

test('articles of the same words are the same, whatever stands between them; other numbers make another text', () => {
  const text = `${words(0, 20)} 15 ${words(20, 20)}`;
  assert.deepEqual(sketch(text).digest, sketch(text.replaceAll(' ', '،  ').replace('15', '١٥')).digest);
  assert.notDeepEqual(sketch(text).digest, sketch(text.replace('15', '16')).digest);
});

test('the order of articles makes no difference, nor do articles that came and went', () => {
  const articles = [0, 5, 10, 100, 105, 0].map((from, n) => article(String(n), words(from, 40)));
  const expected = judge(articles);
  assert.deepEqual([...judge([...articles].reverse())], [...expected]);
  const evidence = new Evidence();
  for (const each of [article('2', words(3, 60)), article('gone', words(0, 40)), ...articles]) evidence.add(each);
  evidence.remove('a/gone.txt');
  assert.deepEqual([...evidence.judge().copies], [...expected]);
  assert.deepEqual([...expected.keys()], ['a/0.txt', 'a/1.txt', 'a/2.txt', 'a/3.txt', 'a/4.txt', 'a/5.txt']);
  assert.deepEqual(
    expected.get('a/0.txt')!.others.map(({ article, same }) => [article, same]),
    [
      ['a/5.txt', true],
      ['a/1.txt', false],
      ['a/2.txt', false],
    ],
  );
});

test('of many copies some are named and all are counted', () => {
  const many = Array.from({ length: MOST + 50 }, (_, n) => article(String(n), words(0, 30)));
  const { others, count } = judge(many).get('a/7.txt')!;
  assert.equal(others.length, LISTED);
  assert.equal(count, MOST + 49);
});

test('what stands in too many articles is not compared, and an article of nothing else says so', () => {
  const many = Array.from({ length: MOST + 50 }, (_, n) => article(String(n), `${words(0, 40)} ${words(1000 + n, 1)}`));
  const copied = judge(many).get('a/7.txt')!;
  assert.deepEqual(copied, { others: [], count: 0, crowded: true });
});

test('comparing is linear: so many articles of one text are done at once', () => {
  const one = sketch(words(0, 400));
  const start = performance.now();
  new Comparison(Array.from({ length: 20_000 }, () => one)).shares();
  assert.ok(performance.now() - start < 20_000);
});
