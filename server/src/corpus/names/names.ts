import { AFTER_BREAK, SCRIPT_BITS, Script } from '../../text/scan';
import type { Corpus, Facet } from '../facet';
import type { Vocabulary } from '../vocabulary';
import { besideOf } from './beside';
import { describe, partnerOf, score, stars } from './clusters';
import { compoundsOf } from './compounds/compounds';
import { accountsFor, type Models, type PairAccount } from './explain';
import { type ArabicNames, addToFilter, emptyFilter, type NamesJudgement, type NameWord, nameKey } from './judgement';
import { withKindred } from './kindred';
import { Lexicon } from './lexicon';
import { Likeness } from './likeness';
import { candidatesOf, pairsOf, withBeside } from './pairs';
import { Paradigms } from './paradigm';
import { Spellings } from './spellings';
import { syriaOf, syriaWords } from './syria';
import { type Described, Wishes, wishesOfWords } from './wishes';
import { hear, type Piece } from './witnesses';

interface Sum {
  /** Occurrences by word number, in blocks that vote. */
  counts: Int32Array;
  readonly spellings: Spellings;
}

let buffer = new Uint32Array(1 << 12);

/** Which spellings are one name. */
export const names: Facet<Piece | null, Sum, ArabicNames> = {
  collect({ language, source, text, words, blocks }, vocabulary) {
    if (language !== 'ar') return null;
    if (buffer.length < 2 * words.count + blocks.count) buffer = new Uint32Array(2 * (2 * words.count + blocks.count));
    const ends = new Uint32Array(blocks.count);
    let length = 0;
    for (let b = 0; b < blocks.count; b++) {
      let broken = true;
      const first = length;
      for (let w = blocks.firstWord[b]; w < blocks.firstWord[b + 1]; w++) {
        const [start, kind] = [words.start[w], words.kind[w]];
        if ((kind & SCRIPT_BITS) !== Script.ARABIC) {
          broken = true;
          continue;
        }
        if ((broken || (kind & AFTER_BREAK) !== 0) && length > first) buffer[length++] = 0;
        broken = false;
        buffer[length++] = vocabulary.intern(words.hash[2 * w], words.hash[2 * w + 1], text, start, words.end[w]);
      }
      ends[b] = length;
    }
    return { source, words: buffer.slice(0, length), blocks: ends };
  },

  renumber(piece, map) {
    if (!piece) return piece;
    const words = new Uint32Array(piece.words.length);
    for (let i = 0; i < words.length; i++) words[i] = map[piece.words[i]];
    return { ...piece, words };
  },

  empty: () => ({ counts: new Int32Array(1 << 12), spellings: new Spellings() }),

  add(sum, piece, { votes, sign }) {
    if (!piece) return;
    let from = 0;
    for (let b = 0; b < piece.blocks.length; b++) {
      const to = piece.blocks[b];
      if (votes[b] === 1) {
        for (let i = from; i < to; i++) {
          const word = piece.words[i];
          if (word >= sum.counts.length) sum.counts = grown(sum.counts, word + 1);
          sum.counts[word] += sign;
        }
      }
      from = to;
    }
  },

  judge(sum, { vocabulary, wishes: all }, pieces) {
    const wishes = wishesOfWords(all);
    const { lexicon, likeness, paradigms } = read(sum, vocabulary);
    const articles = present(pieces);
    const total = lexicon.usualTotal;
    const beside = besideOf(articles, lexicon, likeness, total);
    const pairs = withBeside(pairsOf(candidatesOf(lexicon, likeness), lexicon, paradigms), beside, lexicon, likeness, paradigms);
    const wanted = new Wishes(wishes, lexicon);
    const witnesses = hear(articles, [...pairs, ...wanted.pairs], lexicon, syriaWords(lexicon));
    const found = stars(withKindred(score(pairs, witnesses, lexicon), witnesses, lexicon), witnesses, lexicon, (a, b) => wanted.apart(a, b));
    const spellings = [...found].map(([head, members]) => [head, ...members.map((pair) => partnerOf(pair, head))]);
    const homes = new Map(spellings.flatMap((ids) => ids.map((id) => [id, ids] as const)));
    const bearing = { witnesses, lexicon, likeness, total, spellingsOf: (id: number) => homes.get(id) ?? [id] };
    const described = spellings.map((ids) => ({ ids, cluster: describe(ids[0], found.get(ids[0])!, bearing) }));
    const syria = syriaOf(witnesses.holders, lexicon);
    if (syria) described.push({ ids: syria.forms.map(({ form }) => lexicon.idOf(form)), cluster: syria });
    const settled = [...wanted.settle(described, witnesses)];
    const size = ({ cluster }: Described): number => cluster.forms.reduce((total, form) => total + form.articles, 0);
    settled.sort((a, b) => size(b) - size(a) || (a.cluster.forms[0].form < b.cluster.forms[0].form ? -1 : 1));
    const indexed = index(settled, lexicon);
    const { compounds, met } = compoundsOf(articles, lexicon, paradigms, total, indexed.filter, all);
    return { ...indexed, compounds, met: [...new Set([...wanted.met, ...met])].sort((a, b) => a - b) };
  },
};

