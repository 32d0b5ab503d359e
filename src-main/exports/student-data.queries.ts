import { asc, desc, eq, or } from 'drizzle-orm';
import type { Db } from '../db/database.ts';
import {
  accounts,
  activity,
  attendanceEvents,
  classes,
  classMemberships,
  lookAlikes,
  plannedAbsences,
  sessionGuests,
  sessions,
  subjects,
} from '../db/schema/index.ts';

/** One thing that is stored; `at` is an instant in milliseconds since the epoch. */
export type Fact = string | number | null | { at: number | null };

/** Class, first day, last day; oldest first. */
export function membershipsOf(db: Db, studentId: string): Fact[][] {
  return db
    .select({ name: classes.name, from: classMemberships.fromDay, to: classMemberships.toDay })
    .from(classMemberships)
    .innerJoin(classes, eq(classes.id, classMemberships.classId))
    .where(eq(classMemberships.studentId, studentId))
    .orderBy(asc(classMemberships.fromDay))
    .all()
    .map(({ name, from, to }) => [name, from, to]);
}

/** Every event of every mark with all that is stored of it, in the order of the log. */
export function eventsOf(db: Db, studentId: string): Fact[][] {
  return db
    .select({
      event: attendanceEvents,
      className: classes.name,
      subjectName: subjects.name,
      startedAt: sessions.startedAt,
      actor: accounts.displayName,
    })
    .from(attendanceEvents)
    .innerJoin(sessions, eq(sessions.id, attendanceEvents.sessionId))
    .innerJoin(classes, eq(classes.id, sessions.classId))
    .innerJoin(subjects, eq(subjects.id, sessions.subjectId))
    .innerJoin(accounts, eq(accounts.id, attendanceEvents.actorId))
    .where(eq(attendanceEvents.studentId, studentId))
    .orderBy(asc(attendanceEvents.deviceId), asc(attendanceEvents.seq))
    .all()
    .map(({ event, className, subjectName, startedAt, actor }) => [
      { at: startedAt },
      className,
      subjectName,
      event.kind,
      event.code,
      event.method,
      event.score,
      event.evidence && JSON.stringify(event.evidence),
      { at: event.capturedAt },
      actor,
      event.reason,
    ]);
}

/** First day, last day, reason, who said so, who wrote it down, when, whether cancelled. */
export function absencesOf(db: Db, studentId: string): Fact[][] {
  return db
    .select({ absence: plannedAbsences, recordedBy: accounts.displayName })
    .from(plannedAbsences)
    .innerJoin(accounts, eq(accounts.id, plannedAbsences.recordedBy))
    .where(eq(plannedAbsences.studentId, studentId))
    .orderBy(asc(plannedAbsences.fromDay))
    .all()
    .map(({ absence, recordedBy }) => [
      absence.fromDay,
      absence.toDay,
      absence.reason,
      absence.reportedBy,
      recordedBy,
      { at: absence.recordedAt },
      { at: absence.cancelledAt },
    ]);
}

/** By what name the student was noted as a guest, and when. */
export function guestsWhoWere(db: Db, studentId: string): Fact[][] {
  return db
    .select({ name: sessionGuests.name, code: sessionGuests.code, at: sessionGuests.at })
    .from(sessionGuests)
    .where(eq(sessionGuests.studentId, studentId))
    .orderBy(asc(sessionGuests.at))
    .all()
    .map(({ name, code, at }) => [name, code, { at }]);
}

/** When, what, by whom, the facts; without the ids of other students. Newest first. */
export function activityOf(db: Db, studentId: string): Fact[][] {
  return db
    .select({
      at: activity.at,
      kind: activity.kind,
      actor: accounts.displayName,
      detail: activity.detail,
    })
    .from(activity)
    .leftJoin(accounts, eq(accounts.id, activity.actorId))
    .where(eq(activity.studentId, studentId))
    .orderBy(desc(activity.at), desc(activity.id))
    .all()
    .map(({ at, kind, actor, detail: { other: _other, ...detail } }) => [
      { at },
      kind,
      actor,
      JSON.stringify(detail),
    ]);
}

/** How many others look so much like the student that recognition takes care. */
export function countLookAlikes(db: Db, studentId: string): number {
  const ofStudent = or(eq(lookAlikes.firstId, studentId), eq(lookAlikes.secondId, studentId));
  return db.select({ score: lookAlikes.score }).from(lookAlikes).where(ofStudent).all().length;
}
