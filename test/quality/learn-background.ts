// Counts the words of everyday Arabic: node build/test/quality/learn-background.mjs FOLDER [LEAST] [WITHOUT]
// FOLDER holds articles, a folder for each source. Words are counted without their proclitics, in blocks that the source doesn't repeat,
// and those that occur LEAST times are written to `corpus/names/background.json`. Sources named WITHOUT are left out.
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Evidence } from '../../server/src/corpus/evidence';
import { transliterate } from '../../server/src/corpus/names/background';
import { Lexicon } from '../../server/src/corpus/names/lexicon';
import { Likeness } from '../../server/src/corpus/names/likeness';
import { names } from '../../server/src/corpus/names/names';
import { LEAST_ALIKE, LEAST_PARADIGM, likenessOf } from '../../server/src/corpus/names/pairs';
import { Paradigms } from '../../server/src/corpus/names/paradigm';
import { Spellings } from '../../server/src/corpus/names/spellings';
import { Vocabulary } from '../../server/src/corpus/vocabulary';
import { readArticle } from '../../server/src/files/store';

const [folder, least = '16', without = '', target = 'server/src/corpus/names/background.json'] = process.argv.slice(2);
const vocabulary = new Vocabulary();
const files = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.txt') && dirname(name) !== without).sort();
const counts = new Int32Array(1 << 21);
const evidence = new Evidence();
const seen = new Set<string>();
let total = 0;
for (const file of files) {
  const article = readArticle({ id: file, path: join(folder, file), source: dirname(file) });
  evidence.add(article);
  const piece = names.collect(article, vocabulary);
  if (!piece) continue;
  let from = 0;
  for (const to of piece.blocks) {
    const block = piece.words.subarray(from, to);
    const key = `${piece.source} ${block.join(' ')}`;
    from = to;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const word of block) counts[word]++;
  }
}
counts[0] = 0;
const spellings = new Spellings();
spellings.follow(vocabulary);
const lexicon = new Lexicon(vocabulary, counts, spellings);
const likeness = new Likeness(lexicon);
const paradigms = new Paradigms(lexicon);

/** Whether a corpus of this size knows by itself that a word is no foreign name: by its letters, by the forms that it takes, or by both. */
function isOrdinary(id: number): boolean {
  const like = likenessOf(likeness, spellings.codes, lexicon.start(id), lexicon.end(id));
  const odds = paradigms.odds(id, 0);
  return like < LEAST_ALIKE || odds < LEAST_PARADIGM || like + odds < 0;
}

/** Spellings that the judgement joins, and by spelling all of its name. */
const spellingsOf = new Map(
  evidence.judge().names.clusters.flatMap(({ forms }) => forms.map(({ form }) => [form, forms.map((each) => each.form)] as const)),
);

/** By how often the words occur, to a power of two. */
type Levels = Record<number, string[]>;
const ordinary: Levels = {};
const other: Levels = {};
for (let id = 1; id <= lexicon.size; id++) {
  if (lexicon.end(id) === lexicon.start(id)) continue;
  total += lexicon.mass[id];
  if (lexicon.mass[id] < Number(least)) continue;
  const levels = !spellingsOf.has(lexicon.word(id)) && isOrdinary(id) ? ordinary : other;
  const level = 2 ** Math.round(Math.log2(lexicon.mass[id]));
  levels[level] ??= [];
  levels[level].push(transliterate(lexicon.word(id)));
}
const held = new Set(Object.values(other).flat());
const groups = new Set(
  [...spellingsOf.values()]
    .map((forms) =>
      forms
        .map(transliterate)
        .filter((form) => held.has(form))
        .join(' '),
    )
    .filter((forms) => forms.includes(' ')),
);
const joined = (levels: Levels): Record<string, string> =>
  Object.fromEntries(Object.entries(levels).map(([level, words]) => [level, words.sort().join(' ')]));
const sources = new Set(files.map((file) => dirname(file))).size;
const source = `Words of ${files.length.toLocaleString('en')} Arabic news articles of ${sources} outlets, without proclitics, that occur ${least} times or more, by how often (to a power of two), in Buckwalter's transliteration, by test/quality/learn-background.ts.`;
writeFileSync(target, `${JSON.stringify({ source, total, ordinary: joined(ordinary), other: joined(other), names: [...groups].sort() }, null, 1)}\n`);
for (const levels of [ordinary, other])
  console.log(
    Object.entries(levels)
      .map(([level, words]) => `${level}: ${words.length}`)
      .join(', '),
  );
