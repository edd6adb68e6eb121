import { HOUSE_CHOICES, type NameCluster, type NameForm, type NamesJudgement, type NameWord, nameOf, withoutHamza } from '../corpus/names/judgement';
import { readingOf } from '../corpus/names/scripts/reading';
import { isAdjective, isCountry, REACH, SYRIA, SYRIAN } from '../corpus/names/syria';
import type { Article } from '../text/article';
import { protectedText } from '../text/protected';
import { AFTER_BREAK, foldWord, keyOf, SCRIPT_BITS, Script } from '../text/scan';
import page from './inconsistent-name.md';
import { type Problem, rule } from './rule';

/** Two spellings are spoken of from this probability on that they are one name. Within one article the other one stands beside it. */
const SURE_WITHIN = 0.8;
const SURE_ACROSS = 0.9;
/** Places ask for more: others stand after the same words, and a region is spelt otherwise than its city (منطقة جازان, مدينة جيزان). */
const SURE_OF_PLACE = 0.9;
/** A source writes a name mostly so if at least this many times as many of its articles do. Below lie two desks with two habits. */
const MOSTLY = 4;
/** A safe fix asks for this probability, for as many more occurrences in the article, and that the source doesn't mostly write otherwise. Places have official names: theirs is never safe. */
const SAFE = 0.97;
const SAFE_LEAD = 2;
/** And both spellings must have so many letters: in short ones even an article of many mentions may name two (تشانغ and تشيانغ, two generals). */
const SAFE_LETTERS = 6;

/** Where a name stands in the article. Offsets are UTF-16 units, without proclitics. */
interface Mention {
  readonly start: number;
  readonly end: number;
  readonly form: NameForm;
  readonly swallowed: number;
  /** What stands behind it in its word. */
  readonly ending: string;
  readonly block: number;
  /** Keys of the words right before and right after it, 0 where something stands between. */
  readonly previous: number;
  readonly next: number;
}

/** The spellings of a name that differ in more than what is a house's choice (hamza seats, ى, ة), with their weight in article and source. */
interface Spelling {
  readonly mentions: readonly Mention[];
  /** Articles of the source. */
  readonly articles: number;
  /** The form to write: of those that the article has, or else the source. */
  readonly form: NameForm;
  readonly forms: readonly NameForm[];
}

/** A name that the article, or its source, mostly spells otherwise. */
export const inconsistentName = rule({
  id: 'inconsistent-name',
  group: 'names',
  severity: 'warning',
  summary: 'A name is spelt in two ways.',
  page,
  messages: {
    article: '{written} is {preferred} elsewhere in this article.',
    source: '{written} is {preferred} in most articles of this source that name it.',
    tie: '{written} is also spelt {preferred}, as often.',
    pinned: '{written} is to be {preferred} in this corpus.',
    write: 'Write {word}',
  },
  options: {},

  *check(article, { judgement }) {
    if (!judgement) return;
    const reading = readingOf(article);
    const own = reading && judgement.scripts.get(reading.group);
    if (own) yield* inconsistencies(article, own, reading.script);
    // Words of Persian that Arabic names are written like are other words.
    if (article.language !== 'fa') yield* inconsistencies(article, judgement.names, Script.ARABIC);
  },
});

function* inconsistencies(article: Article, names: NamesJudgement, script: number): Iterable<Problem> {
  const found = mentionsOf(article, names, script);
  for (const number of [...found.keys()].sort((a, b) => a - b)) {
    for (const problem of judge(article, names.clusters[number], found.get(number)!)) {
      // A metre wants its own spelling.
      const kind = protectedText(article).kindOf(problem.start, problem.end);
      if (kind !== 'verse' && kind !== 'scripture') yield problem;
    }
  }
}

/** The mentions of names that have several spellings, by cluster. */
function mentionsOf(article: Article, names: NamesJudgement, script: number): Map<number, Mention[]> {
  const { words, blocks } = article;
  const found = new Map<number, Mention[]>();
  let block = 0;
  for (let w = 0; w < words.count; w++) {
    if ((words.kind[w] & SCRIPT_BITS) !== script) continue;
    const name = nameOf(names, words.hash[2 * w], words.hash[2 * w + 1]);
    if (!name) continue;
    if (script !== Script.ARABIC && !isCapital(article.text, words.start[w])) continue;
    while (blocks.firstWord[block + 1] <= w) block++;
    const cluster = names.clusters[name.cluster];
    const { form } = cluster.forms[name.form];
    if ((form === SYRIAN || form === SYRIA) && !isSyria(article, w, name.prefix, form)) continue;
    const mention = mentionOf(article, w, block, name, cluster);
    const known = found.get(name.cluster);
    if (known) known.push(mention);
    else found.set(name.cluster, [mention]);
  }
  return found;
}

