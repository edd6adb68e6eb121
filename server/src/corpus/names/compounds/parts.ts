/**
 * The parts of Arabic names of two words that houses write in one piece or in two: عبدالله and عبد الله, أبوظبي and أبو ظبي. Put
 * together for this project from what grammars say of servants of God (عبد with a name of His), of fathers (كنية) and of names of
 * honour (لقب with الدين and الله).
 */

const list = (words: string): readonly string[] => words.split(' ');

const SERVANT = list('عبد العبد');
const SERVED = new Set(list('ربه مناف'));
const FATHER = list('أبو ابو أبا ابا');
const HONOUR = list(
  'نور سيف ضيف فتح جار خير شمس صلاح عماد علاء بدر بهاء جمال زين نجم تاج محي محيي محيى حسام عز ناصر نصر نظام قطب كمال سعد حمد رزق خلف شهاب ضياء فخر مجد جلال برهان عبيد',
);
const HONOURED = new Set(list('الدين الله'));
const AL = 'ال';

type IsSecond = (word: string) => boolean;
const isServed: IsSecond = (word) => word.startsWith(AL) || SERVED.has(word);
const isAny: IsSecond = () => true;
const isHonoured: IsSecond = (word) => HONOURED.has(word);

/** First parts of Arabic names of two words, and which words make a name with them. */
const NAMES: ReadonlyMap<string, IsSecond> = new Map([
  ...SERVANT.map((first) => [first, isServed] as const),
  ...FATHER.map((first) => [first, isAny] as const),
  ...HONOUR.map((first) => [first, isHonoured] as const),
]);

/** First parts of Arabic names of two words. */
export const FIRST_PARTS: readonly string[] = [...NAMES.keys()];

/** Whether two words are the parts of an Arabic name. */
export const areParts = (first: string, second: string): boolean => NAMES.get(first)?.(second) ?? false;

/** What opens a name before any other word, in one piece with it or not, and may be a word of its own, too. */
const OPENS_NAME = new Set([...FATHER, ...list('أبي ابي أبى ابى أم ام بن ابن آل ال ذو ذي بو')]);
const PROCLITICS = /^[وفبلك]+/;

/** Whether a name begins with two words, or with one that is made of them, also behind proclitics. */
export function openName(first: string, second: string): boolean {
  return [first, first.replace(PROCLITICS, '')].some((word) => OPENS_NAME.has(word) || areParts(word, second));
}

/** Words that belong to a name whose other part hardly stands without them (بن كيران), though they are words of their own, and common. */
export const PARTICLES: readonly string[] = list('بن دي فان فون');

/** What stands between a name and that of the father or the house, and tells nothing by itself. */
export const LINEAGE: readonly string[] = list('بن ابن إبن بنت آل');

/** What asks for a noun of a kind, and takes no name of a man: behind these عبد الله is any servant of God. */
const BEFORE_NOUNS = list('كل أي أيما رب كم غير يا');

const NOUNS = new Set([...SERVANT, ...HONOUR]);

/** Whether two words that may be a name (عبد الله, نصر الله) are a noun and whose it is, by the word right before them. */
export const isPhrase = (before: string, first: string): boolean =>
  NOUNS.has(first) && [before, before.replace(PROCLITICS, '')].some((word) => BEFORE_NOUNS.includes(word));
