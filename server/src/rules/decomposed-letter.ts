import { CLASS, Class, ODD, Odd } from '../text/characters';
import page from './decomposed-letter.md';
import { Holds } from './holdings';
import { type Place, recurring } from './recurring';
import { rule } from './rule';

/** Letters written as two characters where one stands for both. One finding an article. */
export const decomposedLetter = rule({
  id: 'decomposed-letter',
  group: 'characters',
  severity: 'warning',
  summary: 'A letter is written as two characters where one stands for both.',
  page,
  messages: {
    once: '{written} is two characters here, a letter and a mark, where one stands for both.',
    often: {
      by: 'others',
      one: '{written} is two characters here, a letter and a mark, where one stands for both; so is one more letter of the article.',
      other: '{written} is two characters here, a letter and a mark, where one stands for both; so are {others} more letters of the article.',
    },
    write: 'Write {written} as one character',
    writeAll: 'Write one character at all {count} places',
  },
  options: {},
  needs: Holds.MARK,

  *check({ text, odd }, { leftovers }) {
    const places: Place[] = [];
    let end = 0;
    for (const at of odd) {
      if (ODD[text.charCodeAt(at)] !== Odd.MARK || at < end) continue;
      let start = at - 1;
      while (start > 0 && at - start < MOST_MARKS && CLASS[text.charCodeAt(start)] === Class.MARK) start--;
      const written = text.slice(start, at + 1);
      // Canonically the same text: only the order of other marks may change with it.
      const whole = written.normalize('NFC');
      if (whole[0] === written[0] || leftovers.covers(start, at + 1)) continue;
      end = at + 1;
      places.push({ start, end, text: whole, safe: true });
    }
    if (places.length > 0) yield recurring(places, { kind: 'decomposed-letter' }, { written: places[0].text });
  },
});

/** No letter has more marks before the one that belongs to it. */
const MOST_MARKS = 4;
