import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Evidence } from '../../server/src/corpus/evidence';
import { HABIT_NAMES } from '../../server/src/corpus/style/habits';
import { createArticle } from '../../server/src/text/article';

/** What a sentence shows of a habit, the ways that it doesn't go left out. */
function seen(text: string, habit: (typeof HABIT_NAMES)[number]): Record<string, number> {
  const evidence = new Evidence();
  // Its last sign is one that tells of no habit.
  evidence.add(createArticle('a.txt', 'منبر', `${text}!`));
  const { counts } = evidence.portraits()[0].portrait[habit];
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

for (const [habit, text, expected] of [
  ['guillemetOrder', 'قال «نعم» ثم »لا« ثم و»ربما».', { usual: 3, turned: 3 }],
  ['curlyOrder', 'قال ”نعم” ثم ”لا” ثم ”ربما”.', { same: 6 }],
  ['quotationMarks', 'قال «نعم» ثم "لا" ثم “ربما” و‹هكذا›.', { guillemets: 2, straight: 2, curly: 2 }],
  ['comma', 'قال نعم، ثم لا, ثم 1,000 كتاب، وكتب a, b.', { arabic: 2, latin: 1 }],
  ['semicolon', 'قال نعم؛ ثم لا; ثم ربما', { arabic: 1, latin: 1 }],
  ['questionMark', 'لماذا؟ وكيف? ومتى ؟', { arabic: 2, latin: 1 }],
  ['digits', 'في عام 2015 و١٤٣٦ و۱۳۹۴ طار F16 و4K.', { western: 1, arabic: 1, persian: 1 }],
  ['beforeComma', 'نعم، ثم لا ، ثم «ربما»، هكذا.', { tight: 2, blank: 1 }],
  ['beforeStop', 'وصل الوفد. وغادر الضيف . ثم ماذا.. لا شيء ...', { tight: 1, blank: 1 }],
  ['beforeColon', 'قال: نعم. وأضاف : لا. في الساعة 10:30', { tight: 1, blank: 1 }],
  ['beforeQuestionMark', 'لماذا؟ وكيف ؟', { tight: 1, blank: 1 }],
  ['afterComma', 'نعم، لا،ربما، 5 كتب', { blank: 2, tight: 1 }],
  ['afterStop', 'وصل الوفد.غادر الضيف. ثم تحدثت إن.بي.سي. وسكتت', { tight: 1, blank: 2 }],
  ['ellipsis', 'نعم.. لا... ربما…', { two: 1, three: 1, sign: 1 }],
  ['dash', 'المدير - وهو ضيف- جاء – ثم ذهب — ومضى ـ ثم عاد، كـتاب وسعودي-مصري', { hyphen: 2, en: 1, em: 1, tatweel: 1 }],
  ['hamza', 'أكد أن الكتاب وأنه او انه جديد', { written: 3, dropped: 2 }],
  ['finalYeh', 'في البيت الذى فى القرية التي', { dotted: 2, dotless: 2 }],
  ['finalAlef', 'إلى البيت حتي المساء', { dotless: 1, dotted: 1 }],
  ['finalHamza', 'شاطئ هادئ وقارىء', { seated: 2, apart: 1 }],
  ['tanwin', 'جداً مثلًا تقريبا وأيضا وغدًا', { after: 1, before: 2, none: 1 }],
] as const) {
  test(`an article shows its ${habit}`, () => assert.deepEqual(seen(text, habit), expected));
}

test('menus, labels and headlines show nothing', () => {
  const evidence = new Evidence();
  evidence.add(
    createArticle('a.txt', 'منبر', 'الرئيسية, سياسة, رياضة, "آراء", 24 ساعة\n\nالوفد يصل, والضيف "يغادر"\n\nوصل الوفد، وغادر «الضيف» في اليوم نفسه.'),
  );
  const { comma, quotationMarks, digits } = evidence.portraits()[0].portrait;
  assert.deepEqual(comma.counts, { arabic: 1, latin: 0 });
  assert.deepEqual(quotationMarks.counts, { guillemets: 2, curly: 0, straight: 0 });
  assert.deepEqual(digits.counts, { western: 0, arabic: 0, persian: 0 });
});

test('Latin text shows nothing of Arabic habits', () => {
  const text = 'He said, quietly: "why?" ... and left - at last.';
  for (const habit of HABIT_NAMES) if (habit !== 'quotationMarks') assert.deepEqual(seen(text, habit), {}, habit);
});

test('a habit is what most places do, from twelve on; copies add nothing', () => {
  const evidence = new Evidence();
  const sentences = (count: number, from = 0): string =>
    Array.from({ length: count }, (_, i) => `زار الوفد ${'ابتثجحخدذرزسشص'[from + i].repeat(3)}، ثم عاد!`).join('\n');
  const judge = () => evidence.judge().style.get('منبر')?.comma.way;
  evidence.add(createArticle('1.txt', 'منبر', sentences(8)));
  evidence.add(createArticle('2.txt', 'منبر', sentences(8)));
  assert.equal(judge(), null);
  evidence.add(createArticle('3.txt', 'منبر', sentences(5, 8)));
  assert.equal(judge(), 'arabic');
  assert.deepEqual(evidence.portraits()[0].portrait.comma.counts, { arabic: 13, latin: 0 });
  evidence.remove('3.txt');
  assert.equal(judge(), null);
  evidence.remove('1.txt');
  evidence.remove('2.txt');
  assert.equal(judge(), undefined);
});
