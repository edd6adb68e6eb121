/** A test of the suite, by its name. */
interface Case {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** A test that takes longer hangs; the machine may be busy. */
const CASE_MS = 60_000;
const WAIT_MS = 30_000;

const cases: Case[] = [];

export function test(name: string, run: () => Promise<void>): void {
  cases.push({ name, run });
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until `probe` answers something true, and hands it back. */
export async function eventually<Value>(what: string, probe: () => Value | Promise<Value>): Promise<NonNullable<Value>> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await sleep(50)) {
    const value = await probe();
    if (value) return value;
  }
  throw new Error(`waited ${WAIT_MS / 1000} s in vain: ${what}`);
}

/** Runs every test in turn; throws when one failed, or when there was none. */
export async function runAll(): Promise<void> {
  let failed = 0;
  for (const { name, run } of cases) {
    const start = Date.now();
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no end after ${CASE_MS / 1000} s`)), CASE_MS);
      });
      await Promise.race([run(), late]);
      console.log(`ok ${name} (${Date.now() - start} ms)`);
    } catch (error) {
      failed++;
      console.log(`not ok ${name} (${Date.now() - start} ms)\n${error instanceof Error ? error.stack : error}`);
    } finally {
      clearTimeout(timer);
    }
  }
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  if (failed > 0 || cases.length === 0) throw new Error(`${failed} of ${cases.length} tests failed`);
}
