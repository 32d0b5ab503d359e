import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../worker-file.ts';
import type { CopyAnswer, CopyFacts, CopyTask } from './copy-message.ts';

/** A copy that went wrong, with SQLite's or the file system's code where it has one. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Does one task in a thread of its own: a large register takes seconds to copy, and the window
 * goes on meanwhile.
 * @throws CopyError
 */
export async function runCopyTaskInThread(task: CopyTask): Promise<CopyFacts> {
  const worker = new Worker(workerFile('copy-worker', import.meta.url), { workerData: task });
  try {
    const [answer] = (await once(worker, 'message')) as [CopyAnswer];
    if (answer.kind === 'failed') throw new CopyError(answer.message, answer.code);
    return answer.facts;
  } finally {
    await worker.terminate();
  }
}
