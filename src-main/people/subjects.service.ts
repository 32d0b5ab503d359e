import type { Subject } from '#shared/contract/people.contract.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { DomainError } from '../rpc/domain-error.ts';
import {
  findSubject,
  insertSubject,
  listSubjects,
  subjectNameIsTaken,
  updateSubject,
} from './subjects.queries.ts';
import { comparisonKey, nameOrder } from './text-keys.ts';

export interface SubjectChanges {
  id: string;
  name?: string | undefined;
  archived?: boolean | undefined;
}

/** @throws DomainError NOT_FOUND */
export function readSubject(db: Db, id: string): Subject {
  const found = findSubject(db, id);
  if (found === null) throw new DomainError('NOT_FOUND', { what: 'subject' });
  return found;
}

export function subjectsInOrder(db: Db, filter: { includeArchived: boolean }): Subject[] {
  return listSubjects(db, filter).toSorted((a, b) => nameOrder.compare(a.name, b.name));
}

function assertFreeName(db: Db, name: string, exceptId: string | null): void {
  if (subjectNameIsTaken(db, comparisonKey(name), exceptId)) {
    throw new DomainError('CONFLICT', { what: 'subjectName', name });
  }
}

/** @throws DomainError CONFLICT when an active subject has that name, whatever its case */
export function createSubject(db: Db, { name }: { name: string }, now: number): Subject {
  return inTransaction(db, (tx) => {
    assertFreeName(tx, name, null);
    const id = newId();
    insertSubject(tx, { id, name, nameKey: comparisonKey(name), createdAt: now });
    return readSubject(tx, id);
  });
}

/** Changes what is given. @throws DomainError NOT_FOUND, CONFLICT for a name that is taken */
export function changeSubject(db: Db, changes: SubjectChanges, now: number): Subject {
  return inTransaction(db, (tx) => {
    const before = readSubject(tx, changes.id);
    const archived = changes.archived ?? before.archivedAt !== null;
    const name = changes.name ?? before.name;
    if (!archived) assertFreeName(tx, name, before.id);
    updateSubject(tx, before.id, {
      name,
      nameKey: comparisonKey(name),
      archivedAt: archived ? (before.archivedAt ?? now) : null,
    });
    return readSubject(tx, before.id);
  });
}
