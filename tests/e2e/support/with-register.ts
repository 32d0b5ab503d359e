import type Database from 'better-sqlite3';
import { readKeyFile } from '#main/app/key-file.ts';
import { keyFromPassphrase } from '#main/app/key-vault.ts';
import { registerFiles } from '#main/app/register-files.ts';
import { openEncryptedFile } from '#main/db/encrypted-file.ts';

/**
 * Opens the register of a data folder by the recovery passphrase, as a program beside the app would
 * that has the passphrase. To be closed by the caller.
 */
export async function openRegisterBeside(
  dataFolder: string,
  passphrase: string,
): Promise<Database.Database> {
  const files = registerFiles(dataFolder);
  const keyFile = readKeyFile(files.key);
  if (keyFile === null) throw new Error(`There is no key file in ${dataFolder}.`);
  const key = await keyFromPassphrase(keyFile, passphrase);
  if (key === null) throw new Error('The recovery passphrase does not open the register.');
  return openEncryptedFile(files.database, key, { create: false });
}

/**
 * Opens the register that an app left in its data folder, as somebody would who has the folder but
 * not the laptop's keychain. The app must be closed.
 */
export async function withRegister<T>(
  dataFolder: string,
  passphrase: string,
  work: (sqlite: Database.Database) => T,
): Promise<T> {
  const sqlite = await openRegisterBeside(dataFolder, passphrase);
  try {
    return work(sqlite);
  } finally {
    sqlite.close();
  }
}
