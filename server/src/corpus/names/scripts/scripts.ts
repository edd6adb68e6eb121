import { CLASS, Class } from '../../../text/characters';
import { keyOf } from '../../../text/hash';
import { SCRIPT_BITS } from '../../../text/scan';
import type { Corpus, Facet } from '../../facet';
import type { PairAccount } from '../explain';
import type { NamesJudgement } from '../judgement';
import { accountOf } from './explain';
import { readingOf, tableOf } from './reading';
import { judgeGroup } from './spellings';
import { mayBeName, SHORTEST } from './stems';

/** A word that may be a name, where it stands in the middle of a sentence. */
export interface Sighting {
  /** As written. */
  readonly word: string;
  /** `plain` words beside it that may be names too; empty where there is none. */
  readonly before: string;
  readonly after: string;
  /** Key of its block. */
  readonly block: number;
}

/** What an article in another language than Arabic tells of names. */
export interface ScriptPiece {
  readonly source: string;
  readonly script: number;
  readonly group: string;
  readonly sightings: readonly Sighting[];
  /** Keys of the longer words that stand in lower case, each once. */
  readonly lower: Float64Array;
}

/** Which spellings are one name in scripts other than the Arabic, and in Persian; by the group of `readingOf`, where it holds such spellings. */
export const scripts: Facet<ScriptPiece | null, { articles: number }, ReadonlyMap<string, NamesJudgement>> = {
  collect(article) {
    const reading = readingOf(article);
    if (!reading) return null;
    const { text, words, blocks, source } = article;
    const table = tableOf(reading.script);
    const { capitals, shape, titles } = table;
    const sightings: Sighting[] = [];
    const lower = new Set<number>();
    const wordAt = (w: number): string => text.slice(words.start[w], words.end[w]);
    const beside = (w: number): string => {
      const word = wordAt(w);
      const plain = table.plain(word);
      return (capitals && !shape.test(word)) || titles.has(plain) ? '' : plain;
    };
    for (let b = 0; b < blocks.count; b++) {
      const [first, last] = [blocks.firstWord[b], blocks.firstWord[b + 1]];
      for (let w = first; w < last; w++) {
        const start = words.start[w];
        if ((words.kind[w] & SCRIPT_BITS) !== table.script) continue;
        const word = wordAt(w);
        if (!mayBeName(table, word)) {
          if (capitals && word.length >= SHORTEST && word === word.toLowerCase()) lower.add(keyOf(words.hash[2 * w], words.hash[2 * w + 1]));
          continue;
        }
        const follows = w > first && areBlanks(text, words.end[w - 1], start);
        const isTitled = w > first && text.startsWith('. ', words.end[w - 1]) && titles.has(table.plain(wordAt(w - 1)));
        if (!follows && !isTitled) continue;
        const before = follows ? beside(w - 1) : '';
        const after = w + 1 < last && areBlanks(text, words.end[w], words.start[w + 1]) ? beside(w + 1) : '';
        sightings.push({ word, before, after: capitals ? after : '', block: keyOf(blocks.hash[2 * b], blocks.hash[2 * b + 1]) });
      }
    }
    return { source, ...reading, sightings, lower: Float64Array.from(lower) };
  },

  empty: () => ({ articles: 0 }),

  add(sum, piece, { sign }) {
    if (piece) sum.articles += sign;
  },

  judge({ articles }, { wishes }, pieces) {
    const judged = new Map<string, NamesJudgement>();
    if (articles === 0) return judged;
    const groups = groupsOf(pieces);
    for (const group of [...groups.keys()].sort()) {
      const found = judgeGroup(groups.get(group)!, wishes);
      if (found) judged.set(group, found);
    }
    return judged;
  },
};

type Pieces = Iterable<readonly [article: string, piece: ScriptPiece | null]>;

/** The articles that are compared with one another. */
function groupsOf(pieces: Pieces): Map<string, ScriptPiece[]> {
  const groups = new Map<string, ScriptPiece[]>();
  for (const [, piece] of pieces) {
    if (!piece) continue;
    const known = groups.get(piece.group);
    if (known) known.push(piece);
    else groups.set(piece.group, [piece]);
  }
  return groups;
}

/** Accounts of pairs of spellings, and in the place of those whose spellings Arabic articles lack what the articles in other languages tell of them. */
export function explainInScripts(
  accounts: readonly PairAccount[],
  pairs: readonly (readonly [string, string])[],
  { wishes }: Corpus,
  pieces: Pieces,
): PairAccount[] {
  const groups = accounts.some(({ verdict }) => verdict === 'absent') ? [...groupsOf(pieces)].sort(([a], [b]) => (a < b ? -1 : 1)) : [];
  return accounts.map((account, i) => {
    if (account.verdict !== 'absent') return account;
    const told = groups.flatMap(([, group]) => accountOf(group, pairs[i], judgeGroup(group, wishes) ?? undefined, wishes) ?? []);
    return told.find(({ verdict }) => verdict === 'joined') ?? told[0] ?? account;
  });
}

function areBlanks(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (CLASS[text.charCodeAt(i)] !== Class.BLANK) return false;
  return true;
}
