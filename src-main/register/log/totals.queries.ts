import { sql } from 'drizzle-orm';
import type { Db } from '../../db/database.ts';
import { attendance, sessionCodeTotals, sessions, sessionTotals } from '../../db/schema/index.ts';

export interface Totals {
  sessions: (typeof sessionTotals.$inferSelect)[];
  codes: (typeof sessionCodeTotals.$inferSelect)[];
}

const onRoster = sql<number>`(
  SELECT count(*) FROM session_roster r
  WHERE r.session_id = sessions.id AND r.in_class = 1)`;

const corrected = sql<number>`(
  SELECT count(DISTINCT c.student_id) FROM corrections c
  WHERE c.session_id = sessions.id AND c.recorded_at >= sessions.ended_at)`;

function counted(db: Db) {
  const { sessionId, code } = attendance;
  return {
    sessions: db
      .select({
        sessionId: sql<string>`${sessions.id}`.as('session_id'),
        onRoster: onRoster.as('on_roster'),
        corrected: corrected.as('corrected'),
      })
      .from(sessions),
    codes: db
      .select({ sessionId, code, students: sql<number>`count(*)`.as('students') })
      .from(attendance)
      .groupBy(sessionId, code),
  };
}

/** What every session came to, counted cell by cell. */
export function countTotals(db: Db): Totals {
  const { sessions: bySession, codes } = counted(db);
  return { sessions: bySession.all(), codes: codes.all() };
}

/** What every session came to, as kept; codes that nobody has any more are left out. */
export function keptTotals(db: Db): Totals {
  return {
    sessions: db.select().from(sessionTotals).all(),
    codes: db.select().from(sessionCodeTotals).where(sql`${sessionCodeTotals.students} > 0`).all(),
  };
}

/** Counts every session anew. */
export function rebuildTotals(db: Db): void {
  db.delete(sessionTotals).run();
  db.delete(sessionCodeTotals).run();
  const { sessions: bySession, codes } = counted(db);
  db.insert(sessionTotals).select(bySession).run();
  db.insert(sessionCodeTotals).select(codes).run();
}
