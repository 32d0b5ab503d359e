import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyFile } from '../app/key-file.ts';
import type { Witness } from '../security/check-message.ts';
import { assertAuthentic, BackupFileError, readBackupHeader } from './backup-file.ts';
import { ENDING } from './backup-folder.ts';

/** What one file remembers of the log; null where it is no backup under this key, or was altered. */
async function witnessIn(path: string, { check }: KeyFile, key: Buffer): Promise<Witness | null> {
  try {
    const { header } = await readBackupHeader(path);
    if (header.check !== check || header.heads === undefined) return null;
    assertAuthentic(header, key);
    return { by: 'backup', at: header.madeAt, heads: header.heads };
  } catch (error) {
    if (error instanceof BackupFileError) return null;
    throw error;
  }
}

/**
 * What the backups in a folder remember of the log of marks, as far as they were made under the
 * present key.
 * @throws Error with the system's code when the folder cannot be read
 */
export async function backupHeads(folder: string, own: KeyFile, key: Buffer): Promise<Witness[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING));
  const found = await Promise.all(names.map((name) => witnessIn(join(folder, name), own, key)));
  return found.filter((witness) => witness !== null);
}