/** Whether a letter is written large. */
function isCapital(text: string, at: number): boolean {
  const letter = text[at];
  return letter !== letter.toLowerCase();
}

/** Whether سوريا or سورية, the word at `w`, is the country. */
function isSyria({ text, words }: Article, w: number, prefix: number, form: string): boolean {
  const wordAt = (i: number): string => foldWord(text, words.start[i], words.end[i]);
  const isJoined = (i: number): boolean => i > 0 && i < words.count && (words.kind[i] & AFTER_BREAK) === 0;
  const before: string[] = [];
  for (let i = w; isJoined(i) && before.length < REACH; i--) before.push(wordAt(i - 1));
  if (form === SYRIA) return prefix > 0 || !isAdjective(before);
  return isCountry(wordAt(w).slice(0, prefix), before, isJoined(w + 1) ? wordAt(w + 1) : '');
}

function mentionOf(
  { text, words }: Article,
  w: number,
  block: number,
  { form, prefix, swallowed, ending = 0 }: NameWord,
  cluster: NameCluster,
): Mention {
  let start = words.start[w];
  const end = words.end[w] - ending;
  // Harakat and tatweel after a proclitic belong to it.
  for (let letters = 0; letters <= prefix && start < end; start++) {
    letters += foldWord(text, start, start + 1).length;
    if (letters > prefix) break;
  }
  const previous = w > 0 && (words.kind[w] & AFTER_BREAK) === 0 ? keyOf(words.hash[2 * w - 2], words.hash[2 * w - 1]) : 0;
  const next = w + 1 < words.count && (words.kind[w + 1] & AFTER_BREAK) === 0 ? keyOf(words.hash[2 * w + 2], words.hash[2 * w + 3]) : 0;
  return { start, end, form: cluster.forms[form], swallowed, ending: text.slice(end, words.end[w]), block, previous, next };
}

function* judge(article: Article, cluster: NameCluster, mentions: readonly Mention[]): Iterable<Problem> {
  if (cluster.pinned) {
    const [wanted] = cluster.forms;
    for (const mention of mentions) {
      const sure = Math.min(mention.form.confidence, wanted.confidence);
      if (mention.form !== wanted && sure >= SURE_ACROSS) yield problem(article, cluster, mention, wanted, 'pinned', sure >= SAFE);
    }
    return;
  }
  const spellings = spellingsOf(cluster, mentions, article.source);
  const here = spellings.filter((spelling) => spelling.mentions.length > 0);
  if (here.length > 1) {
    here.sort((a, b) => b.mentions.length - a.mentions.length || b.articles - a.articles);
    const [first, second] = here;
    const tie = first.mentions.length === second.mentions.length && first.articles === second.articles;
    for (const spelling of here) {
      const preferred = spelling === first ? second : first;
      if ((spelling === first && !tie) || certaintyWithin(spelling, preferred) < SURE_WITHIN) continue;
      const isQuiet = cluster.kind === 'place' && certaintyWithin(spelling, preferred) < SURE_OF_PLACE;
      const lead = preferred.mentions.length - spelling.mentions.length;
      for (const mention of spelling.mentions) {
        if (bearerOf(mention, preferred) === 'another') continue;
        const safe =
          !tie &&
          !HOUSE_CHOICES.has(cluster.kind) &&
          // The article's majority may be the slip.
          cluster.kind !== 'typo' &&
          lead >= SAFE_LEAD &&
          preferred.articles >= spelling.articles &&
          isSafe(mention.form, preferred.form) &&
          !isQuoted(article, mention);
        const mends = !tie || isSecond(cluster, mention.form, preferred.form);
        const found = problem(article, cluster, mention, preferred.form, tie ? 'tie' : 'article', safe, mends);
        yield isQuiet ? { ...found, severity: 'info' } : found;
      }
    }
    return;
  }
  const [own] = here;
  const other = spellings.find((spelling) => spelling !== own && spelling.articles > 0);
  if (!other || certaintyAcross(own, other) < SURE_ACROSS) return;
  const tie = other.articles === own.articles && own.articles === 1;
  if (!tie && other.articles < MOSTLY * own.articles) return;
  const isQuiet = HOUSE_CHOICES.has(cluster.kind) || !keepsCompany(own, other);
  for (const mention of own.mentions) {
    const bearer = bearerOf(mention, other);
    if (bearer === 'another' || (bearer === 'unknown' && mention.form.bearers)) continue;
    const found = problem(article, cluster, mention, other.form, tie ? 'tie' : 'source', false, !tie || isSecond(cluster, mention.form, other.form));
    yield isQuiet ? { ...found, severity: 'info' } : found;
  }
}

