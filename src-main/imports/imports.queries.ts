import { desc, eq, sql } from 'drizzle-orm';
import type { ImportDone } from '#shared/contract/imports.contract.ts';
import type { Db } from '../db/database.ts';
import { accounts, importChanges, imports } from '../db/schema/index.ts';

export type ImportChange = typeof importChanges.$inferSelect;

/** Imports that can still be taken back; what older ones did is forgotten. */
export const UNDOABLE = 20;

/** Rows of one INSERT: SQLite binds at most 32,766 values. */
const AT_ONCE = 500;

/** Calls `insert` with the rows, some hundred at a time. */
export function inBatches<T>(rows: readonly T[], insert: (some: T[]) => void): void {
  for (let from = 0; from < rows.length; from += AT_ONCE) insert(rows.slice(from, from + AT_ONCE));
}

function selectImports(db: Db) {
  return db
    .select({
      id: imports.id,
      at: imports.at,
      by: accounts.displayName,
      kind: imports.kind,
      fileName: imports.fileName,
      created: imports.created,
      changed: imports.changed,
      undoneAt: imports.undoneAt,
    })
    .from(imports)
    .innerJoin(accounts, eq(accounts.id, imports.actorId));
}

/** Newest first. */
export function listImports(db: Db, limit: number): ImportDone[] {
  return selectImports(db).orderBy(desc(imports.at), desc(imports.id)).limit(limit).all();
}

export function findImport(db: Db, id: string): ImportDone | null {
  return selectImports(db).where(eq(imports.id, id)).get() ?? null;
}

export function insertImport(db: Db, row: typeof imports.$inferInsert): void {
  db.insert(imports).values(row).run();
}

export function insertChanges(db: Db, rows: readonly ImportChange[]): void {
  const insert = db
    .insert(importChanges)
    .values({
      importId: sql.placeholder('importId'),
      what: sql.placeholder('what'),
      subjectId: sql.placeholder('subjectId'),
      before: sql.placeholder('before'),
      after: sql.placeholder('after'),
    })
    .prepare();
  for (const row of rows) insert.run({ ...row });
}

export function listChanges(db: Db, importId: string): ImportChange[] {
  return db.select().from(importChanges).where(eq(importChanges.importId, importId)).all();
}

/** Notes that it was taken back, and forgets what it did. */
export function closeImport(db: Db, id: string, undoneAt: number): void {
  db.update(imports).set({ undoneAt }).where(eq(imports.id, id)).run();
  db.delete(importChanges).where(eq(importChanges.importId, id)).run();
}

/** Forgets what all but the newest imports did: they can no longer be taken back. */
export function forgetOlderChanges(db: Db, keep: number): void {
  db.delete(importChanges)
    .where(
      sql`${importChanges.importId} NOT IN
        (SELECT ${imports.id} FROM ${imports} ORDER BY ${imports.at} DESC, ${imports.id} DESC LIMIT ${keep})`,
    )
    .run();
}
