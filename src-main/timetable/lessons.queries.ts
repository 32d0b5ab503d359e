import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { DayRange } from '#shared/contract/base.ts';
import type { Lesson } from '#shared/contract/timetable.contract.ts';
import type { Db } from '../db/database.ts';
import {
  accounts,
  classes,
  lessons,
  lessonsNotHeld,
  sessions,
  subjects,
} from '../db/schema/index.ts';
import { localDayOfSession, startedWithin } from '../register/sessions/sessions.queries.ts';

function selectLessons(db: Db, where: SQL | undefined): Lesson[] {
  return db
    .select({
      id: lessons.id,
      weekday: lessons.weekday,
      startsAt: lessons.startsAt,
      endsAt: lessons.endsAt,
      classId: lessons.classId,
      className: classes.name,
      subjectId: lessons.subjectId,
      subjectName: subjects.name,
      teacherId: lessons.teacherId,
      teacherName: accounts.displayName,
      room: lessons.room,
      from: lessons.from,
      to: lessons.to,
    })
    .from(lessons)
    .innerJoin(classes, eq(classes.id, lessons.classId))
    .innerJoin(subjects, eq(subjects.id, lessons.subjectId))
    .innerJoin(accounts, eq(accounts.id, lessons.teacherId))
    .where(where)
    .orderBy(asc(lessons.weekday), asc(lessons.startsAt), asc(classes.name), asc(lessons.id))
    .all();
}

export function findLesson(db: Db, id: string): Lesson | null {
  return selectLessons(db, eq(lessons.id, id))[0] ?? null;
}

export interface LessonFilter {
  classId?: string | undefined;
  teacherId?: string | undefined;
}

/** Lessons that are held on some day of these, by weekday and start. */
export function lessonsWithin(db: Db, { from, to }: DayRange, filter: LessonFilter): Lesson[] {
  return selectLessons(
    db,
    and(
      lte(lessons.from, to),
      or(isNull(lessons.to), gte(lessons.to, from)),
      filter.classId === undefined ? undefined : eq(lessons.classId, filter.classId),
      filter.teacherId === undefined ? undefined : eq(lessons.teacherId, filter.teacherId),
    ),
  );
}

/** Every lesson of a weekday, past ones too. */
export function lessonsOnWeekday(db: Db, weekday: number): Lesson[] {
  return selectLessons(db, eq(lessons.weekday, weekday));
}

export function insertLesson(db: Db, row: typeof lessons.$inferInsert): void {
  db.insert(lessons).values(row).run();
}

export function updateLesson(
  db: Db,
  id: string,
  changes: Partial<Omit<typeof lessons.$inferInsert, 'id'>>,
): void {
  db.update(lessons).set(changes).where(eq(lessons.id, id)).run();
}

export function deleteLesson(db: Db, id: string): void {
  db.delete(lessons).where(eq(lessons.id, id)).run();
}

/** The last day of which something was recorded of a lesson: a register, or that it was not held. */
export function lastDayUsed(db: Db, lessonId: string): string | null {
  const session = db
    .select({ day: localDayOfSession })
    .from(sessions)
    .where(eq(sessions.lessonId, lessonId))
    .orderBy(desc(sessions.startedAt))
    .get();
  const notHeld = db
    .select({ day: sql<string | null>`max(${lessonsNotHeld.day})` })
    .from(lessonsNotHeld)
    .where(eq(lessonsNotHeld.lessonId, lessonId))
    .get();
  const days = [session?.day, notHeld?.day].filter((day) => typeof day === 'string');
  return days.toSorted().at(-1) ?? null;
}

export interface LessonSession {
  lessonId: string;
  day: string;
  sessionId: string;
  endedAt: number | null;
}

/** The registers of timetabled lessons that took place on these days, oldest first. */
export function sessionsOfLessons(db: Db, range: DayRange): LessonSession[] {
  return db
    .select({
      lessonId: sql<string>`${sessions.lessonId}`,
      day: localDayOfSession,
      sessionId: sessions.id,
      endedAt: sessions.endedAt,
    })
    .from(sessions)
    .where(and(isNotNull(sessions.lessonId), isNull(sessions.discardedAt), startedWithin(range)))
    .orderBy(asc(sessions.startedAt), asc(sessions.id))
    .all();
}

export interface NotHeld {
  lessonId: string;
  day: string;
  reason: string;
  by: string;
}

/** Lessons that did not take place on these days. */
export function notHeldWithin(db: Db, { from, to }: DayRange): NotHeld[] {
  return db
    .select({
      lessonId: lessonsNotHeld.lessonId,
      day: lessonsNotHeld.day,
      reason: lessonsNotHeld.reason,
      by: accounts.displayName,
    })
    .from(lessonsNotHeld)
    .innerJoin(accounts, eq(accounts.id, lessonsNotHeld.recordedBy))
    .where(and(gte(lessonsNotHeld.day, from), lte(lessonsNotHeld.day, to)))
    .all();
}

export function putNotHeld(db: Db, row: typeof lessonsNotHeld.$inferInsert): void {
  db.insert(lessonsNotHeld)
    .values(row)
    .onConflictDoUpdate({ target: [lessonsNotHeld.lessonId, lessonsNotHeld.day], set: row })
    .run();
}

/** Returns whether there was one. */
export function deleteNotHeld(db: Db, lessonId: string, day: string): boolean {
  const { changes } = db
    .delete(lessonsNotHeld)
    .where(and(eq(lessonsNotHeld.lessonId, lessonId), eq(lessonsNotHeld.day, day)))
    .run();
  return changes > 0;
}

/** Accounts in use that take registers, by name. */
export function teachersInUse(db: Db): { id: string; name: string }[] {
  return db
    .select({ id: accounts.id, name: accounts.displayName })
    .from(accounts)
    .where(and(isNull(accounts.archivedAt), inArray(accounts.role, ['admin', 'teacher'])))
    .orderBy(asc(sql`${accounts.displayName} COLLATE NOCASE`), asc(accounts.id))
    .all();
}
