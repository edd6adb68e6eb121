import { ALEF, FATHATAN } from '../../text/characters';
import { hashWord } from '../../text/hash';
import { counterOf } from './habits';

/** Places for words, by the low bits of their hash or, where others hold these, the next that is free: few of them are taken. */
const PLACES = 1 << 14;
/** By place: the hash of a word, and 1 + what the word counts for, a counter or that of the tanwin where its end is to be looked at. */
const HIGHS = new Uint32Array(PLACES);
const LOWS = new Uint32Array(PLACES);
const COUNTERS = new Uint16Array(PLACES);
/** 1 where a word may have a place: most words have none. */
const MAYBE = new Uint8Array(1 << 16);

/** The place of a word, or the free one that is to be its. */
function placeOf(high: number, low: number): number {
  let place = low % PLACES;
  while (COUNTERS[place] !== 0 && (LOWS[place] !== low || HIGHS[place] !== high)) place = (place + 1) % PLACES;
  return place;
}

const AFTER = counterOf('tanwin', 'after');
const BEFORE = counterOf('tanwin', 'before');
const NONE = counterOf('tanwin', 'none');

function teach(counter: number, words: string): void {
  for (const word of words.trim().split(/\s+/)) {
    for (const spelt of [word, `و${word}`]) {
      const [high, low] = hashWord(spelt);
      const place = placeOf(high, low);
      HIGHS[place] = high;
      LOWS[place] = low;
      COUNTERS[place] = 1 + counter;
      MAYBE[low & 0xffff] = 1;
    }
  }
}

/*
 * Words by which a house's spelling is told: frequent in news of every kind, and never another word when they are spelt the
 * other way (so not على, which beside علي is a name).
 */

const HAMZA = `
  أن أنه أنها أنهم إلى أو أي أكد أكدت أكثر أيضا أحد أحمد أعلن أعلنت أضاف أضافت أشار أشارت أوضح إذا إذ أول أمس أمام أثناء أجل أمر
  إضافة إطار إيران إسرائيل الأمن الأول الأولى الأمر الأمير الأخيرة الأخير الأمم الأسبوع الأكثر الأمريكية الأميركية الإسلامية
  الإسلامي الإسرائيلي الإسرائيلية الإعلام الإرهاب الإيراني الإيرانية الأوروبي الأردن الأراضي الأطفال الأحد الأربعاء
`;
teach(counterOf('hamza', 'written'), HAMZA);
teach(counterOf('hamza', 'dropped'), HAMZA.replace(/[أإ]/g, 'ا'));

const FINAL_YEH = 'في الذي التي هي أي الثاني الماضي الدولي العربي السعودي المصري الوطني الرئيسي الحالي التالي';
teach(counterOf('finalYeh', 'dotted'), FINAL_YEH);
teach(counterOf('finalYeh', 'dotless'), FINAL_YEH.replace(/ي(?= |$)/g, 'ى'));

const FINAL_ALEF = 'إلى حتى أخرى الأخرى الكبرى مستوى المستوى مدى متى مستشفى المستشفى';
teach(counterOf('finalAlef', 'dotless'), FINAL_ALEF);
teach(counterOf('finalAlef', 'dotted'), FINAL_ALEF.replace(/ى/g, 'ي'));

const FINAL_HAMZA = 'شاطئ الشاطئ شواطئ الشواطئ قارئ القارئ طارئ الطارئ سيئ السيئ هادئ الهادئ مبادئ المبادئ موانئ الموانئ مفاجئ لاجئ اللاجئ';
teach(counterOf('finalHamza', 'seated'), FINAL_HAMZA);
teach(counterOf('finalHamza', 'apart'), FINAL_HAMZA.replace(/ئ/g, 'ىء'));

// Harakat don't tell in a hash: one entry for the three ways.
teach(
  AFTER,
  `جدا مثلا حاليا سابقا لاحقا غدا أبدا تقريبا خصوصا يوميا سنويا نظرا وفقا بدلا فضلا مشيرا مؤكدا موضحا مضيفا معتبرا قائلا أولا ثانيا ثالثا
  دائما رسميا تماما جميعا معا مبينا لافتا مطالبا داعيا معربا كثيرا قليلا أخيرا حتما فورا جيدا عاما يوما مليونا شخصا قتيلا`,
);

/** Whether a word with this low half of its hash may tell anything. Most words don't. */
export const mayTell = (low: number): boolean => MAYBE[low & 0xffff] !== 0;

/** The counter of the word with this hash that ends at `end` of `text`, -1 where it tells nothing. */
export function counterOfWord(high: number, low: number, text: string, end: number): number {
  if (!mayTell(low)) return -1;
  const counter = COUNTERS[placeOf(high, low)] - 1;
  if (counter !== AFTER) return counter;
  if (text.charCodeAt(end - 1) === FATHATAN) return AFTER;
  if (text.charCodeAt(end - 1) !== ALEF) return -1;
  return text.charCodeAt(end - 2) === FATHATAN ? BEFORE : NONE;
}
