import type { SchoolClass } from '#shared/contract/people.contract.ts';
import { findActiveAccount } from '../accounts/accounts.queries.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { putTeachers } from './class-access.queries.ts';
import { isVisible, type VisibleClasses } from './class-access.service.ts';
import {
  classNameIsTaken,
  findClass,
  hasOpenSession,
  insertClass,
  listClasses,
  updateClass,
} from './classes.queries.ts';
import { comparisonKey, nameOrder } from './text-keys.ts';

export interface ClassChanges {
  id: string;
  name?: string | undefined;
  lateAfterMinutes?: number | null | undefined;
  archived?: boolean | undefined;
  /** Exactly who is assigned to it. */
  teacherIds?: readonly string[] | undefined;
}

/** @throws DomainError NOT_FOUND */
export function readClass(db: Db, id: string): SchoolClass {
  const found = findClass(db, id);
  if (found === null) throw new DomainError('NOT_FOUND', { what: 'class' });
  return found;
}

/** Those visible, by name, "9A" before "10B". */
export function classesInOrder(
  db: Db,
  filter: { includeArchived: boolean },
  visible: VisibleClasses,
): SchoolClass[] {
  return listClasses(db, filter)
    .filter(({ id }) => isVisible(visible, id))
    .toSorted((a, b) => nameOrder.compare(a.name, b.name));
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
  now: number,
): SchoolClass {
  return inTransaction(db, (tx) => {
    assertFreeName(tx, name, null);
    const id = newId();
    insertClass(tx, { id, name, nameKey: comparisonKey(name), lateAfterMinutes, createdAt: now });
    assign(tx, id, teacherIds);
    return readClass(tx, id);
  });
}

/** Only a class that is empty and has no open session can be put away. */
function assertArchivable(db: Db, { id, name, studentCount }: SchoolClass): void {
  if (studentCount > 0) throw new DomainError('CONFLICT', { what: 'studentsInClass', name });
  if (hasOpenSession(db, id)) throw new DomainError('CONFLICT', { what: 'openSession', name });
}

/**
 * Changes what is given. A session already started keeps the late rule it started with.
 * @throws DomainError NOT_FOUND, or CONFLICT for a name that is taken, students in a class to be
 *   archived, or an open session of it
 */
export function changeClass(db: Db, changes: ClassChanges, now: number): SchoolClass {
  return inTransaction(db, (tx) => {
    const before = readClass(tx, changes.id);
    const archived = changes.archived ?? before.archivedAt !== null;
    const name = changes.name ?? before.name;
    if (archived && before.archivedAt === null) assertArchivable(tx, before);
    if (!archived) assertFreeName(tx, name, before.id);
    updateClass(tx, before.id, {
      name,
      nameKey: comparisonKey(name),
      lateAfterMinutes:
        changes.lateAfterMinutes === undefined ? before.lateAfterMinutes : changes.lateAfterMinutes,
      archivedAt: archived ? (before.archivedAt ?? now) : null,
    });
    if (changes.teacherIds !== undefined) assign(tx, before.id, changes.teacherIds);
    return readClass(tx, before.id);
  });
}
