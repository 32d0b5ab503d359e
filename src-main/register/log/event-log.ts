import { createHash } from 'node:crypto';
import type { EventCause, UnchainedEvent } from '#shared/register/attendance-event.ts';
import { chained, GENESIS_HASH } from '#shared/register/event-hash.ts';
import { cellKey, type FoldEvent, foldCell, type StatusInForce } from '#shared/register/fold.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import { readSchool } from '../../settings/settings.queries.ts';
import { deleteAllStatuses, insertStatuses, putStatus } from './attendance.queries.ts';
import {
  type Cell,
  cellEvents,
  chainHead,
  eventsByCell,
  insertEvent,
  putChainHead,
} from './events.queries.ts';
import { rebuildTotals } from './totals.queries.ts';

const EVENTS_AT_ONCE = 5_000;
const STATUSES_AT_ONCE = 5_000;

export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

/** What a caller says of an event; the log adds id, place and hash. */
export interface NewEvent extends Omit<UnchainedEvent, 'id' | 'deviceId' | 'seq' | 'cause'> {
  /** `ordinary`, unless the app itself has another one. */
  cause?: EventCause;
}

/**
 * Appends one event at the end of this device's chain and brings the projection of its cell up
 * to date. Call it inside the transaction of its cause; it is on disk when that has committed.
 * Returns the status then in force.
 */
export function appendEvent(tx: Db, event: NewEvent): StatusInForce | null {
  const { deviceId } = readSchool(tx);
  const head = chainHead(tx, deviceId);
  const recordedAt = Math.max(event.recordedAt, earliestAfterOthers(tx, event, deviceId));
  const written = chained(
    {
      ...event,
      cause: event.cause ?? 'ordinary',
      recordedAt,
      id: newId(),
      deviceId,
      seq: (head?.seq ?? 0) + 1,
    },
    head?.hash ?? GENESIS_HASH,
    sha256,
  );
  insertEvent(tx, written);
  putChainHead(tx, written);
  return projectCell(tx, event);
}

/**
 * The earliest moment that comes after what other devices wrote of the cell: one of them may have had
 * a fast clock, such as the laptop whose backup was restored here, and must not win over what is done now.
 */
function earliestAfterOthers(tx: Db, cell: Cell, deviceId: string): number {
  const others = cellEvents(tx, cell).filter((event) => event.deviceId !== deviceId);
  return Math.max(0, ...others.map((event) => event.recordedAt + 1));
}

function projectCell(tx: Db, cell: Cell): StatusInForce | null {
  const { sessionId, studentId } = cell;
  const status = foldCell(cellEvents(tx, cell));
  putStatus(tx, { sessionId, studentId }, status);
  return status;
}

/** The events of each cell that has any, one cell after another. */
function* cellsOf(events: Iterable<FoldEvent>): Generator<FoldEvent[]> {
  let cell: FoldEvent[] = [];
  for (const event of events) {
    const [first] = cell;
    if (first && cellKey(first) !== cellKey(event)) {
      yield cell;
      cell = [];
    }
    cell.push(event);
  }
  if (cell.length > 0) yield cell;
}

/**
 * Folds the whole log anew into the table of statuses in force, and counts what each session came
 * to. Returns the cells folded.
 */
export function rebuildAttendance(db: Db): number {
  return inTransaction(db, (tx) => {
    deleteAllStatuses(tx);
    let folded = 0;
    let statuses: StatusInForce[] = [];
    for (const cell of cellsOf(eventsByCell(tx, EVENTS_AT_ONCE))) {
      folded += 1;
      const status = foldCell(cell);
      if (status) statuses.push(status);
      if (statuses.length < STATUSES_AT_ONCE) continue;
      insertStatuses(tx, statuses);
      statuses = [];
    }
    insertStatuses(tx, statuses);
    rebuildTotals(tx);
    return folded;
  });
}
