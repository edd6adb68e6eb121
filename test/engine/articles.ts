/** Small random articles that touch what the corpus counts: names in two spellings, marks, lines that recur, leftovers. */
import fc from 'fast-check';
import { type Article, createArticle } from '../../server/src/text/article';

const WORDS = 'قال أعلن أكد زار وصل الوزير المتحدث الرئيس المبعوث السفير المدينة العاصمة الحكومة الشركة المباراة أمس اليوم في إلى من عن مع'.split(
  ' ',
);
const FIRST_NAMES = ['ألكسندر', 'سيرغي', 'ميخائيل'];
const LAST_NAMES = ['لافرينتيف', 'لافرنتييف', 'فيرشينين', 'فيرشينن', 'بوغدانوف', 'بوجدانوف', 'غريغوروفيتش', 'جريجوروفيتش'];
const PREFIXES = ['', '', '', 'و', 'ل', 'ب'];
const MARKS = [
  ['“', '”'],
  ['”', '“'],
  ['«', '»'],
  ['"', '"'],
  ['”', '”'],
  ['“', ''],
];
/** Lines that sites put under and into articles, some of them twice with another sign or number. */
const REPEATED = [
  'اقرأ أيضا',
  'مقالات ذات صلة',
  'شارك هذا الخبر مع أصدقائك على المواقع',
  'نشر في 12 مارس 2019',
  'نشر في 7 مارس 2021',
  'التقى المبعوث ألكسندر لافرنتييف السفير في العاصمة',
  'التقى المبعوث، ألكسندر لافرنتييف، السفير في العاصمة',
  'التقى المبعوث ألكسندر «لافرنتييف» السفير في العاصمة',
  'قال “نعم” ثم “لا” ثم “ربما” وسكت',
  'قال ”نعم“ ثم ”لا“ ثم ”ربما“ وسكت',
  'كتب “القلم” و“الكتاب” و“الدفتر” هناك',
  'كتب ”القلم“ و”الكتاب“ و”الدفتر“ هناك',
  'المزيد من الأخبار',
  '// انتهى //',
];

const name = fc
  .tuple(fc.constantFrom(...PREFIXES), fc.constantFrom(...FIRST_NAMES), fc.constantFrom(...LAST_NAMES))
  .map(([prefix, first, last]) => `${prefix}${first} ${last}`);
const phrase = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const quotation = fc
  .tuple(fc.constantFrom('', 'و', 'لـ'), fc.constantFrom(...MARKS), phrase)
  .map(([prefix, [open, close], text]) => prefix + open + text + close);
const odd = fc.constantFrom('الإرهـ.اب', 'إستثمار', 'مسئول', 'كتاب\u00a0جديد', 'كلـــمة', 'نص\u200bخفي', '15 كتابا', '٢٠ كتابا', 'هذا ،وذاك', 'CNN');
const piece = fc.oneof(
  { weight: 4, arbitrary: phrase },
  { weight: 4, arbitrary: name },
  { weight: 2, arbitrary: quotation },
  { weight: 1, arbitrary: odd },
);
const line = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 5 }), fc.constantFrom('.', '.', '،', '؟', ''))
  .map(([pieces, end]) => pieces.join(' ') + end);

/** Lines are drawn from a few, so that articles share them. */
const POOL = fc.sample(line, { numRuns: 60, seed: 7 });

export const text: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...POOL) },
      { weight: 3, arbitrary: fc.constantFrom(...REPEATED) },
      { weight: 1, arbitrary: line },
      { weight: 1, arbitrary: fc.constant('') },
    ),
    {
      maxLength: 9,
    },
  )
  .chain((lines) => fc.constantFrom('\n', '\n', '\n', '\r\n', '       ').map((end) => lines.join(end)));

export const article = (ids: number, sources: readonly string[]): fc.Arbitrary<Article> =>
  fc.tuple(fc.nat(ids - 1), fc.constantFrom(...sources), text).map(([id, source, written]) => createArticle(`a/${id}.txt`, source, written));
