import { PARAGRAPH_WORDS, SHORT_PARAGRAPH_WORDS } from '../corpus/leftovers/shape';
import { type Article, blockKey, blockText, blockWords } from '../text/article';
import { CLASS, Class, isStop } from '../text/characters';
import { runKey } from '../text/hash';
import { protectedText } from '../text/protected';
import { removal } from './removal';
import page from './repeated-paragraph.md';
import { type Context, type Problem, rule } from './rule';

/** A quotation set apart from the text that it is taken from has so many words: fewer are titles and turns of phrase. */
const QUOTATION = { least: 8, most: 60 } as const;
/** Words by which the place that a quotation is taken from is sought. */
const OPENING = 5;

/** Paragraphs that stand in one article twice. */
export const repeatedParagraph = rule({
  id: 'repeated-paragraph',
  group: 'duplicates',
  severity: 'warning',
  summary: 'A paragraph stands in the article twice.',
  page,
  messages: {
    paragraph: 'This paragraph stands in line {line} already.',
    run: 'These {count} paragraphs stand from line {line} on already.',
    quotation: 'This is a quotation from line {line}, set apart from the text.',
    remove: 'Remove it',
    removeAll: 'Remove them',
  },
  options: {},

  *check(article: Article, { leftovers }: Context<object>): Generator<Problem> {
    if (!mayRepeat(article)) return;
    const { start, end } = article.blocks;
    const own = Array.from(start, (_, b) => b).filter((b) => !leftovers.covers(start[b], end[b]));
    const runs = repeats(article, own);
    for (const repeat of runs) yield repeated(article, own, repeat);
    const told = new Set(runs.flatMap(({ here, count }) => own.slice(here, here + count)));
    for (const [b, place] of quotations(
      article,
      own.filter((b) => !told.has(b)),
    )) {
      yield {
        start: start[b],
        end: end[b],
        message: 'quotation',
        slots: { line: place.line + 1 },
        severity: 'info',
        fixes: [{ title: 'remove', safe: false, edits: [removal(article, start[b], end[b])] }],
        data: { kind: 'quotation', others: [place] },
      };
    }
  },
});

/** Whether it's worth a closer look: two long blocks may have one hash, or one may be a quotation set apart. Most articles are done with here. */
function mayRepeat(article: Article): boolean {
  const { count, hash } = article.blocks;
  const seen = new Uint32Array(64);
  for (let b = 0; b < count; b++) {
    const words = blockWords(article, b);
    if (words >= QUOTATION.least && words <= QUOTATION.most && opensQuotation(article, b)) return true;
    if (words < SHORT_PARAGRAPH_WORDS) continue;
    const bit = 1 << (hash[2 * b] & 31);
    const at = (hash[2 * b] >>> 5) % seen.length;
    if ((seen[at] & bit) !== 0) return true;
    seen[at] |= bit;
  }
  return false;
}

/** Paragraphs that come again in the same order; `first`, `nearest` and `here` are places in the list of the article's own blocks. */
interface Repeat {
  readonly first: number;
  /** Where they last stood before. */
  readonly nearest: number;
  readonly here: number;
  count: number;
}

function repeats(article: Article, own: readonly number[]): Repeat[] {
  const known = new Map<number, number>();
  const found: Repeat[] = [];
  own.forEach((b, here) => {
    if (blockWords(article, b) < SHORT_PARAGRAPH_WORDS) return;
    const key = blockKey(article, b);
    const first = known.get(key);
    if (first === undefined) {
      known.set(key, here);
      return;
    }
    if (!isParagraph(article, b) || words(article, own[first]) !== words(article, b)) return;
    const last = found.at(-1);
    if (last && last.here + last.count === here && last.first + last.count === first) last.count++;
    else found.push({ first, nearest: last?.first === first && last.count === 1 ? last.here : first, here, count: 1 });
  });
  return found;
}

