import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { DayRange } from '#shared/contract/base.ts';
import type { Session } from '#shared/contract/register.contract.ts';
import { isKnownAway } from '#shared/register/known-away.ts';
import type { Db } from '../../db/database.ts';
import {
  accounts,
  attendance,
  attendanceEvents,
  classes,
  sessionRoster,
  sessions,
  students,
  subjects,
} from '../../db/schema/index.ts';
import type { RegistersSeen } from '../../people/class-access.service.ts';

const MS_PER_DAY = 86_400_000;
/** No clock on earth is further than this from UTC. */
const FURTHEST_OFFSET_MS = 14 * 3_600_000;

/** A session with what its rules need and no screen shows. */
export interface SessionRecord extends Session {
  teacherId: string;
  utcOffsetMinutes: number;
}

const discarded = sql<Session['discarded']>`CASE WHEN ${sessions.discardedAt} IS NULL THEN NULL ELSE
  json_object('at', ${sessions.discardedAt}, 'reason', ${sessions.discardReason},
    'byId', ${sessions.discardedBy}, 'by',
    (SELECT discarder.display_name FROM ${accounts} discarder
      WHERE discarder.id = ${sessions.discardedBy})) END`.mapWith(JSON.parse);

export const sessionColumns = {
  id: sessions.id,
  classId: sessions.classId,
  className: classes.name,
  subjectId: sessions.subjectId,
  subjectName: subjects.name,
  teacherId: sessions.teacherId,
  teacherName: accounts.displayName,
  startedAt: sessions.startedAt,
  utcOffsetMinutes: sessions.utcOffsetMinutes,
  endedAt: sessions.endedAt,
  livenessPolicy: sessions.livenessPolicy,
  lateAfterMinutes: sessions.lateAfterMinutes,
  lessonId: sessions.lessonId,
  scheduledAt: sessions.scheduledAt,
  discarded,
};

function selectSessions(db: Db) {
  return db
    .select(sessionColumns)
    .from(sessions)
    .innerJoin(classes, eq(classes.id, sessions.classId))
    .innerJoin(subjects, eq(subjects.id, sessions.subjectId))
    .innerJoin(accounts, eq(accounts.id, sessions.teacherId));
}

export function findSession(db: Db, id: string): SessionRecord | null {
  return selectSessions(db).where(eq(sessions.id, id)).get() ?? null;
}

/** Newest first. */
export function openSessions(db: Db): SessionRecord[] {
  return selectSessions(db)
    .where(isNull(sessions.endedAt))
    .orderBy(desc(sessions.startedAt), desc(sessions.id))
    .all();
}

export function openSessionOfClass(db: Db, classId: string): { id: string } | null {
  const row = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.classId, classId), isNull(sessions.endedAt)))
    .get();
  return row ?? null;
}

/** The day a session started on, by its own local time. */
export const localDayOfSession = sql<string>`date((${sessions.startedAt} + ${sessions.utcOffsetMinutes} * 60000) / 1000, 'unixepoch')`;

/** Sessions that started on these days, both included, by the local time of each session. */
export function startedWithin({ from, to }: DayRange): SQL | undefined {
  return and(
    // The bounds in UTC let the index do the work; the local day then decides.
    gte(sessions.startedAt, Date.parse(from) - FURTHEST_OFFSET_MS),
    lt(sessions.startedAt, Date.parse(to) + MS_PER_DAY + FURTHEST_OFFSET_MS),
    sql`${localDayOfSession} BETWEEN ${from} AND ${to}`,
  );
}

/** Sessions that are seen; undefined: every one. */
export function seenBy({ teacherIds, classes: visible }: RegistersSeen): SQL | undefined {
  if (visible === 'all') return undefined;
  return or(inArray(sessions.teacherId, [...teacherIds]), inArray(sessions.classId, [...visible]));
}

/** Not made by an import that was taken back and emptied it: such a register never was. */
export const everWas = sql`(${sessions.importId} IS NULL OR ${sessions.discardedAt} IS NULL
  OR NOT EXISTS (SELECT 1 FROM imports WHERE imports.id = ${sessions.importId}
    AND imports.undone_at IS NOT NULL))`;

