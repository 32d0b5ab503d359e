import { and, inArray, max, ne, sql } from 'drizzle-orm';
import type { AttendanceEvent } from '#shared/register/attendance-event.ts';
import { chained, GENESIS_HASH } from '#shared/register/event-hash.ts';
import { cellKey, foldRegister } from '#shared/register/fold.ts';
import type { Db } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import { attendance, attendanceEvents } from '../../db/schema/index.ts';
import { readSchool } from '../../settings/settings.queries.ts';
import { insertStatuses } from './attendance.queries.ts';
import { type NewEvent, sha256 } from './event-log.ts';
import { type Cell, chainHead, eventsOfSessions, putChainHead } from './events.queries.ts';

/** Ids that one statement names. */
const SESSIONS_AT_ONCE = 500;

/** When another device last wrote of each cell of these sessions, by `cellKey`. */
function othersLast(
  tx: Db,
  sessionIds: readonly string[],
  deviceId: string,
): ReadonlyMap<string, number> {
  const { sessionId, studentId, recordedAt } = attendanceEvents;
  const rows = tx
    .select({ sessionId, studentId, at: max(recordedAt) })
    .from(attendanceEvents)
    .where(and(inArray(sessionId, [...sessionIds]), ne(attendanceEvents.deviceId, deviceId)))
    .groupBy(sessionId, studentId)
    .all();
  return new Map(rows.map(({ at, ...cell }) => [cellKey(cell), at ?? 0]));
}

/** A value as it is given, not as its column would write it: the hash covers the very bytes. */
const given = (name: keyof AttendanceEvent) => sql`${sql.placeholder(name)}`;

/** One statement, prepared once: an INSERT of many rows takes longer to build than to run. */
function insertEvents(tx: Db, events: readonly AttendanceEvent[]): void {
  const insert = tx
    .insert(attendanceEvents)
    .values({
      id: given('id'),
      deviceId: given('deviceId'),
      seq: given('seq'),
      kind: given('kind'),
      sessionId: given('sessionId'),
      studentId: given('studentId'),
      code: given('code'),
      method: given('method'),
      score: given('score'),
      evidence: given('evidence'),
      policy: given('policy'),
      capturedAt: given('capturedAt'),
      utcOffsetMinutes: given('utcOffsetMinutes'),
      recordedAt: given('recordedAt'),
      actorId: given('actorId'),
      reason: given('reason'),
      cause: given('cause'),
      prevHash: given('prevHash'),
      hash: given('hash'),
    })
    .prepare();
  for (const event of events) insert.run({ ...event });
}

/** Folds these cells anew: what is in force of them is taken out and what the fold says put in. */
function projectCells(tx: Db, sessionIds: readonly string[], cells: readonly Cell[]): void {
  const wanted = new Set(cells.map(cellKey));
  const { sessionId, studentId } = attendance;
  const before = tx
    .select({ sessionId, studentId })
    .from(attendance)
    .where(inArray(sessionId, [...sessionIds]))
    .all()
    .filter((cell) => wanted.has(cellKey(cell)));
  for (const [session, rows] of Map.groupBy(before, (cell) => cell.sessionId)) {
    const students = rows.map((cell) => cell.studentId);
    tx.delete(attendance)
      .where(and(inArray(sessionId, [session]), inArray(studentId, students)))
      .run();
  }
  const events = eventsOfSessions(tx, sessionIds).filter((event) => wanted.has(cellKey(event)));
  insertStatuses(tx, [...foldRegister(events).values()]);
}

/**
 * Appends many events at the end of this device's chain, in their order, and brings the projection
 * of their cells up to date: what `appendEvent` does to each, in a few statements. Call it inside
 * the transaction of their cause. Returns the events as written.
 */
export function appendEvents(tx: Db, events: readonly NewEvent[]): AttendanceEvent[] {
  const { deviceId } = readSchool(tx);
  const bySession = Map.groupBy(events, ({ sessionId }) => sessionId);
  const ids = [...bySession.keys()];
  const others = new Map<string, number>();
  const parts = Array.from({ length: Math.ceil(ids.length / SESSIONS_AT_ONCE) }, (_, part) =>
    ids.slice(part * SESSIONS_AT_ONCE, (part + 1) * SESSIONS_AT_ONCE),
  );
  for (const part of parts) {
    for (const [cell, at] of othersLast(tx, part, deviceId)) others.set(cell, at);
  }
  const head = chainHead(tx, deviceId);
  let [seq, hash] = [head?.seq ?? 0, head?.hash ?? GENESIS_HASH];
  const written = events.map((event) => {
    // As of one event: another device may have had a fast clock and must not win over this.
    const recordedAt = Math.max(event.recordedAt, (others.get(cellKey(event)) ?? -1) + 1);
    seq += 1;
    const cause = event.cause ?? 'ordinary';
    const next = chained({ ...event, cause, recordedAt, id: newId(), deviceId, seq }, hash, sha256);
    hash = next.hash;
    return next;
  });
  insertEvents(tx, written);
  const last = written.at(-1);
  if (last) putChainHead(tx, last);
  for (const part of parts) {
    projectCells(
      tx,
      part,
      part.flatMap((id) => bySession.get(id) ?? []),
    );
  }
  return written;
}
