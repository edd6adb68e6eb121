import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Evidence } from '../../server/src/corpus/evidence';
import { findLeftovers } from '../../server/src/corpus/leftovers/leftovers';
import { Lists, leadingCue, listsOf, wholePhrase } from '../../server/src/corpus/leftovers/lexicon';
import { KINDS } from '../../server/src/corpus/leftovers/phrases';
import { plain } from '../../server/src/corpus/leftovers/plain';
import { shapesOf } from '../../server/src/corpus/leftovers/shape';
import { SIGN_NAMES } from '../../server/src/corpus/leftovers/signs';
import { WEIGHTS } from '../../server/src/corpus/leftovers/weights';
import { defaultSettings } from '../../server/src/engine/settings';
import { siteLeftover } from '../../server/src/rules/site-leftover';
import { createArticle } from '../../server/src/text/article';

test('every kind of phrase has a message', () => {
  for (const kind of Object.keys(KINDS)) assert.ok(kind in siteLeftover.messages, kind);
});

test('phrases are recognised whatever the seats of hamza, harakat, numbers and signs', () => {
  assert.equal(plain('  قِراءة 3 دقائق.'), 'قراءه # دقايق');
  assert.equal(wholePhrase(plain('قراءة ١٢ دقيقة'))?.kind, 'reading-time');
  assert.equal(wholePhrase(plain('إقرأ المزيد…'))?.kind, 'navigation');
  assert.equal(leadingCue(plain('اقرأ أيضاً: الثلوج تقطع الطريق'))?.phrase.kind, 'related');
  assert.equal(wholePhrase(plain('الثلوج تقطع الطريق')), undefined);
});

test('every sign has a weight, every weight a sign, and no two signs one name', () => {
  assert.deepEqual([...WEIGHTS.keys()].sort(), ['', ...SIGN_NAMES].sort());
});

test('what lists the words of a label may stand in is told as if it had been made plain', () => {
  const has = (text: string): number => listsOf(text, 0, text.length);
  assert.ok(has('«قِراءة» 3 دقائق') & Lists.BEGINS);
  assert.ok(has('3 دقائق') & Lists.BEGINS);
  assert.ok(has('الخبر كله في نشرتنا') & Lists.INTERFACE);
  assert.ok(has('صَحيفة الضفة') & Lists.OUTLET);
  assert.equal(has('*** — …'), 0);
  assert.ok(has('بنفسج') & Lists.WORDS);
});

test('lines of one sentence are read as the paragraph they are together, in scripts with small letters', () => {
  const lines = [
    'The harbour master of the old town, who opened the',
    'Maritime Museum',
    'in spring, said that the quay stays shut until',
    'the storm is over.',
  ];
  const paragraphs = (text: string): boolean[] => shapesOf(createArticle('a.txt', '', text)).map(({ paragraph }) => paragraph);
  assert.deepEqual(paragraphs(`Harbour shut\n\n${lines.join('\n')}\n\nRead more`), [false, true, true, true, true, false]);
  assert.deepEqual(paragraphs('Harbour\nnews\nsport\nculture'), [false, false, false, false]);
});

test('leftovers stand in reading order and do not overlap, and what they cover is what they hold', () => {
  const text = `سياسة\n\nعنوان من خمس كلمات هنا\n\nكتبت: هدى <br />\n10:20 مساء\nشارك: فيسبوك | واتساب <b>\n\n${'كلمة '.repeat(30)}.\n\nاقرأ أيضا\n\nخبر آخر من هناك ومن هنا\n<p>\nأعلى الصفحة\n`;
  const article = createArticle('a.txt', '', text);
  const { all, covers } = bound(article);
  assert.ok(all.length > 4);
  all.forEach(({ start, end, note }, i) => {
    assert.ok(start < end && (i === 0 || all[i - 1].end <= start));
    assert.equal(covers(start, end), !note);
  });
  for (let at = 0; at < text.length; at++)
    assert.equal(
      covers(at, at + 1),
      all.some(({ start, end, note }) => !note && start <= at && at < end),
      `at ${at}`,
    );
});

function bound(article: ReturnType<typeof createArticle>) {
  const leftovers = findLeftovers(article, null, defaultSettings.boilerplate);
  return { all: leftovers.all, covers: (start: number, end: number) => leftovers.covers(start, end) };
}

test('background that an outlet repeats is its own text; a line that it repeats under its stories is a leftover', () => {
  const background = `يذكر أن العمل في السد بدأ قبل سبع سنوات وتوقف مرتين ${'بسبب خلاف على التمويل بين الشركاء '.repeat(3)}حتى اليوم.`;
  const bodies = ['امتلأ السد أمس', 'التقى المزارعون الإدارة', 'وعدت الوزارة بالماء', 'زار الوزير القرى', 'ارتفعت الأسعار في السوق'];
  const articles = bodies.map((body, n) => {
    const paragraph = `${body} ${`${body} `.repeat(10)}${'منذ أن نزل المطر '.repeat(3)}.`;
    return createArticle(`${n}.txt`, 'منبر', `${body} بعد انتظار طويل\n\n${paragraph}\n\n${background}\n\n${paragraph}${body}.\n\nمنبر كل الناس\n`);
  });
  const evidence = new Evidence();
  for (const article of articles) evidence.add(article);
  const judgement = evidence.judge();
  for (const article of articles) {
    const { all } = findLeftovers(article, judgement, defaultSettings.boilerplate);
    assert.deepEqual(
      all.map(({ start, end, kind }) => [kind, article.text.slice(start, end)]),
      [['repeated', 'منبر كل الناس']],
    );
  }
});
