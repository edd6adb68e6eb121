import './diagnostics';
import './fixes';
import './commands';
import { runAll } from './runner';

/** What the extension host calls. */
export const run = runAll;
