import { existsSync, renameSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Db } from '../db/database.ts';
import { openEncryptedFile } from '../db/encrypted-file.ts';
import { storageProblem } from '../db/storage-error.ts';
import { chainHeads } from '../register/log/events.queries.ts';
import { syncFolder } from './atomic-write.ts';
import { removeDatabase } from './first-run.ts';
import { hasActivity, isInLog, latestActivity } from './kept-copy.queries.ts';
import type { RegisterFiles } from './register-files.ts';

/** What a start did with a copy that was to be put back when the power failed. */
export interface SettledCopy {
  used: boolean;
  /** The name under which the other file is kept; null where there was none. */
  aside: string | null;
}

/** Keeps a database and its log under another name, which is returned; null where there is none. */
function setAside(path: string, { database }: RegisterFiles, now: number): string | null {
  if (!existsSync(path)) return null;
  const aside = `${database}.found-${now}`;
  // The log first: whatever lies at the path afterwards must not be read with it.
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  renameSync(path, aside);
  return basename(aside);
}

/**
 * The last step of putting a register back: the whole copy takes its place. What lies there is
 * kept under the name that is returned. Cut short, it is ended by the next start.
 */
export function adoptKeptCopy(files: RegisterFiles, now: number): string | null {
  const aside = setAside(files.database, files, now);
  // Without a database a log is only a rest of ours.
  removeDatabase(files.database);
  renameSync(files.keptDatabase, files.database);
  syncFolder(files.folder);
  return aside;
}

/** Opens a register that is whole and under this key; null for every other file, and for none. */
function openWhole(path: string, key: Buffer): Database.Database | null {
  if (!existsSync(path)) return null;
  let sqlite: Database.Database | null = null;
  try {
    sqlite = openEncryptedFile(path, key, { create: false });
    const log = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'event_heads'`).get();
    if (log && sqlite.pragma('quick_check(1)', { simple: true }) === 'ok') return sqlite;
  } catch (error) {
    sqlite?.close();
    if (!['notADatabase', 'damaged'].includes(storageProblem(error) ?? '')) throw error;
    return null;
  }
  sqlite.close();
  return null;
}

/** Whether a register has every mark of another one, and what was done in it last. */
function holdsAllOf(one: Db, other: Db): boolean {
  const last = latestActivity(other);
  return (
    chainHeads(other).every((head) => isInLog(one, head)) &&
    (last === null || hasActivity(one, last.id))
  );
}

/** When a database was written to last, as its files say. */
function writtenAt(path: string): number {
  const times = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false }));
  return Math.max(...times.map((found) => found?.mtimeMs ?? 0));
}

interface Pair<T> {
  kept: T;
  database: T;
}

/** The one that has more than the other; where each has something of its own, the later one. */
function better({ kept, database }: Pair<Db>, written: Pair<number>): keyof Pair<Db> {
  const isOlder = holdsAllOf(database, kept);
  const isNewer = holdsAllOf(kept, database);
  if (isOlder !== isNewer) return isNewer ? 'kept' : 'database';
  const ahead = (latestActivity(kept)?.at ?? 0) - (latestActivity(database)?.at ?? 0);
  return (ahead || written.kept - written.database) >= 0 ? 'kept' : 'database';
}

/** Which of the two files is the register; null where neither is. */
function choose({ database, keptDatabase }: RegisterFiles, key: Buffer): keyof Pair<Db> | null {
  const written = { kept: writtenAt(keptDatabase), database: writtenAt(database) };
  const kept = openWhole(keptDatabase, key);
  try {
    const present = openWhole(database, key);
    try {
      if (kept === null) return present && 'database';
      if (present === null) return 'kept';
      return better({ kept: drizzle(kept), database: drizzle(present) }, written);
    } finally {
      present?.close();
    }
  } finally {
    kept?.close();
  }
}

/**
 * Ends what `putBack` could not: a power cut may have left the copy of the register under its
 * other name, alone or beside the file that was put in the register's place. The one that holds
 * more becomes the register, and the other one is kept; a copy under another key is left alone.
 * @returns null where there was no copy, or nothing could be made of it
 */
export function settleKeptCopy(files: RegisterFiles, key: Buffer, now: number): SettledCopy | null {
  removeDatabase(files.unfinishedCopy);
  if (!existsSync(files.keptDatabase)) return null;
  switch (choose(files, key)) {
    case 'kept':
      return { used: true, aside: adoptKeptCopy(files, now) };
    case 'database':
      return { used: false, aside: setAside(files.keptDatabase, files, now) };
    default:
      return null;
  }
}
