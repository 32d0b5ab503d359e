import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Db } from '../db/database.ts';
import { copyEncrypted, openEncryptedFile, probeWritable } from '../db/encrypted-file.ts';
import { migrate } from '../db/migrate.ts';
import { backUpBeforeMigration } from '../db/pre-migration-backup.ts';
import { catchUpLookAlikes } from '../enrolment/look-alikes.service.ts';
import { finishImports } from '../imports/writing/finish-imports.ts';
import type { Platform } from '../platform.ts';
import { startRetention } from '../privacy/retention-schedule.ts';
import { keepTombstones } from '../privacy/tombstones.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { LiveUpdates } from '../rpc/live-updates.ts';
import type { RegisterFiles } from './register-files.ts';
import { type Whereabouts, watchWhereabouts } from './whereabouts.ts';

/** A register that has been opened with its key. */
export interface OpenRegister {
  db: Db;
  live: LiveUpdates;
  /** The database's key, for copies of it; wiped when the register is closed. */
  key: Buffer;
  /** Where its files are. @throws Error with the system's code where that cannot be looked at */
  whereabouts(): Whereabouts;
  /** See `copyEncrypted`. */
  copyTo(path: string): void;
  /** Writes everything from the log to the main file. @throws DomainError STORAGE_BUSY while somebody reads */
  flush(): void;
  /** See `closeDatabase`. */
  close(): void;
}

/** SQLite found the database damaged. */
export class DamagedDatabaseError extends Error {
  override readonly name = 'DamagedDatabaseError';
}

/**
 * Larger files are looked through by the check after the start (`security/check-task.ts`): SQLite
 * reads them whole, which takes 15 s at 2.7 GB (`npm run bench -- register`). Until then each page
 * that is read has to fit its HMAC.
 */
const CHECKED_AT_START_BYTES = 128 * 1024 * 1024;

function checkIntegrity(sqlite: Database.Database): void {
  if (statSync(sqlite.name).size > CHECKED_AT_START_BYTES) return;
  const verdict = String(sqlite.pragma('quick_check(1)', { simple: true }));
  if (verdict !== 'ok') throw new DamagedDatabaseError(verdict);
}

function flush(sqlite: Database.Database): void {
  const [done] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: 0 | 1 }];
  if (done.busy === 1) throw new DomainError('STORAGE_BUSY');
}

/**
 * Writes everything to the main file and lets go of it, whether that could be written or not:
 * what could not is still in the write-ahead log.
 * @throws SqliteError SQLITE_FULL and others of the write
 */
export function closeDatabase(sqlite: Database.Database): void {
  if (!sqlite.open) return;
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    sqlite.close();
  }
}

/**
 * Opens the register, brings it to the newest schema (after a copy) and checks it.
 * @param live of the same register, when it was open before
 * @throws NewerDatabaseError, DamagedDatabaseError, or SqliteError as `openEncryptedFile` does
 */
export function openRegister(
  platform: Platform,
  files: RegisterFiles,
  key: Buffer,
  live = new LiveUpdates(),
): OpenRegister {
  const sqlite = openEncryptedFile(files.database, key, { create: false });
  try {
    probeWritable(sqlite);
    checkIntegrity(sqlite);
    migrate(sqlite, {
      backUp: (from, to) =>
        backUpBeforeMigration(sqlite, files.backups, { from, to, now: platform.now() }),
    });
    const db = drizzle(sqlite);
    keepTombstones(files, db);
    const ownKey = Buffer.from(key);
    const stopCatchingUp = catchUpLookAlikes(db, platform);
    const stopRetention = startRetention({ db, live }, platform);
    const stopImports = finishImports({ db, platform });
    return {
      db,
      live,
      key: ownKey,
      whereabouts: watchWhereabouts(files.database),
      copyTo: (path) => copyEncrypted(sqlite, path),
      flush: () => flush(sqlite),
      close: () => {
        ownKey.fill(0);
        stopCatchingUp();
        stopRetention();
        stopImports();
        closeDatabase(sqlite);
      },
    };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}
