import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Subject } from '#shared/contract/people.contract.ts';
import type { Db } from '../db/database.ts';
import { subjects } from '../db/schema/index.ts';

const columns = { id: subjects.id, name: subjects.name, archivedAt: subjects.archivedAt };

export function listSubjects(db: Db, { includeArchived }: { includeArchived: boolean }): Subject[] {
  return db
    .select(columns)
    .from(subjects)
    .where(includeArchived ? undefined : isNull(subjects.archivedAt))
    .all();
}

export function findSubject(db: Db, id: string): Subject | null {
  return db.select(columns).from(subjects).where(eq(subjects.id, id)).get() ?? null;
}

/** Whether another active subject has this name key. */
export function subjectNameIsTaken(db: Db, nameKey: string, exceptId: string | null): boolean {
  const found = db
    .select({ id: subjects.id })
    .from(subjects)
    .where(
      and(
        eq(subjects.nameKey, nameKey),
        isNull(subjects.archivedAt),
        exceptId === null ? undefined : ne(subjects.id, exceptId),
      ),
    )
    .get();
  return found !== undefined;
}

export function insertSubject(db: Db, row: typeof subjects.$inferInsert): void {
  db.insert(subjects).values(row).run();
}

export function updateSubject(
  db: Db,
  id: string,
  changes: Partial<Omit<typeof subjects.$inferInsert, 'id'>>,
): void {
  db.update(subjects).set(changes).where(eq(subjects.id, id)).run();
}
