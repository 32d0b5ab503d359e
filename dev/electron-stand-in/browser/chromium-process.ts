import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CdpPipe } from './cdp-pipe.ts';
import { unlessGone } from './gone.ts';

const START_LIMIT_MS = 30_000;
const END_LIMIT_MS = 3_000;
const START_PAGE = 'data:text/html,';
const PROFILE_PREFIX = 'rollcall-stand-in-';

/** A Chromium that is running, with the DevTools connection that drives it. */
export interface Chromium {
  cdp: CdpPipe;
  /** Where another tool, such as Playwright, can connect. */
  cdpUrl: string;
  /** For instance `156.0.8078.79`. */
  version: string;
  process: ChildProcess;
  /** Ends it and removes its profile. */
  end(): Promise<void>;
  /** The same at once, for when this process is about to end. */
  endNow(): void;
}

export function isHeadless(env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.ROLLCALL_STAND_IN_HEADLESS !== undefined) {
    return env.ROLLCALL_STAND_IN_HEADLESS !== '0';
  }
  return process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

function cameraSwitches(clip: string | undefined): string[] {
  return clip === undefined
    ? []
    : ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${clip}`];
}

function switches(profile: string, extra: readonly string[]): string[] {
  return [
    ...(isHeadless()
      ? ['--headless=new', '--no-startup-window', '--mute-audio']
      : // A window without tabs and address bar, and no bar about the switches used here.
        [`--app=${START_PAGE}`, '--test-type']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    // Electron's pages have the ports' `close` event; Chromium's have it behind this.
    '--enable-features=MessagePortCloseEvent',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-auto-reload',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-quic',
    '--disable-sync',
    '--disable-search-engine-choice-screen',
    '--password-store=basic',
    '--use-mock-keychain',
    ...cameraSwitches(process.env.ROLLCALL_STAND_IN_CAMERA),
    ...extra,
  ];
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** A fresh profile folder named after this process; those of processes that died are removed. */
function makeProfile(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^rollcall-stand-in-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) removeProfile(join(tmpdir(), name));
  }
  return mkdtempSync(join(tmpdir(), `${PROFILE_PREFIX}${process.pid}-`));
}

function removeProfile(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch (cause) {
    console.error(`stand-in: ${profile} could not be removed`, cause);
  }
}

/** Chromium says on stderr where its DevTools listen; anything else it says there is noise. */
function devToolsUrl(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    const giveUp = (why: string): void =>
      fail(new Error(`The browser did not start: ${why}\n${said.slice(-2_000)}`));
    const timer = setTimeout(() => giveUp('no answer in 30 s'), START_LIMIT_MS);
    child.on('error', (cause) => giveUp(cause.message));
    child.on('exit', (code) => giveUp(`it ended with code ${code}`));
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said === 'told') return;
      said += chunk.toString('utf8');
      const url = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (url === undefined) return;
      said = 'told';
      clearTimeout(timer);
      done(url);
    });
  });
}

/** Starts the browser with a throw-away profile and connects to it. */
export async function startChromium(
  browserPath: string,
  extraSwitches: readonly string[],
): Promise<Chromium> {
  const profile = makeProfile();
  const child = spawn(browserPath, switches(profile, extraSwitches), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const cdp = new CdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const endNow = (): void => {
    if (!hasEnded()) child.kill('SIGKILL');
    removeProfile(profile);
  };
  try {
    const cdpUrl = await devToolsUrl(child);
    const { product } = await cdp.browser.send('Browser.getVersion');
    const end = async (): Promise<void> => {
      if (!hasEnded()) {
        const ended = once(child, 'exit', { signal: AbortSignal.timeout(END_LIMIT_MS) });
        unlessGone(cdp.browser.send('Browser.close'));
        await ended.catch(() => child.kill('SIGKILL'));
      }
      endNow();
    };
    return { cdp, cdpUrl, version: product.split('/')[1] ?? product, process: child, end, endNow };
  } catch (cause) {
    endNow();
    throw cause;
  }
}
