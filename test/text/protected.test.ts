import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createArticle } from '../../server/src/text/article';
import { protectedText } from '../../server/src/text/protected';

const kindOf = (text: string, part: string) => {
  const start = text.indexOf(part);
  return protectedText(createArticle('a.txt', 'outlet', text)).kindOf(start, start + part.length);
};

test('scripture stands in ornate braces, in braces, or after the words that announce it', () => {
  assert.equal(kindOf('تلا ﴿وقل رب زدني علما﴾ ثم جلس.', 'زدني'), 'scripture');
  assert.equal(kindOf('تلا ﴾وقل رب زدني علما﴿ ثم جلس.', 'زدني'), 'scripture');
  assert.equal(kindOf('تلا {وقل رب زدني علما} ثم جلس.', 'زدني'), 'scripture');
  assert.equal(kindOf('تلا {وقل رب زدني علما} ثم جلس.', 'جلس'), null);
  assert.equal(kindOf('وذكّر بقوله تعالى: وقل رب زدني علما.', 'زدني'), 'scripture');
  assert.equal(kindOf('قال النبي صلى الله عليه وسلم: من غشنا فليس منا.', 'غشنا'), 'scripture');
  assert.equal(kindOf('زار الوزير الميناء بعد صلاة العصر.', 'الميناء'), null);
});

test('a quotation ends with its paragraph at the latest', () => {
  assert.equal(kindOf('قال: «نعم نمضي غدا» وخرج.', 'نمضي'), 'quotation');
  assert.equal(kindOf('قال: «نعم نمضي غدا» وخرج.', 'وخرج'), null);
  assert.equal(kindOf('قال: «سمعت «نعم» منه مرارا» وخرج.', 'مرارا'), 'quotation');
  assert.equal(kindOf('قال: "سمعت “نعم” منه مرارا" وخرج.', 'وخرج'), null);
  assert.equal(kindOf('قال: «نعم نمضي غدا وخرج.\nثم عاد الوفد.', 'عاد'), null);
});

test('short lines in a row that end no sentence are verse', () => {
  const poem = 'قرأ الشاعر قصيدته الجديدة أمام جمهور كبير.\nيا بحر مهلا\nفالسفين تعود\nوالريح تجري\nوالزمان يجود\nثم غادر المنصة بعد ساعة.';
  assert.equal(kindOf(poem, 'والريح'), 'verse');
  assert.equal(kindOf(poem, 'غادر'), null);
  assert.equal(kindOf(poem, 'الجديدة'), null);
});

test('verses in running text are parted by dots, prose by other stops too', () => {
  const poem =
    'قرأ الشاعر قصيدته الجديدة أمام جمهور كبير في المسرح القديم، ومنها: يا بحر مهلا … فالسفين تعود والريح تجري … والزمان يجود إني وقفت … على الضفاف وحيدا أرعى النجوم … وما لهن وجود، ثم غادر المنصة.';
  assert.equal(kindOf(poem, 'والريح'), 'verse');
  assert.equal(kindOf(poem, 'يا بحر'), 'verse');
  assert.equal(kindOf(poem, 'غادر'), null);
  assert.equal(kindOf(poem, 'الجديدة'), null);
  const column = 'سألت جاري عن السفر … فضحك طويلا، ثم قال لي … إن الطريق بعيد، وإن الزاد قليل … فتركته ومضيت، وفي المساء … عدت إلى بيتي.';
  assert.equal(kindOf(column, 'الطريق'), null);
});
