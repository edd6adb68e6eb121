// What an edit costs against warm evidence: node --expose-gc build/test/bench/edits.mjs FOLDER. Prints milliseconds: half, 95 and 99 of 100 take at most so long.
// `word`: one word of an article is changed, the evidence follows, and the names of the article are checked again by what the corpus decided last;
// `open`: the same for an article of about 6 KB that wasn't there; `judge`: the corpus decides anew, which the editor leaves to another thread.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Evidence, type Judgement } from '../../server/src/corpus/evidence';
import { lint } from '../../server/src/engine/lint';
import { defaultSettings, onlyRules } from '../../server/src/engine/settings';
import { readArticle } from '../../server/src/files/store';
import { type Article, createArticle } from '../../server/src/text/article';

const folder = process.argv[2] ?? 'test/sample';
const settings = onlyRules(new Set(['inconsistent-name']), defaultSettings);
const evidence = new Evidence(['names']);
const all = new Evidence();
const articles: Article[] = [];
for (const file of (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.txt')).sort()) {
  const article = readArticle({ id: file, path: join(folder, file), source: dirname(file) });
  evidence.add(article);
  all.add(article);
  if (articles.length < 2_000) articles.push(article);
}
const judgement: Judgement = all.judge();

const times = { word: [] as number[], open: [] as number[], judge: [] as number[] };
const timed = (kind: keyof typeof times, run: () => unknown): void => {
  const start = performance.now();
  run();
  times[kind].push(performance.now() - start);
};
const follow = (id: string, source: string, text: string): void => {
  const article = createArticle(id, source, text);
  evidence.add(article);
  lint(article, judgement, settings);
};
for (const { id, source, text } of articles) {
  const middle = text.indexOf(' ', text.length >> 1);
  timed('word', () => follow(id, source, `${text.slice(0, middle)} لافروف${text.slice(middle)}`));
  evidence.add(createArticle(id, source, text));
}
const long = articles.map(({ text }) => text).join('\n\n');
for (let i = 0; i < 300; i++) {
  const from = (i * 3_000) % Math.max(1, long.length - 3_000);
  timed('open', () => follow(`new/${i}.txt`, 'new', long.slice(from, from + 3_000)));
  evidence.remove(`new/${i}.txt`);
}
for (let i = 0; i < 5; i++) timed('judge', () => evidence.judgeNames());

for (const [kind, values] of Object.entries(times)) {
  values.sort((a, b) => a - b);
  const at = (share: number): string => values[Math.min(values.length - 1, Math.floor(share * values.length))].toFixed(2).padStart(9);
  console.log(`${kind.padEnd(6)} ${at(0.5)} ${at(0.95)} ${at(0.99)}  (${values.length})`);
}
