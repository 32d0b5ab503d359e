import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const packageFolder = join(root, 'node_modules', 'electron');
const unavailableMark = join(root, '.cache', 'electron-unavailable');
const ASK_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;
const DOWNLOAD_LIMIT_MS = 5 * 60 * 1000;

/** Path of Electron's executable when it is on this machine, else null. Downloads nothing. */
export function installedElectron(): string | null {
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : null;
}

function failedLately(): boolean {
  return (
    existsSync(unavailableMark) &&
    Date.now() - statSync(unavailableMark).mtimeMs < ASK_AGAIN_AFTER_MS
  );
}

/**
 * Electron's executable, fetched by Electron's own installer when it is missing. Null where that
 * release site cannot be reached; it is asked once a day at most.
 */
export function fetchElectron(): string | null {
  const installed = installedElectron();
  if (installed !== null || failedLately()) return installed;
  console.log('Fetching Electron ...');
  spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT_MS,
  });
  const fetched = installedElectron();
  if (fetched === null) {
    mkdirSync(dirname(unavailableMark), { recursive: true });
    writeFileSync(unavailableMark, '');
  }
  return fetched;
}

/** Whether a window can be shown here. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

/**
 * What the app runs on: Electron where there is a display and its binary is here or can be
 * fetched, else (null) the stand-in. Electron has no mode without a display.
 */
export function chooseElectron(headless: boolean): string | null {
  return headless || !hasDisplay() ? null : fetchElectron();
}
