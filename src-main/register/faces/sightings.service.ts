import type { Activity } from '#shared/contract/activity.contract.ts';
import type { RosterEntry } from '#shared/contract/register.contract.ts';
import type { StatusInForce } from '#shared/register/fold.ts';
import { arrivalStatus } from '#shared/register/late-rule.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import type { Db } from '../../db/database.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../log/events.queries.ts';
import { markByHand } from '../marks/marking.service.ts';
import { readEntry } from '../roster/roster.service.ts';
import { requireOpenSession } from '../sessions/session-rules.ts';
import { activeStatuses } from '../statuses.queries.ts';
import { isMarkedAway } from './seen-at.ts';
import { memoryOf } from './session-memory.ts';

/** Whether the mark says that a student is away whom it is news to have seen now. */
export function contradicts(db: Db, mark: StatusInForce | null, at: number): boolean {
  if (mark === null || !isMarkedAway(db, mark)) return false;
  const { sessionId, studentId, capturedAt } = mark;
  return memoryOf(db, sessionId).sightings.isNews(studentId, at, capturedAt);
}

/**
 * The mark stands, since somebody has made it; the feed tells that the student was seen. Call it in
 * a transaction, and `showSeen` once that has committed.
 */
export function noteSeen(
  tx: Db,
  { account, platform }: Caller,
  { sessionId, studentId, code }: StatusInForce,
): Activity {
  return recordActivity(tx, {
    at: platform.now(),
    kind: 'seenThoughAway',
    actorId: account.id,
    sessionId,
    studentId,
    detail: { code },
  });
}

/** Flags a student whom the camera saw at this instant. Returns the entry as it now is. */
export function showSeen(
  caller: Caller,
  { sessionId, studentId }: Cell,
  { at, activity }: { at: number; activity: Activity },
): RosterEntry {
  memoryOf(caller.db, sessionId).sightings.add(studentId, at);
  const entry = readEntry(caller.db, { sessionId, studentId });
  caller.live.publish(sessionId, { kind: 'entry', entry });
  caller.live.publish(sessionId, { kind: 'activity', activity });
  return entry;
}

/**
 * Marks a student who was seen though marked away as the late rule says of that instant: somebody
 * has confirmed it. Where nothing is to be confirmed any more, nothing happens.
 * @throws DomainError NOT_FOUND, NOT_OWN_REGISTER, SESSION_ENDED or NOT_ON_ROSTER
 */
export function markSeen(caller: Caller, cell: Cell): RosterEntry {
  const { db } = caller;
  const session = requireOpenSession(db, caller, cell.sessionId);
  const entry = readEntry(db, cell);
  if (entry.seenAt === null) return entry;
  const { code } = arrivalStatus(entry.seenAt, session, activeStatuses(db));
  return markByHand(caller, { ...cell, code, capturedAt: entry.seenAt });
}
