import { join } from 'node:path';
import type { Range } from 'vscode-languageserver';
import { CONFIG_NAME } from '../engine/config';
import { keepDecision, mergeDecisions } from '../engine/decisions';
import { UserError } from '../engine/errors';
import { fingerprintOf } from '../engine/fingerprint';
import { applyLeftovers, type LeftoverAnswer } from '../engine/leftovers-table';
import { type Language, summaryOf } from '../engine/message';
import { configTemplate } from '../engine/template';
import { aboutNow, changeDecisions, decisionsName } from '../files/decisions';
import { createFile } from '../files/store';
import { rules } from '../rules/index';
import type { OpenArticle } from './article';
import type { Corpus } from './corpus';
import { pageHref, pageOf } from './pages';
import type { RuleName, RulePage, UsedFolder } from './protocol';
import { pathOf, uriOf } from './uri';

/** A rule's page. */
export function explainRule(rule: unknown, pages: string): RulePage | null {
  if (typeof rule !== 'string') return null;
  const page = pageOf(rule);
  return page === undefined ? null : { rule, page, href: pageHref(pages, rule) };
}

/** The names of all rules. */
export const listRules = (language: Language): RuleName[] =>
  rules.map((rule) => ({ rule: rule.id, group: rule.group, summary: summaryOf(rule, language) }));

/** Makes a folder a corpus. */
export function useFolder(uri: unknown): UsedFolder {
  const folder = typeof uri === 'string' ? pathOf(uri) : null;
  if (folder === null) throw new UserError('folder-needed');
  const path = join(folder, CONFIG_NAME);
  try {
    createFile(path, configTemplate());
    return { config: uriOf(path), existed: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { config: uriOf(path), existed: true };
  }
}

/** Takes a finding of an open article into the decisions of its corpus, and returns the path of their file. */
export function keepFinding(open: OpenArticle, corpus: Corpus, rule: string, range: Range): string {
  const [start, end] = [open.offset(range.start), open.offset(range.end)];
  const finding = open.findings(corpus).find((found) => found.rule === rule && found.start === start && found.end === end);
  // It was edited away meanwhile: there is nothing to keep.
  const kept = finding ? [{ ...keepDecision(fingerprintOf(open.article, finding), open.file), ...aboutNow() }] : [];
  changeDecisions(new Map([[corpus.root, (now) => mergeDecisions(now, kept)]]), corpus.root);
  return join(corpus.root, decisionsName(corpus.root, corpus.root));
}

/** Decides that a whole line of an open article goes from its source, and returns the path of the decisions. */
export function dropLine(open: OpenArticle, corpus: Corpus, range: Range): string {
  const line = wholeLine(open, open.offset(range.start), open.offset(range.end));
  const { source } = open.file;
  // It was edited away meanwhile: there is nothing to drop.
  const answers: LeftoverAnswer[] =
    line === null ? [] : [{ text: { source, text: line, line: true, rule: null, kind: '' }, answer: 'drop', note: '' }];
  changeDecisions(new Map([[corpus.root, (now) => applyLeftovers(now, answers, aboutNow())]]), corpus.root);
  return join(corpus.root, decisionsName(corpus.root, corpus.root));
}

/** The text between two offsets, blanks around it aside, if that is a whole line or a piece of one that runs of blanks part from others. */
export function wholeLine({ article: { text, blocks } }: OpenArticle, start: number, end: number): string | null {
  const chosen = text.slice(start, end);
  const from = start + chosen.length - chosen.trimStart().length;
  const line = chosen.trim();
  const b = blocks.start.indexOf(from);
  return b >= 0 && blocks.end[b] === from + line.length ? line : null;
}
