import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { type AppliedFix, applyEdits, changesOf } from '../../server/src/engine/fix';
import { parseRun, type RunHead, serialiseRun, takeBack } from '../../server/src/engine/journal';
import { Journal } from '../../server/src/files/journal';
import { Lock } from '../../server/src/files/lock';
import { hashOf } from '../../server/src/files/store';

function folder(t: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'corpuslint-journal-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

const word = fc.string({ unit: fc.constantFrom('ا', 'ب', ' ', '\u{1F4F0}', '\n', '\r'), maxLength: 4 });
/** Edits as shares of a text, because it is another one in each round; they may reach into one another. */
const share = fc.record({ start: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(5), text: word });
const rounds = fc.array(fc.array(share, { minLength: 1, maxLength: 6 }), { maxLength: 4 });

test('changes lead from one text to the other, and taken back to the first again', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), rounds, (words, wanted) => {
      const before = words.join('');
      let after = before;
      const applied = wanted.map((shares): AppliedFix[] => {
        const edits = shares.map(({ start, length, text }) => {
          const at = Math.floor(start * after.length);
          return { start: at, end: Math.min(after.length, at + length), text };
        });
        after = applyEdits(after, edits);
        return edits.map((edit, i) => ({ rule: `rule-${i}`, edits: [edit] }));
      });
      const changes = changesOf(before, applied);
      const replayed = changes.reduce((text, change) => {
        assert.equal(text.slice(change.start, change.end), change.old);
        return text.slice(0, change.start) + change.new + text.slice(change.end);
      }, before);
      assert.equal(replayed, after);
      assert.equal(takeBack(after, changes), before);
    }),
    { seed: 5, numRuns: 2000 },
  );
});

test('changes that did not lead to a text are not taken back from it', () => {
  const change = { rule: 'x', start: 2, end: 3, old: 'c', new: 'CC' };
  assert.equal(takeBack('abCCd', [change]), 'abcd');
  assert.equal(takeBack('abCd', [change]), null);
  assert.equal(takeBack('a', [change]), null);
  assert.equal(takeBack('a', [{ ...change, old: 'c', new: '' }]), null);
});

const HEAD: RunHead = {
  run: '20310411-093015',
  time: '2031-04-11T09:30:15.000Z',
  version: '1.2.0',
  command: ['check', '--fix'],
  root: '',
  place: '1',
  articles: 1,
  pid: 5,
};
const CHANGE = { rule: 'obfuscated-word', start: 0, end: 1, old: 'a', new: 'b' };
const FILE = { file: 'news/a.txt', before: hashOf('a'), after: hashOf('b'), changes: [CHANGE] };
const TEXT = [...serialiseRun(HEAD, [FILE])].join('');
const END = '{"run":"20310411-093015","ended":"2031-04-11T09:30:16.000Z","written":1}\n';

test('a journal is read as it was written; a last line that was cut off is none', () => {
  for (const tail of ['', END, END.slice(0, 30), `${END}{"run":"x","und`]) {
    const { head, files, ended } = parseRun(TEXT + tail, 'j', '1.2.0');
    assert.deepEqual([head, [...files.values()], ended?.written], [HEAD, [FILE], tail.startsWith(END) ? 1 : undefined]);
  }
});

test('a journal with anything wrong in it is refused, with its line', () => {
  const [first, second] = TEXT.split('\n');
  const wrong = (change: object): string => `${first}\n${JSON.stringify({ ...JSON.parse(second), ...change })}\n${END}`;
  const cases: readonly (readonly [string, RegExp])[] = [
    [`${first}\n${second.slice(0, 40)}\n${END}`, /^j:2: this line of the journal is broken$/],
    [`${first}\n\n${END}`, /^j:2: .* broken/],
    [second, /^j:1: a journal has no such line here$/],
    [`${first}\n${first}\n`, /^j:2: a journal has no such line here$/],
    [`${first}\n{"run":"x","moved":"y"}\n`, /^j:2: a journal has no such line here$/],
    [wrong({ version: '1.10.0' }), /^j:2: this was written by corpuslint 1\.10\.0, which is newer than this one \(1\.2\.0\)$/],
    [wrong({ file: '../a.txt' }), /^j:2: \.\.\/a\.txt is no path within the corpus$/],
    [wrong({ file: '/etc/passwd' }), /^j:2: \/etc\/passwd is no path/],
    [wrong({ file: 'a/../../b.txt' }), /is no path/],
    [wrong({ before: 'x' }), /^j:2: before is wrong$/],
    [wrong({ start: -1 }), /^j:2: start is wrong$/],
    [wrong({ end: 7 }), /^j:2: end is wrong$/],
    [wrong({ old: undefined }), /^j:2: old is missing$/],
    ['', /^j:1: /],
  ];
  for (const [text, message] of cases) assert.throws(() => parseRun(text, 'j', '1.2.0'), { message }, text);
});

