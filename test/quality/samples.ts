import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Evidence } from '../../server/src/corpus/evidence';
import { readArticle } from '../../server/src/files/store';

/** Small corpora of one outlet: how many articles each has, and how many are drawn from each outlet. */
const DRAWS = [
  { articles: 20, times: 40 },
  { articles: 60, times: 20 },
  { articles: 200, times: 10 },
] as const;

/** A small corpus, drawn at random: always the same from the same folder. */
export interface Sample {
  readonly source: string;
  readonly number: number;
  readonly files: readonly string[];
}

/** The articles in a folder, in order. Each folder in it is an outlet. */
export const articlesIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.txt')).sort();

/** Draws small corpora from the articles of each outlet, where it has so many. */
export function* samplesOf(files: readonly string[]): Iterable<Sample> {
  const outlets = new Map<string, string[]>();
  for (const file of files) {
    const own = outlets.get(dirname(file));
    if (own) own.push(file);
    else outlets.set(dirname(file), [file]);
  }
  const random = randomFrom(1);
  let number = 0;
  for (const { articles, times } of DRAWS) {
    for (let time = 0; time < times; time++) {
      for (const [source, own] of outlets) {
        if (own.length < articles) continue;
        const drawn = new Set<number>();
        while (drawn.size < articles) drawn.add(Math.floor(random() * own.length));
        yield { source, number: number++, files: [...drawn].sort((a, b) => a - b).map((i) => own[i]) };
      }
    }
  }
}

/** What articles of a folder tell. */
export function evidenceOf(folder: string, files: readonly string[]): Evidence {
  const evidence = new Evidence(['names', 'scripts']);
  for (const file of files) evidence.add(readArticle({ id: file, path: join(folder, file), source: dirname(file) }));
  return evidence;
}

/** Numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
