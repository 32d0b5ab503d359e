import { createHash } from 'node:crypto';
import type { UnchainedEvent } from '#shared/register/attendance-event.ts';
import { chained, GENESIS_HASH } from '#shared/register/event-hash.ts';
import { foldCell, type StatusInForce } from '#shared/register/fold.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { readSchool } from '../settings/settings.queries.ts';
import { cellsWithEvents, deleteAllStatuses, putStatus } from './attendance.queries.ts';
import { type Cell, cellEvents, chainHead, insertEvent, putChainHead } from './events.queries.ts';
import { rebuildTotals } from './totals.queries.ts';

const CELLS_AT_ONCE = 1_000;

export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

/** What a caller says of an event; the log adds id, place and hash. */
export type NewEvent = Omit<UnchainedEvent, 'id' | 'deviceId' | 'seq'>;

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
    { ...event, recordedAt, id: newId(), deviceId, seq: (head?.seq ?? 0) + 1 },
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

/**
 * Folds the whole log anew into the table of statuses in force, and counts what each session came
 * to. Returns the cells folded.
 */
export function rebuildAttendance(db: Db): number {
  return inTransaction(db, (tx) => {
    deleteAllStatuses(tx);
    let folded = 0;
    let after: Cell | null = null;
    for (;;) {
      const cells: Cell[] = cellsWithEvents(tx, after, CELLS_AT_ONCE);
      for (const cell of cells) projectCell(tx, cell);
      folded += cells.length;
      after = cells.at(-1) ?? null;
      if (cells.length < CELLS_AT_ONCE) break;
    }
    rebuildTotals(tx);
    return folded;
  });
}
