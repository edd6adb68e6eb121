import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesOf, phrase, say, summaryOf } from '../../server/src/engine/message';
import { ARABIC } from '../../server/src/engine/words.ar';
import { ENGLISH, TERMS } from '../../server/src/engine/words.en';
import { ARABIC as EDITOR_ARABIC, ENGLISH as EDITOR_ENGLISH } from '../../server/src/lsp/words';
import { rules } from '../../server/src/rules/index';
import { ARABIC_GROUPS, ARABIC_KINDS } from '../../server/src/rules/kinds.ar';
import { ARABIC_RULES } from '../../server/src/rules/messages.ar';
import type { Plural, Template, Templates } from '../../server/src/rules/phrase';
import type { Rule } from '../../server/src/rules/rule';

/** Forms that Arabic has beside `one` and `other`. A noun takes the last two after a number alone. */
const formsNeeded = (template: Plural): readonly ('two' | 'few' | 'many')[] =>
  template.other.includes(`{${template.by}}`) ? ['two', 'few', 'many'] : ['two'];

const formsOf = (template: Template): string[] => {
  if (typeof template === 'string') return [template];
  const { by: _, ...forms } = template;
  return Object.values(forms);
};

/** The slots of a template in any of its forms; the number that it counts is one, said or not. */
function slotsOf(template: Template): string {
  const slots = formsOf(template).flatMap((form) => [...form.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name));
  if (typeof template !== 'string') slots.push(template.by);
  return [...new Set(slots)].sort().join(' ');
}

