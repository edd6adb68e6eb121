import { rules } from '../rules/index';

/** A configuration that says what holds without it, and how to change that. */
export function configTemplate(): string {
  const levels = rules.flatMap(({ id, severity, summary, options }) => {
    const value = Object.keys(options).length > 0 ? { severity, ...options } : severity;
    return ['', `    // ${summary}`, `    // ${JSON.stringify(id)}: ${JSON.stringify(value)},`];
  });
  return `// The corpus that corpuslint checks: this folder with all that is in it. Nothing here is needed; what stands in comments is
// what holds without it. The nearest file of this name, upward of an article, is the one that counts.
{
  // Which files are articles: globs, relative to this folder. What .gitignore and .corpuslintignore leave out is none.
  "include": ["**/*.txt"],
  "exclude": [],

  // Which part of a path names the outlet that published an article. Without it, that is the folder.
  // "source": "**/{source}_*.txt",

  // Lines that the sites of this corpus put around their articles, beside those that are recognised anyway.
  "boilerplate": { "phrases": [] },

  // Spellings to write wherever a name has several, whatever the outlet.
  "names": { "prefer": [] },

  // "off", "info", "warning" or "error", by rule. "corpuslint explain RULE" shows what a rule does. Some have kinds, which may be
  // set one by one: { "kinds": { "share": "off" } }.
  "rules": {${levels.join('\n').replace(/^\n/, '\n')}
  },

  // What holds for some articles instead: globs in "files", outlets in "sources"; later ones go before earlier ones.
  // "overrides": [{ "sources": ["outlet"], "rules": { "editorial-note": "off" } }],
}
`;
}
