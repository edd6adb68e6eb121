import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { printParseErrorCode } from 'jsonc-parser';
import { type ConfigError, readConfig } from '../../server/src/engine/config';
import { lint } from '../../server/src/engine/lint';
import { configSchema } from '../../server/src/engine/schema';
import { isEverOff, onlyRules, rulesFor } from '../../server/src/engine/settings';
import { ARABIC } from '../../server/src/engine/words.ar';
import { ENGLISH } from '../../server/src/engine/words.en';
import { rules } from '../../server/src/rules/index';
import { createArticle } from '../../server/src/text/article';

const FILE = 'corpuslint.jsonc';
const OVERRIDES = `{
  "rules": { "obfuscated-word": "info" },
  "overrides": [
    { "files": ["archive/**"], "rules": { "obfuscated-word": "off" } },
    { "sources": ["almanar", "alwatan"], "rules": { "obfuscated-word": { "severity": "error" } } },
    { "files": ["**/*-draft.txt"], "sources": ["alwatan"], "rules": { "obfuscated-word": "warning", "reversed-quote": "off" } }
  ]
}`;

test('overrides hold for the articles that files and sources mean, the later ones before the earlier', async () => {
  const settings = await readConfig(OVERRIDES, FILE);
  const severity = (id: string, source: string): string => rulesFor(settings, { id, source })['obfuscated-word'].severity;
  assert.equal(severity('news/a.txt', 'other'), 'info');
  assert.equal(severity('archive/2019/a.txt', 'other'), 'off');
  assert.equal(severity('archive/2019/a.txt', 'almanar'), 'error');
  assert.equal(severity('archive/a-draft.txt', 'almanar'), 'error');
  assert.equal(severity('archive/a-draft.txt', 'alwatan'), 'warning');
  assert.equal(rulesFor(settings, { id: 'a-draft.txt', source: 'alwatan' })['reversed-quote'].severity, 'off');
  assert.equal(rulesFor(settings, { id: 'a.txt', source: 'alwatan' })['reversed-quote'].severity, 'warning');
  assert.equal(isEverOff(settings, 'reversed-quote'), true);
  assert.equal(isEverOff(settings, 'unbalanced-quote'), false);
  assert.equal(rulesFor(onlyRules(new Set(['reversed-quote']), settings), { id: 'a.txt', source: 'almanar' })['obfuscated-word'].severity, 'off');
});

test('findings have the severity of their own article', async () => {
  const settings = await readConfig(OVERRIDES, FILE);
  const severities = (id: string, source: string): string[] =>
    lint(createArticle(id, source, 'تجددت المعـ.ارك قرب المدينة.\n'), null, settings).map(({ severity }) => severity);
  assert.deepEqual(severities('a.txt', 'other'), ['info']);
  assert.deepEqual(severities('archive/a.txt', 'other'), []);
  assert.deepEqual(severities('archive/a.txt', 'almanar'), ['error']);
});

test('a phrase of the configuration may be longer than a label, and is compared by its plain words', async () => {
  const phrase = 'تصدر هذه الصحيفة كل صباح عن مؤسسة الضفة للنشر والتوزيع في رأس مرجان وتطبع في مطابعها الخاصة منذ عام 1990';
  const settings = await readConfig(JSON.stringify({ boilerplate: { phrases: [phrase, 'صوت الضفة'] } }), FILE);
  const article = createArticle('a.txt', 'a', `وصل الوفد إلى العاصمة.\nصوت الضفه!\n${phrase.replace('1990', '2005')}.\n`);
  assert.deepEqual(
    lint(article, null, settings).map(({ data }) => data.kind),
    ['phrase', 'phrase'],
  );
});

const BROKEN: Readonly<Record<string, string>> = {
  InvalidSymbol: '{ "include": nothing }',
  PropertyNameExpected: '{ 3: 4 }',
  ValueExpected: '{ "include": }',
  ColonExpected: '{ "include" [] }',
  CommaExpected: '{ "include": [] "exclude": [] }',
  CloseBraceExpected: '{ "include": []',
  CloseBracketExpected: '{ "include": ["a"',
  EndOfFileExpected: '{} {}',
  UnexpectedEndOfComment: '{} /* and so on',
  UnexpectedEndOfString: '{ "include": ["a] }',
  UnexpectedEndOfNumber: '{ "include": 3. }',
  InvalidUnicode: '{ "include": ["\\u12"] }',
  InvalidEscapeCharacter: '{ "include": ["\\q"] }',
  InvalidCharacter: '{ "include": ["\t"] }',
};

