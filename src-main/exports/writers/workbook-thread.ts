import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../../worker-file.ts';
import type {
  FromWorkbookWorker,
  ToWorkbookWorker,
  WorkbookWorkerData,
} from './workbook-message.ts';

/** A failure of the thread, with the file system's code where it has one. */
class WorkbookError extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.name = 'WorkbookError';
    this.code = code;
  }
}

/** One workbook being written in a thread of its own, so that the window stays responsive. */
export class WorkbookThread {
  readonly #worker: Worker;
  /** Rejects when the thread breaks down or ends, whether somebody waits for it or not. */
  readonly #ended: Promise<never>;

  /** @param target the file is created at `path`, which must not exist */
  constructor(target: WorkbookWorkerData) {
    const worker = new Worker(workerFile('workbook-worker', import.meta.url), {
      workerData: target,
    });
    this.#worker = worker;
    this.#ended = new Promise((_, reject) => {
      worker.on('error', reject);
      worker.on('exit', (code) =>
        reject(new WorkbookError(`The workbook's thread has ended with exit code ${code}.`, '')),
      );
    });
    // Nobody may be waiting when it happens; the next `send` is told.
    this.#ended.catch(() => undefined);
  }

  /**
   * Hands one message over and waits until it is dealt with.
   * @throws WorkbookError when the file cannot be written or the thread has ended; the thread's
   *   own error when it broke down; the abort reason when aborted
   */
  async send(message: ToWorkbookWorker, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const answered = once(this.#worker, 'message', { signal });
    this.#worker.postMessage(message);
    const [answer] = (await Promise.race([answered, this.#ended])) as [FromWorkbookWorker];
    if (answer.kind === 'failed') throw new WorkbookError(answer.message, answer.code);
  }

  /** Ends the thread whatever it is doing; its file is closed when this resolves. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
