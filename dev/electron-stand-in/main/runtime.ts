import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserHost } from '../browser/browser-host.ts';

/** What is known of the app that runs, from its package.json. */
export interface AppPackage {
  folder: string;
  name: string;
  version: string;
}

/** The state of this process that several parts of the stand-in share. */
interface Runtime {
  isReady: boolean;
  host: BrowserHost | null;
  appPackage: AppPackage | null;
  /** Command-line switches for Chromium, by name; '' for one without a value. */
  switches: Map<string, string>;
}

export const runtime: Runtime = {
  isReady: false,
  host: null,
  appPackage: null,
  switches: new Map(),
};

/** The running browser. @throws before the app is ready */
export function browserHost(): BrowserHost {
  if (runtime.host === null) throw new Error('This cannot be used before the app is ready.');
  return runtime.host;
}

export function appPackage(): AppPackage {
  if (runtime.appPackage === null) throw new Error('No app has been loaded.');
  return runtime.appPackage;
}

/** Finds the package that a main bundle belongs to, by going up. */
export function findPackage(bundle: string): AppPackage {
  for (let folder = dirname(bundle); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const { productName, name, version } = JSON.parse(readFileSync(file, 'utf8')) as Record<
        string,
        string | undefined
      >;
      return { folder, name: productName ?? name ?? 'Electron', version: version ?? '0.0.0' };
    }
    if (folder === dirname(folder)) throw new Error(`${bundle} belongs to no package.`);
  }
}