test('runs have names that sort, and what is cut off is written over', (t) => {
  const root = folder(t);
  const journal = new Journal(root, root);
  assert.deepEqual(journal.runs(), []);
  mkdirSync(journal.folder, { recursive: true });
  const runs = [1, 2, 3].map(() => journal.begin(root, ['check'], [FILE]));
  assert.deepEqual(journal.runs(), [...runs].reverse());
  assert.deepEqual(journal.unfinished(), journal.runs());
  const path = join(journal.folder, `${runs[0]}.jsonl`);
  writeFileSync(path, `${readFileSync(path, 'utf8')}{"run":"x","und`);
  journal.append(runs[0], { run: runs[0], left: 'news/a.txt' }, { run: runs[0], ended: 'now', written: 0 });
  assert.deepEqual([...journal.read(runs[0]).left], ['news/a.txt']);
  assert.deepEqual(journal.unfinished(), [runs[2], runs[1]]);
});

test('a journal that was copied leads nowhere but below its own folder', (t) => {
  const root = folder(t);
  mkdirSync(join(root, 'here/news'), { recursive: true });
  mkdirSync(join(root, 'there'));
  const journal = new Journal(join(root, 'here'), root);
  mkdirSync(journal.folder, { recursive: true });
  const [inside, outside] = ['here/news', 'there'].map((name) => journal.begin(join(root, name), ['check'], [FILE]));
  for (const run of [inside, outside]) assert.ok(journal.read(run));
  for (const run of [inside, outside]) {
    const path = join(journal.folder, `${run}.jsonl`);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"place":"\d+"/, '"place":"0"'));
  }
  assert.ok(journal.read(inside));
  assert.throws(() => journal.read(outside), { message: /^here\/\.corpuslint\/journal\/.*:1: this journal was copied here and speaks of .*there/ });
});

test('two do not work in one folder; a dead one is no hindrance, and nothing stays', (t) => {
  const root = folder(t);
  const place = join(root, '.corpuslint/journal');
  const lock = Lock.take(place, root);
  const [name] = readdirSync(place);
  assert.ok(name.endsWith(`.${process.pid}`));
  lock.release();
  assert.ok(!existsSync(join(root, '.corpuslint')));
  // The parent of this process lives; nobody has the other number.
  const other = (pid: number, host = ''): string =>
    join(
      place,
      name.replace(/^lock\.(.*)\.\d+$/, (_, own: string) => `lock.${host || own}.${pid}`),
    );
  mkdirSync(place, { recursive: true });
  writeFileSync(other(process.ppid), '');
  assert.throws(() => Lock.take(place, root), {
    message: new RegExp(`in \\.: process ${process.ppid} on .*, since \\d{4}-.*delete \\.corpuslint/journal/lock\\.`),
  });
  assert.deepEqual(readdirSync(place).length, 1);
  rmSync(other(process.ppid));
  writeFileSync(other(4_999_999), '');
  const taken = Lock.take(place, root);
  assert.deepEqual([taken.dead, readdirSync(place)], [[4_999_999], [name]]);
  taken.release();
  mkdirSync(place, { recursive: true });
  writeFileSync(other(4_999_999, 'elsewhere'), '');
  assert.throws(() => Lock.take(place, root), /on elsewhere/);
});
