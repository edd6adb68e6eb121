import type { Article } from './article';
import { CLASS, Class, ODD, Odd, ORNATE_BRACES } from './characters';
import { glyphAt, Role } from './quotations';
import { AFTER_BREAK } from './scan';

/** Whose the words are: God's or the Prophet's, a poet's, or those of somebody who is quoted. */
export type Protection = 'scripture' | 'verse' | 'quotation';

/** The spans of one kind, in reading order, not overlapping. */
type Spans = readonly (readonly [start: number, end: number])[];

/**
 * The text whose wording isn't its writer's to mend. Whoever changes words (spelling, names, typography) asks here first: in
 * protected text a fix is never safe, and in scripture and verse there is no fault to report. Characters and encoding are mended everywhere.
 */
export interface ProtectedText {
  /** Whose words stand from `start` to `end` (UTF-16 offsets); the strictest where several apply, null where they are the writer's own. */
  kindOf(start: number, end: number): Protection | null;
}

const known = new WeakMap<Article, ProtectedText>();

/** The protected text of an article; read when somebody first asks. When in doubt it's protected: a fix that needs a look costs little. */
export function protectedText(article: Article): ProtectedText {
  let found = known.get(article);
  if (!found) {
    found = new Protected(article);
    known.set(article, found);
  }
  return found;
}

class Protected implements ProtectedText {
  private scripture: Spans | null = null;
  private verse: Spans | null = null;
  private quotations: Spans | null = null;

  constructor(private readonly article: Article) {}

  kindOf(start: number, end: number): Protection | null {
    this.scripture ??= scriptureOf(this.article);
    if (touches(this.scripture, start, end)) return 'scripture';
    this.verse ??= joined([...linesOf(this.article), ...hemistichsOf(this.article)]);
    if (touches(this.verse, start, end)) return 'verse';
    this.quotations ??= quotationsOf(this.article);
    return touches(this.quotations, start, end) ? 'quotation' : null;
  }
}

/** Whether one of the spans and the text from `start` to `end` have a character in common. */
function touches(spans: Spans, start: number, end: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle][1] <= start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low][0] < end;
}

