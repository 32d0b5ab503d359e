import type { ActivityKind } from '#shared/contract/activity.contract.ts';
import type { RosterEntry } from '#shared/contract/register.contract.ts';
import type { EventKind } from '#shared/register/attendance-event.ts';
import type { StatusInForce } from '#shared/register/fold.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import type { Caller } from '../caller.ts';
import type { Settling } from '../faces/doubts.ts';
import { findStatus } from '../log/attendance.queries.ts';
import type { Cell } from '../log/events.queries.ts';
import { appendByHand } from '../log/hand-event.ts';
import { isOnRoster } from '../roster/roster.queries.ts';
import { publishChange } from '../sessions/publish-change.ts';
import { requireChangeable } from '../sessions/session-rules.ts';
import type { SessionRecord } from '../sessions/sessions.queries.ts';
import { activeStatuses } from '../statuses.queries.ts';

/** A change by hand. `code` null takes the mark back. */
interface Change extends Cell {
  code: string | null;
  reason?: string | undefined;
  /** When the student was seen; now, unless it is known from before. */
  capturedAt?: number;
}

/** @throws DomainError INVALID for a code not in use */
export function requireActiveCode(db: Db, code: string): void {
  if (activeStatuses(db).some((status) => status.code === code)) return;
  throw new DomainError('INVALID', { field: 'code', why: 'noSuchStatus' });
}

/** What kind of event makes the change; null: nothing is to be changed. */
function eventKind(
  change: Change,
  inForce: StatusInForce | null,
  session: SessionRecord,
): EventKind | null {
  if (change.code === (inForce?.code ?? null)) return null;
  if (change.code === null) return 'void';
  return inForce === null && session.endedAt === null ? 'mark' : 'amend';
}

function activityKind(change: Change, session: SessionRecord): ActivityKind {
  if (session.endedAt !== null) return 'corrected';
  return change.code === null ? 'unmarked' : 'marked';
}

function write(tx: Db, caller: Caller, change: Change) {
  const { account, platform } = caller;
  const { sessionId, studentId, code } = change;
  const session = requireChangeable(tx, caller, sessionId);
  if (!isOnRoster(tx, change)) throw new DomainError('NOT_ON_ROSTER');
  if (code !== null) requireActiveCode(tx, code);
  if (session.endedAt !== null && change.reason === undefined) {
    throw new DomainError('REASON_REQUIRED');
  }
  const inForce = findStatus(tx, change);
  const kind = eventKind(change, inForce, session);
  if (kind === null) return null;
  const now = platform.now();
  const { reason = null, capturedAt = now } = change;
  appendByHand(tx, caller, { kind, sessionId, studentId, code, reason, capturedAt });
  return recordActivity(tx, {
    at: now,
    kind: activityKind(change, session),
    actorId: account.id,
    sessionId,
    studentId,
    detail: {
      code,
      from: inForce?.code ?? null,
      method: 'manual',
      ...(change.reason === undefined ? {} : { reason: change.reason }),
    },
  });
}

/** What a mark by hand says about a face in doubt. */
export function settlingOf(db: Db, code: string | null): Settling {
  const status = activeStatuses(db).find((one) => one.code === code);
  return { kind: status?.meaning === 'present' ? 'answered' : 'away' };
}

function changeByHand(caller: Caller, change: Change): RosterEntry {
  const activity = inTransaction(caller.db, (tx) => write(tx, caller, change));
  const settling = settlingOf(caller.db, change.code);
  return publishChange(caller, change, { activity, settling });
}

/**
 * Marks a student by hand, or changes the mark there is: an `amend` event, the one before stays.
 * The code already in force changes nothing. A reason is needed once the session has ended.
 * @throws DomainError NOT_FOUND, NOT_OWN_REGISTER, CORRECTION_OVER, NOT_ON_ROSTER, REASON_REQUIRED,
 *   or INVALID for a code not in use
 */
export function markByHand(
  caller: Caller,
  change: Cell & { code: string; reason?: string | undefined; capturedAt?: number },
): RosterEntry {
  return changeByHand(caller, change);
}

/**
 * Takes a mark back with a `void` event; where there is none, nothing happens.
 * @throws DomainError NOT_FOUND, NOT_OWN_REGISTER, CORRECTION_OVER, NOT_ON_ROSTER, REASON_REQUIRED
 */
export function unmark(
  caller: Caller,
  change: Cell & { reason?: string | undefined },
): RosterEntry {
  return changeByHand(caller, { ...change, code: null });
}
