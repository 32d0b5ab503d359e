import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { LaunchedApp } from '#tests/e2e/launch-app.ts';

/** What the app holds at one moment. Null: this system does not tell. */
export interface Sample {
  /** The page's JavaScript heap after a garbage collection. */
  heapBytes: number;
  /** What the networks' runtime holds in the vision worker (GPU or WASM memory). */
  tensors: number;
  tensorBytes: number;
  /** Open files and sockets of the main process, and its memory. */
  handles: number | null;
  mainBytes: number | null;
  /** The register with its write-ahead log. */
  databaseBytes: number;
}

declare global {
  interface Window {
    soakMemory?: { tensors: number; bytes: number };
  }
}

/** From the page's next load on, keeps what the vision worker last said of its memory. */
export async function listenToVision(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        this.addEventListener('message', ({ data }) => {
          if (data?.report?.memory) window.soakMemory = data.report.memory;
        });
      }
    };
  });
  await page.reload();
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

function handlesOf(pid: number): number | null {
  const folder = `/proc/${pid}/fd`;
  return existsSync(folder) ? readdirSync(folder).length : null;
}

/** Resident memory that is the process's own. */
function memoryOf(pid: number): number | null {
  const file = `/proc/${pid}/smaps_rollup`;
  if (!existsSync(file)) return null;
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

function databaseBytes(folder: string): number {
  const files = readdirSync(folder).filter((name) => /\.db(-wal)?$/.test(name));
  return files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** @throws Error while the vision worker has not reported a frame yet */
export async function takeSample(app: LaunchedApp, cdp: CDPSession): Promise<Sample> {
  const memory = await app.page.evaluate(() => window.soakMemory);
  if (memory === undefined) throw new Error('The vision worker has not looked at a frame.');
  const pid = app.process.pid ?? 0;
  return {
    heapBytes: await heapOf(cdp),
    tensors: memory.tensors,
    tensorBytes: memory.bytes,
    handles: handlesOf(pid),
    mainBytes: memoryOf(pid),
    databaseBytes: databaseBytes(app.userData),
  };
}
