import type { Article } from '../../text/article';
import { backOverBlanks, isStop } from '../../text/characters';
import { runKey } from '../../text/hash';
import type { Judgement } from '../evidence';
import { HEADLINE_WORDS } from '../headline';
import { OPENING } from '../lines';
import type { Unnumbered } from './leftovers';
import { continues, leadingCue } from './lexicon';
import { plain } from './plain';
import type { Shape } from './shape';

/** Counted as in `blocks.ts`: where the corpus holds the headline and it ends there, and where one of the two tells alone. */
const SURE = { headline: 0.95, shape: 0.85 } as const;
/** A cue ends within so many UTF-16 units. */
const CUE_LENGTH = 40;

/**
 * An announcement of another story that begins with word `w` of a paragraph: a cue after a stop or in brackets, a sign, a headline, and then the
 * text goes on, or the paragraph ends. Null where it doesn't show where the headline ends.
 */
export function announcementAt(
  { text, words, blocks }: Article,
  { start, end }: Shape,
  b: number,
  w: number,
  judgement: Judgement | null,
): Unnumbered | null {
  const at = words.start[w];
  const before = backOverBlanks(text, at, start);
  const bracket = before > start && BRACKETS.has(text[before - 1]);
  if (before > start && !bracket && !isStop(text.charCodeAt(before - 1))) return null;
  const cue = leadingCue(plain(text, at, Math.min(end, at + CUE_LENGTH)));
  if (cue?.phrase.kind !== 'related' || cue.phrase.words < 2) return null;
  const first = w + cue.phrase.words;
  const last = blocks.firstWord[b + 1];
  // Where the cue's last word is glued to what follows, nothing tells where it ends.
  if (
    first >= last ||
    plain(text, at, words.end[first - 1]) !== cue.text ||
    !/^\s*(?:[:|»›]|\.\.|…)/.test(text.slice(words.end[first - 1], words.start[first]))
  )
    return null;
  const known = knownHeadline(words, first, last, judgement);
  const shown = known > 0 ? 0 : headlineEnd({ text, words }, first, last, bracket ? BRACKETS.get(text[before - 1])! : '');
  const headlineStop = known > 0 ? words.end[first + known - 1] : shown || lastLine({ text, words }, first, last, end);
  if (headlineStop === 0) return null;
  // Brackets and the headline's own stop go with it.
  const from = bracket ? before - 1 : at;
  let to = headlineStop;
  if (bracket && text[to] === BRACKETS.get(text[before - 1])) to++;
  else if (!bracket) while (to < end && isStop(text.charCodeAt(to))) to++;
  return {
    start: from,
    end: to,
    kind: 'related',
    // Another headline may begin with all words of this one, and so may a sentence.
    confidence: known > 0 && isOver(text, headlineStop, end) ? SURE.headline : SURE.shape,
    evidence: { phrase: cue.text, ...(known > 0 && { words: known }) },
    note: false,
  };
}

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
]);

/** Whether nothing goes on at `at`: the block ends there, or a stop, a closing bracket or a wider gap follows. */
const isOver = (text: string, at: number, end: number): boolean =>
  at >= end || isStop(text.charCodeAt(at)) || ')]»'.includes(text[at]) || /^\s{2}/.test(text.slice(at, at + 2));

/** Where the paragraph ends, if it ends with a headline that begins with word `first`: not too long, and without a stop; 0 where it doesn't. */
function lastLine({ text, words }: Pick<Article, 'text' | 'words'>, first: number, last: number, end: number): number {
  const count = last - first;
  if (count < HEADLINE_WORDS.least || count > HEADLINE_WORDS.most) return 0;
  for (let at = words.start[first]; at < end; at++) if (isStop(text.charCodeAt(at)) && text[at] !== '؟') return 0;
  return backOverBlanks(text, end, words.end[last - 1]);
}

/** Words of the longest headline of the corpus that begins with word `first`; 0 where none does. */
function knownHeadline(words: Article['words'], first: number, last: number, judgement: Judgement | null): number {
  if (!judgement || first + OPENING > last) return 0;
  const candidates = judgement.lines.openings.get(runKey(words, first, first + OPENING)) ?? [];
  return candidates.find(([count, key]) => first + count <= last && key === runKey(words, first, first + count))?.[0] ?? 0;
}

/**
 * Where a headline that begins with word `first` ends, as far as the text shows it: before the bracket that closes, a wider gap, or a word
 * that goes on with the story, and after a stop; 0 where it shows no end within a headline's length.
 */
function headlineEnd({ text, words }: Pick<Article, 'text' | 'words'>, first: number, last: number, closing: string): number {
  for (let w = first; w < last && w - first < HEADLINE_WORDS.most; w++) {
    const next = w + 1 < last ? words.start[w + 1] : words.end[w] + 1;
    const between = text.slice(words.end[w], next);
    if (closing !== '') {
      if (between.includes(closing)) return words.end[w] + between.indexOf(closing);
      continue;
    }
    const count = w - first + 1;
    if (count < HEADLINE_WORDS.least || w + 1 >= last) continue;
    if (/^[ \t]{2,}/.test(between) || isStop(between.charCodeAt(0))) return words.end[w];
    if (/^\s+$/.test(between) && continues(plain(text, words.start[w + 1], words.end[w + 1]))) return words.end[w];
  }
  return 0;
}
