import type { Article } from '../../../text/article';
import { foldWord, keyOf, runKey } from '../../../text/hash';
import { AFTER_BREAK, SCRIPT_BITS, Script } from '../../../text/scan';
import { type ArabicNames, type Compound, type Compounds, type NameForm, nameKey } from '../judgement';
import { mayBeNames, startAfter } from '../mentions';
import { isPhrase, LINEAGE } from './parts';

/** Where a name of two words stands in an article, in one piece or in two. Offsets are UTF-16 units, without proclitics. */
export interface CompoundMention {
  readonly start: number;
  readonly end: number;
  /** The blank between its words, or the place where it would be. */
  readonly blank: readonly [start: number, end: number];
  readonly form: NameForm;
  /** The words that it is made of: the first and the last. */
  readonly first: number;
  readonly last: number;
}

/** The places of names that the corpus writes in one piece and in two, in reading order. Nothing but blanks parts two words of a name. */
export function compoundsIn({ text, words }: Article, { compounds, filter }: ArabicNames): Map<Compound, CompoundMention[]> {
  const found = new Map<Compound, CompoundMention[]>();
  if (compounds.clusters.length === 0) return found;
  const { hash, kind, start, end, count } = words;
  for (const w of mayBeNames(words, filter)) {
    if ((kind[w] & SCRIPT_BITS) !== Script.ARABIC) continue;
    const whole = compounds.words.get(keyOf(hash[2 * w], hash[2 * w + 1]));
    const isPair = !whole && w + 1 < count && (kind[w + 1] & AFTER_BREAK) === 0 && areBlanks(text, end[w], start[w + 1]);
    const name = whole ?? (isPair ? compounds.words.get(runKey(words, w, w + 2)) : undefined);
    if (!name) continue;
    const compound = compounds.clusters[name.cluster];
    const form = compound.forms[name.form];
    if (!whole && name.prefix === 0 && w > 0 && (kind[w] & AFTER_BREAK) === 0) {
      if (isPhrase(foldWord(text, start[w - 1], end[w - 1]), form.form.split(' ')[0])) continue;
    }
    const from = startAfter(text, start[w], end[w], name.prefix);
    const parting = startAfter(text, start[w], end[w], name.prefix + lettersOfFirst(compound));
    const mention: CompoundMention = whole
      ? { start: from, end: end[w], blank: [parting, parting], form, first: w, last: w }
      : { start: from, end: end[w + 1], blank: [end[w], start[w + 1]], form, first: w, last: w + 1 };
    const known = found.get(compound);
    if (known) known.push(mention);
    else found.set(compound, [mention]);
  }
  return found;
}

/** Whether a name is written in two pieces. */
export const isApart = ({ form }: NameForm): boolean => form.includes(' ');

const lettersOfFirst = ({ forms }: Compound): number => forms.find(isApart)!.form.indexOf(' ');

/** A tab, or what ends a line for some readers, is no blank between two words of a name. */
const areBlanks = (text: string, start: number, end: number): boolean => /^[ \u00A0]+$/.test(text.slice(start, end));

const LINEAGE_KEYS = new Set(LINEAGE.map(nameKey));

/** A word beside a name, beyond what tells of fathers; 0 where something parts them. */
interface Neighbour {
  readonly key: number;
  /** Many a name has this word beside it. */
  readonly isCommon: boolean;
  readonly isFather: boolean;
}

/** Whether two places of one name surely speak of one bearer: of a place or firm there is one, of a man a telling word beside him says so. */
export function haveOneBearer(article: Article, { common }: Compounds, { isShared }: Compound, a: CompoundMention, b: CompoundMention): boolean {
  if (!isShared) return true;
  const [[leftA, rightA], [leftB, rightB]] = [a, b].map(({ first, last }) => [
    neighbourOf(article, common, first, -1),
    neighbourOf(article, common, last, 1),
  ]);
  if (rightA.key !== 0 && rightA.key === rightB.key && (!rightA.isCommon || rightA.isFather)) return true;
  if (leftA.key === 0 || leftA.key !== leftB.key) return false;
  if (leftA.isFather && leftB.isFather) return true;
  // Of one title, but with other family names.
  const mayDiffer = [rightA, rightB].every(({ key, isCommon, isFather }) => key !== 0 && (!isCommon || isFather));
  return !leftA.isCommon && !mayDiffer;
}

/** What `haveOneBearer` asks of a place: of two places that say the same, one is enough. */
export function bearing(article: Article, { common }: Compounds, { first, last }: CompoundMention): string {
  return JSON.stringify([neighbourOf(article, common, first, -1), neighbourOf(article, common, last, 1)]);
}

function neighbourOf({ words }: Article, common: Float64Array, w: number, step: 1 | -1): Neighbour {
  let isFather = false;
  for (let at = w; ; ) {
    if (step === -1 && (words.kind[at] & AFTER_BREAK) !== 0) break;
    at += step;
    if (at < 0 || at >= words.count || (step === 1 && (words.kind[at] & AFTER_BREAK) !== 0)) break;
    const key = keyOf(words.hash[2 * at], words.hash[2 * at + 1]);
    if (!LINEAGE_KEYS.has(key)) return { key, isCommon: isAmong(common, key), isFather };
    isFather = true;
  }
  return { key: 0, isCommon: true, isFather };
}

/** Whether a sorted list holds a key. */
function isAmong(keys: Float64Array, key: number): boolean {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (keys[middle] < key) from = middle + 1;
    else to = middle;
  }
  return keys[from] === key;
}
