import page from './misspelt-word.md';
import { rule } from './rule';

/** Words that the corpus hardly holds, one slip of the hand away from a frequent one that its neighbours call for. */
export const misspeltWord = rule({
  id: 'misspelt-word',
  group: 'spelling',
  severity: 'warning',
  summary: 'A letter slipped in a word.',
  page,
  messages: {
    slip: '{written} is {word} in the rest of the corpus, beside the same words.',
    yeh: '{written} ends in ى in the rest of the corpus: {word}.',
    write: 'Write {word}',
  },
  options: {},

  *check({ text }, { facts }) {
    for (const { start, end, misspelling } of facts.misspelt) {
      if (misspelling.kind !== 'slip' && misspelling.kind !== 'yeh') continue;
      const { kind, word } = misspelling;
      yield {
        start,
        end,
        message: kind,
        slots: { written: text.slice(start, end), word },
        // Which word was meant is read from the company it keeps: an editor should look.
        fixes: [{ title: 'write', slots: { word }, safe: false, edits: [{ start, end, text: word }] }],
        data: { kind, word },
      };
    }
  },
});
