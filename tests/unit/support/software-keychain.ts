import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keychain } from '#main/platform.ts';

/** A keychain with a secret of its own, as the system's has; `lose` makes it another one. */
export interface SoftwareKeychain extends Keychain {
  lose(): void;
  setAvailable(available: boolean): void;
}

export function createSoftwareKeychain(initialSecret: Buffer = randomBytes(32)): SoftwareKeychain {
  let secret: Buffer = initialSecret;
  let available = true;
  return {
    isAvailable: () => available,
    wrap(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    unwrap(wrapped) {
      const decipher = createDecipheriv('aes-256-gcm', secret, wrapped.subarray(0, 12));
      decipher.setAuthTag(wrapped.subarray(12, 28));
      return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
    },
    lose() {
      secret = randomBytes(32);
    },
    setAvailable(value) {
      available = value;
    },
  };
}
