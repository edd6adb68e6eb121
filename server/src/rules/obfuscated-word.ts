import { foldWord, OBFUSCATED } from '../text/scan';
import page from './obfuscated-word.md';
import { rule } from './rule';

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
        fixes: [{ title: 'write', slots: { word }, safe: true, edits: [{ start, end, text: word }] }],
        data: { kind: 'obfuscated-word', word: foldWord(word) },
      };
    }
  },
});
