import { isMainThread } from 'node:worker_threads';
import { runTask } from './engine/task';

/** What worker threads do: they load this same bundle. */
export default runTask;

if (isMainThread) {
  import('./cli/main').then(async ({ main }) => {
    process.exitCode = await main(process.argv.slice(2));
  });
}
