import type { Keychain, Logger } from '../platform.ts';
import type { KeyFile, SealedKey } from './key-file.ts';
import { isRightKey, keyCheck, unwrapByPassphrase, wrapByPassphrase } from './key-wrapping.ts';

function wrapByKeychain(key: Buffer, keychain: Keychain): string | null {
  return keychain.isAvailable() ? keychain.wrap(key).toString('base64') : null;
}

/** A key in its two wraps: one by the keychain, where there is one, one by the passphrase. */
export async function sealKey(
  key: Buffer,
  passphrase: string,
  keychain: Keychain,
): Promise<SealedKey> {
  return {
    check: keyCheck(key).toString('base64'),
    keychain: wrapByKeychain(key, keychain),
    recovery: await wrapByPassphrase(key, passphrase),
  };
}

/** The key file of a key that no other came before. */
export function firstKeyFile(sealed: SealedKey): KeyFile {
  return { version: 1, ...sealed, formerChecks: [] };
}

/** The key from the keychain's copy; null when there is none or the keychain has lost it. */
export function keyFromKeychain(file: SealedKey, keychain: Keychain, log: Logger): Buffer | null {
  if (file.keychain === null || !keychain.isAvailable()) return null;
  try {
    const key = keychain.unwrap(Buffer.from(file.keychain, 'base64'));
    if (isRightKey(key, file.check)) return key;
    log.warn('The keychain gave back another key');
  } catch (error) {
    log.error('The keychain could not give the key back', error);
  }
  return null;
}

/** The key from the recovery passphrase; null when it is not the passphrase. */
export async function keyFromPassphrase(
  file: SealedKey,
  passphrase: string,
): Promise<Buffer | null> {
  const key = await unwrapByPassphrase(file.recovery, passphrase);
  return key !== null && isRightKey(key, file.check) ? key : null;
}

/** The key file with a fresh copy by the keychain; unchanged where there is none. */
export function withKeychainCopy(file: KeyFile, key: Buffer, keychain: Keychain): KeyFile {
  return { ...file, keychain: wrapByKeychain(key, keychain) ?? file.keychain };
}
