import { CLASS, Class } from '../text/characters';
import { Holds } from './holdings';
import { type Place, recurring } from './recurring';
import { rule } from './rule';
import page from './swapped-mark.md';

const SHADDA = 0x651;
const FIRST_VOWEL = 0x64b;
const LAST_VOWEL = 0x650;
const isVowel = (code: number): boolean => code >= FIRST_VOWEL && code <= LAST_VOWEL;

/** An order is the article's where so many times more letters keep to it than not. */
const CLEAR = 3;

/** Shadda and vowel in the other order than the article mostly has them. One finding an article. */
export const swappedMark = rule({
  id: 'swapped-mark',
  group: 'characters',
  severity: 'info',
  summary: 'Shadda and vowel stand in the other order than elsewhere in the article.',
  page,
  messages: {
    once: '{written} has shadda and vowel in the other order than the article has elsewhere.',
    often: {
      by: 'others',
      one: '{written} has shadda and vowel in the other order than the article mostly has; so has one more letter.',
      other: '{written} has shadda and vowel in the other order than the article mostly has; so have {others} more letters.',
    },
    write: 'Write them in the usual order',
    writeAll: 'Write the usual order at all {count} places',
  },
  options: {},
  needs: Holds.STRAY_MARK,

  *check({ text, odd }, { leftovers }) {
    const shaddaFirst: number[] = [];
    const vowelFirst: number[] = [];
    for (const at of odd) {
      // The second of two marks is one that stands oddly for the scan.
      const code = text.charCodeAt(at);
      const before = text.charCodeAt(at - 1);
      if (CLASS[text.charCodeAt(at - 2)] !== Class.ARABIC || CLASS[text.charCodeAt(at + 1)] === Class.MARK) continue;
      if (before === SHADDA && isVowel(code)) shaddaFirst.push(at - 1);
      else if (code === SHADDA && isVowel(before)) vowelFirst.push(at - 1);
    }
    const [few, many] = shaddaFirst.length < vowelFirst.length ? [shaddaFirst, vowelFirst] : [vowelFirst, shaddaFirst];
    if (few.length === 0 || many.length < CLEAR * few.length) return;
    const places: Place[] = [];
    for (const start of few) {
      // Canonically the same text, shown the same.
      if (!leftovers.covers(start, start + 2)) places.push({ start, end: start + 2, text: text[start + 1] + text[start], safe: true });
    }
    if (places.length > 0) yield recurring(places, { kind: 'swapped-mark' }, { written: text.slice(places[0].start - 1, places[0].end) });
  },
});
