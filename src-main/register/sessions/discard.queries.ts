import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/database.ts';
import { attendance, attendanceEvents, sessions } from '../../db/schema/index.ts';

/** Marks the session as discarded; one that was open ends at the same instant. */
export function putDiscarded(
  db: Db,
  sessionId: string,
  { at, by, reason }: { at: number; by: string; reason: string },
): void {
  db.update(sessions)
    .set({
      discardedAt: at,
      discardedBy: by,
      discardReason: reason,
      endedAt: sql`coalesce(${sessions.endedAt}, ${at})`,
    })
    .where(eq(sessions.id, sessionId))
    .run();
}

export function putReinstated(
  db: Db,
  sessionId: string,
  { reopened }: { reopened: boolean },
): void {
  db.update(sessions)
    .set({
      discardedAt: null,
      discardedBy: null,
      discardReason: null,
      ...(reopened ? { endedAt: null } : {}),
    })
    .where(eq(sessions.id, sessionId))
    .run();
}

/** The account that discarded a session; null where nobody did. */
export function discarderOf(db: Db, sessionId: string): string | null {
  const row = db
    .select({ by: sessions.discardedBy })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
    .get();
  return row?.by ?? null;
}

/** A mark that is in force although its session was discarded: none, unless somebody meddled. */
export function markOfDiscarded(db: Db) {
  return db
    .select({
      deviceId: attendanceEvents.deviceId,
      seq: attendanceEvents.seq,
      eventId: attendanceEvents.id,
    })
    .from(attendance)
    .innerJoin(sessions, eq(sessions.id, attendance.sessionId))
    .innerJoin(attendanceEvents, eq(attendanceEvents.id, attendance.eventId))
    .where(sql`${sessions.discardedAt} IS NOT NULL`)
    .get();
}
