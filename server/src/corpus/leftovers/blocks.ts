import type { Article } from '../../text/article';
import type { Judgement } from '../evidence';
import { findHeadline, isTitled } from '../headline';
import { isNoHeadline, TIME } from './alone';
import { CAPTION, isCaption } from './captions';
import { examine } from './examination';
import { type Leftover, type Phrases, phraseNumber, type Unnumbered } from './leftovers';
import { confidenceOf, isReported, shippedModel, weightiest } from './model';
import { noteOf } from './notes';
import { namesMaker } from './origins';
import { plain } from './plain';
import type { Shape } from './shape';
import { LEVELS, PAGE, ZONES } from './signs';

/** The blocks of an article that the site put there, in reading order, and the block that is its headline, -1 where none is. */
export function judgeBlocks(
  article: Article,
  shapes: readonly Shape[],
  judgement: Judgement | null,
  phrases: Phrases,
): { found: Unnumbered[]; headline: number } {
  const { blocks, level, zone, readings } = examine(article, shapes, judgement);
  const { together } = shippedModel();
  const found: Unnumbered[] = [];
  const gone = new Uint8Array(shapes.length);
  const wished = phrases.decided.size > 0 || phrases.extra.length > 0;
  /** Whether a block that may be the headline stands above, and a line that tells where the story comes from. */
  const above = { title: false, origin: false };
  for (let b = 0; b < shapes.length; b++) {
    const shape = shapes[b];
    const { start, end } = shape;
    const wanted = wished ? byWish(article, shape, phrases) : undefined;
    if (wanted) {
      found.push({ start, end, note: false, confidence: 1, ...wanted });
      gone[b] = 1;
      continue;
    }
    const { label, units, signs } = readings[b];
    // A story may be called by a date, not by an hour above another headline.
    const isTime = signs.includes(TIME) && (b > 0 || (HOUR.test(article.text.slice(start, end)) && isTitled(article, () => false)));
    const { odds, tellings } = blocks[b];
    const tells = tellings.length > 0;
    const reported = isReported(odds, tells, article.language, level, zone(b));
    const place = ZONES[zone(b)];
    if (!(reported && tells) && (b > 0 || isTime) && !shape.paragraph && label && (place === 'head' || place === 'tail')) {
      const plainly = plain(article.text, start, end);
      const note =
        above.title && isCaption(plainly, shape) ? 'caption' : noteOf(plainly, article.text.slice(start, end), shape, units, place, LEVELS[level]);
      const isOrigin = note === 'byline' || note === 'dateline';
      // A headline may look so too, and what looks like a second one names what a picture shows, or speaks of something else.
      if (note && (!isOrigin || (above.title && (!above.origin || namesMaker(plainly))))) {
        above.origin ||= isOrigin;
        gone[b] = 1;
        found.push({ start, end, kind: note, confidence: note === 'caption' ? CAPTION : NOTE, evidence: { zone: place }, note: true });
        continue;
      }
    }
    if (!reported || (b === 0 && level !== PAGE && readings[0].phrase && !isTitled(article, (below) => blocks[below].tellings.length > 0))) {
      above.title ||= !isTime;
      continue;
    }
    gone[b] = 1;
    const telling = weightiest(tellings, together);
    const evidence = { ...(telling?.told ?? { shape: true }), odds: Math.round(odds * 10) / 10 };
    found.push({ start, end, kind: telling?.kind ?? 'residue', confidence: confidenceOf(tells, odds), evidence, note: false });
  }
  return { found, headline: findHeadline(shapes.map(wordsOf), (b) => gone[b] === 1 || isNoHeadline(readings[b])) };
}

const HOUR = /\p{Nd}:\p{Nd}/u;

const wordsOf = ({ words }: Shape): number => words;

/** How sure a note is one, counted on the development set's lines. */
const NOTE = 0.9;

/** What the configuration lists, and what people decided to drop. */
function byWish(
  article: Article,
  { start, end, key }: Shape,
  { extra, decided }: Phrases,
): Pick<Leftover, 'kind' | 'evidence' | 'decisions'> | undefined {
  if (decided.size > 0) {
    const dropped = decided.get(key)?.filter(({ source }) => source === null || source === article.source);
    if (dropped && dropped.length > 0) return { kind: 'decided', evidence: { decided: true }, decisions: dropped.map(({ line }) => line) };
  }
  if (extra.length === 0) return undefined;
  const phrase = plain(article.text, start, end, Math.max(...extra.map(({ length }) => length)) + 1);
  const place = extra.indexOf(phrase);
  return place < 0 ? undefined : { kind: 'phrase', evidence: { phrase, configured: true }, decisions: [phraseNumber(place)] };
}
