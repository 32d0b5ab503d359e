import type { z } from 'zod';
import type { absencesContract, PlannedAbsence } from '#shared/contract/absences.contract.ts';
import type { ActivityKind } from '#shared/contract/activity.contract.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import { visibleClasses } from '../../people/class-access.service.ts';
import { requireVisibleStudent } from '../../people/students.service.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import type { Caller } from '../caller.ts';
import { publishEntries } from '../sessions/publish-change.ts';
import {
  absencesOfStudent,
  absencesOn,
  findAbsence,
  insertAbsence,
  updateAbsence,
} from './absences.queries.ts';
import { followAbsences } from './away.service.ts';

type InputOf<K extends keyof typeof absencesContract> = z.output<
  NonNullable<(typeof absencesContract)[K]['~orpc']['inputSchema']>
>;

/** @throws DomainError NOT_FOUND or NOT_YOUR_CLASS for a student */
export function readAbsences(caller: Caller, asked: InputOf<'list'>): PlannedAbsence[] {
  const { db } = caller;
  if (asked.of === 'day') return absencesOn(db, asked.day, visibleClasses(db, caller));
  requireVisibleStudent(db, caller, asked.studentId);
  return absencesOfStudent(db, asked.studentId);
}

function requireAbsence(db: Db, caller: Caller, id: string) {
  const found = findAbsence(db, id);
  if (!found) throw new DomainError('NOT_FOUND', { what: 'absence' });
  requireVisibleStudent(db, caller, found.studentId);
  return found;
}

/** One change, its line in the activity log, and what open registers make of it, all or nothing. */
function change(caller: Caller, kind: ActivityKind, write: (tx: Db) => string): PlannedAbsence {
  const { db, account, platform } = caller;
  const { absence, sessionIds } = inTransaction(db, (tx) => {
    const { cancelled: _cancelled, ...absence } = requireAbsence(tx, caller, write(tx));
    const { studentId, days, reason, reportedBy } = absence;
    recordActivity(tx, {
      at: platform.now(),
      kind,
      actorId: account.id,
      studentId,
      detail: { from: days.from, to: days.to, reason, reportedBy },
    });
    return { absence, sessionIds: followAbsences(tx, caller, studentId) };
  });
  for (const sessionId of sessionIds) publishEntries(caller, sessionId, [absence.studentId]);
  return absence;
}

/** @throws DomainError NOT_FOUND, NOT_YOUR_CLASS, or CONFLICT for an archived student */
export function planAbsence(caller: Caller, input: InputOf<'create'>): PlannedAbsence {
  return change(caller, 'absencePlanned', (tx) => {
    const student = requireVisibleStudent(tx, caller, input.studentId);
    if (student.archivedAt !== null) {
      throw new DomainError('CONFLICT', { what: 'archivedStudent', name: student.fullName });
    }
    const id = newId();
    const { studentId, days, reason, reportedBy } = input;
    const said = { studentId, reason, reportedBy, fromDay: days.from, toDay: days.to };
    const by = { recordedBy: caller.account.id, recordedAt: caller.platform.now() };
    insertAbsence(tx, { id, ...said, ...by });
    return id;
  });
}

/** Registers already closed stay as they are. @throws DomainError NOT_FOUND or NOT_YOUR_CLASS */
export function changeAbsence(caller: Caller, input: InputOf<'update'>): PlannedAbsence {
  return change(caller, 'absenceChanged', (tx) => {
    const { id, days, reason, reportedBy } = input;
    if (requireAbsence(tx, caller, id).cancelled) {
      throw new DomainError('NOT_FOUND', { what: 'absence' });
    }
    updateAbsence(tx, id, { reason, reportedBy, fromDay: days.from, toDay: days.to });
    return id;
  });
}

/** Registers already closed stay as they are. @throws DomainError NOT_FOUND or NOT_YOUR_CLASS */
export function cancelAbsence(caller: Caller, id: string): void {
  change(caller, 'absenceCancelled', (tx) => {
    if (requireAbsence(tx, caller, id).cancelled) {
      throw new DomainError('NOT_FOUND', { what: 'absence' });
    }
    updateAbsence(tx, id, { cancelledAt: caller.platform.now() });
    return id;
  });
}

/** @throws DomainError NOT_FOUND or NOT_YOUR_CLASS */
export function restoreAbsence(caller: Caller, id: string): PlannedAbsence {
  return change(caller, 'absencePlanned', (tx) => {
    requireAbsence(tx, caller, id);
    updateAbsence(tx, id, { cancelledAt: null });
    return id;
  });
}
