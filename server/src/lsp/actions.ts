import { type CodeAction, CodeActionKind, type Range, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../engine/finding';
import { type AppliedFix, fixArticle } from '../engine/fix';
import { onlyRules } from '../engine/settings';
import type { Edit } from '../rules/rule';
import { shorten } from '../text/excerpt';
import type { OpenArticle, Terms } from './article';
import { wholeLine } from './commands';
import { compose } from './compose';
import { diagnosticOf, type Manner } from './diagnostics';
import { Command, type DropParams, type KeepParams } from './protocol';
import { tell } from './words';

/** The kind of "fix all": what `editor.codeActionsOnSave` names. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.corpuslint`;

/** What can be done about the findings that touch a range; `only` are the kinds that the editor asks for. */
export function actionsFor(open: OpenArticle, terms: Terms, range: Range, only: readonly string[] | undefined, manner: Manner): CodeAction[] {
  const wants = (kind: string): boolean => !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(open, terms, range, manner));
  if (wants(CodeActionKind.Refactor)) actions.push(...droppingSelection(open, terms, range, manner));
  if (only && wants(FIX_ALL)) actions.push(...fixAll(open, terms, manner));
  // Nobody asked for it by name: its edits are made when it is chosen.
  if (!only && open.findings(terms).some(({ fixes }) => fixes[0]?.safe)) {
    const title = tell(manner.language, 'fix-all');
    actions.push({ title, kind: FIX_ALL, command: { title, command: Command.FIX_ALL_SAFE, arguments: [open.document.uri] } });
  }
  return actions;
}

function quickFixes(open: OpenArticle, terms: Terms, range: Range, manner: Manner): CodeAction[] {
  const [from, to] = [open.offset(range.start), open.offset(range.end)];
  const all = open.findings(terms);
  const actions: CodeAction[] = [];
  const touched = new Set<string>();
  for (const finding of all) {
    if (finding.end < from || to < finding.start) continue;
    const diagnostics = [diagnosticOf(open, finding, manner)];
    finding.fixes.forEach(({ title, safe, edits }, i) => {
      const edit = workspaceEdit(open, edits, manner.versioned);
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, edit, ...(i === 0 && safe && { isPreferred: true }) });
    });
    const title = tell(manner.language, 'keep', { text: nameOf(open, finding) });
    const keep: KeepParams = { uri: open.document.uri, rule: finding.rule, range: open.range(finding.start, finding.end) };
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: Command.KEEP, arguments: [keep] } });
    if (finding.group === 'boilerplate' && finding.data.kind !== 'decided') {
      actions.push(
        ...dropping(open, finding.start, finding.end, manner).map((action) => ({ ...action, kind: CodeActionKind.QuickFix, diagnostics })),
      );
    }
    if (finding.fixes[0]?.safe) touched.add(finding.rule);
  }
  for (const rule of touched) {
    if (all.filter((finding) => finding.rule === rule && finding.fixes[0]?.safe).length < 2) continue;
    const edits = safeEdits(open, { ...terms, settings: onlyRules(new Set([rule]), terms.settings) });
    const title = tell(manner.language, 'fix-rule', { rule });
    actions.push({ title, kind: CodeActionKind.QuickFix, edit: workspaceEdit(open, edits, manner.versioned) });
  }
  return actions;
}

/** A whole line that is selected goes everywhere, be it a leftover or not; those that are offer it themselves. */
function droppingSelection(open: OpenArticle, terms: Terms, range: Range, manner: Manner): CodeAction[] {
  const lines = range.end.line - range.start.line;
  if (lines > 1 || (lines === 1 && range.end.character > 0)) return [];
  const [start, end] = [open.offset(range.start), open.offset(range.end)];
  const isFound = open.findings(terms).some((finding) => finding.group === 'boilerplate' && finding.start < end && finding.end > start);
  return start === end || isFound ? [] : dropping(open, start, end, manner).map((action) => ({ ...action, kind: CodeActionKind.Refactor }));
}

/** What lets the line between two offsets go from its source; nothing where that is no whole line. */
function dropping(open: OpenArticle, start: number, end: number, { language }: Manner): Pick<CodeAction, 'title' | 'command'>[] {
  const line = wholeLine(open, start, end);
  if (line === null) return [];
  const title = tell(language, 'drop-line', { text: shorten(line, SHOWN), source: open.file.source || '.' });
  const drop: DropParams = { uri: open.document.uri, range: open.range(start, end) };
  return [{ title, command: { title, command: Command.DROP_LINE, arguments: [drop] } }];
}

/** What a finding stands on, or where nothing of that is seen, its rule. */
function nameOf({ article }: OpenArticle, { start, end, rule }: Finding): string {
  const text = shorten(article.text.slice(start, end), SHOWN);
  return /[^\p{Z}\p{C}]/u.test(text) ? text : rule;
}

/** UTF-16 units of a finding that the title of an action shows. */
const SHOWN = 30;

function fixAll(open: OpenArticle, terms: Terms, { versioned, language }: Manner): CodeAction[] {
  const edits = safeEdits(open, terms);
  if (edits.length === 0) return [];
  return [{ title: tell(language, 'fix-all'), kind: FIX_ALL, edit: workspaceEdit(open, edits, versioned) }];
}

/** What all safe fixes make of an article when nothing is left to fix, as edits of the text that it has now. */
export function safeEdits(open: OpenArticle, { settings, judgement }: Terms): Edit[] {
  const { rounds } = fixArticle(open.article, judgement, settings);
  return compose(
    open.article.text,
    rounds.map((round: readonly AppliedFix[]) => round.flatMap(({ edits }) => edits)),
  );
}

/** Edits of an open article as the editor takes them. */
export function workspaceEdit(open: OpenArticle, edits: readonly Edit[], versioned: boolean): WorkspaceEdit {
  const { uri, version } = open.document;
  const textEdits = edits.map(({ start, end, text }): TextEdit => ({ range: open.range(start, end), newText: text }));
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] } : { changes: { [uri]: textEdits } };
}
