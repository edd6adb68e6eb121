import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CodeAction, MarkupContent, Range } from 'vscode-languageserver/node';
import { fixArticle } from '../../server/src/engine/fix';
import { defaultSettings } from '../../server/src/engine/settings';
import type { FixSummary } from '../../server/src/lsp/protocol';
import { createArticle } from '../../server/src/text/article';
import { CLEAN, corpuslint, FAULTY, folder, MENDED } from '../cli/run';
import { Editor } from './editor';

const LIMIT = { timeout: 60_000 };

const CONFIG = { 'corpuslint.jsonc': '{}' };

/** Faults of several kinds, some of which show only when others are mended. */
const MANY = `${CLEAN}\nقال إن القتـ*ـل و الحـ.رب\u00a0في\u00a0القرية انتهيا.\n\nاقرأ أيضا\n\nوعاد إلى المعـ.ركة\u200b بعد يومين من الهدوء.\n\nشارك هذا الخبر\n`;

const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title.replace(/[\u2068\u2069]/g, ''));

async function opened(editor: Editor, name: string, count = 1): Promise<void> {
  await editor.open(name);
  await editor.diagnostics(name, (found) => found.length >= count);
}

test('a quick fix mends what it is asked for', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': FAULTY }));
  await opened(editor, 'a.txt');
  const place = { start: { line: 0, character: 8 }, end: { line: 0, character: 8 } };
  const [fix, ...others] = await editor.actions('a.txt', place, ['quickfix']);
  assert.deepEqual(titles([fix, ...others]), ['Write المعارك', 'Keep المعـ.ارك here']);
  assert.equal(fix.kind, 'quickfix');
  assert.equal(fix.isPreferred, true);
  assert.equal(fix.diagnostics?.[0].code, 'obfuscated-word');
  await editor.apply(fix.edit!);
  assert.equal(editor.text('a.txt'), MENDED);
  await editor.diagnostics('a.txt', (found) => found.length === 0);
  assert.deepEqual(await editor.actions('a.txt', WHOLE), []);
});

test('what is not seen is kept by the name of its rule, and arguments that make no sense are told of', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': '' });
  const editor = await Editor.start(t, root);
  await opened(editor, 'a.txt');
  const [keep] = await editor.actions('a.txt', WHOLE, ['quickfix']);
  assert.equal(keep.title, 'Keep empty-article here');
  const [given] = keep.command!.arguments!;
  await assert.rejects(editor.command(keep.command!.command), { message: 'this is no article of a corpus' });
  await assert.rejects(editor.command(keep.command!.command, { ...given, range: null }), { message: 'range must be an object' });
});

test('a finding that is kept here stays away, from the command line too', LIMIT, async (t) => {
  const root = folder(t, { ...CONFIG, 'a.txt': FAULTY });
  const editor = await Editor.start(t, root);
  await opened(editor, 'a.txt');
  const keep = (await editor.actions('a.txt', WHOLE, ['quickfix'])).find(({ title }) => title.startsWith('Keep'));
  assert.ok(keep?.command && !keep.edit);
  await editor.command(keep.command.command, ...(keep.command.arguments ?? []));
  await editor.diagnostics('a.txt', (found) => found.length === 0);
  const [decision] = readFileSync(join(root, '.corpuslint/decisions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(decision.verdict, 'keep');
  assert.equal(decision.scope, 'place');
  assert.equal(corpuslint(['check', root]).status, 0);
  // The finding is gone by now: asking again changes nothing.
  await editor.command(keep.command.command, ...(keep.command.arguments ?? []));
});

test('nothing is offered where nothing is wrong', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': FAULTY, 'stray/b.txt': FAULTY }));
  await opened(editor, 'a.txt');
  assert.deepEqual(await editor.actions('a.txt', { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } }, ['quickfix']), []);
  assert.deepEqual(await editor.actions('stray/b.txt', WHOLE), []);
});

test('all of a rule in the article is one fix', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': MANY }));
  await opened(editor, 'a.txt', 4);
  const all = await editor.actions('a.txt', WHOLE, ['quickfix']);
  const fix = all.find(({ title }) => title === 'Fix all obfuscated-word in this article');
  assert.ok(fix, titles(all).join(', '));
  await editor.apply(fix.edit!);
  assert.equal(editor.text('a.txt'), MANY.replace('القتـ*ـل', 'القتل').replace('الحـ.رب', 'الحرب').replace('المعـ.ركة', 'المعركة'));
});

test('"fix all" does what the command line does, in one set of edits', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': MANY, 'b.txt': MANY }));
  const { text } = fixArticle(createArticle('a.txt', '', MANY), null, defaultSettings).article;
  assert.notEqual(text, MANY);
  await opened(editor, 'a.txt', 4);
  for (const only of ['source', 'source.fixAll', 'source.fixAll.corpuslint']) {
    const [fix, ...others] = await editor.actions('a.txt', WHOLE, [only]);
    assert.deepEqual(others, []);
    assert.equal(fix.kind, 'source.fixAll.corpuslint');
    if (only !== 'source.fixAll.corpuslint') continue;
    await editor.apply(fix.edit!);
    assert.equal(editor.text('a.txt'), text);
  }
  await opened(editor, 'b.txt', 4);
  const summary = await editor.command<FixSummary>('corpuslint.fixAllSafe', editor.uri('b.txt'));
  assert.equal(summary.applied, true);
  assert.equal(editor.text('b.txt'), text);
  assert.deepEqual(await editor.command('corpuslint.fixAllSafe', editor.uri('b.txt')), { edits: 0, applied: true });
  assert.deepEqual(await editor.actions('b.txt', WHOLE, ['source.fixAll']), []);
});

