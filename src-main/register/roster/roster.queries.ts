import { and, asc, eq, exists, isNull, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { RosterEntry } from '#shared/contract/register.contract.ts';
import type { Db } from '../../db/database.ts';
import {
  attendance,
  attendanceEvents,
  consents,
  sessionRoster,
  students,
  templates,
} from '../../db/schema/index.ts';
import type { Cell } from '../log/events.queries.ts';

/** A condition: this column's student has a consent in force. */
export function consentInForce(db: Db, studentId: AnySQLiteColumn) {
  return exists(
    db
      .select({ one: sql`1` })
      .from(consents)
      .where(and(eq(consents.studentId, studentId), isNull(consents.withdrawnAt))),
  );
}

function templateOf(db: Db, modelId: string) {
  return exists(
    db
      .select({ one: sql`1` })
      .from(templates)
      .where(and(eq(templates.studentId, sessionRoster.studentId), eq(templates.modelId, modelId))),
  );
}

/** A roster entry as the database knows it; the rest is known to the session's memory. */
export type StoredEntry = Omit<RosterEntry, 'unsure' | 'seenAt'>;

type Mark = NonNullable<StoredEntry['mark']>;

/** The mark of a row; null where the joins have found none. */
function asMark({ code, method, at, eventId, ...rest }: { [K in keyof Mark]: Mark[K] | null }) {
  const isMissing = code === null || method === null || at === null || eventId === null;
  return isMissing ? null : { code, method, at, eventId, ...rest };
}

function selectEntries(db: Db, modelId: string, where: SQL | undefined): StoredEntry[] {
  const matchable = sql<number>`(${consentInForce(db, sessionRoster.studentId)} AND ${templateOf(db, modelId)})`;
  const rows = db
    .select({
      studentId: students.id,
      studentNumber: students.studentNumber,
      fullName: students.fullName,
      matchable,
      mark: {
        code: attendance.code,
        method: attendance.method,
        at: attendance.at,
        score: attendance.score,
        reason: attendanceEvents.reason,
        eventId: attendance.eventId,
      },
    })
    .from(sessionRoster)
    .innerJoin(students, eq(students.id, sessionRoster.studentId))
    .leftJoin(
      attendance,
      and(
        eq(attendance.sessionId, sessionRoster.sessionId),
        eq(attendance.studentId, sessionRoster.studentId),
      ),
    )
    .leftJoin(attendanceEvents, eq(attendanceEvents.id, attendance.eventId))
    .where(and(where, eq(sessionRoster.inClass, true)))
    .orderBy(asc(sql`${students.fullName} COLLATE NOCASE`), asc(students.studentNumber))
    .all();
  return rows.map(({ mark, ...row }) => ({
    ...row,
    matchable: row.matchable === 1,
    mark: asMark(mark),
  }));
}

/**
 * Everyone on the roster who was in the class that day, by name. `modelId` is the model that a
 * face must be enrolled with.
 */
export function rosterEntries(db: Db, sessionId: string, modelId: string): StoredEntry[] {
  return selectEntries(db, modelId, eq(sessionRoster.sessionId, sessionId));
}

/** Null when the student is not on the roster. */
export function rosterEntry(db: Db, cell: Cell, modelId: string): StoredEntry | null {
  const { sessionId, studentId } = cell;
  const ofCell = and(
    eq(sessionRoster.sessionId, sessionId),
    eq(sessionRoster.studentId, studentId),
  );
  return selectEntries(db, modelId, ofCell)[0] ?? null;
}

export function isOnRoster(db: Db, { sessionId, studentId }: Cell): boolean {
  const row = db
    .select({ studentId: sessionRoster.studentId })
    .from(sessionRoster)
    .where(
      and(
        eq(sessionRoster.sessionId, sessionId),
        eq(sessionRoster.studentId, studentId),
        eq(sessionRoster.inClass, true),
      ),
    )
    .get();
  return row !== undefined;
}

/** Those on the roster who were in the class that day. */
export function rosterStudents(db: Db, sessionId: string): string[] {
  return db
    .select({ studentId: sessionRoster.studentId })
    .from(sessionRoster)
    .where(and(eq(sessionRoster.sessionId, sessionId), eq(sessionRoster.inClass, true)))
    .orderBy(asc(sessionRoster.studentId))
    .all()
    .map(({ studentId }) => studentId);
}

/** Those on the roster who were not in the class that day, by name. */
export function notInClass(db: Db, sessionId: string) {
  return db
    .select({
      studentId: students.id,
      studentNumber: students.studentNumber,
      fullName: students.fullName,
    })
    .from(sessionRoster)
    .innerJoin(students, eq(students.id, sessionRoster.studentId))
    .where(and(eq(sessionRoster.sessionId, sessionId), eq(sessionRoster.inClass, false)))
    .orderBy(asc(sql`${students.fullName} COLLATE NOCASE`), asc(students.studentNumber))
    .all();
}

/** Those on the roster whom nobody has marked. */
export function unmarkedStudents(db: Db, sessionId: string): string[] {
  const rows = db
    .select({ studentId: sessionRoster.studentId })
    .from(sessionRoster)
    .leftJoin(
      attendance,
      and(
        eq(attendance.sessionId, sessionRoster.sessionId),
        eq(attendance.studentId, sessionRoster.studentId),
      ),
    )
    .where(
      and(
        eq(sessionRoster.sessionId, sessionId),
        eq(sessionRoster.inClass, true),
        isNull(attendance.studentId),
      ),
    )
    .orderBy(asc(sessionRoster.studentId))
    .all();
  return rows.map(({ studentId }) => studentId);
}

/** Everyone at the school who has templates of a model, whose consent is in force and who has not left. */
export function enrolledAtSchool(db: Db, modelId: string): string[] {
  return db
    .selectDistinct({ studentId: templates.studentId })
    .from(templates)
    .innerJoin(students, eq(students.id, templates.studentId))
    .where(
      and(
        eq(templates.modelId, modelId),
        isNull(students.archivedAt),
        consentInForce(db, templates.studentId),
      ),
    )
    .orderBy(asc(templates.studentId))
    .all()
    .map(({ studentId }) => studentId);
}

/** Everyone on the roster who has templates of a model and whose consent is in force. */
export function enrolledOnRoster(db: Db, sessionId: string, modelId: string): string[] {
  return db
    .selectDistinct({ studentId: templates.studentId })
    .from(sessionRoster)
    .innerJoin(templates, eq(templates.studentId, sessionRoster.studentId))
    .where(
      and(
        eq(sessionRoster.sessionId, sessionId),
        eq(sessionRoster.inClass, true),
        eq(templates.modelId, modelId),
        consentInForce(db, sessionRoster.studentId),
      ),
    )
    .orderBy(asc(templates.studentId))
    .all()
    .map(({ studentId }) => studentId);
}

export function hasConsent(db: Db, studentId: string): boolean {
  const row = db
    .select({ id: consents.id })
    .from(consents)
    .where(and(eq(consents.studentId, studentId), isNull(consents.withdrawnAt)))
    .get();
  return row !== undefined;
}
