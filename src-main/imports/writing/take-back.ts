import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportWorking, UndoneImport } from '#shared/contract/imports.contract.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { dayAt } from '../../people/school-day.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import type { Undoer } from '../importer.ts';
import {
  changesPage,
  closeImport,
  deleteChanges,
  findImport,
  type ImportChange,
} from '../imports.queries.ts';
import { undoSubject } from '../marks/make-subjects.ts';
import { sessionOfMark, undoMarks } from '../marks/undo-marks.ts';
import { undoClass, undoStudents } from '../students/undo-students.ts';
import { inParts, told } from './in-parts.ts';

const CHANGES_AT_ONCE = 2_000;

type Found = NonNullable<ReturnType<typeof findImport>>;

async function readChanges(db: Db, importId: string): Promise<ImportChange[]> {
  const all: ImportChange[] = [];
  for (;;) {
    const after = all.at(-1) ?? null;
    const page = changesPage(db, importId, { after, limit: CHANGES_AT_ONCE });
    all.push(...page);
    if (page.length < CHANGES_AT_ONCE) return all;
    await nextTurn();
  }
}

/** What is taken back at one go: of marks those of a register, else one change. */
function unitsOf(changes: readonly ImportChange[]): ImportChange[][] {
  const parted = changes.filter(({ what }) => what === 'student' || what === 'mark');
  const units = Map.groupBy(parted, (change) =>
    change.what === 'mark' ? sessionOfMark(change) : change.subjectId,
  );
  return [...units.values()];
}

function undoPart(
  tx: Db,
  undoer: Undoer,
  { id, kind, at, fileName }: Found,
  part: readonly ImportChange[],
): UndoneImport {
  if (kind === 'marks') return undoMarks(tx, undoer, part, { importId: id, file: fileName });
  const now = undoer.platform.now();
  const day = dayAt(now, undoer.platform.utcOffsetMinutes(now));
  return undoStudents(tx, part, { importedAt: at, now, day });
}

function close(
  { db, platform, actorId }: Undoer,
  { id, kind, fileName }: Found,
  { changes, result }: { changes: readonly ImportChange[]; result: UndoneImport },
): void {
  const now = platform.now();
  inTransaction(db, (tx) => {
    for (const { what, subjectId } of changes) {
      if (what === 'class') undoClass(tx, subjectId);
      if (what === 'subject') undoSubject(tx, subjectId, now);
    }
    closeImport(tx, id, now);
    const { undone, kept } = result;
    const detail = { what: kind, file: fileName, undone, kept: kept.length };
    recordActivity(tx, { at: now, kind: 'importUndone', actorId, detail });
  });
}

/**
 * Takes back part by part all of an import that has been written and not been taken back yet, except
 * for what was meanwhile used or changed. What it has done stays done wherever it is stopped; called
 * again it goes on from there.
 * @throws DomainError NOT_FOUND
 */
export async function* takeBack(
  undoer: Undoer,
  importId: string,
): AsyncGenerator<ImportWorking, UndoneImport, void> {
  const { db } = undoer;
  const found = findImport(db, importId);
  if (!found) throw new DomainError('NOT_FOUND', { what: 'import' });
  const changes = await readChanges(db, importId);
  const items = unitsOf(changes);
  const result: UndoneImport = { undone: 0, kept: [] };
  const write = (tx: Db, units: readonly ImportChange[][]) => {
    const part = units.flat();
    const { undone, kept } = undoPart(tx, undoer, found, part);
    deleteChanges(tx, part);
    result.undone += undone;
    result.kept.push(...kept);
  };
  const total = items.reduce((sum, unit) => sum + unit.length, 0);
  const steps = inParts(db, { items, rowsOf: (unit) => unit.length, write });
  yield* told(steps, { doing: 'takingBack', total });
  close(undoer, found, { changes, result });
  return result;
}
