import type { Article } from '../../text/article';
import type { Sign } from './signs';
import { CONFIDENCE, WEIGHTS } from './weights';

/** Log odds that a block is a leftover, by what it says itself. */
export const weighAlone = (signs: readonly Sign[]): number => weigh(signs, 0);

/** The same with all that is known of the blocks around it. */
export const weighTogether = (signs: readonly Sign[]): number => weigh(signs, 1);

function weigh(signs: readonly Sign[], column: 0 | 1): number {
  let sum = WEIGHTS.get('')?.[column] ?? 0;
  for (const sign of signs) sum += WEIGHTS.get(sign.name)?.[column] ?? expectedOf(sign);
  return sum;
}

/** What a sign weighs as long as no label has taught otherwise: one that tells what a block is speaks for it; that it does so in this place, named in brackets, adds a little. */
export const expectedOf = ({ name, kind }: Sign): number => (kind === undefined ? 0 : name.endsWith(')') ? 1 : 4);

/** Whether one of the signs tells what a block is. */
export const tells = (signs: readonly Sign[]): boolean => signs.some(({ kind }) => kind !== undefined);

/** From these log odds on a block is reported. */
export const REPORTED = 0.5;
/**
 * Whether these signs may make a leftover. Some sign must tell what it is; on a page, before, between and after its paragraphs, shape and place
 * alone do, but not in Arabic and Persian: what is known of their pages is known from one outlet, where captions, quotations set apart and
 * subheads look the same. Where there are no paragraphs, short lines are captions in a gallery.
 */
export function speaks(signs: readonly Sign[], language: Article['language']): boolean {
  if (tells(signs)) return true;
  return language === 'other' && signs.some(({ name }) => name.startsWith('page: ')) && signs.every(({ name }) => name !== 'page: none');
}

/** How often blocks with such signs and log odds were leftovers, as was counted on outlets that the weights weren't learned from. */
export function confidenceOf(signs: readonly Sign[], odds: number): number {
  let confidence = 0.5;
  for (const [from, share] of tells(signs) ? CONFIDENCE.told : CONFIDENCE.shape) if (odds >= from) confidence = share;
  return confidence;
}

/** The sign that tells what a leftover is: of those that say so, the weightiest. */
export function tellingSign(signs: readonly Sign[]): Sign | undefined {
  let best: Sign | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const sign of signs) {
    if (!sign.kind) continue;
    const weight = WEIGHTS.get(sign.name)?.[1] ?? expectedOf(sign);
    if (weight > most) {
      best = sign;
      most = weight;
    }
  }
  return best;
}
