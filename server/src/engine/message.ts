import { rules } from '../rules/index';
import { ARABIC_RULES } from '../rules/messages.ar';
import type { Phrase, Plural, Slots, Template, Templates } from '../rules/phrase';
import type { Rule } from '../rules/rule';
import { FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE } from '../text/characters';
import { ARABIC } from './words.ar';
import { ENGLISH, type WordKey } from './words.en';

/** The languages that people are spoken to in. */
export const LANGUAGES = ['en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const WORDS: Readonly<Record<Language, Templates>> = { en: ENGLISH, ar: ARABIC };

/** Text that needs no setting apart: what can't disturb the order of an English sentence, and signs that take their direction from an Arabic one. */
const AT_HOME: Readonly<Record<Language, RegExp>> = { en: /^[ -~]*$/, ar: /^[^\p{L}\p{N}]*$/u };

/** `text` set apart from the direction of the sentence around it. */
export const isolate = (text: string): string => FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE;

/** A sentence in that language, fit for a line that otherwise runs from left to right. */
export const inLine = (language: Language, sentence: string): string => (language === 'ar' ? isolate(sentence) : sentence);

/** A phrase of the words that all share. */
export const phrase = (key: WordKey, slots: Slots = {}): Phrase => ({ key, slots });

/** A phrase as a sentence of a language; `own` are the messages of a rule, which go before the words that all share. */
export function say(language: Language, { key, slots = {} }: Phrase, own: Templates = {}): string {
  const template = Object.hasOwn(own, key) ? own[key] : Object.hasOwn(WORDS[language], key) ? WORDS[language][key] : undefined;
  if (template === undefined) return setApart(language, key);
  return formOf(language, template, slots).replace(/`([^`]*)`|\{([\w-]+)\}/g, (slot, foreign: string | undefined, name: string) => {
    const value = foreign ?? slots[name];
    if (value === undefined) return slot;
    if (typeof value === 'number') return typeof template === 'string' ? String(value) : grouped(value);
    return typeof value === 'string' ? setApart(language, value) : say(language, value, own);
  });
}

const setApart = (language: Language, text: string): string => (AT_HOME[language].test(text) ? text : isolate(text));

function formOf(language: Language, template: Template, slots: Slots): string {
  if (typeof template === 'string') return template;
  return template[pluralOf(language, template, slots)] ?? template.other;
}

/** Rules of plurals, made when first asked for. */
const plurals = new Map<Language, Intl.PluralRules>();

function pluralOf(language: Language, { by }: Plural, slots: Slots): Intl.LDMLPluralRule {
  const known = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, known);
  return known.select(Number(slots[by]));
}

/** With commas. The platform's own way to do it takes longer to load than a small check. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** The messages of a rule. What hasn't been put into Arabic yet is said in English. */
export const messagesOf = (rule: Rule, language: Language): Templates =>
  language === 'ar' ? (inArabic.get(rule.id) ?? rule.messages) : rule.messages;

const inArabic = new Map(rules.map(({ id, messages }) => [id, { ...messages, ...ARABIC_RULES[id]?.messages }]));

/** A rule in one line. */
export function summaryOf({ id, summary }: Rule, language: Language): string {
  const own = (language === 'ar' && ARABIC_RULES[id]?.summary) || summary;
  return say(language, { key: id }, { [id]: own });
}
