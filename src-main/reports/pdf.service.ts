import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { recordActivity } from '../activity/activity.service.ts';
import { inTransaction } from '../db/database.ts';
import { type DraftFile, draftOf } from '../exports/draft-file.ts';
import { commitError, draftError } from '../exports/export-errors.ts';
import type { Exporter } from '../exports/exporter.ts';
import { rememberExport } from '../exports/exports.service.ts';
import { exportFileName } from '../exports/file-name.ts';

/** Notes what left the register and puts the file in its place, both or neither. */
function commitNoted(exporter: Exporter, draft: DraftFile, path: string, title: string): void {
  const { db, account, platform } = exporter;
  let placed = false;
  try {
    inTransaction(db, (tx) => {
      recordActivity(tx, {
        at: platform.now(),
        kind: 'exported',
        actorId: account.id,
        detail: { what: 'report', title, format: 'pdf' },
      });
      draft.commit();
      placed = true;
    });
  } catch (error) {
    if (placed) rmSync(path, { force: true });
    throw commitError(error, path);
  }
}

/**
 * Asks where to save, and saves the window there as it prints.
 * @throws DomainError FOLDER_NOT_WRITABLE, FILE_IN_USE, or INVALID for a path that cannot be a file
 */
export async function savePdf(
  exporter: Exporter,
  { title, landscape }: { title: string; landscape: boolean },
): Promise<{ kind: 'saved'; path: string } | { kind: 'cancelled' }> {
  const { platform } = exporter;
  // Printed before the question: what is saved is what was on screen when it was asked for.
  const pdf = await platform.printWindow({ landscape });
  const name = exportFileName([title], 'pdf');
  const path = await platform.chooseSaveFile({ name, format: 'pdf' });
  if (path === null) return { kind: 'cancelled' };
  const draft = draftOf(path);
  try {
    await writeFile(draft.path, pdf).catch((error) => {
      throw draftError(error, dirname(path));
    });
    commitNoted(exporter, draft, path, title);
  } finally {
    await draft.discard();
  }
  rememberExport(platform, path);
  return { kind: 'saved', path };
}
