import type { BackupFailure } from '#shared/contract/backup.contract.ts';
import { storageProblem } from '../db/storage-error.ts';
import { DomainError } from '../rpc/domain-error.ts';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function failureOf(error: unknown): BackupFailure {
  if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return 'folderGone';
  switch (storageProblem(error)) {
    case 'readOnly':
      return 'folderNotWritable';
    case 'full':
      return 'full';
    default:
      return 'other';
  }
}

/** What the user is told of a backup that could not be made in `folder`. */
export function backupError(error: unknown, folder: string): unknown {
  switch (failureOf(error)) {
    case 'folderGone':
      return new DomainError('BACKUP_FOLDER_GONE', { folder });
    case 'folderNotWritable':
      return new DomainError('BACKUP_FOLDER_NOT_WRITABLE', { folder });
    default:
      return error;
  }
}
