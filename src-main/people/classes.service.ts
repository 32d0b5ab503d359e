import type { SchoolClass } from '#shared/contract/people.contract.ts';
import { FROM_THE_BEGINNING, lateRuleOn } from '#shared/register/dated-late-rule.ts';
import { findActiveAccount } from '../accounts/accounts.queries.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { putTeachers } from './class-access.queries.ts';
import { isVisible, type VisibleClasses } from './class-access.service.ts';
import {
  type ClassRow,
  classNameIsTaken,
  findClass,
  hasOpenSession,
  insertClass,
  listClasses,
  updateClass,
} from './classes.queries.ts';
import { lateRulesOf, putLateRule } from './late-rules.queries.ts';
import type { Moment } from './school-day.ts';
import { comparisonKey, nameOrder } from './text-keys.ts';

export interface ClassChanges {
  id: string;
  name?: string | undefined;
  lateAfterMinutes?: number | null | undefined;
  /** The first day of the late rule; today where left out. */
  lateFrom?: string | undefined;
  archived?: boolean | undefined;
  /** Exactly who is assigned to it. */
  teacherIds?: readonly string[] | undefined;
}

/** @throws DomainError NOT_FOUND */
export function readClass(db: Db, id: string): ClassRow {
  const found = findClass(db, id);
  if (found === null) throw new DomainError('NOT_FOUND', { what: 'class' });
  return found;
}

function withLateRules(db: Db, row: ClassRow, day: string): SchoolClass {
  const lateRules = lateRulesOf(db, row.id);
  return { ...row, lateRules, lateAfterMinutes: lateRuleOn(lateRules, day) };
}

/** Those visible, by name, "9A" before "10B". */
export function classesInOrder(
  db: Db,
  filter: { includeArchived: boolean },
  { visible, day }: { visible: VisibleClasses; day: string },
): SchoolClass[] {
  return listClasses(db, filter)
    .filter(({ id }) => isVisible(visible, id))
    .toSorted((a, b) => nameOrder.compare(a.name, b.name))
    .map((row) => withLateRules(db, row, day));
}

function assertFreeName(db: Db, name: string, exceptId: string | null): void {
  if (classNameIsTaken(db, comparisonKey(name), exceptId)) {
    throw new DomainError('CONFLICT', { what: 'className', name });
  }
}

export interface NewClass {
  name: string;
  lateAfterMinutes: number | null;
  teacherIds: readonly string[];
}

/** Only those who may sign in are assigned. @throws DomainError NOT_FOUND */
function assign(db: Db, classId: string, teacherIds: readonly string[]): void {
  for (const id of teacherIds) {
    if (!findActiveAccount(db, id)) throw new DomainError('NOT_FOUND', { what: 'account' });
  }
  putTeachers(db, classId, teacherIds);
}

/** @throws DomainError CONFLICT when an active class has that name, whatever its case; NOT_FOUND */
export function createClass(
  db: Db,
  { name, lateAfterMinutes, teacherIds }: NewClass,
  { now, day }: Moment,
): SchoolClass {
  return inTransaction(db, (tx) => {
    assertFreeName(tx, name, null);
    const id = newId();
    insertClass(tx, { id, name, nameKey: comparisonKey(name), createdAt: now });
    putLateRule(tx, id, { from: FROM_THE_BEGINNING, lateAfterMinutes });
    assign(tx, id, teacherIds);
    return withLateRules(tx, readClass(tx, id), day);
  });
}

/** Only a class that is empty and has no open session can be put away. */
function assertArchivable(db: Db, { id, name, studentCount }: ClassRow): void {
  if (studentCount > 0) throw new DomainError('CONFLICT', { what: 'studentsInClass', name });
  if (hasOpenSession(db, id)) throw new DomainError('CONFLICT', { what: 'openSession', name });
}

function changeLateRule(
  tx: Db,
  { id, lateAfterMinutes, lateFrom }: ClassChanges,
  today: string,
): void {
  if (lateAfterMinutes === undefined) return;
  const from = lateFrom ?? today;
  const before = lateRulesOf(tx, id);
  const followed = before.some((rule) => rule.from > from);
  if (!followed && lateRuleOn(before, from) === lateAfterMinutes) return;
  putLateRule(tx, id, { from, lateAfterMinutes });
}

/**
 * Changes what is given. The late rule changes from a day on; a session already started keeps
 * the one it started with.
 * @throws DomainError NOT_FOUND, or CONFLICT for a name that is taken, students in a class to be
 *   archived, or an open session of it
 */
export function changeClass(db: Db, changes: ClassChanges, { now, day }: Moment): SchoolClass {
  return inTransaction(db, (tx) => {
    const before = readClass(tx, changes.id);
    const archived = changes.archived ?? before.archivedAt !== null;
    const name = changes.name ?? before.name;
    if (archived && before.archivedAt === null) assertArchivable(tx, before);
    if (!archived) assertFreeName(tx, name, before.id);
    updateClass(tx, before.id, {
      name,
      nameKey: comparisonKey(name),
      archivedAt: archived ? (before.archivedAt ?? now) : null,
    });
    if (changes.teacherIds !== undefined) assign(tx, before.id, changes.teacherIds);
    changeLateRule(tx, changes, day);
    return withLateRules(tx, readClass(tx, before.id), day);
  });
}
