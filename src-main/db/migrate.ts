import type Database from 'better-sqlite3';
import { searchKey } from '#shared/people/search-key.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';

/** The database was written by a newer version of the app than this one. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
  readonly found: number;
  readonly supported: number;

  constructor(found: number, supported: number) {
    super(`The database is of version ${found}; this app knows up to ${supported}.`);
    this.found = found;
    this.supported = supported;
  }
}

export function schemaVersion(sqlite: Database.Database): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

/**
 * Runs one migration and its bookkeeping in one transaction. Foreign keys are off while tables
 * are rebuilt, as https://www.sqlite.org/lang_altertable.html#otheralter asks, and checked
 * before the commit.
 */
function runMigration(sqlite: Database.Database, migration: Migration): void {
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite
      .transaction(() => {
        sqlite.exec(migration.sql);
        const orphans = sqlite.pragma('foreign_key_check');
        if (Array.isArray(orphans) && orphans.length > 0) {
          throw new Error(`Migration ${migration.version} leaves ${orphans.length} orphaned rows.`);
        }
        sqlite.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}

export interface MigrateOptions {
  migrations?: readonly Migration[];
  /** Called once before the first migration of a database that already holds something. */
  backUp?: (from: number, to: number) => void;
}

/**
 * Brings the database to the newest schema; a migration that fails leaves it at the one before.
 * @throws NewerDatabaseError without having touched anything
 */
export function migrate(
  sqlite: Database.Database,
  { migrations = MIGRATIONS, backUp }: MigrateOptions = {},
): void {
  const found = schemaVersion(sqlite);
  const supported = migrations.at(-1)?.version ?? 0;
  if (found > supported) throw new NewerDatabaseError(found, supported);
  const pending = migrations.filter((migration) => migration.version > found);
  if (pending.length === 0) return;
  if (found > 0) backUp?.(found, supported);
  sqlite.function('search_key', { deterministic: true }, (text) => searchKey(String(text)));
  for (const migration of pending) runMigration(sqlite, migration);
}
