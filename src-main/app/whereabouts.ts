import { statSync } from 'node:fs';

/** Where the files of an open register are: where they were opened, or no longer all of them. */
export type Whereabouts = 'inPlace' | 'logMoved' | 'moved';

/** What SQLite keeps beside a database in use. */
const BESIDE = ['-wal', '-shm'] as const;

/** Which file lies at a path, by device and inode; null when none does. */
function fileAt(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}

/**
 * Remembers which files a database is, and says later whether they are still the ones under its
 * path. A program that holds a file goes on writing to it when it was removed or replaced, and
 * all it writes is gone with the program. SQLite looks for that only where there is no write-ahead
 * log (SQLITE_READONLY_DBMOVED). On Windows files in use cannot be removed.
 * @param path of a database that is open and has been written to
 * @returns throws the system's error where the path cannot be looked at
 */
export function watchWhereabouts(path: string): () => Whereabouts {
  const opened = fileAt(path);
  const beside = BESIDE.map((suffix) => fileAt(path + suffix));
  return () => {
    if (fileAt(path) !== opened) return 'moved';
    const isBeside = BESIDE.every((suffix, index) => fileAt(path + suffix) === beside[index]);
    return isBeside ? 'inPlace' : 'logMoved';
  };
}
