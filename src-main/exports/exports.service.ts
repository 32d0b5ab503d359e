import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { assertNever } from '#shared/assert-never.ts';
import type { ExportProgress, ExportRequest } from '#shared/contract/exports.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { inTransaction } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import { requireSession } from '../register/sessions/session-rules.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { noteLogEnd } from '../security/log-notes.service.ts';
import { type DraftFile, draftOf } from './draft-file.ts';
import { commitError, draftError } from './export-errors.ts';
import type { ExportPlan } from './export-plan.ts';
import { type Exporter, sheetWords } from './exporter.ts';
import { planActivity } from './plan-activity.ts';
import { planClass, planStudent } from './plan-registers.ts';
import { planStudentData } from './plan-student-data.ts';
import { sessionExport } from './sheets/session-sheet.ts';
import { WorkbookThread } from './writers/workbook-thread.ts';

const exportedByThisRun = new WeakMap<Platform, Set<string>>();

function plan(exporter: Exporter, request: ExportRequest): ExportPlan {
  switch (request.what) {
    case 'session': {
      const { db, platform } = exporter;
      const session = requireSession(db, exporter, request.sessionId);
      return sessionExport(db, session, { format: request.format, words: sheetWords(platform) });
    }
    case 'class':
      return planClass(exporter, request);
    case 'student':
      return planStudent(exporter, request);
    case 'activity':
      return planActivity(exporter, request);
    case 'everything':
      return planStudentData(exporter, request);
    default:
      return assertNever(request);
  }
}

/** Lets `revealExport` show this file. */
export function rememberExport(platform: Platform, path: string): void {
  const exported = exportedByThisRun.get(platform) ?? new Set();
  exportedByThisRun.set(platform, exported.add(path));
}

/**
 * Notes the export and puts the file in its place, both or neither. Where the note is taken and
 * then cannot be committed, the file goes again; what it took the place of is lost.
 */
function commitNoted(
  { db, account, platform }: Exporter,
  { draft, path, planned }: { draft: DraftFile; path: string; planned: ExportPlan },
): void {
  const placed = { is: false };
  try {
    inTransaction(db, (tx) => {
      recordActivity(tx, {
        at: platform.now(),
        kind: 'exported',
        actorId: account.id,
        ...(planned.studentId === undefined ? {} : { studentId: planned.studentId }),
        detail: { ...planned.detail, rows: planned.total },
      });
      draft.commit();
      placed.is = true;
    });
  } catch (error) {
    if (placed.is) rmSync(path, { force: true });
    throw commitError(error, path);
  }
  noteLogEnd(platform, db, 'export');
}

/** Writes the draft, telling how far it is; the draft is complete when this has run to its end. */
async function* writeDraft(
  draft: string,
  planned: ExportPlan,
  { format, signal }: { format: ExportRequest['format']; signal: AbortSignal },
): AsyncGenerator<ExportProgress, void> {
  const { total } = planned;
  const thread = new WorkbookThread({ path: draft, format });
  try {
    let done = 0;
    for await (const message of planned.messages()) {
      await thread.send(message, signal);
      if (message.kind !== 'rows') continue;
      done += message.rows.length;
      yield { kind: 'working', done, total };
    }
    await thread.send({ kind: 'finish' }, signal);
    // The last moment to cancel: whoever ends the iteration here gets no file.
    yield { kind: 'working', done, total };
  } catch (error) {
    throw draftError(error, dirname(draft));
  } finally {
    await thread.close();
  }
}

async function* askAndWrite(
  exporter: Exporter,
  planned: ExportPlan,
  writing: { format: ExportRequest['format']; signal: AbortSignal },
): AsyncGenerator<ExportProgress, void> {
  const { fileName, total } = planned;
  const { format, signal } = writing;
  const path = await exporter.platform.chooseSaveFile({ name: fileName, format });
  if (path === null) {
    yield { kind: 'cancelled' };
    return;
  }
  const draft = draftOf(path);
  try {
    yield { kind: 'working', done: 0, total };
    yield* writeDraft(draft.path, planned, writing);
    signal.throwIfAborted();
    commitNoted(exporter, { draft, path, planned });
  } finally {
    await draft.discard();
  }
  rememberExport(exporter.platform, path);
  yield { kind: 'saved', path, rows: total };
}

/**
 * Asks where to save and writes there, in a thread of its own. Ending the iteration or aborting
 * the signal cancels; what is cancelled or fails leaves no file, and a file that was there stays.
 * @throws DomainError at once: NOT_FOUND, NOT_YOUR_CLASS, NOTHING_TO_EXPORT; while iterating: FILE_IN_USE,
 *   INVALID for a path that cannot be a file; Error with a `code` for a full disk or a folder
 *   that may not be written to
 */
export function runExport(
  exporter: Exporter,
  request: ExportRequest,
  signal: AbortSignal = new AbortController().signal,
): AsyncGenerator<ExportProgress, void> {
  return askAndWrite(exporter, plan(exporter, request), { format: request.format, signal });
}

/** @throws DomainError NOT_FOUND for anything but a file exported since the app was started */
export function revealExport(platform: Platform, path: string): void {
  if (!exportedByThisRun.get(platform)?.has(path)) {
    throw new DomainError('NOT_FOUND', { what: 'export' });
  }
  platform.revealFile(path);
}
