import { existsSync } from 'node:fs';
import { removeDatabase } from './first-run.ts';
import { type KeyFile, type SealedKey, writeKeyFile } from './key-file.ts';
import type { RegisterFiles } from './register-files.ts';

/**
 * The keys that the database may be under, the likelier first. Two where the key was being changed
 * when the power failed: the database under the next key is made beside it, then the next key is
 * added to the key file, then the new database takes the place of the old one.
 */
export function keysInQuestion(keyFile: KeyFile, files: RegisterFiles): SealedKey[] {
  const { next } = keyFile;
  if (next === undefined) return [keyFile];
  return existsSync(files.rekeyedDatabase) ? [keyFile, next] : [next, keyFile];
}

function settled({ next, formerChecks, check, keychain, recovery }: KeyFile, inForce: SealedKey) {
  const version = 1 as const;
  return inForce === next
    ? { version, ...next, formerChecks: [...formerChecks, check] }
    : { version, check, keychain, recovery, formerChecks };
}

/**
 * Ends a change of key, if there was one, once `inForce` has opened the database: the other key is
 * let go of. Returns the key file as it is then.
 */
export function settleKeyChange(
  files: RegisterFiles,
  keyFile: KeyFile,
  inForce: SealedKey,
): KeyFile {
  removeDatabase(files.rekeyedDatabase);
  if (keyFile.next === undefined) return keyFile;
  const file = settled(keyFile, inForce);
  writeKeyFile(files.key, file);
  return file;
}
