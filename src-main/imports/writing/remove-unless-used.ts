import type { Db } from '../../db/database.ts';

const isForeignKeyError = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';

/** Removes what `remove` removes, unless something else in the register holds on to it. */
export function removeUnlessUsed(db: Db, remove: (tx: Db) => unknown): boolean {
  try {
    db.transaction((tx) => remove(tx));
    return true;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (isForeignKeyError(error) || isForeignKeyError(cause)) return false;
    throw error;
  }
}
