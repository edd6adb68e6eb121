import type { Article } from '../../text/article';
import { backOverBlanks, isStop } from '../../text/characters';
import { Begins, mayBeginWith } from './beginnings';
import type { Unnumbered } from './leftovers';
import { leadingCue, type Phrase, stores, wholePhrase } from './lexicon';
import { plain } from './plain';
import type { Shape } from './shape';

/** Counted as in `blocks.ts`. */
const SURE = 0.9;
/** The longest phrase has no more words; the name of a store has no more than that. */
const PHRASE_WORDS = 8;
const STORE_WORDS = 3;
/** So many in a row are no sentence's. */
const IN_A_ROW = 2;

/**
 * Buttons that begin with word `w` of a paragraph, after the stop of a sentence: several in a row, each a whole phrase, or the line that sends
 * readers of a printed paper to another page. Then the text goes on, or ends.
 */
export function buttonsAt(article: Article, { start }: Shape, w: number, last: number): Unnumbered | null {
  const { text, words } = article;
  const before = backOverBlanks(text, words.start[w], start);
  if (before === start || !isStop(text.charCodeAt(before - 1))) return null;
  let end = w;
  let count = 0;
  let kind: Phrase['kind'] | undefined;
  for (let button = buttonAt(article, end, last); button; button = buttonAt(article, end, last)) {
    kind ??= button.kind;
    end += button.words;
    count++;
  }
  if (kind === undefined || (count < IN_A_ROW && kind !== 'jump-line')) return null;
  // What a comma or a stop follows is a sentence, however it began.
  if (end < last && !/^\s+$/.test(text.slice(words.end[end - 1], words.start[end]))) return null;
  return { start: words.start[w], end: words.end[end - 1], kind, confidence: SURE, evidence: { phrases: count }, note: false };
}

/** The longest phrase of two words or more that begins with word `w` and is complete: a whole one, or one that leads to a store, with the store. */
function buttonAt({ text, words }: Article, w: number, last: number): { kind: Phrase['kind']; words: number } | undefined {
  if (w >= last || (mayBeginWith(words, w) & Begins.PHRASE) === 0) return undefined;
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
