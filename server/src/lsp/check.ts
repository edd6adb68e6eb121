import { Worker } from 'node:worker_threads';
import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { CHECK_THREAD } from '../drivers/thread';
import { type Language, say } from '../engine/message';
import type { Phrase } from '../rules/phrase';
import type { CheckSummary } from './protocol';
import { uriOf } from './uri';

/** What the thread of a check is told. */
export interface Errand {
  readonly role: typeof CHECK_THREAD;
  /** Absolute paths; every configured corpus in them is checked. */
  readonly folders: readonly string[];
  readonly pages: string;
  readonly language: Language;
}

/** What it answers, piece by piece. */
export interface Piece {
  readonly articles: readonly { readonly path: string; readonly diagnostics: readonly Diagnostic[] }[];
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** What the thread tells: a piece, how far it is, what a person must mend, what failed, and that it is done. */
export type Report =
  | { readonly piece: Piece }
  | { readonly corpus: string; readonly done: number; readonly total: number }
  | { readonly problem: Phrase }
  | { readonly error: string }
  | 'end';

interface Options extends Omit<Errand, 'role'> {
  /** Whether a file is open as an article: its findings are published anyway. */
  readonly isOpen: (path: string) => boolean;
  /** Stops the check. */
  readonly tokens: readonly CancellationToken[];
  readonly progress: (corpus: string, done: number, total: number) => void;
  readonly found: (articles: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[]) => void;
}

/**
 * Checks every configured corpus in the folders and streams what it finds. It is done in a thread with threads of its own,
 * so that whoever types meanwhile has answers; to stop it is to end them.
 */
export async function checkFolders({ folders, pages, language, isOpen, tokens, progress, found }: Options): Promise<CheckSummary> {
  const summary = { articles: 0, errors: 0, warnings: 0, infos: 0, cancelled: false, problems: [] as string[] };
  const thread = new Worker(new URL(import.meta.url), { workerData: { role: CHECK_THREAD, folders, pages, language } satisfies Errand });
  const stops: { dispose(): void }[] = [];
  try {
    await new Promise<void>((done, fail) => {
      const cancel = (): void => {
        summary.cancelled = true;
        done();
      };
      stops.push(...tokens.map((token) => token.onCancellationRequested(cancel)));
      if (tokens.some((token) => token.isCancellationRequested)) cancel();
      thread.on('message', (report: Report) => {
        if (summary.cancelled) return;
        if (report === 'end') done();
        else if ('error' in report) fail(new Error(report.error));
        else if ('problem' in report) summary.problems.push(say(language, report.problem));
        else if ('corpus' in report) progress(report.corpus, report.done, report.total);
        else {
          const { articles, errors, warnings, infos } = report.piece;
          summary.articles += articles.length;
          summary.errors += errors;
          summary.warnings += warnings;
          summary.infos += infos;
          found(articles.filter(({ path }) => !isOpen(path)).map(({ path, diagnostics }) => ({ uri: uriOf(path), diagnostics })));
        }
      });
      thread.on('error', fail);
      thread.on('exit', (code) => fail(new Error(`the thread ended with exit code ${code}`)));
    });
    return summary;
  } finally {
    for (const stop of stops) stop.dispose();
    await thread.terminate();
  }
}
