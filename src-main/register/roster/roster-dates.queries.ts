import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/database.ts';
import { sessionRoster, sessions } from '../../db/schema/index.ts';
import type { Cell } from '../log/events.queries.ts';
import { localDayOfSession } from '../sessions/sessions.queries.ts';

/** A student on the roster of a session, and the day and class of that. */
export interface RosterDay extends Cell {
  classId: string;
  day: string;
  discarded: boolean;
}

export function rosterDaysOf(db: Db, studentId: string): RosterDay[] {
  return db
    .select({
      sessionId: sessions.id,
      studentId: sessionRoster.studentId,
      classId: sessions.classId,
      day: localDayOfSession,
      discarded: sql`${sessions.discardedAt} IS NOT NULL`.mapWith(Boolean),
    })
    .from(sessionRoster)
    .innerJoin(sessions, eq(sessions.id, sessionRoster.sessionId))
    .where(eq(sessionRoster.studentId, studentId))
    .all();
}

export function putInClass(db: Db, { sessionId, studentId }: Cell, inClass: boolean): void {
  db.update(sessionRoster)
    .set({ inClass })
    .where(and(eq(sessionRoster.sessionId, sessionId), eq(sessionRoster.studentId, studentId)))
    .run();
}
