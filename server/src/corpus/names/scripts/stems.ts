import type { ScriptTable } from './table';

/** Letters of a name that are compared, at least. Shorter ones have too many neighbours. */
export const SHORTEST = 5;
/** Longer words are glued together. */
const LONGEST = 30;
/** Names that nobody need stand beside must be longer. */
const SHORTEST_ALONE = 6;

/** How many letters of a word its ending has. */
export function endingOf({ endings }: ScriptTable, plain: string): number {
  const found = endings?.exec(plain);
  return found && found.index >= SHORTEST - 1 ? plain.length - found.index : 0;
}

/** Whether a word, as written, may be a name. */
export const mayBeName = ({ shape }: ScriptTable, word: string): boolean => word.length >= SHORTEST && word.length <= LONGEST && shape.test(word);

/** A stem with one spelling for each sound; the stem itself where it is too short to be known by its sounds alone. */
export function soundsOf({ sounds }: ScriptTable, stem: string): string {
  return stem.length < SHORTEST_ALONE ? stem : sounds.reduce((word, [spelling, sound]) => word.replace(spelling, sound), stem);
}

/** The consonant classes of a stem, doubled ones once, and what vowels stand before, between and after them. */
export function skeletonOf({ vowels, classes }: ScriptTable, stem: string): { key: string; slots: string[] } {
  let key = '';
  const slots = [''];
  for (const letter of stem) {
    const consonant = classes[letter] ?? letter;
    if (vowels.test(letter)) slots[slots.length - 1] += letter;
    else if (consonant !== '' && !(slots.at(-1) === '' && key.endsWith(consonant))) {
      key += consonant;
      slots.push('');
    }
  }
  return { key, slots };
}

/** Vowels that names end with in one way or another: Dmitri, Dmitry. */
const FREE_END = /^[iyj]+$/;

/** Whether two stems of one key differ in the vowels of one place at most, neither the first nor the last letter. */
export function isNear({ fleeting }: ScriptTable, a: readonly string[], b: readonly string[]): boolean {
  let differing = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    if (fleeting?.test(a[i]) || fleeting?.test(b[i])) return false;
    const isFree = i === a.length - 1 && FREE_END.test(a[i]) && FREE_END.test(b[i]);
    if ((i === 0 || i === a.length - 1) && !isFree) return false;
    differing++;
  }
  return differing < 2;
}
