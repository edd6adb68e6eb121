import { encodeWord, PLAIN, readSounds, sounds } from './alphabet';
import { CLEARLY_NAMES } from './clusters';
import { commonFrom } from './company';
import { type Lexicon, SHORTEST } from './lexicon';
import type { Likeness } from './likeness';
import { likenessOf, pairKey } from './pairs';
import { nextAsked, type Piece } from './witnesses';

/**
 * Spellings that one article sets beside the same name: where it writes بنظير بوتو and بينظير بوتو, the two are one woman, however
 * much either word looks like an ordinary one. Only words of one article are compared, so this asks for no candidates.
 */

/** Endings of pronouns (لقاؤهم) and of adjectives (قبلية), which few names have: two words that both end so are no name, whatever stands beside them. */
const ENDINGS = ['ها', 'هم', 'هما', 'ية'].map(encodeWord);

/** Pairs of word numbers of one sound key that stand before, or after, the same name in one article, by `pairKey`. */
export function besideOf(pieces: readonly Piece[], lexicon: Lexicon, likeness: Likeness, total: number): Set<number> {
  const found = new Set<number>();
  const { base, other, spellings, size } = lexicon;
  const limit = lexicon.limit;
  const keys = new Uint32Array(limit);
  const isName = new Uint8Array(size + 1);
  const most = commonFrom(total);
  for (let id = 1; id < limit; id++) {
    const [from, to] = [lexicon.start(id), lexicon.end(id)];
    if (to - from < SHORTEST || lexicon.weight(id) === 0) continue;
    keys[id] = id <= size ? spellings.keys[id] : keyOf(spellings.codes, from, to);
    if (id > size || base[id] !== id || lexicon.usual[id] > most) continue;
    if (likenessOf(likeness, spellings.codes, from, to) >= CLEARLY_NAMES.likeness) isName[id] = 1;
  }
  const before = new Map<number, number[]>();
  const after = new Map<number, number[]>();
  const note = (known: Map<number, number[]>, id: number, neighbour: number): void => {
    if (keys[id] === 0) return;
    const key = neighbour * 2 ** 32 + keys[id];
    const others = known.get(key);
    if (!others) known.set(key, [id]);
    else if (!others.includes(id)) {
      for (const each of others) if (partInside(each, id, lexicon)) found.add(pairKey(each, id));
      others.push(id);
    }
  };
  const isNamed = new Uint8Array(size + 1);
  for (let id = 1; id <= size; id++) isNamed[id] = isName[base[id]];
  const noteBoth = (known: Map<number, number[]>, id: number, neighbour: number): void => {
    note(known, base[id], base[neighbour]);
    if (other[id] !== 0) note(known, other[id], base[neighbour]);
  };
  for (const { words, blocks } of pieces) {
    before.clear();
    after.clear();
    let from = 0;
    for (const to of blocks) {
      for (let i = nextAsked(words, from, to, isNamed); i < to; i = nextAsked(words, i + 1, to, isNamed)) {
        if (i > from && words[i - 1] !== 0) noteBoth(after, words[i - 1], words[i]);
        if (i + 1 < to && words[i + 1] !== 0) noteBoth(before, words[i + 1], words[i]);
      }
      from = to;
    }
  }
  return found;
}

/** The sound key of the letters from `from` to `to`. */
function keyOf(codes: Uint8Array, from: number, to: number): number {
  readSounds(codes, from, to);
  return sounds.key;
}

const isInflected = (codes: Uint8Array, from: number, to: number): boolean =>
  ENDINGS.some((ending) => to - from > ending.length && ending.every((code, i) => codes[to - ending.length + i] === code));

/** Whether two words part inside, in more than hamza: at their ends Arabic changes words. */
function partInside(a: number, b: number, { spellings: { codes }, start, end }: Lexicon): boolean {
  const [aFrom, aTo, bFrom, bTo] = [start(a), end(a), start(b), end(b)];
  if (PLAIN[codes[aFrom]] !== PLAIN[codes[bFrom]] || codes[aTo - 1] !== codes[bTo - 1]) return false;
  if (isInflected(codes, aFrom, aTo) && isInflected(codes, bFrom, bTo)) return false;
  if (aTo - aFrom !== bTo - bFrom) return true;
  for (let i = 1; aFrom + i < aTo; i++) if (PLAIN[codes[aFrom + i]] !== PLAIN[codes[bFrom + i]]) return true;
  return false;
}
