import type { AttendanceEvent, UnchainedEvent } from './attendance-event.ts';

/** SHA-256 of the text's UTF-8 bytes as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** What the first event of a device is chained to. */
export const GENESIS_HASH = '0'.repeat(64);

/** Events without a cause are older than that field: their hash was made of all others. */
const FORMAT_WITHOUT_CAUSE = 'rollcall-event/1';
const FORMAT = 'rollcall-event/2';

/**
 * The one text that stands for an event: a JSON array, so that no field can run into the next,
 * of every field in this order. Changing it breaks every chain written before; a new order
 * needs a new `FORMAT`.
 */
export function canonicalText(event: UnchainedEvent, prevHash: string): string {
  const { cause } = event;
  return JSON.stringify([
    cause === null ? FORMAT_WITHOUT_CAUSE : FORMAT,
    prevHash,
    event.id,
    event.deviceId,
    event.seq,
    event.kind,
    event.sessionId,
    event.studentId,
    event.code,
    event.method,
    event.score,
    event.evidence,
    event.policy,
    event.capturedAt,
    event.utcOffsetMinutes,
    event.recordedAt,
    event.actorId,
    event.reason,
    ...(cause === null ? [] : [cause]),
  ]);
}

/** The hash that names this event and, through `prevHash`, all of its device before it. */
export function eventHash(event: UnchainedEvent, prevHash: string, sha256: Sha256): string {
  return sha256(canonicalText(event, prevHash));
}

/** The event as it is stored: after the one whose hash is `prevHash`. */
export function chained(event: UnchainedEvent, prevHash: string, sha256: Sha256): AttendanceEvent {
  return { ...event, prevHash, hash: eventHash(event, prevHash, sha256) };
}