/** Everything told of pairs of spellings, and why they are or aren't joined; `judged` is what was decided. */
export function explainPairs(
  sum: Sum,
  { vocabulary, wishes }: Corpus,
  pieces: Pieces,
  judged: ArabicNames,
  pairs: readonly (readonly [string, string])[],
): PairAccount[] {
  return accountsFor(pairs, read(sum, vocabulary), present(pieces), judged, wishes);
}

type Pieces = Iterable<readonly [article: string, piece: Piece | null]>;

/** The words as the corpus now holds them, and what tells names among them. */
function read(sum: Sum, vocabulary: Vocabulary): Models {
  if (sum.counts.length <= vocabulary.size) sum.counts = grown(sum.counts, vocabulary.size + 1);
  sum.spellings.follow(vocabulary);
  const lexicon = new Lexicon(vocabulary, sum.counts, sum.spellings);
  return { lexicon, likeness: new Likeness(lexicon), paradigms: new Paradigms(lexicon) };
}

function present(pieces: Pieces): Piece[] {
  const articles: Piece[] = [];
  for (const [, piece] of pieces) if (piece) articles.push(piece);
  return articles;
}

function grown(counts: Int32Array, atLeast: number): Int32Array {
  const larger = new Int32Array(Math.max(atLeast, counts.length * 2));
  larger.set(counts);
  return larger;
}

/** Finds all words that are forms of the clusters, those with proclitics too. */
function index(described: readonly Described[], lexicon: Lexicon): Pick<NamesJudgement, 'clusters' | 'words' | 'filter'> {
  const homes = new Map<number, [cluster: number, form: number]>();
  const isHome = new Uint8Array(lexicon.limit);
  described.forEach(({ ids, cluster }, number) => {
    for (const id of ids) {
      homes.set(id, [number, cluster.forms.findIndex(({ form }) => form === lexicon.word(id))]);
      isHome[id] = 1;
    }
  });
  const found: [key: number, word: NameWord][] = [];
  const filter = emptyFilter();
  for (let id = 1; id <= lexicon.size; id++) {
    if (lexicon.counts[id] <= 0) continue;
    const base = isHome[lexicon.other[id]] ? lexicon.other[id] : lexicon.base[id];
    if (isHome[base] === 0) continue;
    const home = homes.get(base)!;
    const word = lexicon.word(id);
    const prefix = base === id ? 0 : base > lexicon.size ? 1 : lexicon.prefix[id];
    addToFilter(filter, word);
    const swallowed = lexicon.end(base) - lexicon.start(base) - (lexicon.end(id) - lexicon.start(id) - prefix);
    found.push([nameKey(word), { cluster: home[0], form: home[1], prefix, swallowed }]);
  }
  found.sort(([a], [b]) => a - b);
  return { clusters: described.map(({ cluster }) => cluster), words: new Map(found), filter };
}
