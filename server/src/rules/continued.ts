import { plain } from '../corpus/leftovers/plain';
import { foldWord } from '../text/hash';

/** Phrases parted by `|` or line ends, as `plain` makes them. */
const phrases = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split(/[|\n]/)
      .map((phrase) => plain(phrase))
      .filter(Boolean),
  );

/** What stands behind the dots of a text that goes on elsewhere. Written for this project from what content systems say. */
export const CONTINUED = phrases(`
  المزيد | للمزيد | اقرأ المزيد | إقرأ المزيد | قراءة المزيد | لقراءة المزيد | عرض المزيد | شاهد المزيد | تابع القراءة | متابعة القراءة | أكمل القراءة | التفاصيل | تفاصيل | تفاصيل أكثر | مزيد من التفاصيل | المزيد من التفاصيل | اقرأ التفاصيل
  اقرأ الخبر كاملا | اقرأ المقال كاملا | لقراءة الخبر كاملا | لقراءة المقال كاملا | البقية | التتمة | التكملة | اضغط هنا | للمتابعة | أكمل | اقرأ أكثر | تابع
  ادامه مطلب | ادامه | ادامه خبر | بیشتر بخوانید | بیشتر | متن کامل | مزید پڑھیں
  more | read more | continue reading | continued | see more | full story | read the full story | read full article | learn more | click here | keep reading | view more
  lire la suite | suite | en savoir plus | lire plus | leer más | seguir leyendo | continuar leyendo | weiterlesen | mehr lesen | mehr | leggi tutto | continua | continua a leggere
  leia mais | continue lendo | ler mais | devamı | devamını oku | читать далее | далее | подробнее | читать дальше | читати далі | lees meer | lees verder | czytaj więcej | czytaj dalej | läs mer | les mer | læs mere | selengkapnya | baca selengkapnya | और पढ़ें | 続きを読む
`);

/**
 * Words that no sentence ends with: prepositions, conjunctions and relatives that want what follows. Compared as `foldWord`
 * writes them, which keeps إلى from becoming the name of a person: both ways in which houses write the hamza are here.
 */
export const OPEN_WORDS: ReadonlySet<string> = new Set(
  `
  في من إلى الى على عن التي الذي الذين اللذين اللتين اللواتي أن ان لأن لان لكن أو او ثم حتى حيث بين لدى منذ خلال لكي إن بأن بان كأن ولكن وفي ومن وعلى وإلى والى وعن والتي والذي والذين وأن وان وإن إذا اذا
  كما قد وقد فيما بينما مما لم ولم لن ولن سوف مع ومع
  که به از را اگر برای
  the a an of and or that which from as than because whose
  le la les un une des du de et ou que qui dont avec pour par dans
  el los las una del y con por para en
  der die das ein eine und oder dass mit von für
  и в с что который которая для из
  il gli della delle di
  os um uma da do em
  `
    .split(/\s+/)
    .map((word) => foldWord(word))
    .filter(Boolean),
);
