import type { AttendanceEvent } from './attendance-event.ts';

/**
 * What was done to the log behind the program's back. `discarded`: its session is said not to have
 * taken place, without the events that take its marks back.
 */
export type ChainProblem = 'changed' | 'removed' | 'inserted' | 'reordered' | 'discarded';

export interface ChainBreak {
  deviceId: string;
  /** The place in the device's log where it was done. */
  seq: number;
  /** The event at that place; for a removed one, the event that follows the gap, or ''. */
  eventId: string;
  problem: ChainProblem;
}

/** Where a device's log ends by its own account, kept apart from the events. */
export interface ChainHead {
  deviceId: string;
  seq: number;
  hash: string;
}

/** Reads the whole log anew each time, ordered by device, then `seq`. */
export type ReadEvents = () => Iterable<AttendanceEvent>;
