import { and, eq, isNull, sql } from 'drizzle-orm';
import type { DayRange } from '#shared/contract/base.ts';
import type { Db } from '../db/database.ts';
import { attendance, sessions, statuses, students } from '../db/schema/index.ts';
import { startedWithin } from '../register/sessions/sessions.queries.ts';

export interface StudentPoints {
  studentId: string;
  fullName: string;
  points: number;
}

/** The points of each student who is in a class now, over all their registers of these days. */
export function pointsOfClass(
  db: Db,
  { classId, range }: { classId: string; range: DayRange },
): StudentPoints[] {
  const earned = db
    .select({
      studentId: attendance.studentId,
      points: sql<number>`sum(${statuses.points})`.as('points'),
    })
    .from(attendance)
    .innerJoin(sessions, eq(sessions.id, attendance.sessionId))
    .innerJoin(statuses, eq(statuses.code, attendance.code))
    .where(startedWithin(range))
    .groupBy(attendance.studentId)
    .as('earned');
  return db
    .select({
      studentId: students.id,
      fullName: students.fullName,
      points: sql<number>`coalesce(${earned.points}, 0)`,
    })
    .from(students)
    .leftJoin(earned, eq(earned.studentId, students.id))
    .where(and(eq(students.classId, classId), isNull(students.archivedAt)))
    .all();
}
