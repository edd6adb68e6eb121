// Stands in for the `code` command of a desktop VS Code, as far as a test run uses it: code-server and a headless Chromium
// do the work. Takes --install-extension, or a folder with --extensionDevelopmentPath and --extensionTestsPath.
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { CodeServer, openBrowser } from './browser.mjs';
import { OUT } from './places.mjs';

/** A run that says nothing for so long hangs. */
const RUN_MS = 300_000;
/** What the editor itself has to say on its console. */
const NOISE =
  /socket|connection token|AgentHost|AccountPolicyGate|reconnection-grace|Service Worker|builtin extensions cache|open-vsx|static\/out|bindings file|native-watchdog|vsda/;

const string = { type: 'string' };
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    'user-data-dir': string,
    'extensions-dir': string,
    'install-extension': string,
    extensionDevelopmentPath: string,
    extensionTestsPath: string,
  },
});

async function runTests(server) {
  await server.start('host.log');
  const { browser, page } = await openBrowser();
  try {
    const ended = new Promise((resolve) => {
      page.exposeFunction('codeAutomationLog', (_type, args) => {
        const line = format(...args);
        if (!NOISE.test(line)) console.log(line);
      });
      page.exposeFunction('codeAutomationExit', resolve);
    });
    const late = new Promise((resolve) => setTimeout(resolve, RUN_MS, 'timeout').unref());
    const tests = [
      ['extensionDevelopmentPath', server.remote(values.extensionDevelopmentPath)],
      ['extensionTestsPath', server.remote(values.extensionTestsPath)],
    ];
    await page.goto(server.url(positionals[0], tests), { timeout: 120_000 });
    const code = await Promise.race([ended, late]);
    if (code !== 0) await page.screenshot({ path: join(OUT, 'host-failed.png') });
    if (code === 'timeout') console.error(`no end after ${RUN_MS / 1000} s`);
    return code === 0 ? 0 : 1;
  } finally {
    await browser.close();
    server.stop();
  }
}

// Nobody waits for an answer when the run that asked has ended.
const asker = process.ppid;
setInterval(() => process.ppid !== asker && process.exit(1), 1000).unref();

const server = new CodeServer({ dataDir: values['user-data-dir'], extensionsDir: values['extensions-dir'] });
if (values['install-extension']) server.installExtension(values['install-extension']);
else process.exit(await runTests(server));
