import { asc, eq } from 'drizzle-orm';
import type { Guardian } from '#shared/contract/people.contract.ts';
import type { Db } from '../db/database.ts';
import { guardians } from '../db/schema/index.ts';

const columns = {
  id: guardians.id,
  studentId: guardians.studentId,
  name: guardians.name,
  relation: guardians.relation,
  phone: guardians.phone,
  email: guardians.email,
};

/** In the order they were added. */
export function listGuardians(db: Db, studentId: string): Guardian[] {
  return db
    .select(columns)
    .from(guardians)
    .where(eq(guardians.studentId, studentId))
    .orderBy(asc(guardians.createdAt), asc(guardians.id))
    .all();
}

/** Of every student, each student's in the order they were added. */
export function listAllGuardians(db: Db): Guardian[] {
  return db
    .select(columns)
    .from(guardians)
    .orderBy(asc(guardians.createdAt), asc(guardians.id))
    .all();
}

export function findGuardian(db: Db, id: string): Guardian | null {
  return db.select(columns).from(guardians).where(eq(guardians.id, id)).get() ?? null;
}

export function insertGuardian(db: Db, row: typeof guardians.$inferInsert): void {
  db.insert(guardians).values(row).run();
}

export function updateGuardian(
  db: Db,
  id: string,
  changes: Partial<Omit<Guardian, 'id' | 'studentId'>>,
): void {
  db.update(guardians).set(changes).where(eq(guardians.id, id)).run();
}

export function deleteGuardian(db: Db, id: string): void {
  db.delete(guardians).where(eq(guardians.id, id)).run();
}

export function deleteGuardiansOf(db: Db, studentId: string): void {
  db.delete(guardians).where(eq(guardians.studentId, studentId)).run();
}
