import type { z } from 'zod';
import type { observationSchema } from '#shared/contract/register.contract.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { inTransaction } from '../../db/database.ts';
import type { Caller } from '../caller.ts';
import { publishEntries } from '../sessions/publish-change.ts';
import { requireOpenSession } from '../sessions/session-rules.ts';
import { memoryOf } from './session-memory.ts';

export type Observation = z.infer<typeof observationSchema>;

/**
 * Stores what the camera suffered from. Said again while nothing has changed, it is not news.
 * @throws DomainError NOT_FOUND or SESSION_ENDED
 */
export function observe(caller: Caller, sessionId: string, observation: Observation): void {
  const { db, account, live, platform } = caller;
  requireOpenSession(db, caller, sessionId);
  const memory = memoryOf(db, sessionId);
  const trouble = observation.kind === 'cameraTrouble' ? observation.trouble : null;
  if (trouble === memory.trouble) return;
  const activity = inTransaction(db, (tx) =>
    recordActivity(tx, {
      at: platform.now(),
      kind: observation.kind,
      actorId: account.id,
      sessionId,
      detail: trouble === null ? {} : { trouble },
    }),
  );
  memory.trouble = trouble;
  live.publish(sessionId, { kind: 'activity', activity });
}

/**
 * Somebody says that a face in doubt was the face of none of these students, and that they were not
 * seen where they are marked away. It is not asked about again while the face stays in view, or the
 * mark stands.
 * @throws DomainError NOT_FOUND or SESSION_ENDED
 */
export function dismissDoubt(
  caller: Caller,
  sessionId: string,
  studentIds: readonly string[],
): void {
  requireOpenSession(caller.db, caller, sessionId);
  const { doubts, sightings } = memoryOf(caller.db, sessionId);
  const freed = doubts.dismiss(new Set(studentIds));
  const now = caller.platform.now();
  const unseen = studentIds.filter((studentId) => sightings.dismiss(studentId, now));
  publishEntries(caller, sessionId, new Set([...freed, ...unseen]));
}

/**
 * Somebody takes back what they said of a face: those of these students who have no mark are in
 * doubt again, those marked away have been seen again.
 * @throws DomainError NOT_FOUND or SESSION_ENDED
 */
export function askAgain(caller: Caller, sessionId: string, studentIds: readonly string[]): void {
  requireOpenSession(caller.db, caller, sessionId);
  const { doubts, sightings } = memoryOf(caller.db, sessionId);
  const anew = doubts.askAgain(studentIds);
  const seen = studentIds.filter((studentId) => sightings.askAgain(studentId));
  publishEntries(caller, sessionId, new Set([...anew, ...seen]));
}
