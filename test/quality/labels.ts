import { readFileSync, writeFileSync } from 'node:fs';

/** What people said, a line of JSON each. */
export const readLabels = <Label>(file: string): Label[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Label);

export const writeLabels = (file: string, labels: readonly unknown[]): void =>
  writeFileSync(file, labels.map((label) => `${JSON.stringify(label)}\n`).join(''));
