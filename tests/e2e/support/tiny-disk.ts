import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk of its own, mounted at `folder`. */
export interface TinyDisk {
  folder: string;
  /** Takes all the room there is left. */
  fill(): void;
  /** Gives that room back. */
  empty(): void;
  setReadOnly(readOnly: boolean): void;
  unmount(): void;
}

/** What to say where there is none. */
export const NO_TINY_DISK = 'this system mounts no small disk for tests (Linux as root does)';

const CHUNK = Buffer.alloc(64 * 1024);
const SMALLEST = Buffer.alloc(1024);

function isFull(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
}

function fillWith(file: string, chunk: Buffer): void {
  try {
    for (;;) writeFileSync(file, chunk, { flag: 'a' });
  } catch (cause) {
    if (!isFull(cause)) throw cause;
  }
}

/** A disk in memory of so many megabytes; null where the system does not let a test make one. */
export function mountTinyDisk(megabytes: number): TinyDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-disk-'));
  const filler = join(folder, 'holiday.mp4');
  try {
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
    execFileSync('mount', options, { stdio: 'ignore' });
  } catch {
    // No such command, or no right to it: the caller says so.
    return null;
  }
  return {
    folder,
    fill() {
      fillWith(filler, CHUNK);
      fillWith(filler, SMALLEST);
    },
    empty: () => rmSync(filler),
    setReadOnly: (readOnly) => {
      execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder]);
    },
    unmount: () => {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
