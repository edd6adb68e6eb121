import { CLEAR, chanceOf, direction, hasTwoHabits, isRather, MOSTLY, rank, type Used, usedAs, writtenFor } from '../corpus/names/direction';
import { HOUSE_CHOICES, type NameCluster, type NameForm, type NamesJudgement } from '../corpus/names/judgement';
import { type Mention, mentionsOf, type Sighting, sightingsOf } from '../corpus/names/mentions';
import { judgedNamesOf } from '../corpus/names/scripts/reading';
import { SYRIA } from '../corpus/names/syria';
import { type Usage, usagesOf } from '../corpus/names/usage';
import { bearerOf, isStranger, keepsCompany, timesBorne } from '../corpus/names/whose';
import type { Article } from '../text/article';
import { protectedText } from '../text/protected';
import page from './inconsistent-name.md';
import { type Problem, rule } from './rule';

/** Two spellings are spoken of from this probability on that they are one name. Within one article the other one stands beside it. */
const SURE_WITHIN = 0.8;
const SURE_ACROSS = 0.9;
/** Places ask for more: others stand after the same words, and a region is spelt otherwise than its city (منطقة جازان, مدينة جيزان). */
const SURE_OF_PLACE = 0.95;
/** A safe fix asks for this probability, for as many more occurrences in the article, and that the source doesn't mostly write otherwise. Places have official names: theirs is never safe. */
const SAFE = 0.97;
/** And it must be surer than `CLEAR` which one to write: of 18 pairs of spellings that were judged, 2 below this were doubtful and all 12 above right. */
const SAFE_DIRECTION = 0.95;
const SAFE_LEAD = 2;
/** And both spellings must have so many letters: in short ones even an article of many mentions may name two (تشانغ and تشيانغ, two generals). */
const SAFE_LETTERS = 6;

/** A usage as one article has it. The form is one of those that the article has, or else the source. */
interface Spelling extends Used {
  readonly mentions: readonly Mention[];
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
    for (const [judged, script] of judgedNamesOf(article, judgement)) yield* inconsistencies(article, judged, script);
  },
});

function* inconsistencies(article: Article, names: NamesJudgement, script: number): Iterable<Problem> {
  const found = sightingsOf(article, names, script);
  if (found.size === 0) return;
  for (const number of [...found.keys()].sort((a, b) => a - b)) {
    const cluster = names.clusters[number];
    const sightings = found.get(number)!;
    if (!mayDepart(cluster, sightings, article.source)) continue;
    for (const problem of judge(article, cluster, mentionsOf(article, cluster, sightings, script))) {
      // A metre wants its own spelling.
      const kind = protectedText(article).kindOf(problem.start, problem.end);
      if (kind !== 'verse' && kind !== 'scripture') yield problem;
    }
  }
}

/** Whether something may be wrong with these words. Of nearly all names in nearly all articles nothing is, so this comes first. */
function mayDepart(cluster: NameCluster, sightings: readonly Sighting[], source: string): boolean {
  if (cluster.pinned) return true;
  const usages = usagesOf(cluster, source);
  const usageOf = ({ name }: Sighting): Usage => usages.find(({ forms }) => forms.includes(cluster.forms[name.form]))!;
  const first = usageOf(sightings[0]);
  return usualOf(first, usages) !== undefined || sightings.some((sighting) => usageOf(sighting) !== first);
}

/** What the source usually writes where it hardly ever writes what stands here. */
function usualOf(here: Usage, usages: readonly Usage[]): Usage | undefined {
  const usual = usages.find((usage) => usage !== here && usage.articles > 0);
  if (!usual) return undefined;
  // What other sources write clearly more often isn't the slip of the two.
  if (isTie(here, usual)) return here.everywhere < MOSTLY * usual.everywhere ? usual : undefined;
  // A text that the source prints again and again is its habit, too.
  return usual.articles >= MOSTLY * here.articles && isRather(usual.holding, here.holding) ? usual : undefined;
}

/** Whether a source writes each spelling in one article. */
const isTie = (here: Usage, usual: Usage): boolean => here.articles === 1 && usual.articles === 1;

function* judge(article: Article, cluster: NameCluster, all: readonly Mention[]): Iterable<Problem> {
  const mentions = all.every(({ isSure }) => isSure) ? all : all.filter(({ isSure }) => isSure);
  if (mentions.length === 0) return;
  if (cluster.pinned) {
    const [wanted] = cluster.forms;
    for (const mention of mentions) {
      const sure = Math.min(mention.form.confidence, wanted.confidence);
      // What somebody asked for needs no more certainty than two spellings side by side; سورية may be the adjective.
      const safe = sure >= SAFE && wanted.form !== SYRIA && mention.form.form !== SYRIA;
      if (mention.form !== wanted && sure >= SURE_WITHIN) yield problem(article, cluster, mention, wanted, 'pinned', safe);
    }
    return;
  }
  const usages = usagesOf(cluster, article.source);
  const used = usages
    .filter(({ forms }) => mentions.some(({ form }) => forms.includes(form)))
    .map((usage) => spellingOf(usage, mentions, article.source));
  const here = used.length === 1 ? used : withoutStrangers(used, article.source);
  // Two slips of one article are no reason to write either.
  const isAlone = here.length === 1 || here.every(({ usage }) => usage !== usages[0] && usages[0].articles >= MOSTLY * usage.articles);
  if (isAlone) for (const own of here) yield* alone(article, cluster, usages, own);
  else yield* mixed(article, cluster, here, all.length - mentions.length);
}

