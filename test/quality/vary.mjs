// Shows what depends on a threshold of names: node test/quality/vary.mjs FOLDER FILE FROM TO [FILE FROM TO]…
// FOLDER holds articles, a folder for each outlet. In FILE (its path from `server/src`) the text FROM is replaced by TO, and what is then found in the
// articles, and isn't now, is printed by kind of change with the spellings it concerns, and how often. For example:
// node test/quality/vary.mjs FOLDER corpus/names/whose.ts 'SHORT = 5' 'SHORT = 99'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const SHOWN = 20;
const [folder, ...changes] = process.argv.slice(2);
const edits = [];
for (let i = 0; i + 2 < changes.length; i += 3) edits.push({ file: resolve('server/src', changes[i]), from: changes[i + 1], to: changes[i + 2] });

/** What is needed of the program below, from its sources, changed or not. */
const ENTRY = `
  export { articlesIn, evidenceOf } from './test/quality/samples';
  export { inconsistentName } from './server/src/rules/inconsistent-name';
  export { splitName } from './server/src/rules/split-name';
  export { readArticle } from './server/src/files/store';
`;

await mkdir('build', { recursive: true });
const folderOfBuilds = await mkdtemp(join('build', 'vary-'));

/** The findings of names, by place: how severe and safe, and what it is about. */
async function findingsOf(own, name) {
  const change = {
    name: 'change',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const { file, from, to } of own) {
          if (file !== path) continue;
          if (!contents.includes(from)) throw new Error(`${file} holds no ${from}`);
          contents = contents.replace(from, to);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
  const outfile = join(folderOfBuilds, `${name}.mjs`);
  const stdin = { contents: ENTRY, resolveDir: '.', loader: 'ts' };
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', loader: { '.md': 'text' }, packages: 'external', outfile, plugins: [change] });
  const { articlesIn, evidenceOf, inconsistentName, splitName, readArticle } = await import(pathToFileURL(resolve(outfile)).href);
  const files = articlesIn(folder);
  const judgement = evidenceOf(folder, files).judge();
  const found = new Map();
  for (const file of files) {
    const article = readArticle({ id: file, path: join(folder, file), source: dirname(file) });
    for (const rule of [inconsistentName, splitName]) {
      for (const { start, severity = rule.severity, fixes = [], slots } of article.fault ? [] : rule.check(article, { judgement, options: {} })) {
        found.set(`${file} ${start} ${rule.id}`, {
          how: severity + (fixes[0]?.safe ? ', safe' : ''),
          what: `${slots.written} / ${slots.preferred}`,
        });
      }
    }
  }
  return found;
}

try {
  const [now, then] = [await findingsOf([], 'now'), await findingsOf(edits, 'then')];
  const moved = new Map();
  for (const place of new Set([...now.keys(), ...then.keys()])) {
    const [a, b] = [now.get(place), then.get(place)];
    if (a?.how === b?.how) continue;
    const way = `${a?.how ?? 'nothing'} → ${b?.how ?? 'nothing'}`;
    const tally = moved.get(way) ?? moved.set(way, new Map()).get(way);
    const { what } = b ?? a;
    tally.set(what, (tally.get(what) ?? 0) + 1);
  }
  console.log(`${now.size} findings, ${then.size} with the change`);
  for (const [way, tally] of moved) {
    console.log(`\n${way}: ${[...tally.values()].reduce((sum, times) => sum + times, 0)}`);
    const most = [...tally].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
    for (const [what, times] of most) console.log(`  ${times} × ${what}`);
  }
} finally {
  await rm(folderOfBuilds, { recursive: true });
}
