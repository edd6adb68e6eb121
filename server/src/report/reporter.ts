import type { CheckedArticle } from '../engine/checked';
import type { Language } from '../engine/message';

/** What a run came to. */
export interface Totals {
  readonly articles: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings whose first fix is safe. */
  readonly fixable: number;
  /** Articles that fixes changed, or would. */
  readonly changed: number;
  readonly seconds: number;
}

/** Turns a run into text, article by article, in the order of their files. */
export interface Reporter {
  /** In pieces: what a page holds a million times doesn't fit into one string. */
  article(checked: CheckedArticle): readonly string[];
  end(totals: Totals): string;
}

/** How a reporter is to write. */
export interface ReportOptions {
  readonly colors: boolean;
  /** Findings alone. */
  readonly quiet: boolean;
  readonly language: Language;
}

interface Format {
  /** The reporter reads `excerpts`. */
  readonly excerpts?: boolean;
  create(options: ReportOptions): Promise<Reporter>;
}

/** Every format that `check` can write. A format joins by a line here. */
export const FORMATS: Readonly<Record<string, Format>> = {
  text: { excerpts: true, create: async (options) => (await import('./text')).textReporter(options) },
  jsonl: { create: async () => (await import('./jsonl')).jsonlReporter() },
  github: { create: async (options) => (await import('./github')).githubReporter(options) },
};
