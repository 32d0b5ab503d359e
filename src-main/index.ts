import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, protocol, session } from 'electron';
import { RegisterHost } from './app/register-host.ts';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { acceptConnections } from './shell/connections.ts';
import { openDeviceStore } from './shell/device-store.ts';
import { electronPlatform } from './shell/electron-platform.ts';
import { openLog } from './shell/logging.ts';
import { loadApp, openMainWindow } from './shell/main-window.ts';
import { setApplicationMenu } from './shell/menu.ts';
import { denyNavigation } from './shell/navigation.ts';
import { allowOnlyTheCamera } from './shell/permissions.ts';
import { lookForUpdates } from './shell/updates.ts';

const bundles = join(import.meta.dirname, '..');
const models = join(app.getAppPath(), 'models', 'files');

/** Where the register is; ROLLCALL_DATA_FOLDER puts it elsewhere, for the demo and for tests. */
function chooseDataFolder(): string {
  const elsewhere = process.env.ROLLCALL_DATA_FOLDER;
  if (elsewhere) {
    mkdirSync(elsewhere, { recursive: true });
    app.setPath('userData', elsewhere);
  }
  return app.getPath('userData');
}

function showAgain(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function giveUp(cause: unknown): void {
  const detail = cause instanceof Error ? cause.message : String(cause);
  dialog.showErrorBox(
    'Rollcall could not start',
    `${detail}\n\nStart it again; if this stays, restart the computer.`,
  );
  app.exit(1);
}

async function start(dataFolder: string): Promise<void> {
  await app.whenReady();
  const log = openLog(dataFolder);
  const store = openDeviceStore(dataFolder);
  const platform = electronPlatform(dataFolder, models, store, log);
  const host = new RegisterHost(platform);

  setApplicationMenu();
  allowOnlyTheCamera(session.defaultSession);
  serveApp(protocol, { renderer: join(bundles, 'renderer'), models }, log);
  acceptConnections(host, platform);
  await host.open();

  const window = openMainWindow(join(bundles, 'preload', 'index.cjs'), store, log);
  app.on('second-instance', () => showAgain(window));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => host.close());
  await loadApp(window);
  await lookForUpdates(log);
}

const dataFolder = chooseDataFolder();
registerAppScheme(protocol);
app.enableSandbox();
denyNavigation(app);
// Not awaited: Electron is ready only after this module has been evaluated.
if (app.requestSingleInstanceLock()) start(dataFolder).catch(giveUp);
else app.quit();
