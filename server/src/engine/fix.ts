import type { Judgement } from '../corpus/evidence';
import type { Edit } from '../rules/rule';
import { type Article, createArticle } from '../text/article';
import { isBlankUnit } from '../text/characters';
import { positionAt } from '../text/position';
import type { Finding } from './finding';
import { lint } from './lint';
import { byCodePoint } from './order';
import type { Settings } from './settings';

/**
 * Who goes first where safe edits of equal size overlap: what takes text away as a whole before what mends it, marks
 * after the words they stand around.
 */
const PRECEDENCE = ['file', 'duplicates', 'boilerplate', 'characters', 'names', 'spelling', 'quotes', 'typography', 'privacy'] as const;

/** Rounds after which an article that still changes is left as it was. No rule needs more than a few. */
const ROUNDS = 20;

/** A fix that was applied, with the rule it came from. */
export interface AppliedFix {
  readonly rule: string;
  readonly edits: readonly Edit[];
}

/** A change that was made: offsets are those of the text as it was at that moment. */
export interface Change {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly old: string;
  readonly new: string;
}

/** Edits in the order of the text, without those that reach into one before them. */
function inTextOrder<Given extends Edit>(edits: readonly Given[]): Given[] {
  let at = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end }) => {
      if (start < at) return false;
      at = end;
      return true;
    });
}

/** The result of edits that don't overlap, in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of inTextOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** What rounds of fixes do to a text, one change after another; within a round the last place goes first, so that none moves the next. */
export function changesOf(text: string, rounds: readonly (readonly AppliedFix[])[]): Change[] {
  let current = text;
  return rounds.flatMap((round) => {
    const before = current;
    const edits = inTextOrder(round.flatMap(({ rule, edits }) => edits.map((edit) => ({ ...edit, rule }))));
    current = applyEdits(before, edits);
    return edits.reverse().map(({ rule, start, end, text }) => ({ rule, start, end, old: before.slice(start, end), new: text }));
  });
}

/** What a set of edits takes hold of: the larger goes first where two overlap. */
const reach = (edits: readonly Edit[]): number => edits.reduce((sum, { start, end }) => sum + end - start, 0);

/**
 * The fixes to apply to a text in one round: each finding's first fix if it is safe (or any, with `unsafe`), the larger first where
 * they overlap, then by `PRECEDENCE`, then in reading order. Blanks that go with the words beside them are in nobody's way.
 */
export function chooseFixes(text: string, findings: readonly Finding[], unsafe = false): AppliedFix[] {
  const wanted = findings.filter(({ fixes }) => fixes.length > 0 && (unsafe || fixes[0].safe));
  const gone = wordsTaken(
    text,
    wanted.flatMap(({ fixes }) => fixes[0].edits),
  );
  const candidates = wanted
    .map((finding) => ({ finding, edits: withoutMoot(text, finding.fixes[0].edits, gone) }))
    .filter(({ edits }) => edits.length > 0)
    .map(({ finding, edits }) => ({ finding, edits, size: reach(edits) }))
    .sort((a, b) => b.size - a.size || rank(a.finding) - rank(b.finding) || a.finding.start - b.finding.start);
  const taken = new Uint8Array(text.length + 1);
  const chosen: AppliedFix[] = [];
  for (const { finding, edits } of candidates) {
    if (edits.some(({ start, end }) => taken.subarray(start, holdEnd(start, end)).includes(1))) continue;
    for (const { start, end } of edits) taken.fill(1, start, holdEnd(start, end));
    chosen.push({ rule: finding.rule, edits });
  }
  return chosen;
}

/** Marks the units of a text that edits take away with words among them, and put nothing in their place. */
function wordsTaken(text: string, edits: readonly Edit[]): Uint8Array {
  const gone = new Uint8Array(text.length);
  for (const edit of edits) if (edit.text === '' && !isBlank(text, edit)) gone.fill(1, edit.start, edit.end);
  return gone;
}

/** The edits of a fix without those that write something else for blanks which are `gone` with the words beside them. */
function withoutMoot(text: string, edits: readonly Edit[], gone: Uint8Array): readonly Edit[] {
  const isMoot = (edit: Edit): boolean => edit.start < edit.end && isBlank(text, edit) && !gone.subarray(edit.start, edit.end).includes(0);
  return edits.some(isMoot) ? edits.filter((edit) => !isMoot(edit)) : edits;
}

function isBlank(text: string, { start, end }: Edit): boolean {
  for (let i = start; i < end; i++) if (!isBlankUnit(text, i)) return false;
  return true;
}

const rank = ({ group }: Finding): number => PRECEDENCE.indexOf(group);

/**
 * Where the units end that an edit takes hold of: those that it replaces. An insertion holds the unit that it goes before, so
 * that two of them at one place overlap: their order would be chance.
 */
const holdEnd = (start: number, end: number): number => Math.max(end, start + 1);

/**
 * Applies safe fixes (with `unsafe`, the first of every finding) until nothing changes. The judgement stays the one that
 * was given. Returns the article as it then is, and what was applied, round by round: nothing where fixes never come to rest,
 * for each round of them may have made it worse.
 */
export function fixArticle(
  article: Article,
  judgement: Judgement | null,
  settings: Settings,
  unsafe = false,
): { article: Article; rounds: AppliedFix[][] } {
  const rounds: AppliedFix[][] = [];
  let current = article;
  while (!current.fault) {
    const chosen = chooseFixes(current.text, lint(current, judgement, settings), unsafe);
    if (chosen.length === 0) break;
    const text = applyEdits(
      current.text,
      chosen.flatMap(({ edits }) => edits),
    );
    if (text === current.text) break;
    if (rounds.length === ROUNDS) return { article, rounds: [] };
    rounds.push(chosen);
    current = createArticle(current.id, current.source, text);
  }
  return { article: current, rounds };
}

/** What keeps an article from coming to rest: the rules whose fixes go on, and the 0-based line of the first of them. */
export function findRestless(
  article: Article,
  judgement: Judgement | null,
  settings: Settings,
  unsafe: boolean,
): { readonly rules: readonly string[]; readonly line: number } {
  let current = article;
  let chosen: AppliedFix[] = [];
  const rules = new Set<string>();
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const next = chooseFixes(current.text, lint(current, judgement, settings), unsafe);
    if (next.length === 0) break;
    chosen = next;
    // The first rounds mend what can be mended.
    if (round === ROUNDS) rules.clear();
    for (const { rule } of chosen) rules.add(rule);
    const edits = chosen.flatMap(({ edits }) => edits);
    current = createArticle(current.id, current.source, applyEdits(current.text, edits));
  }
  const start = Math.min(current.text.length, ...chosen.flatMap(({ edits }) => edits.map((edit) => edit.start)));
  return { rules: [...rules].sort(byCodePoint), line: positionAt(current, start).line };
}
