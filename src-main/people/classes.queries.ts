import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { SchoolClass } from '#shared/contract/people.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { Db } from '../db/database.ts';
import { classes, consents, sessions, students, templates } from '../db/schema/index.ts';
import { teachersOf } from './class-access.queries.ts';

const activeStudents = sql`FROM ${students}
  WHERE ${students.classId} = ${classes.id} AND ${students.archivedAt} IS NULL`;

/** Matches `enrolled` of the student's enrolment state. */
const isEnrolled = sql`EXISTS (SELECT 1 FROM ${consents}
    WHERE ${consents.studentId} = ${students.id} AND ${consents.withdrawnAt} IS NULL)
  AND EXISTS (SELECT 1 FROM ${templates}
    WHERE ${templates.studentId} = ${students.id} AND ${templates.modelId} = ${DESCRIPTOR_MODEL.id})`;

/** A class without its late rules. */
export type ClassRow = Omit<SchoolClass, 'lateAfterMinutes' | 'lateRules'>;

function selectClasses(db: Db, condition: SQL | undefined): ClassRow[] {
  const rows = db
    .select({
      id: classes.id,
      name: classes.name,
      studentCount: sql<number>`(SELECT count(*) ${activeStudents})`,
      enrolledCount: sql<number>`(SELECT count(*) ${activeStudents} AND ${isEnrolled})`,
      archivedAt: classes.archivedAt,
    })
    .from(classes)
    .where(condition)
    .all();
  const teachers = Map.groupBy(
    teachersOf(
      db,
      rows.map(({ id }) => id),
    ),
    ({ classId }) => classId,
  );
  return rows.map((row) => ({
    ...row,
    teachers: (teachers.get(row.id) ?? []).map(({ id, displayName }) => ({ id, displayName })),
  }));
}

export function listClasses(db: Db, { includeArchived }: { includeArchived: boolean }) {
  return selectClasses(db, includeArchived ? undefined : isNull(classes.archivedAt));
}

export function findClass(db: Db, id: string): ClassRow | null {
  return selectClasses(db, eq(classes.id, id))[0] ?? null;
}

/** Whether another active class has this name key. */
export function classNameIsTaken(db: Db, nameKey: string, exceptId: string | null): boolean {
  const found = db
    .select({ id: classes.id })
    .from(classes)
    .where(
      and(
        eq(classes.nameKey, nameKey),
        isNull(classes.archivedAt),
        exceptId === null ? undefined : ne(classes.id, exceptId),
      ),
    )
    .get();
  return found !== undefined;
}

export function hasOpenSession(db: Db, classId: string): boolean {
  const found = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.classId, classId), isNull(sessions.endedAt)))
    .get();
  return found !== undefined;
}

export function insertClass(db: Db, row: typeof classes.$inferInsert): void {
  db.insert(classes).values(row).run();
}

export function updateClass(
  db: Db,
  id: string,
  changes: Partial<Omit<typeof classes.$inferInsert, 'id'>>,
): void {
  db.update(classes).set(changes).where(eq(classes.id, id)).run();
}
