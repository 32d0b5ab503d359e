import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '#shared/assert-never.ts';
import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import type { SheetWriter } from '../sheets/sheet.ts';
import { openCsv } from './csv-writer.ts';
import { openOds } from './ods-writer.ts';
import type {
  FromWorkbookWorker,
  ToWorkbookWorker,
  WorkbookWorkerData,
} from './workbook-message.ts';
import { openXlsx } from './xlsx-writer.ts';

const OPENERS: Record<ExportFormat, (path: string) => SheetWriter> = {
  xlsx: openXlsx,
  ods: openOds,
  csv: openCsv,
};

const { path, format } = workerData as WorkbookWorkerData;
let writer: SheetWriter | null = null;

function take(message: ToWorkbookWorker): void {
  writer ??= OPENERS[format](path);
  switch (message.kind) {
    case 'sheet':
      writer.beginSheet(message.head);
      break;
    case 'head':
    case 'rows':
      writer.addRows(message.rows);
      break;
    case 'finish':
      writer.finish();
      break;
    default:
      assertNever(message);
  }
}

function answer(message: ToWorkbookWorker): FromWorkbookWorker {
  try {
    take(message);
    return { kind: 'taken' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { kind: 'failed', code, message: String(error) };
  }
}

const port = parentPort;
if (!port) throw new Error('The workbook is written in a worker thread.');
port.on('message', (message: ToWorkbookWorker) => port.postMessage(answer(message)));
