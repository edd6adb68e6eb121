import type { NameCluster, NameForm } from './judgement';
import type { Lexicon } from './lexicon';
import type { Count, Piece } from './witnesses';

/** The country, as most houses write it. */
export const SYRIA = 'سوريا';
/** The country in official usage and in some houses; everywhere also "Syrian", and a Syrian woman. */
export const SYRIAN = 'سورية';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** After these stands the country. */
const BEFORE_COUNTRY = words('في إلى الى داخل خارج عبر نحو تجاه حول ضد بين أن أنّ ان إن بأن لأن شمال جنوب شرق غرب شمالي جنوبي شرقي غربي');
/** Not the country, but a woman. */
const MARRYING = words('تزوج يتزوج تزوجت متزوج متزوجا الزواج زواج زواجه بالزواج وتزوج زوجته لأم أم امرأة فتاة خادمة عاملة');
const FROM = 'من';
/** After على stands a person as well as the country; after these it is the country. */
const UPON = 'على';
const BURDENS = words('الحرب حرب العدوان عدوان عقوبات العقوبات الضغط الضغوط ضغوط الهجوم هجوم غارات الغارات الحصار حصار الحدود السيطرة المؤامرة');
const COUNTRIES = words(
  'لبنان العراق الأردن الاردن فلسطين مصر ليبيا اليمن تونس الجزائر المغرب السودان الصومال إيران ايران تركيا روسيا إسرائيل اسرائيل أوكرانيا أفغانستان السعودية قطر الكويت الصين',
);

/** Words before it that say which سورية it is. */
export const REACH = 4;

/**
 * Whether سورية is the country here: `before` are the words in front of it, the nearest first, at most `REACH` and none beyond
 * a break; `after` is the next word, empty where none is.
 */
export function isCountry(proclitics: string, before: readonly string[], after: string): boolean {
  const [last = '', earlier = ''] = before;
  if (before.some((word) => MARRYING.has(word))) return false;
  // للسورية has ال, as the country never does.
  if (/لل$|ال$/.test(proclitics)) return false;
  if (/[بل]/.test(proclitics)) return true;
  // لبنان وسورية; سورية ولبنان.
  if (proclitics === 'و') return COUNTRIES.has(last) || (/^[وبل]/.test(last) && COUNTRIES.has(last.slice(1)));
  if (proclitics !== '') return false;
  if (BEFORE_COUNTRY.has(last) || (after.startsWith('و') && COUNTRIES.has(after.slice(1)))) return true;
  return last === FROM || (last === UPON && BURDENS.has(earlier));
}

/** Words that end in alef and aren't nouns with the ending of the accusative. */
const NO_NOUNS = words('إلا الا حتما هذا هنا ماذا لماذا حاليا كما عندما بينما حينما مثلما طالما ربما لولا سوريا روسيا تركيا ليبيا');
/** Shorter ones are particles. */
const NOUN = 4;

/** Verbs of being and becoming, of a man: after them stands what he is (ليصبح سوريا), as the country would be feminine (لتصبح سوريا). */
const OF_A_MAN = /^[وفل]?(?:كان|يكون|أصبح|اصبح|يصبح|صار|يصير|بات|يبات|أمسى|يمسي|ظل|يظل|بقي|يبقى|ليس|يعد|يعتبر)$/;
/** What is that way: a noun with ال stands in between (ليبقى الحل سوريا). */
const DEFINITE = /^ال/;

/** Whether سوريا is the adjective here, in the accusative: ثلاثون طفلا سوريا. `before` are the words in front of it, the nearest first. */
export function isAdjective([last = '', earlier = '']: readonly string[]): boolean {
  if (OF_A_MAN.test(DEFINITE.test(last) ? earlier : last)) return true;
  return last.length >= NOUN && last.endsWith('ا') && !/(?:ها|هما|نا|وا)$/.test(last) && !NO_NOUNS.has(last);
}

/** The numbers of both words, to be listened for; 0 where the corpus doesn't hold one. */
export const syriaWords = (lexicon: Lexicon): [country: number, adjective: number] => [lexicon.idOf(SYRIA), lexicon.idOf(SYRIAN)];

/** Copies that hold a word aren't told apart here. */
type Counted = Pick<Count, 'count' | 'articles'>;

/** What the house and the official usage write for the country, as a cluster; null where the corpus has but one of them. `pieces` hold one of them. */
export function syriaOf(pieces: readonly Piece[], lexicon: Lexicon): NameCluster | null {
  const [country, adjective] = syriaWords(lexicon);
  if (country === 0 || adjective === 0) return null;
  const spoken = new Uint8Array(lexicon.base.length);
  for (let id = 1; id < spoken.length; id++) spoken[id] = lexicon.base[id] === country ? 1 : lexicon.base[id] === adjective ? 2 : 0;
  const counts: Map<string, Counted>[] = [new Map(), new Map()];
  for (const piece of pieces) {
    const own = [0, 0];
    let from = 0;
    for (const to of piece.blocks) {
      for (let i = from; i < to; i++) {
        const word = piece.words[i];
        if (spoken[word] === 0) continue;
        if (spoken[word] === 1) own[0]++;
        else {
          const proclitics = lexicon.word(word).slice(0, lexicon.prefix[word]);
          const before: string[] = [];
          for (let k = i - 1; k >= from && piece.words[k] !== 0 && before.length < REACH; k--) before.push(lexicon.spell(piece.words[k]));
          const after = i + 1 < to && piece.words[i + 1] !== 0 ? lexicon.spell(piece.words[i + 1]) : '';
          if (isCountry(proclitics, before, after)) own[1]++;
        }
      }
      from = to;
    }
    own.forEach((count, form) => {
      if (count === 0) return;
      const known = counts[form].get(piece.source) ?? { count: 0, articles: 0 };
      counts[form].set(piece.source, { count: known.count + count, articles: known.articles + 1 });
    });
  }
  if (counts.some((bySource) => bySource.size === 0)) return null;
  const forms = counts.map((bySource, form) => formOf(form === 0 ? SYRIA : SYRIAN, bySource));
  forms.sort((a, b) => b.articles - a.articles || b.count - a.count);
  return { kind: 'place', confidence: CERTAIN, forms: [{ ...forms[0], confidence: 1 }, forms[1]] };
}

/** The two are one country; that سورية is the country was read from the words around it, right in some 97 of 100. */
const CERTAIN = 0.97;

function formOf(form: string, counts: ReadonlyMap<string, Counted>): NameForm {
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    form,
    count: sorted.reduce((sum, [, { count }]) => sum + count, 0),
    articles: sorted.reduce((sum, [, { articles }]) => sum + articles, 0),
    confidence: CERTAIN,
    evidence: {},
    sources: Object.fromEntries(sorted.map(([source, { count, articles }]) => [source, [count, articles] as const])),
  };
}
