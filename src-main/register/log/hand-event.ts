import type { EventCause, EventKind } from '#shared/register/attendance-event.ts';
import type { StatusInForce } from '#shared/register/fold.ts';
import type { Db } from '../../db/database.ts';
import type { Caller } from '../caller.ts';
import { appendEvent } from './event-log.ts';
import type { Cell } from './events.queries.ts';

interface HandEvent extends Cell {
  kind: EventKind;
  /** Null where the mark is taken back. */
  code: string | null;
  reason: string | null;
  /** `ordinary`, unless the app itself has another one. */
  cause?: EventCause;
  /** When the student was seen; now, unless it is known from before. */
  capturedAt?: number;
}

/** Writes what somebody says of a student by hand. Returns the status then in force. */
export function appendByHand(
  tx: Db,
  { account, platform }: Pick<Caller, 'account' | 'platform'>,
  event: HandEvent,
): StatusInForce | null {
  const now = platform.now();
  const capturedAt = event.capturedAt ?? now;
  return appendEvent(tx, {
    ...event,
    method: 'manual',
    score: null,
    evidence: null,
    policy: null,
    capturedAt,
    utcOffsetMinutes: platform.utcOffsetMinutes(capturedAt),
    recordedAt: now,
    actorId: account.id,
  });
}
