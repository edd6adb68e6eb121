import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { languageOf } from '../../server/src/cli/language';
import { CLEAN, corpuslint, FAULTY, faulty, folder, rowsOf, UNREADABLE } from './run';

const SAMPLE = 'test/sample';

test('--lang decides, else the first variable of the environment that is set', () => {
  const choices: readonly (readonly [args: string[], environment: Record<string, string>, expected: 'en' | 'ar'])[] = [
    [[], {}, 'en'],
    [[], { LANG: 'ar_SY.UTF-8' }, 'ar'],
    [[], { LANG: 'ar' }, 'ar'],
    [[], { LANG: 'arn_CL.UTF-8' }, 'en'],
    [[], { LC_ALL: 'C.UTF-8', LANG: 'ar_EG.UTF-8' }, 'en'],
    [[], { LC_ALL: '', LC_MESSAGES: 'ar_EG', LANG: 'en_US.UTF-8' }, 'ar'],
    [[], { LANGUAGE: 'ar:en' }, 'ar'],
    [['check', '--lang', 'en'], { LANG: 'ar' }, 'en'],
    [['check', '--lang=ar', '.'], { LANG: 'en' }, 'ar'],
    [['check', '--lang', 'xx'], { LANG: 'ar' }, 'ar'],
  ];
  for (const [args, environment, expected] of choices) assert.equal(languageOf(args, environment), expected, JSON.stringify([args, environment]));
});

test('an unknown language is wrong usage', (t) => {
  const root = folder(t, { 'a.txt': CLEAN });
  for (const command of [['check', root], ['names', root], ['rules'], ['explain', 'obfuscated-word']]) {
    const { status, stderr, stdout } = corpuslint([...command, '--lang', 'arr']);
    assert.deepEqual([status, stderr, stdout], [2, 'corpuslint: unknown language arr; did you mean ar?\n', '']);
  }
  assert.equal(corpuslint(['rules', '--lang', 'fr']).stderr, 'corpuslint: unknown language fr; there are en, ar\n');
});

/** What is left of a sentence when all that is set apart in it is gone. */
function withoutIsolated(sentence: string): string {
  const shorter = sentence.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
  return shorter === sentence ? sentence : withoutIsolated(shorter);
}

