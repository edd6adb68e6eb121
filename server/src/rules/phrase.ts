/**
 * Words of ours to say in whatever language: a key into the messages of the rule or the words that all share, and what
 * fills the `{slots}` of its template. A key that no table has is said as it stands.
 */
export interface Phrase {
  readonly key: string;
  readonly slots?: Slots;
}

/** What fills the `{slots}` of a template: text of others, which is set apart from the sentence around it, numbers, or words of ours. */
export type Slots = Readonly<Record<string, string | number | Phrase>>;

/**
 * A sentence, or a piece of one, whose `{slots}` are to be filled. What stands between backticks is of another script than the sentence,
 * such as the name of an option, and is set apart without them.
 */
export type Template = string | Plural;

/** A template in the forms that the number in slot `by` asks for; `other` stands in for those that aren't given. Numbers are shown grouped. */
export interface Plural extends Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> {
  readonly by: string;
  readonly other: string;
}

/** Templates by key. */
export type Templates = Readonly<Record<string, Template>>;
