import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderPage } from '../../server/src/cli/explain';
import { readConfig } from '../../server/src/engine/config';
import { rules } from '../../server/src/rules/index';
import { bytesOf, CLEAN, corpuslint, ESCAPE, FAULTY, folder } from './run';

/** One line on standard error, nothing on standard output, exit status 2. */
function assertUsage(args: readonly string[], expected: RegExp, cwd?: string): void {
  const { status, stdout, stderr } = corpuslint(args, cwd ? { cwd } : {});
  assert.match(stderr, expected, args.join(' '));
  assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
  assert.equal(stdout, '');
  assert.equal(status, 2);
}

test('wrong usage names the nearest right word', (t) => {
  const root = folder(t, { 'a.txt': CLEAN });
  assertUsage(['chekc'], /^corpuslint: unknown command 'chekc'; did you mean check\?$/m);
  assertUsage(['check', '--fxi'], /^corpuslint: unknown option '--fxi'; did you mean --fix\?$/m);
  assertUsage(['check', '--format', 'jsnl', root], /^corpuslint: unknown format jsnl; did you mean jsonl\?$/m);
  assertUsage(['check', '--format', 'pdfx', root], /^corpuslint: unknown format pdfx; there are text, jsonl/m);
  assertUsage(['check', '--fail-on', 'eror', root], /unknown severity eror; did you mean error\?/);
  assertUsage(['check', '--rule', 'unreadable-fiel', root], /unknown rule unreadable-fiel; did you mean unreadable-file\?/);
  assertUsage(['explain', 'obfuscated-wrod'], /unknown rule obfuscated-wrod; did you mean obfuscated-word\?/);
  assertUsage(['explain', 'x'], /unknown rule x; "corpuslint rules" lists them/);
  assertUsage(['check', '--jobs', 'many', root], /--jobs/);
  assertUsage(['check', '--fix', '--diff', root], /choose one/);
  assertUsage(['check', '--unsafe-fixes', root], /--fix or --diff/);
  assertUsage(['check', '--format', 'jsonl', '--format', 'text', root], /-o FILE/);
  assertUsage(['names', '--formt', 'jsonl', root], /did you mean --format\?/);
  assertUsage(['explain'], /missing required argument 'rule'/);
});

