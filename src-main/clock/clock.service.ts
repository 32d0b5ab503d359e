import type { ClockChange } from '#shared/contract/clock.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import type { Caller } from '../register/caller.ts';
import { chainHead } from '../register/log/events.queries.ts';
import { requireSession } from '../register/sessions/session-rules.ts';
import { readSchool } from '../settings/settings.queries.ts';
import {
  changesTouching,
  countInDoubt,
  insertClockChange,
  lastChangeAfter,
  lastRecordedAt,
  putLastSeen,
  settleChanges,
  unsettledChanges,
} from './clock.queries.ts';

/** What is less is drift, or a time server's correction, and moves no mark to another lesson. */
export const LEAST_SHIFT_MS = 60_000;

/** Where this device's log ends. */
function logEnd(db: Db) {
  const { deviceId } = readSchool(db);
  return { deviceId, seq: chainHead(db, deviceId)?.seq ?? 0 };
}

/**
 * The last event's own time on this device; null where it has written none, or none since the clock
 * was last found changed: what came before was written by the clock as it was then.
 */
export function lastEventAt(db: Db): number | null {
  const { deviceId, seq } = logEnd(db);
  if (seq <= lastChangeAfter(db, deviceId)) return null;
  return lastRecordedAt(db, deviceId, seq);
}

export interface NewChange {
  now: number;
  shiftMs: number;
  whileClosed: boolean;
}

/** Writes a change down. One that undoes those in doubt ends their doubt, and its own. */
export function noteClockChange(db: Db, { now, shiftMs, whileClosed }: NewChange): void {
  inTransaction(db, (tx) => {
    const { deviceId, seq } = logEnd(tx);
    const open = unsettledChanges(tx);
    const id = newId();
    const change = { id, noticedAt: now, shiftMs, whileClosed, deviceId, afterSeq: seq };
    insertClockChange(tx, change);
    const sum = open.reduce((total, one) => total + one.shiftMs, shiftMs);
    const isUndone = open.length > 0 && Math.abs(sum) < LEAST_SHIFT_MS;
    if (isUndone) settleChanges(tx, { settledAt: now, untilSeq: seq, settledBy: null });
    putLastSeen(tx, now);
    const minutes = Math.round(shiftMs / 60_000);
    const detail = { minutes, whileClosed, undone: isUndone };
    recordActivity(tx, { at: now, kind: 'clockChanged', actorId: null, detail });
  });
}

/** The change of the clock that first put it in doubt; null while it is trusted. */
export function clockInDoubt(db: Db): ClockChange | null {
  return unsettledChanges(db)[0] ?? null;
}

/** Ends the doubt: whoever calls has looked at the clock. */
export function confirmClock({ db, account, platform }: Caller): ClockChange[] {
  return inTransaction(db, (tx) => {
    const now = platform.now();
    const { seq } = logEnd(tx);
    const settled = settleChanges(tx, { settledAt: now, untilSeq: seq, settledBy: account.id });
    if (settled > 0) {
      recordActivity(tx, { at: now, kind: 'clockConfirmed', actorId: account.id });
    }
    return unsettledChanges(tx);
  });
}

/** @throws DomainError NOT_FOUND, NOT_YOUR_CLASS */
export function clockOfSession(caller: Caller, sessionId: string) {
  requireSession(caller.db, caller, sessionId);
  return {
    changes: changesTouching(caller.db, [sessionId]),
    marks: countInDoubt(caller.db, [sessionId]),
  };
}
