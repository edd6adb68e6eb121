import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Evidence } from '../../server/src/corpus/evidence';
import type { Finding } from '../../server/src/engine/finding';
import { applyEdits, chooseFixes, fixArticle } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import { rowOf } from '../../server/src/engine/row';
import { defaultSettings } from '../../server/src/engine/settings';
import type { Edit } from '../../server/src/rules/rule';
import { type Article, createArticle } from '../../server/src/text/article';
import { article } from './articles';

const SEED = { seed: 21, numRuns: 120 };
const corpus = fc.array(article(25, ['منبر', 'مرآة']), { minLength: 1, maxLength: 25 });

function judge(articles: readonly Article[]) {
  const evidence = new Evidence();
  for (const each of articles) evidence.add(each);
  return evidence.judge();
}

function checkSpans(finding: Finding, { text }: Article): void {
  assert.ok(0 <= finding.start && finding.start <= finding.end && finding.end <= text.length, JSON.stringify(finding));
  for (const { title, edits } of finding.fixes) {
    assert.ok(edits.length > 0, title);
    const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
    ordered.forEach(({ start, end }, i) => {
      assert.ok(0 <= start && start <= end && end <= text.length, JSON.stringify(finding));
      assert.ok(i === 0 || ordered[i - 1].end <= start, `edits of one fix overlap: ${JSON.stringify(finding)}`);
    });
    assert.notEqual(applyEdits(text, edits), text, `a fix that changes nothing: ${JSON.stringify(finding)}`);
  }
}

test('findings and their fixes stay within the article, in reading order', () => {
  fc.assert(
    fc.property(corpus, (articles) => {
      const judgement = judge(articles);
      for (const each of articles) {
        const findings = lint(each, judgement, defaultSettings);
        findings.forEach((finding, i) => {
          checkSpans(finding, each);
          assert.ok(i === 0 || findings[i - 1].start <= finding.start);
          const row = rowOf(each.id, each, finding);
          assert.equal(each.text.slice(each.lineStarts[row.range.start.line] + row.range.start.character).slice(0, row.text.length), row.text);
        });
      }
    }),
    SEED,
  );
});

test('the same article under the same judgement has the same findings', () => {
  fc.assert(
    fc.property(corpus, (articles) => {
      const judgement = judge(articles);
      const first = articles.map((each) => lint(each, judgement, defaultSettings));
      const again = [...articles].reverse().map((each) => lint(createArticle(each.id, each.source, each.text), judgement, defaultSettings));
      assert.deepEqual(again.reverse(), first);
    }),
    SEED,
  );
});

test('after the safe fixes nothing is left to fix, and fixing again changes nothing', () => {
  fc.assert(
    fc.property(corpus, fc.boolean(), (articles, unsafe) => {
      const judgement = judge(articles);
      for (const each of articles) {
        const fixed = fixArticle(each, judgement, defaultSettings, unsafe).article;
        // Suggestions may contradict one another, as where a name stands two ways equally often.
        if (!unsafe) assert.deepEqual(chooseFixes(fixed.text, lint(fixed, judgement, defaultSettings)), [], each.text);
        assert.equal(fixArticle(fixed, judgement, defaultSettings, unsafe).article.text, fixed.text);
      }
    }),
    SEED,
  );
});

const findingOf = (edits: readonly Edit[]): Finding => ({
  rule: 'invisible-character',
  group: 'characters',
  severity: 'warning',
  message: '',
  start: edits[0].start,
  end: edits[0].end,
  fixes: [{ title: '', safe: true, edits }],
  data: {},
});

/** Two edits touch the same text, or would have to be put in an order. */
const overlap = (a: Edit, b: Edit): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end || b.start === b.end));

test('no two fixes that overlap are chosen, and none is left out that overlaps no other', () => {
  const edit = fc.tuple(fc.nat(40), fc.nat(4)).map(([start, length]): Edit => ({ start, end: start + length, text: '' }));
  fc.assert(
    fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), (fixes) => {
      const chosen = chooseFixes('ن'.repeat(44), fixes.map(findingOf)).map(({ edits }) => edits);
      const meets = (a: readonly Edit[], b: readonly Edit[]): boolean => a.some((one) => b.some((other) => overlap(one, other)));
      chosen.forEach((edits, i) => {
        assert.ok(chosen.every((others, k) => k === i || !meets(edits, others)));
      });
      for (const edits of fixes) assert.ok(chosen.includes(edits) || chosen.some((others) => meets(edits, others)));
    }),
    SEED,
  );
});

test('fixes of any number are chosen', { timeout: 20_000 }, () => {
  const edits = Array.from({ length: 300_000 }, (_, n): Edit => ({ start: 2 * n, end: 2 * n + 1, text: '' }));
  const text = 'ن'.repeat(600_000);
  assert.equal(chooseFixes(text, [findingOf(edits)])[0].edits.length, edits.length);
  assert.equal(
    chooseFixes(
      text,
      edits.map((edit) => findingOf([edit])),
    ).length,
    edits.length,
  );
});

test('words that go take the blanks beside them along, and hold up no fix of those blanks', () => {
  const text = 'الرئيسية        وصل الوفد.        غادر الوفد.';
  const blanks = (start: number): Edit => ({ start, end: start + 8, text: '\n\n' });
  const parting = findingOf([blanks(8), blanks(text.indexOf('.') + 1)]);
  const menu = findingOf([{ start: 0, end: 16, text: '' }]);
  const chosen = chooseFixes(text, [parting, menu]).flatMap(({ edits }) => edits);
  assert.equal(applyEdits(text, chosen), 'وصل الوفد.\n\nغادر الوفد.');
});
