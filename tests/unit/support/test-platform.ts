import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Platform } from '#main/platform.ts';
import type { StartFailure } from '#shared/contract/app.contract.ts';
import type { DevicePreferences } from '#shared/contract/settings.contract.ts';
import { createSoftwareKeychain, type SoftwareKeychain } from './software-keychain.ts';

/** A Monday at nine in the morning, UTC. */
export const TEST_START = Date.UTC(2026, 2, 2, 9, 0, 0);

/** A platform on a folder of its own, whose clock, keychain and dialogs the test holds. */
export interface TestPlatform extends Platform {
  /** Goes on with the clock, and is not set with it. */
  uptime(): number;
  keychain: SoftwareKeychain;
  clock: {
    /** Time passes until then, or the clock is set back. */
    set(at: number): void;
    /** The same by so much. */
    advance(ms: number): void;
    /** Somebody sets the clock; no time passes. */
    jump(ms: number): void;
  };
  /** Everything logged, as `level message cause`. */
  logged: string[];
  /** What the save dialog answers; null: the user cancelled. */
  saveFileAs(path: string | null): void;
  /** What the dialogs for opening a file or a folder answer; null: the user cancelled. */
  answerOpen(path: string | null): void;
  setModelFailure(failure: StartFailure | null): void;
  setUtcOffsetMinutes(minutes: number): void;
}

export function makeTestFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'rollcall-test-')));
}

export function createTestPlatform(
  dataFolder: string = makeTestFolder(),
  keychain: SoftwareKeychain = createSoftwareKeychain(),
): TestPlatform {
  const logged: string[] = [];
  let now = TEST_START;
  let uptime = 0;
  let offset = 0;
  let modelFailure: StartFailure | null = null;
  let savePath: string | null = null;
  let openPath: string | null = null;
  let backupFolder: string | null = null;
  let preferences: DevicePreferences = {
    theme: 'system',
    language: 'en',
    cameraId: null,
    sound: true,
    mirror: true,
  };
  return {
    dataFolder,
    versions: { app: '0.0.0-test', electron: 'none', chromium: 'none' },
    keychain,
    log: {
      info: (message) => logged.push(`info ${message}`),
      warn: (message) => logged.push(`warn ${message}`),
      error: (message, cause) => logged.push(`error ${message} ${String(cause)}`),
    },
    recentLog: () => logged,
    now: () => now,
    uptime: () => uptime,
    utcOffsetMinutes: () => offset,
    checkModels: async () => modelFailure,
    chooseSaveFile: async () => savePath,
    chooseFile: async () => openPath,
    chooseFolder: async () => openPath,
    backupFolder: {
      read: () => backupFolder,
      write(folder) {
        backupFolder = folder;
      },
    },
    printWindow: async () => Buffer.from('%PDF-1.4 of the test window'),
    openFolder: async () => {},
    revealFile: () => {},
    preferences: {
      read: () => preferences,
      update(changes) {
        preferences = { ...preferences, ...changes };
        return preferences;
      },
    },
    clock: {
      set(at) {
        uptime += Math.max(0, at - now);
        now = at;
      },
      advance(ms) {
        uptime += Math.max(0, ms);
        now += ms;
      },
      jump(ms) {
        now += ms;
      },
    },
    logged,
    answerOpen(path) {
      openPath = path;
    },
    saveFileAs(path) {
      savePath = path;
    },
    setModelFailure(failure) {
      modelFailure = failure;
    },
    setUtcOffsetMinutes(minutes) {
      offset = minutes;
    },
  };
}
