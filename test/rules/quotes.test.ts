import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Evidence } from '../../server/src/corpus/evidence';
import { fixArticle } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import { defaultSettings, type Settings } from '../../server/src/engine/settings';
import { rules } from '../../server/src/rules/index';
import { createArticle } from '../../server/src/text/article';

const ofQuotes = rules.filter(({ group }) => group === 'quotes');
const off = rules.filter((rule) => !ofQuotes.includes(rule)).map(({ id, options }) => [id, { severity: 'off', options }]);
const settings: Settings = { ...defaultSettings, rules: { ...defaultSettings.rules, ...Object.fromEntries(off) } };

const MARKS = [...'«»“”„‟″‹›"""{}‘’\''];
const PIECES = [
  'قال',
  'الوزير',
  'نعم',
  'و',
  'لـ',
  'بـالبلاد',
  'عام 2015',
  '55',
  'شاشة',
  '.',
  '،',
  ':',
  '..',
  ' - ',
  '(',
  ')',
  'CNN',
  'إن العمل مستمر',
];
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 3, arbitrary: fc.constantFrom(' ', ' ', '  ', '\u00a0') },
      { weight: 1, arbitrary: fc.constantFrom('\n', '\n\n', '\r\n', '        ') },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));
const ordered = fc.constantFrom('قال “نعم” ثم “لا” ثم “ربما” هنا.', 'قال ”نعم“ ثم ”لا“ ثم ”ربما“ هنا.', 'كتب «القلم» و«الكتاب» و«الدفتر».', '');

const unmarked = (written: string): string => written.replace(/[«»“”„‟″‹›"{}‘’'\s]/gu, '');

test('what quotes ask to be fixed settles, is told of, and changes marks and blanks alone', () => {
  fc.assert(
    fc.property(ordered, ordered, text, (habit, own, written) => {
      const evidence = new Evidence();
      const house = Array.from({ length: 6 }, (_, i) => `${habit} ${'بتثجحخ'[i].repeat(4)}`).join('\n');
      evidence.add(createArticle('house.txt', 'منبر', house));
      const article = createArticle('a.txt', 'منبر', `${own}\n\n${written}`);
      evidence.add(article);
      const judgement = evidence.judge();
      const found = lint(article, judgement, settings);
      for (const { start, end, fixes } of found) {
        assert.ok(start >= 0 && start < end && end <= article.text.length);
        for (const { edits } of fixes) for (const edit of edits) assert.ok(edit.start <= edit.end && edit.end <= article.text.length);
      }
      const safe = found.filter(({ fixes }) => fixes[0]?.safe);
      const { article: fixed, rounds } = fixArticle(article, judgement, settings);
      assert.equal(fixed.text !== article.text, safe.length > 0, 'what changes was told of');
      for (const { rule, edits } of rounds[0] ?? []) {
        assert.ok(
          safe.some((finding) => finding.rule === rule && finding.fixes[0].edits === edits) ||
            safe.some((finding) => JSON.stringify([finding.rule, finding.fixes[0].edits]) === JSON.stringify([rule, edits])),
        );
      }
      assert.ok(rounds.length <= 6, `${rounds.length} rounds`);
      assert.equal(lint(fixed, judgement, settings).filter(({ fixes }) => fixes[0]?.safe).length, 0, 'it settles');
      assert.equal(unmarked(fixed.text), unmarked(article.text));
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('no mark is told of twice', () => {
  fc.assert(
    fc.property(ordered, text, (own, written) => {
      const found = lint(createArticle('a.txt', 'منبر', `${own}\n\n${written}`), null, settings);
      const starts = found.map(({ start }) => start);
      assert.equal(new Set(starts).size, starts.length, JSON.stringify(found.map(({ rule, start }) => [rule, start])));
    }),
    { seed: 8, numRuns: 2000 },
  );
});
