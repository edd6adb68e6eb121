import { HOUSE_LETTERS } from '../../text/characters';

/** Letters of one shape, which dots alone tell apart. */
const SHAPES = ['بتثني', 'جحخ', 'دذ', 'رز', 'سش', 'صض', 'طظ', 'عغ', 'فق'];
/** Letters that many speakers say alike. */
const SOUNDS = ['تط', 'سص', 'دض', 'ذظز', 'قك', 'ضظ', 'هح'];
/** Rows of the Arabic keyboard (Arabic 101): a finger hits the next key. */
const ROWS = ['ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ةوزظ'];
/** Keys above one another. */
const COLUMNS = ['ضش', 'صس', 'ثي', 'قب', 'فل', 'غا', 'عت', 'هن', 'خم', 'حك', 'جط', 'بر', 'تة', 'نو', 'مز', 'كظ'];

const near = new Map<number, Set<number>>();
const far = new Set<number>();

function link(a: string, b: string): void {
  if (a === b) return;
  const known = near.get(a.charCodeAt(0));
  if (known) known.add(b.charCodeAt(0));
  else near.set(a.charCodeAt(0), new Set([b.charCodeAt(0)]));
}

for (const group of [...SHAPES, ...SOUNDS, ...COLUMNS]) for (const a of group) for (const b of group) link(a, b);
for (const row of ROWS) {
  for (let i = 1; i < row.length; i++) {
    link(row[i - 1], row[i]);
    link(row[i], row[i - 1]);
  }
}
for (const group of SOUNDS) for (const a of group) for (const b of group) if (a !== b) far.add(a.charCodeAt(0) * 0x10000 + b.charCodeAt(0));

/** The letters that slip in for a letter: those of its shape or its sound, and the keys around it. */
export const slipsFor: ReadonlyMap<number, readonly number[]> = new Map([...near].map(([letter, others]) => [letter, [...others]]));

/** Whether two letters stand for one foreign sound. */
export const soundAlike = (a: number, b: number): boolean => far.has(a * 0x10000 + b);

const HOUSE = new Map(Object.entries(HOUSE_LETTERS).map(([written, plain]) => [written.charCodeAt(0), plain.charCodeAt(0)]));
const HAMZA = 'ء'.charCodeAt(0);

/** Whether two words differ only in what each house writes in its own way: hamza and its seats, ى for ي, ه for ة. */
export function differByHouse(a: string, b: string): boolean {
  const plain = (word: string): string => {
    let folded = '';
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (code !== HAMZA) folded += String.fromCharCode(HOUSE.get(code) ?? code);
    }
    return folded;
  };
  return plain(a) === plain(b);
}

/** Letters of long vowels, which foreign names are written with or without. */
export const isVowel = (code: number): boolean => VOWELS.has(code);
const VOWELS = new Set([...'اويىةهأإآ'].map((letter) => letter.charCodeAt(0)));
