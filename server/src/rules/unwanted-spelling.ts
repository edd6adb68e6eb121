import { hashWord, keyOf } from '../text/hash';
import { protectedText } from '../text/protected';
import { SCRIPT_BITS, Script, scan } from '../text/scan';
import { type Mistake, rule } from './rule';
import page from './unwanted-spelling.md';

/** What is written, and what to write instead. */
type Wanted = Readonly<Record<string, string>>;

/** The words of a list by the keys of their letters; made once for each configuration. */
const lists = new WeakMap<object, ReadonlyMap<number, string>>();

function listOf(write: Wanted): ReadonlyMap<number, string> {
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
  options: { write: {} as Wanted },
  mistakes({ write = {} }) {
    const found = misshapen(write);
    return found.length > 0 ? found : restless(write);
  },

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

/** Words with a plain blank between any two, and nothing that isn't seen but what parts or joins the letters of a word. */
const PLAIN_WORDS = /^(?:[^\p{Z}\p{C}]|[\u{200C}\u{200D}])+(?: (?:[^\p{Z}\p{C}]|[\u{200C}\u{200D}])+)*$/u;

/** The words of a text, as keys of their letters with what is written. */
function wordsOf(text: string): [key: number, written: string][] {
  const { words } = scan(text);
  return Array.from({ length: words.count }, (_, w) => [keyOf(words.hash[2 * w], words.hash[2 * w + 1]), text.slice(words.start[w], words.end[w])]);
}

/** What no text can be found by, or nobody can want to read. */
function misshapen(write: Wanted): Mistake[] {
  const seen = new Set<number>();
  return Object.entries(write).flatMap(([written, wanted]): Mistake[] => {
    const path = ['write', written];
    const words = wordsOf(written);
    if (words.length !== 1 || words[0][1] !== written) return [{ path, what: { key: 'must-be', slots: { type: { key: 'single-word' } } } }];
    if (!PLAIN_WORDS.test(wanted)) return [{ path, what: { key: 'must-be', slots: { type: { key: 'plain-words' } } } }];
    const isTwice = seen.size === seen.add(words[0][0]).size;
    return isTwice ? [{ path, what: { key: 'stands-twice' } }] : [];
  });
}

/** Words for which something is to be written that holds a word of the list, so that in the end it would be replaced again, and for ever. */
function restless(write: Wanted): Mistake[] {
  const list = listOf(write);
  /** By word: how many words of what is written for it are replaced in their turn, and for which words it is written. */
  const replaced = new Map<number, number>();
  const writtenFor = new Map<number, number[]>();
  const atRest: number[] = [];
  for (const [key, wanted] of list) {
    const next = wordsOf(wanted).flatMap(([word, text]) => (list.has(word) && list.get(word) !== text ? [word] : []));
    for (const word of next) {
      const keys = writtenFor.get(word);
      if (keys) keys.push(key);
      else writtenFor.set(word, [key]);
    }
    replaced.set(key, next.length);
    if (next.length === 0) atRest.push(key);
  }
  for (let word = atRest.pop(); word !== undefined; word = atRest.pop()) {
    for (const key of writtenFor.get(word) ?? []) {
      const left = replaced.get(key)! - 1;
      replaced.set(key, left);
      if (left === 0) atRest.push(key);
    }
  }
  return Object.keys(write)
    .filter((written) => replaced.get(keyOf(...hashWord(written)))! > 0)
    .map((written) => ({ path: ['write', written], what: { key: 'never-rests' } }));
}
