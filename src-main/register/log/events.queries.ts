import { and, asc, eq, gt, inArray, ne, or, sql } from 'drizzle-orm';
import type { AttendanceEvent } from '#shared/register/attendance-event.ts';
import type { ChainHead } from '#shared/register/chain-break.ts';
import type { FoldEvent } from '#shared/register/fold.ts';
import type { Db } from '../../db/database.ts';
import { accounts, attendanceEvents, eventHeads, sessionRoster } from '../../db/schema/index.ts';

/** The evidence as stored, not parsed and written anew: the hash covers its very bytes. */
const evidenceText = sql<string | null>`${attendanceEvents.evidence}`;

const columns = {
  id: attendanceEvents.id,
  deviceId: attendanceEvents.deviceId,
  seq: attendanceEvents.seq,
  kind: attendanceEvents.kind,
  sessionId: attendanceEvents.sessionId,
  studentId: attendanceEvents.studentId,
  code: attendanceEvents.code,
  method: attendanceEvents.method,
  score: attendanceEvents.score,
  evidence: evidenceText,
  policy: attendanceEvents.policy,
  capturedAt: attendanceEvents.capturedAt,
  utcOffsetMinutes: attendanceEvents.utcOffsetMinutes,
  recordedAt: attendanceEvents.recordedAt,
  actorId: attendanceEvents.actorId,
  reason: attendanceEvents.reason,
  cause: attendanceEvents.cause,
  prevHash: attendanceEvents.prevHash,
  hash: attendanceEvents.hash,
};

export interface Cell {
  sessionId: string;
  studentId: string;
}

/** All events of one student in one session, in no particular order. */
export function cellEvents(db: Db, { sessionId, studentId }: Cell): AttendanceEvent[] {
  return db
    .select(columns)
    .from(attendanceEvents)
    .where(
      and(eq(attendanceEvents.sessionId, sessionId), eq(attendanceEvents.studentId, studentId)),
    )
    .all();
}

/**
 * The events of those cells of a session whose mark was changed or taken back, in no order; of
 * students who were in the class that day.
 */
export function changedCellEvents(
  db: Db,
  sessionId: string,
  studentId?: string | undefined,
): AttendanceEvent[] {
  const changed = db
    .select({ studentId: attendanceEvents.studentId })
    .from(attendanceEvents)
    .innerJoin(
      sessionRoster,
      and(
        eq(sessionRoster.sessionId, attendanceEvents.sessionId),
        eq(sessionRoster.studentId, attendanceEvents.studentId),
        eq(sessionRoster.inClass, true),
      ),
    )
    .where(and(eq(attendanceEvents.sessionId, sessionId), ne(attendanceEvents.kind, 'mark')));
  return db
    .select(columns)
    .from(attendanceEvents)
    .where(
      and(
        eq(attendanceEvents.sessionId, sessionId),
        studentId === undefined ? undefined : eq(attendanceEvents.studentId, studentId),
        inArray(attendanceEvents.studentId, changed),
      ),
    )
    .all();
}

const foldColumns = {
  id: attendanceEvents.id,
  deviceId: attendanceEvents.deviceId,
  seq: attendanceEvents.seq,
  kind: attendanceEvents.kind,
  sessionId: attendanceEvents.sessionId,
  studentId: attendanceEvents.studentId,
  code: attendanceEvents.code,
  method: attendanceEvents.method,
  score: attendanceEvents.score,
  capturedAt: attendanceEvents.capturedAt,
  recordedAt: attendanceEvents.recordedAt,
  hash: attendanceEvents.hash,
};

function pageOfCells(db: Db, after: FoldEvent | null, limit: number): FoldEvent[] {
  const { sessionId, studentId, deviceId, seq } = attendanceEvents;
  const later = after
    ? sql`(${sessionId}, ${studentId}, ${deviceId}, ${seq}) >
        (${after.sessionId}, ${after.studentId}, ${after.deviceId}, ${after.seq})`
    : undefined;
  return db
    .select(foldColumns)
    .from(attendanceEvents)
    .where(later)
    .orderBy(asc(sessionId), asc(studentId), asc(deviceId), asc(seq))
    .limit(limit)
    .all();
}

/** The whole log by cell, then device, then `seq`, read a page at a time. */
export function* eventsByCell(db: Db, eventsAtOnce: number): Generator<FoldEvent> {
  let after: FoldEvent | null = null;
  for (;;) {
    const page: FoldEvent[] = pageOfCells(db, after, eventsAtOnce);
    yield* page;
    after = page.at(-1) ?? null;
    if (page.length < eventsAtOnce) return;
  }
}

/** Where a page of the log goes on: after this event. */
export type LogPosition = Pick<AttendanceEvent, 'deviceId' | 'seq' | 'id'>;

/** All events of these sessions, in no particular order. */
export function eventsOfSessions(db: Db, sessionIds: readonly string[]): AttendanceEvent[] {
  if (sessionIds.length === 0) return [];
  return db
    .select(columns)
    .from(attendanceEvents)
    .where(inArray(attendanceEvents.sessionId, [...sessionIds]))
    .all();
}

/** A page of the whole log by device, then `seq`; shorter than `limit` only at its end. */
export function logPage(db: Db, after: LogPosition | null, limit: number): AttendanceEvent[] {
  const { deviceId, seq, id } = attendanceEvents;
  const later = after
    ? or(
        gt(deviceId, after.deviceId),
        and(eq(deviceId, after.deviceId), gt(seq, after.seq)),
        and(eq(deviceId, after.deviceId), eq(seq, after.seq), gt(id, after.id)),
      )
    : undefined;
  return db
    .select(columns)
    .from(attendanceEvents)
    .where(later)
    .orderBy(asc(deviceId), asc(seq), asc(id))
    .limit(limit)
    .all();
}

export function insertEvent(db: Db, event: AttendanceEvent): void {
  const evidence = event.evidence === null ? null : sql`${event.evidence}`;
  db.insert(attendanceEvents)
    .values({ ...event, evidence })
    .run();
}

/** Where each device's log ends. */
export function chainHeads(db: Db): ChainHead[] {
  return db.select().from(eventHeads).orderBy(asc(eventHeads.deviceId)).all();
}

export function chainHead(db: Db, deviceId: string): ChainHead | null {
  return db.select().from(eventHeads).where(eq(eventHeads.deviceId, deviceId)).get() ?? null;
}

export function putChainHead(db: Db, head: ChainHead): void {
  db.insert(eventHeads)
    .values(head)
    .onConflictDoUpdate({ target: eventHeads.deviceId, set: { seq: head.seq, hash: head.hash } })
    .run();
}

/** What the people behind events are called. */
export function accountNames(db: Db, ids: ReadonlySet<string>): Map<string, string> {
  const rows = db
    .select({ id: accounts.id, name: accounts.displayName })
    .from(accounts)
    .where(inArray(accounts.id, [...ids]))
    .all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
