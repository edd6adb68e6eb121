import { rules } from '../rules/index';
import type { Rule } from '../rules/rule';

type Schema = Readonly<Record<string, unknown>>;

/** What a rule may be set to. */
export const LEVELS = ['off', 'info', 'warning', 'error'] as const;

/** A line of a text: something in it must be a letter or a number, for signs aren't compared. */
const LINES: Schema = { type: 'array', items: { type: 'string', pattern: '[\\p{L}\\p{N}]' } };
const STRINGS: Schema = { type: 'array', items: { type: 'string', minLength: 1 } };
const WORDS: Schema = { type: 'array', items: { type: 'string', pattern: '^\\S*\\p{L}\\S*( \\S*\\p{L}\\S*)?$' } };

/** The JSON Schema of `corpuslint.jsonc`, made from the rules: for the check of a configuration and for completion in editors. */
export function configSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'corpuslint.jsonc',
    description: 'The corpus that corpuslint checks: the folder of this file with all that is in it.',
    ...keyed({
      $schema: { type: 'string' },
      include: { ...STRINGS, default: ['**/*.txt'], description: 'Globs of the files that are articles, relative to this file.' },
      exclude: { ...STRINGS, default: [], description: 'Globs of files and folders that are left out.' },
      source: {
        type: 'string',
        pattern: '^(?!.*\\{source\\}.*\\{source\\}).*\\{source\\}',
        description: 'Which part of an article\'s path names its outlet, such as "**/{source}_*.txt". Without it: its folder.',
      },
      rules: { ...rulesSchema(true), description: 'Severity, and options, by rule.' },
      overrides: {
        type: 'array',
        description: 'What holds for some articles instead; later ones go before earlier ones.',
        items: {
          ...keyed({
            files: { ...STRINGS, description: 'Globs of the articles that are meant, relative to this file.' },
            sources: { ...STRINGS, description: 'Outlets whose articles are meant. With files: those that both mean.' },
            rules: { ...rulesSchema(false), description: 'Severity, and options, by rule. What is not said stays.' },
          }),
          required: ['rules'],
          anyOf: [{ required: ['files'] }, { required: ['sources'] }],
        },
      },
      boilerplate: {
        ...keyed({ phrases: { ...LINES, default: [], description: 'Whole lines that are leftovers in this corpus.' } }),
        description: 'What the sites of this corpus put around their articles.',
      },
      names: {
        ...keyed({ prefer: { ...WORDS, default: [], description: 'Spellings to write wherever a name has several, whatever the outlet.' } }),
        description: 'How names are spelt in this corpus.',
      },
    }),
  };
}

/** An object that takes these keys and no others. */
const keyed = (properties: Readonly<Record<string, Schema>>): Schema => ({ type: 'object', properties, additionalProperties: false });

const rulesSchema = (defaults: boolean): Schema => keyed(Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule, defaults)])));

function ruleSchema(rule: Rule, defaults: boolean): Schema {
  const { summary, severity, options } = rule;
  const level = { enum: LEVELS, ...(defaults && { default: severity }) };
  const own = Object.entries(options).map(([name, value]): [string, Schema] => [name, { ...typeOf(value), ...(defaults && { default: value }) }]);
  const kinds = rule.kinds.map((kind) => [kind, { enum: LEVELS }]);
  if (kinds.length > 0)
    own.push(['kinds', { ...keyed(Object.fromEntries(kinds)), description: 'Severity by kind, where it is not that of the rule.' }]);
  return { description: summary, anyOf: [level, keyed({ severity: level, ...Object.fromEntries(own) })] };
}

/** The schema of values that are like `value`, an option's default. */
function typeOf(value: unknown): Schema {
  if (Array.isArray(value)) return { type: 'array', items: value.length > 0 ? typeOf(value[0]) : { type: 'string' } };
  if (typeof value !== 'object' || value === null) return { type: typeof value };
  const [first] = Object.values(value);
  return { type: 'object', additionalProperties: first === undefined ? { type: 'string' } : typeOf(first) };
}
