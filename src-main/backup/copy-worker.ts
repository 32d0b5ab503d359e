import { parentPort, workerData } from 'node:worker_threads';
import type { CopyAnswer, CopyTask } from './copy-message.ts';
import { runCopyTask } from './copy-task.ts';

function answer(task: CopyTask): CopyAnswer {
  try {
    return { kind: 'done', facts: runCopyTask(task) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return {
      kind: 'failed',
      code,
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

parentPort?.postMessage(answer(workerData as CopyTask));