test('a path that is given and is not there or may not be read', (t) => {
  const root = folder(t, { 'a.txt': CLEAN });
  assertUsage(['check', 'nowhere'], /^corpuslint: can't read nowhere: no such file or folder$/m, root);
  assertUsage(['check', 'a.txt', 'a.txt/b'], /can't read a\.txt\/b: no such file or folder/, root);
  assertUsage(['check', '/dev/null'], /neither a file nor a folder/, root);
});

const CONFIGS: readonly (readonly [text: string, expected: RegExp])[] = [
  ['{\n "rules": {\n  "obfuscated-wrod": "off"\n }\n}', /corpuslint\.jsonc:3: unknown rule obfuscated-wrod; did you mean obfuscated-word\?$/m],
  ['{ "rules": { "obfuscated-word": "eror" } }', /:1: rules\.obfuscated-word must be one of .*; did you mean error\?/],
  ['{ "rules": { "obfuscated-word": 5 } }', /:1: rules\.obfuscated-word must be one of .* or an object$/m],
  ['{ "rules": {\n "obfuscated-word": { "severty": "off" } } }', /:2: unknown option severty of obfuscated-word; did you mean severity\?/],
  ['{ "rules": {\n "obfuscated-word": { "severity":\n "of" } } }', /:3: rules\.obfuscated-word\.severity must be one of .*; did you mean off\?/],
  ['// first\n{\n "includ": [] }', /:3: unknown key includ; did you mean include\?/],
  ['{ "include": "a" }', /:1: include must be a list/],
  ['{ "include": ["a",\n 3] }', /:2: include\.1 must be a string/],
  ['{ "source": "x_*" }', /:1: source must hold \{source\}/],
  ['[]', /:1: the configuration must be an object/],
  ['{ "include": ["a"]\n "exclude": [] }', /:2: broken JSON: a comma is missing/],
  ['{ "include": ["a"],\n', /:\d: broken JSON/],
  ['{ "include": [],\n "include": [] }', /:2: include stands twice/],
];

test('a wrong configuration names file, line and the nearest right word', async (t) => {
  const [[text, expected]] = CONFIGS;
  assertUsage(['check', 'news'], expected, folder(t, { 'corpuslint.jsonc': text, 'news/a.txt': FAULTY }));
  for (const [config, message] of CONFIGS) await assert.rejects(readConfig(config, 'corpuslint.jsonc'), { message }, config);
  const root = folder(t, { 'corpuslint.jsonc': Buffer.from('{ "include": ["\xe6"] }', 'latin1'), 'a.txt': FAULTY });
  assertUsage(['check', '--fix', '.'], /corpuslint\.jsonc:1: not UTF-8/, root);
  assert.equal(readFileSync(join(root, 'a.txt'), 'utf8'), FAULTY);
});

test('help and version are no errors, and no command is one', () => {
  assert.equal(corpuslint(['--help']).status, 0);
  assert.equal(corpuslint(['check', '--help']).status, 0);
  assert.match(corpuslint(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  assert.equal(corpuslint([]).status, 2);
});

test('rules lists them all, and explain shows each page', () => {
  const list = corpuslint(['rules']).stdout;
  for (const { id, severity, group, summary, page } of rules) {
    assert.ok(list.includes(`\n${id} `) || list.startsWith(`${id} `), id);
    assert.match(list, new RegExp(`^${id} +${severity} +${group} +`, 'm'));
    const shown = renderPage(page, group, false);
    assert.ok(shown.startsWith(`${id}  ${group}\n`) && shown.includes(summary));
    assert.doesNotMatch(shown, /```|⟦/);
  }
  assert.match(corpuslint(['explain', 'obfuscated-word']).stdout, /^obfuscated-word {2}characters, warning\n/);
  assert.ok(corpuslint(['explain', 'obfuscated-word'], { env: { FORCE_COLOR: '1' } }).stdout.includes(`${ESCAPE}[33m`));
});

test('init writes a configuration that holds what holds without it, once', (t) => {
  const root = folder(t, { 'a.txt': FAULTY });
  const before = corpuslint(['check', '--format', 'jsonl', '.'], { cwd: root });
  assert.equal(corpuslint(['init'], { cwd: root }).status, 0);
  const after = corpuslint(['check', '--format', 'jsonl', '.'], { cwd: root });
  const findings = (stdout: string): string => stdout.slice(0, stdout.indexOf('{"summary"'));
  assert.equal(findings(after.stdout), findings(before.stdout));
  const written = bytesOf(root);
  assertUsage(['init'], /corpuslint\.jsonc is there already/, root);
  assertUsage(['init', 'a.txt/corpus'], /can't write a\.txt\/corpus\/corpuslint\.jsonc: /, root);
  assert.deepEqual(bytesOf(root), written);
  assert.equal(corpuslint(['init', 'sub/deep'], { cwd: root }).status, 0);
  // Every line in comments is right too.
  const commented = readFileSync(join(root, 'corpuslint.jsonc'), 'utf8').replace(/^(\s*)\/\/ ("[\w-]+":)/gm, '$1$2');
  const root2 = folder(t, { 'corpuslint.jsonc': commented, 'outlet_1.txt': FAULTY });
  assert.equal(corpuslint(['check', '.'], { cwd: root2 }).stderr, '');
});

test('a configuration that is no file, or a link to nothing, is told of', (t) => {
  const root = folder(t, { 'pipe/a.txt': FAULTY, 'link/a.txt': FAULTY, 'memory/a.txt': FAULTY, 'memory/corpuslint.jsonc': '{}' });
  spawnSync('mkfifo', [join(root, 'pipe/corpuslint.jsonc')]);
  symlinkSync('nowhere.jsonc', join(root, 'link/corpuslint.jsonc'));
  mkdirSync(join(root, 'memory/.corpuslint'));
  spawnSync('mkfifo', [join(root, 'memory/.corpuslint/decisions.jsonl')]);
  assertUsage(['check', 'pipe'], /^corpuslint: pipe\/corpuslint\.jsonc: it is neither a file nor a folder$/m, root);
  assertUsage(['check', 'link'], /^corpuslint: link\/corpuslint\.jsonc: no such file or folder$/m, root);
  assertUsage(['check', 'memory'], /^corpuslint: memory\/\.corpuslint\/decisions\.jsonl: it is neither a file nor a folder$/m, root);
});

test('every fault of a configuration is told, a line each', (t) => {
  const root = folder(t, { 'a.txt': FAULTY, 'corpuslint.jsonc': '{\n "inclde": [],\n "rules": { "site-leftover": "of" }\n}' });
  const { status, stderr } = corpuslint(['check', '.'], { cwd: root });
  assert.equal(status, 2);
  assert.match(stderr, /^corpuslint: corpuslint\.jsonc:2: unknown key inclde.*\ncorpuslint: corpuslint\.jsonc:3: rules\.site-leftover must be .*\n$/);
});

test('a source that no article is of is told of, with the nearest there is', (t) => {
  const overrides = '{ "overrides": [{ "sources": ["almanr", "alwatan"], "rules": { "obfuscated-word": "off" } }] }';
  const root = folder(t, { 'almanar/a.txt': FAULTY, 'alwatan/a.txt': CLEAN, 'corpuslint.jsonc': overrides });
  const { stderr } = corpuslint(['check', '--exit-zero', '.'], { cwd: root });
  assert.equal(stderr, 'corpuslint: corpuslint.jsonc: "overrides" names the source almanr, and no article is of it; did you mean almanar?\n');
});

test('globs that mean nothing, and reports that will be articles, are told of', (t) => {
  const root = folder(t, { 'a.txt': FAULTY, 'corpuslint.jsonc': '{ "include": ["*.txt", "news/*.txt"], "exclude": ["out-*"] }' });
  const told = (...args: string[]): string => corpuslint(['check', '--exit-zero', ...args, '.'], { cwd: root }).stderr;
  const idle = 'corpuslint: corpuslint.jsonc: "include" has news/*.txt, and no file is meant by it\n';
  assert.equal(told(), idle);
  assert.equal(told('-o', 'out-1.txt'), idle);
  assert.equal(told('-o', 'report.log'), idle);
  assert.match(told('-o', 'report.txt'), /^corpuslint: report\.txt will be an article of the corpus itself: /m);
});
