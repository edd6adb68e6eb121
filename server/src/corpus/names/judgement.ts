import { HOUSE_LETTERS } from '../../text/characters';
import { hashWord, keyOf } from '../../text/hash';

export const NAME_KINDS = ['transliteration', 'typo', 'hamza', 'place', 'demonym', 'calendar', 'loanword', 'joined'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Kinds that houses decide on. */
export const HOUSE_CHOICES: ReadonlySet<NameKind> = new Set(['place', 'demonym', 'calendar', 'loanword', 'hamza']);

/** Keys of words (`nameKey`) by source, sorted, each as often as the source has it so. */
export type KeysBySource = Readonly<Record<string, readonly number[]>>;

/** The telling words right before and right after a spelling. */
export interface Company {
  readonly before: KeysBySource;
  readonly after: KeysBySource;
  /** Of a name with a short spelling: the keys, each once and sorted, of those that are spelt like foreign names, and of their other spellings. */
  readonly namesBefore: readonly number[];
  readonly namesAfter: readonly number[];
  /** The keys of the word that nearly always stands there, sorted; empty where no word does. */
  readonly alwaysBefore: readonly number[];
  readonly alwaysAfter: readonly number[];
}

/** One spelling of a name, without proclitics. */
export interface NameForm {
  readonly form: string;
  readonly count: number;
  readonly articles: number;
  /** Probability that it is the name of the first form; 1 for that one itself. */
  readonly confidence: number;
  /** Raw scores against the first form, in nats. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Log-likelihood of its letters among those of names. */
  readonly likelihood?: number;
  /** Of a given name: the keys of words that may be family names and stand right after this spelling. */
  readonly bearers?: KeysBySource;
  /** Of a name that isn't a house's choice: whom it stands beside. */
  readonly company?: Company;
  /**
   * Occurrences and articles by source, in the order of the sources' names. What a source has from its own articles once more counts
   * for none; where it makes more articles hold the form, these are told, too.
   */
  readonly sources: Readonly<Record<string, readonly [count: number, articles: number, holding?: number]>>;
}

/** Spellings of one name, the one that people want first, or else the one in most articles. */
export interface NameCluster {
  readonly kind: NameKind;
  /** Of the least certain form. */
  readonly confidence: number;
  readonly forms: readonly NameForm[];
  /** People decided that it is one name. */
  readonly decided?: true;
  /** People want the first form to be written. */
  readonly pinned?: true;
  /** The corpus is large: where its articles don't tell which spelling is the one to write, either may be. In a small one few could tell. */
  readonly hasManyWitnesses?: true;
}

/** A word that is a form of a cluster, proclitics and all. */
export interface NameWord {
  readonly cluster: number;
  readonly form: number;
  /** Letters of the word before the form. */
  readonly prefix: number;
  /** Letters of the form that the word lacks after its proclitics: the ال that لل has swallowed. */
  readonly swallowed: number;
  /** Letters of the word after the form, where names inflect. */
  readonly ending?: number;
}

/** What the corpus decided about names. */
export interface NamesJudgement {
  /** The largest first, by articles; ties in code-point order of the first form. */
  readonly clusters: readonly NameCluster[];
  /** By the key of the folded word (`nameKey`). */
  readonly words: ReadonlyMap<number, NameWord>;
  /** A bit per `FILTER_BITS` lowest bits of a word's high hash: set where some word of `words` has them. */
  readonly filter: Uint32Array;
  /** The lines of the decisions that speak of names of this corpus. */
  readonly met: readonly number[];
}

/** A name of two words that is written in one piece, too: عبدالله, عبد الله. Its kind is `joined`. */
export interface Compound extends NameCluster {
  /** Many bear it, so that two places may name two men. */
  readonly isShared: boolean;
}

/** A word, or two side by side, that is a form of a compound, proclitics and all. */
export type CompoundWord = Pick<NameWord, 'cluster' | 'form' | 'prefix'>;

/** The names of two words that the corpus writes in one piece and in two. */
export interface Compounds {
  /** The largest first, by articles. */
  readonly clusters: readonly Compound[];
  /** By the key of the folded word (`nameKey`), or of both words (`runKey`). */
  readonly words: ReadonlyMap<number, CompoundWord>;
  /** Keys of words that stand beside anybody, sorted. */
  readonly common: Float64Array;
}

/** What the corpus decided about Arabic names. The filter knows the words of compounds, too: of what stands apart, the first. */
export interface ArabicNames extends NamesJudgement {
  readonly compounds: Compounds;
}

const FILTER_BITS = 18;
/** Worked out once: a power for every word of the corpus takes longer than the look-up. */
const FILTER_MASK = (1 << FILTER_BITS) - 1;

export const emptyFilter = (): Uint32Array => new Uint32Array(1 << (FILTER_BITS - 5));

export function addToFilter(filter: Uint32Array, word: string): void {
  const bit = hashWord(word)[0] & FILTER_MASK;
  filter[bit >>> 5] |= 1 << (bit & 31);
}

/** Whether a word whose hash has this high half may be in `NamesJudgement.words`. */
export function isInFilter(filter: Uint32Array, high: number): boolean {
  const bit = high & FILTER_MASK;
  return (filter[bit >>> 5] & (1 << (bit & 31))) !== 0;
}

/** The key of a word in `NamesJudgement.words`. */
export const nameKey = (word: string): number => keyOf(...hashWord(word));

/** The name that a word with this hash is a form of. Most words are none, which costs one look at the filter. */
export function nameOf(judgement: NamesJudgement, high: number, low: number): NameWord | undefined {
  if (!isInFilter(judgement.filter, high)) return undefined;
  return judgement.words.get(keyOf(high, low));
}

/** A cluster as the list of names prints it. */
export interface NameRow {
  readonly preferred: string;
  readonly forms: readonly { readonly form: string; readonly count: number; readonly articles: number }[];
  readonly kind: NameKind;
  readonly confidence: number;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** By source: occurrences and articles of each form that it writes. */
  readonly sources: Readonly<Record<string, Readonly<Record<string, readonly [count: number, articles: number]>>>>;
  /** People decided that it is one name; people want `preferred` to be written. */
  readonly decided?: true;
  readonly pinned?: true;
}

/** The clusters as rows, the largest first. */
export function listNames(clusters: readonly NameCluster[]): NameRow[] {
  return clusters.map(({ forms, kind, confidence, decided, pinned }) => {
    const sources: Record<string, Record<string, readonly [number, number]>> = {};
    for (const name of [...new Set(forms.flatMap((form) => Object.keys(form.sources)))].sort()) {
      sources[name] = Object.fromEntries(
        forms.flatMap(({ form, sources }) => {
          if (!sources[name]) return [];
          const [count, articles] = sources[name];
          return [[form, [count, articles] as const]];
        }),
      );
    }
    return {
      preferred: forms[0].form,
      forms: forms.map(({ form, count, articles }) => ({ form, count, articles })),
      kind,
      confidence,
      evidence: Object.fromEntries(forms.slice(1).map(({ form, evidence }) => [form, evidence])),
      sources,
      ...(decided && { decided }),
      ...(pinned && { pinned }),
    };
  });
}

/** A form without what each house writes in its own way: hamza seats, ى for ي, ه for ة. */
export const withoutHamza = (form: string): string => form.replace(/[أإآىئؤة]/g, (letter) => HOUSE_LETTERS[letter]);
