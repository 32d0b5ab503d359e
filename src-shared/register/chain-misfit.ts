import type { AttendanceEvent } from './attendance-event.ts';
import type { ChainBreak, ChainHead, ChainProblem, ReadEvents } from './chain-break.ts';
import { eventHash, GENESIS_HASH, type Sha256 } from './event-hash.ts';

/** How far from its present place the place an event was written at is looked for. */
const SEARCH_WINDOW = 10_000;

/** The place for which the event's own hash holds, if there is one nearby. */
function placeWritten(event: AttendanceEvent, sha256: Sha256): number | null {
  const from = Math.max(1, event.seq - SEARCH_WINDOW);
  for (let seq = from; seq <= event.seq + SEARCH_WINDOW; seq += 1) {
    if (eventHash({ ...event, seq }, event.prevHash, sha256) === event.hash) return seq;
  }
  return null;
}

function exists(read: ReadEvents, test: (event: AttendanceEvent) => boolean): boolean {
  for (const event of read()) if (test(event)) return true;
  return false;
}

function breakAt(event: AttendanceEvent, seq: number, problem: ChainProblem): ChainBreak {
  return { deviceId: event.deviceId, seq, eventId: event.id, problem };
}

export interface Misfit {
  /** The first event that does not follow the one before it. */
  event: AttendanceEvent;
  /** The one before it on the same device; null at the start. */
  last: AttendanceEvent | null;
  head: ChainHead | undefined;
}

/**
 * Says what was done where an event does not follow the one before it. The event's own hash
 * tells whether and at which place it was written as it stands; who else claims its place tells
 * the rest. Reads the log again at most once.
 */
export function nameMisfit(
  { event, last, head }: Misfit,
  read: ReadEvents,
  sha256: Sha256,
): ChainBreak {
  const seq = (last?.seq ?? 0) + 1;
  if (last && event.seq < seq) {
    // Two events claim one place; the one that the log goes on from is the rightful one.
    const goesOn = exists(read, (other) => other.prevHash === event.hash);
    return breakAt(goesOn ? last : event, event.seq, 'inserted');
  }
  const expected = last?.hash ?? GENESIS_HASH;
  const written = placeWritten(event, sha256);
  if (written === null) {
    const placeTaken = exists(
      read,
      (other) => other.id !== event.id && other.prevHash === expected,
    );
    const foreign = placeTaken || (head !== undefined && seq > head.seq);
    return breakAt(event, seq, foreign ? 'inserted' : 'changed');
  }
  if (written > seq) {
    const predecessorIsThere = exists(read, (other) => other.hash === event.prevHash);
    return breakAt(event, seq, predecessorIsThere ? 'reordered' : 'removed');
  }
  if (last && written < seq) return breakAt(last, last.seq, 'inserted');
  if (last && event.prevHash !== expected) return breakAt(last, last.seq, 'changed');
  return breakAt(event, seq, 'changed');
}
