import type { Article } from '../../text/article';
import { backOverBlanks, isStop } from '../../text/characters';
import { hashWord } from '../../text/hash';
import { AFTER_BREAK } from '../../text/scan';
import type { Unnumbered } from './leftovers';
import { leadingCue, type Phrase, phraseBeginnings, stores, wholePhrase } from './lexicon';
import { plain } from './plain';
import type { Shape } from './shape';

/** Counted as in `blocks.ts`. */
const SURE = 0.9;
/** The longest phrase has no more words; the name of a store has no more than that. */
const PHRASE_WORDS = 8;
const STORE_WORDS = 3;
/** So many in a row are no sentence's. */
const IN_A_ROW = 2;

/** By the last bits of a word's hash, 1 where a phrase may begin with it: nearly all words say no here. */
const mayBegin = new Uint8Array(0x10000);
for (const word of phraseBeginnings) mayBegin[hashWord(word)[1] & 0xffff] = 1;

/** Whether a phrase of interfaces may begin with word `w`. */
export const mayBeginPhrase = ({ hash }: Article['words'], w: number): boolean => mayBegin[hash[2 * w + 1] & 0xffff] === 1;

/**
 * Buttons in the middle of a paragraph, after the stop of a sentence: several in a row, each a whole phrase, or the line that sends
 * readers of a printed paper to another page. Then the text goes on.
 */
export function buttonsWithin(article: Article, shapes: readonly Shape[], spans: Unnumbered[]): void {
  const { text, words, blocks } = article;
  for (let b = 1; b < shapes.length; b++) {
    if (!shapes[b].paragraph) continue;
    const last = blocks.firstWord[b + 1];
    for (let w = blocks.firstWord[b]; w < last; w++) {
      if ((words.kind[w] & AFTER_BREAK) === 0 || !mayBeginPhrase(words, w)) continue;
      const before = backOverBlanks(text, words.start[w], shapes[b].start);
      if (before === shapes[b].start || !isStop(text.charCodeAt(before - 1))) continue;
      let end = w;
      let count = 0;
      let kind: Phrase['kind'] | undefined;
      for (let button = buttonAt(article, end, last); button; button = buttonAt(article, end, last)) {
        kind ??= button.kind;
        end += button.words;
        count++;
      }
      // What goes on after a comma, or up to a stop, is a sentence, however it began.
      if (
        kind === undefined ||
        (count < IN_A_ROW && kind !== 'jump-line') ||
        (end < last && !/^\s+$/.test(text.slice(words.end[end - 1], words.start[end])))
      )
        continue;
      spans.push({ start: words.start[w], end: words.end[end - 1], kind, confidence: SURE, evidence: { phrases: count }, note: false });
      w = end - 1;
    }
  }
}

/** The longest phrase of two words or more that begins with word `w` and is complete: a whole one, or one that leads to a store, with the store. */
function buttonAt({ text, words }: Article, w: number, last: number): { kind: Phrase['kind']; words: number } | undefined {
  if (w >= last || !mayBeginPhrase(words, w)) return undefined;
  for (let count = Math.min(PHRASE_WORDS, last - w); count > 1; count--) {
    const written = plain(text, words.start[w], words.end[w + count - 1]);
    const whole = wholePhrase(written);
    if (whole && !whole.cue) return { kind: whole.kind, words: count };
    const cue = leadingCue(written);
    if (cue?.phrase.kind !== 'store' || count - cue.phrase.words > STORE_WORDS) continue;
    if (stores.has(written.slice(cue.text.length + 1))) return { kind: 'store', words: count };
  }
  return undefined;
}
