import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';

const INSTALL_STEPS = [
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
] as const;

const HOW_TO_GET_ONE: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'Install Microsoft Edge or Google Chrome',
  darwin: 'Install Google Chrome or Microsoft Edge',
  linux: 'Install one with your package manager (Debian: `sudo apt-get install chromium`)',
};

function canInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function installChromium(): void {
  console.log('No Chromium, Chrome or Edge was found. Installing the Chromium of this Debian:');
  for (const [command, ...args] of INSTALL_STEPS) {
    console.log(`  ${command} ${args.join(' ')}`);
    const { status, error } = spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${status}.`);
  }
}

/**
 * Path of a browser that the stand-in and the tests can drive. On Debian as root a missing one is
 * installed; elsewhere this says what to install.
 * @throws if there is none and none could be installed
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== null) return found;
  if (canInstall()) {
    installChromium();
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  const advice = HOW_TO_GET_ONE[process.platform] ?? 'Install Chromium';
  throw new Error(
    `No Chromium, Chrome or Edge was found. ${advice}, or name one in the environment variable ROLLCALL_BROWSER.`,
  );
}
