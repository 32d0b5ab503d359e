import { DomainError } from '../rpc/domain-error.ts';

const HELD_OPEN = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * What the user is told when a draft could not be made; a full disk and a folder that may not be
 * written to are told in the one place for storage errors.
 */
export function draftError(error: unknown): unknown {
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
