import type { ImportKind } from '#shared/imports/import-field.ts';
import { TABLE_LIMITS, tidy } from '#shared/imports/table.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { dropDraft, keepDraft, openedFile } from '../drafts.ts';
import type { Importer } from '../importer.ts';
import { readInThread } from './read-in-thread.ts';

const NAME_CHARACTERS = 120;

/**
 * Reads the file and keeps it for this window in place of the one before. Aborting the
 * signal stops it.
 * @throws DomainError UNREADABLE_FILE
 */
export async function* openFile(
  { connection }: Importer,
  { kind, file }: { kind: ImportKind; file: File },
  signal: AbortSignal = new AbortController().signal,
) {
  dropDraft(connection);
  if (file.size > TABLE_LIMITS.fileBytes) {
    throw new DomainError('UNREADABLE_FILE', { why: 'tooLarge' });
  }
  if (file.size === 0) throw new DomainError('UNREADABLE_FILE', { why: 'empty' });
  yield { kind: 'reading' as const, bytes: file.size };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fileName = tidy(file.name).slice(0, NAME_CHARACTERS);
  const tables = await readInThread({ bytes, fileName }, signal);
  const draft = keepDraft(connection, { kind, fileName, tables });
  yield { kind: 'opened' as const, file: openedFile(draft) };
}
