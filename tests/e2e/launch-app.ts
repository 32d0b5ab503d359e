import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchElectron, installedElectron } from '#dev/electron-binary.ts';
import { launchElectron } from './launch-electron.ts';
import { APP_BUNDLE, type Driver, type Launch, type LaunchOptions } from './launch-options.ts';
import { launchStandIn } from './launch-stand-in.ts';

export type { Dialogs, LaunchOptions } from './launch-options.ts';

const END_LIMIT_MS = 20_000;

/** The app as it runs, the same on real Electron and on the stand-in. */
export interface LaunchedApp extends Omit<Driver, 'disconnect'> {
  userData: string;
  /** Closes the window, as a user does, and waits until the app has ended. */
  close(): Promise<void>;
  /** Ends the main process at once, as a crash or a power cut does. */
  kill(): Promise<void>;
  /** Closes it and starts it again with the same options and data, some of them changed. */
  restart(changes?: LaunchOptions): Promise<LaunchedApp>;
}

/** Electron's executable when tests are to run on it: when it is there, or was asked for. */
function electronExecutable(): string | null {
  const wish = process.env.ROLLCALL_ELECTRON;
  if (wish === '0') return null;
  const executable = wish === '1' ? fetchElectron() : installedElectron();
  if (wish === '1' && executable === null) {
    throw new Error('ROLLCALL_ELECTRON=1, but Electron is not here and cannot be fetched.');
  }
  return executable;
}

async function ended(driver: Driver, limitMs: number): Promise<boolean> {
  const { process: child } = driver;
  if (child.exitCode !== null || child.signalCode !== null) return true;
  return once(child, 'exit', { signal: AbortSignal.timeout(limitMs) }).then(
    () => true,
    () => false,
  );
}

async function kill(driver: Driver): Promise<void> {
  driver.process.kill('SIGKILL');
  await ended(driver, END_LIMIT_MS);
  await driver.disconnect();
}

async function close(driver: Driver): Promise<void> {
  if (!driver.page.isClosed()) await driver.page.close();
  if (await ended(driver, END_LIMIT_MS)) return driver.disconnect();
  await kill(driver);
  throw new Error(`The app did not end when its window was closed:\n${driver.output()}`);
}

/**
 * Opens the built app for a test: on real Electron when its binary is there (`ROLLCALL_ELECTRON=1`
 * insists, `0` forbids), else on the stand-in. Build it first (`npm run build`).
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'rollcall-data-')));
  const launch: Launch = { ...options, bundle: options.bundle ?? APP_BUNDLE, userData };
  const electron = electronExecutable();
  const driver = await (electron === null
    ? launchStandIn(launch)
    : launchElectron(electron, launch));
  return {
    ...driver,
    userData,
    close: () => close(driver),
    kill: () => kill(driver),
    async restart(changes = {}) {
      await close(driver);
      return launchApp({ ...options, userData, ...changes });
    },
  };
}
