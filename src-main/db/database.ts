import type { RunResult } from 'better-sqlite3';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';

/** The register, or a transaction on it: queries take either as their first argument. */
export type Db = BaseSQLiteDatabase<'sync', RunResult>;

/**
 * Runs `work` in one transaction that takes the write lock at once; whatever it throws undoes
 * all of it. Inside another transaction it becomes a savepoint. `work` must be synchronous.
 */
export function inTransaction<T>(db: Db, work: (tx: Db) => T): T {
  return db.transaction(
    (tx) => {
      const result = work(tx);
      if (result instanceof Promise) {
        throw new Error('A transaction must be synchronous.');
      }
      return result;
    },
    { behavior: 'immediate' },
  );
}
