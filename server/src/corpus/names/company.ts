/**
 * Whether two words keep the same company: are the rarer one's neighbours drawn from the commoner's, or from all words?
 * سيرغي before both is worth six nats and more, في none.
 */

/** Nats that one neighbour word can be worth. */
const MOST = 6;
/**
 * Words that stand before many a name (محمد, الرئيس, بن) tell a class of names, no name: more than this share of all words, and so many, as in a
 * small corpus no word is common. Such a word is worth less.
 */
export const COMMON = { share: 2e-4, count: 60 };
const COMMON_WORTH = 0.35;
/** Words that stand more often than this, among so many, stand beside anybody. */
export const commonFrom = (total: number): number => Math.max(COMMON.count, COMMON.share * total);

/** Neighbours rarer than this share of all words are telling when they are missing, too, if they stand elsewhere at all. */
const TELLING = 1e-3;
/** Neighbours count like so many independent ones at most: two words of one field share many, but each is weak. */
const INDEPENDENT = 4;
/** A spelling with this many neighbours on a side shows by them whom it names. */
const ENOUGH = 5;
/** One of them with at least this share is its constant companion, and a stranger to the other spelling where its share is so many times less. */
const CONSTANT = 0.2;
const STRANGER = 8;
/** What it costs that each spelling has a constant companion who is a stranger to the other: فلاديمير بوتين, فولوديمير زيلينسكي. */
const TWO_MEN = -6;
/** The right side tells less: verbs and adjectives follow anybody. */
const RIGHT = 0.7;
/** Nats that company can be worth. */
export const LEAST_COMPANY = -7;
export const MOST_COMPANY = 8;

/** Log-odds for one side. `counts` are occurrences of all words by number, `total` their sum. `tally` is scratch, zero by number. */
function side(rarer: Uint32Array, commoner: Uint32Array, counts: Uint32Array, total: number, tally: Uint32Array): number {
  if (rarer.length === 0 || commoner.length === 0) return 0;
  for (const word of commoner) tally[word]++;
  const own = new Map<number, number>();
  for (const word of rarer) own.set(word, (own.get(word) ?? 0) + 1);
  let sum = 0;
  let strange = false;
  for (const [word, times] of own) {
    const background = (counts[word] + 1) / total;
    // Of few neighbours each is less of a proof.
    const expected = tally[word] === 0 ? 0 : tally[word] / (commoner.length + 4);
    const odds = Math.log((0.5 * expected + 0.5 * background) / background);
    if (odds > 0) {
      const isCommon = background > COMMON.share && counts[word] > COMMON.count;
      sum += Math.min(MOST, odds) * times * (isCommon ? COMMON_WORTH : 1);
    } else if (background < TELLING && counts[word] > times) sum += odds * times;
    if (isStrange(times, rarer.length, tally[word], commoner.length)) strange = true;
  }
  sum *= Math.min(1, INDEPENDENT / rarer.length);
  if (strange) {
    for (const word of commoner) {
      if (tally[word] === 0 || !isStrange(tally[word], commoner.length, own.get(word) ?? 0, rarer.length)) continue;
      sum = Math.min(sum, 0) + TWO_MEN;
      break;
    }
  }
  for (const word of commoner) tally[word] = 0;
  return sum;
}

/** Whether a companion `times` among `all` of one spelling is a stranger to the other, who has it `otherTimes` among `otherAll`. */
const isStrange = (times: number, all: number, otherTimes: number, otherAll: number): boolean =>
  all >= ENOUGH && times >= 3 && times > CONSTANT * all && otherTimes * all * STRANGER < times * otherAll;

/** Log-odds that two words name the same, by the words before and after them. */
export function sharedCompany(
  lefts: readonly [rarer: Uint32Array, commoner: Uint32Array],
  rights: readonly [rarer: Uint32Array, commoner: Uint32Array],
  counts: Uint32Array,
  total: number,
  tally: Uint32Array,
): number {
  const left = side(lefts[0], lefts[1], counts, total, tally);
  const right = side(rights[0], rights[1], counts, total, tally);
  return Math.max(LEAST_COMPANY, Math.min(MOST_COMPANY, left + RIGHT * right));
}
