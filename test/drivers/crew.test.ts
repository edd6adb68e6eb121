import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Crew, inOrder } from '../../server/src/drivers/crew';

const crew = { size: 2 } as Crew;
const numbers = Array.from({ length: 100 }, (_, n) => n);

test('answers come in the order of the items, whatever the order in which they are ready', async () => {
  const job = async (n: number): Promise<number> => {
    if (n % 3 === 0) await setImmediate();
    return n;
  };
  const answers: number[] = [];
  for await (const answer of inOrder(numbers, crew, job)) answers.push(answer);
  assert.deepEqual(answers, numbers);
});

test('nothing holds an answer that has been given', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const answers: WeakRef<object>[] = [];
  const job = async (n: number): Promise<object> => {
    const answer = { n };
    answers.push(new WeakRef(answer));
    return answer;
  };
  let given = 0;
  for await (const _ of inOrder(numbers, crew, job, new AbortController().signal)) {
    if (++given < 80) continue;
    await setImmediate();
    collect();
    const held = answers.slice(0, 70).filter((answer) => answer.deref() !== undefined);
    assert.ok(held.length < 10, `${held.length} of the first 70 answers are held`);
    return;
  }
});

test('an abort ends the wait for an answer', async () => {
  const abort = new AbortController();
  const never = inOrder([1], crew, () => new Promise(() => {}), abort.signal);
  const waiting = never.next();
  abort.abort(new Error('enough'));
  await assert.rejects(waiting, /enough/);
});
