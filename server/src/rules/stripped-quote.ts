import { ALEF, LAM, TATWEEL } from '../text/characters';
import { SCRIPT_BITS, Script } from '../text/scan';
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

  *check({ text, words }) {
    for (let w = 0; w < words.count; w++) {
      const start = words.start[w];
      // Either the prefix comes first, or و or ف before it.
      const at = text.charCodeAt(start + 1) === TATWEEL ? start + 1 : start + 2;
      if (text.charCodeAt(at) !== TATWEEL || (words.kind[w] & SCRIPT_BITS) !== Script.ARABIC) continue;
      const prefix = text[at - 1];
      if (!PREFIXES.includes(prefix) || (at > start + 1 && !CONJUNCTIONS.includes(text[start]))) continue;
      let noun = at;
      while (text.charCodeAt(noun) === TATWEEL) noun++;
      const end = words.end[w];
      if (text.charCodeAt(noun) !== ALEF || text.charCodeAt(noun + 1) !== LAM || end - noun < SHORTEST) continue;
      // After ل the alef of the article isn't written.
      const joined = text.slice(start, at) + text.slice(prefix === 'ل' ? noun + 1 : noun, end);
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

/** What is written in one piece with the next word, and stretched by a tatweel before a mark: بـ«…». */
const PREFIXES = 'بلك';
const CONJUNCTIONS = 'وف';
/** The article and a noun of two letters at least. */
const SHORTEST = 4;
