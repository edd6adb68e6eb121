import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Evidence } from '../../server/src/corpus/evidence';
import { fixArticle } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import { defaultSettings } from '../../server/src/engine/settings';
import { rules } from '../../server/src/rules/index';
import { createArticle } from '../../server/src/text/article';

const judgement = new Evidence().judge();
const settings = {
  ...defaultSettings,
  rules: Object.fromEntries(
    rules.map(({ id, group, severity, options }) => [id, { severity: group === 'characters' ? severity : ('off' as const), options }]),
  ),
};

/** Words and what is wrong with them, so that faults meet in all ways. */
const PIECES = [
  ...[
    'وصل',
    'الوفد',
    'هـ',
    'ال',
    'و',
    'ا',
    'ى',
    'ة',
    'علی',
    'کتاب',
    'می',
    'گچ',
    'ﻻ',
    'ﺍﻟ',
    'ﱠ',
    'ا\u{654}',
    'و\u{654}',
    'e\u{301}',
    'й',
    'и\u{306}',
    'Мoсква',
    'fi',
    'ﬁ',
  ],
  ...['\u{640}', '\u{640}.', '\u{64E}', '\u{64E}\u{64E}', '\u{651}', '\u{64B}', '\u{64C}', '\u{650}', 'إ', 'آ', 'Ø§Ù„', 'ط§ظ„', 'Ã©', 'Çá', 'â€œ'],
  ...[
    '&quot;',
    '&amp;',
    'amp;',
    '&#34;',
    '&lt;',
    '&nbsp;',
    '&',
    '*',
    '•',
    '.',
    '7',
    '12',
    ' ',
    ' ',
    ' ',
    '\n',
    '\u{A0}',
    '\u{200B}',
    '\u{200C}',
    '\u{200D}',
  ],
  ...[
    '\u{200F}',
    '\u{200E}',
    '\u{202B}',
    '\u{202C}',
    '\u{2028}',
    '\u{FEFF}',
    '\u{AD}',
    '\u{FFFD}',
    '\u{D83D}',
    '\u{DE00}',
    '👩',
    '❤️',
    '«',
    '»',
    '{',
    '}',
    '﴿',
    '﴾',
    'Ａ',
  ],
];

test('whatever stands in a text, safe fixes of characters settle', () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (written) => {
      const { article } = fixArticle(createArticle('a.txt', 'outlet', written), judgement, settings);
      const left = lint(article, judgement, settings).filter(({ fixes }) => fixes[0]?.safe);
      assert.deepEqual(left, []);
    }),
    { numRuns: 1500 },
  );
});

/** Text as Persian, Urdu, French, Russian, Turkish, Chinese and Hindi write it, and emoji. */
const RIGHT = [
  'مردم می\u{200C}گویند کتاب\u{200C}های تازهٔ این نویسنده را در شهر گچساران پیدا نمی\u{200C}کنند، هر چند ناشر ادامه می‌دهد.',
  'وزیر اعظم نے کہا ہے کہ ملک میں بجلی کی قیمتوں میں کمی کی جائے گی اور ہسپتالوں کو ادویات فراہم ہوں گی۔',
  'Il a dit\u{A0}: «\u{A0}Nous partons demain\u{A0}!\u{A0}» Le train coûte 20\u{A0}€, l’œuvre aussi, à Noël.',
  'Президент сказал, что ёлка стоит во дворе, а «USB-порт» и IT-отдел работают; съёмки шли в Йошкар-Оле.',
  'İstanbul’da ÇAĞDAŞ sanat müzesi açıldı; öğrenciler Şişli’den geldi, âdet yerini buldu.',
  '東京のＮＨＫが伝えた（速報）。\u{3000}価格は１００円。',
  'प्रधानमंत्री ने कहा कि क्\u{200D}षेत्र में काम शुरू हो गया है।',
  'Congrats 👩\u{200D}👩\u{200D}👧 ❤️ 🏳️\u{200D}🌈 to the team 👍🏽!',
  'قال تعالى: ﴿إِنَّ اللَّهَ غَفُورٌ رَّحِيمٌ﴾، وزار الوفد الـ6 دول عام 1446هـ ولـ«الصباح» رأي، ـ كما قيل ـ والنبي ﷺ.',
];

for (const text of RIGHT) {
  test(`left as it is: ${text.slice(0, 30)}`, () => {
    assert.equal(fixArticle(createArticle('a.txt', 'outlet', text), judgement, settings).article.text, text);
  });
}
