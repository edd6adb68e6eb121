import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createArticle, nearestLineEnd } from '../../server/src/text/article';
import { beginning, ending, shorten } from '../../server/src/text/excerpt';

const HALF = /\p{Cs}/u;
const text = fc.array(fc.constantFrom('ن', ' ', '\u{1F4F0}', '\n', '\r\n', '\r', 'a')).map((parts) => parts.join(''));

test('an excerpt cuts no character in two and takes what it may', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 12 }), (whole, limit) => {
      for (const part of [beginning(whole, limit), ending(whole, limit)]) {
        assert.ok(!HALF.test(part));
        assert.ok(part.length >= Math.min(whole.length, limit - 1) && part.length <= limit);
      }
      assert.ok(whole.startsWith(beginning(whole, limit)) && whole.endsWith(ending(whole, limit)));
      const short = shorten(whole, limit);
      assert.ok(!HALF.test(short) && short.length <= limit && !/[\n\r]/.test(short));
      assert.ok(whole.length > limit || short === whole.replace(/\r\n|[\n\r]/g, ' '));
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('a shortened text is one line', () => {
  assert.equal(shorten('وصل\r\nالوفد', 30), 'وصل الوفد');
  assert.equal(shorten('ab\u{1F4F0}cd', 4), 'ab…');
});

test('the line end nearest to a place', () => {
  const article = createArticle('a.txt', 'a', 'one two\r\nthree four\rfive six\nseven');
  const at = (word: string): string => nearestLineEnd(article, article.text.indexOf(word));
  assert.deepEqual(['one', 'three', 'our', 'five', 'ix', 'seven'].map(at), ['\r\n', '\r\n', '\r', '\r', '\n', '\n']);
  assert.equal(nearestLineEnd(createArticle('a.txt', 'a', 'one'), 2), '\n');
});
