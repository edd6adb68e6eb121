import type { Words } from './words';

const ALEF = 'ا';
const ALEF_WITH_HAMZA = 'إ';

/** What may stand before the word, in one piece with it. */
const BEFORE = '^(?:[وف]?(?:[بكل]?ال|لل|[بكل])?)';
/** Endings of nouns, and of verbs in the past. */
const NOUN_ENDING = '(?:ا|ات|اته|اتها|اتهم|اتنا|ة|تها|ته|ه|ها|هم|هما|نا|ي|ية|يا|يين|يون|ين|ان)?$';
const VERB_ENDING = '(?:ت|وا|نا|ا|تا|ه|ها|هم|ته|تها|تهم)?$';
/** A consonant of a root; ي stands second to none of these stems but in a few. */
const C = '[بتثجحخدذرزسشصضطظعغفقكلمنهوأؤئء]';

/**
 * Verbal nouns of the measures VII, VIII and X, whose alef takes no hamza in any house: انفعال, افتعال, استفعال, and those whose
 * first letters are assimilated: اتصال, ازدحام, اضطراب. Measure IV (إنتاج, إتقان) has a letter less.
 */
const NOUN = new RegExp(
  `${BEFORE}إ(?:ست(?:${C}|ي(?=[عرقلطفض]))${C}ا${C}|ست${C}ا${C}(?=[ةت])|ن${C}${C}ا${C}|ن[هحقسزصض]يا${C}|[بثجحخرسشعغفقكلمنه]ت${C}ا${C}|[بثجحخرسشعغفقكلمنه]تيا${C}|زد${C}ا${C}|زديا${C}|[صض]ط${C}ا${C}|ت(?:صال|فاق|حاد|جاه|هام|خاذ|ساع|زان|كال|ساق))${NOUN_ENDING}`,
  'u',
);
/** Nouns whose alef is silent likewise. */
const OTHER_NOUN = new RegExp(`${BEFORE}إ(?:سم(?:ه|ها|هم|ي|ك|نا)?|مر[أا]ة|مر[أا]ته|بن(?:ه|ها|هم|ة|ته|تها|تي)?)$`, 'u');
/** Verbs of these measures in the past: استخدم, انسحب, اعتبر. */
const VERB = new RegExp(`^[وف]?إ(?:ست${C}{3}|ن${C}{3}|[بثجحخرسشعغفقكلمنه]ت${C}{2}|[صض]ط${C}{2}|زد${C}{2})${VERB_ENDING}`, 'u');

/** A house that writes the hamza throughout, and nothing else, is left alone: from so many occurrences on. */
const HABIT = 5;

/** What word is written with a hamza that no house endorses, and how: its number and its right spelling. */
export function* findSilentAlefs(words: Words): Iterable<readonly [number: number, right: string, isSure: boolean]> {
  for (let id = 1; id <= words.size; id++) {
    const count = words.count(id);
    if (count === 0 || !hasHamza(words.letters(id))) continue;
    const word = words.word(id);
    const isNoun = NOUN.test(word) || OTHER_NOUN.test(word);
    if (!isNoun && !VERB.test(word)) continue;
    const right = word.replace(ALEF_WITH_HAMZA, ALEF);
    const plain = words.countOf(right);
    if (count >= HABIT && count >= plain) continue;
    // A verb by its looks alone may be a name: إنترنت. Other persons tell.
    if (!isNoun && (plain < count || !isVerb(right, words))) continue;
    yield [id, right, plain >= SURE_TIMES * count];
  }
}

/** Without the hamza it stands so many times as often. */
const SURE_TIMES = 4;

const HAMZA_BELOW = ALEF_WITH_HAMZA.charCodeAt(0);
/** Letters that are looked at: an alef stands behind proclitics at most. */
const DEEPEST = 4;

function hasHamza(letters: Uint16Array): boolean {
  for (let i = 0; i < letters.length && i < DEEPEST; i++) if (letters[i] === HAMZA_BELOW) return true;
  return false;
}

/** Whether the corpus holds it as a verb of the present, too. */
function isVerb(right: string, words: Words): boolean {
  const stem = right.replace(/^[وف]?ا/, '').replace(/(?:ت|وا|نا|ا|تا|ه|ها|هم|ته|تها|تهم)$/, '');
  const whole = right.replace(/^[وف]?ا/, '');
  return [stem, whole].some((rest) => ['ي', 'ت', 'ن'].some((person) => words.countOf(person + rest) >= 2));
}
