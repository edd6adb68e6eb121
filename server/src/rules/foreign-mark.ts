import { asks } from '../text/sentence';
import page from './foreign-mark.md';
import { keepsTo, MARK_WORDS, wayOf } from './marks';
import { type Place, recurring } from './recurring';
import { rule } from './rule';

const ARABIC_MARKS: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };

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
    bySource: 'A Latin {mark} stands here, in most of this source an Arabic one.',
    bySourceOften: {
      by: 'others',
      one: 'A Latin {mark} stands here and at one more place of the article, in most of this source an Arabic one.',
      other: 'A Latin {mark} stands here and at {others} more places of the article, in most of this source an Arabic one.',
    },
    write: 'Write the Arabic {mark}',
    writeAll: 'Write the Arabic {mark} at all {count} places',
  },
  options: {},

  *check({ text }, { facts }) {
    for (const { name, latin, arabic } of facts.marks) {
      if (latin.length === 0) continue;
      const way = wayOf('script', name, facts.house);
      if (way === 'latin') continue;
      const keeps = keepsTo(arabic, latin.length);
      if (!keeps && way !== 'arabic' && arabic < latin.length) continue;
      // Programs write ? for letters, too, that they can't read; after a question it is a mark.
      const isMark = (at: number): boolean => name !== 'question' || asks(text, at);
      const places = latin.map((at): Place => ({ start: at, end: at + 1, text: ARABIC_MARKS[text[at]], safe: keeps && isMark(at) }));
      const severity = places.some(({ safe }) => safe) ? 'warning' : 'info';
      const problem = recurring(places, { kind: name }, { mark: { key: name } });
      // Where the article itself mostly writes the Latin one, only its source speaks against it.
      const message = arabic < latin.length ? (latin.length === 1 ? 'bySource' : 'bySourceOften') : problem.message;
      yield { ...problem, message, severity };
    }
  },
});
