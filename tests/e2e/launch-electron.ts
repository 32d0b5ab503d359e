import { _electron, type ElectronApplication } from 'playwright-core';
import { testCameraScript } from '#dev/electron-stand-in/browser/page-scripts.ts';
import { findPackage } from '#dev/electron-stand-in/main/runtime.ts';
import {
  cameraOf,
  type Dialogs,
  type Driver,
  environment,
  type Launch,
  root,
} from './launch-options.ts';

/** Replaces a dialog once, keeping order: an answer is used up by the first dialog of its kind. */
function dialogsOf(app: ElectronApplication): Dialogs {
  type Kind = 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox';
  const prepare = (kind: Kind, answer: object): Promise<void> =>
    app.evaluate(
      ({ dialog }, prepared) => {
        type Queue = Record<string, object[] | undefined>;
        const queues = globalThis as unknown as { rollcallAnswers?: Queue };
        queues.rollcallAnswers ??= {};
        const queue = queues.rollcallAnswers[prepared.kind] ?? [];
        queue.push(prepared.answer);
        queues.rollcallAnswers[prepared.kind] = queue;
        const replacement = (): Promise<object> => {
          const next = queue.shift();
          if (next === undefined) throw new Error(`Nobody has answered ${prepared.kind}`);
          return Promise.resolve(next);
        };
        Object.assign(dialog, { [prepared.kind]: replacement });
      },
      { kind, answer },
    );
  return {
    answerSave: (path) =>
      prepare('showSaveDialog', { canceled: path === null, filePath: path ?? '' }),
    answerOpen: (filePaths) =>
      prepare('showOpenDialog', { canceled: filePaths.length === 0, filePaths }),
    answerMessage: (response) => prepare('showMessageBox', { response, checkboxChecked: false }),
  };
}

/** Starts the app on real Electron. */
export async function launchElectron(executablePath: string, launch: Launch): Promise<Driver> {
  const { bundle, userData, camera, colorScheme = 'light', size } = launch;
  const cameraSwitches =
    camera === undefined
      ? []
      : // Not --use-fake-ui-for-media-stream, which would get round the app's permission handlers.
        ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`];
  const app = await _electron.launch({
    executablePath,
    cwd: root,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...cameraSwitches,
      `--user-data-dir=${userData}`,
      // The package, not the file: Electron takes name, version and place of the app from it.
      findPackage(bundle).folder,
      ...(launch.args ?? []),
    ],
    env: environment(launch),
  });
  let output = '';
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  const page = await app.firstWindow();
  await page.waitForLoadState();
  if (camera !== undefined) {
    // The hand on the camera must be there before the page's own scripts.
    await app.context().addInitScript(await testCameraScript());
    await page.reload();
  }
  await page.emulateMedia({ colorScheme });
  if (size !== undefined) await page.setViewportSize(size);
  return {
    page,
    process: app.process(),
    dialogs: dialogsOf(app),
    camera: cameraOf(page),
    power: (event) => app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
    output: () => output,
    disconnect: () => Promise.resolve(),
  };
}
