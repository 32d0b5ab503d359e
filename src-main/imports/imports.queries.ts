import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
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

/** Newest first; without one that is being written or taken back. */
export function listImports(db: Db, limit: number): ImportDone[] {
  return selectImports(db)
    .where(isNull(imports.unfinishedBy))
    .orderBy(desc(imports.at), desc(imports.id))
    .limit(limit)
    .all();
}

/** Imports that are being written or taken back, or were when the app ended; each with by whom. */
export function unfinishedImports(db: Db): { id: string; by: string }[] {
  return db
    .select({ id: imports.id, by: sql<string>`${imports.unfinishedBy}` })
    .from(imports)
    .where(isNotNull(imports.unfinishedBy))
    .orderBy(asc(imports.at), asc(imports.id))
    .all();
}

/** Notes that this account is taking it back, or with null that it is written. */
export function setUnfinished(db: Db, id: string, by: string | null): void {
  db.update(imports).set({ unfinishedBy: by }).where(eq(imports.id, id)).run();
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

/** A page of what an import did, by what and whom it is about; all of it where `after` is null. */
export function changesPage(
  db: Db,
  importId: string,
  { after, limit }: { after: ImportChange | null; limit: number },
): ImportChange[] {
  const { what, subjectId } = importChanges;
  const later = after
    ? sql`(${what}, ${subjectId}) > (${after.what}, ${after.subjectId})`
    : undefined;
  return db
    .select()
    .from(importChanges)
    .where(and(eq(importChanges.importId, importId), later))
    .orderBy(asc(what), asc(subjectId))
    .limit(limit)
    .all();
}

/** Forgets changes that have been taken back. */
export function deleteChanges(db: Db, changes: readonly ImportChange[]): void {
  const { importId, what, subjectId } = importChanges;
  const remove = db
    .delete(importChanges)
    .where(
      and(
        eq(importId, sql.placeholder('importId')),
        eq(what, sql.placeholder('what')),
        eq(subjectId, sql.placeholder('subjectId')),
      ),
    )
    .prepare();
  for (const change of changes) remove.run({ ...change });
}

/** Notes that it was taken back, and forgets what it did. */
export function closeImport(db: Db, id: string, undoneAt: number): void {
  db.update(imports).set({ undoneAt, unfinishedBy: null }).where(eq(imports.id, id)).run();
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
