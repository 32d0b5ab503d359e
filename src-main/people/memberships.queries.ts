import { desc, eq } from 'drizzle-orm';
import type { Db } from '../db/database.ts';
import { classMemberships } from '../db/schema/index.ts';

export type Membership = typeof classMemberships.$inferSelect;

/** The student's latest membership, ended or not. */
export function findLatestMembership(db: Db, studentId: string): Membership | null {
  const row = db
    .select()
    .from(classMemberships)
    .where(eq(classMemberships.studentId, studentId))
    .orderBy(desc(classMemberships.fromDay), desc(classMemberships.id))
    .get();
  return row ?? null;
}

export function insertMembership(db: Db, row: Membership): void {
  db.insert(classMemberships).values(row).run();
}

export function updateMembership(
  db: Db,
  id: string,
  changes: Partial<Pick<Membership, 'classId' | 'toDay'>>,
): void {
  db.update(classMemberships).set(changes).where(eq(classMemberships.id, id)).run();
}