/** The spellings of whom the article mostly names. Where one of them shows that it names another, it must stand in the same company. */
function withoutStrangers(used: readonly Spelling[], source: string): readonly Spelling[] {
  const main = used.reduce((most, each) => (each.times > most.times ? each : most));
  return used.flatMap((each) => {
    const mayBeTwo = [each, main].some(({ mentions }, i, two) => each !== main && mentions.some((mention) => isStranger(mention, two[1 - i].forms)));
    if (!mayBeTwo) return [each];
    const own = each.mentions.filter((mention) => keepsCompany(mention, main.forms, source));
    return own.length > 0 ? [spellingOf(each.usage, own, source)] : [];
  });
}

/** What is wrong with a spelling by what the source writes elsewhere. */
function* alone(article: Article, cluster: NameCluster, usages: readonly Usage[], own: Spelling): Iterable<Problem> {
  const usual = usualOf(own.usage, usages);
  if (!usual) return;
  const tie = isTie(own.usage, usual);
  const other = spellingOf(usual, [], article.source);
  const sure = certaintyAcross(own, other);
  if (sure < SURE_ACROSS) return;
  const nats = direction(other, own);
  const isFuller = nats > 0 && other.form.form.length > own.form.form.length;
  const isUnclear = sure * chanceOf(nats) < CLEAR && !(tie && isFuller && !cluster.hasManyWitnesses);
  const isQuiet = HOUSE_CHOICES.has(cluster.kind) || isUnclear || !own.mentions.some((mention) => keepsCompany(mention, other.forms, article.source));
  for (const mention of own.mentions) {
    let isEven = false;
    if (mention.form.bearers) {
      const [ours, theirs] = [own, other].map(({ forms }) => timesBorne(forms, mention.next, article.source));
      // Most of the source's articles may name others.
      if (theirs === 0 || theirs < ours) continue;
      isEven = theirs === ours;
    }
    const wanted = writtenFor(mention.form, other);
    const mends = !tie || nats > 0 || (nats === 0 && cluster.forms.indexOf(mention.form) > cluster.forms.indexOf(wanted));
    const found = problem(article, cluster, mention, wanted, tie ? 'tie' : 'source', false, mends);
    yield isQuiet || isEven ? { ...found, severity: 'info' } : found;
  }
}

/** What is wrong where an article has several spellings of one name. */
function* mixed(article: Article, cluster: NameCluster, here: readonly Spelling[], unsure: number): Iterable<Problem> {
  const ranked = rank(here);
  const [first, second] = ranked;
  for (const spelling of ranked) {
    const mends = spelling !== first;
    const preferred = mends ? first : second;
    const sure = certaintyWithin(spelling, preferred);
    const chance = sure * chanceOf(direction(first, mends ? spelling : second));
    const isClear = chance >= CLEAR;
    if ((!mends && (isClear || first.times !== second.times)) || sure < SURE_WITHIN) continue;
    const lead = preferred.times - spelling.times;
    const isOfSource = isClear && lead < 0 && isRather(preferred.articles - 1, spelling.articles - 1);
    const reason = isOfSource ? 'source' : isClear || lead !== 0 ? 'article' : 'tie';
    // Places of سورية that weren't read may be the country, too.
    const isUnsure = reason !== 'source' && preferred.form.form === SYRIA && lead <= unsure;
    const isHabit = HOUSE_CHOICES.has(cluster.kind) && hasTwoHabits(spelling, preferred);
    const isUnclear = !mends || (!isClear && cluster.hasManyWitnesses);
    // No name at all, and no dictionary has one spelling of it.
    const isLoanword = cluster.kind === 'loanword';
    const isQuiet = isUnsure || isUnclear || isHabit || isLoanword || (cluster.kind === 'place' && sure < SURE_OF_PLACE);
    for (const mention of spelling.mentions) {
      if (bearerOf(mention, preferred.forms) === 'another') continue;
      const safe =
        chance >= SAFE_DIRECTION &&
        !HOUSE_CHOICES.has(cluster.kind) &&
        // The article's majority may be the slip.
        cluster.kind !== 'typo' &&
        lead >= SAFE_LEAD &&
        preferred.articles >= spelling.articles &&
        isSafe(mention.form, preferred.form) &&
        !isQuoted(article, mention);
      const found = problem(article, cluster, mention, writtenFor(mention.form, preferred), reason, safe, mends);
      yield isQuiet ? { ...found, severity: 'info' } : found;
    }
  }
}

/** How an article uses a spelling. */
function spellingOf(usage: Usage, mentions: readonly Mention[], source: string): Spelling {
  const own = mentions.filter(({ form }) => usage.forms.includes(form));
  return { ...usedAs(usage, own, source), mentions: own };
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
