import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { electron, electronModuleSource } from './main/electron-module.ts';
import { NotInStandInError } from './not-in-stand-in.ts';

/** What electron.d.ts says that the main process can import: values, not types. */
function exportsOfElectron(): string[] {
  const file = createRequire(import.meta.url).resolve('electron/electron.d.ts');
  const text = readFileSync(file, 'utf8');
  return ['Main', 'Common'].flatMap((namespace) => {
    const start = text.indexOf(`\n  namespace ${namespace} {`);
    const body = text.slice(start, text.indexOf('\n  }\n', start));
    return [...body.matchAll(/^ {4}(?:const|class) (\w+)/gm)].map(([, name]) => name!);
  });
}

/** Reads a member the types say is there and the stand-in does not have. */
function read(object: object, member: string): unknown {
  return (object as Record<string, unknown>)[member];
}

describe('what the stand-in does not have', () => {
  it.each([
    ['app', 'getGPUInfo'],
    ['dialog', 'showOpenDialogSync'],
    ['ipcMain', 'mystery'],
    ['nativeTheme', 'shouldUseHighContrastColors'],
    ['net', 'request'],
    ['protocol', 'registerFileProtocol'],
    ['safeStorage', 'setUsePlainTextEncryption'],
    ['session', 'fromPath'],
    ['shell', 'trashItem'],
    ['BrowserWindow', 'fromBrowserView'],
    ['Menu', 'sendActionToFirstResponder'],
  ])('throws by name: %s.%s', (part, member) => {
    expect(() => read(read(electron, part) as object, member)).toThrow(NotInStandInError);
    expect(() => read(read(electron, part) as object, member)).toThrow(
      `electron.${part}.${member} is not in the stand-in`,
    );
  });

  it('throws for a member of a part that is wholly missing, and for making one', () => {
    const Tray = read(electron, 'Tray') as new (icon: string) => unknown;
    expect(() => new Tray('icon.png')).toThrow('electron.Tray is not in the stand-in');
    const screenCapture = read(electron, 'desktopCapturer') as { getSources(): void };
    expect(() => screenCapture.getSources()).toThrow('electron.desktopCapturer.getSources');
  });

  it('throws for an event that would never come, when it is listened to', () => {
    expect(() => electron.app.on('new-window-for-tab', () => undefined)).toThrow(
      "electron.app.on('new-window-for-tab')",
    );
  });

  it('throws for a member that is set and not known', () => {
    expect(() => Object.assign(electron.app, { badgeCount: 1 })).toThrow(NotInStandInError);
  });

  it('throws for a session other than the one', () => {
    expect(() => electron.session.fromPartition()).toThrow('there is one session');
  });

  it('is nothing that can be read by a loader without asking', () => {
    expect(read(electron, 'then')).toBeUndefined();
    expect(electron.app.listenerCount('ready')).toBe(0);
  });
});

describe('the electron module', () => {
  it('has every name that Electron exports to the main process', () => {
    const names = exportsOfElectron();
    expect(names.length).toBeGreaterThan(30);
    expect(Object.keys(electron).sort()).toEqual(expect.arrayContaining(names.sort()));
  });

  it('has no name that Electron does not export', () => {
    const names = new Set(exportsOfElectron());
    expect(Object.keys(electron).filter((name) => !names.has(name))).toEqual([]);
  });

  it('is exported under each name, as default, and for require', () => {
    const source = electronModuleSource();
    expect(source).toContain('BrowserWindow');
    expect(source).toContain("electron as default, electron as 'module.exports'");
  });
});