test('whatever makes JSON broken is told in words', async () => {
  const names = Array.from({ length: 100 }, (_, code) => printParseErrorCode(code)).filter((name) => !name.startsWith('<'));
  assert.ok(names.length >= Object.keys(BROKEN).length);
  for (const table of [ENGLISH, ARABIC]) for (const name of names) assert.ok(Object.hasOwn(table, name), name);
  for (const [name, text] of Object.entries(BROKEN)) {
    await assert.rejects(readConfig(text, FILE), { message: `${FILE}:1: broken JSON: ${ENGLISH[name as keyof typeof ENGLISH]}` }, name);
  }
});

const WRONG: readonly (readonly [text: string, expected: RegExp])[] = [
  ['{ "overrides": {} }', /:1: overrides must be a list$/],
  ['{ "overrides": [\n { "files": ["a"] } ] }', /:2: overrides\.0\.rules is missing$/],
  ['{ "overrides": [\n { "rules": {} } ] }', /:2: overrides\.0 needs one of files, sources$/],
  ['{ "source":\n "**/*.txt" }', /:2: source must hold \{source\} once, such as /],
  ['{ "source":\n "{source}{source}" }', /:2: source must hold \{source\} once, such as /],
  ['{ "overrides": [{ "files": ["a"],\n "rule": {}, "rules": {} }] }', /:2: unknown key rule; did you mean rules\?$/],
  [
    '{ "overrides": [{ "files": ["a"], "rules": {\n "obfuscated-wrod": "off" } }] }',
    /:2: unknown rule obfuscated-wrod; did you mean obfuscated-word\?$/,
  ],
  [
    '{ "overrides": [{ "files": ["a"], "rules": {\n "obfuscated-word": { "severty": "off" } } }] }',
    /:2: unknown option severty of obfuscated-word; did you mean severity\?$/,
  ],
  [
    '{ "overrides": [{ "sources": ["a"], "rules": { "obfuscated-word":\n "of" } }] }',
    /:2: overrides\.0\.rules\.obfuscated-word must be one of .*off\?$/,
  ],
  ['{ "overrides": [{ "sources": [\n3], "rules": {} }] }', /:2: overrides\.0\.sources\.0 must be a string$/],
  ['{ "names": { "prefr": [] } }', /:1: unknown key prefr; did you mean prefer\?$/],
  ['{ "names": { "prefer": [\n"سيرغي فيكتور لافروف"] } }', /:2: names\.prefer\.0 must be a word, or two with a blank between them$/],
  ['{ "boilerplate": { "phrases": "a" } }', /:1: boilerplate\.phrases must be a list$/],
  ['{ "boilerplate": { "phrases": ["نعم",\n"..."] } }', /:2: boilerplate\.phrases\.1 must be a line with a letter or a number in it$/],
  [
    '{ "rules": { "site-leftover": { "kinds": {\n "caption": "off" } } } }',
    /:2: unknown kind caption of site-leftover; it is a kind of editorial-note$/,
  ],
  ['{ "rules": { "site-leftover": { "kinds": {\n "shere": "off" } } } }', /:2: unknown kind shere of site-leftover; did you mean share\?$/],
  [
    '{ "overrides": [{ "sources": ["a"], "rules": { "editorial-note": { "kinds": {\n "byline": "of" } } } }] }',
    /:2: overrides\.0\.rules\.editorial-note\.kinds\.byline must be one of .*off\?$/,
  ],
  [
    '{ "rules": { "unwanted-spelling": { "write": { "مسئول": "مسؤول",\n"ولي": "ولي العهد" } } } }',
    /:2: .*rules\.unwanted-spelling\.write\.ولي.? holds a word that is replaced in its turn/,
  ],
  ['{ "rules": { "unwanted-spelling": { "write": { "سد": "حاجز",\n"حاجز": "سد" } } } }', /:1: .*rules\.unwanted-spelling\.write\.سد.? holds a word/],
  ['{ "rules": { "unwanted-spelling": { "write": {\n"عبد الله": "عبدالله" } } } }', /:2: .*write\.عبد الله.? must be a single word$/],
  ['{ "rules": { "unwanted-spelling": { "write": {\n"مسئول ": "مسؤول" } } } }', /:2: .* must be a single word$/],
  ['{ "rules": { "unwanted-spelling": { "write": {\n"": "مسؤول" } } } }', /:2: .* must be a single word$/],
  ['{ "rules": { "unwanted-spelling": { "write": { "مسئول": "مسؤول",\n"مـسئول": "مسؤل" } } } }', /:2: .* stands twice$/],
  ...['', ' مسؤول', 'مسؤول ', 'مسؤول\\n', 'مس\\u0007ؤول', 'مس\\u200fؤول', 'مسؤول\u{A0}أول'].map(
    (wanted) =>
      [
        `{ "overrides": [{ "files": ["a"], "rules": { "unwanted-spelling": { "write": {\n"مسئول": "${wanted}" } } } }] }`,
        /:2: .?overrides\.0\.rules\.unwanted-spelling\.write\.مسئول.? must be plain words with single blanks/,
      ] as const,
  ),
  ['{ "rules": { "obfuscated-word": { "kinds": {} } } }', /:1: unknown option kinds of obfuscated-word/],
  [`{ "include":\n ${'['.repeat(100_000)}`, /:2: more than 64 brackets stand one within the other here$/],
];

