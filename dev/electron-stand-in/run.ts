import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { standInApp } from './main/app.ts';
import { boot } from './main/boot.ts';
import { obeyParent } from './main/control.ts';
import { electronModuleSource } from './main/electron-module.ts';
import { becomeMainProcess } from './main/process-globals.ts';
import { findPackage, runtime } from './main/runtime.ts';

const ELECTRON = new Set(['electron', 'electron/main', 'electron/common']);
const USAGE = 'node dev/electron-stand-in/run.ts MAIN_BUNDLE [arguments]';

/** `electron` means the stand-in, for `import` and for `require`. */
function mapElectron(): void {
  const url = new URL('electron.js', import.meta.url).href;
  const source = electronModuleSource();
  registerHooks({
    resolve: (specifier, context, next) =>
      ELECTRON.has(specifier)
        ? { url, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (address, context, next) =>
      address === url ? { source, format: 'module', shortCircuit: true } : next(address, context),
  });
}

/** Switches as Chromium reads them from the command line. */
function readSwitches(args: readonly string[]): void {
  for (const arg of args) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/.exec(arg) ?? [];
    if (name !== undefined) runtime.switches.set(name, value ?? '');
  }
}

async function run(bundle: string, args: readonly string[]): Promise<void> {
  runtime.appPackage = findPackage(bundle);
  process.argv = [process.execPath, runtime.appPackage.folder, ...args];
  becomeMainProcess(runtime.appPackage.folder);
  readSwitches(args);
  mapElectron();
  obeyParent();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => standInApp.quit());
  }
  await import(pathToFileURL(bundle).href);
  if (!standInApp.isEnding) await boot();
}

const [bundle, ...args] = process.argv.slice(2);
if (bundle === undefined) throw new Error(USAGE);
await run(resolve(bundle), args);
