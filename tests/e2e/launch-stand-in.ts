import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Control } from '#dev/electron-stand-in/main/control.ts';
import {
  cameraOf,
  type Dialogs,
  type Driver,
  environment,
  type Launch,
  root,
} from './launch-options.ts';

const START_LIMIT_MS = 60_000;
const RUN = join(root, 'dev', 'electron-stand-in', 'run.ts');

/** Collects what the app prints, and waits for a line of it. */
class Output {
  text = '';
  private readonly process: ChildProcess;

  constructor(process: ChildProcess) {
    this.process = process;
    for (const stream of [process.stdout, process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.text += chunk.toString('utf8');
      });
    }
  }

  /** @throws with all that was printed, if the app ends or the time passes without the line */
  waitFor(pattern: RegExp): Promise<string> {
    return new Promise((done, fail) => {
      const look = (): void => {
        const found = pattern.exec(this.text)?.[1];
        if (found !== undefined) settle(() => done(found));
      };
      const giveUp = (why: string): void =>
        settle(() => fail(new Error(`The app ${why}:\n${this.text}`)));
      const timer = setTimeout(() => giveUp('did not start in time'), START_LIMIT_MS);
      const ended = (code: number | null): void => giveUp(`ended with code ${code}`);
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        this.process.off('exit', ended);
        this.process.stdout?.off('data', look);
        act();
      };
      this.process.on('exit', ended);
      this.process.stdout?.on('data', look);
      look();
    });
  }
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no context.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForFunction(() => location.href !== 'about:blank');
  await page.waitForLoadState();
  return page;
}

/** See dev/electron-stand-in/main/dialog-answers.ts: one file per answer, taken in order. */
function dialogsIn(folder: string): Dialogs {
  let made = 0;
  const leave = async (kind: string, answer: object): Promise<void> => {
    made += 1;
    const path = join(folder, `${kind}-${String(made).padStart(4, '0')}.json`);
    // Whoever waits for an answer looks all the time: it must come whole.
    await writeFile(`${path}.new`, JSON.stringify(answer));
    await rename(`${path}.new`, path);
  };
  return {
    answerSave: (path) => leave('save', { canceled: path === null, filePath: path ?? '' }),
    answerOpen: (filePaths) => leave('open', { canceled: filePaths.length === 0, filePaths }),
    answerMessage: (response) => leave('message', { response, checkboxChecked: false }),
  };
}

function tell(child: ChildProcess, control: Control): Promise<void> {
  return new Promise((done, fail) => {
    child.send(control, (cause) => (cause === null ? done() : fail(cause)));
  });
}

/** Starts the app on the stand-in and connects Playwright to its browser. */
export async function launchStandIn(launch: Launch): Promise<Driver> {
  const { bundle, userData, camera, colorScheme = 'light', size } = launch;
  const dialogFolder = await mkdtemp(join(tmpdir(), 'rollcall-dialogs-'));
  const env = {
    ROLLCALL_STAND_IN_HEADLESS: '1',
    ROLLCALL_STAND_IN_DIALOGS: dialogFolder,
    ROLLCALL_STAND_IN_COLOR_SCHEME: colorScheme,
    ...(camera === undefined ? {} : { ROLLCALL_STAND_IN_CAMERA: camera }),
    ...environment(launch),
  };
  const args = [RUN, bundle, `--user-data-dir=${userData}`, ...(launch.args ?? [])];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = new Output(child);
  try {
    const cdpUrl = await output.waitFor(/^stand-in: DevTools on (ws:\S+)$/m);
    const browser = await chromium.connectOverCDP(cdpUrl, { noDefaults: true });
    const page = await firstPage(browser);
    if (size !== undefined) await page.setViewportSize(size);
    return {
      page,
      process: child,
      dialogs: dialogsIn(dialogFolder),
      camera: cameraOf(page),
      power: (event) => tell(child, { power: event }),
      output: () => output.text,
      async disconnect() {
        await browser.close();
        await rm(dialogFolder, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    child.kill('SIGKILL');
    throw new Error(`The app could not be driven; it printed:\n${output.text}`, { cause });
  }
}
