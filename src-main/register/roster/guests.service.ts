import type { Guest } from '#shared/contract/guests.contract.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { APP_REASONS } from '#shared/register/app-reasons.ts';
import { arrivalStatus } from '#shared/register/late-rule.ts';
import { type NewActivity, recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import { requireVisibleStudent } from '../../people/students.service.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import type { Caller } from '../caller.ts';
import { forgetGalleries } from '../faces/session-memory.ts';
import { findStatus } from '../log/attendance.queries.ts';
import { appendByHand } from '../log/hand-event.ts';
import { publishEntries } from '../sessions/publish-change.ts';
import {
  requireChangeable,
  requireOpenSession,
  requireSession,
} from '../sessions/session-rules.ts';
import type { SessionRecord } from '../sessions/sessions.queries.ts';
import { activeStatuses } from '../statuses.queries.ts';
import {
  findGuest,
  guestsOfSession,
  insertGuest,
  putOnRoster,
  settleGuest,
} from './guests.queries.ts';

type StoredGuest = NonNullable<ReturnType<typeof findGuest>>;

/** Settled ones too, in the order in which they came. @throws DomainError as `requireSession` */
export function readGuests(caller: Caller, sessionId: string): Guest[] {
  requireSession(caller.db, caller, sessionId);
  return guestsOfSession(caller.db, sessionId);
}

function note(
  tx: Db,
  { account, platform, live }: Caller,
  entry: Pick<NewActivity, 'kind' | 'studentId' | 'detail'> & { sessionId: string },
): () => void {
  const activity = recordActivity(tx, { ...entry, at: platform.now(), actorId: account.id });
  return () => live.publish(entry.sessionId, { kind: 'activity', activity });
}

/**
 * Notes somebody who is on no list, with the status that a face would now be given.
 * @throws DomainError as `requireOpenSession`
 */
export function addGuest(
  caller: Caller,
  { sessionId, name }: { sessionId: string; name: string },
): Guest[] {
  const publish = inTransaction(caller.db, (tx) => {
    const session = requireOpenSession(tx, caller, sessionId);
    const at = caller.platform.now();
    const { code } = arrivalStatus(at, session, activeStatuses(tx));
    insertGuest(tx, { id: newId(), sessionId, name, code, at, addedBy: caller.account.id });
    return note(tx, caller, { kind: 'guestAdded', sessionId, detail: { name, code } });
  });
  publish();
  return guestsOfSession(caller.db, sessionId);
}

function requireGuest(tx: Db, caller: Caller, id: string) {
  const guest = findGuest(tx, id);
  if (!guest) throw new DomainError('NOT_FOUND', { what: 'guest' });
  return { guest, session: requireChangeable(tx, caller, guest.sessionId) };
}

function requireOpenGuest(tx: Db, caller: Caller, id: string) {
  const found = requireGuest(tx, caller, id);
  if (found.guest.settledAt !== null) throw new DomainError('NOT_FOUND', { what: 'guest' });
  return found;
}

/** Gives the student the guest's mark, as an event of its own, unless that is in force already. */
function moveMark(
  tx: Db,
  caller: Caller,
  { guest, session, student }: { guest: StoredGuest; session: SessionRecord; student: Student },
): void {
  const cell = { sessionId: session.id, studentId: student.id };
  putOnRoster(tx, { ...cell, className: student.className });
  const inForce = findStatus(tx, cell);
  if (inForce?.code === guest.code) return;
  appendByHand(tx, caller, {
    ...cell,
    kind: inForce === null && session.endedAt === null ? 'mark' : 'amend',
    code: guest.code,
    reason: APP_REASONS.wasGuest,
    cause: 'guest',
    capturedAt: guest.at,
  });
}

/**
 * The guest was this student: the student comes onto the roster of the session, with the mark.
 * The guest stays on record.
 * @throws DomainError as `requireChangeable`, NOT_FOUND for a guest already settled, NOT_YOUR_CLASS
 */
export function mergeGuest(
  caller: Caller,
  { id, studentId }: { id: string; studentId: string },
): Guest[] {
  const { sessionId, publish } = inTransaction(caller.db, (tx) => {
    const { guest, session } = requireOpenGuest(tx, caller, id);
    const student = requireVisibleStudent(tx, caller, studentId);
    // First, for the count of corrections reads from it that the mark is a guest's.
    settleGuest(tx, id, { settledAt: caller.platform.now(), studentId });
    moveMark(tx, caller, { guest, session, student });
    const detail = { name: guest.name, code: guest.code };
    const entry = { kind: 'guestMerged', sessionId: session.id, studentId, detail } as const;
    return { sessionId: session.id, publish: note(tx, caller, entry) };
  });
  // The student's face may be known: the next one is matched against the roster as it is now.
  forgetGalleries(caller.db);
  publishEntries(caller, sessionId, [studentId]);
  publish();
  return guestsOfSession(caller.db, sessionId);
}

function setDismissed(caller: Caller, id: string, dismissed: boolean): Guest[] {
  const { sessionId, publish } = inTransaction(caller.db, (tx) => {
    const { guest } = dismissed ? requireOpenGuest(tx, caller, id) : requireGuest(tx, caller, id);
    if (guest.studentId !== null) throw new DomainError('NOT_FOUND', { what: 'guest' });
    settleGuest(tx, id, {
      settledAt: dismissed ? caller.platform.now() : null,
      studentId: null,
    });
    const kind = dismissed ? 'guestDismissed' : 'guestAdded';
    const { name, code, sessionId } = guest;
    return { sessionId, publish: note(tx, caller, { kind, sessionId, detail: { name, code } }) };
  });
  publish();
  return guestsOfSession(caller.db, sessionId);
}

/** Nobody needs to know who it was. @throws DomainError as `requireChangeable`, NOT_FOUND */
export function dismissGuest(caller: Caller, id: string): Guest[] {
  return setDismissed(caller, id, true);
}

/** Takes a dismissal back. @throws DomainError as `requireChangeable`, NOT_FOUND */
export function restoreGuest(caller: Caller, id: string): Guest[] {
  return setDismissed(caller, id, false);
}
