import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file in the making, beside the place it is for, so that taking that place is one step. */
export interface DraftFile {
  /** Does not exist yet. */
  path: string;
  /**
   * Puts the finished draft in its place, over what was there; at once, so that it fits into a
   * transaction.
   * @throws Error with the file system's `code`: EBUSY, EPERM or EACCES where another program
   *   holds the file open (Windows)
   */
  commit(): void;
  /** Removes the draft, if it is still there. */
  discard(): Promise<void>;
}

export function draftOf(target: string): DraftFile {
  // Short whatever the target is called: a name may have 255 bytes, and the target may use them all.
  const path = join(dirname(target), `.${randomUUID()}.part`);
  return {
    path,
    commit: () => renameSync(path, target),
    discard: () => rm(path, { force: true }),
  };
}
