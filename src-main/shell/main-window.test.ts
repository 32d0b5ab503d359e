import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { createTestPlatform } from '#tests/unit/support/test-platform.ts';
import type { DeviceStore } from './device-store.ts';
import { openMainWindow } from './main-window.ts';

const opened = vi.hoisted((): BrowserWindowConstructorOptions[] => []);

// Electron's options are recorded, for they cannot be read back from a window.
vi.mock('electron', () => ({
  BrowserWindow: class extends EventEmitter {
    webContents = new EventEmitter();
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      opened.push(options);
    }
  },
  nativeTheme: { shouldUseDarkColors: false },
  screen: { getAllDisplays: () => [] },
}));

test('the window is sandboxed and isolated, without Node, and nothing is loosened', () => {
  const store = { get: () => undefined } as unknown as DeviceStore;
  openMainWindow('/app/preload.cjs', store, createTestPlatform().log);
  expect(opened).toHaveLength(1);
  // Whole: an option that is added has to be thought about here.
  expect(opened[0]?.webPreferences).toEqual({
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    backgroundThrottling: false,
  });
});