/** Words before scripture that is quoted in whatever marks, or in none: the formulas for a verse of the Qur'an and for a hadith. */
const CITED =
  /(?:قال|يقول|قول|قوله|قائلا?|بقوله|لقوله|وقوله)(?: (?:الله|ربنا|الحق|المولى|رب العزة))?[،, ]*(?:(?:سبحانه )?و?تعالى|عز و ?جل|جل وعلا|جل جلاله|تبارك وتعالى)|(?:صلى الله عليه (?:و[اآ]له )?و ?سلم|ﷺ|عليه الصلاة والسلام)[)\]» ]*(?:أنه )?(?:قال)?[ ،]*[:«"“({]|بسم الله الرحمن الرحيم|(?:الآية|سورة) [\p{L} ]{2,20}[:،]? ?\d/gu;
/** None of them stands without one of these words; so most articles are done by looking for them. */
const NAMES_OF_GOD = ['تعالى', 'وجل', 'وعلا', 'جلاله', 'عليه', 'ﷺ', 'الرحيم', 'سورة', 'الآية'];
const HARAKAT = /[\u064B-\u0652\u0670\u0640]/g;

/** Scripture stands in ornate braces, or in the rest of a paragraph whose words announce it. */
function scriptureOf({ text, odd, blocks }: Article): Spans {
  const spans: [number, number][] = [];
  let open = -1;
  for (const at of odd) {
    if (ODD[text.charCodeAt(at)] !== Odd.BRACE) continue;
    const isOrnate = ORNATE_BRACES.includes(text[at]);
    if (!isOrnate && text[at] === '{') open = at;
    else if (!isOrnate || open >= 0) {
      if (open >= 0) spans.push([open, at + 1]);
      open = -1;
    } else open = at;
  }
  for (let b = 0; b < blocks.count; b++) {
    const written = text.slice(blocks.start[b], blocks.end[b]);
    const plain = written.replace(HARAKAT, '');
    if (!NAMES_OF_GOD.some((name) => plain.includes(name))) continue;
    // Where harakat are left out offsets differ: the whole paragraph is protected then.
    const cited = [...plain.matchAll(CITED)];
    if (cited.length > 0) spans.push([blocks.start[b] + (plain.length === written.length ? cited[0].index : 0), blocks.end[b]]);
  }
  return joined(spans);
}

/** Lines of a poem have so many words at most, two hemistichs in one line among them. */
const LONGEST_LINE = 14;
/** So many short lines in a row, none of which ends a sentence as prose does, are verse, a list or a row of headlines. */
const STANZA = 4;

/** Short lines in a row, as poems have them. Lists look like it: their words are not running text either. */
function linesOf({ text, blocks }: Article): [number, number][] {
  const spans: [number, number][] = [];
  let first = -1;
  for (let b = 0; b <= blocks.count; b++) {
    const words = b < blocks.count ? blocks.firstWord[b + 1] - blocks.firstWord[b] : 0;
    const isShort = words >= 2 && words <= LONGEST_LINE && text[blocks.end[b] - 1] !== '.' && text[blocks.end[b] - 1] !== ':';
    if (isShort && first < 0) first = b;
    if (isShort) continue;
    if (first >= 0 && b - first >= STANZA) spans.push([blocks.start[first], blocks.end[b - 1]]);
    first = -1;
  }
  return spans;
}

/** A hemistich has so many words; between the dots of two verses stand a second half and the next first one. */
const HEMISTICH = { least: 2, most: LONGEST_LINE / 2 };
const DOTS = /…|\.{3}/;
const STOP = /[.،,؛;!?؟\n\r]/;

/**
 * Verses in running text, whose halves dots part: as many as a stanza has lines, and no other stop between, as prose has. Of 17,120 articles
 * four have such: in three it is verse, in one a meditation.
 */
function hemistichsOf({ text, words }: Article): [number, number][] {
  if (!text.includes('…') && !text.includes('...')) return [];
  const spans: [number, number][] = [];
  let [first, last, count] = [0, 0, 0];
  for (let w = 1; w <= words.count; w++) {
    const isEnd = w === words.count;
    if (!isEnd && (words.kind[w] & AFTER_BREAK) === 0) continue;
    const between = isEnd ? '\n' : text.slice(words.end[w - 1], words.start[w]);
    if (!STOP.test(between) && !DOTS.test(between)) continue;
    const isParted = DOTS.test(between) && !/[\n\r]/.test(between);
    const goesOn = isParted && count > 0 && w - last >= 2 * HEMISTICH.least && w - last <= 2 * HEMISTICH.most;
    if (!goesOn) {
      if (count >= STANZA) spans.push([words.start[Math.max(0, first - HEMISTICH.most)], words.end[Math.min(w, last + HEMISTICH.most) - 1]]);
      [first, count] = [w, 0];
    }
    if (isParted) count++;
    last = w;
  }
  return spans;
}

/** From an opening mark to the one that closes it, or to the end of the paragraph; marks of other shapes in between are its own. */
function quotationsOf({ text, quotes, blocks }: Article): Spans {
  const spans: [number, number][] = [];
  let b = 0;
  for (let q = 0; q < quotes.length; q++) {
    while (b < blocks.count && blocks.end[b] <= quotes[q]) b++;
    if (b === blocks.count) break;
    const { family } = glyphAt(text, quotes[q]);
    let depth = 1;
    let end = blocks.end[b];
    let next = q + 1;
    for (; next < quotes.length && quotes[next] < blocks.end[b]; next++) {
      const mark = glyphAt(text, quotes[next]);
      if (mark.family !== family) continue;
      // «قال «نعم»»: an opening mark after a blank nests, whatever else a mark of the family does closes.
      if (mark.usual === Role.OPENS && CLASS[text.charCodeAt(quotes[next] - 1)] === Class.BLANK && glyphAt(text, quotes[q]).usual === Role.OPENS)
        depth++;
      else if (--depth === 0) {
        end = quotes[next] + 1;
        break;
      }
    }
    spans.push([quotes[q], end]);
    q = depth === 0 ? next : next - 1;
  }
  return spans;
}

/** Spans in reading order, those that overlap made one. */
function joined(spans: [number, number][]): Spans {
  const result: [number, number][] = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
