import { asc, count, eq, inArray } from 'drizzle-orm';
import type { Db } from '../db/database.ts';
import { unknownNames } from '../db/schema/index.ts';

export type UnknownName = typeof unknownNames.$inferSelect;

export function findUnknownName(db: Db, nameHash: string): UnknownName | null {
  return db.select().from(unknownNames).where(eq(unknownNames.nameHash, nameHash)).get() ?? null;
}

/** Writes the row over one of the same name. */
export function putUnknownName(db: Db, row: UnknownName): void {
  db.insert(unknownNames)
    .values(row)
    .onConflictDoUpdate({ target: unknownNames.nameHash, set: row })
    .run();
}

/** Forgets those that failed longest ago until at most `limit` are left. */
export function keepNewestUnknownNames(db: Db, limit: number): void {
  const rows = db.select({ rows: count() }).from(unknownNames).get()?.rows ?? 0;
  if (rows <= limit) return;
  const oldest = db
    .select({ nameHash: unknownNames.nameHash })
    .from(unknownNames)
    .orderBy(asc(unknownNames.lastFailedAt))
    .limit(rows - limit);
  db.delete(unknownNames).where(inArray(unknownNames.nameHash, oldest)).run();
}
