import { asc, desc, eq } from 'drizzle-orm';
import type { MembershipSpan } from '#shared/people/membership-spans.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { classes, classMemberships } from '../db/schema/index.ts';

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

/** Oldest first. */
export function membershipSpans(db: Db, studentId: string): MembershipSpan[] {
  const { classId, fromDay, toDay } = classMemberships;
  return db
    .select({ classId, from: fromDay, to: toDay })
    .from(classMemberships)
    .where(eq(classMemberships.studentId, studentId))
    .orderBy(asc(fromDay), asc(classMemberships.id))
    .all();
}

/** Newest first, with the names of the classes. */
export function namedMemberships(db: Db, studentId: string) {
  const { classId, fromDay, toDay } = classMemberships;
  return db
    .select({ classId, className: classes.name, from: fromDay, to: toDay })
    .from(classMemberships)
    .innerJoin(classes, eq(classes.id, classId))
    .where(eq(classMemberships.studentId, studentId))
    .orderBy(desc(fromDay), desc(classMemberships.id))
    .all();
}

/** These are the student's memberships, and no others. */
export function replaceMemberships(
  db: Db,
  studentId: string,
  spans: readonly MembershipSpan[],
): void {
  db.delete(classMemberships).where(eq(classMemberships.studentId, studentId)).run();
  for (const { classId, from, to } of spans) {
    insertMembership(db, { id: newId(), studentId, classId, fromDay: from, toDay: to });
  }
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
