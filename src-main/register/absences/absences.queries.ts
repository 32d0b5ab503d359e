import { and, asc, desc, eq, gte, inArray, isNull, lte, type SQL } from 'drizzle-orm';
import type { PlannedAbsence } from '#shared/contract/absences.contract.ts';
import type { Db } from '../../db/database.ts';
import {
  accounts,
  classes,
  plannedAbsences,
  sessionRoster,
  sessions,
  students,
} from '../../db/schema/index.ts';
import type { VisibleClasses } from '../../people/class-access.service.ts';

const { fromDay, toDay, cancelledAt } = plannedAbsences;

const covers = (day: string) => and(isNull(cancelledAt), lte(fromDay, day), gte(toDay, day));

function selectAbsences(db: Db, condition: SQL | undefined, ...order: SQL[]): PlannedAbsence[] {
  const rows = db
    .select({
      id: plannedAbsences.id,
      studentId: students.id,
      studentName: students.fullName,
      className: classes.name,
      from: fromDay,
      to: toDay,
      reason: plannedAbsences.reason,
      reportedBy: plannedAbsences.reportedBy,
      recordedBy: accounts.displayName,
      recordedAt: plannedAbsences.recordedAt,
    })
    .from(plannedAbsences)
    .innerJoin(students, eq(students.id, plannedAbsences.studentId))
    .innerJoin(classes, eq(classes.id, students.classId))
    .innerJoin(accounts, eq(accounts.id, plannedAbsences.recordedBy))
    .where(condition)
    .orderBy(...order)
    .all();
  return rows.map(({ from, to, ...row }) => ({ ...row, days: { from, to } }));
}

/** Those not cancelled, the latest first. */
export function absencesOfStudent(db: Db, studentId: string): PlannedAbsence[] {
  const ofStudent = and(eq(plannedAbsences.studentId, studentId), isNull(cancelledAt));
  return selectAbsences(db, ofStudent, desc(fromDay), desc(plannedAbsences.id));
}

/** Active students of the classes given who are known to be away on a day. */
export function absencesOn(db: Db, day: string, visible: VisibleClasses): PlannedAbsence[] {
  const shown = visible === 'all' ? undefined : inArray(students.classId, [...visible]);
  const condition = and(covers(day), isNull(students.archivedAt), shown);
  return selectAbsences(db, condition, asc(classes.name), asc(students.fullName));
}

/** Cancelled or not; null when it does not exist. */
export function findAbsence(db: Db, id: string): (PlannedAbsence & { cancelled: boolean }) | null {
  const found = selectAbsences(db, eq(plannedAbsences.id, id), asc(plannedAbsences.id))[0];
  if (!found) return null;
  const row = db.select({ cancelledAt }).from(plannedAbsences).where(eq(plannedAbsences.id, id));
  return { ...found, cancelled: (row.get()?.cancelledAt ?? null) !== null };
}

export function insertAbsence(db: Db, row: typeof plannedAbsences.$inferInsert): void {
  db.insert(plannedAbsences).values(row).run();
}

export function updateAbsence(
  db: Db,
  id: string,
  changes: Partial<Omit<typeof plannedAbsences.$inferInsert, 'id' | 'studentId'>>,
): void {
  db.update(plannedAbsences).set(changes).where(eq(plannedAbsences.id, id)).run();
}

export interface KnownAway {
  studentId: string;
  reason: string;
}

/** Who of a session's roster is known to be away on a day; where two say so, the first reported. */
export function knownAway(db: Db, sessionId: string, day: string): KnownAway[] {
  const rows = db
    .select({ studentId: plannedAbsences.studentId, reason: plannedAbsences.reason })
    .from(plannedAbsences)
    .innerJoin(sessionRoster, eq(sessionRoster.studentId, plannedAbsences.studentId))
    .where(and(eq(sessionRoster.sessionId, sessionId), covers(day)))
    .orderBy(asc(plannedAbsences.recordedAt), asc(plannedAbsences.id))
    .all();
  const first = Map.groupBy(rows, ({ studentId }) => studentId);
  return [...first.values()].flatMap(([row]) => row ?? []);
}

/** The open sessions that have a student on their roster. */
export function openSessionsWith(db: Db, studentId: string) {
  const { id, startedAt, utcOffsetMinutes } = sessions;
  return db
    .select({ id, startedAt, utcOffsetMinutes })
    .from(sessionRoster)
    .innerJoin(sessions, eq(sessions.id, sessionRoster.sessionId))
    .where(and(eq(sessionRoster.studentId, studentId), isNull(sessions.endedAt)))
    .all();
}
