import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Evidence, type Judgement, summariseAll } from '../../server/src/corpus/evidence';
import { fixArticle } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import { defaultSettings } from '../../server/src/engine/settings';
import { Workspace } from '../../server/src/engine/workspace';
import { type Article, createArticle, createFaultyArticle } from '../../server/src/text/article';
import { article } from './articles';

const SEED = { seed: 20, numRuns: 150 };
const SOURCES = ['منبر', 'مرآة', 'أفق'];

function gather(articles: Iterable<Article>): Evidence {
  const evidence = new Evidence();
  for (const each of articles) evidence.add(each);
  return evidence;
}

const judgeAfresh = (articles: Iterable<Article>): Judgement => gather(articles).judge();

/** Plain data as text that tells the order of maps and keys too, which `deepEqual` doesn't. */
const inOrder = (data: unknown): string =>
  JSON.stringify(data, (_, value) =>
    value instanceof Map || value instanceof Set || ArrayBuffer.isView(value) ? [...(value as Uint32Array)] : value,
  );

type Edit = { readonly set: Article } | { readonly delete: string };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 5, arbitrary: article(14, SOURCES).map((set) => ({ set })) },
  { weight: 2, arbitrary: fc.nat(13).map((id) => ({ delete: `a/${id}.txt` })) },
);

test('after any edits the workspace answers as a fresh start does', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 5, maxLength: 60 }), fc.nat(9), (edits, pause) => {
      const workspace = new Workspace(defaultSettings);
      const articles = new Map<string, Article>();
      edits.forEach((each, i) => {
        if ('set' in each) {
          articles.set(each.set.id, each.set);
          workspace.set(each.set);
        } else {
          articles.delete(each.delete);
          workspace.delete(each.delete);
        }
        // Answers given on the way must not stick.
        if (i % 10 === pause || i === edits.length - 2) workspace.judgement();
      });
      // A fresh start reads in the order of names, edits come in any.
      const fresh = judgeAfresh([...articles.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
      assert.equal(inOrder(workspace.judgement()), inOrder(fresh));
      for (const each of articles.values()) assert.deepEqual(lint(each, workspace.judgement(), defaultSettings), lint(each, fresh, defaultSettings));
    }),
    SEED,
  );
});

test('what is added and taken back leaves no trace', () => {
  fc.assert(
    fc.property(fc.array(article(10, SOURCES), { maxLength: 10 }), fc.array(article(10, SOURCES), { minLength: 1, maxLength: 10 }), (stay, go) => {
      const evidence = new Evidence();
      const passing = go.map((each) => createArticle(`gone/${each.id}`, `${each.source}-gone`, each.text));
      for (const each of passing) evidence.add(each);
      for (const each of stay) evidence.add(each);
      for (const each of passing) evidence.remove(each.id);
      assert.equal(inOrder(evidence.judge()), inOrder(judgeAfresh(stay)));
    }),
    SEED,
  );
});

test('evidence may be gathered in any order and in any parts', () => {
  const parts = fc.array(fc.array(article(20, SOURCES), { maxLength: 8 }), { maxLength: 5 });
  fc.assert(
    fc.property(parts, fc.infiniteStream(fc.nat()), (chunks, random) => {
      const all = new Map(chunks.flat().map((each) => [each.id, each]));
      const merged = new Evidence();
      // An id that stands in several parts has the text of the last one everywhere.
      const parts = chunks.map((chunk) => chunk.map(({ id }) => all.get(id)!));
      const encoded = parts.map((part, n) => structuredClone(n % 2 ? gather(part).encode() : summariseAll(part)));
      const shuffled = encoded.map((part) => ({ part, key: random.next().value as number })).sort((a, b) => a.key - b.key);
      for (const { part } of shuffled) merged.merge(part);
      assert.equal(merged.size, all.size);
      assert.equal(inOrder(merged.judge()), inOrder(judgeAfresh(all.values())));
    }),
    SEED,
  );
});

test('sources stand in a judgement in the order of their names', () => {
  const articles = ['منبر', 'مرآة', 'صوت'].map((source) =>
    createArticle(`${source}.txt`, source, `قال «نعم» ثم «لا» ${source} و«ربما» فقط`.repeat(5)),
  );
  const judged = judgeAfresh(articles);
  assert.equal(judged.style.size, 3);
  assert.equal(inOrder(judgeAfresh([...articles].reverse())), inOrder(judged));
});

test('a judgement survives the way to other threads', () => {
  fc.assert(
    fc.property(fc.array(article(30, SOURCES), { minLength: 10, maxLength: 30 }), (articles) => {
      const judgement = judgeAfresh(articles);
      assert.deepEqual(structuredClone(judgement), judgement);
    }),
    { ...SEED, numRuns: 20 },
  );
});

test('a source whose last article is gone is gone', () => {
  const evidence = new Evidence();
  evidence.add(createArticle('a.txt', 'منبر', 'وصل الوزير إلى المدينة أمس'));
  evidence.remove('a.txt');
  assert.deepEqual(evidence.judge(), new Evidence().judge());
});

test('an article that could not be read tells the corpus nothing', () => {
  const evidence = new Evidence();
  evidence.add(createArticle('a.txt', 'منبر', 'وصل الوزير إلى المدينة أمس'));
  evidence.add(createFaultyArticle('a.txt', 'منبر', { kind: 'binary', detail: '', line: 0 }));
  assert.deepEqual(evidence.judge(), new Evidence().judge());
});

test('an edit that decides nothing anew keeps the judgement', () => {
  const workspace = new Workspace(defaultSettings);
  workspace.set(createArticle('a.txt', 'منبر', 'وصل الوزير\nتحدث عن القتـ*ـل في القرية'));
  workspace.set(createArticle('b.txt', 'منبر', 'زار السفير العاصمة اليوم'));
  const judgement = workspace.judgement();
  workspace.set(createArticle('b.txt', 'منبر', 'زار السفير العاصمة اليوم '));
  assert.equal(workspace.judgement(), judgement);
});

test('an article never changes, whatever reads it', () => {
  fc.assert(
    fc.property(fc.array(article(8, SOURCES), { minLength: 1, maxLength: 8 }), (articles) => {
      const before = structuredClone(articles);
      const judgement = judgeAfresh(articles);
      for (const each of articles) fixArticle(each, judgement, defaultSettings, true);
      assert.deepEqual(articles, before);
    }),
    { ...SEED, numRuns: 50 },
  );
});
