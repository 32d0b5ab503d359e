import type { AttendanceEvent } from './attendance-event.ts';
import { nameMisfit } from './chain-misfit.ts';
import { eventHash, GENESIS_HASH, type Sha256 } from './event-hash.ts';

/** What was done to the log behind the program's back. */
export type ChainProblem = 'changed' | 'removed' | 'inserted' | 'reordered';

export interface ChainBreak {
  deviceId: string;
  /** The place in the device's log where it was done. */
  seq: number;
  /** The event at that place; for a removed one, the event that follows the gap, or ''. */
  eventId: string;
  problem: ChainProblem;
}

export type ChainVerdict =
  | { kind: 'intact'; events: number }
  | { kind: 'broken'; events: number; at: ChainBreak };

/** Where a device's log ends by its own account, kept apart from the events. */
export interface ChainHead {
  deviceId: string;
  seq: number;
  hash: string;
}

/** Reads the whole log anew each time, ordered by device, then `seq`. */
export type ReadEvents = () => Iterable<AttendanceEvent>;

interface Position {
  deviceId: string;
  /** The last event that fitted; null before the first. */
  last: AttendanceEvent | null;
}

function fits(event: AttendanceEvent, last: AttendanceEvent | null, sha256: Sha256): boolean {
  const prevHash = last?.hash ?? GENESIS_HASH;
  return (
    event.seq === (last?.seq ?? 0) + 1 &&
    event.prevHash === prevHash &&
    event.hash === eventHash(event, prevHash, sha256)
  );
}

/** What is wrong at the end of a device's log, where a cut leaves no later event to notice it. */
function endProblem(position: Position, head: ChainHead | undefined): ChainBreak | null {
  if (!head) return null;
  const { deviceId, last } = position;
  const seq = last?.seq ?? 0;
  if (seq < head.seq) return { deviceId, seq: seq + 1, eventId: '', problem: 'removed' };
  if (last && seq > head.seq) {
    return { deviceId, seq: head.seq + 1, eventId: last.id, problem: 'inserted' };
  }
  if (last && last.hash !== head.hash) {
    return { deviceId, seq, eventId: last.id, problem: 'changed' };
  }
  return null;
}

/**
 * Walks every device's chain and names the first place that was changed, removed, inserted or
 * reordered. Holds one event at a time. With `heads`, events cut off at the end are noticed too,
 * even all events of a device.
 *
 * What it cannot see: someone who holds the database key and rewrites every later event and the
 * head with the right hashes.
 */
export function verifyChain(
  read: ReadEvents,
  sha256: Sha256,
  heads: readonly ChainHead[] = [],
): ChainVerdict {
  const headOf = new Map(heads.map((head) => [head.deviceId, head]));
  let position: Position | null = null;
  let events = 0;
  for (const event of read()) {
    if (position?.deviceId !== event.deviceId) {
      const at = position && endProblem(position, headOf.get(position.deviceId));
      if (at) return { kind: 'broken', events, at };
      if (position) headOf.delete(position.deviceId);
      position = { deviceId: event.deviceId, last: null };
    }
    if (!fits(event, position.last, sha256)) {
      const head = headOf.get(event.deviceId);
      const at = nameMisfit({ event, last: position.last, head }, read, sha256);
      return { kind: 'broken', events, at };
    }
    position.last = event;
    events += 1;
  }
  const at = endOfLog(position, headOf);
  return at ? { kind: 'broken', events, at } : { kind: 'intact', events };
}

function endOfLog(position: Position | null, headOf: Map<string, ChainHead>): ChainBreak | null {
  const at = position && endProblem(position, headOf.get(position.deviceId));
  if (at) return at;
  if (position) headOf.delete(position.deviceId);
  for (const head of headOf.values()) {
    const gone = endProblem({ deviceId: head.deviceId, last: null }, head);
    if (gone) return gone;
  }
  return null;
}
