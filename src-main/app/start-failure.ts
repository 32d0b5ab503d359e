import { existsSync } from 'node:fs';
import type { StartFailure } from '#shared/contract/app.contract.ts';
import { NewerDatabaseError } from '../db/migrate.ts';
import { storageProblem } from '../db/storage-error.ts';

/** What the start-up screen says of an error that kept the register from opening. */
export function toStartFailure(error: unknown, folder: string): StartFailure {
  if (error instanceof NewerDatabaseError) {
    return { reason: 'newerVersion', found: error.found, supported: error.supported };
  }
  if (!existsSync(folder)) return { reason: 'folderGone', folder };
  switch (storageProblem(error)) {
    case 'notADatabase':
      return { reason: 'wrongKey' };
    case 'readOnly':
      return { reason: 'folderNotWritable', folder };
    case 'full':
      return { reason: 'storageFull', folder };
    case 'busy':
      return { reason: 'databaseBusy' };
    default:
      return { reason: 'damaged', detail: error instanceof Error ? error.message : String(error) };
  }
}
