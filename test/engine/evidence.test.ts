import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Evidence, facets } from '../../server/src/corpus/evidence';
import type { Facet } from '../../server/src/corpus/facet';
import { Tally } from '../../server/src/corpus/tally';
import { Vocabulary } from '../../server/src/corpus/vocabulary';
import { type Article, blockText } from '../../server/src/text/article';
import { hashWord } from '../../server/src/text/hash';
import { article } from './articles';

const SEED = { seed: 22, numRuns: 200 };

/** Tells of each block everything that a facet may tell, and counts it by votes and by articles. */
const probe: Facet<readonly string[], Map<string, number>, readonly (readonly [string, number])[]> = {
  collect(article) {
    return Array.from({ length: article.blocks.count }, (_, b) => {
      const text = blockText(article, b)
        .replace(/[0-9]+/g, '0')
        .replace(/[٠-٩]+/g, '٠');
      return JSON.stringify([article.language, text]);
    });
  },
  empty: () => new Map(),
  add(sum, piece, { votes, sign, source }) {
    piece.forEach((block, b) => {
      if (votes[b] === 0) return;
      const key = `${source} ${block}`;
      sum.set(key, (sum.get(key) ?? 0) + sign);
    });
  },
  judge(sum, { sources }, pieces) {
    for (const [key, count] of sum) assert.ok(count === 0 || count === 1, `${key} counts ${count} times`);
    const held = [...sum]
      .filter(([, count]) => count > 0)
      .map(([key]): [string, number] => [key.replace(/^\d+/, (number) => sources[Number(number)]), 1]);
    const ids = [...pieces].map(([id]) => id);
    assert.deepEqual(ids, [...ids].sort());
    return held.sort(([a], [b]) => (a < b ? -1 : 1));
  },
};

/** Evidence with the probe for a facet. */
function withProbe(run: () => void): void {
  const { style } = facets;
  Object.assign(facets, { style: probe });
  try {
    run();
  } finally {
    Object.assign(facets, { style });
  }
}

function gather(articles: Iterable<Article>): Evidence {
  const evidence = new Evidence();
  for (const each of articles) evidence.add(each);
  return evidence;
}

test('a block counts once a source, whichever article it came from, and as long as one holds it', () => {
  withProbe(() => {
    fc.assert(
      fc.property(fc.array(article(12, ['منبر', 'مرآة']), { maxLength: 12 }), fc.array(fc.nat(11), { maxLength: 6 }), (articles, gone) => {
        const held = new Map(articles.map((each) => [each.id, each]));
        const evidence = gather(articles);
        for (const id of gone) {
          evidence.remove(`a/${id}.txt`);
          held.delete(`a/${id}.txt`);
        }
        const expected = new Set<string>();
        for (const each of held.values()) {
          for (const block of probe.collect(each, evidence.vocabulary)) expected.add(`${each.source} ${block}`);
        }
        const judged = evidence.judge().style as unknown as [string, number][];
        assert.deepEqual(
          judged.map(([key]) => key),
          [...expected].sort(),
        );
      }),
      SEED,
    );
  });
});

test('a tally forgets keys that count nothing and does not grow by them', () => {
  const tally = new Tally();
  for (let n = 1; n <= 100_000; n++) {
    tally.add(n, n, 1);
    tally.add(n, n, -1);
  }
  assert.equal(tally.get(5, 5), 0);
  assert.ok(tally.room <= 256, `${tally.room} places for no key`);
});

test('a tally answers like a map', () => {
  const change = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: -2, max: 3 }));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 400 }), (changes) => {
      const tally = new Tally();
      const map = new Map<string, number>();
      for (const [high, low, delta] of changes) {
        const count = (map.get(`${high} ${low}`) ?? 0) + delta;
        map.set(`${high} ${low}`, count);
        assert.equal(tally.add(high, low, delta), count);
      }
      for (const [key, count] of map) assert.equal(tally.get(...(key.split(' ').map(Number) as [number, number])), count);
      const listed = [...map].filter(([, count]) => count >= 2).map(([key, count]) => [...key.split(' ').map(Number), count]);
      listed.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      assert.deepEqual([...tally.atLeast(2)], listed.flat());
    }),
    SEED,
  );
});

test('a vocabulary keeps its words on the way to other threads, and takes in those of others', () => {
  const words = ['كتاب', 'قلم', 'ﻛﺘﺎﺏ', 'كـــتاب', 'بيت', 'Moscow'];
  const one = new Vocabulary();
  const intern = (vocabulary: Vocabulary, word: string): number => vocabulary.intern(...hashWord(word), word, 0, word.length);
  assert.deepEqual(
    words.map((word) => intern(one, word)),
    [1, 2, 1, 1, 3, 4],
  );
  const other = new Vocabulary();
  assert.deepEqual([...other.adopt(new Vocabulary().encode())], [0]);
  assert.equal(intern(other, 'قلم'), 1);
  const map = other.adopt(structuredClone(one.encode()));
  for (const word of words) assert.equal(other.word(map[one.find(word)]), one.word(one.find(word)));
  assert.equal(other.find('غيم'), 0);
});
