import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Db } from '../db/database.ts';
import { accounts, classes, classTeachers, lessons, substitutions } from '../db/schema/index.ts';

/** Every class with those assigned to it; classes without anybody have an empty list. */
export function teachersByClass(db: Db): Map<string, string[]> {
  const rows = db
    .select({ classId: classes.id, accountId: classTeachers.accountId })
    .from(classes)
    .leftJoin(classTeachers, eq(classTeachers.classId, classes.id))
    .all();
  const byClass = new Map<string, string[]>();
  for (const { classId, accountId } of rows) {
    const teachers = byClass.get(classId) ?? [];
    byClass.set(classId, accountId === null ? teachers : [...teachers, accountId]);
  }
  return byClass;
}

/** For which classes and teachers an account stands in on a day. */
export function standInsOn(
  db: Db,
  accountId: string,
  day: string,
): { classIds: Set<string>; teacherIds: Set<string> } {
  const rows = db
    .select({ classId: substitutions.classId, forAccountId: substitutions.forAccountId })
    .from(substitutions)
    .where(
      and(
        eq(substitutions.accountId, accountId),
        isNull(substitutions.endedAt),
        lte(substitutions.fromDay, day),
        gte(substitutions.toDay, day),
      ),
    )
    .all();
  return {
    classIds: new Set(rows.flatMap(({ classId }) => classId ?? [])),
    teacherIds: new Set(rows.flatMap(({ forAccountId }) => forAccountId ?? [])),
  };
}

/** The classes that these accounts give lessons to by the timetable in force on a day. */
export function classesTimetabled(db: Db, teacherIds: readonly string[], day: string): Set<string> {
  const rows = db
    .selectDistinct({ classId: lessons.classId })
    .from(lessons)
    .where(
      and(
        inArray(lessons.teacherId, [...teacherIds]),
        lte(lessons.from, day),
        or(isNull(lessons.to), gte(lessons.to, day)),
      ),
    )
    .all();
  return new Set(rows.map(({ classId }) => classId));
}

export interface ClassTeacher {
  classId: string;
  id: string;
  displayName: string;
}

/** Those assigned to these classes, by name; archived accounts are left out. */
export function teachersOf(db: Db, classIds: readonly string[]): ClassTeacher[] {
  return db
    .select({
      classId: classTeachers.classId,
      id: accounts.id,
      displayName: accounts.displayName,
    })
    .from(classTeachers)
    .innerJoin(accounts, eq(accounts.id, classTeachers.accountId))
    .where(and(inArray(classTeachers.classId, [...classIds]), isNull(accounts.archivedAt)))
    .orderBy(asc(accounts.displayName))
    .all();
}

/** Sets who teaches a class to exactly these. */
export function putTeachers(db: Db, classId: string, accountIds: readonly string[]): void {
  db.delete(classTeachers).where(eq(classTeachers.classId, classId)).run();
  if (accountIds.length === 0) return;
  db.insert(classTeachers)
    .values([...new Set(accountIds)].map((accountId) => ({ classId, accountId })))
    .run();
}
