import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { ReportFilter } from '#shared/contract/reports.contract.ts';
import type { Db } from '../db/database.ts';
import {
  attendance,
  classes,
  sessionCodeTotals,
  sessions,
  sessionTotals,
  students,
} from '../db/schema/index.ts';
import { startedWithin } from '../register/sessions/sessions.queries.ts';

/** Minutes since 1970 on the clock of the school, when the lesson was to begin, or the register did. */
const localMinute = sql`(coalesce(${sessions.scheduledAt}, ${sessions.startedAt}) / 60000
  + ${sessions.utcOffsetMinutes})`;
/** Days since 1 January 1970, a Thursday. */
const localDay = sql<number>`${localMinute} / 1440`;
const daysSinceMonday = sql<number>`(${localMinute} / 1440 + 3) % 7`;
const localHour = sql<number>`${localMinute} % 1440 / 60`;

/** The registers a report is about: those that took place. */
function reported({ classId, subjectId, range }: ReportFilter, seen: SQL | undefined) {
  return and(
    isNull(sessions.discardedAt),
    classId === undefined ? undefined : eq(sessions.classId, classId),
    subjectId === undefined ? undefined : eq(sessions.subjectId, subjectId),
    startedWithin(range),
    seen,
  );
}

/** How many registers there are, and how many stand on their rosters together. */
export function countRegisters(
  db: Db,
  filter: ReportFilter,
  seen: SQL | undefined,
): { registers: number; onRosters: number } {
  const row = db
    .select({
      registers: sql<number>`count(*)`,
      onRosters: sql<number>`coalesce(sum(${sessionTotals.onRoster}), 0)`,
    })
    .from(sessions)
    .innerJoin(sessionTotals, eq(sessionTotals.sessionId, sessions.id))
    .where(reported(filter, seen))
    .get();
  return row ?? { registers: 0, onRosters: 0 };
}

export interface SlotOfWeek {
  /** Days from 1 January 1970 to its Monday. */
  monday: number;
  /** 0 is Monday. */
  weekday: number;
  hour: number;
  code: string;
  marks: number;
}

/** Marks by week, weekday, hour and status, from what each register came to. */
export function marksBySlot(db: Db, filter: ReportFilter, seen: SQL | undefined): SlotOfWeek[] {
  const monday = sql<number>`${localDay} - ${daysSinceMonday}`.as('monday');
  const weekday = sql<number>`${daysSinceMonday}`.as('weekday');
  const hour = localHour.as('hour');
  const { code, students: marked } = sessionCodeTotals;
  return db
    .select({ monday, weekday, hour, code, marks: sql<number>`sum(${marked})` })
    .from(sessions)
    .innerJoin(sessionCodeTotals, eq(sessionCodeTotals.sessionId, sessions.id))
    .where(reported(filter, seen))
    .groupBy(sql`monday`, sql`weekday`, sql`hour`, code)
    .orderBy(sql`monday`)
    .all();
}

/** Student, days since 1970, status: one mark. */
export type MarkRow = [studentId: string, day: number, code: string];

/** Every mark in these registers, oldest register first. */
export function marksInOrder(db: Db, filter: ReportFilter, seen: SQL | undefined): MarkRow[] {
  return db
    .select({ studentId: attendance.studentId, day: localDay, code: attendance.code })
    .from(sessions)
    .innerJoin(attendance, eq(attendance.sessionId, sessions.id))
    .where(reported(filter, seen))
    .orderBy(sessions.startedAt)
    .values() as MarkRow[];
}

/** Who everyone is, those who have left included, and in which class. */
export function namesOfStudents(db: Db) {
  return db
    .select({
      studentId: students.id,
      studentNumber: students.studentNumber,
      fullName: students.fullName,
      className: classes.name,
    })
    .from(students)
    .innerJoin(classes, eq(classes.id, students.classId))
    .all();
}
