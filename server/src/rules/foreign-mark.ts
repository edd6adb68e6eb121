import type { HabitName } from '../corpus/style/habits';
import page from './foreign-mark.md';
import { MARK_WORDS, MARKS, type MarkName } from './marks';
import { type Fix, rule } from './rule';

/** The habit of a source that a mark follows. */
const HABIT: Partial<Record<MarkName, HabitName>> = { comma: 'comma', semicolon: 'semicolon', question: 'questionMark' };
const ARABIC_MARKS: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };
/** An article keeps to the marks of its script where so many times more are of it. */
const KEPT = 3;

/** Marks of the Latin script in an article or a source that writes those of the Arabic one. One finding a mark and article. */
export const foreignMark = rule({
  id: 'foreign-mark',
  group: 'typography',
  severity: 'warning',
  summary: 'A mark of the Latin script stands in Arabic text.',
  page,
  messages: {
    ...MARK_WORDS,
    once: 'A Latin {mark} stands here, elsewhere an Arabic one.',
    often: {
      by: 'others',
      one: 'A Latin {mark} stands here and at one more place of the article, elsewhere an Arabic one.',
      other: 'A Latin {mark} stands here and at {others} more places of the article, elsewhere an Arabic one.',
    },
    write: 'Write the Arabic {mark}',
    writeAll: 'Write the Arabic {mark} at all {count} places',
  },
  options: {},

  *check({ text }, { facts }) {
    for (const name of MARKS) {
      const habit = HABIT[name];
      const { latin, arabic } = facts.marks[name];
      if (!habit || latin.length === 0) continue;
      const way = facts.house?.[habit].way ?? null;
      if (way === 'latin') continue;
      const count = latin.length;
      const keeps = arabic >= KEPT * count;
      if (!keeps && way !== 'arabic' && arabic < count) continue;
      const slots = { mark: { key: name }, count, others: count - 1 };
      const fix: Fix = {
        title: count === 1 ? 'write' : 'writeAll',
        slots,
        safe: keeps,
        edits: latin.map((at) => ({ start: at, end: at + 1, text: ARABIC_MARKS[text[at]] })),
      };
      yield {
        start: latin[0],
        end: latin[0] + 1,
        message: count === 1 ? 'once' : 'often',
        slots,
        fixes: [fix],
        severity: keeps ? 'warning' : 'info',
        data: { kind: name, count, places: latin },
      };
    }
  },
});
