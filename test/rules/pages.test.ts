import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/engine/finding';
import { applyEdits, fixArticle } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import { defaultSettings, type Settings } from '../../server/src/engine/settings';
import { decode } from '../../server/src/files/decode';
import { rules } from '../../server/src/rules/index';
import type { Rule } from '../../server/src/rules/rule';
import { createArticle, createFaultyArticle } from '../../server/src/text/article';
import { readPage, type Section } from './page';
import { judge, pathOf } from './section';

/** Only the rule under test speaks. */
function settingsFor(rule: Rule, { kinds, ...options }: Section['options']): Settings {
  const own = { severity: rule.severity, options: { ...rule.options, ...options }, ...(kinds && { kinds }) };
  return { ...defaultSettings, rules: { ...off, [rule.id]: own } };
}
const off: Settings['rules'] = Object.fromEntries(rules.map(({ id, options }) => [id, { severity: 'off', options }]));

const show = (text: string, spans: readonly (readonly [number, number])[]): string => {
  let shown = text;
  for (const [start, end] of [...spans].sort((a, b) => b[0] - a[0]))
    shown = `${shown.slice(0, start)}⟦${shown.slice(start, end)}⟧${shown.slice(end)}`;
  return shown;
};

/** Kinds that a configuration or a decision makes, which pages have none of. */
const ASKED_FOR: ReadonlySet<string> = new Set(['phrase', 'decided']);

for (const rule of rules) {
  const sections = readPage(rule.page);
  /** Kinds of what was found on the page. */
  const reached = new Set<string>();

  test(`${rule.id}: the page has a title, a summary, cases, what is left alone and what is missed`, () => {
    assert.ok(rule.page.startsWith(`# ${rule.id}\n`));
    assert.ok(rule.page.includes(rule.summary), 'the page says the summary');
    assert.ok(
      sections.some(({ articles, bytes }) => bytes.length > 0 || articles.some(({ marks }) => marks.length > 0)),
      'something is found',
    );
    assert.match(rule.page, /^## Left alone$/m);
    assert.match(rule.page, /^## Known misses$/m);
  });

  for (const section of sections) {
    test(`${rule.id}: ${section.heading}`, () => {
      const settings = settingsFor(rule, section.options);
      const judgement = judge(section);
      for (const bytes of section.bytes) {
        const decoded = decode(
          Buffer.from(
            bytes.replace(/\\x([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ),
        );
        const found = 'fault' in decoded && lint(createFaultyArticle('a.txt', '', decoded.fault), judgement, settings).length > 0;
        assert.equal(found, section.heading !== 'Left alone', bytes);
      }
      for (const example of section.articles) {
        const article = createArticle(pathOf(example, 0), example.source, example.text);
        const findings = lint(article, judgement, settings);
        for (const { data } of findings) reached.add(String(data.kind));
        const spans = findings.map(({ start, end }): [number, number] => [start, end]);
        assert.equal(show(article.text, spans), show(article.text, example.marks));
        for (const finding of findings) assert.ok(!/\{\w+\}/.test(finding.message + finding.fixes.map(({ title }) => title)), finding.message);
        // A key without a message would be shown as it is.
        for (const { message, fixes } of findings) for (const said of [message, ...fixes.map(({ title }) => title)]) assert.match(said, / /);
        if (example.fixed !== undefined) {
          const after = fixArticle(article, judgement, settings).article;
          assert.equal(after.text, example.fixed);
          assert.ok(
            lint(after, judgement, settings).every(({ fixes }) => !fixes[0]?.safe),
            'after the fix nothing is left to fix',
          );
        }
        if (example.suggested !== undefined) {
          assert.equal(applyEdits(article.text, firstEdits(findings)), example.suggested);
        }
      }
    });
  }

  const kinds = rule.kinds.filter((kind) => !ASKED_FOR.has(kind));
  if (kinds.length > 0) {
    test(`${rule.id}: every kind has a block on the page, and the page names it`, () => {
      assert.deepEqual(
        kinds.filter((kind) => !reached.has(kind)),
        [],
      );
      assert.deepEqual(
        rule.kinds.filter((kind) => !rule.page.includes(`\`${kind}\``)),
        [],
      );
    });
  }
}

const firstEdits = (findings: readonly Finding[]) => findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
