import { HOUSE_LETTERS } from '../../text/characters';

/**
 * Arabic letters as small numbers, and what they count as where names are compared. Foreign names reach Arabic by ear,
 * so the letters for one foreign sound fall together, vowels are written or not, and hamza seats follow the house.
 */

/** Every letter that a name may hold, by code from 1 on. 0 is none of them. */
export const LETTERS = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژڤگ';

/** Codes are below this. */
export const CODES = LETTERS.length + 1;

/** The code of each UTF-16 unit of the Arabic block, 0 for what is no letter of a name. */
const CODE = new Uint8Array(0x100);
for (let i = 0; i < LETTERS.length; i++) CODE[LETTERS.charCodeAt(i) - 0x600] = i + 1;

/** The UTF-16 unit of each code, 0 for 0. */
export const UNITS = Uint16Array.from(['\0', ...LETTERS], (letter) => letter.charCodeAt(0));

/** The code of a UTF-16 unit, 0 for what is no letter of a name. */
export const codeOf = (unit: number): number => (unit >= 0x600 && unit < 0x700 ? CODE[unit - 0x600] : 0);

/** A table by letter code from groups of letters; `otherwise` gives the rest. */
function table(groups: Readonly<Record<string, number>>, otherwise: (code: number) => number): Uint8Array {
  const values = new Uint8Array(CODES);
  for (let code = 1; code < CODES; code++) {
    const letter = LETTERS[code - 1];
    const group = Object.keys(groups).find((letters) => letters.includes(letter));
    values[code] = group === undefined ? otherwise(code) : groups[group];
  }
  return values;
}

const codeOfLetter = (letter: string): number => LETTERS.indexOf(letter) + 1;

/** Letters without hamza, maksura and ta marbuta, which follow the house: أ إ آ as ا, ى ئ as ي, ؤ as و, ة as ه. */
export const PLAIN = Uint8Array.from([' ', ...LETTERS], (letter) => codeOfLetter(HOUSE_LETTERS[letter] ?? letter));

/** The class of a consonant; 0 for vowels and for what sounds like none. Letters of a class stand for one foreign sound. */
export const SOUND = table({ جغقكخچگ: 1, تطث: 2, سصزشژ: 3, دذضظ: 4, بپ: 5, فڤ: 6, ح: 7, ع: 8, ل: 9, ر: 10, م: 11, ن: 12 }, () => 0);

/** 1 for letters of sounds that foreign names hardly have. */
export const NATIVE = table({ حعصضظذ: 1 }, () => 0);

export const [ALEF, WAW, YEH, HEH] = [...'اويه'].map(codeOfLetter);
export const [TEH, FEH, BEH, KAF, LAM] = [...'تفبكل'].map(codeOfLetter);
const SHEEN = codeOfLetter('ش');

/** The codes of a word, for tables. */
export const encodeWord = (word: string): number[] => Array.from(word, (letter) => codeOf(letter.charCodeAt(0)));

const VOWEL = table({ اأإآ: 1, وؤ: 2, يىئ: 3 }, () => 0);

/** Which letter of its class a consonant is. */
const VARIANT = table({ جتسدبف: 0, غطصذپڤ: 1, قثزضچ: 2, كشظگ: 3, خژ: 4 }, () => 0);

/** What `readSounds` found. */
export const sounds = { key: 0, vowels: 0, letters: 0 };

/**
 * Reads the sounds of a word into `sounds`. `key` is what spellings of one name share: the classes of the consonants,
 * repeats collapsed, تش as ش; 0 where it has fewer than two. `vowels` holds two bits for the beginning and two
 * after each consonant: the first long vowel there. `letters` holds three bits a consonant: which letter of its class it is.
 */
export function readSounds(codes: Uint8Array, from: number, to: number): void {
  let key = 0;
  let vowels = 0;
  let letters = 0;
  let count = 0;
  let last = 0;
  for (let i = from; i < to; i++) {
    const code = codes[i];
    const sound = SOUND[code];
    if (sound === 0) {
      const place = 2 * Math.min(count, 15);
      if (((vowels >>> place) & 3) === 0) vowels |= VOWEL[code] << place;
      continue;
    }
    if (sound === last) continue;
    if (code === TEH && i + 1 < to && codes[i + 1] === SHEEN) continue;
    key = Math.imul(key, 31) + sound;
    key ^= key >>> 27;
    if (count < 10) letters |= VARIANT[code] << (3 * count);
    count++;
    last = sound;
  }
  sounds.key = count < 2 ? 0 : key >>> 0;
  sounds.vowels = vowels >>> 0;
  sounds.letters = letters;
}

/** In how many places two words of one key differ in their long vowels: the `vowels` of both. */
export function differingVowels(a: number, b: number): number {
  const difference = a ^ b;
  return countBits((difference | (difference >>> 1)) & 0x55555555);
}

/** In how many consonants two words of one key differ: the `letters` of both. */
export function differingLetters(a: number, b: number): number {
  const difference = a ^ b;
  return countBits((difference | (difference >>> 1) | (difference >>> 2)) & 0o1111111111);
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
