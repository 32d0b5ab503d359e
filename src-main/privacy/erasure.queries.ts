import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Activity } from '#shared/contract/activity.contract.ts';
import type { Db } from '../db/database.ts';
import {
  accounts,
  activity,
  attendanceEvents,
  classes,
  consents,
  importChanges,
  outbox,
  plannedAbsences,
  sessionGuests,
  sessionRoster,
  sessions,
  students,
} from '../db/schema/index.ts';

/** The class of an open session with this student on its roster; null where there is none. */
export function openSessionWith(db: Db, studentId: string): string | null {
  const row = db
    .select({ className: classes.name })
    .from(sessionRoster)
    .innerJoin(sessions, eq(sessions.id, sessionRoster.sessionId))
    .innerJoin(classes, eq(classes.id, sessions.classId))
    .where(and(eq(sessionRoster.studentId, studentId), isNull(sessions.endedAt)))
    .get();
  return row?.className ?? null;
}

/** Overwrites who the student was. @throws Error unless there is such a student */
export function blankStudent(
  db: Db,
  id: string,
  tombstone: Required<
    Pick<typeof students.$inferInsert, 'studentNumber' | 'numberKey' | 'fullName' | 'searchKey'>
  > & { archivedAt: number; erasedAt: number },
): void {
  const { changes } = db
    .update(students)
    .set({ ...tombstone, email: null })
    .where(eq(students.id, id))
    .run();
  if (changes !== 1) throw new Error('The student to erase was not there.');
}

/** Overwrites the student's account, which nobody can sign in to any more. */
export function blankAccount(
  db: Db,
  studentId: string,
  tombstone: { username: string; displayName: string; archivedAt: number },
): void {
  const passwordHash = '';
  db.update(accounts)
    .set({ ...tombstone, passwordHash, lastSignInAt: null })
    .where(eq(accounts.studentId, studentId))
    .run();
}

/** Overwrites who agreed; that and when somebody did stays. */
export function blankConsents(db: Db, studentId: string, givenBy: string): void {
  db.update(consents).set({ givenBy }).where(eq(consents.studentId, studentId)).run();
}

/** Overwrites why the student was away and who said so. */
export function blankAbsences(db: Db, studentId: string, blank: string): void {
  db.update(plannedAbsences)
    .set({ reason: blank, reportedBy: blank })
    .where(eq(plannedAbsences.studentId, studentId))
    .run();
}

/** The names by which the student was noted as a guest, before they are overwritten. */
export function guestNames(db: Db, studentId: string): string[] {
  return db
    .select({ name: sessionGuests.name })
    .from(sessionGuests)
    .where(eq(sessionGuests.studentId, studentId))
    .all()
    .map(({ name }) => name);
}

export function blankGuests(db: Db, studentId: string, name: string): void {
  db.update(sessionGuests).set({ name }).where(eq(sessionGuests.studentId, studentId)).run();
}

/** What imports wrote and could take back about the student: copies of name, number and parents. */
export function deleteImportsAbout(db: Db, studentId: string): void {
  db.delete(importChanges).where(eq(importChanges.subjectId, studentId)).run();
}

const contains = (column: unknown, text: string) =>
  sql`instr(lower(${column}), lower(${text})) > 0`;

/** Entries of the activity log about the student, or whose facts hold one of these texts. */
export function activityAbout(
  db: Db,
  studentId: string,
  texts: readonly string[],
): Pick<Activity, 'id' | 'studentId' | 'detail'>[] {
  const { id, detail } = activity;
  // As they stand inside a JSON string.
  const inner = texts.map((text) => JSON.stringify(text).slice(1, -1));
  return db
    .select({ id, studentId: activity.studentId, detail })
    .from(activity)
    .where(or(eq(activity.studentId, studentId), ...inner.map((text) => contains(detail, text))))
    .all();
}

export function setActivityDetail(db: Db, id: string, detail: Activity['detail']): void {
  db.update(activity).set({ detail }).where(eq(activity.id, id)).run();
}

/** Whatever still waits to be sent about the student is not sent, and what was is forgotten. */
export function deleteOutboxAbout(db: Db, texts: readonly string[]): void {
  const inner = texts.map((text) => JSON.stringify(text).slice(1, -1));
  db.delete(outbox)
    .where(or(...inner.map((text) => contains(outbox.payload, text))))
    .run();
}

/** How many reasons in the log of marks were given about a student or hold one of these texts. */
export function countReasonsAbout(db: Db, studentId: string, texts: readonly string[]): number {
  const { id, reason } = attendanceEvents;
  // An import of marks gives its file as the reason, and after a colon what the list says.
  const isFileAlone = sql`(${attendanceEvents.method} = 'import' AND ${reason} NOT LIKE '%: %')`;
  const about = and(
    isNotNull(reason),
    eq(attendanceEvents.studentId, studentId),
    sql`NOT ${isFileAlone}`,
  );
  const named = or(...texts.map((text) => contains(reason, text)));
  return db.select({ id }).from(attendanceEvents).where(or(about, named)).all().length;
}
