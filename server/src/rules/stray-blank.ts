import { keepsTo, MARK_WORDS, type MarkName, wayOf } from './marks';
import { type Edit, type Problem, rule } from './rule';
import page from './stray-blank.md';

/** Marks with a blank before them, in an article or a source that sets them right behind the word. One finding a mark and article. */
export const strayBlank = rule({
  id: 'stray-blank',
  group: 'typography',
  severity: 'warning',
  summary: 'A blank stands before a mark.',
  page,
  messages: {
    ...MARK_WORDS,
    once: 'A blank stands before the {mark}, unlike elsewhere.',
    often: {
      by: 'others',
      one: 'A blank stands before the {mark}, unlike elsewhere; so at one more place of the article.',
      other: 'A blank stands before the {mark}, unlike elsewhere; so at {others} more places of the article.',
    },
    bySource: 'A blank stands before the {mark}, unlike in most of this source.',
    bySourceOften: {
      by: 'others',
      one: 'A blank stands before the {mark}, unlike in most of this source; so at one more place of the article.',
      other: 'A blank stands before the {mark}, unlike in most of this source; so at {others} more places of the article.',
    },
    displaced: 'The blank beside the {mark} is on its wrong side.',
    displacedOften: {
      by: 'others',
      one: 'The blank beside the {mark} is on its wrong side, here and at one more place of the article.',
      other: 'The blank beside the {mark} is on its wrong side, here and at {others} more places of the article.',
    },
    remove: 'Remove it',
    removeAll: 'Remove all {count}',
    move: 'Put it after the mark',
    moveAll: 'Put it after the mark at all {count} places',
  },
  options: {},

  *check({ text }, { facts }) {
    for (const { name, loose, tight, displaced } of facts.marks) {
      const way = wayOf('before', name, facts.house);
      const keeps = way !== 'blank' && keepsTo(tight, loose.length + displaced.length);
      if (displaced.length > 0) {
        const move = (at: number): Edit => ({ start: at - 1, end: at + 1, text: `${text[at]} ` });
        yield problem(name, displaced, ['displaced', 'displacedOften'], ['move', 'moveAll'], displaced.map(move), keeps);
      }
      if (loose.length === 0 || way === 'blank' || (!keeps && way !== 'tight' && tight < loose.length)) continue;
      const remove = (at: number): Edit => ({ start: at - 1, end: at, text: '' });
      // Where the article itself mostly writes the blank, only its source speaks against it.
      const messages = tight < loose.length ? (['bySource', 'bySourceOften'] as const) : (['once', 'often'] as const);
      yield problem(name, loose, messages, ['remove', 'removeAll'], loose.map(remove), keeps);
    }
  },
});

function problem(
  name: MarkName,
  places: readonly number[],
  messages: readonly [once: string, often: string],
  titles: readonly [one: string, all: string],
  edits: readonly Edit[],
  keeps: boolean,
): Problem {
  const count = places.length;
  const which = count === 1 ? 0 : 1;
  return {
    start: places[0] - 1,
    end: places[0] + 1,
    message: messages[which],
    slots: { mark: { key: name }, others: count - 1 },
    fixes: [{ title: titles[which], slots: { count }, safe: keeps, edits }],
    severity: keeps ? 'warning' : 'info',
    data: { kind: name, count, places },
  };
}
