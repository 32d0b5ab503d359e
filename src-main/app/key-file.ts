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
});
export type RecoveryWrap = z.infer<typeof recoveryWrapSchema>;

const keyFileSchema = z.object({
  version: z.literal(1),
  /** Says whether an unwrapped key is the right one; see `keyCheck`. */
  check: base64,
  /** The key wrapped by the system's keychain; null where there is none. */
  keychain: base64.nullable(),
  recovery: recoveryWrapSchema,
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
