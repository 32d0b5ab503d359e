import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomically } from './atomic-write.ts';

const base64 = z.base64();

/** The database key wrapped by a passphrase: Argon2id makes the wrapping key, AES-256-GCM wraps. */
export const recoveryWrapSchema = z.object({
  algorithm: z.literal('argon2id'),
  salt: base64,
  memoryKiB: z
    .number()
    .int()
    .min(8)
    .max(1024 * 1024),
  iterations: z.number().int().min(1).max(20),
  parallelism: z.number().int().min(1).max(16),
  nonce: base64,
  /** Ciphertext and 16-byte tag. */
  wrapped: base64,
  /** See `passphraseIdOf`. */
  passphraseId: base64.optional(),
});
export type RecoveryWrap = z.infer<typeof recoveryWrapSchema>;

/**
 * Which passphrase opens a wrap, without saying anything about it: wraps made by one passphrase
 * have one id, whichever key they hold.
 */
export function passphraseIdOf({ passphraseId, salt }: RecoveryWrap): string {
  return passphraseId ?? salt;
}

const sealedKeySchema = z.object({
  /** Says whether an unwrapped key is the right one; see `keyCheck`. */
  check: base64,
  /** The key wrapped by the system's keychain; null where there is none. */
  keychain: base64.nullable(),
  recovery: recoveryWrapSchema,
});
/** A database key in its two wraps. */
export type SealedKey = z.infer<typeof sealedKeySchema>;

const keyFileSchema = sealedKeySchema.extend({
  version: z.literal(1),
  /** The key that the database is about to be under, while it is being changed. */
  next: sealedKeySchema.optional(),
  /** The checks of keys that this register was under before: backups made then are its own. */
  formerChecks: z.array(base64).default([]),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

/** key.json is there but is not what this app writes. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/** The key file, or null when there is none. @throws KeyFileError when it cannot be understood */
export function readKeyFile(path: string): KeyFile | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  try {
    return keyFileSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new KeyFileError('The key file cannot be read.', { cause });
  }
}

export function writeKeyFile(path: string, file: KeyFile): void {
  writeFileAtomically(path, `${JSON.stringify(file, null, 2)}\n`);
}
