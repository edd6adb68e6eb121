import type { SourceLines } from '../lines';
import { isLabel, isNoHeadline } from './alone';
import type { Company } from './company';
import { interfaceWords, Lists } from './lexicon';
import { noteOf } from './notes';
import { BODY, byZone, forLines, HEAD, NONE, type Signs, ZONES } from './signs';

/** A byline that a page repeats stands so many blocks below the headline at most. */
const BYLINE_WITHIN = 1;

/** The same text in other articles of the source and elsewhere in this one. */
export function readRepetition(company: Company, b: number, zone: number, signs: Signs): void {
  const { key, words, paragraph } = company.shapes[b];
  const own = b === company.headline;
  if (zone !== BODY && !paragraph && words >= 2) {
    const earlier = company.above.get(key);
    if (earlier !== undefined && earlier < b) {
      if (earlier === company.headline) {
        if (words >= 3) signs.tell(HEADLINE_AGAIN + zone, 'repeated-headline', { headline: true });
      } else if (earlier > company.headline && earlier <= company.headline + BYLINE_WITHIN)
        signs.tell(BYLINE_AGAIN + zone, 'repeated-byline', { line: company.shapes[earlier].line + 1 });
    }
  }
  if (!company.lines) return;
  const count = Math.max(0, company.held[b] - company.copies);
  const rate = rateOf(count, company.lines.articles);
  // Before the text writers and columns recur; where there is no text, they are all that follows the headline.
  const few = zone === HEAD ? rate === RATE.three || rate === RATE.some : zone === NONE && rate !== RATE.most;
  if (rate >= 0 && !few && !(own && rate !== RATE.most) && !isNote(company, b, zone) && !isSubhead(company, b, zone)) {
    // Copies aren't weighed, but whoever counts finds them.
    const told = { articles: company.held[b] || count, of: company.lines.articles, zone: ZONES[zone] };
    signs.tell((paragraph ? RECURRING_PARAGRAPH : RECURRING)[rate] + zone, 'repeated', told);
  }
  if (count >= 3 && company.readings[b].phrase) signs.add(SOURCE_PHRASE + zone);
  if (b > 0 && words >= 4 && !paragraph && zone !== HEAD && !own && !isNoHeadline(company.readings[b]) && (company.headlines?.get(key) ?? 0) > 0)
    signs.tell(ANOTHER_HEADLINE + zone, 'related-headline', { headlines: company.headlines!.get(key)! });
}

/** Whether block `b` is what stands above many an article, and is its own: a byline, a dateline. */
function isNote(company: Company, b: number, zone: number): boolean {
  if (zone !== HEAD || !isLabel(company.shapes[b])) return false;
  const { label, units } = company.readings[b];
  return noteOf(label ? company.plain(b) : '', company.written(b), company.shapes[b], units, ZONES[zone], 'mixed') !== undefined;
}

/**
 * Whether block `b` may be a subhead: between paragraphs a line that says nothing to the reader of a page is as well a column's, a recipe's, a
 * paper's name in a review.
 */
function isSubhead(company: Company, b: number, zone: number): boolean {
  if (zone !== BODY || company.shapes[b].paragraph || company.readings[b].signs.length > 0) return false;
  return (
    (company.readings[b].lists & Lists.INTERFACE) === 0 ||
    !company
      .plain(b)
      .split(' ')
      .some((word) => interfaceWords.has(word))
  );
}

/**
 * How many articles of a source repeat one with this headline, to be taken off from those that hold a line: an article that a source holds three
 * times would make all its lines the site's.
 */
export const copiesOf = ({ repeated }: SourceLines, headline: number | undefined): number =>
  headline === undefined ? 0 : Math.max(0, (repeated.get(headline) ?? 0) - 1);

/** In how many of a source's articles a line stands: their numbers and names. */
const RATE = { three: 0, some: 1, fifth: 2, third: 3, most: 4 } as const;
const RATES = ['three', 'some', 'a fifth of the', 'a third of the', 'most'] as const;

/** In how many of a source's articles a line stands, of `RATES`; -1 where they are too few to say anything. */
export function rateOf(count: number, articles: number): number {
  if (count < 3) return -1;
  const share = count / articles;
  if (count < 4 || share < 0.03) return share < 0.03 ? -1 : RATE.three;
  return share < 0.2 ? RATE.some : share < 0.3 ? RATE.fifth : share < 0.5 ? RATE.third : RATE.most;
}

const always = (): boolean => true;
const never = (): boolean => false;

/** Of a line by itself: for each rate a sign for lines, and the next for paragraphs. */
export const RATE_ALONE = RATES.map((rate) => forLines(`in ${rate} articles`));
const RECURRING = RATES.map((rate) => byZone(`in ${rate} articles`, always));
const RECURRING_PARAGRAPH = RATES.map((rate) => byZone(`in ${rate} articles`, always, ', paragraph'));
const HEADLINE_AGAIN = byZone('headline again', always);
const BYLINE_AGAIN = byZone('byline again', always);
const ANOTHER_HEADLINE = byZone('another headline', always);
const SOURCE_PHRASE = byZone('phrase of the source', never);
