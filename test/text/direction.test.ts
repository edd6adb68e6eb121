import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withControls } from '../../server/src/text/direction';

/** What a range takes along: the text with `[` and `]` around it, `<` and `>` for a control and its end. */
function taken(marked: string): string {
  const written = marked.replace('<', '\u{202A}').replace('>', '\u{202C}');
  const text = written.replace(/[[\]]/g, '');
  const [start, end] = withControls(text, written.indexOf('['), written.indexOf(']') - 1);
  return text.slice(start, end).replace('\u{202A}', '<').replace('\u{202C}', '>');
}

test('a range takes the other half of its controls along, behind blanks too, and those around it all', () => {
  assert.equal(taken('قال [<الخبر]>'), '<الخبر>');
  assert.equal(taken('قال [<الخبر]  > ثم'), '<الخبر  >');
  assert.equal(taken('قال <  [الخبر>] ثم'), '<  الخبر>');
  assert.equal(taken('قال < [الخبر] > ثم'), '< الخبر >');
});

test('the controls of what stands beside it stay', () => {
  assert.equal(taken('[الخبر] <ثم>'), 'الخبر');
  assert.equal(taken('<قال [الخبر] ثم>'), 'الخبر');
});
