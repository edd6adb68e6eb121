import { isTitled } from '../corpus/headline';
import type { Leftover } from '../corpus/leftovers/leftovers';
import type { Article } from '../text/article';
import { shorten } from '../text/excerpt';
import { removal } from './removal';
import type { Context, Edit, Problem } from './rule';

/** Kinds that are another story's headline, or this one's a second time. */
const HEADLINES: ReadonlySet<string> = new Set(['related-headline', 'repeated-headline']);

/** Which of the three rules reports a leftover. */
export type LeftoverClass = 'site' | 'headline' | 'note';

const classOf = ({ kind, note }: Leftover): LeftoverClass => (note ? 'note' : HEADLINES.has(kind) ? 'headline' : 'site');

/** Surer than this, and no reader could want the text: it may go unattended. Headlines are an editor's choice at any confidence. */
export const SAFE_LEFTOVER = 0.95;

/** Every kind has its message under its own name; the titles are `remove` and `removeBlock`. */
export function* leftoverProblems(article: Article, { leftovers }: Context<object>, wanted: LeftoverClass): Generator<Problem> {
  const { all } = leftovers;
  if (!all.some((leftover) => classOf(leftover) === wanted)) return;
  /** Where each run begins and ends, of how many leftovers it is, and the edit that takes it out: it may be as long as the article. */
  const runs: { start: number; end: number; count: number; edit?: Edit }[] = [];
  for (const { start, end, block } of all) {
    runs[block] ??= { start, end, count: 0 };
    runs[block].end = end;
    runs[block].count++;
  }
  // Where nothing else is there, what a page brought along tells that its article was lost: that is not ours to empty.
  const isAll =
    wanted === 'site' && all.length > 0 && Array.from(article.blocks.start).every((start, b) => leftovers.covers(start, article.blocks.end[b]));
  for (const leftover of all) {
    if (classOf(leftover) !== wanted) continue;
    const { start, end, kind, confidence, evidence, block } = leftover;
    const run = runs[block];
    const safe =
      wanted === 'site' &&
      confidence >= SAFE_LEFTOVER &&
      !isWeak(leftover) &&
      !isAll &&
      !mayBeTitle(article, leftovers, leftover) &&
      !isSentence(article, leftover);
    const fixes = [{ title: 'remove', safe, edits: [removal(article, start, end)] }];
    if (run.count > 1) {
      run.edit ??= removal(article, run.start, run.end);
      fixes.push({ title: 'removeBlock', safe: false, edits: [run.edit] });
    }
    yield {
      start,
      end,
      message: messageOf(leftover),
      slots: { text: shorten(article.text.slice(start, end), SHOWN), ...numbers(evidence) },
      fixes,
      data: { kind, block, confidence, evidence },
    };
  }
}

/** Whether a leftover that stands first may be the headline: nothing else is, and it holds words of somebody's. */
function mayBeTitle(article: Article, leftovers: Context<object>['leftovers'], { start, kind }: Leftover): boolean {
  const { blocks } = article;
  return start === blocks.start[0] && kind !== 'markup' && !isTitled(article, (b) => leftovers.covers(blocks.start[b], blocks.end[b]));
}

/**
 * Log-odds of nine in ten. Confidence is counted on labelled outlets, in turn left out, of which even weak leftovers proved to be some; on sites
 * that nobody has seen the signs themselves must say as much.
 */
const LEAST_SAFE_ODDS = 2.2;
const isWeak = ({ evidence: { odds } }: Leftover): boolean => typeof odds === 'number' && odds < LEAST_SAFE_ODDS;

/** Whether all that speaks against a whole sentence is that other articles hold it too: agencies end story after story with the same background. */
function isSentence(article: Article, { start, end, kind }: Leftover): boolean {
  return kind === 'repeated' && SENTENCE.test(article.text.slice(start, end));
}

/** Four words or more, and a stop behind them. */
const SENTENCE = /(?:\p{L}\S*\s+){3}.*\p{L}\S*[.!?؟…]\s*$/su;

/** The kind's message; of a line that a source repeats, the one that says where it does. */
function messageOf({ kind, evidence }: Leftover): string {
  if (kind !== 'repeated') return kind;
  return evidence.zone === 'head' ? 'repeatedFirst' : evidence.zone === 'tail' ? 'repeatedLast' : kind;
}

const numbers = (evidence: Leftover['evidence']): Record<string, number | string> =>
  Object.fromEntries(
    Object.entries(evidence).filter((entry): entry is [string, number | string] => typeof entry[1] === 'number' || typeof entry[1] === 'string'),
  );

/** UTF-16 units of a leftover that a message shows. */
const SHOWN = 60;
