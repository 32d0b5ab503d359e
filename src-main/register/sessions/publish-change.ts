import type { Activity } from '#shared/contract/activity.contract.ts';
import type { RosterEntry } from '#shared/contract/register.contract.ts';
import { isSettled } from '#shared/register/is-settled.ts';
import type { Caller } from '../caller.ts';
import type { Settling } from '../faces/doubts.ts';
import { memoryOf } from '../faces/session-memory.ts';
import type { Cell } from '../log/events.queries.ts';
import { readEntry } from '../roster/roster.service.ts';

/**
 * Tells whoever watches the session what has become of a student, once that has committed, and
 * of those who are in no doubt any more because of it. Returns the entry as it now is.
 */
export function publishChange(
  { db, live }: Pick<Caller, 'db' | 'live'>,
  { sessionId, studentId }: Cell,
  { activity, settling }: { activity: Activity | null; settling: Settling },
): RosterEntry {
  const entry = readEntry(db, { sessionId, studentId });
  const { doubts } = memoryOf(db, sessionId);
  const freed = isSettled(entry.mark) ? doubts.settle(studentId, settling) : [];
  const others = freed.filter((freedId) => freedId !== studentId);
  // The others first: nobody is asked about them between the one and the other.
  publishEntries({ db, live }, sessionId, others);
  live.publish(sessionId, { kind: 'entry', entry });
  if (activity) live.publish(sessionId, { kind: 'activity', activity });
  return entry;
}

/** Shows these students as they now are. */
export function publishEntries(
  { db, live }: Pick<Caller, 'db' | 'live'>,
  sessionId: string,
  studentIds: Iterable<string>,
): void {
  for (const studentId of studentIds) {
    live.publish(sessionId, { kind: 'entry', entry: readEntry(db, { sessionId, studentId }) });
  }
}