test('what is wrong in overrides and names is named with its line', async () => {
  for (const [text, message] of WRONG) await assert.rejects(readConfig(text, FILE), { message }, text);
});

test('all that is wrong is told at once, in the order of the text', async () => {
  const text = '{ "inclde": [],\n "names": { "prefer": ["a b"], "prefer": [] },\n "rules": { "site-leftover": "of",\n "no-such-rule": "off" } }';
  await assert.rejects(readConfig(text, FILE), (error: ConfigError) => {
    assert.deepEqual(
      [error, ...error.others].map(({ message }) => message.slice(0, 40)),
      [
        `${FILE}:1: unknown key inclde; d`,
        `${FILE}:2: prefer stands twice`,
        `${FILE}:3: rules.site-leftover m`,
        `${FILE}:4: unknown rule no-such-`,
      ].map((start) => start.slice(0, 40)),
    );
    return true;
  });
});

test('the beginning of a word is enough to know what was meant', async () => {
  await assert.rejects(readConfig('{ "rules": { "glued-word": "warn" } }', FILE), { message: /; did you mean warning\?/ });
});

test('a spelling that is wanted and unwanted is refused, with both places', async () => {
  const quarrel = (more: string): string => `{ "names": {\n "prefer": ["لافروف",\n "أمريكا"] },\n "rules": { "unwanted-spelling": ${more} } }`;
  const text = quarrel('{ "write": {\n "مسئول": "مسؤول",\n "أمريكا": "أميركا" } }');
  await assert.rejects(readConfig(text, FILE), (error: ConfigError) => {
    assert.equal(
      error.message,
      `${FILE}:3: names.prefer wants ⁨أمريكا⁩, which rules.unwanted-spelling.write (line 6) replaces by ⁨أميركا⁩: each fix of the one would undo the other; take one of them out`,
    );
    return error.others.length === 0;
  });
  // The other way round they agree; harakat make no other spelling; a rule that is off replaces nothing.
  for (const agreed of [
    '{ "write": { "أميركا": "أمريكا" } }',
    '{ "write": { "أمريكا": "أَمريكا" } }',
    '{ "severity": "off", "write": { "أمريكا": "أميركا" } }',
  ])
    await readConfig(quarrel(agreed), FILE);
});

const KINDS = `{
  "rules": { "site-leftover": { "kinds": { "share": "off", "comments": "error" } }, "editorial-note": { "severity": "off", "kinds": { "byline": "warning" } } },
  "overrides": [{ "sources": ["b"], "rules": { "site-leftover": { "kinds": { "share": "info" } } } }]
}`;

test('each kind of a rule may have a severity of its own', async () => {
  const settings = await readConfig(KINDS, FILE);
  const text =
    'عنوان الخبر الجديد\n\nبقلم: هدى الصياد\n\nفتحت الوزارة مدرسة جديدة في القرية البعيدة بعد عشر سنوات من الوعود، وجاء الأطفال إليها.\n\nشارك هذا المقال\n\nاترك تعليقا\n';
  const found = (source: string): string[] =>
    lint(createArticle('a.txt', source, text), null, settings).map(({ data, severity }) => `${data.kind} ${severity}`);
  assert.deepEqual(found('a'), ['byline warning', 'comments error']);
  assert.deepEqual(found('b'), ['byline warning', 'share info', 'comments error']);
  assert.equal(isEverOff(settings, 'site-leftover'), true);
  assert.equal(rulesFor(onlyRules(new Set(['reversed-quote']), settings), { id: 'a.txt', source: 'a' })['editorial-note'].kinds, undefined);
});

test('the schema for editors is the one that configurations are checked by; "npm run schema" writes it', () => {
  assert.deepEqual(JSON.parse(readFileSync('corpuslint.schema.json', 'utf8')), JSON.parse(JSON.stringify(configSchema())));
});

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

test('editors can say of every key and of every rule what it is', () => {
  const { properties } = configSchema() as Described;
  for (const [key, { description }] of Object.entries(properties!)) assert.ok(key === '$schema' || description, key);
  for (const { id, summary } of rules) assert.equal(properties!.rules.properties![id].description, summary);
  const validate = new Ajv().compile(configSchema());
  assert.ok(validate({ $schema: './corpuslint.schema.json', names: { prefer: ['لافروف'] }, rules: { 'reversed-quote': { severity: 'off' } } }));
});
