import type { ActivityKind } from '#shared/contract/activity.contract.ts';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { APP_REASONS } from '#shared/register/app-reasons.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { followAllAbsences } from '../absences/away.service.ts';
import type { Caller } from '../caller.ts';
import { forgetSession } from '../faces/session-memory.ts';
import { bringBack, setAside } from '../marks/set-aside.service.ts';
import { rosterStudents } from '../roster/roster.queries.ts';
import { discarderOf, putDiscarded, putReinstated } from './discard.queries.ts';
import { assertLessonFree } from './schedule.service.ts';
import { requireChangeable, requireSession } from './session-rules.ts';
import { openSessionOfClass, type SessionRecord } from './sessions.queries.ts';
import { readSession } from './sessions.service.ts';

function note(
  tx: Db,
  { account, platform }: Caller,
  kind: Extract<ActivityKind, 'sessionDiscarded' | 'sessionReinstated'>,
  { id, className, subjectName }: SessionRecord,
  detail: { marks: number; reason?: string },
) {
  return recordActivity(tx, {
    at: platform.now(),
    kind,
    actorId: account.id,
    sessionId: id,
    detail: { className, subjectName, ...detail },
  });
}

function publish({ db, live }: Caller, session: SessionDetail): void {
  forgetSession(db, session.id);
  for (const entry of session.roster) live.publish(session.id, { kind: 'entry', entry });
}

/** Of a register that was closed, after its end even where the clock was set back since. */
function discardedAt(now: number, { startedAt, endedAt }: SessionRecord): number {
  return Math.max(now, startedAt, (endedAt ?? -1) + 1);
}

/**
 * Says that a register did not take place, and why: every mark in force is taken back by an event
 * of the log, so that nothing of it counts anywhere; an open one is closed, and marks nobody
 * absent. Its events stay.
 * @throws DomainError as `requireChangeable`, SESSION_DISCARDED where it is already
 */
export function discardSession(
  caller: Caller,
  { sessionId, reason }: { sessionId: string; reason: string },
): SessionDetail {
  const { db, account, live, platform } = caller;
  const { wasOpen, at } = inTransaction(db, (tx) => {
    const session = requireChangeable(tx, caller, sessionId);
    const cells = rosterStudents(tx, sessionId).map((studentId) => ({ sessionId, studentId }));
    const marks = cells.filter((cell) =>
      setAside(tx, caller, cell, APP_REASONS.discarded(reason)),
    ).length;
    const at = discardedAt(platform.now(), session);
    putDiscarded(tx, sessionId, { at, by: account.id, reason });
    note(tx, caller, 'sessionDiscarded', session, { marks, reason });
    return { wasOpen: session.endedAt === null, at };
  });
  const session = readSession(caller, sessionId);
  publish(caller, session);
  if (wasOpen) live.publish(sessionId, { kind: 'ended', endedAt: at });
  return session;
}

/** Whoever discarded it may take that back, and every admin. @throws DomainError FORBIDDEN */
function requireDiscarder(tx: Db, { account }: Caller, sessionId: string): void {
  if (account.role === 'admin' || discarderOf(tx, sessionId) === account.id) return;
  throw new DomainError('FORBIDDEN');
}

function assertRoom(tx: Db, session: SessionRecord, reopened: boolean): void {
  const open = reopened ? openSessionOfClass(tx, session.classId) : null;
  if (open) throw new DomainError('SESSION_OPEN', { sessionId: open.id });
  assertLessonFree(tx, session);
}

/**
 * Takes a discard back: the marks are in force again, and a register that was open is open again,
 * with what has been reported of absences since.
 * @throws DomainError NOT_FOUND, NOT_YOUR_CLASS, FORBIDDEN, SESSION_OPEN where it would be open
 *   beside another, or LESSON_TAKEN where its lesson has another register by now
 */
export function reinstateSession(caller: Caller, sessionId: string): SessionDetail {
  const { db } = caller;
  inTransaction(db, (tx) => {
    const session = requireSession(tx, caller, sessionId);
    if (session.discarded === null) return;
    requireDiscarder(tx, caller, sessionId);
    const reopened = session.endedAt === session.discarded.at;
    assertRoom(tx, session, reopened);
    const cells = rosterStudents(tx, sessionId).map((studentId) => ({ sessionId, studentId }));
    putReinstated(tx, sessionId, { reopened });
    const marks = cells.filter((cell) => bringBack(tx, caller, cell));
    if (reopened) followAllAbsences(tx, caller, session);
    note(tx, caller, 'sessionReinstated', session, { marks: marks.length });
  });
  const session = readSession(caller, sessionId);
  publish(caller, session);
  return session;
}
