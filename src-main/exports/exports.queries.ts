import { and, asc, eq, exists, inArray, sql } from 'drizzle-orm';
import type { Method } from '#shared/contract/register.contract.ts';
import type { Db } from '../db/database.ts';
import {
  attendance,
  attendanceEvents,
  classes,
  sessionRoster,
  sessions,
  students,
} from '../db/schema/index.ts';

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

/** The roster of one session with its marks, by name. */
export function sessionRows(db: Db, sessionId: string): SessionRow[] {
  const corrected = sql<number>`EXISTS (
    SELECT 1 FROM attendance_events e
    WHERE e.session_id = ${sessionRoster.sessionId} AND e.student_id = ${sessionRoster.studentId}
      AND e.kind <> 'mark' AND e.recorded_at >= ${sessions.endedAt})`;
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
    .where(and(eq(sessionRoster.sessionId, sessionId), eq(sessionRoster.inClass, true)))
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

/** The hashes of a session's events, in the order of their chains. */
export function eventHashes(db: Db, sessionId: string): string[] {
  return db
    .select({ hash: attendanceEvents.hash })
    .from(attendanceEvents)
    .where(eq(attendanceEvents.sessionId, sessionId))
    .orderBy(asc(attendanceEvents.deviceId), asc(attendanceEvents.seq))
    .all()
    .map(({ hash }) => hash);
}

/** The name of a class, archived or not; null when it does not exist. */
export function findClassName(db: Db, classId: string): string | null {
  const row = db.select({ name: classes.name }).from(classes).where(eq(classes.id, classId)).get();
  return row?.name ?? null;
}
