import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { DayRange } from '#shared/contract/base.ts';
import type { Status } from '#shared/contract/status.ts';
import type { MembershipSpan } from '#shared/people/membership-spans.ts';
import { cellKey } from '#shared/register/fold.ts';
import { isKnownAway } from '#shared/register/known-away.ts';
import type { Db } from '../../db/database.ts';
import {
  attendance,
  attendanceEvents,
  classes,
  classMemberships,
  sessionRoster,
  sessions,
  students,
  subjects,
} from '../../db/schema/index.ts';
import { comparisonKey } from '../../people/text-keys.ts';
import { localDayOfSession, startedWithin } from '../../register/sessions/sessions.queries.ts';
import { activeStatuses } from '../../register/statuses.queries.ts';
import { classFinder, classKey } from '../students/known-students.ts';

/** Ids that one statement names: SQLite binds at most 32,766 values. */
const IDS_AT_ONCE = 1000;

export interface MarkedStudent {
  id: string;
  studentNumber: string;
  fullName: string;
  /** Oldest first. */
  spans: readonly MembershipSpan[];
}

/** A register that took place. */
export interface KnownSession {
  id: string;
  classId: string;
  subjectId: string;
  subjectName: string;
  startedAt: number;
  scheduledAt: number | null;
  endedAt: number | null;
}

/** A mark that is there already. */
export interface MarkInForce {
  code: string;
  eventId: string;
  /** Whether a face, somebody or a report made it, and not the closing of the register. */
  isSettled: boolean;
}

interface Named {
  id: string;
  name: string;
}

/** What marks of a list are held against, read once for the whole list. */
export interface KnownRegisters {
  /** By `comparisonKey` of the number. */
  students: ReadonlyMap<string, MarkedStudent>;
  /** The student whom a list means by this number. */
  findStudent(number: string): MarkedStudent | null;
  /** The name of every class there is or was, by id. */
  classNames: ReadonlyMap<string, string>;
  /** The class in use that a list means by this name; else one that was. */
  findClass(name: string): Named | null;
  findSubject(name: string): Named | null;
  subjectNames: ReadonlyMap<string, string>;
  statuses: readonly Status[];
  /** The registers of a class that began on a day. */
  sessionsOn(classId: string, day: string): readonly KnownSession[];
}

function readStudents(db: Db): KnownRegisters['students'] {
  const { studentId, classId, fromDay, toDay } = classMemberships;
  const spans = Map.groupBy(
    db
      .select({ studentId, classId, from: fromDay, to: toDay })
      .from(classMemberships)
      .orderBy(asc(fromDay), asc(classMemberships.id))
      .all(),
    (span) => span.studentId,
  );
  const { id, studentNumber, fullName, numberKey } = students;
  const rows = db.select({ id, studentNumber, fullName, numberKey }).from(students).all();
  return new Map(
    rows.map(({ numberKey: key, ...student }) => [
      key,
      { ...student, spans: spans.get(student.id) ?? [] },
    ]),
  );
}

function sessionsWithin(db: Db, range: DayRange) {
  const rows = db
    .select({
      id: sessions.id,
      classId: sessions.classId,
      subjectId: sessions.subjectId,
      subjectName: subjects.name,
      startedAt: sessions.startedAt,
      scheduledAt: sessions.scheduledAt,
      endedAt: sessions.endedAt,
      day: localDayOfSession,
    })
    .from(sessions)
    .innerJoin(subjects, eq(subjects.id, sessions.subjectId))
    .where(and(isNull(sessions.discardedAt), startedWithin(range)))
    .orderBy(asc(sessions.startedAt), asc(sessions.id))
    .all();
  return Map.groupBy(rows, ({ classId, day }) => `${classId} ${day}`);
}

/** @param range the days of the list; null: it names none */
export function knownRegisters(db: Db, range: DayRange | null): KnownRegisters {
  const everyClass = db.select({ id: classes.id, name: classes.name }).from(classes).all();
  const active = classFinder(db);
  const left = new Map(everyClass.map((one) => [classKey(one.name), one]));
  const inUse = db.select().from(subjects).where(isNull(subjects.archivedAt)).all();
  const byName = new Map(inUse.map(({ id, name }) => [comparisonKey(name), { id, name }]));
  const everybody = readStudents(db);
  const byDay = range === null ? new Map<string, KnownSession[]>() : sessionsWithin(db, range);
  return {
    students: everybody,
    findStudent: (number) => everybody.get(comparisonKey(number)) ?? null,
    classNames: new Map(everyClass.map(({ id, name }) => [id, name])),
    findClass: (name) => active(name) ?? left.get(classKey(name)) ?? null,
    findSubject: (name) => byName.get(comparisonKey(name)) ?? null,
    subjectNames: new Map(inUse.map(({ id, name }) => [id, name])),
    statuses: activeStatuses(db),
    sessionsOn: (classId, day) => byDay.get(`${classId} ${day}`) ?? [],
  };
}

function* someAtATime(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    yield ids.slice(from, from + IDS_AT_ONCE);
  }
}

/** These registers as they are, each with the name of its class. */
export function readSessions(db: Db, ids: readonly string[]) {
  const found: (typeof sessions.$inferSelect & { className: string })[] = [];
  for (const some of someAtATime(ids)) {
    const rows = db
      .select({ session: sessions, className: classes.name })
      .from(sessions)
      .innerJoin(classes, eq(classes.id, sessions.classId))
      .where(inArray(sessions.id, some))
      .all();
    found.push(...rows.map(({ session, className }) => ({ ...session, className })));
  }
  return found;
}

/** Who stands on these registers, as cells of `cellKey`; those not in the class that day do not. */
export function rosterCells(db: Db, sessionIds: readonly string[]): ReadonlySet<string> {
  const cells = new Set<string>();
  const { sessionId, studentId, inClass } = sessionRoster;
  for (const some of someAtATime(sessionIds)) {
    const onRoster = and(inArray(sessionId, some), eq(inClass, true));
    const rows = db.select({ sessionId, studentId }).from(sessionRoster).where(onRoster).all();
    for (const row of rows) cells.add(cellKey(row));
  }
  return cells;
}

/** The marks in force of these registers, by `cellKey`. */
export function marksInForce(
  db: Db,
  sessionIds: readonly string[],
): ReadonlyMap<string, MarkInForce> {
  const marks = new Map<string, MarkInForce>();
  const { sessionId, studentId, code, method, eventId } = attendance;
  for (const some of someAtATime(sessionIds)) {
    const rows = db
      .select({ sessionId, studentId, code, method, eventId, reason: attendanceEvents.reason })
      .from(attendance)
      .innerJoin(attendanceEvents, eq(attendanceEvents.id, eventId))
      .where(inArray(sessionId, some))
      .all();
    for (const row of rows) {
      const isSettled = row.method !== 'rule' || isKnownAway(row);
      marks.set(cellKey(row), { code: row.code, eventId: row.eventId, isSettled });
    }
  }
  return marks;
}
