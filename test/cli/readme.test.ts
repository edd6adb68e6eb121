import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/index';

const readme = readFileSync('README.md', 'utf8');
const bundle = process.env.CORPUSLINT_BUNDLE ?? 'dist/server.js';

test('the README lists every rule as it is', () => {
  const [, table] = /<!-- rules -->\n([\s\S]*?)\n<!-- \/rules -->/.exec(readme) ?? [];
  const rows = rules.map(({ id, group, severity, summary }) => `| [${id}](server/src/rules/${id}.md) | ${group} | ${severity} | ${summary} |`);
  assert.equal(table, ['| rule | group | severity | |', '| --- | --- | --- | --- |', ...rows].join('\n'));
});

for (const [, command, shown] of readme.matchAll(/```console\n\$ corpuslint (.*)\n([\s\S]*?)```/g)) {
  test(`the README shows what it prints: ${command}`, () => {
    const { stdout } = run(command.split(' '));
    for (const part of shown.split(/^…\n/m)) assert.ok(stdout.includes(part), `${part}\nisn't in\n${stdout}`);
  });
}

function run(args: readonly string[]): { stdout: string } {
  try {
    return { stdout: execFileSync(process.execPath, [bundle, ...args], { encoding: 'utf8' }) };
  } catch (error) {
    return error as { stdout: string };
  }
}
