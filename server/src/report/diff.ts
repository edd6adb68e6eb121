import { type Change, changesBetween, linesOf } from './hunks';
import type { Reporter } from './reporter';
import { harmless, visible } from './visible';

/** Lines that are shown around a change. */
const CONTEXT = 3;

/** What the fixes change, as one unified diff that `patch -p1` and `git apply` take. */
export const diffReporter = (): Reporter => ({
  article({ file, changed }) {
    if (!changed) return [];
    const name = file.replace(/^(?:\.?\/)+/, '');
    const [before, after] = [linesOf(changed.before), linesOf(changed.after)];
    const changes = changesBetween(before, after);
    return [
      unseen(harmless(name), before, after, changes),
      `--- ${nameIn(`a/${name}`)}\n+++ ${nameIn(`b/${name}`)}\n`,
      ...hunksOf(before, after, changes),
    ];
  },
  end: () => '',
});

/**
 * A name as patches have it: in quotation marks, as in C, where it holds controls or what would end it; before a tab where it holds a blank, at
 * which it would end else.
 */
function nameIn(name: string): string {
  if (!QUOTED.test(name)) return name.includes(' ') ? `${name}\t` : name;
  return `"${Array.from(Buffer.from(name), escapeByte).join('')}"`;
}

function escapeByte(byte: number): string {
  const sign = String.fromCharCode(byte);
  if (byte < 0x20 || byte > 0x7e) return `\\${byte.toString(8).padStart(3, '0')}`;
  return sign === '"' || sign === '\\' ? `\\${sign}` : sign;
}

const QUOTED = /[\p{Cc}"\\]/u;

/** Changes that stand so near one another that their surroundings meet are one hunk. */
function hunksOf(before: readonly string[], after: readonly string[], changes: readonly Change[]): string[] {
  const hunks: string[] = [];
  for (let first = 0; first < changes.length; ) {
    let last = first;
    while (last + 1 < changes.length && changes[last + 1].oldStart - changes[last].oldEnd <= 2 * CONTEXT) last++;
    hunks.push(hunk(before, after, changes.slice(first, last + 1)));
    first = last + 1;
  }
  return hunks;
}

function hunk(before: readonly string[], after: readonly string[], changes: readonly Change[]): string {
  const [first, last] = [changes[0], changes[changes.length - 1]];
  const oldStart = Math.max(0, first.oldStart - CONTEXT);
  const newStart = first.newStart - (first.oldStart - oldStart);
  const oldEnd = Math.min(before.length, last.oldEnd + CONTEXT);
  const newEnd = last.newEnd + (oldEnd - last.oldEnd);
  const lines: string[] = [];
  let at = oldStart;
  for (const change of changes) {
    for (; at < change.oldStart; at++) lines.push(shown(' ', before[at]));
    for (; at < change.oldEnd; at++) lines.push(shown('-', before[at]));
    for (let added = change.newStart; added < change.newEnd; added++) lines.push(shown('+', after[added]));
  }
  for (; at < oldEnd; at++) lines.push(shown(' ', before[at]));
  return `@@ -${range(oldStart, oldEnd)} +${range(newStart, newEnd)} @@\n${lines.join('')}`;
}

/** Line numbers count from 1; an empty range stands after the line before it. */
const range = (start: number, end: number): string => `${end > start ? start + 1 : start},${end - start}`;

const shown = (sign: string, line: string): string => (line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`);

/** Characters that nobody sees in the lines of a patch. */
const HIDDEN = /(?![\t\r])[\p{Cc}\p{Cf}\u2028\u2029]|(?! )\p{Zs}/gu;
/** UTF-16 units shown around one, and lines shown of a file. */
const SIDE = 20;
const MOST = 5;

/**
 * A patch has every character as it is, so one that nobody sees is written out above it, where tools skip text: for each of the first
 * lines that lose one, the place of the first with what stands around it.
 */
function unseen(name: string, before: readonly string[], after: readonly string[], changes: readonly Change[]): string {
  const notes: string[] = [];
  for (const { oldStart, oldEnd, newStart, newEnd } of changes) {
    for (let at = oldStart; at < oldEnd && notes.length < MOST; at++) {
      const line = before[at].replace(/\r?\n$/, '');
      const counterpart = newStart + at - oldStart;
      const lost = counterpart < newEnd ? firstLost(line, after[counterpart].replace(/\r?\n$/, '')) : -1;
      if (lost < 0) continue;
      notes.push(`# ${name}:${at + 1}:${lost + 1}: ${visible(line.slice(Math.max(0, lost - SIDE), lost + 1 + SIDE))}\n`);
    }
  }
  return notes.join('');
}

/** The place of the first unseen character of a line that the new line doesn't have in its turn; -1 where it has all of them. */
function firstLost(line: string, now: string): number {
  if (line.search(HIDDEN) < 0) return -1;
  const kept = now.match(HIDDEN) ?? [];
  let n = 0;
  for (const { 0: character, index } of line.matchAll(HIDDEN)) if (character !== kept[n++]) return index;
  return -1;
}
