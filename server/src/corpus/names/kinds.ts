import { ALEF, encodeWord, LAM } from './alphabet';
import type { ScoredPair } from './clusters';
import { type NameKind, withoutHamza } from './judgement';
import type { Lexicon } from './lexicon';
import places from './places.json';
import { standsLikeMeasure, standsLikePlace } from './standing';
import type { Witnesses } from './witnesses';

/** Months and the day whose hamza houses write in two ways, without hamza. */
const CALENDAR = new Set(
  [
    'الاثنين يناير فبراير مارس ابريل مايو يونيو يونيه يوليو يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر',
    'شباط اذار نيسان ايار حزيران تموز ايلول تشرين كانون',
  ].flatMap((list) => list.split(' ')),
);

/** Countries and parts of the world, without hamza. */
const PLACES = new Set(places.names.map(withoutHamza));

/** Endings of words made of a place's name (نسبة), the longer first. */
const NISBA = /(?:يين|يون|يان|ية|ي)$/;
/** What a place may have where its نسبة has the ending: أمريكا, أمريكي; روسيا, روسي; البوسنة, بوسني. */
const ENDINGS_OF_PLACES = ['', 'ا', 'يا', 'ه', 'ي'];
/** So often, against the bare form, ال stands before an adjective. */
const ADJECTIVAL = 0.05;
const AL = encodeWord('ال');
const HAMZA_ALEFS = encodeWord('أإآ');
const BARE = new Uint8Array(0);

/** What kind of name a cluster is: its head, and its other members as pairs with it. */
export function kindOf(head: number, members: readonly ScoredPair[], witnesses: Witnesses, lexicon: Lexicon): NameKind {
  const ids = [head, ...members.map((pair) => (pair.head === head ? pair.other : pair.head))];
  const forms = ids.map((id) => withoutHamza(lexicon.word(id)));
  if (forms.some((form) => CALENDAR.has(form))) return 'calendar';
  if (forms.some(isOfPlace) || ids.some((id) => isAdjective(id, lexicon))) return 'demonym';
  if (forms.some((form) => PLACES.has(form))) return 'place';
  if (members.every(({ difference }) => difference.real === 0)) return 'hamza';
  const before = new Map<number, number>();
  for (const word of witnesses.bySpelling.get(head)!.lefts.words) before.set(word, (before.get(word) ?? 0) + 1);
  if (standsLikePlace(before, lexicon)) return 'place';
  if (
    ids.every((id) => isDefinite(id, lexicon)) ||
    standsLikeMeasure(
      ids.map((id) => witnesses.bySpelling.get(id)!),
      lexicon,
    )
  )
    return 'loanword';
  return members.every(({ difference }) => difference.slips === 0) ? 'transliteration' : 'typo';
}

/** Whether a word has the article: names of persons and most places stand without it. Not ألان, nor اليكس, which others write with hamza. */
function isDefinite(id: number, lexicon: Lexicon): boolean {
  const { codes } = lexicon.spellings;
  const [from, to] = [lexicon.start(id), lexicon.end(id)];
  if (codes[from] !== ALEF || codes[from + 1] !== LAM) return false;
  return !HAMZA_ALEFS.some((letter) => lexicon.find(letter, from + 1, to) !== 0);
}

/** Whether a form without hamza is made of the name of a place. */
function isOfPlace(form: string): boolean {
  const [ending] = NISBA.exec(form) ?? [];
  if (ending === undefined || PLACES.has(form)) return false;
  const stem = form.slice(0, -ending.length);
  return [stem, stem.replace(/^ال/, ''), `ال${stem}`].some((each) => ENDINGS_OF_PLACES.some((end) => PLACES.has(each + end)));
}

/** Whether a word that ends like a نسبة stands with ال as adjectives do. */
function isAdjective(id: number, lexicon: Lexicon): boolean {
  const word = lexicon.word(id);
  if (!NISBA.test(word)) return false;
  if (word.startsWith('ال')) return lexicon.hasRest(id);
  lexicon.readStem(AL, lexicon.start(id), lexicon.end(id));
  const definite = lexicon.among(word.length, BARE);
  return lexicon.mass[definite] > ADJECTIVAL * lexicon.weight(id);
}
