import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes `path` with what `write` puts into a file beside it, or leaves `path` as it was. `write`
 * gets the name of a file that does not exist; it is gone afterwards whatever happens.
 * @throws what `write` throws, or Error with the file system's `code`: EBUSY, EPERM or EACCES
 *   where another program holds a file at `path` open
 */
export async function writeAtomically(
  path: string,
  write: (draft: string) => Promise<void>,
): Promise<void> {
  const folder = dirname(path);
  const draft = join(folder, `.${basename(path)}.${randomUUID()}.part`);
  try {
    await write(draft);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