/** An Arabic sentence in which everything of another script is set apart and every slot filled. */
function assertArabic(sentence: string): void {
  assert.match(sentence, /\p{Script=Arabic}/u);
  assert.doesNotMatch(withoutIsolated(sentence), /[A-Za-z{}`]/, sentence);
}

interface Spoken {
  readonly message: string;
  readonly fixes: readonly { readonly title: string }[];
}

test('in Arabic a report differs in messages and titles, and in nothing else', () => {
  const arabic = rowsOf(corpuslint(['check', '--format', 'jsonl', '--lang', 'ar', SAMPLE]).stdout);
  const english = rowsOf(corpuslint(['check', '--format', 'jsonl', SAMPLE]).stdout);
  const mute = (rows: readonly Record<string, unknown>[]): unknown[] =>
    rows.slice(0, -1).map((row) => ({ ...row, message: '', fixes: (row.fixes as Spoken['fixes']).map((fix) => ({ ...fix, title: '' })) }));
  assert.deepEqual(mute(arabic), mute(english));
  assert.ok(arabic.length > 100);
  for (const row of arabic.slice(0, -1)) {
    const { message, fixes } = row as unknown as Spoken;
    for (const sentence of [message, ...fixes.map(({ title }) => title)]) assertArabic(sentence);
  }
});

test('whatever a file is that is no text, Arabic says so', (t) => {
  const root = folder(t, { ...UNREADABLE, 'scan.txt': '%PDF-1.7\n\0\0\0\0\0\0', 'locked.txt': FAULTY, 'corpuslint.jsonc': '{ "include": ["*"] }' });
  chmodSync(join(root, 'locked.txt'), 0o000);
  const { stdout } = corpuslint(['check', '--rule', 'unreadable-file', '--format', 'jsonl', '--lang', 'ar', root], { unprivileged: true });
  const messages = rowsOf(stdout).flatMap(({ message }) => (message === undefined ? [] : [String(message)]));
  messages.forEach(assertArabic);
  for (const expected of [/لا إذن بذلك/, /مستند \u2068PDF\u2069/, /صورة \u2068PNG\u2069/, /البايت \u20680x\w\w\u2069 عند الإزاحة \d+/]) {
    assert.ok(
      messages.some((message) => expected.test(message)),
      String(expected),
    );
  }
});

test('threads speak the language too', (t) => {
  const root = folder(t, faulty(40));
  const args = ['check', '--rule', 'obfuscated-word', '--quiet', '--lang', 'ar', '.'];
  const alone = corpuslint([...args, '--jobs', '1'], { cwd: root }).stdout;
  assert.equal(corpuslint([...args, '--jobs', '2'], { cwd: root }).stdout, alone);
  assert.match(alone, /\u2068إصلاح: اكتب \u2068المعارك\u2069\u2069/);
});

test('a report for people is Arabic to its last line', (t) => {
  const root = folder(t, { 'a.txt': FAULTY });
  const { stdout, status } = corpuslint(['check', '--rule', 'obfuscated-word', 'a.txt'], { cwd: root, env: { LANG: 'ar_MA.UTF-8' } });
  assert.equal(status, 1);
  assert.match(stdout, /^a\.txt\n {2}1:7 +\u2068تحذير\u2069 +\u2068«\u2068المعـ\.ارك\u2069» هي .*\u2069 {2}obfuscated-word\n/);
  assert.match(stdout, /^\u2068القاعدة\u2069 +\u2068الملاحظات\u2069 +\u2068الإصلاحات الآمنة\u2069\nobfuscated-word +1 +1\n/m);
  assert.match(
    stdout,
    /\u2068عُثر على ملاحظة واحدة \(لا أخطاء، تحذير واحد، لا معلومات\) في مقال واحد خلال .*؛ يصلح \u2068--fix\u2069 واحدة منها إصلاحًا آمنًا\.\u2069\n$/,
  );
  assert.match(corpuslint(['check', '--lang', 'ar', folder(t, { 'a.txt': CLEAN })]).stdout, /لم يُعثر على شيء في مقال واحد/);
});

test('trouble is told in Arabic, whatever the command', (t) => {
  const env = { LANG: 'ar' };
  const root = folder(t, { 'corpuslint.jsonc': '{ "rules": { "obfuscated-wrod": "off" } }', 'a.txt': CLEAN });
  const errors = (...args: string[]): string => corpuslint(args, { cwd: root, env }).stderr;
  assert.equal(errors('check', 'nowhere'), 'corpuslint: \u2068تعذّرت قراءة \u2068nowhere\u2069: لا ملف ولا مجلد بهذا الاسم\u2069\n');
  assert.equal(
    errors('check', '.'),
    'corpuslint: \u2068\u2068corpuslint.jsonc:1\u2069: القاعدة \u2068obfuscated-wrod\u2069 غير معروفة؛ هل تقصد \u2068obfuscated-word\u2069؟\u2069\n',
  );
  assert.match(errors('check', '--fix', '--diff'), /اختر أحدهما/);
  assert.match(errors('init'), /موجود من قبل/);
  assert.match(errors('explain', 'x'), /غير معروفة؛ يعرض الأمر \u2068corpuslint rules\u2069/);
});

test('rules, explain and names speak Arabic; ids and pages stay', () => {
  const rules = corpuslint(['rules', '--lang', 'ar']).stdout;
  assert.match(rules, /^unreadable-file +\u2068خطأ\u2069 +\u2068ملف\u2069 +\u2068ملف تعذّر فتحه، أو ليس نصًّا بترميز \u2068UTF-8\u2069\.\u2069$/m);
  const page = corpuslint(['explain', 'obfuscated-word', '--lang', 'ar']).stdout;
  assert.match(page, /^obfuscated-word {2}\u2068محارف\u2069, \u2068تحذير\u2069\n/);
  assert.match(corpuslint(['explain', 'editorial-note', '--lang', 'ar']).stdout, /dateline \(مكان الخبر\)/);
  assert.match(corpuslint(['leftovers', '--lang', 'ar', SAMPLE]).stdout, / {2}\u2068عنوان خبر آخر\u2069, \d+ % /);
  assert.match(corpuslint(['check', '--timings', '--exit-zero', '--lang', 'ar', SAMPLE]).stderr, /^\u2068أدلة الأسماء\u2069 +\d+ \u2068م‌ث\u2069/m);
  assert.match(page, /\u2068بعد الإصلاحات الآمنة\u2069/);
  assert.match(page, /\u2068كلمة كُسرت .*\u2069\n$/);
  assert.match(corpuslint(['names', '--lang', 'ar', SAMPLE]).stdout, /\u2068.* في .* مقالًا?\.\u2069\n$/);
});

test('--format github annotates by rule and tells what is left over', () => {
  const { stdout, status } = corpuslint(['check', '--format', 'github', SAMPLE]);
  const lines = stdout.trimEnd().split('\n');
  assert.equal(status, 1);
  for (const line of lines)
    assert.match(line, /^::(?:error|warning|notice) (?:file=test\/sample\/[^,]+,line=\d+,.*,title=[a-z-]+|title=corpuslint)::./);
  assert.equal(lines.filter((line) => line.startsWith('::warning ')).length, 10);
  assert.match(lines.at(-1)!, /^::notice title=corpuslint::\d+ more findings/);
  assert.equal(corpuslint(['check', '--format', 'github', '--jobs', '2', SAMPLE]).stdout, stdout);
});

test('help and wrong usage are told in Arabic where Arabic is asked for', () => {
  const commands = ['check', 'undo', 'log', 'names', 'leftovers', 'style', 'explain', 'explain-pair', 'rules', 'lsp'];
  for (const command of [[], ...commands.map((name) => [name])]) {
    const { status, stdout } = corpuslint([...command, '--help'], { env: { LANG: 'ar_SY.UTF-8' } });
    assert.equal(status, 0);
    assert.match(stdout, /الاستعمال:/);
    // Names of commands and options are what they are; sentences are Arabic.
    assert.doesNotMatch(stdout, /\b(?:the|and|what|only|how|with|show|list|this)\b/i, command.join());
  }
  assert.match(corpuslint(['explain', '--lang', 'ar']).stderr, /^corpuslint: \u2068ينقص الوسيط \u2068rule\u2069\u2069$/m);
  assert.match(corpuslint(['check', '--fxi', '--lang', 'ar']).stderr, /الخيار \u2068--fxi\u2069 غير معروف/);
});
