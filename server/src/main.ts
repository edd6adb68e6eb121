import { isMainThread, workerData } from 'node:worker_threads';
import { runTask } from './drivers/task';
import { CHECK_THREAD, LIVE_THREAD, serveLiveThread } from './drivers/thread';

/** What worker threads do: they load this same bundle. */
export default runTask;

if (!isMainThread) {
  // Threads without a role are workers of a batch.
  if (workerData?.role === LIVE_THREAD) serveLiveThread();
  else if (workerData?.role === CHECK_THREAD) import('./lsp/checker').then(({ runErrand }) => runErrand());
} else if (process.argv[2] === 'lsp' && process.argv.includes('--stdio')) {
  // An editor waits for its first answer: what only the command line needs isn't loaded.
  import('./lsp/server').then(({ serve }) => serve());
} else {
  import('./cli/main').then(async ({ main }) => {
    process.exitCode = await main(process.argv.slice(2));
  });
}
