import type { Article } from './article';
import { hashWord, keyOf } from './hash';
import { SCRIPT_BITS, Script } from './scan';

/**
 * The commonest small words by language (ISO 639 codes): articles, prepositions, conjunctions, pronouns. Put together for this
 * project. A word of several languages counts for each.
 */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  ar: 'في من على إلى أن إن التي الذي عن مع هذا هذه كان قال وقال بعد لم لا ما كما بين ذلك قد حيث وفي ومن أو خلال منذ الى ان',
  fa: 'که از به در این است را با برای آن یک بر تا های می شد کرد خود هم شده بود نیز باید اما',
  ur: 'کے کی میں ہے کا سے نے کو پر اور ہیں کہ یہ بھی اس کر تھا گیا ان لیے نہیں جو',
  ckb: 'لە بە کە بۆ ئەم لەگەڵ ئەو دەکات بوو هەر یان دوای کرد دەبێت نەک',
  ps: 'په د چې او ته له دی کې سره هغه یې نه شوی دا وي',
  en: 'the of and to in that is for was on with as by at from it his are has he be an this which have not but were said',
  fr: 'de la le les des et en du un une est que dans pour qui sur par au avec plus ce il ne pas sont aux cette ses été',
  es: 'de la que el en y los del se las por un para con no una su al lo como más ha sus fue pero este',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao das à são',
  it: 'di che e la il un a per in una è del con non sono della al si le dei nel da alla anche gli ha più',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat dass',
  nl: 'de van het een en in is dat op te zijn met voor niet aan er om ook als bij door maar naar uit wordt heeft',
  sv: 'och i att det som en på är av för med den till inte har de om ett han men var från sig vid',
  da: 'og i at det er en til på som af for med den der ikke de har et om han men var fra sig ved',
  no: 'og i på det er ikke som til av for den med har fra etter ble at en et de om han seg kan skal blir være var ved mot',
  pl: 'w i na z do się nie że to jest o od po przez jak ale za dla co oraz był przy jego są tym',
  cs: 'a v se na je že s z do o i to k ve pro za by ale si po jako od jsou které podle také',
  ro: 'de și în a la cu pe din care că nu o un pentru sunt mai este au fost prin să fi după',
  hu: 'a az és hogy nem is egy volt meg de ez csak már mint azt lesz még vagy szerint',
  tr: 've bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra ancak ise göre olduğu tarafından',
  az: 'və bu bir ilə üçün də da ki olan olaraq daha sonra isə görə tərəfindən edib',
  id: 'yang dan di dengan untuk dari pada ini itu dalam tidak akan oleh juga ke adalah tersebut sebagai kepada',
  vi: 'và của là có cho không được trong các một với những người này đã để khi từ đến về',
  sw: 'ya na wa kwa ni za katika la kuwa cha hii wake yake huo baada hiyo watu',
  ru: 'и в не на с что по как из за от для к его это но о был а так также она они у до',
  uk: 'і в не на що з до та за як від це у про його для але був також року вони є',
  bg: 'на и в да за се от не че с по са това към ще като беше който при',
  sr: 'и у је да на се за од са који не као су што о из али био',
};

/** Scripts that tell a language, or a family that nobody mixes up with another. */
const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['th', /\p{Script=Thai}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['am', /\p{Script=Ethiopic}/u],
  ['bn', /\p{Script=Bengali}/u],
  ['ta', /\p{Script=Tamil}/u],
];

const LANGUAGES = Object.keys(SMALL_WORDS);

let byWord: ReadonlyMap<number, readonly number[]> | undefined;

/** The languages of each small word, by its key; made when it's first asked for. */
function smallWords(): ReadonlyMap<number, readonly number[]> {
  if (byWord) return byWord;
  const made = new Map<number, number[]>();
  LANGUAGES.forEach((language, number) => {
    for (const word of new Set(SMALL_WORDS[language].split(' '))) {
      const key = keyOf(...hashWord(word));
      const known = made.get(key);
      if (!known) made.set(key, [number]);
      else if (!known.includes(number)) known.push(number);
    }
  });
  byWord = made;
  return made;
}

/** So many words tell; more are not looked at. */
const SAMPLE = 300;
const FEWEST = 40;
/** Running text holds 20 % of these words and more, whatever the language; lists of names hold none. */
const SHARE = 0.1;
/** Languages of one family share small words: the next best must be well behind. */
const AHEAD = 1.3;

/**
 * The language that an article is written in, null where its words don't tell: too few of them, or of several languages.
 * Arabic text is known by its letters (`Article.language`), all other by its small words or its script.
 */
export function tongueOf(article: Article): string | null {
  const { words, text, language } = article;
  if (language === 'ar') return words.count < FEWEST ? null : 'ar';
  const bySmallWords = smallWords();
  const counts = new Uint32Array(LANGUAGES.length);
  const step = Math.max(1, Math.floor(words.count / SAMPLE));
  let seen = 0;
  let others = 0;
  for (let w = 0; w < words.count; w += step) {
    const script = words.kind[w] & SCRIPT_BITS;
    if (script === Script.NUMBER) continue;
    seen++;
    if (script === Script.OTHER) others++;
    for (const number of bySmallWords.get(keyOf(words.hash[2 * w], words.hash[2 * w + 1])) ?? []) counts[number]++;
  }
  // Scripts that don't part words have few of them.
  if (2 * others > seen) return SCRIPTS.find(([, script]) => script.test(text.slice(0, 2 * SAMPLE)))?.[0] ?? null;
  if (seen < FEWEST) return null;
  let best = 0;
  counts.forEach((count, number) => {
    if (count > counts[best]) best = number;
  });
  if (counts[best] < SHARE * seen) return null;
  return counts.some((count, number) => number !== best && AHEAD * count > counts[best]) ? null : LANGUAGES[best];
}
