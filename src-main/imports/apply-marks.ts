import type { ImportDone, MarkCounts } from '#shared/contract/imports.contract.ts';
import type { ReadMark } from '#shared/imports/read-marks.ts';
import { APP_REASONS } from '#shared/register/app-reasons.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { appendEvents } from '../register/append-events.ts';
import type { NewEvent } from '../register/event-log.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { impersonalFileName } from './impersonal-file-name.ts';
import type { Importer } from './importer.ts';
import {
  findImport,
  forgetOlderChanges,
  type ImportChange,
  insertChanges,
  insertImport,
  UNDOABLE,
} from './imports.queries.ts';
import { makeRegisters } from './make-registers.ts';
import { countMarks, countRegisters, type PlannedMark, takenMarks } from './plan-marks.ts';

const KINDS = ['new', 'changed', 'unchanged', 'kept', 'skipped', 'problem'] as const;

type Taken = ReturnType<typeof takenMarks>[number];

function assertAsPlanned(counts: MarkCounts, expected: MarkCounts): void {
  const same = KINDS.every((kind) => counts[kind] === expected[kind]);
  if (!same) throw new DomainError('CONFLICT', { what: 'plan' });
  if (counts.new + counts.changed === 0) throw new DomainError('INVALID', { why: 'nothingNew' });
}

/** As of a correction by hand, what a register that is closed has not said yet amends it. */
function eventOf(
  { row, placed }: Taken,
  sessionId: string,
  { account, platform }: Importer,
  fileName: string,
): NewEvent {
  const { student, code, at, target } = placed;
  const capturedAt = target.kind === 'existing' ? Math.max(at, target.session.startedAt) : at;
  return {
    kind: target.kind === 'new' ? 'mark' : 'amend',
    sessionId,
    studentId: student.id,
    code,
    method: 'import',
    score: null,
    evidence: null,
    policy: null,
    capturedAt,
    utcOffsetMinutes: platform.utcOffsetMinutes(capturedAt),
    recordedAt: platform.now(),
    actorId: account.id,
    reason: APP_REASONS.imported(fileName, row.mark.reason),
  };
}

/** Register by register, and in the order of the list within each. */
function inRegisterOrder(taken: readonly Taken[]): Taken[] {
  return taken.toSorted((a, b) => a.placed.at - b.placed.at);
}

function noteImport(
  tx: Db,
  { account, platform }: Importer,
  facts: { file: string; counts: MarkCounts; registers: number },
): void {
  const { file, counts, registers } = facts;
  recordActivity(tx, {
    at: platform.now(),
    kind: 'imported',
    actorId: account.id,
    detail: { what: 'marks', file, ...counts, registers },
  });
}

/**
 * Writes the marks that have no problem, and the registers they need, all in one transaction.
 * @param plan what the list would do to the register as it is now
 * @throws DomainError CONFLICT `plan` when the register is no longer as the plan found it, INVALID
 *   `nothingNew` when there is nothing to write
 */
export function applyMarks(
  importer: Importer,
  { plan, rows }: { plan: (tx: Db) => PlannedMark[]; rows: readonly ReadMark[] },
  { expected, fileName }: { expected: MarkCounts; fileName: string },
): ImportDone {
  const { db, account, platform } = importer;
  return inTransaction(db, (tx) => {
    const planned = plan(tx);
    const counts = countMarks(planned);
    assertAsPlanned(counts, expected);
    const taken = inRegisterOrder(takenMarks(planned));
    const names = planned.flatMap(({ placed }) =>
      placed ? [placed.student.fullName, placed.student.studentNumber] : [],
    );
    const numbers = rows.map(({ mark }) => mark.studentNumber);
    const file = impersonalFileName(fileName, [...names, ...numbers]);
    const importId = newId();
    const facts = { kind: 'marks' as const, created: counts.new, changed: counts.changed };
    const at = platform.now();
    insertImport(tx, { id: importId, at, actorId: account.id, fileName: file, ...facts });
    const sessionOf = makeRegisters(tx, importer, { importId, taken });
    const events = taken.map((one) => eventOf(one, sessionOf(one.placed), importer, file));
    const written = appendEvents(tx, events);
    const changes = written.map(({ id, sessionId, studentId, code }, at): ImportChange => {
      const eventId = taken[at]?.there?.eventId;
      const before = eventId === undefined ? null : JSON.stringify({ eventId });
      const after = JSON.stringify({ sessionId, studentId, code });
      return { importId, what: 'mark', subjectId: id, before, after };
    });
    insertChanges(tx, changes);
    forgetOlderChanges(tx, UNDOABLE);
    noteImport(tx, importer, { file, counts, registers: countRegisters(planned).made });
    const done = findImport(tx, importId);
    if (!done) throw new Error('The import just written is not there.');
    return done;
  });
}
