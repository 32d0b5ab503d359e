import { and, asc, count, eq, inArray, isNull, max, type SQL, sql } from 'drizzle-orm';
import type { ClockChange } from '#shared/contract/clock.contract.ts';
import type { Db } from '../db/database.ts';
import { attendanceEvents, clockChanges, clockSeen } from '../db/schema/index.ts';

const columns = {
  id: clockChanges.id,
  noticedAt: clockChanges.noticedAt,
  shiftMs: clockChanges.shiftMs,
  whileClosed: clockChanges.whileClosed,
};

/** Events whose times a change puts in doubt. */
const inDoubt: SQL | undefined = and(
  eq(attendanceEvents.deviceId, clockChanges.deviceId),
  sql`${attendanceEvents.seq} > ${clockChanges.afterSeq}`,
  sql`${attendanceEvents.seq} <= coalesce(${clockChanges.untilSeq}, ${attendanceEvents.seq})`,
);

export function insertClockChange(db: Db, row: typeof clockChanges.$inferInsert): void {
  db.insert(clockChanges).values(row).run();
}

/** Oldest first. */
export function unsettledChanges(db: Db): ClockChange[] {
  return db
    .select(columns)
    .from(clockChanges)
    .where(isNull(clockChanges.settledAt))
    .orderBy(asc(clockChanges.noticedAt), asc(clockChanges.id))
    .all();
}

/** Ends the doubt of every change that has not ended yet. Returns how many. */
export function settleChanges(
  db: Db,
  settled: { settledAt: number; untilSeq: number; settledBy: string | null },
): number {
  return db.update(clockChanges).set(settled).where(isNull(clockChanges.settledAt)).run().changes;
}

/** The changes that put events of these sessions in doubt, oldest first. */
export function changesTouching(db: Db, sessionIds: readonly string[]): ClockChange[] {
  return db
    .selectDistinct(columns)
    .from(clockChanges)
    .innerJoin(attendanceEvents, inDoubt)
    .where(inArray(attendanceEvents.sessionId, [...sessionIds]))
    .orderBy(asc(clockChanges.noticedAt), asc(clockChanges.id))
    .all();
}

/** How many events of these sessions, of one student where one is named, are in doubt. */
export function countInDoubt(db: Db, sessionIds: readonly string[], studentId?: string): number {
  const row = db
    .select({ events: count(sql`DISTINCT ${attendanceEvents.id}`) })
    .from(clockChanges)
    .innerJoin(attendanceEvents, inDoubt)
    .where(
      and(
        inArray(attendanceEvents.sessionId, [...sessionIds]),
        studentId === undefined ? undefined : eq(attendanceEvents.studentId, studentId),
      ),
    )
    .get();
  return row?.events ?? 0;
}

/** Which events of a cell are in doubt. */
export function eventsInDoubt(
  db: Db,
  { sessionId, studentId }: { sessionId: string; studentId: string },
): ReadonlySet<string> {
  const rows = db
    .selectDistinct({ id: attendanceEvents.id })
    .from(clockChanges)
    .innerJoin(attendanceEvents, inDoubt)
    .where(
      and(eq(attendanceEvents.sessionId, sessionId), eq(attendanceEvents.studentId, studentId)),
    )
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** Where a device's log ended when its clock was last found changed; 0: it never was. */
export function lastChangeAfter(db: Db, deviceId: string): number {
  const row = db
    .select({ seq: max(clockChanges.afterSeq) })
    .from(clockChanges)
    .where(eq(clockChanges.deviceId, deviceId))
    .get();
  return row?.seq ?? 0;
}

export function lastSeen(db: Db): number | null {
  return db.select({ at: clockSeen.at }).from(clockSeen).get()?.at ?? null;
}

export function putLastSeen(db: Db, at: number): void {
  db.insert(clockSeen)
    .values({ id: 1, at })
    .onConflictDoUpdate({ target: clockSeen.id, set: { at } })
    .run();
}

/** When the last event of a device was written, by its own clock; null: there is none. */
export function lastRecordedAt(db: Db, deviceId: string, seq: number): number | null {
  const row = db
    .select({ at: attendanceEvents.recordedAt })
    .from(attendanceEvents)
    .where(and(eq(attendanceEvents.deviceId, deviceId), eq(attendanceEvents.seq, seq)))
    .get();
  return row?.at ?? null;
}
