import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { applyPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import type { CheckedArticle } from '../../server/src/engine/checked';
import { diffReporter } from '../../server/src/report/diff';

const patchOf = (before: string, after: string): string =>
  diffReporter()
    .article({ file: 'a.txt', rows: [], changed: { before, after } } as unknown as Parameters<ReturnType<typeof diffReporter>['article']>[0])
    .join('');

const apply = (before: string, patch: string): string | false => applyPatch(before, parsePatch(patch)[0]);

test('a patch makes the old text the new one, whatever they are', () => {
  const text = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'a\r', 'd e', 'f\u{A0}g'), { maxLength: 40 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => before === after || apply(before, patchOf(before, after)) === after),
    { numRuns: 400 },
  );
});

test('patch and git find files of any name', (t) => {
  for (const file of ['مقال.txt', 'مجلد فيه/مقال أول.txt', 'b\tc\nd.txt', 'say "no"\\.txt', '\u001B[2Jx.txt']) {
    for (const [tool, ...args] of [
      ['patch', '-s', '-p1'],
      ['git', 'apply'],
    ]) {
      const root = mkdtempSync(join(tmpdir(), 'corpuslint-'));
      t.after(() => rmSync(root, { recursive: true, force: true }));
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), 'a\nb\n');
      const patch = diffReporter().article({ file, rows: [], changed: { before: 'a\nb\n', after: 'a\nc\n' } } as unknown as CheckedArticle);
      execFileSync(tool, args, { cwd: root, input: patch.join('') });
      assert.equal(readFileSync(join(root, file), 'utf8'), 'a\nc\n', `${tool} ${file}`);
    }
  }
});

test('what nobody sees is written out above the patch', () => {
  const patch = patchOf('قال\nوصل\u{A0}الوفد\n', 'قال\nوصل الوفد\n');
  assert.match(patch, /^# a\.txt:2:4: وصل\\u\{00A0\}الوفد$/m);
  assert.equal(apply('قال\nوصل\u{A0}الوفد\n', patch), 'قال\nوصل الوفد\n');
});

test('many changed lines take little time', () => {
  const before = Array.from({ length: 50_000 }, (_, n) => `line ${n}\u{A0}here`);
  const started = performance.now();
  const patch = patchOf(before.join('\n'), before.map((line) => line.replace('\u{A0}', ' ')).join('\n'));
  assert.ok(performance.now() - started < 5000);
  assert.match(patch, /^@@ -1,50000 \+1,50000 @@$/m);
});
