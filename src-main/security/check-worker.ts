import { parentPort, workerData } from 'node:worker_threads';
import type { CheckAnswer, CheckTask } from './check-message.ts';
import { runCheckTask } from './check-task.ts';

function answer(task: CheckTask): CheckAnswer {
  try {
    return { kind: 'done', outcome: runCheckTask(task) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', code, message };
  }
}

parentPort?.postMessage(answer(workerData as CheckTask));
