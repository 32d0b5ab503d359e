import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { RecoveryWrap } from './key-file.ts';

/** RFC 9106, section 4, second recommended option: 64 MiB, 3 passes, 4 lanes. */
const ARGON2 = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 4 };
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const WRAPPING_KEY_BYTES = 32;

type Derivation = Pick<RecoveryWrap, 'salt' | 'memoryKiB' | 'iterations' | 'parallelism'>;

/** The passphrase in one Unicode form, so that it opens on every keyboard it was typed on. */
function wrappingKey(passphrase: string, by: Derivation): Promise<Buffer> {
  return hashRaw(passphrase.normalize('NFKC'), {
    salt: Buffer.from(by.salt, 'base64'),
    memoryCost: by.memoryKiB,
    timeCost: by.iterations,
    parallelism: by.parallelism,
    outputLen: WRAPPING_KEY_BYTES,
  });
}

/** Wraps a key so that only the passphrase gives it back. Takes some 0.1 to 0.5 s by design. */
export async function wrapByPassphrase(key: Buffer, passphrase: string): Promise<RecoveryWrap> {
  const derivation = { ...ARGON2, salt: randomBytes(SALT_BYTES).toString('base64') };
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await wrappingKey(passphrase, derivation), nonce);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    algorithm: 'argon2id',
    ...derivation,
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

/** The key, or null when the passphrase is another one or the wrap has been altered. */
export async function unwrapByPassphrase(
  wrap: RecoveryWrap,
  passphrase: string,
): Promise<Buffer | null> {
  const nonce = Buffer.from(wrap.nonce, 'base64');
  const wrapped = Buffer.from(wrap.wrapped, 'base64');
  if (nonce.length !== NONCE_BYTES || wrapped.length <= TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', await wrappingKey(passphrase, wrap), nonce);
  decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
  const opened = decipher.update(wrapped.subarray(0, -TAG_BYTES));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    // The tag does not fit: the only way AES-GCM can fail here, and the answer to the question.
    return null;
  }
}

/**
 * A value that tells whether a key is the one that was wrapped, and nothing else about it. Some
 * keychains give back noise instead of failing.
 */
export function keyCheck(key: Buffer): Buffer {
  return createHmac('sha256', key).update('rollcall database key').digest();
}

export function isRightKey(key: Buffer, check: string): boolean {
  const expected = Buffer.from(check, 'base64');
  const found = keyCheck(key);
  return expected.length === found.length && timingSafeEqual(expected, found);
}
