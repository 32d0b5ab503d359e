import electronPackage from 'electron/package.json' with { type: 'json' };

/** Adds to `process.versions`, which libraries read to know where they run. */
export function setVersions(versions: Record<string, string>): void {
  Object.defineProperty(process, 'versions', {
    value: Object.freeze({ ...process.versions, ...versions }),
    configurable: true,
  });
}

/** Gives `process` what it has in Electron's main process. */
export function becomeMainProcess(appFolder: string): void {
  setVersions({ electron: `${electronPackage.version}-stand-in` });
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: appFolder });
}
