import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Bytes of the raw database key. */
export const KEY_BYTES = 32;
/** How long SQLite waits for another process's lock before it gives up, in milliseconds. */
const BUSY_TIMEOUT_MS = 2_000;
const OWNER_ONLY = 0o600;
/**
 * Decrypted pages kept in memory, in KiB. SQLite's own 2 MiB do not hold the indexes of a few years:
 * each page read anew is also decrypted anew (`npm run bench -- register`).
 */
const PAGE_CACHE_KIB = 65_536;

/**
 * Opens, or with `create` makes, a database file encrypted with SQLCipher's scheme (AES-256-CBC
 * with an HMAC-SHA-512 per page) under a raw key, without key derivation.
 * @throws SqliteError SQLITE_NOTADB when the key is another one or the file is no database,
 *   SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_BUSY, SQLITE_CORRUPT, SQLITE_FULL
 */
export function openEncryptedFile(
  path: string,
  key: Buffer,
  { create }: { create: boolean },
): Database.Database {
  if (key.length !== KEY_BYTES) throw new RangeError(`A key has ${KEY_BYTES} bytes.`);
  const sqlite = new Database(path, { fileMustExist: !create, timeout: BUSY_TIMEOUT_MS });
  try {
    sqlite.pragma(`cipher = 'sqlcipher'`);
    sqlite.pragma(`key = "x'${key.toString('hex')}'"`);
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (sqlite.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
      throw new Error('The database does not take a write-ahead log.');
    }
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('secure_delete = ON');
    sqlite.pragma('temp_store = MEMORY');
    sqlite.pragma(`cache_size = -${PAGE_CACHE_KIB}`);
    sqlite.pragma('trusted_schema = OFF');
    if (create) chmodSync(path, OWNER_ONLY);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/**
 * A consistent copy of an open database as one file under the same key, on disk when this
 * returns. SQLite's online backup cannot be used: it refuses encrypted targets.
 * @throws SqliteError when `path` exists already, or SQLITE_FULL
 */
export function copyEncrypted(sqlite: Database.Database, path: string): void {
  sqlite.prepare('VACUUM INTO ?').run(path);
  chmodSync(path, OWNER_ONLY);
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Takes and gives back the write lock: finds out now what a first write would run into. */
export function probeWritable(sqlite: Database.Database): void {
  sqlite.exec('BEGIN IMMEDIATE');
  sqlite.exec('ROLLBACK');
}
