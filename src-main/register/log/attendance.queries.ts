import { and, eq, ne, sql } from 'drizzle-orm';
import type { StatusInForce } from '#shared/register/fold.ts';
import type { Db } from '../../db/database.ts';
import { attendance, attendanceEvents } from '../../db/schema/index.ts';
import type { Cell } from './events.queries.ts';

function ofCell({ sessionId, studentId }: Cell) {
  return and(eq(attendance.sessionId, sessionId), eq(attendance.studentId, studentId));
}

export function findStatus(db: Db, cell: Cell): StatusInForce | null {
  const row = db.select().from(attendance).where(ofCell(cell)).get();
  if (!row) return null;
  const { at, ...status } = row;
  return { ...status, capturedAt: at };
}

/** Sets the projection of one cell to what the fold says; null: nothing is in force. */
export function putStatus(db: Db, cell: Cell, status: StatusInForce | null): void {
  if (!status) {
    db.delete(attendance).where(ofCell(cell)).run();
    return;
  }
  const { capturedAt, ...columns } = status;
  const row = { ...columns, at: capturedAt };
  db.insert(attendance)
    .values(row)
    .onConflictDoUpdate({ target: [attendance.sessionId, attendance.studentId], set: row })
    .run();
}

export function deleteAllStatuses(db: Db): void {
  db.delete(attendance).run();
}

/** Fills the projection with statuses in force of cells that have none yet. */
export function insertStatuses(db: Db, statuses: readonly StatusInForce[]): void {
  const insert = db
    .insert(attendance)
    .values({
      sessionId: sql.placeholder('sessionId'),
      studentId: sql.placeholder('studentId'),
      code: sql.placeholder('code'),
      method: sql.placeholder('method'),
      score: sql.placeholder('score'),
      eventId: sql.placeholder('eventId'),
      at: sql.placeholder('capturedAt'),
    })
    .prepare();
  for (const status of statuses) insert.run({ ...status });
}

/** When somebody or a face last changed this cell, by the clock that wrote it; null: never. */
export function lastEventAt(db: Db, { sessionId, studentId }: Cell): number | null {
  const row = db
    .select({ at: sql<number | null>`max(${attendanceEvents.recordedAt})` })
    .from(attendanceEvents)
    .where(
      and(
        eq(attendanceEvents.sessionId, sessionId),
        eq(attendanceEvents.studentId, studentId),
        ne(attendanceEvents.method, 'rule'),
      ),
    )
    .get();
  return row?.at ?? null;
}
