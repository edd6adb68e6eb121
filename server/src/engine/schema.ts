import { rules } from '../rules/index';
import type { Rule } from '../rules/rule';

type Schema = Readonly<Record<string, unknown>>;

/** What a rule may be set to. */
export const LEVELS = ['off', 'info', 'warning', 'error'] as const;

const STRINGS: Schema = { type: 'array', items: { type: 'string', minLength: 1 } };

/** The JSON Schema of `corpuslint.jsonc`, made from the rules: for the check of a configuration and for completion in editors. */
export function configSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'corpuslint.jsonc',
    ...keyed({
      $schema: { type: 'string' },
      include: { ...STRINGS, description: 'Globs of the files that are articles, relative to this file. Without it: **/*.txt' },
      exclude: { ...STRINGS, description: 'Globs of files and folders that are left out.' },
      source: {
        type: 'string',
        pattern: '\\{source\\}',
        description: 'Which part of an article\'s path names its outlet, such as "**/{source}_*.txt". Without it: its folder.',
      },
      rules: {
        ...keyed(Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]))),
        description: 'Severity, and options, by rule.',
      },
      boilerplate: keyed({ phrases: { ...STRINGS, description: 'Lines that the sites of this corpus put around their articles.' } }),
    }),
  };
}

/** An object that takes these keys and no others. */
const keyed = (properties: Readonly<Record<string, Schema>>): Schema => ({ type: 'object', properties, additionalProperties: false });

function ruleSchema({ summary, options }: Rule): Schema {
  const severity = { enum: LEVELS };
  const own = Object.entries(options).map(([name, value]) => [name, { ...typeOf(value), default: value }]);
  return { description: summary, anyOf: [severity, keyed({ severity, ...Object.fromEntries(own) })] };
}

/** The schema of values that are like `value`, an option's default. */
function typeOf(value: unknown): Schema {
  if (Array.isArray(value)) return { type: 'array', items: value.length > 0 ? typeOf(value[0]) : { type: 'string' } };
  if (typeof value !== 'object' || value === null) return { type: typeof value };
  const [first] = Object.values(value);
  return { type: 'object', additionalProperties: first === undefined ? { type: 'string' } : typeOf(first) };
}
