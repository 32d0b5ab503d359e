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
