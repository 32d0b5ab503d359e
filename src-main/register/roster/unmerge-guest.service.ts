import type { Guest } from '#shared/contract/guests.contract.ts';
import { APP_REASONS } from '#shared/register/app-reasons.ts';
import { foldCell, inOrder } from '#shared/register/fold.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { findStudent } from '../../people/students.queries.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import type { Caller } from '../caller.ts';
import { forgetGalleries } from '../faces/session-memory.ts';
import { findStatus } from '../log/attendance.queries.ts';
import { causeOf } from '../log/event-cause.ts';
import { type Cell, cellEvents } from '../log/events.queries.ts';
import { appendByHand } from '../log/hand-event.ts';
import { bringBack } from '../marks/undo.service.ts';
import { publishEntries } from '../sessions/publish-change.ts';
import { requireChangeable } from '../sessions/session-rules.ts';
import { findGuest, guestsOfSession, setAsideFromRoster, settleGuest } from './guests.queries.ts';
import { isOnRoster } from './roster.queries.ts';

/** Sets the student's mark back to what it was before it became the guest's. */
function setMarkBack(tx: Db, caller: Caller, cell: Cell, className: string): void {
  const events = inOrder(cellEvents(tx, cell));
  const at = events.findLastIndex((event) => causeOf(event) === 'guest');
  // The mark was in force already, or has been changed since: then it is not the guest's.
  if (at < 0 || findStatus(tx, cell)?.eventId !== events[at]?.id) return;
  const before = foldCell(events.slice(0, at));
  if (before) {
    bringBack(tx, caller, cell, before.code);
    return;
  }
  appendByHand(tx, caller, { ...cell, kind: 'void', code: null, reason: APP_REASONS.undone });
  if (findStudent(tx, cell.studentId)?.className !== className) setAsideFromRoster(tx, cell);
}

/**
 * Takes back who a guest was: the mark that the student was given is set back by an event of its
 * own, a student of another class leaves the roster, and the guest is open again.
 * @throws DomainError as `requireChangeable`, NOT_FOUND for a guest who was said to be nobody
 */
export function unmergeGuest(caller: Caller, id: string): Guest[] {
  const { db, account, live, platform } = caller;
  const { cell, activity } = inTransaction(db, (tx) => {
    const guest = findGuest(tx, id);
    if (!guest?.studentId) throw new DomainError('NOT_FOUND', { what: 'guest' });
    const { sessionId, studentId, name, code } = guest;
    const { className } = requireChangeable(tx, caller, sessionId);
    const cell = { sessionId, studentId };
    setMarkBack(tx, caller, cell, className);
    settleGuest(tx, id, { settledAt: null, studentId: null });
    const entry = { kind: 'guestUnmerged', actorId: account.id, ...cell } as const;
    const activity = recordActivity(tx, { ...entry, at: platform.now(), detail: { name, code } });
    return { cell, activity };
  });
  forgetGalleries(db);
  if (isOnRoster(db, cell)) publishEntries(caller, cell.sessionId, [cell.studentId]);
  live.publish(cell.sessionId, { kind: 'activity', activity });
  return guestsOfSession(db, cell.sessionId);
}
