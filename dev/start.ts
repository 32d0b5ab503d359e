import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchApp } from '#tests/e2e/launch-app.ts';
import { buildApp } from './build.ts';
import { ensureBrowser } from './chromium/ensure-browser.ts';
import { chooseElectron, hasDisplay } from './electron-binary.ts';

const root = resolve(import.meta.dirname, '..');
const READY_LIMIT_MS = 120_000;

export interface StartOptions {
  /** Folder that holds the register; the system's usual place when left out. */
  dataFolder?: string;
  headless?: boolean;
  /** Where to save a picture of the window once it is ready. */
  screenshot?: string;
}

/** Opens the real app without a display, waits until it is ready, and saves a picture of it. */
async function takeScreenshot(file: string, dataFolder: string | undefined): Promise<void> {
  process.env.ROLLCALL_ELECTRON = '0';
  const app = await launchApp({ userData: dataFolder });
  try {
    await app.page.locator('[data-app-ready]').waitFor({ timeout: READY_LIMIT_MS });
    await app.page.screenshot({ path: file });
    console.log(`Saved ${file}`);
  } finally {
    await app.close();
  }
}

/** Runs the built app in a window until it is closed; resolves with its exit code. */
async function runInWindow(dataFolder: string | undefined, headless: boolean): Promise<number> {
  const electron = chooseElectron(headless);
  const env = { ...process.env };
  if (dataFolder !== undefined) env.ROLLCALL_DATA_FOLDER = dataFolder;
  if (headless) env.ROLLCALL_STAND_IN_HEADLESS = '1';
  if (electron === null) {
    console.log(
      headless
        ? 'Electron has no mode without a display: running on the stand-in.'
        : 'Electron is not on this machine and cannot be fetched: running on the stand-in.',
    );
    env.ROLLCALL_BROWSER = await ensureBrowser();
  }
  const [command, ...args] =
    electron === null
      ? [process.execPath, 'dev/electron-stand-in/run.ts', 'out/main/index.js']
      : [electron, '.'];
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
}

/** Builds what has changed and opens the app. */
export async function startApp(options: StartOptions): Promise<number> {
  const { dataFolder, screenshot, headless = false } = options;
  if (!hasDisplay() && !headless) {
    console.log('There is no display here, so no window can be opened. To see the app anyway:');
    console.log('  npm start -- --headless --screenshot FILE.png');
    return 1;
  }
  await buildApp();
  if (screenshot === undefined) return runInWindow(dataFolder, headless);
  process.env.ROLLCALL_BROWSER = await ensureBrowser();
  await takeScreenshot(resolve(screenshot), dataFolder);
  return 0;
}

/** The options as they stand on the command line. */
export function startOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      headless: { type: 'boolean' },
      screenshot: { type: 'string' },
      'data-folder': { type: 'string' },
    },
  });
  const { 'data-folder': dataFolder, ...rest } = values;
  return dataFolder === undefined ? rest : { ...rest, dataFolder: resolve(dataFolder) };
}

if (import.meta.main) process.exitCode = await startApp(startOptions(process.argv.slice(2)));
