import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportWorking } from '#shared/contract/imports.contract.ts';
import { type Db, inTransaction } from '../../db/database.ts';

/** A part is written in about this long, and what waits has its turn before the next. */
const PART_MS = 25;
/** Rows of the first part, before it is known how fast this machine is. */
const FIRST_ROWS = 60;
/** However slow: each part waits for the disk once, which must not be most of the work. */
const LEAST_ROWS = 40;
/** Progress is told this often. */
const TELL_MS = 80;

/** Work on rows that can be cut between any two items. */
export interface PartedWork<T> {
  items: readonly T[];
  rowsOf: (item: T) => number;
  /** Runs in a transaction of its own for each part. */
  write: (tx: Db, part: readonly T[]) => void;
}

function takePart<T>({ items, rowsOf }: PartedWork<T>, from: number, rowsAtOnce: number) {
  let to = from;
  let rows = 0;
  do {
    const item = items[to];
    if (item !== undefined) rows += rowsOf(item);
    to += 1;
  } while (to < items.length && rows < rowsAtOnce);
  return { part: items.slice(from, to), rows };
}

/**
 * Writes part by part, each in a transaction as large as this machine writes in some milliseconds,
 * and tells how many rows are done after each.
 */
export async function* inParts<T>(db: Db, work: PartedWork<T>): AsyncGenerator<number, void, void> {
  let [next, done, rowsAtOnce] = [0, 0, FIRST_ROWS];
  while (next < work.items.length) {
    const { part, rows } = takePart(work, next, rowsAtOnce);
    const ms = inTransaction(db, (tx) => {
      const startedAt = performance.now();
      work.write(tx, part);
      return performance.now() - startedAt;
    });
    const fitting = Math.floor((rows * PART_MS) / Math.max(1, ms));
    rowsAtOnce = Math.max(LEAST_ROWS, Math.min(2 * rowsAtOnce, fitting));
    next += part.length;
    done += rows;
    yield done;
    await nextTurn();
  }
}

/** Puts `done` into the words of progress, now and then and at the end. */
export async function* told(
  steps: AsyncIterable<number>,
  { doing, total }: Pick<ImportWorking, 'doing' | 'total'>,
): AsyncGenerator<ImportWorking, void, void> {
  let toldAt = Number.NEGATIVE_INFINITY;
  for await (const done of steps) {
    if (performance.now() - toldAt < TELL_MS && done < total) continue;
    toldAt = performance.now();
    yield { kind: 'working', doing, done, total };
  }
}
