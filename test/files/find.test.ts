import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathTest, sourceExpression } from '../../server/src/engine/glob';
import { findCorpora } from '../../server/src/files/find';
import { CLEAN, folder } from '../cli/run';

/** What was found, corpus by corpus: the reported files, then what is evidence alone in brackets. */
async function found(root: string, ...paths: string[]): Promise<string[][]> {
  const corpora = await findCorpora(paths, root);
  return corpora.map(({ articles }) => articles.map(({ file, id, reported }) => (reported ? file : `[${id}]`)));
}

const texts = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, CLEAN]));

test('articles are the text files below a path, in code-point order of their ids', async (t) => {
  const root = folder(t, texts('b.txt', 'a/c.txt', 'a.txt', 'a/d.html', 'a/.hidden.txt', '.git/e.txt', 'node_modules/f.txt', '.corpuslint/g.txt'));
  assert.deepEqual(await found(root, '.'), [['a.txt', 'a/c.txt', 'b.txt']]);
  assert.deepEqual(await found(root, root), [[`${root}/a.txt`, `${root}/a/c.txt`, `${root}/b.txt`]]);
  assert.deepEqual(await found(root, './a/'), [['./a/c.txt']]);
  assert.deepEqual(await found(root, 'a/d.html', 'b.txt'), [['a/d.html', 'b.txt']], 'what is named is checked');
  assert.deepEqual(await found(root, 'a', 'b.txt', 'a/c.txt', './b.txt'), await found(root, './b.txt', 'a/c.txt', 'b.txt', 'a'), 'once');
});

test('the corpus of paths without configuration is all of them together', async (t) => {
  const root = folder(t, texts('x/bbc/1.txt', 'x/cnn/2.txt', 'x/other/3.txt'));
  const [corpus, ...others] = await findCorpora(['x/cnn', 'x/bbc'], root);
  assert.equal(others.length, 0);
  assert.equal(corpus.root, join(root, 'x'));
  assert.deepEqual(
    corpus.articles.map(({ id, source }) => [id, source]),
    [
      ['bbc/1.txt', 'bbc'],
      ['cnn/2.txt', 'cnn'],
    ],
  );
});

test('a configuration makes a corpus, of which paths choose what is reported', async (t) => {
  const config = '{ "include": ["**/*.{txt,text}"], "exclude": ["drafts", "**/old_*"], "source": "**/{source}_*.txt" }';
  const root = folder(t, {
    ...texts('in/a_b_1.txt', 'in/deep/c.text', 'in/old_2.txt', 'in/drafts/d.txt', 'drafts/e.txt', 'out/f.txt'),
    'corpuslint.jsonc': config,
  });
  assert.deepEqual(await found(root, '.'), [['in/a_b_1.txt', 'in/deep/c.text', 'in/drafts/d.txt', 'out/f.txt']]);
  assert.deepEqual(await found(root, 'in/deep'), [['[in/a_b_1.txt]', 'in/deep/c.text', '[in/drafts/d.txt]', '[out/f.txt]']]);
  const [{ articles }] = await findCorpora(['in'], root);
  assert.deepEqual(
    articles.map(({ source }) => source),
    ['a', 'in/deep', 'in/drafts', 'out'],
  );
});

test('a corpus within a corpus is one of its own', async (t) => {
  const root = folder(t, { ...texts('a.txt', 'n/b.txt', 'n/m/c.txt'), 'corpuslint.jsonc': '', 'n/m/corpuslint.jsonc': '{}' });
  assert.deepEqual(await found(root, '.'), [['a.txt', 'n/b.txt'], ['n/m/c.txt']]);
  assert.deepEqual(await found(root, 'a.txt'), [['a.txt', '[n/b.txt]']], 'nobody asked for it');
  assert.deepEqual(await found(root, 'n/m', 'n'), [['[a.txt]', 'n/b.txt'], ['n/m/c.txt']]);
  const loose = folder(t, { ...texts('a.txt', 'm/c.txt'), 'm/corpuslint.jsonc': '{}' });
  assert.deepEqual(await found(loose, '.'), [['a.txt'], ['m/c.txt']]);
});

test('ignore files count, each below its folder', async (t) => {
  const root = folder(t, {
    ...texts('a.txt', 'skip/b.txt', 'c/d.txt', 'c/e.txt', 'c/keep.tmp.txt', 'f.tmp.txt', 'g.txt', 'c/g.txt'),
    '.gitignore': 'skip/\n*.tmp.txt\n/g.txt\n',
    'c/.corpuslintignore': 'd.txt\n!keep.tmp.txt\n',
  });
  assert.deepEqual(await found(root, '.'), [['a.txt', 'c/e.txt', 'c/g.txt', 'c/keep.tmp.txt']]);
  assert.deepEqual(await found(root, 'f.tmp.txt', 'skip'), [['f.tmp.txt', 'skip/b.txt']], 'what is named is checked');
});

test('links to files are articles, each file once, and links to folders are not followed', async (t) => {
  const root = folder(t, texts('a/b.txt', 'other/c.txt'));
  symlinkSync('.', join(root, 'a/circle'));
  symlinkSync('b.txt', join(root, 'a/a-link.txt'));
  symlinkSync('../other/c.txt', join(root, 'a/d.txt'));
  symlinkSync('../other/c.txt', join(root, 'a/e.txt'));
  symlinkSync('nothing', join(root, 'a/f.txt'));
  symlinkSync('a', join(root, 'named'));
  assert.deepEqual(await found(root, 'a'), [['a/b.txt', 'a/d.txt', 'a/f.txt']]);
  assert.deepEqual(await found(root, 'named'), [['named/b.txt', 'named/d.txt', 'named/f.txt']]);
  assert.deepEqual(await found(root, '.'), [['a/b.txt', 'a/f.txt', 'other/c.txt']]);
  assert.deepEqual(await found(root, 'a/a-link.txt'), [['a/a-link.txt']], 'what is named is checked');
  assert.deepEqual(await found(root, 'a/a-link.txt', 'a/b.txt'), [['a/b.txt']]);
});

test('globs', () => {
  const matches = (glob: string, path: string): boolean => pathTest([glob])(path);
  assert.ok(matches('**/*.txt', 'a.txt') && matches('**/*.txt', 'a/b/c.txt') && !matches('*.txt', 'a/b.txt'));
  assert.ok(matches('a/**', 'a/b/c') && matches('?.[tT]xt', 'ب.Txt') && matches('{a,b}.txt', 'b.txt') && matches('./a.txt', 'a.txt'));
  assert.ok(!pathTest([])('a.txt'));
});

test('the source in a path is the fewest characters that fit, none of them a slash', () => {
  const source = (glob: string, path: string): string | undefined => sourceExpression(glob).exec(path)?.groups?.source;
  assert.equal(source('**/{source}_*.txt', 'x/alwatan_b_1.txt'), 'alwatan');
  assert.equal(source('**/{source}_*.txt', 'alwatan_1.txt'), 'alwatan');
  assert.equal(source('{source}/**', 'bbc/2014/1.txt'), 'bbc');
  assert.equal(source('{source}_*.txt', 'bbc_1.txt'), 'bbc');
  assert.equal(source('{source}', 'bbc'), 'bbc');
  assert.equal(source('**/{source}.txt', 'a/b/c.txt'), 'c');
  assert.equal(source('**/{source}/{source}_*.txt', 'x/bbc/bbc_1.txt'), 'bbc');
  assert.equal(source('**/{source}_*.txt', 'x/plain.txt'), undefined);
});