/** What is wrong with the Arabic of a table, by key. */
function faultsOf(english: Templates, arabic: Templates): string[] {
  const faults: string[] = [];
  for (const key of Object.keys(english)) if (!Object.hasOwn(arabic, key)) faults.push(`${key}: no Arabic`);
  for (const [key, template] of Object.entries(arabic)) {
    const original = Object.hasOwn(english, key) ? english[key] : undefined;
    if (original === undefined) {
      faults.push(`${key}: not in the English table`);
      continue;
    }
    if (slotsOf(original) !== slotsOf(template)) faults.push(`${key}: the slots are ${slotsOf(template)}, in English ${slotsOf(original)}`);
    if (typeof template !== 'string') {
      const missing = formsNeeded(template).filter((form) => template[form] === undefined);
      if (missing.length > 0) faults.push(`${key}: no form for ${missing.join(', ')}`);
    }
    for (const form of formsOf(template)) {
      if (/[A-Za-z]/.test(form.replace(/`[^`]*`|\{[\w-]+\}/g, ''))) faults.push(`${key}: Latin letters outside of backticks`);
      if (form.replace(/`[^`]*`/g, '').includes('`')) faults.push(`${key}: a lone backtick`);
    }
  }
  return faults;
}

test('everything that is said has an Arabic version with the same slots: add it to engine/words.ar.ts', () => {
  assert.deepEqual(faultsOf(ENGLISH, ARABIC), []);
});

test('every kind and every group has an Arabic name, and nothing else has one: add it to rules/kinds.ar.ts', () => {
  assert.deepEqual(Object.keys(ARABIC_KINDS).sort(), [...new Set(['recurring', ...rules.flatMap(({ kinds }) => kinds)])].sort());
  assert.deepEqual(Object.keys(ARABIC_GROUPS).sort(), [...new Set(rules.map(({ group }) => group))].sort());
});

test('what the editor shows has an Arabic version too: add it to lsp/words.ts', () => {
  assert.deepEqual(faultsOf(EDITOR_ENGLISH, EDITOR_ARABIC), []);
});

for (const { id, summary, messages } of rules) {
  test(`the Arabic of ${id} is complete: add it to rules/messages.ar.ts`, () => {
    const arabic = ARABIC_RULES[id];
    assert.ok(arabic, 'no Arabic at all');
    assert.deepEqual(faultsOf({ summary, ...messages }, { summary: arabic.summary, ...arabic.messages }), []);
  });
}

test('no Arabic is left over from a rule that is gone', () => {
  assert.deepEqual(
    Object.keys(ARABIC_RULES).filter((id) => !rules.some((rule) => rule.id === id)),
    [],
  );
});

test('the comparison finds what it is made for', () => {
  assert.deepEqual(faultsOf({ a: 'A', b: '{x} {y}' }, { b: '{x}', c: 'ج' }), [
    'a: no Arabic',
    'b: the slots are x, in English x y',
    'c: not in the English table',
  ]);
  assert.deepEqual(faultsOf({ a: '{n} of them' }, { a: { by: 'n', one: 'واحدة', other: '{n}' } }), ['a: no form for two, few, many']);
  assert.deepEqual(faultsOf({ a: 'Use --fix' }, { a: 'استعمل --fix' }), ['a: Latin letters outside of backticks']);
});

test('a word of ours has one meaning: no rule has a message under the key of a word that all share', () => {
  const shared = new Set(Object.keys(ENGLISH));
  // What rules say under a key of their own hides the word from their slots.
  const slotWords: ReadonlySet<string> = new Set<string>([...TERMS, 'byte']);
  for (const { id, messages } of rules) {
    for (const key of Object.keys(messages)) assert.ok(!(shared.has(key) && slotWords.has(key)), `${id}: ${key}`);
  }
});

const count = (language: 'en' | 'ar', n: number): string => say(language, phrase('articles', { n }));

test('counts take the form that the number asks for', () => {
  assert.deepEqual(
    [1, 2, 3, 10, 11, 99, 100, 103, 111, 1000].map((n) => count('ar', n)),
    ['مقال واحد', 'مقالين', '3 مقالات', '10 مقالات', '11 مقالًا', '99 مقالًا', '100 مقال', '103 مقالات', '111 مقالًا', '1,000 مقال'],
  );
  assert.deepEqual(
    [0, 1, 2, 12345].map((n) => count('en', n)),
    ['0 articles', '1 article', '2 articles', '12,345 articles'],
  );
});

test('what is of another script is set apart, what is at home is not', () => {
  const rule = rules.find(({ id }) => id === 'reversed-quote')!;
  const own = messagesOf(rule, 'ar');
  assert.equal(
    say('ar', phrase('unknown-rule', { word: 'x-y', hint: phrase('did-you-mean', { word: 'x-z' }) })),
    'القاعدة \u2068x-y\u2069 غير معروفة؛ هل تقصد \u2068x-z\u2069؟',
  );
  assert.equal(say('ar', phrase('fix-or-diff')), 'الخيار \u2068--fix\u2069 يكتب و\u2068--diff\u2069 لا يكتب شيئًا: اختر أحدهما');
  assert.equal(
    say('en', phrase('trouble-with', { path: 'أخبار/أ.txt', reason: phrase('it is a folder') })),
    '\u2068أخبار/أ.txt\u2069: it is a folder',
  );
  // A mark by itself shows as it does in the article.
  assert.equal(say('ar', { key: 'open', slots: { mark: '«' } }, own), 'افتح بالعلامة «');
  assert.equal(say('en', { key: 'open', slots: { mark: '«' } }, rule.messages), 'Open with \u2068«\u2069');
});

test('what is not in any table is said as it stands', () => {
  assert.equal(say('ar', { key: 'EFOO: strange' }), '\u2068EFOO: strange\u2069');
  assert.equal(say('en', { key: 'constructor' }), 'constructor');
});

test('a new rule speaks English until it is put into Arabic', () => {
  const fresh: Rule = { ...rules[0], id: 'fresh-rule', summary: 'Something is wrong.', messages: { here: '{word} is wrong.' } };
  assert.equal(summaryOf(fresh, 'ar'), 'Something is wrong.');
  assert.equal(say('ar', { key: 'here', slots: { word: 'كلمة' } }, messagesOf(fresh, 'ar')), '\u2068كلمة\u2069 is wrong.');
});
