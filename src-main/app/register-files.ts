import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the parts of a register lie in its data folder. */
export interface RegisterFiles {
  folder: string;
  /** The encrypted database. */
  database: string;
  /** The database while the first run is still making it. */
  unfinishedDatabase: string;
  /** The database under its next key, while that is being changed. */
  rekeyedDatabase: string;
  /** A whole copy of a register that was moved while it is open, on its way back. */
  keptDatabase: string;
  /** The same while it is being made. */
  unfinishedCopy: string;
  /** The wrapped database key. */
  key: string;
  /** Ids of what must not come back with a backup. */
  tombstones: string;
  /** What is remembered of the log of marks outside of the database. */
  logNotes: string;
  /** Encrypted copies made before a migration. */
  backups: string;
}

export function registerFiles(folder: string): RegisterFiles {
  return {
    folder,
    database: join(folder, 'rollcall.db'),
    unfinishedDatabase: join(folder, 'rollcall.db.new'),
    rekeyedDatabase: join(folder, 'rollcall.db.rekeyed'),
    keptDatabase: join(folder, 'rollcall.db.kept'),
    unfinishedCopy: join(folder, 'rollcall.db.kept.new'),
    key: join(folder, 'key.json'),
    tombstones: join(folder, 'erased.json'),
    logNotes: join(folder, 'log-notes.json'),
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
