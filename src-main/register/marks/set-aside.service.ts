import { foldCell, inOrder, type StatusInForce } from '#shared/register/fold.ts';
import type { Db } from '../../db/database.ts';
import type { Caller } from '../caller.ts';
import { findStatus } from '../log/attendance.queries.ts';
import { appendEvent, type NewEvent } from '../log/event-log.ts';
import { type Cell, cellEvents } from '../log/events.queries.ts';
import { isSetAside } from '../log/is-set-aside.ts';

type By = Pick<Caller, 'account' | 'platform'>;

function nowOf({ account, platform }: By) {
  const now = platform.now();
  return {
    capturedAt: now,
    utcOffsetMinutes: platform.utcOffsetMinutes(now),
    recordedAt: now,
    actorId: account.id,
  } satisfies Partial<NewEvent>;
}

/**
 * Takes the mark in force of a cell out of count: a `void` event, with the reason. The events
 * before it stay. Where nothing is in force, nothing happens. Says whether there was a mark.
 */
export function setAside(tx: Db, by: By, cell: Cell, reason: string): boolean {
  if (!findStatus(tx, cell)) return false;
  const none = { code: null, score: null, evidence: null, policy: null };
  const event = { ...cell, ...none, ...nowOf(by), reason };
  appendEvent(tx, { ...event, kind: 'void', method: 'manual', cause: 'setAside' });
  return true;
}

/** The mark that was set aside last, and the event that made it; null where none is. */
function lastSetAside(tx: Db, cell: Cell) {
  const events = inOrder(cellEvents(tx, cell));
  const last = events.at(-1);
  if (!last || !isSetAside(last)) return null;
  const status = foldCell(events.slice(0, -1));
  const origin = events.find(({ id }) => id === status?.eventId);
  return status && origin ? { status, origin } : null;
}

/** The status of a cell, also where it is set aside; null where nobody has said how it stands. */
export function statusOrSetAside(tx: Db, cell: Cell): StatusInForce | null {
  return findStatus(tx, cell) ?? lastSetAside(tx, cell)?.status ?? null;
}

/**
 * Undoes `setAside`: a `mark` event says again what was in force before, as it was made then and
 * with the reason it had. A mark that somebody took back by hand stays taken back. Says whether
 * there was one to restore.
 */
export function bringBack(tx: Db, by: By, cell: Cell): boolean {
  const found = lastSetAside(tx, cell);
  if (!found) return false;
  const { code, method, score, capturedAt } = found.status;
  const { evidence, policy, utcOffsetMinutes, reason } = found.origin;
  const before = { code, method, score, evidence, policy, capturedAt, utcOffsetMinutes, reason };
  appendEvent(tx, { ...cell, ...nowOf(by), ...before, kind: 'mark' });
  return true;
}
