import type { Article } from '../text/article';
import { CLASS, Class, ODD, Odd, TATWEEL } from '../text/characters';
import { Holds } from './holdings';
import page from './presentation-form.md';
import { type Place, recurring } from './recurring';
import { rule } from './rule';

/** Full width, as Chinese and Japanese set it on purpose. */
const FIRST_FULL_WIDTH = 0xff01;

/** Letters in the shapes that a font chooses by itself. One finding an article. */
export const presentationForm = rule({
  id: 'presentation-form',
  group: 'characters',
  severity: 'warning',
  summary: 'A letter is written in a shape that fonts choose by themselves.',
  page,
  messages: {
    once: '{written} is {plain} in characters that stand for shapes, not for letters.',
    often: {
      by: 'others',
      one: '{written} is {plain} in characters that stand for shapes, not for letters; so is one more place of the article.',
      other: '{written} is {plain} in characters that stand for shapes, not for letters; so are {others} more places of the article.',
    },
    write: 'Write {word}',
    writeAll: 'Write plain letters at all {count} places',
  },
  options: {},
  needs: Holds.FORM,

  *check(article, { leftovers }) {
    const { text, odd } = article;
    const places: Place[] = [];
    for (let k = 0; k < odd.length; k++) {
      const start = odd[k];
      if (!isForm(article, start)) continue;
      let end = start + 1;
      while (isForm(article, end)) end++;
      while (k + 1 < odd.length && odd[k + 1] < end) k++;
      if (!isSpokenOf(text, start, end) && !leftovers.covers(start, end)) places.push(placeOf(text, start, end));
    }
    if (places.length === 0) return;
    const [first] = places;
    yield recurring(places, { kind: 'presentation-form' }, { written: text.slice(first.start, first.end), plain: first.text });
  },
});

function isForm({ text, language }: Article, at: number): boolean {
  const code = text.charCodeAt(at);
  if (ODD[code] !== Odd.FORM) return false;
  return (code < FIRST_FULL_WIDTH || language !== 'other') && text[at].normalize('NFKC') !== text[at];
}

/** One shape alone, and no ligature, is what the text speaks of. */
const isSpokenOf = (text: string, start: number, end: number): boolean =>
  end === start + 1 && plainOf(text[start]).length === 1 && !isLetter(text.charCodeAt(start - 1)) && !isLetter(text.charCodeAt(end));

/** Unicode's plain letters. What stands alone for a mark is decomposed with a blank or a tatweel to bear it, which running text has not. */
const plainOf = (form: string): string => {
  const plain = form.normalize('NFKC');
  return /\p{M}/u.test(plain) ? plain.replace(/[ \u0640]/g, '') : plain;
};

function placeOf(text: string, start: number, end: number): Place {
  const forms = [...text.slice(start, end)];
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const isTurned = torn(forms, before, after) > torn([...forms].reverse(), after, before);
  return { start, end, text: (isTurned ? forms.reverse() : forms).map(plainOf).join(''), safe: !isTurned };
}

/** The shapes of each letter stand in this order: alone, last, first and middle. */
const Shape = { ALONE: 0, LAST: 1, FIRST: 2, MIDDLE: 3 } as const;
const FIRST_SHAPED = 0xfe80;
const LAST_SHAPED = 0xfefc;

const SHAPES = new Map<string, number>();
for (let code = FIRST_SHAPED, shape = 0; code <= LAST_SHAPED; code++) {
  const form = String.fromCharCode(code);
  shape = form.normalize('NFKC') === String.fromCharCode(code - 1).normalize('NFKC') ? shape + 1 : Shape.ALONE;
  SHAPES.set(form, shape);
}

/** How many letters that ask for a neighbour have none: more in text that was stored from left to right, as it's printed. */
function torn(forms: readonly string[], before: number, after: number): number {
  let count = 0;
  forms.forEach((form, i) => {
    const shape = SHAPES.get(form);
    const joinsNext = shape === Shape.FIRST || shape === Shape.MIDDLE;
    const joinsLast = shape === Shape.LAST || shape === Shape.MIDDLE;
    const next = i + 1 < forms.length ? SHAPES.get(forms[i + 1]) : undefined;
    const last = i > 0 ? SHAPES.get(forms[i - 1]) : undefined;
    if (joinsNext && (next === undefined ? i + 1 === forms.length && !isLetter(after) : next === Shape.ALONE || next === Shape.FIRST)) count++;
    if (joinsLast && (last === undefined ? i === 0 && !isLetter(before) : last === Shape.ALONE || last === Shape.LAST)) count++;
  });
  return count;
}

const isLetter = (code: number): boolean => CLASS[code] === Class.ARABIC || CLASS[code] === Class.MARK || code === TATWEEL;
