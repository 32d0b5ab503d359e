import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '#dev/chromium/ensure-browser.ts';
import { BrowserHost } from '../browser/browser-host.ts';
import { PageServer } from '../browser/page-server.ts';
import { standInApp } from './app.ts';
import { setVersions } from './process-globals.ts';
import { standInProtocol } from './protocol.ts';
import { runtime } from './runtime.ts';
import { setScreenSize } from './screen.ts';

function chromiumSwitches(): string[] {
  const own = new Set(['user-data-dir']);
  return [...runtime.switches]
    .filter(([name]) => !own.has(name))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}

async function startServer(): Promise<PageServer> {
  const server = await PageServer.start((request, response) =>
    standInProtocol.serve(server.addresses, server.socketOrigin, request, response),
  );
  for (const scheme of standInProtocol.schemes()) server.addresses.addScheme(scheme);
  return server;
}

/** Tells people and tools where this app's browser can be reached. */
function announce(cdpUrl: string): void {
  console.log(`stand-in: DevTools on ${cdpUrl}`);
  const file = join(standInApp.getPath('userData'), 'stand-in.json');
  try {
    writeFileSync(file, JSON.stringify({ cdpUrl, pid: process.pid }));
  } catch (cause) {
    // The app may be there to say that this folder cannot be written to.
    console.error(`stand-in: ${file} was not written:`, cause);
  }
}

/** Starts the browser and makes the app ready. */
export async function boot(): Promise<void> {
  const server = await startServer();
  const host = await BrowserHost.start(await ensureBrowser(), server, chromiumSwitches());
  runtime.host = host;
  process.on('exit', () => host.chromium.endNow());
  setVersions({ chrome: host.chromium.version });
  const screen = await host.screenSize();
  if (screen !== null) setScreenSize(screen);
  announce(host.chromium.cdpUrl);
  standInApp.becomeReady(async () => {
    server.close();
    await host.chromium.end();
  });
}
