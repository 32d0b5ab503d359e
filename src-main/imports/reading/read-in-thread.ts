import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { assertNever } from '#shared/assert-never.ts';
import type { Table } from '#shared/imports/table.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { workerFile } from '../../worker-file.ts';
import type { FromTableWorker, TableWorkerData } from './table-message.ts';

/** The largest list that is taken needs a few seconds and 200 MB. */
const LIMITS = { milliseconds: 60_000, heapMegabytes: 768 } as const;

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

/** What a file came to that could not be read: too much of it, or a fault of ours. */
function refusal(error: unknown, timeout: AbortSignal): unknown {
  if (timeout.aborted) return new DomainError('UNREADABLE_FILE', { why: 'tookTooLong' });
  if (isCode(error, 'ERR_WORKER_OUT_OF_MEMORY')) {
    return new DomainError('UNREADABLE_FILE', { why: 'unpacksTooLarge' });
  }
  return error;
}

function tablesOf(answer: FromTableWorker): Table[] {
  switch (answer.kind) {
    case 'tables':
      return answer.tables;
    case 'refused':
      throw new DomainError('UNREADABLE_FILE', { why: answer.why });
    case 'failed':
      throw new Error(answer.message);
    default:
      return assertNever(answer);
  }
}

/**
 * Reads a spreadsheet in a thread of its own, which is ended when it is done, when the signal
 * aborts, and when it takes too long or too much memory.
 * @throws DomainError UNREADABLE_FILE; the abort reason when aborted
 */
export async function readInThread(
  data: TableWorkerData,
  signal: AbortSignal,
  limits: { milliseconds: number; heapMegabytes: number } = LIMITS,
): Promise<Table[]> {
  signal.throwIfAborted();
  const timeout = AbortSignal.timeout(limits.milliseconds);
  const worker = new Worker(workerFile('table-worker', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  });
  try {
    const [answer] = await once(worker, 'message', { signal: AbortSignal.any([signal, timeout]) });
    return tablesOf(answer as FromTableWorker);
  } catch (error) {
    throw signal.aborted ? signal.reason : refusal(error, timeout);
  } finally {
    await worker.terminate();
  }
}
