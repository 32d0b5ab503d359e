/** What went wrong below SQL, as far as a person can do something about it. */
export type StorageProblem = 'full' | 'readOnly' | 'busy' | 'notADatabase' | 'damaged' | 'gone';

const PROBLEM_OF_CODE: ReadonlyArray<readonly [prefix: string, problem: StorageProblem]> = [
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_CANTOPEN', 'readOnly'],
  ['SQLITE_PERM', 'readOnly'],
  ['EACCES', 'readOnly'],
  ['EPERM', 'readOnly'],
  ['EROFS', 'readOnly'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_NOTADB', 'notADatabase'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_IOERR', 'gone'],
  ['EIO', 'gone'],
  ['ENXIO', 'gone'],
  ['ENODEV', 'gone'],
];

/** The code of an error of SQLite (extended, such as SQLITE_READONLY_DBMOVED) or of the file system. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return errorCode(error.cause);
}

/** The storage problem behind an error, or null when it is no storage error. */
export function storageProblem(error: unknown): StorageProblem | null {
  const code = errorCode(error);
  return PROBLEM_OF_CODE.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
}