/** Those that took place, oldest first. */
export function sessionsOfClass(db: Db, classId: string, range: DayRange): SessionRecord[] {
  return selectSessions(db)
    .where(and(eq(sessions.classId, classId), isNull(sessions.discardedAt), startedWithin(range)))
    .orderBy(asc(sessions.startedAt), asc(sessions.id))
    .all();
}

/** Those that did not take place, oldest first. */
export function discardedOfClass(db: Db, classId: string, range: DayRange): SessionRecord[] {
  return selectSessions(db)
    .where(
      and(
        eq(sessions.classId, classId),
        isNotNull(sessions.discardedAt),
        everWas,
        startedWithin(range),
      ),
    )
    .orderBy(asc(sessions.startedAt), asc(sessions.id))
    .all();
}

/** Those with this student in the class, whether they took place or not, oldest first. */
export function sessionsOfStudent(
  db: Db,
  {
    studentId,
    classId,
    range,
  }: { studentId: string; classId?: string | undefined; range: DayRange },
  seen: SQL | undefined,
): SessionRecord[] {
  const onRoster = db
    .select({ id: sessionRoster.sessionId })
    .from(sessionRoster)
    .where(and(eq(sessionRoster.studentId, studentId), eq(sessionRoster.inClass, true)));
  return selectSessions(db)
    .where(
      and(
        inArray(sessions.id, onRoster),
        classId === undefined ? undefined : eq(sessions.classId, classId),
        startedWithin(range),
        everWas,
        seen,
      ),
    )
    .orderBy(asc(sessions.startedAt), asc(sessions.id))
    .all();
}

export function insertSession(db: Db, row: typeof sessions.$inferInsert): void {
  db.insert(sessions).values(row).run();
}

/** Puts the active students of a class on the roster of a session. Returns how many. */
export function insertRoster(db: Db, sessionId: string, classId: string): number {
  return db
    .insert(sessionRoster)
    .select(
      db
        .select({
          sessionId: sql<string>`${sessionId}`.as('session_id'),
          studentId: students.id,
          className: classes.name,
          inClass: sql<boolean>`1`.as('in_class'),
        })
        .from(students)
        .innerJoin(classes, eq(classes.id, students.classId))
        .where(and(eq(students.classId, classId), isNull(students.archivedAt))),
    )
    .run().changes;
}

/** @throws Error unless the session was open */
export function closeSession(db: Db, sessionId: string, endedAt: number): void {
  const { changes } = db
    .update(sessions)
    .set({ endedAt })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
    .run();
  if (changes !== 1) throw new Error('The session to close was not open.');
}

/** Opens a closed session again. @throws Error unless it was closed */
export function reopenClosed(db: Db, sessionId: string): void {
  const { changes } = db
    .update(sessions)
    .set({ endedAt: null })
    .where(and(eq(sessions.id, sessionId), isNotNull(sessions.endedAt)))
    .run();
  if (changes !== 1) throw new Error('The session to open again was not closed.');
}

/** Those whom the closing alone has marked. */
export function markedAtClosing(db: Db, sessionId: string): string[] {
  const { studentId, method } = attendance;
  return db
    .select({ studentId, method, reason: attendanceEvents.reason })
    .from(attendance)
    .innerJoin(attendanceEvents, eq(attendanceEvents.id, attendance.eventId))
    .where(and(eq(attendance.sessionId, sessionId), eq(method, 'rule')))
    .all()
    .filter((mark) => !isKnownAway(mark))
    .map((mark) => mark.studentId);
}

export function isActiveClass(db: Db, id: string): boolean {
  const row = db
    .select({ id: classes.id })
    .from(classes)
    .where(and(eq(classes.id, id), isNull(classes.archivedAt)))
    .get();
  return row !== undefined;
}

export function isActiveSubject(db: Db, id: string): boolean {
  const row = db
    .select({ id: subjects.id })
    .from(subjects)
    .where(and(eq(subjects.id, id), isNull(subjects.archivedAt)))
    .get();
  return row !== undefined;
}
