import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { DayRange } from '#shared/contract/base.ts';
import type { StudentHistoryEntry } from '#shared/contract/register.contract.ts';
import type { Db } from '../../db/database.ts';
import {
  accounts,
  attendance,
  attendanceEvents,
  classes,
  sessionRoster,
  sessions,
  subjects,
} from '../../db/schema/index.ts';
import { everWas, startedWithin } from '../sessions/sessions.queries.ts';

/** As `corrected` of a register counts: what is changed or undone while it is open corrects nothing. */
const correctedTimes = sql<number>`(
  SELECT count(*) FROM corrections c
  WHERE c.session_id = ${sessions.id} AND c.student_id = ${sessionRoster.studentId}
    AND c.recorded_at >= ${sessions.endedAt} AND c.method <> 'rule')`;

const standing = sql<StudentHistoryEntry['standing']>`CASE
  WHEN ${sessions.discardedAt} IS NOT NULL THEN 'discarded'
  WHEN ${sessionRoster.inClass} = 0 THEN 'notInClass'
  ELSE 'counts' END`;

/** The registers whose roster names this student, newest first, with the status in force. */
export function marksOfStudent(
  db: Db,
  { studentId, range }: { studentId: string; range: DayRange },
  seen: SQL | undefined,
): StudentHistoryEntry[] {
  return db
    .select({
      sessionId: sessions.id,
      startedAt: sessions.startedAt,
      className: classes.name,
      subjectName: subjects.name,
      teacherName: accounts.displayName,
      code: attendance.code,
      method: attendance.method,
      at: attendance.at,
      reason: attendanceEvents.reason,
      standing,
      correctedTimes,
    })
    .from(sessionRoster)
    .innerJoin(sessions, eq(sessions.id, sessionRoster.sessionId))
    .innerJoin(classes, eq(classes.id, sessions.classId))
    .innerJoin(subjects, eq(subjects.id, sessions.subjectId))
    .innerJoin(accounts, eq(accounts.id, sessions.teacherId))
    .leftJoin(
      attendance,
      and(eq(attendance.sessionId, sessions.id), eq(attendance.studentId, sessionRoster.studentId)),
    )
    .leftJoin(attendanceEvents, eq(attendanceEvents.id, attendance.eventId))
    .where(and(eq(sessionRoster.studentId, studentId), startedWithin(range), everWas, seen))
    .orderBy(desc(sessions.startedAt), desc(sessions.id))
    .all();
}
