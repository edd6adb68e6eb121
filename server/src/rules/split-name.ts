import { bearing, type CompoundMention, compoundsIn, haveOneBearer } from '../corpus/names/compounds/mentions';
import { isRather } from '../corpus/names/direction';
import type { Compound, Compounds, NameForm } from '../corpus/names/judgement';
import { articlesOf } from '../corpus/names/usage';
import type { Article } from '../text/article';
import { protectedText } from '../text/protected';
import { type Problem, rule } from './rule';
import page from './split-name.md';

/** A source keeps to one way if so many of its other articles do, and so many times as many. Then the other one is a slip. */
const KEPT = { articles: 5, times: 10 } as const;

/** A name of two words that one article writes in one piece and in two. */
export const splitName = rule({
  id: 'split-name',
  group: 'names',
  severity: 'warning',
  summary: 'A name of two words is written in one piece and in two.',
  page,
  messages: {
    article: '{written} is {preferred} elsewhere in this article.',
    pinned: '{written} is to be {preferred} in this corpus.',
    write: 'Write {word}',
  },
  options: {},

  *check(article, { judgement }) {
    if (!judgement || article.language !== 'ar') return;
    const { compounds } = judgement.names;
    for (const [compound, mentions] of compoundsIn(article, judgement.names)) {
      for (const found of compound.pinned ? departures(article, compound, mentions) : mixed(article, compounds, compound, mentions)) {
        const kind = protectedText(article).kindOf(found.start, found.end);
        if (kind === 'scripture' || kind === 'verse') continue;
        yield kind === null || !found.fixes ? found : { ...found, fixes: found.fixes.map((fix) => ({ ...fix, safe: false })) };
      }
    }
  },
});

/** Places that aren't written as people want the name. */
function* departures(article: Article, compound: Compound, mentions: readonly CompoundMention[]): Iterable<Problem> {
  const [wanted] = compound.forms;
  for (const mention of mentions) if (mention.form !== wanted) yield problem(article, compound, mention, wanted, 'pinned', true);
}

/** Places whose bearer the article writes in the other way, too, that its source or else the article prefers. */
function* mixed(article: Article, compounds: Compounds, compound: Compound, mentions: readonly CompoundMention[]): Iterable<Problem> {
  if (mentions.every(({ form }) => form === mentions[0].form)) return;
  const { source } = article;
  const times = (form: NameForm): number => mentions.filter((mention) => mention.form === form).length;
  // Of the source's articles this one has both.
  const others = (form: NameForm): number => articlesOf(form, source) - 1;
  const [a, b] = compound.forms;
  const [usual, other] = isRather(others(a), others(b)) || (!isRather(others(b), others(a)) && times(a) >= times(b)) ? [a, b] : [b, a];
  const isKept = others(usual) >= KEPT.articles && others(usual) >= KEPT.times * others(other);
  // One place of each company is enough: a line of the same name over and over would take minutes.
  const models = [
    ...new Map(mentions.filter(({ form }) => form === usual).map((mention) => [bearing(article, compounds, mention), mention])).values(),
  ];
  for (const mention of mentions) {
    if (mention.form !== other || !models.some((model) => haveOneBearer(article, compounds, compound, mention, model))) continue;
    const found = problem(article, compound, mention, usual, 'article', isKept);
    yield isKept ? found : { ...found, severity: 'info' };
  }
}

/** What stands on both sides of the seam where a fix is safe: a tatweel or a vowel would be left there. */
const LETTER = /^\p{Lo}$/u;

function problem(
  { text }: Article,
  { kind, confidence, forms }: Compound,
  mention: CompoundMention,
  wanted: NameForm,
  message: string,
  safe: boolean,
): Problem {
  const { start, end, blank } = mention;
  const edit = { start: blank[0], end: blank[1], text: wanted.form.includes(' ') ? ' ' : '' };
  const isPlain = LETTER.test(text[blank[0] - 1]) && LETTER.test(text[blank[1]]);
  return {
    start,
    end,
    message,
    slots: { written: text.slice(start, end), preferred: wanted.form },
    fixes: [{ title: 'write', slots: { word: wanted.form }, safe: safe && isPlain, edits: [edit] }],
    data: {
      kind,
      preferred: wanted.form,
      forms: forms.map(({ form, count, articles }) => ({ form, count, articles })),
      confidence,
      evidence: forms[1].evidence,
    },
  };
}
