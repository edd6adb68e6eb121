import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import { inLine, type Language, say } from '../engine/message';
import { ARABIC_HELP, ARABIC_USAGE } from './help.ar';

/** A sentence whose words of other languages stand between backquotes. */
const inArabic = (sentence: string): string => say('ar', { key: sentence }, { [sentence]: sentence });

/** How the help of commands is written in a language. */
export function helpIn(language: Language): HelpConfiguration {
  const told = (text: string): string => {
    const arabic = language === 'ar' ? ARABIC_HELP[text] : undefined;
    return arabic === undefined ? text : inLine(language, inArabic(arabic));
  };
  const withDefault = ({ description, defaultValue }: Pick<Argument | Option, 'description' | 'defaultValue'>): string =>
    defaultValue === undefined ? told(description) : `${told(description)} [${String(defaultValue)}]`;
  return {
    styleTitle: told,
    commandDescription: (command: Command) => told(command.description()),
    subcommandDescription: (command: Command) => told(command.description()),
    argumentDescription: withDefault,
    optionDescription: withDefault,
  };
}

/**
 * What the reader of options says of wrong usage, in one line: `unknown option '--fxi'; did you mean --fix?` In Arabic what was meant is left to
 * the list of options.
 */
export function usage(message: string, language: Language): string {
  const english = message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.*)\)$/, '; did you mean $1')
    .replace(/\s*\n\s*/g, ' ');
  if (language === 'en') return english;
  for (const [pattern, arabic] of ARABIC_USAGE) if (pattern.test(english)) return inArabic(english.replace(pattern, arabic));
  return english;
}
