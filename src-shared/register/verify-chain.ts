import type { AttendanceEvent } from './attendance-event.ts';
import type { ChainBreak, ChainHead, ReadEvents } from './chain-break.ts';
import { nameMisfit } from './chain-misfit.ts';
import { eventHash, GENESIS_HASH, type Sha256 } from './event-hash.ts';

export type ChainVerdict =
  | { kind: 'intact'; events: number }
  | { kind: 'broken'; events: number; at: ChainBreak };

function follows(event: AttendanceEvent, last: AttendanceEvent | null, sha256: Sha256): boolean {
  const prevHash = last?.hash ?? GENESIS_HASH;
  return (
    event.seq === (last?.seq ?? 0) + 1 &&
    event.prevHash === prevHash &&
    event.hash === eventHash(event, prevHash, sha256)
  );
}

/** What is wrong at the end of a device's log, where a cut leaves no later event to notice it. */
function endProblem(last: AttendanceEvent | undefined, head: ChainHead): ChainBreak | null {
  const { deviceId } = head;
  const seq = last?.seq ?? 0;
  if (!last || seq < head.seq) {
    return { deviceId, seq: seq + 1, eventId: '', problem: 'removed' };
  }
  if (seq > head.seq) {
    return { deviceId, seq: head.seq + 1, eventId: last.id, problem: 'inserted' };
  }
  return last.hash === head.hash ? null : { deviceId, seq, eventId: last.id, problem: 'changed' };
}

/**
 * A walk along the hash chains, given the events by device, then `seq`. Holds one event a device,
 * so that a log of any length can be walked page by page.
 */
export class ChainWalk {
  readonly #sha256: Sha256;
  readonly #ends = new Map<string, AttendanceEvent>();
  #events = 0;

  /** @param ends the last events known to be intact, one a device: the walk goes on after them */
  constructor(sha256: Sha256, ends: readonly AttendanceEvent[] = []) {
    this.#sha256 = sha256;
    for (const end of ends) this.#ends.set(end.deviceId, end);
  }

  /**
   * Takes the next event. False where it does not follow the one before it: the walk stays where
   * it was, and `name` says what was done.
   */
  take(event: AttendanceEvent): boolean {
    const last = this.#ends.get(event.deviceId) ?? null;
    if (!follows(event, last, this.#sha256)) return false;
    this.#ends.set(event.deviceId, event);
    this.#events += 1;
    return true;
  }

  /** The verdict on an event that `take` refused. `read` reads the whole log anew. */
  name(event: AttendanceEvent, read: ReadEvents, heads: readonly ChainHead[]): ChainVerdict {
    const last = this.#ends.get(event.deviceId) ?? null;
    const head = heads.find(({ deviceId }) => deviceId === event.deviceId);
    const at = nameMisfit({ event, last, head }, read, this.#sha256);
    return { kind: 'broken', events: this.#events, at };
  }

  /** The verdict after the last event. With `heads`, what was cut off an end is noticed too. */
  finish(heads: readonly ChainHead[]): ChainVerdict {
    for (const head of heads) {
      const at = endProblem(this.#ends.get(head.deviceId), head);
      if (at) return { kind: 'broken', events: this.#events, at };
    }
    return { kind: 'intact', events: this.#events };
  }
}

/**
 * Walks every device's chain and names the first place that was changed, removed, inserted or
 * reordered.
 *
 * What it cannot see: someone who holds the database key and rewrites every later event and the
 * head with the right hashes.
 */
export function verifyChain(
  read: ReadEvents,
  sha256: Sha256,
  heads: readonly ChainHead[] = [],
): ChainVerdict {
  const walk = new ChainWalk(sha256);
  for (const event of read()) if (!walk.take(event)) return walk.name(event, read, heads);
  return walk.finish(heads);
}
