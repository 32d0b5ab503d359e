import { DomainError } from '../rpc/domain-error.ts';

const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS']);
const HELD_OPEN = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * What the user is told when no draft could be made in `folder`; a full disk is told in the one
 * place for storage errors, which takes a folder not to be written to for the data folder.
 */
export function draftError(error: unknown, folder: string): unknown {
  if (NOT_WRITABLE.has(codeOf(error))) return new DomainError('FOLDER_NOT_WRITABLE', { folder });
  const gone = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
  return gone ? new DomainError('INVALID', { field: 'path', why: 'noSuchFolder' }) : error;
}

/** What the user is told when a finished draft could not take its place at `path`. */
export function commitError(error: unknown, path: string): unknown {
  if (HELD_OPEN.has(codeOf(error))) return new DomainError('FILE_IN_USE', { path });
  if (codeOf(error) === 'EISDIR' || codeOf(error) === 'ENOTEMPTY') {
    return new DomainError('INVALID', { field: 'path', why: 'isFolder' });
  }
  return error;
}
