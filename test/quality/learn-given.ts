// Learns which names are given names of several people: node build/test/quality/learn-given.mjs FOLDER
// FOLDER holds the articles that names-given.jsonl was drawn from, a folder for each outlet: names with several spellings, of which one reader said
// whether they are given names, of several people or of one. Prints how well the two shares of `corpus/names/bearers.ts` tell them, and others would.
import { GIVEN_SHARE, OWN_SHARE, ownAmong, shareOfSeveral } from '../../server/src/corpus/names/bearers';
import { Lexicon } from '../../server/src/corpus/names/lexicon';
import type { Pair } from '../../server/src/corpus/names/pairs';
import { Spellings } from '../../server/src/corpus/names/spellings';
import { hear } from '../../server/src/corpus/names/witnesses';
import { readLabels } from './labels';
import { articlesIn, evidenceOf } from './samples';

interface Label {
  readonly name: string;
  readonly bearers: 'several' | 'one' | 'none';
}

const [folder] = process.argv.slice(2);
const labels = new Map(readLabels<Label>('test/quality/names-given.jsonl').map(({ name, bearers }) => [name, bearers]));
const evidence = evidenceOf(folder, articlesIn(folder));
const pieces = evidence.encode().summaries.flatMap(([, summary]) => summary.pieces.names ?? []);
const counts = new Int32Array(evidence.vocabulary.size + 1);
for (const { words } of pieces) for (const word of words) counts[word]++;
counts[0] = 0;
const spellings = new Spellings();
spellings.follow(evidence.vocabulary);
const lexicon = new Lexicon(evidence.vocabulary, counts, spellings);
const names = evidence.judgeNames().clusters.flatMap(({ forms }) => {
  const label = forms.find(({ form }) => labels.has(form));
  return label ? [{ bearers: labels.get(label.form)!, ids: forms.map(({ form }) => lexicon.idOf(form)).filter((id) => id > 0) }] : [];
});
const asked = names.flatMap(({ ids }) => ids.map((id) => ({ head: id, other: id }) as Pair));
const { bySpelling } = hear(pieces, asked, lexicon, []);
const told = names.map(({ bearers, ids }) => ({ bearers, followers: ids.flatMap((id) => [...bySpelling.get(id)!.rights.words]) }));
console.log(`${names.length} of ${labels.size} names are found, ${names.filter(({ bearers }) => bearers === 'several').length} of several people`);
console.log('own share  given share  of several people  others');
for (const own of [0.02, OWN_SHARE, 0.1]) {
  for (const least of [0.05, GIVEN_SHARE, 0.15, 0.2, 0.25]) {
    const given = told.filter(({ followers }) => shareOfSeveral(ownAmong(followers, lexicon, own), followers.length) >= least);
    const right = given.filter(({ bearers }) => bearers === 'several').length;
    console.log(
      `${own.toFixed(2).padStart(9)}  ${least.toFixed(2).padStart(11)}  ${String(right).padStart(17)}  ${String(given.length - right).padStart(6)}`,
    );
  }
}
