import type { Method } from '../contract/register.contract.ts';
import type { LivenessPolicy } from '../liveness/evidence.ts';

/**
 * What happened to one student's mark in one session. `mark` says a status where none is in
 * force, `amend` replaces the one in force, `void` takes it back. Events are never changed.
 */
export type EventKind = 'mark' | 'amend' | 'void';

/**
 * Why an event is there. `setAside`: a mark is taken out of count because its register did not take
 * place or its student was not in the class; nobody has corrected it. `guest`: the student gets the
 * mark of the guest who they were. `ordinary`: everything else.
 */
export const EVENT_CAUSES = ['ordinary', 'setAside', 'guest'] as const;
export type EventCause = (typeof EVENT_CAUSES)[number];

/** One line of the attendance log before it is chained to the line before it. */
export interface UnchainedEvent {
  /** UUIDv7. */
  id: string;
  /** The installation that wrote the event. */
  deviceId: string;
  /** 1, 2, 3, ... on each device, without a gap. */
  seq: number;
  kind: EventKind;
  sessionId: string;
  studentId: string;
  /** A code of the school's; null for `void` and for nothing else. */
  code: string | null;
  method: Method;
  /** Cosine similarity of the match; null where no face was matched. */
  score: number | null;
  /** Liveness evidence as JSON text, byte for byte as stored; null where there is none. */
  evidence: string | null;
  /** The policy that the evidence was judged by; null where no face was matched. */
  policy: LivenessPolicy | null;
  /** When the student was seen or the change was made: milliseconds since the epoch, UTC. */
  capturedAt: number;
  /** Minutes that local time was ahead of UTC at `capturedAt`. */
  utcOffsetMinutes: number;
  /** When the event was written, by the clock of its device. */
  recordedAt: number;
  /** The account that was signed in. */
  actorId: string;
  /** Why a closed register was changed; null while the session was open. */
  reason: string | null;
  /** Null in events written before this field was. */
  cause: EventCause | null;
}

export interface AttendanceEvent extends UnchainedEvent {
  /** The hash of the event before it on the same device, or `GENESIS_HASH`. */
  prevHash: string;
  /** See `eventHash`. */
  hash: string;
}
