import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the parts of a register lie in its data folder. */
export interface RegisterFiles {
  folder: string;
  /** The encrypted database. */
  database: string;
  /** The database while the first run is still making it. */
  unfinishedDatabase: string;
  /** The wrapped database key. */
  key: string;
  /** Encrypted copies made before a migration. */
  backups: string;
}

export function registerFiles(folder: string): RegisterFiles {
  return {
    folder,
    database: join(folder, 'rollcall.db'),
    unfinishedDatabase: join(folder, 'rollcall.db.new'),
    key: join(folder, 'key.json'),
    backups: join(folder, 'backups'),
  };
}

/**
 * Writes and removes a small file: permission bits alone do not tell, neither on Windows nor on
 * a read-only or full disk.
 * @throws Error with the system's code, such as EACCES, EROFS or ENOSPC
 */
export function assertWritable(folder: string): void {
  const probe = join(folder, '.probe');
  writeFileSync(probe, 'rollcall');
  rmSync(probe);
}
