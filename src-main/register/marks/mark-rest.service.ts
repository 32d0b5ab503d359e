import type { RosterEntry } from '#shared/contract/register.contract.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { inTransaction } from '../../db/database.ts';
import type { Caller } from '../caller.ts';
import { appendByHand } from '../log/hand-event.ts';
import { unmarkedStudents } from '../roster/roster.queries.ts';
import { publishChange } from '../sessions/publish-change.ts';
import { requireOpenSession } from '../sessions/session-rules.ts';
import { requireActiveCode, settlingOf } from './marking.service.ts';

/**
 * Marks everyone whom nobody has marked yet, by hand, each with an event of their own, all at once
 * or not at all. Returns their entries; none where everyone had a mark.
 * @throws DomainError NOT_FOUND, SESSION_ENDED, or INVALID for a code not in use
 */
export function markRest(
  caller: Caller,
  { sessionId, code }: { sessionId: string; code: string },
): RosterEntry[] {
  const { db, account, live, platform } = caller;
  const { studentIds, activity } = inTransaction(db, (tx) => {
    requireOpenSession(tx, caller, sessionId);
    requireActiveCode(tx, code);
    const studentIds = unmarkedStudents(tx, sessionId);
    for (const studentId of studentIds) {
      appendByHand(tx, caller, { sessionId, studentId, kind: 'mark', code, reason: null });
    }
    if (studentIds.length === 0) return { studentIds, activity: null };
    const detail = { code, count: studentIds.length };
    const entry = { kind: 'restMarked', actorId: account.id, sessionId, detail } as const;
    return { studentIds, activity: recordActivity(tx, { ...entry, at: platform.now() }) };
  });
  const settling = settlingOf(db, code);
  const entries = studentIds.map((studentId) =>
    publishChange(caller, { sessionId, studentId }, { activity: null, settling }),
  );
  if (activity) live.publish(sessionId, { kind: 'activity', activity });
  return entries;
}
