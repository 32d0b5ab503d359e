import type { Activity } from '#shared/contract/activity.contract.ts';
import type { RosterEntry } from '#shared/contract/register.contract.ts';
import type { Caller } from './caller.ts';
import type { Cell } from './events.queries.ts';
import { readEntry } from './roster.service.ts';
import { settle } from './session-memory.ts';

/**
 * Tells whoever watches the session what has become of a student, once that has committed. A
 * mark settles whatever recognition was unsure of. Returns the entry as it now is.
 */
export function publishChange(
  { db, live }: Pick<Caller, 'db' | 'live'>,
  cell: Cell,
  activity: Activity | null,
): RosterEntry {
  const { sessionId, studentId } = cell;
  const entry = readEntry(db, { sessionId, studentId });
  if (entry.mark) settle(db, sessionId, studentId);
  live.publish(sessionId, { kind: 'entry', entry });
  if (activity) live.publish(sessionId, { kind: 'activity', activity });
  return entry;
}
