import { rules } from '../rules/index';
import { ARABIC_GROUPS, ARABIC_KINDS } from '../rules/kinds.ar';
import { ARABIC_RULES } from '../rules/messages.ar';
import type { Phrase, Plural, Slots, Template, Templates } from '../rules/phrase';
import type { Group, Rule } from '../rules/rule';
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
  let sentence = '';
  // A piece of the template, what stands between backticks, the name of a slot, and so on.
  const pieces = piecesOf(formOf(language, template, slots));
  for (let i = 0; i < pieces.length; i += 3) {
    sentence += pieces[i] ?? '';
    const value = pieces[i + 1] ?? slots[pieces[i + 2] ?? ''];
    if (value === undefined) sentence += pieces[i + 2] === undefined ? '' : `{${pieces[i + 2]}}`;
    else if (typeof value === 'number') sentence += typeof template === 'string' ? String(value) : grouped(value);
    else sentence += typeof value === 'string' ? setApart(language, value) : say(language, value, own);
  }
  return sentence;
}

const SLOT = /`([^`]*)`|\{([\w-]+)\}/;

/** Templates cut into pieces. There are a few hundred, and they are asked for again with every finding. */
const cut = new Map<string, readonly (string | undefined)[]>();

function piecesOf(template: string): readonly (string | undefined)[] {
  const pieces = cut.get(template) ?? template.split(SLOT);
  cut.set(template, pieces);
  return pieces;
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

/** What a kind of findings is called in lists; in English as in configurations. */
export const kindName = (language: Language, kind: string): string => (language === 'ar' && ARABIC_KINDS[kind]) || kind;

/** What a group of rules is called in lists; in English as in configurations. */
export const groupName = (language: Language, group: Group): string => (language === 'ar' ? ARABIC_GROUPS[group] : group);

/** A cell of a table in so many columns, however many units it takes to say in what direction it runs. */
export const cell = (language: Language, text: string, width: number): string =>
  inLine(language, text) + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Columns that a text takes in a terminal: harakat take none. */
export const widthOf = (text: string): number => text.replace(/\p{M}/gu, '').length;
