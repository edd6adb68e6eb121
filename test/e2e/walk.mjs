// A walk through the workbench by mouse and keys, as somebody would who just installed the extension: what is underlined,
// what the list of problems and the hover say, and what the fixes leave on disk. Takes a screenshot at each station.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodeServer, openBrowser, writeSettings } from './browser.mjs';
import { OUT, VSIX } from './places.mjs';

const WAIT_MS = 60_000;
const ARTICLE = 'sample/zarnab/2031-04-11-talks.txt';
const BROKEN_WORDS = { 'الصـ*ـواريخ': 'الصواريخ', 'الإرهـ.اب': 'الإرهاب', 'القتـ.ـال': 'القتال' };
/** The last line of the article: what the site put there. */
const NOTICE = 'جميع الحقوق محفوظة © زرنب الإخبارية 2031';

async function eventually(what, probe) {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await sleep(100)) {
    const value = await probe();
    if (value) return value;
  }
  throw new Error(`waited ${WAIT_MS / 1000} s in vain: ${what}`);
}

/** Where a text stands in an editor, a box for each line of the screen that it takes; runs in the page. */
function boxesOf(editor, text) {
  for (const line of editor.querySelectorAll('.view-line')) {
    const at = line.textContent.replaceAll('\u00a0', ' ').indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const end = before + node.data.length;
      if (at >= before && at < end) range.setStart(node, at - before);
      if (at + text.length > before && at + text.length <= end) range.setEnd(node, at + text.length - before);
      before = end;
    }
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom }));
  }
  return [];
}

/** The squiggles that lie under a text, within two pixels. */
async function squigglesUnder(editor, text) {
  const boxes = await editor.evaluate(boxesOf, text);
  if (boxes.length === 0) return [];
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const found = [];
  for (const squiggle of await editor.locator('.squiggly-warning').all()) {
    const box = await squiggle.boundingBox();
    if (!box || Math.abs(box.x - left) > 2 || Math.abs(box.x + box.width - right) > 2) continue;
    if (boxes.some(({ top, bottom }) => box.y + box.height / 2 > top && box.y < bottom)) found.push(box);
  }
  return found;
}

/** @param {string} temporary a folder that is removed after */
export async function walk(temporary, folder) {
  const dataDir = join(temporary, 'data');
  writeSettings(dataDir, { 'workbench.colorTheme': 'Default Light Modern', 'editor.fontSize': 15, 'editor.lineHeight': 28 });
  const server = new CodeServer({ dataDir, extensionsDir: join(temporary, 'extensions') });
  server.installExtension(VSIX);
  await server.start('walk.log');
  const { browser, page } = await openBrowser();
  page.setDefaultTimeout(WAIT_MS);
  let shots = 0;
  const snap = (name) => page.screenshot({ path: join(OUT, `walk-${++shots}-${name}.png`) });
  try {
    await visit(page, server, folder, snap);
    return `ok, ${shots} screenshots`;
  } catch (error) {
    await snap('failed');
    throw error;
  } finally {
    await browser.close();
    server.stop();
  }
}

async function visit(page, server, folder, snap) {
  const file = join(folder, ARTICLE);
  const saved = () => readFileSync(file, 'utf8');
  const before = saved();
  await page.goto(server.url(folder, [['openFile', server.remote(file)]]), { timeout: 120_000 });
  const editor = page.locator(`.monaco-editor[data-uri$="${ARTICLE.split('/').at(-1)}"]`);

  // Under each broken word, and only there, lies a squiggle.
  for (const word of Object.keys(BROKEN_WORDS)) {
    await eventually(`a squiggle under ${word}`, async () => (await squigglesUnder(editor, word)).length === 1);
  }
  for (const word of ['فصائل', 'الوفد الشمالي']) assert.deepEqual(await squigglesUnder(editor, word), [], word);
  await page.locator('.statusbar-item', { hasText: 'Article' }).waitFor();
  // An Arabic line is read from right to left, also across a number.
  const rightEdges = await Promise.all(['مطلع شعبان', '1452', 'وتوقفت'].map(async (text) => (await editor.evaluate(boxesOf, text))[0].right));
  assert.deepEqual(
    rightEdges,
    rightEdges.toSorted((a, b) => b - a),
  );
  await snap('squiggles');

  // The list of problems.
  await page.keyboard.press('Control+Shift+M');
  const problems = page.locator('.markers-panel .monaco-list-row');
  await problems.filter({ hasText: 'obfuscated-word' }).first().waitFor();
  await problems.filter({ hasText: 'site-leftover' }).first().waitFor();
  await snap('problems');
  await page.keyboard.press('Control+J');

  // The hover says what, why and what the fix does.
  const [box] = await eventually('the squiggle', async () => {
    const found = await squigglesUnder(editor, 'القتـ.ـال');
    return found.length > 0 ? found : undefined;
  });
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const hover = page.locator('.monaco-hover-content', { hasText: 'filters' }).first();
  await eventually('the hover', async () => {
    await page.mouse.move(x - 60, y);
    await page.mouse.move(x, y, { steps: 4 });
    return hover.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  });
  assert.match(await hover.textContent(), /القتال/);
  await snap('hover');

  // The quick fix, by key; saved, it is on the disk and nothing else is changed.
  await page.mouse.click(x, y);
  await page.keyboard.press('Control+.');
  const fixes = page.locator('.action-widget .monaco-list-row');
  await fixes.filter({ hasText: 'Write' }).first().waitFor();
  await fixes.filter({ hasText: 'Fix all obfuscated-word in this article' }).first().waitFor();
  await snap('quick-fix');
  await page.keyboard.press('Enter');
  await eventually('the fix', async () => (await editor.evaluate(boxesOf, 'القتـ.ـال')).length === 0);
  await page.keyboard.press('Control+S');
  const once = before.replace('القتـ.ـال', 'القتال');
  await eventually('the fix on disk', () => saved() === once);

  // A command of the palette.
  await page.keyboard.press('F1');
  await page.keyboard.type('Corpus: Fix All Safe');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Corpus: Fix All Safe' }).first().waitFor();
  await snap('palette');
  await page.keyboard.press('Enter');
  await eventually('the words are mended', async () => (await editor.evaluate(boxesOf, 'الصـ*ـواريخ')).length === 0);
  await page.keyboard.press('Control+S');
  await eventually('the words on disk', () =>
    Object.entries(BROKEN_WORDS).every(([broken, word]) => !saved().includes(broken) && saved().includes(word)),
  );
  assert.ok(!saved().includes(NOTICE), 'the notice of the site is gone');
  assert.ok(saved().includes('جئنا إلى هنا لأن أحداً لم يعد يملك ترف الانتظار'), 'the article is there');
  await snap('fixed');

  // The whole corpus: findings of files that nobody opened.
  await page.keyboard.press('F1');
  await page.keyboard.type('Corpus: Check Whole Corpus');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Corpus: Check Whole Corpus' }).first().waitFor();
  await page.keyboard.press('Enter');
  // The bell opens what the editor has to say.
  await page.locator('.statusbar-item[id="status.notifications"]').click();
  await page.locator('.notification-list-item', { hasText: '26 articles checked' }).first().waitFor();
  await page.keyboard.press('Control+Shift+M');
  // The list shows what fits; the filter brings up the rest.
  await page.locator('.viewpane-filter input, .markers-panel-action-filter input').first().fill('football');
  await problems.filter({ hasText: '2031-04-08-football.txt' }).first().waitFor();
  await snap('corpus');
}
