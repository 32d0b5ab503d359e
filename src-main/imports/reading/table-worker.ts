import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableFile } from './file-fault.ts';
import { readTables } from './read-tables.ts';
import type { FromTableWorker, TableWorkerData } from './table-message.ts';

function answer(): FromTableWorker {
  try {
    return { kind: 'tables', tables: readTables(workerData as TableWorkerData) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'refused', why: error.why };
    return { kind: 'failed', message: String(error) };
  }
}

const port = parentPort;
if (!port) throw new Error('A spreadsheet is read in a worker thread.');
port.postMessage(answer());
