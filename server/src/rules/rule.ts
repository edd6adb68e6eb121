import type { Judgement } from '../corpus/evidence';
import type { Leftovers } from '../corpus/leftovers/leftovers';
import type { Article } from '../text/article';
import type { Facts } from './facts';
import { Holds } from './holdings';
import type { Slots, Templates } from './phrase';

export type Group = 'boilerplate' | 'names' | 'quotes' | 'characters' | 'typography' | 'spelling' | 'duplicates' | 'privacy' | 'file';
export type Severity = 'error' | 'warning' | 'info';

/** Replaces the text from `start` to `end` (UTF-16 offsets of the article) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Fix {
  /** Key into the rule's `messages`; the message is a verb phrase, such as `Write {word}`. */
  readonly title: string;
  readonly slots?: Slots;
  /** No reader could want the old text. Only safe fixes run unattended. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** What a rule saw, before it is stamped with file and severity. Offsets are UTF-16 units of the article's text. */
export interface Problem {
  readonly start: number;
  readonly end: number;
  /** Key into the rule's `messages`. */
  readonly message: string;
  readonly slots?: Slots;
  /** Best first. */
  readonly fixes?: readonly Fix[];
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface Context<Options> {
  readonly options: Options;
  /** What the corpus decided; null while the evidence isn't in. */
  readonly judgement: Judgement | null;
  /** What the site put there. Problems inside are dropped for the rule by the engine. */
  readonly leftovers: Leftovers;
  /** What several rules ask of the article. */
  readonly facts: Facts;
}

/** A rule is a value: its page is `<id>.md` beside it, its tests are the page's blocks. */
export interface Rule<Options extends object = object> {
  /** File, setting and page share this name: adjective-noun, singular, what is wrong. */
  readonly id: string;
  readonly group: Group;
  readonly severity: Severity;
  /** One line for lists. */
  readonly summary: string;
  /** The page, Markdown; what stands before the first `##` is the hover. */
  readonly page: string;
  /** Message templates by key, English; `messages.ar.ts` has the Arabic. `{slot}` is filled from the problem's slots. */
  readonly messages: Templates;
  /** Options with their defaults. */
  readonly options: Options;
  /** Bits of `Holds`: the rule has nothing to say of an article that holds none of them. */
  readonly needs: number;
  /** The rule reports leftovers themselves; all other rules are silent inside them. */
  readonly readsLeftovers: boolean;
  /**
   * Each finding's `data.kind` is the key of its message, and may have a severity of its own. Messages that are titles of fixes
   * (`TITLES`) are no kinds.
   */
  readonly hasKinds: boolean;
  check(article: Article, context: Context<Options>): Iterable<Problem>;
}

/** Keys of the messages that are titles of fixes in rules with kinds, or say of the kind `repeated` where it stands. */
const TITLES: ReadonlySet<string> = new Set(['part', 'remove', 'removeBlock', 'repeatedFirst', 'repeatedLast']);

/** The kinds of a rule that may be set one by one. */
export const kindsOf = ({ hasKinds, messages }: Rule): string[] => (hasKinds ? Object.keys(messages).filter((key) => !TITLES.has(key)) : []);

/** What most rules leave unsaid: they are always asked, are silent inside leftovers, and have no kinds. */
const UNSAID = { needs: Holds.ANYTHING, readsLeftovers: false, hasKinds: false } as const;
type Stated<Options extends object> = Omit<Rule<Options>, keyof typeof UNSAID> & Partial<Pick<Rule, keyof typeof UNSAID>>;

/**
 * States a rule. Its options' type is inferred here and forgotten after: the engine hands each rule the options that were
 * checked against its own defaults.
 */
export const rule = <Options extends object>(value: Stated<Options>): Rule => ({ ...UNSAID, ...value }) as unknown as Rule;
