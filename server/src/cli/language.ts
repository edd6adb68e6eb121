import { Option } from 'commander';
import { LANGUAGES, type Language } from '../engine/message';
import type { CorpusFiles } from '../files/articles';
import { oneOf } from './run';

/** `--lang`. Its value is read by `languageOf`, before anything is said; here it is listed, and a wrong one told. */
export const languageOption = (): Option =>
  new Option('--lang <language>', 'the language of messages and of help: en or ar; else what the environment says').argParser(
    oneOf('language', LANGUAGES),
  );

/** The variables that say which language somebody reads; the first that is set decides. */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG', 'LANGUAGE'] as const;

/** The language to speak: what `--lang` says, else the environment. Known before the command is, because errors in it are spoken too. */
export function languageOf(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  for (let i = args.length - 1; i >= 0; i--) {
    const value = args[i] === '--lang' ? args[i + 1] : /^--lang=(.*)$/.exec(args[i])?.[1];
    const wanted = LANGUAGES.find((language) => language === value);
    if (wanted) return wanted;
  }
  const locale = VARIABLES.map((name) => environment[name]).find(Boolean);
  return /^ar(?![a-z])/i.test(locale ?? '') ? 'ar' : 'en';
}

/** Corpora whose messages are of that language. */
export const inLanguage = <Files extends CorpusFiles>(corpora: readonly Files[], language: Language): Files[] =>
  corpora.map((corpus) => ({ ...corpus, settings: { ...corpus.settings, language } }));
