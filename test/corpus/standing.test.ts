import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Evidence } from '../../server/src/corpus/evidence';
import { createArticle } from '../../server/src/text/article';

/** The kinds of the names that these blocks hold, by their first form. */
function kindsOf(blocks: readonly string[]): Record<string, string> {
  const evidence = new Evidence(['names', 'scripts']);
  blocks.forEach((text, i) => {
    evidence.add(createArticle(`a${i}`, 'منبر', text));
  });
  return Object.fromEntries(evidence.judgeNames().clusters.map(({ kind, forms }) => [forms[0].form, kind]));
}

test('what stands behind numbers, in digits or in words, is a measure', () => {
  const places = ['المحطة القديمة', 'المحطة الجديدة', 'السد الكبير', 'المصنع البعيد', 'الحقل الشمالي'];
  const blocks = places.map((place) => `تنتج ${place} نحو 40 ميجاوات كل يوم.`);
  assert.deepEqual(kindsOf([...blocks, 'تنتج المدينة ألف ميغاواط في العام.']), { ميجاوات: 'loanword' });
  const gases = places.map((place) => `تنبعث من ${place} كمية من ثاني أكسيد الكربون كل يوم.`);
  assert.equal(kindsOf([...gases, 'قيس ثاني أوكسيد الكربون في هواء المدينة، ثم قيس ثاني أكسيد الكربون فيه.']).أكسيد, 'loanword');
});

test('what stands with ال in all its spellings is a loanword, but not what others write with hamza', () => {
  const blocks = [
    'فاز الفريق ببطولة البولينج في المدينة.',
    'افتتحت صالة البولينج قرب السوق القديم.',
    'تعلم الأطفال لعبة البولينج في الصيف.',
    'أقيمت بطولة البولينغ في المدينة، وحضر الناس لعبة البولينغ.',
  ];
  assert.equal(kindsOf(blocks).البولينج, 'loanword');
  const given = ['تحدث اليستير كوك إلى الناس.', 'عاد اليستير كوك أمس، ثم وصل أليستير كوك وحده.', 'كتب اليستر كوك مقالا عن اليستير كوك.'];
  assert.equal(kindsOf(given).اليستير, 'transliteration');
});
