import type { Article } from '../../text/article';
import type { Judgement } from '../evidence';

export interface Phrases {
  readonly extra: readonly string[];
}
export interface Leftovers {
  covers(start: number, end: number): boolean;
  readonly spans: readonly [];
}
export function findLeftovers(_article: Article, _judgement: Judgement | null, _phrases: Phrases): Leftovers {
  return { covers: () => false, spans: [] };
}
