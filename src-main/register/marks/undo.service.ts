import type { RosterEntry } from '#shared/contract/register.contract.ts';
import type { SetBack } from '#shared/contract/undo-marks.ts';
import { APP_REASONS } from '#shared/register/app-reasons.ts';
import { inOrder } from '#shared/register/fold.ts';
import { isSettled } from '#shared/register/is-settled.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import type { Caller } from '../caller.ts';
import { findStatus } from '../log/attendance.queries.ts';
import { type Cell, cellEvents } from '../log/events.queries.ts';
import { appendByHand } from '../log/hand-event.ts';
import { markByRule } from '../log/rule-mark.ts';
import { isOnRoster } from '../roster/roster.queries.ts';
import { readEntry } from '../roster/roster.service.ts';
import { publishEntries } from '../sessions/publish-change.ts';
import { requireOpenSession } from '../sessions/session-rules.ts';

/** Puts a mark of before in force again, with the time it had; false where there was none. */
export function bringBack(tx: Db, caller: Caller, cell: Cell, code: string): boolean {
  const before = inOrder(cellEvents(tx, cell)).findLast((event) => event.code === code);
  if (!before) return false;
  const inForce = findStatus(tx, cell);
  const { capturedAt, method, reason } = before;
  if (method !== 'rule') {
    const kind = inForce === null ? 'mark' : 'amend';
    appendByHand(tx, caller, { ...cell, kind, code, reason: APP_REASONS.undone, capturedAt });
    return true;
  }
  // What the app itself had said yields to a face; said by hand, it would not.
  if (isSettled(inForce)) {
    appendByHand(tx, caller, { ...cell, kind: 'void', code: null, reason: APP_REASONS.undone });
  }
  markByRule(tx, caller, { ...cell, code, at: capturedAt, reason });
  return true;
}

/** False where the mark is no longer what it is to be set back from, or the student has left. */
function setBack(tx: Db, caller: Caller, cell: Cell, { from, to }: SetBack): boolean {
  if (!isOnRoster(tx, cell)) return false;
  if ((findStatus(tx, cell)?.code ?? null) !== from || from === to) return false;
  if (to !== null) return bringBack(tx, caller, cell, to);
  appendByHand(tx, caller, { ...cell, kind: 'void', code: null, reason: APP_REASONS.undone });
  return true;
}

function write(tx: Db, caller: Caller, sessionId: string, changes: readonly SetBack[]) {
  const { account, platform } = caller;
  requireOpenSession(tx, caller, sessionId);
  const done = changes.filter((change) =>
    setBack(tx, caller, { sessionId, studentId: change.studentId }, change),
  );
  const [first] = done;
  if (!first) return { done, activity: null };
  const only = done.length === 1;
  const activity = recordActivity(tx, {
    at: platform.now(),
    kind: 'undone',
    actorId: account.id,
    sessionId,
    ...(only && { studentId: first.studentId }),
    detail: only ? { from: first.from, code: first.to } : { count: done.length },
  });
  return { done, activity };
}

/**
 * Sets marks back to what they were, by events of their own, all at once; nothing is deleted. A
 * mark that somebody or a face has changed since stays, and is told among `kept`.
 * @throws DomainError NOT_FOUND or SESSION_ENDED
 */
export function undoMarks(
  caller: Caller,
  { sessionId, changes }: { sessionId: string; changes: readonly SetBack[] },
): { entries: RosterEntry[]; kept: string[] } {
  const { db, live } = caller;
  const { done, activity } = inTransaction(db, (tx) => write(tx, caller, sessionId, changes));
  const doneIds = done.map(({ studentId }) => studentId);
  publishEntries(caller, sessionId, doneIds);
  if (activity) live.publish(sessionId, { kind: 'activity', activity });
  return {
    entries: doneIds.map((studentId) => readEntry(db, { sessionId, studentId })),
    kept: changes.map(({ studentId }) => studentId).filter((id) => !doneIds.includes(id)),
  };
}
