import type Database from 'better-sqlite3';
import { and, asc, count, eq, lte } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { AttendanceEvent } from '#shared/register/attendance-event.ts';
import type { ChainHead } from '#shared/register/chain-break.ts';
import { ChainWalk } from '#shared/register/verify-chain.ts';
import type { Db } from '../db/database.ts';
import { openEncryptedFile } from '../db/encrypted-file.ts';
import { attendanceEvents } from '../db/schema/index.ts';
import { sha256 } from '../register/log/event-log.ts';
import { chainHeads, type LogPosition, logPage } from '../register/log/events.queries.ts';
import { markOfDiscarded } from '../register/sessions/discard.queries.ts';
import type { CheckOutcome, CheckTask } from './check-message.ts';

const PAGE = 2_000;
const { deviceId, seq } = attendanceEvents;

function devicesIn(db: Db): string[] {
  return db
    .selectDistinct({ deviceId })
    .from(attendanceEvents)
    .orderBy(asc(deviceId))
    .all()
    .map((row) => row.deviceId);
}

/** The event at a place; undefined where there is none. */
function eventAt(db: Db, head: ChainHead): AttendanceEvent | undefined {
  const before = { deviceId: head.deviceId, seq: head.seq - 1, id: '\u{10ffff}' };
  const [event] = logPage(db, before, 1);
  const isThere = event?.deviceId === head.deviceId && event.seq === head.seq;
  return isThere ? event : undefined;
}

/** The events at the places known to be intact; null where the log does not fit them any more. */
function endsVerified(db: Db, verified: readonly ChainHead[]): AttendanceEvent[] | null {
  const ends: AttendanceEvent[] = [];
  for (const head of verified) {
    const end = eventAt(db, head);
    const upTo = and(eq(deviceId, head.deviceId), lte(seq, head.seq));
    const before = db.select({ events: count() }).from(attendanceEvents).where(upTo).get();
    if (end?.hash !== head.hash || before?.events !== head.seq) return null;
    ends.push(end);
  }
  return ends;
}

function* eventsAfter(db: Db, ends: readonly AttendanceEvent[]): Generator<AttendanceEvent> {
  const known = new Map(ends.map((end) => [end.deviceId, end]));
  for (const device of devicesIn(db)) {
    let after: LogPosition = known.get(device) ?? { deviceId: device, seq: 0, id: '' };
    for (;;) {
      const page = logPage(db, after, PAGE).filter((event) => event.deviceId === device);
      yield* page;
      if (page.length < PAGE) break;
      after = page.at(-1) ?? after;
    }
  }
}

function walk(db: Db, ends: readonly AttendanceEvent[]) {
  const steps = new ChainWalk(sha256, ends);
  const heads = chainHeads(db);
  for (const event of eventsAfter(db, ends)) {
    if (!steps.take(event)) return steps.name(event, () => eventsAfter(db, []), heads);
  }
  const verdict = steps.finish(heads);
  const discarded = verdict.kind === 'intact' ? markOfDiscarded(db) : undefined;
  if (!discarded) return verdict;
  const { events } = verdict;
  return { kind: 'broken' as const, events, at: { ...discarded, problem: 'discarded' as const } };
}

/** The first place where the log is not what a witness remembers. */
function contradiction(db: Db, { witnesses, cuts }: CheckTask): CheckOutcome['broken'] {
  for (const { by, at, heads } of witnesses) {
    for (const head of heads) {
      if (head.seq > (cuts[head.deviceId] ?? Number.POSITIVE_INFINITY)) continue;
      const event = eventAt(db, head);
      if (event?.hash === head.hash) continue;
      const problem = event ? 'rewritten' : 'removed';
      const place = { deviceId: head.deviceId, seq: head.seq, eventId: event?.id ?? '' };
      return { ...place, problem, witness: { by, at } };
    }
  }
  return null;
}

/** What SQLite finds damaged in the file; null: nothing. */
function damageIn(sqlite: Database.Database): CheckOutcome['broken'] {
  if (sqlite.pragma('quick_check(1)', { simple: true }) === 'ok') return null;
  return { deviceId: '', seq: 0, eventId: '', problem: 'damaged', witness: null };
}

function checkIn(db: Db, task: CheckTask): CheckOutcome {
  const ends = task.verified === null ? null : endsVerified(db, task.verified);
  const verdict = walk(db, ends ?? []);
  const broken =
    verdict.kind === 'broken' ? { ...verdict.at, witness: null } : contradiction(db, task);
  const events = db.select({ events: count() }).from(attendanceEvents).get()?.events ?? 0;
  return { isFull: ends === null, events, heads: chainHeads(db), broken };
}

/**
 * Walks the hash chains of a register, all in one read transaction of a connection of its own, and
 * holds them against what witnesses remember; with a full walk, SQLite looks for damage in the file.
 * @throws SqliteError
 */
export function runCheckTask(task: CheckTask): CheckOutcome {
  const sqlite = openEncryptedFile(task.database, Buffer.from(task.key), { create: false });
  try {
    const db = drizzle(sqlite);
    const outcome = db.transaction((tx) => checkIn(tx, task), { behavior: 'deferred' });
    if (!outcome.isFull || outcome.broken !== null) return outcome;
    return { ...outcome, broken: damageIn(sqlite) };
  } finally {
    sqlite.close();
  }
}
