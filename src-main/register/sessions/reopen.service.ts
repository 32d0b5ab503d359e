import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { followAllAbsences } from '../absences/away.service.ts';
import type { Caller } from '../caller.ts';
import { markByRule } from '../log/rule-mark.ts';
import { requireChangeable } from './session-rules.ts';
import {
  markedAtClosing,
  openSessionOfClass,
  reopenClosed,
  type SessionRecord,
} from './sessions.queries.ts';
import { readSession } from './sessions.service.ts';

/** How long a closing can be taken back; after that a register is corrected mark by mark. */
export const REOPEN_MINUTES = 10;

const MS_PER_MINUTE = 60_000;

function assertReopenable(tx: Db, caller: Caller, session: SessionRecord): void {
  const { endedAt, className: name } = session;
  if (endedAt === null) return;
  if (caller.platform.now() > endedAt + REOPEN_MINUTES * MS_PER_MINUTE) {
    throw new DomainError('CONFLICT', { what: 'closedTooLong', name });
  }
  if (openSessionOfClass(tx, session.classId)) {
    throw new DomainError('CONFLICT', { what: 'openSession', name });
  }
}

/**
 * Takes the closing of a session back: whom it made absent is unmarked again, by events of their
 * own, those reported away meanwhile are excused, and the session goes on. What was marked or
 * corrected by anybody stays.
 * @throws DomainError as `requireChangeable`, CONFLICT when it was closed too long ago or the
 *   class has another session open
 */
export function reopenSession(caller: Caller, sessionId: string): SessionDetail {
  const { db, account, platform, live } = caller;
  const activity = inTransaction(db, (tx) => {
    const session = requireChangeable(tx, caller, sessionId);
    assertReopenable(tx, caller, session);
    if (session.endedAt === null) return null;
    const at = platform.now();
    for (const studentId of markedAtClosing(tx, sessionId)) {
      markByRule(tx, caller, { sessionId, studentId, code: null, at, reason: null });
    }
    reopenClosed(tx, sessionId);
    followAllAbsences(tx, caller, session);
    return recordActivity(tx, { at, kind: 'sessionReopened', actorId: account.id, sessionId });
  });
  if (activity) live.publish(sessionId, { kind: 'activity', activity });
  return readSession(caller, sessionId);
}
