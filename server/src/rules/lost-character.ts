import { ODD, Odd } from '../text/characters';
import { asks } from '../text/sentence';
import page from './lost-character.md';
import { rule } from './rule';

const REPLACEMENT = '\u{FFFD}';
/** One alone may be a question without a blank behind it. */
const FEWEST_UNREAD = 2;

/** Signs that stand for characters that a program couldn't read. What they were is lost, so there is nothing to write instead. */
export const lostCharacter = rule({
  id: 'lost-character',
  group: 'characters',
  severity: 'warning',
  summary: 'A character was lost here.',
  page,
  messages: {
    replaced: {
      by: 'count',
      one: '{written} stands for something that a program couldn’t read. Fetch the article again, or look it up.',
      other: '{written} stands for something that a program couldn’t read, at {count} places of the article. Fetch the article again, or look it up.',
    },
    halved: {
      by: 'count',
      one: 'Half of a character stands here without its other half.',
      other: 'Halves of characters stand here and at other places without their other halves, {count} in all.',
    },
    unread: {
      by: 'count',
      other:
        'Question marks stand for letters that a program couldn’t read, at {count} places of the article. Fetch the article again, or look them up.',
    },
  },
  options: {},

  *check({ text, odd }, { leftovers, facts }) {
    const replaced: number[] = [];
    const halved: number[] = [];
    for (const at of odd) {
      const code = text.charCodeAt(at);
      if (ODD[code] !== Odd.LOST || leftovers.covers(at, at + 1)) continue;
      // A run counts once.
      if (text[at] === REPLACEMENT) {
        if (text[at - 1] !== REPLACEMENT) replaced.push(at);
      } else if (!isPaired(text, at, code)) halved.push(at);
    }
    const unread = (facts.marks.find(({ name }) => name === 'question')?.within ?? []).filter((at) => !asks(text, at));
    for (const [message, places] of [
      ['replaced', replaced],
      ['halved', halved],
      ['unread', unread.length >= FEWEST_UNREAD ? unread : []],
    ] as const) {
      if (places.length === 0) continue;
      const [start] = places;
      let end = start + 1;
      while (message === 'replaced' && text[end] === REPLACEMENT) end++;
      const slots = { written: REPLACEMENT, count: places.length };
      yield { start, end, message, slots, data: { kind: 'lost-character', count: places.length, places } };
    }
  },
});

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

function isPaired(text: string, at: number, code: number): boolean {
  return isHigh(code) ? isLow(text.charCodeAt(at + 1)) : isHigh(text.charCodeAt(at - 1));
}
