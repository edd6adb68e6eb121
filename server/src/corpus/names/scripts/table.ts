/** What is known of names in one script. Letters are those of `plain`. */
export interface ScriptTable {
  readonly script: number;
  /** ISO 639 codes of the languages whose names inflect as the table says, or not at all. */
  readonly tongues: readonly string[];
  /** The letters that a word is compared by. As many as the word has, so that offsets hold, or the word is no name. */
  plain(word: string): string;
  /** What a written word must look like to be a name. */
  readonly shape: RegExp;
  /** Names begin with a capital: what stands in lower case, too, is a word. Where there are no capitals, a name is known by the word before it alone. */
  readonly capitals: boolean;
  /** Spellings of one sound, which need no other witness. */
  readonly sounds: readonly (readonly [RegExp, string])[];
  readonly vowels: RegExp;
  /** Consonants that are written for one another, by class; those that aren't here stand for themselves. */
  readonly classes: Readonly<Record<string, string>>;
  /** Endings that inflect a name: they stay as they are. */
  readonly endings: RegExp | null;
  /** What stands between two consonants of a name in one case and not in another: Павел, Павла; Харків, Харкова. */
  readonly fleeting: RegExp | null;
  /** Words before a name that don't tell whose it is. */
  readonly titles: ReadonlySet<string>;
}
