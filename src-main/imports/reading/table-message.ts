import type { FileFault } from '#shared/contract/imports.contract.ts';
import type { Table } from '#shared/imports/table.ts';

/** The file, handed to the thread that reads it. */
export interface TableWorkerData {
  bytes: Uint8Array;
  fileName: string;
}

/** What that thread says, once. */
export type FromTableWorker =
  | { kind: 'tables'; tables: Table[] }
  | { kind: 'refused'; why: FileFault }
  | { kind: 'failed'; message: string };
