// VS Code without a desktop: code-server on a free port of this machine, seen through a headless Chromium.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { CHROMIUM, CODE_SERVER, modernNode, OUT } from './places.mjs';

/** How long the server may take to answer, on a machine that is busy. */
const START_MS = 60_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** The environment without what an editor or npm around us left in it, which would lead the server astray. */
const cleanEnv = (extra) =>
  Object.fromEntries(
    Object.entries({ ...process.env, ...extra }).filter(([name]) => !/^(VSCODE_|npm_|PORT$|PASSWORD$|ELECTRON_)/.test(name) || name in extra),
  );

export class CodeServer {
  /** @param {{ dataDir: string, extensionsDir: string, env?: Record<string, string> }} folders */
  constructor({ dataDir, extensionsDir, env = {} }) {
    mkdirSync(dataDir, { recursive: true });
    mkdirSync(extensionsDir, { recursive: true });
    const config = join(dataDir, 'code-server.yaml');
    writeFileSync(config, '');
    this.env = cleanEnv(env);
    this.args = [
      join(CODE_SERVER, 'out/node/entry.js'),
      ...['--config', config],
      ...['--user-data-dir', dataDir],
      ...['--extensions-dir', extensionsDir],
    ];
  }

  installExtension(vsix) {
    execFileSync(modernNode(), [...this.args, '--install-extension', resolve(vsix)], { env: this.env, stdio: 'pipe', timeout: 120_000 });
  }

  async start(logName) {
    this.port = await freePort();
    mkdirSync(OUT, { recursive: true });
    const log = openSync(join(OUT, logName), 'w');
    const flags = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override'];
    this.child = spawn(
      modernNode(),
      // The last option lets the page name tests to run in the extension host.
      [...this.args, '--auth', 'none', '--bind-addr', `127.0.0.1:${this.port}`, ...flags, '--vscode-option', 'enable-smoke-test-driver'],
      // A group of its own, so that extension hosts and language servers end with it.
      { env: this.env, stdio: ['ignore', log, log], detached: true },
    );
    closeSync(log);
    process.once('exit', () => this.stop());
    for (const end = Date.now() + START_MS; ; await sleep(100)) {
      const up = await fetch(`http://127.0.0.1:${this.port}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (up) return;
      if (Date.now() > end || this.child.exitCode !== null) throw new Error(`code-server did not start, see ${join(OUT, logName)}`);
    }
  }

  stop() {
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }

  /** A path as the page names it. */
  remote(path) {
    return `vscode-remote://127.0.0.1:${this.port}${resolve(path)}`;
  }

  /** The address of a folder, opened with what `payload` says. */
  url(folder, payload) {
    const query = new URLSearchParams({
      folder: resolve(folder),
      payload: JSON.stringify([...payload, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']]),
    });
    return `http://127.0.0.1:${this.port}/?${query}`;
  }
}

export async function openBrowser(viewport = { width: 1280, height: 800 }) {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
    timeout: START_MS,
  });
  return { browser, page: await browser.newPage({ viewport }) };
}

/** Settings that keep the window to the matter. */
export const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'window.restoreWindows': 'none',
  'files.hotExit': 'off',
};

export function writeSettings(dataDir, more = {}) {
  mkdirSync(join(dataDir, 'User'), { recursive: true });
  writeFileSync(join(dataDir, 'User/settings.json'), JSON.stringify({ ...SETTINGS, ...more }, null, 2));
}
