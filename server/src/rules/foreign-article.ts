import { tongueOf } from '../text/language';
import page from './foreign-article.md';
import { rule } from './rule';

/** Articles in another language than nearly all of their source. */
export const foreignArticle = rule({
  id: 'foreign-article',
  group: 'file',
  severity: 'warning',
  summary: 'An article is in another language than its source.',
  page,
  readsLeftovers: true,
  messages: {
    foreign: 'This article is in {language}; the articles of this source are in {usual}.',
    // Languages, by their codes.
    ar: 'Arabic',
    fa: 'Persian',
    ur: 'Urdu',
    ckb: 'Kurdish',
    ps: 'Pashto',
    en: 'English',
    fr: 'French',
    es: 'Spanish',
    pt: 'Portuguese',
    it: 'Italian',
    de: 'German',
    nl: 'Dutch',
    sv: 'Swedish',
    da: 'Danish',
    no: 'Norwegian',
    pl: 'Polish',
    cs: 'Czech',
    ro: 'Romanian',
    hu: 'Hungarian',
    tr: 'Turkish',
    az: 'Azerbaijani',
    id: 'Indonesian',
    vi: 'Vietnamese',
    sw: 'Swahili',
    ru: 'Russian',
    uk: 'Ukrainian',
    bg: 'Bulgarian',
    sr: 'Serbian',
    ja: 'Japanese',
    ko: 'Korean',
    zh: 'Chinese',
    he: 'Hebrew',
    el: 'Greek',
    hi: 'Hindi',
    th: 'Thai',
    hy: 'Armenian',
    ka: 'Georgian',
    am: 'Amharic',
    bn: 'Bengali',
    ta: 'Tamil',
  },
  options: {},

  *check(article, { facts, judgement }) {
    const usual = judgement?.profile.get(article.source)?.language;
    if (!usual) return;
    const language = tongueOf(article);
    if (language === null || language === usual) return;
    const headline = facts.own[0];
    if (!headline) return;
    const slots = { language: { key: language }, usual: { key: usual } };
    yield { start: headline.start, end: headline.end, message: 'foreign', slots, data: { kind: 'foreign-article', language, usual } };
  },
});
