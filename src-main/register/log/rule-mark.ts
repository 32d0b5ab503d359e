import type { StatusInForce } from '#shared/register/fold.ts';
import type { Db } from '../../db/database.ts';
import type { Caller } from '../caller.ts';
import { appendEvent } from './event-log.ts';
import type { Cell } from './events.queries.ts';

export interface RuleMark extends Cell {
  /** Null takes the mark back that a rule had made. */
  code: string | null;
  at: number;
  reason: string | null;
}

/** Writes what the app itself says of a student, in the name of whoever is signed in. */
export function markByRule(
  tx: Db,
  { account, platform }: Pick<Caller, 'account' | 'platform'>,
  { sessionId, studentId, code, at, reason }: RuleMark,
): StatusInForce | null {
  return appendEvent(tx, {
    kind: code === null ? 'void' : 'mark',
    sessionId,
    studentId,
    code,
    method: 'rule',
    score: null,
    evidence: null,
    policy: null,
    capturedAt: at,
    utcOffsetMinutes: platform.utcOffsetMinutes(at),
    recordedAt: platform.now(),
    actorId: account.id,
    reason,
  });
}
