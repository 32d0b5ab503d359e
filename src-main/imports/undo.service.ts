import type { UndoneImport } from '#shared/contract/imports.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { dayAt } from '../people/school-day.ts';
import { findStudent } from '../people/students.queries.ts';
import { DomainError } from '../rpc/domain-error.ts';
import type { Importer } from './importer.ts';
import { closeImport, findImport, type ImportChange, listChanges } from './imports.queries.ts';
import { undoMarks } from './undo-marks.ts';
import { studentsById, type UndoMoment, undoClass, undoStudent } from './undo-students.ts';

function undoStudents(tx: Db, changes: readonly ImportChange[], moment: UndoMoment): UndoneImport {
  const known = studentsById(tx);
  const kept: UndoneImport['kept'] = [];
  let undone = 0;
  for (const change of changes.filter(({ what }) => what === 'student')) {
    const student = known.get(change.subjectId);
    if (!student) continue;
    const why = undoStudent(tx, change, student, moment);
    const row = findStudent(tx, student.id);
    if (why === null || !row) undone += 1;
    else
      kept.push({
        studentId: row.id,
        studentNumber: row.studentNumber,
        fullName: row.fullName,
        why,
        register: null,
      });
  }
  for (const { what, subjectId } of changes) if (what === 'class') undoClass(tx, subjectId);
  return { undone, kept };
}

/**
 * Takes an import back in one transaction, except for what was meanwhile used or changed.
 * @throws DomainError NOT_FOUND; CONFLICT `importUndone` when it was taken back already,
 *   `importForgotten` once what it did is no longer kept
 */
export function undoImport(importer: Importer, id: string): UndoneImport {
  const { db, account, platform } = importer;
  const now = platform.now();
  return inTransaction(db, (tx) => {
    const found = findImport(tx, id);
    if (!found) throw new DomainError('NOT_FOUND', { what: 'import' });
    if (found.undoneAt !== null) throw new DomainError('CONFLICT', { what: 'importUndone' });
    const changes = listChanges(tx, id);
    if (changes.length === 0) throw new DomainError('CONFLICT', { what: 'importForgotten' });
    const day = dayAt(now, platform.utcOffsetMinutes(now));
    const result =
      found.kind === 'marks'
        ? undoMarks(tx, importer, changes, { importId: id, file: found.fileName })
        : undoStudents(tx, changes, { importedAt: found.at, now, day });
    closeImport(tx, id, now);
    recordActivity(tx, {
      at: now,
      kind: 'importUndone',
      actorId: account.id,
      detail: {
        what: found.kind,
        file: found.fileName,
        undone: result.undone,
        kept: result.kept.length,
      },
    });
    return result;
  });
}
