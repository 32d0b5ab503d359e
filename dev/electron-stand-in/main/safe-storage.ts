import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';
import { standInApp } from './app.ts';
import { runtime } from './runtime.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Implemented = Pick<
  Electron.SafeStorage,
  | 'isEncryptionAvailable'
  | 'isAsyncEncryptionAvailable'
  | 'encryptString'
  | 'encryptStringAsync'
  | 'decryptString'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>;

/** Stands for the system's keychain: a file in the data folder. It keeps nothing secret. */
function keyFile(): string {
  return join(standInApp.getPath('userData'), 'stand-in-keychain');
}

function key(): Buffer {
  const file = keyFile();
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600 });
  }
  return readFileSync(file);
}

const standInSafeStorage: Implemented = {
  /** `ROLLCALL_STAND_IN_KEYCHAIN=none` stands for a system without a keychain. */
  isEncryptionAvailable: () => runtime.isReady && process.env.ROLLCALL_STAND_IN_KEYCHAIN !== 'none',

  isAsyncEncryptionAvailable: async () => standInSafeStorage.isEncryptionAvailable(),

  encryptString(plainText) {
    if (!standInSafeStorage.isEncryptionAvailable()) {
      throw new Error('Error while encrypting the text provided to safeStorage.encryptString.');
    }
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key(), nonce, { authTagLength: TAG_BYTES });
    const text = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  },

  encryptStringAsync: async (plainText) => standInSafeStorage.encryptString(plainText),

  /** @throws if it was encrypted with another key or has been changed */
  decryptString(encrypted) {
    const nonce = encrypted.subarray(0, NONCE_BYTES);
    const tag = encrypted.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const cipher = createDecipheriv(CIPHER, key(), nonce, { authTagLength: TAG_BYTES });
    cipher.setAuthTag(tag);
    const text = cipher.update(encrypted.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, cipher.final()]).toString('utf8');
  },

  decryptStringAsync: async (encrypted) => ({
    result: standInSafeStorage.decryptString(encrypted),
    shouldReEncrypt: false,
  }),

  /** `ROLLCALL_STAND_IN_KEYCHAIN=basic_text` stands for a Linux without a keyring. */
  getSelectedStorageBackend: () =>
    process.env.ROLLCALL_STAND_IN_KEYCHAIN === 'basic_text' ? 'basic_text' : 'gnome_libsecret',
};

export const safeStorage = loud('safeStorage', standInSafeStorage);
