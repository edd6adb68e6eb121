import type { Reporter } from './reporter';

/** A finding a line, then a summary. */
export const jsonlReporter = (): Reporter => ({
  article: ({ rows }) => rows.map((row) => `${row}\n`),
  end({ articles, errors, warnings, infos, fixable, seconds }) {
    return `${JSON.stringify({ summary: { articles, errors, warnings, infos, fixable, seconds } })}\n`;
  },
});