/** The text of a block with its blanks made alike: the keys of blocks don't tell numbers and signs apart. */
const words = (article: Article, b: number): string => blockText(article, b).replace(/\s+/g, ' ');

/**
 * Running text. Of the shorter blocks that recur in the articles of 17,120 most are verses, dates, labels of lists and formulas, of the
 * longer ones none. No question, which may be asked twice, no point of a list, no verse, and no quotation set apart.
 */
function isParagraph(article: Article, b: number): boolean {
  const { text, blocks } = article;
  if (opensQuotation(article, b) || POINT.test(text.slice(blocks.start[b], blocks.start[b] + LONGEST_POINT))) return false;
  let last = blocks.end[b] - 1;
  while (CLASS[text.charCodeAt(last)] === Class.QUOTE) last--;
  if ('؟?'.includes(text[last])) return false;
  if (!isStop(text.charCodeAt(last)) && blockWords(article, b) < PARAGRAPH_WORDS) return false;
  return protectedText(article).kindOf(blocks.start[b], blocks.end[b]) !== 'verse';
}

/** What a point of a list begins with: a dash, a number, a letter. */
const POINT = /^[([]?(?:[-–—•*·]|(?:\p{Nd}+|\p{L})\s?[-–—.)\]/:])/u;
const LONGEST_POINT = 8;

function repeated(article: Article, own: readonly number[], { first, nearest, here, count }: Repeat): Problem {
  const { blocks } = article;
  const [start, end] = [blocks.start[own[here]], blocks.end[own[here + count - 1]]];
  const others = own.slice(first, first + count).map((b) => placeOf(article, b));
  return {
    start,
    end,
    message: count === 1 ? 'paragraph' : 'run',
    slots: { line: others[0].line + 1, count },
    fixes: [
      {
        title: count === 1 ? 'remove' : 'removeAll',
        // Nothing stands between the two, so nothing can be meant by the second, unless somebody is quoted who said it twice.
        safe: count === 1 && own[here] === own[nearest] + 1 && protectedText(article).kindOf(start, end) === null,
        edits: [removal(article, start, end)],
      },
    ],
    data: { kind: 'paragraph', others },
  };
}

interface Passage {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

const placeOf = ({ blocks }: Article, b: number): Passage => ({ start: blocks.start[b], end: blocks.end[b], line: blocks.line[b] });

/** Blocks that are a quotation and stand in another block, of which there is more, each with its place there. */
function* quotations(article: Article, own: readonly number[]): Generator<[block: number, place: Passage]> {
  const { words, blocks } = article;
  const apart = new Map<number, number>();
  /** Which words may begin one of them, by five bits of their hash: most don't. */
  let openings = 0;
  for (const b of own.slice(1)) {
    const count = blockWords(article, b);
    if (count < QUOTATION.least || count > QUOTATION.most || !opensQuotation(article, b)) continue;
    apart.set(runKey(words, blocks.firstWord[b], blocks.firstWord[b] + OPENING), b);
    openings |= 1 << (words.hash[2 * blocks.firstWord[b]] & 31);
  }
  if (apart.size === 0) return;
  const places = new Map<number, Passage>();
  for (const from of own.slice(1)) {
    for (let w = blocks.firstWord[from]; w + QUOTATION.least <= blocks.firstWord[from + 1]; w++) {
      if ((openings & (1 << (words.hash[2 * w] & 31))) === 0) continue;
      const b = apart.get(runKey(words, w, w + OPENING));
      if (b === undefined || b === from || places.has(b)) continue;
      const last = w + blockWords(article, b);
      if (last > blocks.firstWord[from + 1] || runKey(words, w, last) !== blockKey(article, b)) continue;
      places.set(b, { start: words.start[w], end: words.end[last - 1], line: blocks.line[from] });
    }
  }
  for (const b of own) if (places.has(b)) yield [b, places.get(b)!];
}

const opensQuotation = ({ text, blocks }: Article, b: number): boolean => CLASS[text.charCodeAt(blocks.start[b])] === Class.QUOTE;
