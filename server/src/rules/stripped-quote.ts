import { ALEF, CLASS, Class, LAM, ODD, Odd, TATWEEL } from '../text/characters';
import { Holds } from './holdings';
import { rule } from './rule';
import page from './stripped-quote.md';

/** A prefix of one letter that ends in a tatweel before the article of its noun: quotation marks stood between them. */
export const strippedQuote = rule({
  id: 'stripped-quote',
  group: 'quotes',
  severity: 'info',
  summary: 'Quotation marks seem to have been stripped here.',
  page,
  messages: {
    stripped: 'The tatweel in {word} tells of a quotation mark that was stripped after it.',
    join: 'Write {word}',
  },
  options: {},
  needs: Holds.TATWEEL,

  *check({ text, odd }) {
    for (const at of odd) {
      if (ODD[text.charCodeAt(at)] !== Odd.TATWEEL || !PREFIXES.includes(text[at - 1])) continue;
      const start = CONJUNCTIONS.includes(text[at - 2]) ? at - 2 : at - 1;
      if (isOfWord(text, start - 1)) continue;
      let noun = at;
      while (text.charCodeAt(noun) === TATWEEL) noun++;
      if (text.charCodeAt(noun) !== ALEF || text.charCodeAt(noun + 1) !== LAM) continue;
      let end = noun;
      while (isOfWord(text, end)) end++;
      if (end - noun < SHORTEST) continue;
      // After ل the alef of the article isn't written.
      const joined = text.slice(start, at) + text.slice(text[at - 1] === 'ل' ? noun + 1 : noun, end);
      yield {
        start,
        end,
        message: 'stripped',
        slots: { word: text.slice(start, end) },
        fixes: [{ title: 'join', slots: { word: joined }, safe: false, edits: [{ start, end, text: joined }] }],
        data: { kind: 'stripped' },
      };
    }
  },
});

const isOfWord = (text: string, at: number): boolean => {
  const is = CLASS[text.charCodeAt(at)];
  return is === Class.ARABIC || is === Class.MARK || is === Class.TATWEEL;
};

/** What is written in one piece with the next word, and stretched by a tatweel before a mark: بـ«…». */
const PREFIXES = 'بلك';
const CONJUNCTIONS = 'وف';
/** The article and a noun of two letters at least. */
const SHORTEST = 4;
