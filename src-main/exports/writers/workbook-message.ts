import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import type { Cell, SheetHead } from '../sheets/sheet.ts';

/** What the main thread says to the thread that writes a workbook, in this order. */
export type ToWorkbookWorker =
  | { kind: 'sheet'; head: SheetHead }
  /** Rows that are about no student. */
  | { kind: 'head'; rows: Cell[][] }
  /** One row a student. */
  | { kind: 'rows'; rows: Cell[][] }
  | { kind: 'finish' };

/** The answer to each message, one for one. */
export type FromWorkbookWorker =
  | { kind: 'taken' }
  /** `code` is the file system's, such as ENOSPC; '' where there is none. */
  | { kind: 'failed'; code: string; message: string };

export interface WorkbookWorkerData {
  path: string;
  format: ExportFormat;
}
