import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Meaning } from '#shared/contract/status.ts';
import type { Db } from '../db/database.ts';
import {
  accounts,
  attendance,
  classes,
  lessons,
  sessionGuests,
  sessions,
  statuses,
  students,
  subjects,
} from '../db/schema/index.ts';
import { startedWithin } from '../register/sessions/sessions.queries.ts';

export interface MarkOfDay {
  studentId: string;
  meaning: Meaning;
  at: number;
  className: string;
  subjectName: string;
  teacherName: string;
  room: string | null;
}

/** Every mark in the registers of a day, oldest register first. */
export function marksOfDay(db: Db, day: string): MarkOfDay[] {
  return db
    .select({
      studentId: attendance.studentId,
      meaning: statuses.meaning,
      at: attendance.at,
      className: classes.name,
      subjectName: subjects.name,
      teacherName: accounts.displayName,
      room: lessons.room,
    })
    .from(sessions)
    .innerJoin(attendance, eq(attendance.sessionId, sessions.id))
    .innerJoin(statuses, eq(statuses.code, attendance.code))
    .innerJoin(classes, eq(classes.id, sessions.classId))
    .innerJoin(subjects, eq(subjects.id, sessions.subjectId))
    .innerJoin(accounts, eq(accounts.id, sessions.teacherId))
    .leftJoin(lessons, eq(lessons.id, sessions.lessonId))
    .where(startedWithin({ from: day, to: day }))
    .orderBy(asc(sessions.startedAt), asc(sessions.id))
    .all();
}

/** Guests noted as present in the registers of a day who have not turned out to be anybody yet. */
export function guestsOfDay(db: Db, day: string) {
  return db
    .select({
      id: sessionGuests.id,
      name: sessionGuests.name,
      at: sessionGuests.at,
      classId: sessions.classId,
      className: classes.name,
      subjectName: subjects.name,
      teacherName: accounts.displayName,
      room: lessons.room,
    })
    .from(sessions)
    .innerJoin(sessionGuests, eq(sessionGuests.sessionId, sessions.id))
    .innerJoin(statuses, eq(statuses.code, sessionGuests.code))
    .innerJoin(classes, eq(classes.id, sessions.classId))
    .innerJoin(subjects, eq(subjects.id, sessions.subjectId))
    .innerJoin(accounts, eq(accounts.id, sessions.teacherId))
    .leftJoin(lessons, eq(lessons.id, sessions.lessonId))
    .where(
      and(
        startedWithin({ from: day, to: day }),
        isNull(sessions.discardedAt),
        isNull(sessionGuests.settledAt),
        eq(statuses.meaning, 'present'),
      ),
    )
    .orderBy(asc(sessionGuests.at))
    .all();
}

/** The students in use, in the class they are in now. */
export function studentsInUse(db: Db) {
  return db
    .select({
      studentId: students.id,
      studentNumber: students.studentNumber,
      fullName: students.fullName,
      classId: students.classId,
      className: sql<string>`${classes.name}`,
    })
    .from(students)
    .innerJoin(classes, eq(classes.id, students.classId))
    .where(isNull(students.archivedAt))
    .all();
}
