import { assertNever } from '#shared/assert-never.ts';
import type { IdentityDecision } from '#shared/recognition/decide.ts';
import type { Db } from '../../db/database.ts';
import { isOnRoster } from '../roster/roster.queries.ts';

/** A decision as a session's register sees it: `otherClass` is a match with somebody not on it. */
export type RosterDecision =
  | IdentityDecision
  | { kind: 'otherClass'; studentId: string; score: number };

/**
 * What a decision on a gallery that may hold the whole school means for one register. Only
 * students on its roster are asked about; a face that may be one of others only is unknown.
 */
export function decideForRoster(
  db: Db,
  sessionId: string,
  decision: IdentityDecision,
): RosterDecision {
  const isOurs = (studentId: string) => isOnRoster(db, { sessionId, studentId });
  switch (decision.kind) {
    case 'unknown':
    case 'tooFewVotes':
      return decision;
    case 'match': {
      const { studentId, score } = decision;
      return isOurs(studentId) ? decision : { kind: 'otherClass', studentId, score };
    }
    case 'unsure': {
      const candidates = decision.candidates.filter(isOurs);
      const { score } = decision;
      return candidates.length > 0 ? { ...decision, candidates } : { kind: 'unknown', score };
    }
    default:
      return assertNever(decision);
  }
}
