import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_ORIGIN } from '#shared/contract/connection.ts';
import type { Logger } from '../platform.ts';
import type { DeviceStore } from './device-store.ts';
import { MINIMUM_SIZE, placeOn } from './window-state.ts';

function rememberPlace(window: BrowserWindow, store: DeviceStore, log: Logger): void {
  window.on('close', () => {
    try {
      store.set('window', { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
    } catch (cause) {
      // A full or read-only disk must not keep the window from closing.
      log.error('The place of the window could not be kept', cause);
    }
  });
}

/** A page whose process died comes back; what was acknowledged is in the register. */
function reloadAfterCrash(window: BrowserWindow, log: Logger): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.warn(`The window's process ended (${reason}); it is loaded again`);
    window.webContents.reload();
  });
}

/**
 * Opens the one window: sandboxed, isolated, without Node (items 2 to 4 of Electron's security
 * checklist). It shows itself when there is something to see.
 */
export function openMainWindow(preload: string, store: DeviceStore, log: Logger): BrowserWindow {
  const remembered = store.get('window');
  const window = new BrowserWindow({
    ...placeOn(screen.getAllDisplays(), remembered),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: 'Rollcall',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191d' : '#f6f7f9',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // A register goes on while the teacher looks at another window.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => {
    if (remembered?.maximized) window.maximize();
    window.show();
  });
  rememberPlace(window, store, log);
  reloadAfterCrash(window, log);
  return window;
}

/**
 * How the computer writes dates and numbers, as a BCP 47 tag such as en-IN. Chromium tells pages its
 * own language alone. On Linux the system may name none, such as C; then Chromium's counts.
 */
function systemLocale(): string {
  try {
    return new Intl.Locale(app.getSystemLocale()).toString();
  } catch {
    return app.getLocale();
  }
}

/** Loads the app's first page and tells it the system's locale; rejects when it cannot be loaded, unless it was closed meanwhile. */
export async function loadApp(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(`${APP_ORIGIN}/index.html?locale=${systemLocale()}`);
  } catch (cause) {
    if (!window.isDestroyed()) throw cause;
  }
}
