import type { Article } from '../../text/article';
import { hashWord } from '../../text/hash';
import { phraseBeginnings } from './lexicon';

/** What may begin with a word: a phrase of interfaces; a cue; one of so many words that it's known wherever it stands; one of other stories. Bits. */
export const Begins = { PHRASE: 1, CUE: 2, LONG_CUE: 4, RELATED: 8 } as const;

/** A cue of so many words is known even where its last is run together with what follows; in fewer that may be another word. */
export const LONG_CUE_WORDS = 3;

/** By the last bits of a word's hash: each word of a corpus is asked for, and nearly all say no here. */
const BEGINNINGS = new Uint8Array(0x10000);
for (const { word, phrase } of phraseBeginnings) {
  const long = phrase.cue && phrase.words >= LONG_CUE_WORDS ? Begins.LONG_CUE : 0;
  const related = phrase.kind === 'related' ? Begins.RELATED : 0;
  BEGINNINGS[hashWord(word)[1] & 0xffff] |= Begins.PHRASE | (phrase.cue ? Begins.CUE : 0) | long | related;
}

/** What may begin with word `w`, of `Begins`. */
export const mayBeginWith = ({ hash }: Article['words'], w: number): number => BEGINNINGS[hash[2 * w + 1] & 0xffff];
