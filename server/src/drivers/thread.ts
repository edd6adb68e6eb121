import { parentPort, Worker } from 'node:worker_threads';
import { LiveCorpora } from './live';

/** The role of the thread that keeps the corpora, as its `workerData` has it. */
export const LIVE_THREAD = 'live';
/** The role of a thread that checks whole corpora. */
export const CHECK_THREAD = 'check';

type Method = Exclude<keyof LiveCorpora, symbol>;
type Arguments<Name extends Method> = Parameters<LiveCorpora[Name]>;
type Answer<Name extends Method> = Awaited<ReturnType<LiveCorpora[Name]>>;

interface Question {
  readonly number: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}
type Reply = { readonly number: number; readonly answer: unknown } | { readonly number: number; readonly error: string };

/** `LiveCorpora` in a thread of its own. Questions are answered in the order in which they are asked. */
export class LiveThread {
  private readonly thread: Worker;
  private readonly waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  private asked = 0;
  private dead: Error | null = null;

  /** `onDeath` is called if the thread ends without being asked to. */
  constructor(onDeath: (error: Error) => void) {
    this.thread = new Worker(new URL(import.meta.url), { workerData: { role: LIVE_THREAD } });
    this.thread.on('message', (reply: Reply) => {
      const { resolve, reject } = this.waiting.get(reply.number)!;
      this.waiting.delete(reply.number);
      if ('error' in reply) reject(new Error(reply.error));
      else resolve(reply.answer as never);
    });
    const die = (error: Error): void => {
      if (this.dead) return;
      this.dead = error;
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
      onDeath(error);
    };
    this.thread.on('error', die);
    this.thread.on('exit', (code) => die(new Error(`the thread ended with exit code ${code}`)));
    // It alone doesn't keep the process.
    this.thread.unref();
  }

  ask<Name extends Method>(method: Name, ...args: Arguments<Name>): Promise<Answer<Name>> {
    if (this.dead) return Promise.reject(this.dead);
    const number = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.thread.postMessage({ number, method, args } satisfies Question);
    });
  }
}

/** What the thread does: it answers questions until the process ends. */
export function serveLiveThread(): void {
  const corpora = new LiveCorpora();
  const port = parentPort!;
  let before: Promise<void> = Promise.resolve();
  port.on('message', ({ number, method, args }: Question) => {
    before = before.then(async () => {
      try {
        const answer: unknown = await (corpora[method] as (...args: readonly unknown[]) => unknown).apply(corpora, [...args]);
        port.postMessage({ number, answer } satisfies Reply);
      } catch (error) {
        port.postMessage({ number, error: error instanceof Error ? error.message : String(error) } satisfies Reply);
      }
    });
  });
}
