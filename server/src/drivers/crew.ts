import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { serialize } from 'node:v8';
import { Tinypool } from 'tinypool';
import { stopwatchRow } from '../engine/stopwatch';
import { runTask, type SharedVerdict, type Task, type TaskName, type Tasks, type Verdict, type Work } from './task';

/** Whoever does the tasks: this thread, alone or with worker threads. */
export interface Crew {
  /** Tasks that run at the same time, this thread's among them. */
  readonly size: number;
  /** Has a task done. Where it falls to this thread, `here` does it, if it is given. */
  run<Name extends TaskName>(name: Name, work: readonly Work[], terms: Tasks[Name]['terms'], here?: Here<Name>): Promise<Tasks[Name]['answer']>;
  /** Makes a verdict ready to go with many tasks. */
  share(verdict: Verdict): SharedVerdict;
  close(): void;
}

/** Does a task in this thread, with what no other thread can reach. */
export type Here<Name extends TaskName> = (work: readonly Work[]) => Tasks[Name]['answer'];

/** Fewer articles than this a thread are done sooner than the thread has started (0.1 s against 0.3 ms an article). */
const WORTH_A_THREAD = 300;

/** A crew for so many articles. `jobs` 0 takes as many threads as help; 1 is this thread. */
export function assembleCrew(articles: number, jobs: number): Crew {
  const useful = Math.min(availableParallelism(), Math.floor(articles / WORTH_A_THREAD));
  return new Threads(Math.max(1, jobs > 0 ? jobs : useful));
}

/** One thread of the crew. */
interface Hand {
  /** Tasks that it has and hasn't answered. */
  readonly pending: number;
  do(task: Task, here?: Here<TaskName>): Promise<Tasks[TaskName]['answer']>;
}

class ThisThread implements Hand {
  pending = 0;

  async do(task: Task, here?: Here<TaskName>): Promise<Tasks[TaskName]['answer']> {
    this.pending++;
    try {
      // Lets an abort and whoever reads the results have their turn.
      await setImmediate();
      return here ? here(task.work) : runTask(task);
    } finally {
      this.pending--;
    }
  }
}

/** Milliseconds that a thread waits for its next task: between two passes the corpus is judged. */
const KEEP_IDLE = 600_000;

/** Megabytes for what a thread makes and drops at once: an article's arrays. With less, the collector copies them about. */
const YOUNG = 48;

/** Tasks that a thread has at a time: while this thread is busy, it hands out none. */
const IN_HAND = 2;

class WorkerThread implements Hand {
  pending = 0;
  readonly #pool: Tinypool;
  readonly #watched = new Set<object>();
  /** Give up the tasks in hand when the thread dies, which the pool by itself doesn't tell in every case. */
  readonly #givingUp = new Set<(reason: Error) => void>();
  #death: Error | undefined;

  constructor() {
    // With a minimum the pool would replace a thread that can't start, over and over.
    this.#pool = new Tinypool({
      filename: import.meta.url,
      minThreads: 0,
      maxThreads: 1,
      concurrentTasksPerWorker: IN_HAND,
      idleTimeout: KEEP_IDLE,
      trackUnmanagedFds: false,
      workerData: stopwatchRow(),
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    this.#pool.on('error', (reason: Error) => this.#die(reason));
  }

  do(task: Task): Promise<Tasks[TaskName]['answer']> {
    this.pending++;
    const answer = this.#pool.run(task);
    for (const thread of this.#pool.threads) {
      if (this.#watched.has(thread)) continue;
      this.#watched.add(thread);
      thread.on('error', ({ message }: Error) => this.#die(new Error(`a worker thread failed: ${message}`)));
      thread.on('exit', (code) => this.#die(new Error(`a worker thread ended with exit code ${code}`)));
    }
    // A race with a promise that outlives it would keep every answer.
    return new Promise<Tasks[TaskName]['answer']>((resolve, reject) => {
      if (this.#death) throw this.#death;
      this.#givingUp.add(reject);
      answer.then(resolve, reject).finally(() => this.#givingUp.delete(reject));
    }).finally(() => this.pending--);
  }

  #die(reason: Error): void {
    this.#death ??= reason;
    for (const giveUp of this.#givingUp) giveUp(reason);
  }

  close(): void {
    // The pool's own way waits for threads that have died already.
    for (const thread of this.#pool.threads) thread.terminate().catch(() => {});
  }
}

let verdicts = 0;

class Threads implements Crew {
  readonly #own = new ThisThread();
  readonly #workers: readonly WorkerThread[];

  constructor(readonly size: number) {
    this.#workers = Array.from({ length: size - 1 }, () => new WorkerThread());
  }

  async run<Name extends TaskName>(
    name: Name,
    work: readonly Work[],
    terms: Tasks[Name]['terms'],
    here?: Here<Name>,
  ): Promise<Tasks[Name]['answer']> {
    return (await this.#next().do({ name, work, terms } as Task, here)) as Tasks[Name]['answer'];
  }

  /** Whoever has least to do; this thread, which hands out the tasks, once the others have enough in hand. */
  #next(): Hand {
    const least = this.#workers.reduce<Hand>((least, hand) => (hand.pending < least.pending ? hand : least), this.#workers[0] ?? this.#own);
    return least.pending < IN_HAND || this.#own.pending > 0 ? least : this.#own;
  }

  share(verdict: Verdict): SharedVerdict {
    if (this.#workers.length === 0) return { verdict };
    const plain = serialize(verdict);
    const bytes = new SharedArrayBuffer(plain.length);
    new Uint8Array(bytes).set(plain);
    return { id: ++verdicts, bytes };
  }

  close(): void {
    for (const worker of this.#workers) worker.close();
  }
}

/**
 * Runs `job` on every item, as many at a time as the crew does and a few more in waiting, and gives the answers in the
 * order of the items. An abort ends it at once.
 */
export async function* inOrder<Item, Answer>(
  items: Iterable<Item>,
  crew: Crew,
  job: (item: Item) => Promise<Answer>,
  signal?: AbortSignal,
): AsyncGenerator<Answer> {
  const ahead = crew.size === 1 ? 1 : crew.size * 4;
  const running: Promise<Answer>[] = [];
  let giveUp: (reason: unknown) => void = () => {};
  const stop = (): void => giveUp(signal?.reason);
  // One answer is waited for at a time. A race with a promise that outlives it would keep every answer.
  const next = (): Promise<Answer> =>
    new Promise((resolve, reject) => {
      giveUp = reject;
      running.shift()!.then(resolve, reject);
    });
  signal?.addEventListener('abort', stop);
  try {
    for (const item of items) {
      signal?.throwIfAborted();
      const answer = job(item);
      // Its turn to be waited for may never come.
      answer.catch(() => {});
      running.push(answer);
      if (running.length >= ahead) yield await next();
    }
    while (running.length > 0) {
      signal?.throwIfAborted();
      yield await next();
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
