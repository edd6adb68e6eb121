import { keepsTo, MARK_WORDS, wayOf } from './marks';
import page from './missing-blank.md';
import { type Fix, rule } from './rule';

/** What begins many a sentence and no second half of a word: a stop may stand within one to hide it, and a question mark for a letter of it. */
const OPENS_SENTENCE = /^(?:و|ف|ال|كما|إ|أ|هذا|هل |لكن|ثم|من |في |ما )/;
const OPENING = 6;

/** Marks with a word right after them, in an article or a source that writes a blank there. One finding a mark and article. */
export const missingBlank = rule({
  id: 'missing-blank',
  group: 'typography',
  severity: 'warning',
  summary: 'A blank is missing after a mark.',
  page,
  messages: {
    ...MARK_WORDS,
    once: 'No blank stands after the {mark}, as it does elsewhere.',
    often: {
      by: 'others',
      one: 'No blank stands after the {mark}, as it does elsewhere; so at one more place of the article.',
      other: 'No blank stands after the {mark}, as it does elsewhere; so at {others} more places of the article.',
    },
    bySource: 'No blank stands after the {mark}, as it does in most of this source.',
    bySourceOften: {
      by: 'others',
      one: 'No blank stands after the {mark}, as it does in most of this source; so at one more place of the article.',
      other: 'No blank stands after the {mark}, as it does in most of this source; so at {others} more places of the article.',
    },
    insert: 'Put a blank after it',
    insertAll: 'Put blanks after all {count}',
  },
  options: {},

  *check({ text }, { facts }) {
    for (const { name, glued, spaced } of facts.marks) {
      if (glued.length === 0) continue;
      const way = wayOf('after', name, facts.house);
      if (way === 'tight') continue;
      const count = glued.length;
      const keeps = keepsTo(spaced, count);
      // Where neither article nor source shows a habit there is none to depart from.
      if (!keeps && spaced < count && way !== 'blank') continue;
      const fix: Fix = {
        title: count === 1 ? 'insert' : 'insertAll',
        slots: { count },
        safe: keeps && ((name !== 'stop' && name !== 'question') || glued.every((at) => OPENS_SENTENCE.test(text.slice(at + 1, at + OPENING)))),
        edits: glued.map((at) => ({ start: at + 1, end: at + 1, text: ' ' })),
      };
      yield {
        start: glued[0],
        end: glued[0] + 1,
        // Where the article itself mostly leaves the blank out, only its source speaks for it.
        message: spaced < count ? (count === 1 ? 'bySource' : 'bySourceOften') : count === 1 ? 'once' : 'often',
        slots: { mark: { key: name }, others: count - 1 },
        fixes: [fix],
        severity: keeps ? 'warning' : 'info',
        data: { kind: name, count, places: glued },
      };
    }
  },
});
