import { loud, missing } from '../not-in-stand-in.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { StandInMessageChannel } from './message-port.ts';
import { nativeTheme } from './native-theme.ts';
import { net } from './net.ts';
import { Notification } from './notification.ts';
import { powerMonitor, powerSaveBlocker } from './power.ts';
import { protocol } from './protocol.ts';
import { safeStorage } from './safe-storage.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { clipboard, crashReporter, systemPreferences } from './system.ts';
import { webContents } from './web-contents-registry.ts';

const parts = {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain: StandInMessageChannel,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  webContents,
};

/** What Electron exports to the main process and the stand-in does not have; using one throws. */
const MISSING = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'ClipboardItem',
  'contentTracing',
  'desktopCapturer',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'IpcMainServiceWorker',
  'MenuItem',
  'nativeImage',
  'netLog',
  'pushNotifications',
  'sharedTexture',
  'ShareMenu',
  'TouchBar',
  'Tray',
  'utilityProcess',
  'View',
  'WebContentsView',
  'webFrameMain',
  'WebSocket',
] as const;

/** The `electron` module of the main process. What belongs to the renderer is undefined in it. */
export const electron = loud(
  'main',
  { ...parts, ...Object.fromEntries(MISSING.map((name) => [name, missing(name)])) },
  ['ipcRenderer', 'contextBridge', 'webFrame', 'webUtils', 'default'],
);

/** Source of a module that exports it under every name, for `import` and for `require`. */
export function electronModuleSource(): string {
  return `import { electron } from ${JSON.stringify(import.meta.url)};
export const { ${Object.keys(electron).join(', ')} } = electron;
export { electron as default, electron as 'module.exports' };`;
}