test('edits name no version where the editor does not want one', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': FAULTY }), { capabilities: {} });
  await opened(editor, 'a.txt');
  const [fix] = await editor.actions('a.txt', WHOLE, ['quickfix']);
  assert.deepEqual(Object.keys(fix.edit!), ['changes']);
  await editor.apply(fix.edit!);
  assert.equal(editor.text('a.txt'), MENDED);
});

test('a line that goes everywhere in its source goes from every open article', LIMIT, async (t) => {
  const line = 'صوت المدينة في كل بيت';
  const root = folder(t, {
    ...CONFIG,
    'north/a.txt': `${CLEAN}\n${line}\n`,
    'north/b.txt': `${line}\n\n${CLEAN}`,
    'south/c.txt': `${CLEAN}\n${line}\n`,
  });
  const editor = await Editor.start(t, root);
  for (const name of ['north/a.txt', 'north/b.txt', 'south/c.txt']) await editor.open(name);
  const at = CLEAN.split('\n').length;
  const selected = { start: { line: at, character: 0 }, end: { line: at, character: line.length } };
  assert.deepEqual(await editor.actions('north/a.txt', { ...selected, end: { line: at, character: 4 } }), [], 'half a line');
  const [drop, ...others] = await editor.actions('north/a.txt', selected);
  assert.deepEqual(titles([drop, ...others]), [`${line} goes everywhere in north`]);
  assert.equal(drop.kind, 'refactor');
  await editor.command(drop.command!.command, ...(drop.command!.arguments ?? []));
  for (const name of ['north/a.txt', 'north/b.txt']) await editor.diagnostics(name, (found) => found.some(({ code }) => code === 'site-leftover'));
  const decision = JSON.parse(readFileSync(join(root, '.corpuslint/decisions.jsonl'), 'utf8'));
  assert.deepEqual([decision.verdict, decision.scope, decision.source, decision.text], ['drop-line', 'source', 'north', line]);
  const found = titles(await editor.actions('north/a.txt', selected, ['quickfix']));
  assert.ok(found.includes('Remove it') && !found.some((title) => title.includes('goes everywhere')), found.join('; '));
});

test('a leftover offers to let its line go everywhere', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'north/a.txt': `${CLEAN}\nشارك هذا الخبر\n` }));
  await opened(editor, 'north/a.txt');
  const found = await editor.actions('north/a.txt', WHOLE, ['quickfix']);
  assert.deepEqual(titles(found), ['Remove it', 'Keep شارك هذا الخبر here', 'شارك هذا الخبر goes everywhere in north']);
});

test('fixes keep line ends and the mark at the beginning', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': FAULTY }));
  await editor.open('a.txt', `\uFEFF${CLEAN}${FAULTY}`.replaceAll('\n', '\r\n'));
  await editor.diagnostics('a.txt', (found) => found.length === 1);
  await editor.command('corpuslint.fixAllSafe', editor.uri('a.txt'));
  assert.equal(editor.text('a.txt'), `\uFEFF${CLEAN}${MENDED}`.replaceAll('\n', '\r\n'));
});

test('a hover says what, why, and what a fix does', LIMIT, async (t) => {
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': FAULTY }));
  await opened(editor, 'a.txt');
  const hover = await editor.hover('a.txt', FAULTY.indexOf('ارك'));
  const { kind, value } = hover!.contents as MarkupContent;
  assert.equal(kind, 'markdown');
  assert.match(value, /^\*\*\u2068المعـ\\\.ارك|^\*\*\u2068المعـ\.ارك/);
  assert.match(value, /Writers put a tatweel and a stop into words/);
  assert.match(value, /- Write \u2068المعارك\u2069/);
  assert.match(value, /\[obfuscated-word\]\(file:.*obfuscated-word\.md\)$/);
  assert.deepEqual(hover!.range, { start: { line: 0, character: 6 }, end: { line: 0, character: 15 } });
  assert.equal(await editor.hover('a.txt', 1), null);
});

test('a hover tells the evidence in numbers', LIMIT, async (t) => {
  const name = 'التقى المبعوث ألكسندر لافرينتيف الوزير. وقال لافرينتيف إن اللقاء مفيد.\n\nوغادر ألكسندر لافرنتييف مساء.\n';
  const editor = await Editor.start(t, folder(t, { ...CONFIG, 'a.txt': name }), {
    capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } },
  });
  await opened(editor, 'a.txt');
  const { kind, value } = (await editor.hover('a.txt', name.indexOf('لافرنتييف')))!.contents as MarkupContent;
  assert.equal(kind, 'plaintext');
  assert.match(value, /- \u2068لافرينتيف\u2069: 2 times in 1 article\n- \u2068لافرنتييف\u2069: 1 time in 1 article/);
  assert.match(value, /confidence: \d\d %/);
  assert.match(value, /\(a suggestion: look first\)/);
});
