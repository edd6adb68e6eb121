import { foldWord, lettersOf, OBFUSCATED } from '../text/scan';
import page from './obfuscated-word.md';
import { rule } from './rule';

/** Two halves of so many letters, the article aside, may be two words that a sign parts: دمشقـ.سانا. */
const OWN_WORD = 4;

/** A sign with no tatweel after it: what follows could begin a word. The tatweel before it is part of the first half. */
const SIGN = /[^\p{L}\p{M}\p{Cf}]+(?=\p{L})(?!\u0640)/u;

/** Whether the halves around a sign are so short that they can't be words of their own. */
function isOneWord(written: string): boolean {
  const halves = written.split(SIGN).map(lettersOf);
  return halves.every((half, i) => i === 0 || half < OWN_WORD || halves[i - 1] < OWN_WORD);
}

/** Words that were broken by a sign to get past filters. The scan joins them; here they are reported. */
export const obfuscatedWord = rule({
  id: 'obfuscated-word',
  group: 'characters',
  severity: 'warning',
  summary: 'A word was broken by a sign to get past filters.',
  page,
  messages: {
    broken: '{written} is {word} with signs put into it.',
    write: 'Write {word}',
  },
  options: {},

  *check({ text, words }) {
    for (let w = 0; w < words.count; w++) {
      if ((words.kind[w] & OBFUSCATED) === 0) continue;
      const [start, end] = [words.start[w], words.end[w]];
      const written = text.slice(start, end);
      const word = written.replace(/[^\p{L}\p{M}]|\u0640/gu, '');
      yield {
        start,
        end,
        message: 'broken',
        slots: { written, word },
        fixes: [{ title: 'write', slots: { word }, safe: isOneWord(written), edits: [{ start, end, text: word }] }],
        data: { kind: 'obfuscated-word', word: foldWord(word) },
      };
    }
  },
});
