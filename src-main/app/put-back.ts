import { existsSync, renameSync } from 'node:fs';
import { storageProblem } from '../db/storage-error.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { removeDatabase } from './first-run.ts';
import { adoptKeptCopy } from './kept-copy.ts';
import { type KeyFile, writeKeyFile } from './key-file.ts';
import type { OpenRegister } from './open-register.ts';
import type { RegisterFiles } from './register-files.ts';

/**
 * Copies the register; false when it cannot be read any more and another file is there to be read.
 * Then its drive was away and is back, with all that was acknowledged. A copy gets its name when
 * it is whole.
 * @throws SqliteError when there is no place for the copy
 */
function copy(register: OpenRegister, files: RegisterFiles): boolean {
  const { unfinishedCopy } = files;
  removeDatabase(unfinishedCopy);
  try {
    register.copyTo(unfinishedCopy);
    renameSync(unfinishedCopy, files.keptDatabase);
    return true;
  } catch (error) {
    removeDatabase(unfinishedCopy);
    const isUnreadable = ['gone', 'damaged'].includes(storageProblem(error) ?? '');
    if (isUnreadable && existsSync(files.database)) return false;
    throw error;
  }
}

/** A register that is open, and the key file that opened it. */
interface Kept {
  register: OpenRegister;
  keyFile: KeyFile;
}

/**
 * Whether database, log and key file of an open register are where they belong.
 * @throws DomainError STORAGE_GONE when there is no folder any more
 */
export function isInPlace({ register }: Kept, files: RegisterFiles): boolean {
  if (register.whereabouts() === 'inPlace' && existsSync(files.key)) return true;
  if (!existsSync(files.folder)) throw new DomainError('STORAGE_GONE');
  return false;
}

/**
 * Brings the files of an open register that were removed or replaced to where they belong, as the
 * open database has them; what lies there instead is kept under another name. Close the register
 * afterwards and open what is there.
 * @throws Error with the system's or SQLite's code where that is impossible; try again later
 */
export function putBack({ register, keyFile }: Kept, files: RegisterFiles, now: number): void {
  if (!existsSync(files.key)) writeKeyFile(files.key, keyFile);
  if (register.whereabouts() !== 'moved') {
    register.flush();
    return;
  }
  if (copy(register, files)) adoptKeptCopy(files, now);
}
