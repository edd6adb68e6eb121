/**
 * Something about a block that speaks for or against its being a leftover. Its weight stands in the table of weights under
 * its name; one without a weight there says nothing.
 */
export interface Sign {
  readonly name: string;
  /** What the block would be, where the sign tells. */
  readonly kind?: string;
  /** What a reader is told of it: numbers, and the words that were recognised. */
  readonly told?: Readonly<Record<string, unknown>>;
}

/** How much of a page came along with an article: nothing, a few lines, or about all of it. */
export const LEVELS = ['text', 'mixed', 'page'] as const;
export type Level = (typeof LEVELS)[number];

/** Before the first paragraph of an article's own, between its paragraphs, after the last; `none` where it has no paragraph. */
export const ZONES = ['head', 'body', 'tail', 'none'] as const;
export type Zone = (typeof ZONES)[number];

/** Signs of which there is one for each level, made once. */
export type ByLevel = Readonly<Record<Level, Sign>>;
export const byLevel = (name: string): ByLevel =>
  Object.fromEntries(LEVELS.map((level) => [level, { name: `${level}: ${name}` }])) as Record<Level, Sign>;
