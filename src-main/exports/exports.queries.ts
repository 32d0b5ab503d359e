import { and, asc, eq, exists, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { DayRange } from '#shared/contract/base.ts';
import type { Method } from '#shared/contract/register.contract.ts';
import type { Db } from '../db/database.ts';
import {
  attendance,
  attendanceEvents,
  classes,
  classMemberships,
  sessionRoster,
  sessions,
  students,
  subjects,
} from '../db/schema/index.ts';
import type { SessionRecord } from '../register/sessions/sessions.queries.ts';

export interface ExportStudent {
  id: string;
  studentNumber: string;
  fullName: string;
}

const student = {
  id: students.id,
  studentNumber: students.studentNumber,
  fullName: students.fullName,
};
const byName = [asc(sql`${students.fullName} COLLATE NOCASE`), asc(students.studentNumber)];

const markOfCell = and(
  eq(attendance.sessionId, sessionRoster.sessionId),
  eq(attendance.studentId, sessionRoster.studentId),
);

export interface ExportMark {
  code: string;
  method: Method;
  at: number;
  utcOffsetMinutes: number;
  reason: string | null;
}

export interface SessionRow extends ExportStudent {
  mark: ExportMark | null;
  /** Changed after the session had ended. */
  corrected: boolean;
}

/** The roster of one session with its marks, by name; of one student alone where one is named. */
export function sessionRows(
  db: Db,
  sessionId: string,
  studentId?: string | undefined,
): SessionRow[] {
  const corrected = sql<number>`EXISTS (
    SELECT 1 FROM corrections c
    WHERE c.session_id = ${sessionRoster.sessionId} AND c.student_id = ${sessionRoster.studentId}
      AND c.recorded_at >= ${sessions.endedAt})`;
  return db
    .select({
      ...student,
      corrected,
      mark: {
        code: attendance.code,
        method: attendance.method,
        at: attendance.at,
        utcOffsetMinutes: attendanceEvents.utcOffsetMinutes,
        reason: attendanceEvents.reason,
      },
    })
    .from(sessionRoster)
    .innerJoin(sessions, eq(sessions.id, sessionRoster.sessionId))
    .innerJoin(students, eq(students.id, sessionRoster.studentId))
    .leftJoin(attendance, markOfCell)
    .leftJoin(attendanceEvents, eq(attendanceEvents.id, attendance.eventId))
    .where(
      and(
        eq(sessionRoster.sessionId, sessionId),
        eq(sessionRoster.inClass, true),
        studentId === undefined ? undefined : eq(sessionRoster.studentId, studentId),
      ),
    )
    .orderBy(...byName)
    .all()
    .map((row) => ({ ...row, mark: asMark(row.mark), corrected: row.corrected === 1 }));
}

type NullableMark = { [K in keyof ExportMark]: ExportMark[K] | null };

function asMark({ code, method, at, utcOffsetMinutes, reason }: NullableMark): ExportMark | null {
  if (code === null || method === null || at === null || utcOffsetMinutes === null) return null;
  return { code, method, at, utcOffsetMinutes, reason };
}

/** Everyone who was on the roster of one of these sessions, by name; also who has left since. */
export function studentsOfSessions(db: Db, sessionIds: readonly string[]): ExportStudent[] {
  const onRoster = db
    .select({ one: sql`1` })
    .from(sessionRoster)
    .where(
      and(
        eq(sessionRoster.studentId, students.id),
        eq(sessionRoster.inClass, true),
        inArray(sessionRoster.sessionId, [...sessionIds]),
      ),
    );
  return db
    .select(student)
    .from(students)
    .where(exists(onRoster))
    .orderBy(...byName)
    .all();
}

export interface ExportCell {
  studentId: string;
  sessionId: string;
  /** Null: on the roster, and nobody has marked. */
  code: string | null;
}

/** Who of these students was on the roster of which of these sessions, and how marked. */
export function cellsOf(
  db: Db,
  studentIds: readonly string[],
  sessionIds: readonly string[],
): ExportCell[] {
  return db
    .select({
      studentId: sessionRoster.studentId,
      sessionId: sessionRoster.sessionId,
      code: attendance.code,
    })
    .from(sessionRoster)
    .leftJoin(attendance, markOfCell)
    .where(
      and(
        eq(sessionRoster.inClass, true),
        inArray(sessionRoster.studentId, [...studentIds]),
        inArray(sessionRoster.sessionId, [...sessionIds]),
      ),
    )
    .all();
}

/** The hashes of a session's events, or of one student's, in the order of their chains. */
export function eventHashes(db: Db, sessionId: string, studentId?: string | undefined): string[] {
  return db
    .select({ hash: attendanceEvents.hash })
    .from(attendanceEvents)
    .where(
      and(
        eq(attendanceEvents.sessionId, sessionId),
        studentId === undefined ? undefined : eq(attendanceEvents.studentId, studentId),
      ),
    )
    .orderBy(asc(attendanceEvents.deviceId), asc(attendanceEvents.seq))
    .all()
    .map(({ hash }) => hash);
}

export interface StudentSession {
  session: SessionRecord;
  mark: ExportMark | null;
  /** Changed after the session had ended. */
  corrected: boolean;
}

/** How one student stands in each of these sessions. */
export function studentSessions(
  db: Db,
  studentId: string,
  among: readonly SessionRecord[],
): StudentSession[] {
  return among.flatMap((session) =>
    sessionRows(db, session.id, studentId).map(({ mark, corrected }) => ({
      session,
      mark,
      corrected,
    })),
  );
}

/** A time that a student spent in a class; without days where none are known. */
export interface ClassSpell {
  student: ExportStudent;
  className: string;
  from: string | null;
  /** Null: still in it. */
  to: string | null;
  /** When the student left the school. */
  archivedAt: number | null;
}

/** The times in classes that touch these days, in the order of the students, oldest first. */
export function classSpells(
  db: Db,
  among: readonly ExportStudent[],
  { from, to }: DayRange,
): ClassSpell[] {
  const rows = db
    .select({
      studentId: classMemberships.studentId,
      className: classes.name,
      from: classMemberships.fromDay,
      to: classMemberships.toDay,
      archivedAt: students.archivedAt,
    })
    .from(classMemberships)
    .innerJoin(classes, eq(classes.id, classMemberships.classId))
    .innerJoin(students, eq(students.id, classMemberships.studentId))
    .where(
      and(
        lte(classMemberships.fromDay, to),
        or(isNull(classMemberships.toDay), gte(classMemberships.toDay, from)),
      ),
    )
    .orderBy(asc(classMemberships.fromDay), asc(classMemberships.id))
    .all();
  const byStudent = Map.groupBy(rows, ({ studentId }) => studentId);
  const none = [{ className: '', from: null, to: null, archivedAt: null }];
  return among.flatMap((one) =>
    (byStudent.get(one.id) ?? none).map(({ className, from, to, archivedAt }) => ({
      student: one,
      className,
      from,
      to,
      archivedAt,
    })),
  );
}

/** The name of a subject, archived or not; null when it does not exist. */
export function findSubjectName(db: Db, subjectId: string): string | null {
  const row = db
    .select({ name: subjects.name })
    .from(subjects)
    .where(eq(subjects.id, subjectId))
    .get();
  return row?.name ?? null;
}

/** The name of a class, archived or not; null when it does not exist. */
export function findClassName(db: Db, classId: string): string | null {
  const row = db.select({ name: classes.name }).from(classes).where(eq(classes.id, classId)).get();
  return row?.name ?? null;
}
