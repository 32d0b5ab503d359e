import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where the executable lies in a folder that Playwright has downloaded, by platform. */
const PLAYWRIGHT_EXECUTABLES: Record<string, readonly string[]> = {
  linux: ['chrome-linux/chrome', 'chrome-linux64/chrome'],
  darwin: [
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
  win32: ['chrome-win/chrome.exe', 'chrome-win64/chrome.exe'],
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function linuxPlaces(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  const places = new Set([...folders, ...usual]);
  return LINUX_NAMES.flatMap((name) => [...places].map((folder) => join(folder, name)));
}

function windowsPlaces(): string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined);
  return WINDOWS_PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
}

function installedPlaces(): string[] {
  if (process.platform === 'win32') return windowsPlaces();
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return MAC_APPS.flatMap((app) => folders.map((folder) => join(folder, app)));
  }
  return linuxPlaces();
}

function playwrightFolder(): string {
  const { PLAYWRIGHT_BROWSERS_PATH: chosen, LOCALAPPDATA: local } = process.env;
  if (chosen !== undefined && chosen !== '0') return chosen;
  if (process.platform === 'win32') return join(local ?? homedir(), 'ms-playwright');
  const cache = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  return join(homedir(), cache, 'ms-playwright');
}

/** Playwright's own Chromium builds, newest first. */
function playwrightPlaces(): string[] {
  const folder = playwrightFolder();
  if (!existsSync(folder)) return [];
  const builds = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  const number = (name: string): number => Number(name.split('-')[1]);
  return builds
    .sort((a, b) => number(b) - number(a))
    .flatMap((build) =>
      (PLAYWRIGHT_EXECUTABLES[process.platform] ?? []).map((path) => join(folder, build, path)),
    );
}

/**
 * Path of a Chromium, Chrome or Edge on this machine, or null. `ROLLCALL_BROWSER` comes first;
 * then what is installed, then what Playwright has downloaded.
 * @throws if `ROLLCALL_BROWSER` is set and is no executable file
 */
export function findBrowser(): string | null {
  const chosen = process.env.ROLLCALL_BROWSER;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`ROLLCALL_BROWSER is ${chosen}, which is no executable file.`);
  }
  return [...installedPlaces(), ...playwrightPlaces()].find(isExecutable) ?? null;
}
