import type { Judgement } from '../corpus/evidence';
import type { Leftovers } from '../corpus/leftovers/leftovers';
import type { Article } from '../text/article';
import type { Facts } from './facts';
import { Holds } from './holdings';
import type { Phrase, Slots, Templates } from './phrase';

/** What rules are listed under. */
export type Group = 'boilerplate' | 'names' | 'quotes' | 'characters' | 'typography' | 'spelling' | 'duplicates' | 'privacy' | 'file';
/** How much a finding weighs, the gravest first. */
export type Severity = 'error' | 'warning' | 'info';

/** Replaces the text from `start` to `end` (UTF-16 offsets of the article) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What mends a problem. */
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

/** What a rule knows beside the article. */
export interface Context<Options> {
  readonly options: Options;
  /** What the corpus decided; null while the evidence isn't in. */
  readonly judgement: Judgement | null;
  /** What the site put there. Problems inside are dropped for the rule by the engine. */
  readonly leftovers: Leftovers;
  /** What several rules ask of the article. */
  readonly facts: Facts;
}

/** What options of the right shape say that makes no sense, in the words of the configuration, and the keys that lead there: slot `key`. */
export interface Mistake {
  readonly path: readonly string[];
  readonly what: Phrase;
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
  /** What may be set one by one: each is the `data.kind` of its findings and the key of their message, and may have a severity of its own. */
  readonly kinds: readonly string[];
  /** What a configuration says of the options that makes no sense. */
  mistakes(options: Options): readonly Mistake[];
  check(article: Article, context: Context<Options>): Iterable<Problem>;
}

/** What most rules leave unsaid: they are always asked, are silent inside leftovers, and take whatever has the shape of their options. */
const UNSAID = { needs: Holds.ANYTHING, readsLeftovers: false, mistakes: (): readonly Mistake[] => [] } as const;

/** A rule as it is written down. */
interface Stated<Options extends object>
  extends Omit<Rule<Options>, keyof typeof UNSAID | 'kinds' | 'messages'>,
    Partial<Pick<Rule<Options>, keyof typeof UNSAID>> {
  /** The message of each kind; most rules have none. */
  readonly kinds?: Templates;
  /** All other messages, and the titles of fixes. */
  readonly messages?: Templates;
}

/**
 * States a rule. Its options' type is inferred here and forgotten after: the engine hands each rule the options that were
 * checked against its own defaults.
 */
export const rule = <Options extends object>({ kinds = {}, messages = {}, ...value }: Stated<Options>): Rule =>
  ({ ...UNSAID, ...value, kinds: Object.keys(kinds), messages: { ...kinds, ...messages } }) as unknown as Rule;
