import { join } from 'node:path';
import { app, type BrowserWindow, dialog, protocol, session, systemPreferences } from 'electron';
import { likelyLanguage } from '#shared/words/languages.ts';
import { wordsIn } from '#shared/words/words.ts';
import { RegisterHost } from './app/register-host.ts';
import { startBackups } from './backup/backup-schedule.ts';
import type { Logger } from './platform.ts';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { acceptConnections } from './shell/connections.ts';
import { chooseDataFolder, mayOpenWindow } from './shell/data-folder.ts';
import { openDeviceStore } from './shell/device-store.ts';
import { electronPlatform } from './shell/electron-platform.ts';
import { lockWithSystem } from './shell/lock-with-system.ts';
import { openLog } from './shell/logging.ts';
import { loadApp, openMainWindow } from './shell/main-window.ts';
import { setApplicationMenu } from './shell/menu.ts';
import { denyNavigation } from './shell/navigation.ts';
import { allowOnlyWhatIsUsed } from './shell/permissions.ts';
import { lookForUpdates } from './shell/updates.ts';

const bundles = join(import.meta.dirname, '..');
const models = join(bundles, '..', 'models', 'files');

function showAgain(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** A register that cannot be closed neatly is whole all the same: SQLite recovers it from its log. */
function closeRegister(host: RegisterHost, log: Logger): void {
  try {
    host.close();
  } catch (cause) {
    log.error('The register could not be closed', cause);
  }
}

function giveUp(cause: unknown): void {
  const detail = cause instanceof Error ? cause.message : String(cause);
  const { shell } = wordsIn(likelyLanguage(app.getPreferredSystemLanguages()));
  dialog.showErrorBox(shell.couldNotStart, `${detail}\n\n${shell.startAgain}`);
  app.exit(1);
}

async function start(dataFolder: string): Promise<void> {
  await app.whenReady();
  const log = openLog(dataFolder);
  const store = openDeviceStore(dataFolder);
  const platform = electronPlatform(dataFolder, models, store, log);
  const host = new RegisterHost(platform);

  setApplicationMenu();
  const isMac = process.platform === 'darwin';
  const askForCamera = isMac ? () => systemPreferences.askForMediaAccess('camera') : null;
  allowOnlyWhatIsUsed(session.defaultSession, askForCamera);
  serveApp(protocol, { renderer: join(bundles, 'renderer'), models }, log);
  acceptConnections(host, platform);
  lockWithSystem(host.connections);
  await host.open();

  const window = openMainWindow(join(bundles, 'preload', 'index.cjs'), store, log);
  app.on('second-instance', () => showAgain(window));
  app.on('window-all-closed', () => app.quit());
  const stopBackups = startBackups(host, platform);
  app.on('will-quit', () => {
    stopBackups();
    closeRegister(host, log);
  });
  await loadApp(window);
  log.info('The window is open');
  await lookForUpdates(log);
}

/** What must happen before Electron is ready. */
function prepare(): string {
  registerAppScheme(protocol);
  app.enableSandbox();
  denyNavigation(app);
  return chooseDataFolder();
}

try {
  const dataFolder = prepare();
  // Not awaited: Electron is ready only after this module has been evaluated.
  if (mayOpenWindow(dataFolder)) start(dataFolder).catch(giveUp);
  else app.quit();
} catch (cause) {
  giveUp(cause);
}
