import { type Language, say } from '../engine/message';
import type { Slots, Templates } from '../rules/phrase';

/** What the editor shows beside findings, by language. */
export const ENGLISH = {
  'fix-all': 'Fix all that is safe in this article',
  'fix-rule': 'Fix all {rule} in this article',
  keep: 'Keep {text} here',
  'drop-line': '{text} goes everywhere in {source}',
  here: 'Here too',
  'here-and-more': { by: 'n', one: 'Here too, and at one more place after it', other: 'Here too, and at {n} more places after it' },
  written: 'Written {form} here',
  'stands-here': 'It stands here',
  holds: '{percent} % of it stands here',
  evidence: 'What speaks for it:',
  fixes: 'Fixes:',
  suggestion: '{title} (a suggestion: look first)',
  form: '{form}: {times} in {articles}',
  times: { by: 'n', one: '{n} time', other: '{n} times' },
  number: '{name}: {value}',
  count: { by: 'n', other: '{n} times in this article' },
  confidence: 'confidence: {n} %',
  reading: 'Reading {corpus}',
  read: '{done} of {total} articles; what needs the corpus comes after',
  checking: 'Checking the whole corpus',
  checked: '{corpus}: {done} of {total}',
} as const satisfies Templates;

type Key = keyof typeof ENGLISH | 'articles';

/** The same in Arabic. */
export const ARABIC: Readonly<Record<keyof typeof ENGLISH, Templates[string]>> = {
  'fix-all': 'أصلح كل ما هو مأمون في هذا المقال',
  'fix-rule': 'أصلح كل {rule} في هذا المقال',
  keep: 'أبقِ {text} هنا',
  'drop-line': 'احذف {text} من كل مقالات {source}',
  here: 'وهنا أيضًا',
  'here-and-more': {
    by: 'n',
    one: 'وهنا أيضًا، وفي موضع آخر بعده',
    two: 'وهنا أيضًا، وفي موضعين آخرين بعده',
    few: 'وهنا أيضًا، وفي {n} مواضع أخرى بعده',
    many: 'وهنا أيضًا، وفي {n} موضعًا آخر بعده',
    other: 'وهنا أيضًا، وفي {n} موضع آخر بعده',
  },
  written: 'كُتب هنا {form}',
  'stands-here': 'موضعه هنا',
  holds: '{percent} % منه وارد هنا',
  evidence: 'ما يشهد له:',
  fixes: 'الإصلاحات:',
  suggestion: '{title} (اقتراح: انظر أولًا)',
  form: '{form}: {times} في {articles}',
  times: { by: 'n', one: 'مرة واحدة', two: 'مرتين', few: '{n} مرات', many: '{n} مرة', other: '{n} مرة' },
  number: '{name}: {value}',
  count: { by: 'n', two: 'مرتين في هذا المقال', few: '{n} مرات في هذا المقال', many: '{n} مرة في هذا المقال', other: '{n} مرة في هذا المقال' },
  confidence: 'الثقة: {n} %',
  reading: 'قراءة {corpus}',
  read: 'قُرئ {done} من المقالات وعددها {total}؛ وما يحتاج إلى المدونة يأتي بعدها',
  checking: 'فحص المدونة كلها',
  checked: '{corpus}: {done} من {total}',
};

/** Says it in that language. */
export const tell = (language: Language, key: Key, slots: Slots = {}): string => say(language, { key, slots }, language === 'ar' ? ARABIC : ENGLISH);