/**
 * Whose given name a mention is: of one whom the other spelling names, too, of another, or unknown, as where no family
 * name follows. Of names that aren't given names nothing is known.
 */
function bearerOf({ form, next }: Mention, other: Spelling): 'same' | 'another' | 'unknown' {
  if (!form.bearers || !isAmong(form.bearers, next)) return 'unknown';
  return other.forms.some(({ bearers }) => bearers && isAmong(bearers, next)) ? 'same' : 'another';
}

/** Whether a spelling stands here beside a word that the other one stands beside elsewhere: names are shared by people, firms and places. */
const keepsCompany = ({ mentions }: Spelling, { forms }: Spelling): boolean =>
  forms.some(({ company }) => !company || mentions.some(({ previous, next }) => isAmong(company[0], previous) || isAmong(company[1], next)));

/** Whether a sorted list holds a key. */
function isAmong(keys: readonly number[], key: number): boolean {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (keys[middle] < key) from = middle + 1;
    else to = middle;
  }
  return from < keys.length && keys[from] === key;
}

/** The spellings of a name, most articles of the source first. */
function spellingsOf({ forms }: NameCluster, mentions: readonly Mention[], source: string): Spelling[] {
  const groups = new Map<string, NameForm[]>();
  for (const form of forms) {
    const plain = withoutHamza(form.form);
    const known = groups.get(plain);
    if (known) known.push(form);
    else groups.set(plain, [form]);
  }
  const articles = (form: NameForm): number => form.sources[source]?.[1] ?? 0;
  const spellings = [...groups.values()].map((group): Spelling => {
    const own = mentions.filter(({ form }) => group.includes(form));
    const times = (form: NameForm): number => own.filter((mention) => mention.form === form).length;
    const [form] = [...group].sort((a, b) => times(b) - times(a) || articles(b) - articles(a));
    return { mentions: own, articles: group.reduce((sum, member) => sum + articles(member), 0), form, forms: group };
  });
  return spellings.sort((a, b) => b.articles - a.articles);
}

/** Whether two spellings are so long and so surely one name that nobody need look. */
const isSafe = (a: NameForm, b: NameForm): boolean =>
  Math.min(a.confidence, b.confidence) >= SAFE && Math.min(a.form.length, b.form.length) >= SAFE_LETTERS;

/** How sure it is that two spellings of one article are one name: as sure as the less certain, each as its surest form, as hamza makes no other name. */
const certaintyWithin = (...spellings: readonly [Spelling, Spelling]): number =>
  Math.min(...spellings.map(({ forms }) => Math.max(...forms.map(({ confidence }) => confidence))));

/** The same across articles: as sure as the less certain of the two forms. */
const certaintyAcross = (a: Spelling, b: Spelling): number => Math.min(a.form.confidence, b.form.confidence);

/** Whether an odd number of quotation marks stands before it in its paragraph: what others said is not ours to respell unasked. */
function isQuoted({ quotes, blocks }: Article, { start, block }: Mention): boolean {
  let marks = 0;
  for (const quote of quotes) if (quote >= blocks.start[block] && quote < start) marks++;
  return marks % 2 === 1;
}

/** Whether one of two forms stands after the other in its cluster. In a tie only these are offered a fix, so that two places don't trade spellings. */
const isSecond = ({ forms }: NameCluster, form: NameForm, other: NameForm): boolean => forms.indexOf(other) < forms.indexOf(form);

function problem(
  article: Article,
  cluster: NameCluster,
  mention: Mention,
  preferred: NameForm,
  message: string,
  safe: boolean,
  mends = true,
): Problem {
  const { start, end, form, swallowed, ending } = mention;
  const word = preferred.form.slice(swallowed);
  return {
    start,
    end,
    message,
    slots: { written: article.text.slice(start, end) + ending, preferred: preferred.form + ending },
    fixes: mends ? [{ title: 'write', slots: { word: preferred.form + ending }, safe, edits: [{ start, end, text: word }] }] : [],
    data: {
      kind: cluster.kind,
      preferred: preferred.form + ending,
      forms: cluster.forms.map(({ form, count, articles }) => ({ form, count, articles })),
      confidence: Math.min(form.confidence, preferred.confidence),
      evidence: { ...preferred.evidence, ...form.evidence },
    },
  };
}
