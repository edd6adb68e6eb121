import type { Article } from '../text/article';
import { CLASS, Class } from '../text/characters';
import { finish, keyOf, SEED_HIGH, SEED_LOW, stepHigh, stepLow } from '../text/hash';

/** Two digits of one set differ in these bits alone, more or less: what is left tells the set, not the digit. */
const DIGIT_BITS = 0xf;

/** No UTF-16 unit. */
const NONE = -1;

/**
 * What each block votes by, 64 bits a block, high half first: equal only where everything is equal that a facet may tell of
 * a block: its text (numbers aside) and the language of the article. So it doesn't matter which of several articles that
 * share a block is counted for it. A block that stands in the article before has no vote: both halves are 0.
 */
export function ballotsOf(article: Article): Uint32Array {
  const { text, blocks, language } = article;
  const ballots = new Uint32Array(2 * blocks.count);
  const seen = new Set<number>();
  for (let b = 0; b < blocks.count; b++) {
    const [start, end] = [blocks.start[b], blocks.end[b]];
    let high = stepHigh(SEED_HIGH, language.charCodeAt(0));
    let low = stepLow(SEED_LOW, language.charCodeAt(0));
    let digits = false;
    // Two units are hashed in one step: the first waits for the second.
    let waiting = NONE;
    for (let i = start; i < end; i++) {
      let unit = text.charCodeAt(i);
      if (CLASS[unit] === Class.DIGIT) {
        if (digits) continue;
        digits = true;
        unit &= ~DIGIT_BITS;
      } else digits = false;
      if (waiting === NONE) {
        waiting = unit;
        continue;
      }
      high = stepHigh(high, (waiting << 16) | unit);
      low = stepLow(low, (waiting << 16) | unit);
      waiting = NONE;
    }
    high = finish(stepHigh(high, waiting));
    low = finish(stepLow(low, waiting));
    if (seen.has(keyOf(high, low))) continue;
    seen.add(keyOf(high, low));
    ballots[2 * b] = high;
    ballots[2 * b + 1] = low;
  }
  return ballots;
}
