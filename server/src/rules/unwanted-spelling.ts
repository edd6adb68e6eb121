import { hashWord, keyOf } from '../text/hash';
import { protectedText } from '../text/protected';
import { SCRIPT_BITS, Script } from '../text/scan';
import { rule } from './rule';
import page from './unwanted-spelling.md';

/** The words of a list by the keys of their letters; made once for each configuration. */
const lists = new WeakMap<object, ReadonlyMap<number, string>>();

function listOf(write: Readonly<Record<string, string>>): ReadonlyMap<number, string> {
  const known = lists.get(write) ?? new Map(Object.entries(write).map(([written, wanted]) => [keyOf(...hashWord(written)), wanted]));
  lists.set(write, known);
  return known;
}

/** Words that the team has decided to spell otherwise. Silent without a list. */
export const unwantedSpelling = rule({
  id: 'unwanted-spelling',
  group: 'spelling',
  severity: 'warning',
  summary: 'A word is spelt otherwise than this corpus has decided.',
  page,
  messages: {
    listed: '{written} is to be {word} in this corpus.',
    write: 'Write {word}',
  },
  /** What is written, and what to write instead. */
  options: { write: {} as Readonly<Record<string, string>> },

  *check(article, { options }) {
    const list = listOf(options.write);
    if (list.size === 0) return;
    const { text, words } = article;
    for (let w = 0; w < words.count; w++) {
      if ((words.kind[w] & SCRIPT_BITS) === Script.NUMBER) continue;
      const word = list.get(keyOf(words.hash[2 * w], words.hash[2 * w + 1]));
      const [start, end] = [words.start[w], words.end[w]];
      if (word === undefined || text.slice(start, end) === word) continue;
      const protection = protectedText(article).kindOf(start, end);
      if (protection === 'scripture' || protection === 'verse') continue;
      yield {
        start,
        end,
        message: 'listed',
        slots: { written: text.slice(start, end), word },
        fixes: [{ title: 'write', slots: { word }, safe: protection === null, edits: [{ start, end, text: word }] }],
        data: { kind: 'listed', word },
      };
    }
  },
});
