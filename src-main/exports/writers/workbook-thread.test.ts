import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import type { WorkbookWorkerData } from './workbook-message.ts';
import { WorkbookThread } from './workbook-thread.ts';

const { signal } = new AbortController();

function startThread(): WorkbookThread {
  const folder = makeTestFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return new WorkbookThread({ path: join(folder, 'a.csv'), format: 'csv' });
}

it('tells whoever waits that the thread has ended without an answer', async () => {
  const thread = startThread();
  const waiting = expect(thread.send({ kind: 'finish' }, signal)).rejects.toThrow(/ended/);
  await thread.close();
  await waiting;
});

it('keeps an error that came while nobody waited for whoever sends next', async () => {
  const broken = new WorkbookThread(null as unknown as WorkbookWorkerData);
  // Long enough for the thread to start and to fail.
  await pause(1_000);
  await expect(broken.send({ kind: 'finish' }, signal)).rejects.toThrow(/null/);
  await broken.close();
});
