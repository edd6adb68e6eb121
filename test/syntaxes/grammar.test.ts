import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const { INITIAL, Registry } = textmate;

/** The grammar as the editor reads it. */
async function loadGrammar() {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')).buffer as ArrayBuffer);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync('syntaxes/article.tmLanguage.json', 'utf8'), 'article.json'),
  });
  const grammar = await registry.loadGrammar('text.article');
  assert.ok(grammar);
  return grammar;
}

const grammar = await loadGrammar();

/** The texts of an article that stand in a scope, line by line; neighbouring tokens of the scope are one text. */
function textsIn(scope: string, article: string): string[] {
  const texts: string[] = [];
  let stack = INITIAL;
  for (const line of article.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    let end = -1;
    for (const { startIndex, endIndex, scopes } of tokens) {
      if (!scopes.some((name) => name.startsWith(scope))) continue;
      const text = line.slice(startIndex, endIndex);
      if (startIndex === end) texts.push(`${texts.pop()}${text}`);
      else if (text) texts.push(text);
      end = endIndex;
    }
  }
  return texts;
}

test('the headline is the first line that is not blank', () => {
  assert.deepEqual(textsIn('markup.heading', 'عنوان الخبر 3\n\nمتن الخبر.'), ['عنوان الخبر 3']);
  assert.deepEqual(textsIn('markup.heading', '\n  \nعنوان الخبر\nمتن الخبر.\nتتمة.'), ['عنوان الخبر']);
  assert.deepEqual(textsIn('markup.heading', ''), []);
  assert.deepEqual(textsIn('constant.numeric', 'Three 3'), ['3']);
});

test('quotations reach from mark to mark, inside a line', () => {
  const quoted = (line: string) => textsIn('string.quoted', `Headline\n${line}`);
  assert.deepEqual(quoted('He said “yes”, «no», then "maybe".'), ['“yes”', '«no»', '"maybe"']);
  assert.deepEqual(quoted('He «said “yes” and» left.'), ['«said “yes” and»']);
  assert.deepEqual(quoted('He “said “yes” and” left.'), ['“said “yes” and”']);
  assert.deepEqual(quoted('He said ”yes“ and „no“.'), ['”yes“', '„no“']);
  assert.deepEqual(quoted('She called it “سد جديد” twice.'), ['“سد جديد”']);
});

test('a mark without its partner opens nothing', () => {
  assert.deepEqual(textsIn('string.quoted', 'Headline\n“We came.\n«We left.\nA 5" rule.\nYes”.'), []);
});

test('digits of all three kinds, with their separators', () => {
  assert.deepEqual(textsIn('constant.numeric', 'Headline\nOn 12/4/2031 ٣٫٥٪ or ۱۴۱۰, 1,250.75 at 07:55, G20.'), [
    '12/4/2031',
    '٣٫٥٪',
    '۱۴۱۰',
    '1,250.75',
    '07:55',
  ]);
});

test('an Arabic line is one token up to a foreign run: the editor would put its pieces in the wrong order', () => {
  const line = 'في 12/4/2031 قال “نعم” (٣٫٥٪) كلمة\u200fوأخرى، و«لا».';
  const { ruleStack } = grammar.tokenizeLine('عنوان', INITIAL);
  assert.equal(grammar.tokenizeLine(line, ruleStack).tokens.length, 1);
  assert.equal(grammar.tokenizeLine(line, INITIAL).tokens.length, 1);
  assert.equal(grammar.tokenizeLine(`${line} Read Next ${line}`, ruleStack).tokens.length, 3);
});

test('foreign runs are those of another script than the line begins with', () => {
  const foreign = (line: string) => textsIn('markup.italic.foreign', `عنوان\n${line}`);
  assert.deepEqual(foreign('أعلنت شركة Marjan Wire عن F-16 وعن “Read Next” أيضاً.'), ['Marjan Wire', 'F-16', 'Read Next']);
  assert.deepEqual(foreign('The word سد جديد means a new dam.'), ['سد جديد']);
  assert.deepEqual(foreign('Read Next'), []);
  assert.deepEqual(foreign('لا شيء هنا.'), []);
});

test('invisible characters stand out, the joiners that Persian needs do not', () => {
  assert.deepEqual(textsIn('invalid.illegal', 'Headline\nA\u200fword \u00ad and\ufeff \u200c.'), ['\u200f', '\u00ad', '\ufeff']);
});
