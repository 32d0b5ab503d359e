import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keychain, Platform } from '#main/platform.ts';
import type { DevicePreferences } from '#shared/contract/settings.contract.ts';

const NONCE = 12;
const TAG = 16;

const PREFERENCES: DevicePreferences = {
  theme: 'system',
  language: 'en',
  cameraId: null,
  sound: false,
  mirror: true,
};

/** A keychain that every child of one run shares, as processes of one user do. */
function sharedKeychain(secret: Buffer): Keychain {
  return {
    isAvailable: () => true,
    wrap(plain) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    unwrap(wrapped) {
      const decipher = createDecipheriv('aes-256-gcm', secret, wrapped.subarray(0, NONCE));
      decipher.setAuthTag(wrapped.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([decipher.update(wrapped.subarray(NONCE + TAG)), decipher.final()]);
    },
  };
}

function absent(what: string): never {
  throw new Error(`There is no ${what} where marks are tortured.`);
}

/** The platform of a main process without a window, on the machine's own clock. */
export function torturePlatform(folder: string, secret: string): Platform {
  return {
    dataFolder: folder,
    versions: { app: '0.0.0-torture', electron: '', chromium: '' },
    keychain: sharedKeychain(Buffer.from(secret, 'hex')),
    log: {
      info: () => {},
      warn: console.warn,
      error: console.error,
    },
    recentLog: () => [],
    now: Date.now,
    utcOffsetMinutes: () => 0,
    checkModels: async () => null,
    chooseSaveFile: async () => absent('dialog'),
    chooseFile: async () => absent('dialog'),
    chooseFolder: async () => absent('dialog'),
    backupFolder: { read: () => null, write: () => absent('preferences') },
    printWindow: async () => absent('window'),
    openFolder: async () => absent('file manager'),
    revealFile: () => absent('file manager'),
    preferences: { read: () => PREFERENCES, update: () => absent('preferences') },
  };
}
