import type { BatchOptions } from '../drivers/batch';
import type { CheckedArticle } from '../engine/checked';
import { UserError } from '../engine/errors';
import type { Event, Run } from '../engine/journal';
import { grouped, phrase } from '../engine/message';
import { byCodePoint } from '../engine/order';
import type { ArticleFile } from '../files/articles';
import type { Corpus } from '../files/find';
import { homeOf, Journal } from '../files/journal';
import { Lock } from '../files/lock';
import type { Terminal } from './terminal';

/** Follows a check that fixes: nobody else may write meanwhile, and everything is written down before it is done. */
export class FixJournal {
  private readonly locks: Lock[] = [];
  private readonly journals = new Map<string, Journal>();
  private readonly runs = new Map<Corpus, Begun>();
  private ended = false;

  /** Throws if somebody else is at work in one of the corpora; tells of what was interrupted before. */
  constructor(
    corpora: readonly Corpus[],
    private readonly terminal: Terminal,
    cwd: string,
  ) {
    // By the time the process ends, its threads write no more.
    process.once('exit', () => {
      this.tellOfInterrupted();
      for (const lock of this.locks) lock.release();
    });
    for (const home of [...new Set(corpora.map((corpus) => corpus.home))].sort(byCodePoint)) {
      const journal = new Journal(home, cwd);
      this.locks.push(takeOver(journal, terminal));
      this.journals.set(home, journal);
    }
  }

  /** What it asks of the check of a corpus. */
  batchOptions(corpus: Corpus): Pick<BatchOptions, 'onFixed'> {
    return {
      onFixed: (fixed) => {
        if (fixed.length === 0) return;
        const journal = this.journals.get(corpus.home)!;
        const ids = new Map(corpus.articles.map(({ path, id }) => [path, id]));
        const files = fixed.map(({ path, ...rest }) => ({ file: ids.get(path)!, ...rest }));
        this.runs.set(corpus, {
          journal,
          run: journal.begin(corpus.root, process.argv.slice(2), files),
          articles: new Set(files.map(({ file }) => file)),
          left: [],
        });
      },
    };
  }

  hear(corpus: Corpus, { id }: ArticleFile, { failure }: CheckedArticle): void {
    const begun = this.runs.get(corpus);
    if (failure && begun?.articles.has(id)) begun.left.push(id);
  }

  /** Writes down how it ended. */
  end(): void {
    for (const { journal, run, articles, left } of this.runs.values()) {
      const events: Event[] = left.map((file) => ({ run, left: file }));
      journal.append(run, ...events, { run, ended: new Date().toISOString(), written: articles.size - left.length });
      this.terminal.note(phrase('can-be-undone', { command: undoCommand(journal, run) }));
    }
    this.ended = true;
  }

  /** Tells whoever broke off a run, or saw it fail, that articles may have been written already. */
  private tellOfInterrupted(): void {
    if (this.ended) return;
    for (const { journal, run } of this.runs.values()) this.terminal.complain(phrase('broken-off', { command: undoCommand(journal, run) }));
  }
}

interface Begun {
  readonly journal: Journal;
  readonly run: string;
  /** Those that it was to change. */
  readonly articles: ReadonlySet<string>;
  readonly left: string[];
}

/** Takes the lock of a journal. What a process that died left there is tidied up and told of. */
export function takeOver(journal: Journal, terminal: Terminal): Lock {
  const lock = Lock.take(journal.folder, journal.cwd);
  for (const pid of lock.dead) terminal.complain(phrase('took-over', { folder: journal.nameOf(journal.home), pid: String(pid) }));
  try {
    for (const run of journal.unfinished()) {
      try {
        closeInterrupted(journal, run, terminal);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        // One that is broken is in the way of whoever wants it back, and of nobody else.
        terminal.complain(error.phrase);
      }
    }
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
}

function closeInterrupted(journal: Journal, name: string, terminal: Terminal): void {
  const run = journal.read(name);
  journal.tidy(run);
  const { written, files } = progressOf(journal, run);
  const of = phrase('articles', { n: files });
  const command = undoCommand(journal, name);
  terminal.complain(phrase(run.ended ? 'undo-was-interrupted' : 'fix-was-interrupted', { run: name, written: grouped(written), of, command }));
  journal.append(name, { run: name, ended: new Date().toISOString(), written, interrupted: true });
}

/** What takes a run back, for somebody who stays where they are. */
function undoCommand(journal: Journal, run: string): string {
  return `corpuslint undo ${run}${homeOf(journal.cwd) === journal.home ? '' : ` --corpus ${journal.nameOf(journal.home)}`}`;
}

/** How many of the articles of a run are as it wrote them. */
export function progressOf(journal: Journal, run: Run): { written: number; files: number } {
  const files = [...run.files.values()].filter(({ file }) => !run.left.has(file));
  return { written: files.filter((file) => journal.standing(run, file) === 'after').length, files: files.length };
}
